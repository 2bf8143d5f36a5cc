"""Positions recounted: of each day what the matrix said on it, and the way from day to day."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models.journal import writing
from desktop.models.position import Position, from_plain, to_plain
from desktop.models.queries import positions
from desktop.models.queries.positions import courses, position_now, positions_on
from desktop.models.queries.readiness import matrix
from desktop.models.queries.trend import trends
from desktop.models.score import Tally
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.store import Store
from desktop.models.tables import Assessment, ChecklistItem, ReadinessSnapshot
from desktop.models.words import READINESS_STATES
from tests.models.queries.test_readiness import taken_back

TOPIC = fixed_id("topic", PILKADA)
TUBAN, GRESIK, PROVINCE = (fixed_id("region", code) for code in ("35.23", "35.25", "35"))
KPU, BAWASLU = fixed_id("institution", "kpu-35.23"), fixed_id("institution", "bawaslu-35.23")
FIRST = date(2024, 10, 1)

Told = tuple[str, UUID, str, int | None, str | None, UUID | None, str | None, int]
reports = st.tuples(
    st.sampled_from(["LOG-01", "LOG-10", "LOG-22", "SEC-02", "SEC-21", "SUP-01"]),
    st.sampled_from([TUBAN, GRESIK, PROVINCE]),
    st.sampled_from(list(READINESS_STATES)),
    st.none() | st.integers(0, 150),
    st.sampled_from([None, "persen", "jumlah"]),
    st.sampled_from([None, KPU, BAWASLU]),
    st.sampled_from([None, "2024-W39", "2024-W40", "2024-W41", "2024-10"]),
    st.integers(0, 8),
)


def tell(store: Store, told: list[Told]) -> None:
    """Write reports in one deed; the last part of each is the number of its day."""
    columns = (
        "item_id", "region_id", "state", "value", "measure", "institution_id", "period", "as_of",
        "evidence_received",
    )  # fmt: skip
    with writing(store, "readiness.assess", by="Uji") as write:
        write.insert_rows(
            Assessment,
            columns,
            [
                (item_id(code), *rest, FIRST + timedelta(days=day), rest[1] == "siap_bukti")
                for code, *rest, day in told
            ],
        )


def counted(store: Store) -> tuple[tuple[Tally, ...], ...]:
    return tuple(tuple(cell.tally for cell in row) for row in matrix(store, TOPIC).cells)


def each_day_is_what_the_matrix_said_on_it(store: Store, told: list[Told]) -> None:
    said: dict[date, tuple[tuple[Tally, ...], ...]] = {}
    for day in range(9):
        tell(store, [one for one in told if one[-1] == day])
        said[FIRST + timedelta(days=day)] = counted(store)
    found = positions_on(store, TOPIC, said)
    assert {day: one.cells for day, one in found.items()} == said
    last = position_now(store, TOPIC, max(said))
    assert last == found[max(said)]
    assert from_plain(to_plain(last)) == last
    the_way_passes_through(store, found)


def the_way_passes_through(store: Store, found: dict[date, Position]) -> None:
    way = courses(store, TOPIC, max(found))
    assert way is not None
    for course in way:
        for day, position in found.items():
            tallies = dict(zip((one for one, _ in position.regions), position.by_region, strict=True))
            expected = position.total if course.region_id is None else tallies[course.region_id]
            stood = [tally for since, tally in course.steps if since <= day]
            assert not stood or stood[-1] == expected
            assert stood or not expected.reported


USUAL = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@settings(USUAL, max_examples=6)
@given(st.lists(reports, max_size=25))
def test_a_day_is_recounted_as_the_matrix_was_on_it(sqlite_store: Store, told: list[Told]) -> None:
    with taken_back(sqlite_store):
        each_day_is_what_the_matrix_said_on_it(sqlite_store, told)


@pytest.mark.fault
@pytest.mark.timeout(1200)
@settings(USUAL, max_examples=200)
@given(st.lists(reports, max_size=25))
def test_many_days_are_recounted_as_the_matrix_was_on_them(sqlite_store: Store, told: list[Told]) -> None:
    with taken_back(sqlite_store):
        each_day_is_what_the_matrix_said_on_it(sqlite_store, told)


def test_both_engines_recount_a_day_alike(store: Store) -> None:
    each_day_is_what_the_matrix_said_on_it(
        store,
        [
            ("LOG-01", TUBAN, "belum_siap", None, None, KPU, None, 1),
            ("LOG-01", TUBAN, "siap", None, None, BAWASLU, None, 2),
            ("LOG-01", TUBAN, "sebagian", 40, "persen", KPU, None, 4),
            ("SEC-21", TUBAN, "siap", None, None, None, "2024-W40", 3),
            ("SEC-21", TUBAN, "belum_siap", None, None, None, "2024-W39", 5),
            ("SEC-02", PROVINCE, "tidak_berlaku", None, None, None, None, 6),
        ],
    )


def test_what_was_told_later_of_an_earlier_day_is_known_by_now(sqlite_store: Store) -> None:
    tell(sqlite_store, [("LOG-01", TUBAN, "belum_siap", None, None, None, None, 5)])
    tell(sqlite_store, [("LOG-01", TUBAN, "sebagian", 80, "persen", None, None, 2)])
    found = positions_on(sqlite_store, TOPIC, [FIRST + timedelta(days=3)])
    (said,) = next(iter(found.values())).said.values()
    assert (said.state, said.value, said.as_of) == ("sebagian", 80, FIRST + timedelta(days=2))


def test_a_kept_position_holds_the_words_and_fractions_of_its_day(sqlite_store: Store) -> None:
    tell(sqlite_store, [("LOG-01", TUBAN, "sebagian", 1, "jumlah", None, None, 0)])
    before = position_now(sqlite_store, TOPIC)
    content = to_plain(before)
    with writing(sqlite_store, "item.update", by="Uji") as write:
        write.update(ChecklistItem, item_id("LOG-01"), text="Kotak suara diterima lengkap", weight=3.0)
    assert from_plain(content) == before
    assert position_now(sqlite_store, TOPIC) != before


def test_too_many_reports_leave_the_way_to_the_kept_positions(sqlite_store: Store, monkeypatch: object) -> None:
    tell(sqlite_store, [("LOG-01", TUBAN, "siap_bukti", None, None, None, None, day) for day in range(5)])
    kept = positions_on(sqlite_store, TOPIC, [FIRST])[FIRST]
    with writing(sqlite_store, "snapshot.keep", by="Uji") as write:
        write.insert(
            ReadinessSnapshot, topic_id=TOPIC, template_id=fixed_id("checklist_template", PILKADA, 1),
            taken_on=FIRST, label="Awal", taken_by="Uji", content=to_plain(kept),
        )  # fmt: skip
    assert trends(sqlite_store, TOPIC).recounted
    monkeypatch.setattr(positions, "MOST_REPORTS", -1)  # type: ignore[attr-defined]
    way = trends(sqlite_store, TOPIC)
    assert not way.recounted
    together = way.courses[0]
    assert together.region_id is None
    assert [day for day, _ in together.steps] == [FIRST, way.until]
    assert together.steps[0][1] == kept.total
