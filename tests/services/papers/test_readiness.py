"""The readiness of a meeting's topic on paper: counts that add up, and a reason where there is none."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.base.errors import NotFound
from desktop.documents.readiness_content import WeakestItem
from desktop.models.journal import writing
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.store import Store
from desktop.models.tables import ChecklistItem, Topic
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting, update_meeting
from desktop.services.papers.catalogue import chosen_by_words
from desktop.services.papers.readiness import readiness_content
from desktop.services.readiness import assess

TOPIC, TUBAN = fixed_id("topic", PILKADA), fixed_id("region", "35.23")


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    return Desk(sqlite_store, "Uji")


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    return create_meeting(desk, title="Rakor Uji", held_on=date(2024, 10, 10), topic_id=TOPIC)[0]


def test_what_does_not_apply_is_not_counted_as_ready(desk: Desk, meeting: UUID) -> None:
    for code in ("LOG-01", "LOG-10"):
        assess(desk, item_id(code), TUBAN, state="siap", as_of=date(2024, 10, 1))
    with writing(desk.store, "item.update", by="Uji") as write:
        write.update(ChecklistItem, item_id("LOG-10"), target_value=0)
    (row,) = [one for one in readiness_content(desk.store, meeting).rows if one.name == "Kabupaten Tuban"]
    logistics = row.cells[0]
    assert logistics is not None
    assert (logistics.ready, logistics.reported, logistics.total) == (1, 1, 24)


def test_only_regions_that_reported_are_told_in_detail(desk: Desk, meeting: UUID) -> None:
    assert readiness_content(desk.store, meeting).groups == ()
    assess(desk, item_id("LOG-01"), TUBAN, state="belum_siap", note="Atap bocor", as_of=date(2024, 10, 1))
    (group,) = readiness_content(desk.store, meeting).groups
    assert (group.name, [item.note for item in group.items]) == ("Kabupaten Tuban", ["Atap bocor"])


def test_only_the_matrix_can_be_asked_for(desk: Desk, meeting: UUID) -> None:
    assess(desk, item_id("LOG-01"), TUBAN, state="belum_siap", as_of=date(2024, 10, 1))
    chosen = chosen_by_words(desk.store, "readiness", meeting, {"extent": "hanya"})
    whole, matrix = readiness_content(desk.store, meeting), readiness_content(desk.store, meeting, **chosen)
    assert matrix.groups == ()
    assert {row.weakest for row in matrix.rows} == {None}
    assert [row.cells for row in matrix.rows] == [row.cells for row in whole.rows]


def test_each_region_has_the_item_that_most_needs_attention_and_whose_task_it_is(
    desk: Desk, meeting: UUID
) -> None:
    def weakest() -> WeakestItem | None:
        (row,) = [one for one in readiness_content(desk.store, meeting).rows if one.name == "Kabupaten Tuban"]
        return row.weakest

    assert weakest() is None
    assess(desk, item_id("LOG-01"), TUBAN, state="siap", as_of=date(2024, 10, 1))
    unproven = weakest()
    assert unproven is not None
    assert unproven.state == "Siap (bukti belum ada)"
    assess(desk, item_id("LOG-02"), TUBAN, state="belum_siap", as_of=date(2024, 10, 1))
    found = weakest()
    assert found is not None
    assert found.state == "Belum siap"
    assert found.responsible
    assert found.text != unproven.text
    for code in ("LOG-01", "LOG-02"):
        assess(desk, item_id(code), TUBAN, state="siap_bukti", as_of=date(2024, 10, 2))
    assert weakest() is None


def test_the_readiness_of_a_closed_topic_prints_as_it_was_closed(desk: Desk, meeting: UUID) -> None:
    with writing(desk.store, "topic.update", by="Uji") as write:
        write.update(Topic, TOPIC, state="closed", closed_on=date(2024, 12, 20))
    content = readiness_content(desk.store, meeting)
    assert (content.as_of, content.event) == (date(2024, 12, 20), "Hari H 27 November 2024 (H+23)")


def test_a_meeting_without_a_topic_has_no_readiness(desk: Desk, meeting: UUID) -> None:
    update_meeting(desk, meeting, topic_id=None)
    with pytest.raises(NotFound, match="belum punya topik"):
        readiness_content(desk.store, meeting)
