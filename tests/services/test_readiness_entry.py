"""Quick entry: what a state for many keeps of what was said, figures of the whole, evidence that came."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.base.errors import InvalidInput
from desktop.models.queries.item_reports import ReportRow, history
from desktop.models.queries.readiness_items import reported_for_the_whole
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.readiness import assess
from desktop.services.readiness_entry import keep_pasted, mark, receive_evidence

INK, STORE = item_id("LOG-05"), item_id("LOG-01")
TUBAN, PROVINCE = fixed_id("region", "35.23"), fixed_id("region", "35")
KPU, DAY = fixed_id("institution", "kpu-35.23"), date(2024, 10, 4)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def newest(desk: Desk) -> ReportRow:
    return history(desk.store, INK, TUBAN)[0]


def test_a_state_keeps_the_number_and_note_of_the_same_day_and_teller(desk: Desk) -> None:
    assess(desk, INK, TUBAN, state="sebagian", value=1200, measure="jumlah", note="Dua dus", as_of=DAY)
    mark(desk, [(INK, TUBAN)], state="siap", as_of=DAY)
    one = newest(desk)
    assert (one.state, one.value, one.measure, one.note) == ("siap", 1200, "jumlah", "Dua dus")
    mark(desk, [(INK, TUBAN)], state="siap", as_of=DAY, institution_id=KPU)
    assert newest(desk).value is None
    mark(desk, [(INK, TUBAN)], state="belum_siap", as_of=DAY)
    one = newest(desk)
    assert (one.state, one.value, one.note) == ("belum_siap", None, "Dua dus")


def test_evidence_is_remembered_until_it_is_taken_back(desk: Desk) -> None:
    mark(desk, [(INK, TUBAN)], state="siap_bukti", as_of=DAY)
    mark(desk, [(INK, TUBAN)], state="sebagian", as_of=DAY)
    assert newest(desk).evidence_received
    mark(desk, [(INK, TUBAN)], state="siap_bukti", as_of=DAY)
    mark(desk, [(INK, TUBAN)], state="siap", as_of=DAY)
    assert not newest(desk).evidence_received


def test_evidence_that_came_is_one_more_report(desk: Desk) -> None:
    assess(desk, INK, TUBAN, state="siap", note="Lengkap", source="SILOG", institution_id=KPU, as_of=DAY)
    receive_evidence(desk, newest(desk).id)
    found = history(desk.store, INK, TUBAN)
    assert [(one.state, one.evidence_received) for one in found] == [("siap_bukti", True), ("siap", False)]
    assert (found[0].note, found[0].source, found[0].institution_id, found[0].as_of) == (
        "Lengkap",
        "SILOG",
        KPU,
        DAY,
    )


def test_a_figure_of_the_whole_needs_a_source(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="Sumber wajib"):
        assess(desk, INK, PROVINCE, state="sebagian", value=50, measure="persen", as_of=DAY)
    assess(desk, INK, PROVINCE, state="sebagian", value=50, measure="persen", as_of=DAY, source="SILOG, jpnews")
    (one,) = reported_for_the_whole(desk.store, fixed_id("topic", PILKADA))
    assert (one.code, one.region_id, one.value, one.source) == ("LOG-05", PROVINCE, 50, "SILOG, jpnews")


def test_what_came_together_is_kept_together_or_not_at_all(desk: Desk) -> None:
    with pytest.raises(InvalidInput):
        keep_pasted(desk, {(INK, TUBAN): {"state": "siap"}, (STORE, TUBAN): {"state": "beres"}}, as_of=DAY)
    assert history(desk.store, INK, TUBAN) == []
    changes = keep_pasted(
        desk, {(INK, TUBAN): {"state": "sebagian", "value": 10.0, "measure": "persen"}, (STORE, TUBAN): {"state": "siap"}},
        as_of=DAY, source="Excel KPU",
    )  # fmt: skip
    assert len(changes.ids("assessment")) == 2
    assert (newest(desk).value, newest(desk).source) == (10, "Excel KPU")
