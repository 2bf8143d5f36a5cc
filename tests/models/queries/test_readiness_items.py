"""What an item asks of a region and what is known of it: versions, needs, days of its own, periods, institutions."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.models.journal import writing
from desktop.models.queries.item_reports import history
from desktop.models.queries.readiness import Cell, institution_matrix, matrix
from desktop.models.queries.readiness_items import ItemRow, items, reported_for_the_whole
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.store import Store
from desktop.models.tables import (
    ChecklistCategory,
    ChecklistItem,
    ChecklistTemplate,
    DueOverride,
    RegionFigure,
)
from desktop.services.desk import Desk
from desktop.services.readiness import assess

TOPIC = fixed_id("topic", PILKADA)
TUBAN, GRESIK, PROVINCE, MOJOKERTO = (fixed_id("region", code) for code in ("35.23", "35.25", "35", "35.16"))
KPU, BAWASLU, POLDA = (fixed_id("institution", code) for code in ("kpu-35.23", "bawaslu-35.23", "polda-jatim"))
TODAY = date(2024, 10, 10)  # H-48: reports stay fresh for 30 days


def item(store: Store, code: str, region: UUID = TUBAN, institution: UUID | None = None) -> ItemRow:
    (found,) = [row for row in items(store, TOPIC, region, institution=institution) if row.code == code]
    return found


def tell(store: Store, item: UUID, region: UUID = TUBAN, **values: object) -> None:
    assess(Desk(store, "Uji"), item, region, **{"state": "sebagian", "as_of": date(2024, 10, 4), **values})


def new_version(store: Store, state: str, *, thread: UUID | None) -> UUID:
    """A second version with one item of a thread, or of its own, asked of kabupaten and kota."""
    with writing(store, "checklist.publish", by="Uji") as write:
        template = write.insert(ChecklistTemplate, topic_id=TOPIC, name="Dua", version=2, state=state)
        category = write.insert(ChecklistCategory, template_id=template, name="Logistik", order_no=0)
        one = write.insert(
            ChecklistItem, template_id=template, category_id=category, code="LOG-01", text="Gudang siap",
            responsible="KPU Kabupaten/Kota", for_regency=True, for_province=False, for_working_area=False,
            target="ya", due_basis="proposed", weight=1.0, order_no=0, target_kind="ya",
        )  # fmt: skip
        write.update(ChecklistItem, one, thread_id=thread or one)
    return one


def test_a_draft_is_asked_of_nobody(store: Store) -> None:
    new_version(store, "konsep", thread=None)
    assert len(items(store, TOPIC, TUBAN)) > 1


def test_what_was_reported_still_counts_in_a_new_version_of_the_same_item(store: Store) -> None:
    tell(store, item_id("LOG-01"), state="siap", note="Lengkap")
    one = new_version(store, "berlaku", thread=item_id("LOG-01"))
    assert item(store, "LOG-01").state == "siap"
    assert matrix(store, TOPIC).cells[1][0].tally.percent == 100
    tell(store, one, state="belum_siap", as_of=date(2024, 10, 5))
    assert item(store, "LOG-01").state == "belum_siap"
    assert [(told.state, told.counts) for told in history(store, one, TUBAN)] == [
        ("belum_siap", True), ("siap", False),
    ]  # fmt: skip


def test_a_question_that_changed_starts_without_a_report(store: Store) -> None:
    tell(store, item_id("LOG-01"), state="siap")
    one = new_version(store, "berlaku", thread=None)
    assert (item(store, "LOG-01").state, history(store, one, TUBAN)) == (None, [])


def test_a_need_is_multiplied_by_the_regions_figure_that_counts(store: Store) -> None:
    tuban, gresik = item(store, "LOG-03"), item(store, "LOG-03", GRESIK)
    assert (tuban.target_kind, tuban.need, tuban.need_basis) == ("per_tps", 2 * 1867, "DPS")
    assert (tuban.is_provisional, gresik.need, gresik.is_provisional) == (True, 2 * 1868, False)
    with writing(store, "region.figures", by="Uji") as write:
        for value, basis, as_of in (
            (1900, "DPS", date(2024, 8, 1)),
            (1870, "DPT", date(2024, 9, 20)),
            (9, "DPT", None),
        ):
            write.insert(
                RegionFigure, region_id=TUBAN, kind="polling_stations", value=value, basis=basis, source="Uji",
                as_of=as_of,
            )  # fmt: skip
        write.insert(
            RegionFigure, region_id=GRESIK, kind="polling_stations", value=1800, basis="DPS", source="Uji",
        )  # fmt: skip
    assert (item(store, "LOG-03").need, item(store, "LOG-03").is_provisional) == (2 * 1870, False)
    assert (item(store, "LOG-03", GRESIK).need, item(store, "LOG-03", GRESIK).is_provisional) == (3600, True)


@pytest.mark.parametrize(
    ("said", "percent"),
    [
        ({"value": 96, "measure": "persen"}, 96),
        ({"value": 1868, "measure": "jumlah"}, 50),
        ({"value": 1}, 50),
        ({}, 50),
    ],
)
def test_a_share_is_reckoned_by_what_the_number_counts(
    store: Store, said: dict[str, object], percent: int
) -> None:
    with writing(store, "checklist.update", by="Uji") as write:
        write.update(ChecklistItem, item_id("LOG-03"), evidence=None)
    tell(store, item_id("LOG-03"), **said)
    assert item(store, "LOG-03").measure == said.get("measure")
    assert matrix(store, TOPIC).by_region[1].tally.percent == percent


def test_evidence_that_came_lifts_the_cap(store: Store) -> None:
    tell(store, item_id("LOG-03"), value=96, measure="persen", evidence_received=True)
    assert item(store, "LOG-03").evidence_received
    assert matrix(store, TOPIC).by_region[1].tally.percent == 96


def test_a_region_may_have_a_day_of_its_own(store: Store) -> None:
    with writing(store, "due.override", by="Uji") as write:
        for day in (date(2024, 10, 1), date(2024, 10, 3)):
            write.insert(
                DueOverride, item_id=item_id("LOG-02"), region_id=TUBAN, due_on=day, due_basis="reported",
                source="Disepakati dalam rapat 26 September 2024",
            )  # fmt: skip
    found, other = item(store, "LOG-02"), item(store, "LOG-02", GRESIK)
    assert (found.due_on, found.due_basis) == (date(2024, 10, 3), "reported")
    assert found.due_source == "Disepakati dalam rapat 26 September 2024"
    assert (other.due_basis, other.due_source) == ("proposed", None)
    tell(store, item_id("LOG-02"), as_of=date(2024, 10, 2))
    assert [matrix(store, TOPIC, day).total.late for day in (date(2024, 10, 3), date(2024, 10, 4))] == [0, 1]


def test_an_old_answer_is_to_be_confirmed_and_keeps_its_value(store: Store) -> None:
    tell(store, item_id("LOG-01"), state="siap_bukti", as_of=date(2024, 9, 9))
    tell(store, item_id("LOG-05"), state="tidak_berlaku", as_of=date(2024, 9, 9))
    tell(store, item_id("LOG-06"), state="siap_bukti", as_of=date(2024, 9, 10))
    found = matrix(store, TOPIC, TODAY)
    assert (found.total.to_confirm, found.by_region[1].to_confirm, found.total.tally.complete) == (1, 1, 2)
    assert matrix(store, TOPIC, date(2024, 11, 20)).total.to_confirm == 2


def test_the_newest_period_counts_though_an_earlier_one_is_entered_later(store: Store) -> None:
    assert item(store, "SEC-21").repeats == "mingguan"
    tell(store, item_id("SEC-21"), state="siap", as_of=date(2024, 10, 8))
    tell(store, item_id("SEC-21"), state="belum_siap", as_of=date(2024, 10, 9), period="2024-W39")
    assert (item(store, "SEC-21").state, item(store, "SEC-21").period) == ("siap", "2024-W41")
    assert matrix(store, TOPIC).total.tally.complete == 0  # evidence is asked for
    tell(store, item_id("SEC-21"), state="belum_siap", as_of=date(2024, 10, 10))
    assert item(store, "SEC-21").state == "belum_siap"


def test_what_is_reported_for_the_whole_stands_in_no_cell(store: Store) -> None:
    tell(store, item_id("LOG-03"), PROVINCE, value=96, measure="persen", source="Diberitakan 4 Oktober 2024")
    assert matrix(store, TOPIC).total.tally.reported == 0
    (found,) = reported_for_the_whole(store, TOPIC)
    assert (found.code, found.value, found.measure, found.source) == (
        "LOG-03", 96, "persen", "Diberitakan 4 Oktober 2024",
    )  # fmt: skip
    assert found.need == 2 * 60751
    assert reported_for_the_whole(store, TOPIC, TUBAN) == []
    assert [told.counts for told in history(store, item_id("LOG-03"), PROVINCE)] == [True]


def test_each_institution_is_seen_by_what_it_reported_itself(store: Store) -> None:
    tell(store, item_id("LOG-01"), state="siap", as_of=date(2024, 10, 1), institution_id=KPU)
    tell(store, item_id("LOG-01"), state="belum_siap")
    tell(store, item_id("LOG-01"), state="belum_siap", institution_id=BAWASLU)
    assert item(store, "LOG-01").state == "belum_siap"
    assert item(store, "LOG-01", institution=KPU).state == "siap"
    found = institution_matrix(store, TOPIC)
    cells = dict(zip((head.id for head in found.regions), found.by_region, strict=True))
    assert (cells[KPU].tally.reported, cells[BAWASLU].tally.reported) == (1, 0)
    assert cells[KPU].tally.applicable == len(items(store, TOPIC, institution=KPU))
    assert found.total.tally.reported == 1


def test_one_region_can_have_two_polres(store: Store) -> None:
    served = {name: fixed_id("institution", name) for name in ("polres-mojokerto", "polres-mojokerto-kota")}
    found = institution_matrix(store, TOPIC)
    names = [head.id for head in found.regions]
    assert all(one in names for one in served.values())
    for one in served.values():
        assert "SEC-05" in {row.code for row in items(store, TOPIC, MOJOKERTO, institution=one)}


def test_who_answers_in_several_regions_has_all_of_them_in_its_cell(store: Store) -> None:
    found = institution_matrix(store, TOPIC)
    row = [head.id for head in found.regions].index(POLDA)
    asked: dict[str, int] = {}
    for one in items(store, TOPIC, institution=POLDA):
        asked[one.category] = asked.get(one.category, 0) + 1
    assert {head.name: cell.tally.applicable for head, cell in zip(found.categories, found.cells[row], strict=True)
            if cell != Cell()} == asked  # fmt: skip
