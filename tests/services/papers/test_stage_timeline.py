"""Tahapan on paper: every stage with its days, those without last, and the days that are marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pypdfium2
import pytest

from desktop.base.clock import frozen
from desktop.documents.stage_timeline import render
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.papers.profile import paper_profile
from desktop.services.papers.stage_timeline import stage_timeline_content, stage_timeline_title
from desktop.services.topic_closing import close_topic
from desktop.services.topics import update_topic

TOPIC = fixed_id("topic", PILKADA)


@pytest.fixture(autouse=True)
def that_day() -> Iterator[None]:
    with frozen(datetime(2024, 9, 26, 2, tzinfo=UTC)):
        yield


def test_stages_stand_in_their_order_and_those_without_a_day_last(store: Store) -> None:
    content = stage_timeline_content(store, TOPIC)
    assert content.event == "Hari H 27 November 2024 (H-62)"
    assert [one.days for one in content.lines[-4:]] == ["", "", "", ""]
    campaign = next(one for one in content.lines if one.name == "Pelaksanaan kampanye")
    assert (campaign.days, campaign.state) == ("25-9-2024 s.d. 23-11-2024", "berjalan")
    assert content.lines[0].days == "s.d. 26-1-2024"
    assert [one.words for one in content.marks] == [
        "H-30 · 28 Okt", "H-14 · 13 Nov", "H-7 · 20 Nov", "H-1 · 26 Nov", "Hari H · 27 Nov", "26 Sep",
    ]  # fmt: skip


def test_days_that_only_moved_along_are_no_fixed_days(store: Store) -> None:
    update_topic(Desk(store, "Uji"), TOPIC, event_date=date(2024, 12, 4), move_stages=True)
    quiet = next(one for one in stage_timeline_content(store, TOPIC).lines if one.name == "Masa tenang")
    assert quiet.days == "1-12-2024 s.d. 3-12-2024 (perkiraan)"


def test_a_closed_topic_prints_as_it_was_closed(sqlite_store: Store) -> None:
    close_topic(Desk(sqlite_store, "Uji"), TOPIC, on=date(2024, 9, 20))
    assert stage_timeline_content(sqlite_store, TOPIC).as_of == date(2024, 9, 20)


def test_the_page_names_stages_leaders_and_marks(sqlite_store: Store) -> None:
    pdf = render(stage_timeline_content(sqlite_store, TOPIC), paper_profile(sqlite_store))
    with pypdfium2.PdfDocument(pdf) as document:
        text = " ".join("".join(page.get_textpage().get_text_bounded() for page in document).split())
    for words in (
        "TAHAPAN",
        "Operasi Mantap Praja Semeru 2024",
        "H-30 · 28 Okt",
        "Hari H · 27 Nov",
        "belum bertanggal",
    ):
        assert words in text
    assert stage_timeline_title(sqlite_store, TOPIC) == "Tahapan Pilkada Serentak 2024"
