"""Laporan Situasi Harian says what was told: every region as it was reported, every event without who told it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.base.clock import frozen
from desktop.documents import situation_report
from desktop.documents.content import OfficeProfile
from desktop.documents.situation_report import STATES
from desktop.models.queries.issues import ISSUE_LIST, issue_list
from desktop.models.queries.situation import region_states
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.models.words import ISSUE_KINDS, ISSUE_STATES, SITUATIONS
from desktop.services.desk import Desk
from desktop.services.issues import add_issue
from desktop.services.papers.situation import situation_content, situation_file_name
from desktop.services.situations import forget_situation, note_situation
from tests.documents.reading import paper_text, squeezed

NOON = datetime(2024, 11, 24, 5, tzinfo=UTC)
DAY, BEFORE = date(2024, 11, 24), date(2024, 11, 23)
TOPIC, TUBAN = fixed_id("topic", PILKADA), fixed_id("region", "35.23")
REGIONS = tuple(
    fixed_id("region", code)
    for code in ("35.16", "35.17", "35.18", "35.22", "35.23", "35.24", "35.25", "35.76")
)  # fmt: skip


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def tell(desk: Desk, text: str, day: date = DAY, region: UUID | None = TUBAN, **values: Any) -> None:
    with frozen(NOON):
        add_issue(desk, topic_id=TOPIC, text=text, happened_on=day, region_id=region, **values)


def printed(store: Store) -> str:
    return paper_text(situation_report.render(situation_content(store, TOPIC, DAY), OfficeProfile()))


def test_a_report_says_its_day_the_last_word_the_distance_and_who_signs(desk: Desk) -> None:
    with frozen(NOON):
        note_situation(desk, TOPIC, DAY, [TUBAN], state="kondusif", reported_at=time(16, 5))
    content = situation_content(desk.store, TOPIC, DAY)
    assert (content.title, content.day, content.clock) == ("Pilkada Serentak 2024", DAY, time(16, 5))
    assert content.event == "Hari H 27 November 2024 (H-3)"
    assert content.signatory is not None
    assert situation_file_name(desk.store, TOPIC, DAY).startswith("2024-11-24_Laporan-Situasi-Harian_Pilkada")


def test_long_after_its_day_nobody_counts_from_it(desk: Desk) -> None:
    assert situation_content(desk.store, TOPIC, date(2025, 1, 26)).event == "Hari H 27 November 2024 (H+60)"
    assert situation_content(desk.store, TOPIC, date(2026, 11, 29)).event == ""


def test_who_told_it_is_not_printed(desk: Desk) -> None:
    tell(desk, "Truk tertahan", source="Budi 0812", field="Logistik", handling="Dikawal", happened_at=time(8, 40))
    with frozen(NOON):
        note_situation(desk, TOPIC, DAY, [TUBAN], state="perhatian", source="Cecep", note="Rahasia")
    text = printed(desk.store)
    assert squeezed("08.40 Kabupaten Tuban Logistik Truk tertahan Dikawal") in text
    assert not [word for word in ("Budi", "0812", "Cecep", "Rahasia") if word in text]


def test_what_is_open_from_days_before_stands_with_its_day_and_what_is_settled_does_not(desk: Desk) -> None:
    tell(desk, "Lama", BEFORE, happened_at=time(9))
    tell(desk, "Beres", BEFORE, state="selesai")
    tell(desk, "Baru", situation="gangguan")
    found = situation_content(desk.store, TOPIC, DAY).problems
    assert [(one.text, one.day) for one in found] == [("Baru", None), ("Lama", BEFORE)]


def test_a_problem_says_how_far_it_is_and_news_does_not(desk: Desk) -> None:
    for values in (
        {"state": "terbuka"}, {"state": "ditangani", "handling": "Dikawal"}, {"state": "selesai"},
        {"kind": "perkembangan"}, {"kind": "perkembangan", "handling": "Dicatat"},
    ):  # fmt: skip
        tell(desk, "x", **values)
    found = sorted(one.handling for one in situation_content(desk.store, TOPIC, DAY).problems)
    assert found == ["", "", "Dicatat", "Dikawal (ditangani)", "Selesai"]


def still_told(desk: Desk) -> Iterator[tuple[str, date]]:
    """What the list on screen has of the day, and of what was open before."""
    for row in issue_list(desk.store, topic=TOPIC).head(1000):
        one = dict(zip(ISSUE_LIST.names, row, strict=True))
        day = date.fromisoformat(one["happened_on"])
        if day == DAY or (day < DAY and one["state"] != "selesai"):
            yield one["text"], day


_EVENTS = st.lists(
    st.tuples(
        st.sampled_from(REGIONS), st.sampled_from(sorted(SITUATIONS)), st.sampled_from(sorted(ISSUE_STATES)),
        st.sampled_from(sorted(ISSUE_KINDS)), st.integers(0, 2),
    ),
    max_size=4,
)  # fmt: skip
_STATES = st.lists(st.sampled_from([None, *SITUATIONS]), min_size=8, max_size=8)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(states=_STATES, events=_EVENTS)
def test_the_paper_says_of_every_region_and_event_what_the_screen_says(
    desk: Desk, states: list[str | None], events: list[tuple[UUID, str, str, str, int]]
) -> None:
    with frozen(NOON):
        forget_situation(desk, TOPIC, DAY, REGIONS)
        for region, state in zip(REGIONS, states, strict=True):
            if state is not None:
                note_situation(desk, TOPIC, DAY, [region], state=state)
    for region, situation, state, kind, days in events:
        day = DAY - timedelta(days=days)
        tell(desk, f"{kind} {day:%d}", day, region, situation=situation, state=state, kind=kind)
    shown = region_states(desk.store, TOPIC, DAY)
    assert {one.region_id: one.noted for one in shown} == dict(zip(REGIONS, states, strict=True))
    content = situation_content(desk.store, TOPIC, DAY)
    assert [(one.region, one.state) for one in content.regions] == [(one.region, one.state) for one in shown]
    assert sorted((one.text, one.day or DAY) for one in content.problems) == sorted(still_told(desk))
    text = printed(desk.store)
    for one in shown:
        assert squeezed(f"{one.region} {STATES[one.state][0]}") in text
