"""Reporting on readiness: what is kept, what is refused, and that nothing reported is ever overwritten."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop.base.clock import frozen
from desktop.base.errors import InvalidInput, NotFound
from desktop.models.queries.item_reports import ReportRow, history
from desktop.models.seeds import fixed_id, item_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.readiness import assess, assess_many
from tests.engines import on_sqlite_alone

WEEKLY = item_id("SEC-21")
ITEM, TUBAN, GRESIK = item_id("LOG-01"), fixed_id("region", "35.23"), fixed_id("region", "35.25")
KPU = fixed_id("institution", "kpu-35.23")
NOON = datetime(2024, 10, 4, 5, tzinfo=UTC)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def told(desk: Desk) -> list[ReportRow]:
    return history(desk.store, ITEM, TUBAN)


def test_a_report_is_kept_as_it_was_given(desk: Desk) -> None:
    assess(
        desk, ITEM, TUBAN, state="sebagian", value=95.5, value_text="95,5 persen", note="  Kurang palet ",
        institution_id=KPU, as_of=date(2024, 10, 1), source="WhatsApp, 1 Oktober 2024",
    )  # fmt: skip
    (one,) = told(desk)
    assert (one.state, one.value, one.value_text, one.note) == ("sebagian", 95.5, "95,5 persen", "Kurang palet")
    assert (one.institution_id, one.as_of, one.source) == (KPU, date(2024, 10, 1), "WhatsApp, 1 Oktober 2024")


def test_what_a_number_counts_is_kept_with_it(desk: Desk) -> None:
    assess(desk, ITEM, TUBAN, state="sebagian", value=104, measure="persen")
    assess(desk, ITEM, TUBAN, state="siap_bukti", measure="persen")
    latest, first = told(desk)
    assert (first.value, first.measure, first.evidence_received) == (104, "persen", False)
    assert (latest.value, latest.measure, latest.evidence_received) == (None, None, True)


def test_a_report_on_what_repeats_is_for_the_period_of_its_day(desk: Desk) -> None:
    assess(desk, WEEKLY, TUBAN, state="siap", as_of=date(2024, 10, 3))
    assert not assess(desk, WEEKLY, TUBAN, state="siap", as_of=date(2024, 10, 3))
    assess(desk, WEEKLY, TUBAN, state="siap", as_of=date(2024, 10, 3), period="2024-W39")
    assess(desk, ITEM, TUBAN, state="siap", as_of=date(2024, 10, 3), period="2024-W39")
    assert [one.period for one in history(desk.store, WEEKLY, TUBAN)] == ["2024-W39", "2024-W40"]
    assert told(desk)[0].period is None


def test_without_a_day_a_report_speaks_of_today(desk: Desk) -> None:
    with frozen(NOON):
        assess(desk, ITEM, TUBAN, state="siap")
    assert told(desk)[0].as_of == date(2024, 10, 4)


def test_a_later_report_leaves_the_earlier_one_standing(desk: Desk) -> None:
    assess(desk, ITEM, TUBAN, state="belum_siap", as_of=date(2024, 10, 1))
    assess(desk, ITEM, TUBAN, state="siap", as_of=date(2024, 10, 2))
    assert [one.state for one in told(desk)] == ["siap", "belum_siap"]


def test_saying_the_same_twice_keeps_one_report(desk: Desk) -> None:
    assert assess(desk, ITEM, TUBAN, state="siap", note="Lengkap", as_of=date(2024, 10, 1))
    assert not assess(desk, ITEM, TUBAN, state="siap", note="Lengkap", as_of=date(2024, 10, 1))
    assert assess(desk, ITEM, TUBAN, state="siap", note="Lengkap", as_of=date(2024, 10, 2))
    assert len(told(desk)) == 2


def test_another_institution_saying_the_same_is_a_report_of_its_own(desk: Desk) -> None:
    assess(desk, ITEM, TUBAN, state="siap", as_of=date(2024, 10, 1))
    assess(desk, ITEM, TUBAN, state="siap", institution_id=KPU, as_of=date(2024, 10, 1))
    assert [one.institution_id for one in told(desk)] == [KPU, None]


def test_each_institution_is_compared_with_what_it_said_itself(desk: Desk) -> None:
    assess(desk, ITEM, TUBAN, state="siap", institution_id=KPU, as_of=date(2024, 10, 1))
    assess(desk, ITEM, TUBAN, state="belum_siap", as_of=date(2024, 10, 1))
    assert not assess(desk, ITEM, TUBAN, state="siap", institution_id=KPU, as_of=date(2024, 10, 1))
    assert assess(desk, ITEM, TUBAN, state="belum_siap", institution_id=KPU, as_of=date(2024, 10, 1))


def test_many_places_are_looked_up_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    places = [(item_id(f"LOG-{number:02}"), region) for number in range(1, 20) for region in (TUBAN, GRESIK)]
    asked: list[str] = []
    execute = Store._execute
    monkeypatch.setattr(
        Store, "_execute", lambda self, sql, *given: asked.append(sql) or execute(self, sql, *given)
    )
    assert len(assess_many(desk, places, state="siap").ids("assessment")) == len(places)
    assert 0 < len(asked) < 15


def test_many_items_are_one_deed_and_one_undo(desk: Desk) -> None:
    done = History()
    changes = assess_many(desk, [(ITEM, TUBAN), (item_id("LOG-02"), TUBAN), (ITEM, GRESIK)], state="siap")
    done.note(changes)
    assert len(changes.ids("assessment")) == 3
    assert done.undo_name == "readiness.assess"
    done.undo(desk)
    assert told(desk) == []


def test_nothing_is_kept_when_one_of_many_cannot_be(desk: Desk) -> None:
    with pytest.raises(NotFound):
        assess_many(desk, [(ITEM, TUBAN), (fixed_id("checklist_item", "none"), TUBAN)], state="siap")
    assert told(desk) == []


@on_sqlite_alone
@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("state", {"state": "hampir"}),
        ("state", {"state": ""}),
        ("value", {"value": -1}),
        ("value", {"value": float("nan")}),
        ("value", {"value": float("inf")}),
        ("value", {"value": 9.5e26}),
        ("as_of", {"as_of": date(2024, 10, 6)}),
        ("as_of", {"as_of": None}),
        ("note", {"note": "a\x00b"}),
        ("measure", {"value": 5, "measure": "berat"}),
        ("period", {"period": "2024-10-03"}),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(desk: Desk, field: str, values: dict[str, Any]) -> None:
    with frozen(NOON), pytest.raises(InvalidInput) as refused:
        assess(desk, WEEKLY if field == "period" else ITEM, TUBAN, **{"state": "siap", **values})
    assert refused.value.field == field
    assert told(desk) == []


def test_a_report_dated_tomorrow_is_taken(desk: Desk) -> None:
    with frozen(NOON):
        assert assess(desk, ITEM, TUBAN, state="siap", as_of=date(2024, 10, 5))


def test_zero_is_a_value(desk: Desk) -> None:
    assess(desk, ITEM, TUBAN, state="belum_siap", value=0)
    assert told(desk)[0].value == 0.0
