"""The matrix as it is looked at: institutions in the office's order, narrowed, with totals of what is shown."""

from __future__ import annotations

from datetime import date

from desktop.models.queries.readiness import institution_matrix, matrix
from desktop.models.queries.readiness_shown import INSTITUTIONS, Shown, narrowed, shown_matrix
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.readiness import assess

TOPIC, TUBAN, GRESIK = fixed_id("topic", PILKADA), fixed_id("region", "35.23"), fixed_id("region", "35.25")
KPU_TUBAN = fixed_id("institution", "kpu-35.23")
DAY = date(2024, 10, 4)


def test_institutions_come_region_by_region_each_by_protocol_rank_and_the_province_last(store: Store) -> None:
    found = shown_matrix(store, TOPIC, Shown(INSTITUTIONS), DAY)
    names = [found.places[head.id].short_name for head in found.matrix.regions]
    assert names[:5] == ["KPU Kab. Bojonegoro", "Bawaslu Kab. Bojonegoro", "Polres Bojonegoro", "Kodim 0813",
                         "KPU Kab. Tuban"]  # fmt: skip
    levels = [found.places[head.id].level for head in found.matrix.regions]
    assert levels == sorted(levels, key=["kabupaten", "wilayah", "provinsi"].index)
    assert set(found.matrix.regions) == set(institution_matrix(store, TOPIC, DAY).regions)


def test_a_filter_leaves_the_others_out_of_the_totals_too(store: Store) -> None:
    desk = Desk(store, "Uji")
    for code, region, teller in (("LOG-01", TUBAN, "kpu-35.23"), ("LOG-01", GRESIK, "kpu-35.25")):
        assess(desk, item_id(code), region, state="siap_bukti", as_of=DAY,
               institution_id=fixed_id("institution", teller))  # fmt: skip
    kpu = shown_matrix(store, TOPIC, Shown(INSTITUTIONS, "kpu"), DAY)
    assert {place.kind for one, place in kpu.places.items() if one in {h.id for h in kpu.matrix.regions}} == {
        "kpu"
    }
    assert kpu.matrix.total.tally.ready == 2
    of_tuban = shown_matrix(store, TOPIC, Shown(INSTITUTIONS, "kpu", TUBAN), DAY)
    assert [head.id for head in of_tuban.matrix.regions] == [KPU_TUBAN]
    assert of_tuban.matrix.total == of_tuban.matrix.by_region[0]
    assert of_tuban.matrix.total.tally.ready == 1
    assert len(of_tuban.places) == len(kpu.places)  # all that can still be chosen


def test_rows_that_are_taken_out_keep_their_cells(store: Store) -> None:
    whole = matrix(store, TOPIC, DAY)
    found = narrowed(whole, [3, 1])
    assert (found.regions, found.cells) == ((whole.regions[3], whole.regions[1]), (whole.cells[3], whole.cells[1]))
    assert found.total.tally.applicable == sum(whole.by_region[row].tally.applicable for row in (1, 3))
    assert narrowed(whole, range(len(whole.regions))) == whole
