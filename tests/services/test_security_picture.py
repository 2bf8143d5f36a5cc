"""Gambaran pengamanan: the newest report counts, kecamatan stand for a region nobody told of, nothing is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from desktop.base.clock import frozen
from desktop.base.errors import ClosedTopic, InvalidInput
from desktop.models import undo
from desktop.models.journal import ChangeSet, writing
from desktop.models.personnel_need import Classes, Span
from desktop.models.queries.security_picture import plan_history, security_picture, station_history
from desktop.models.security import RegionPicture, SecurityPicture
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.models.tables import TopicRegion
from desktop.services import security_words as words
from desktop.services.desk import Desk
from desktop.services.region_figures import add_figures
from desktop.services.security_patterns import USUAL, set_patterns
from desktop.services.security_picture import (
    Told,
    plan_personnel,
    report_stations,
    withdraw_report,
)
from desktop.services.security_tables import personnel_lines, station_lines
from desktop.services.topic_closing import close_topic

NOON = datetime(2024, 11, 18, 5, tzinfo=UTC)
TOPIC = fixed_id("topic", PILKADA)
BOJONEGORO, TUBAN, JATIM, MADIUN = (fixed_id("region", code) for code in ("35.22", "35.23", "35", "35.19"))


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def tell(desk: Desk, *counts: int | None, region: UUID = BOJONEGORO, **values: Any) -> ChangeSet:
    with frozen(NOON):
        told = Told(region, Classes(*counts), values.pop("district", None))
        return report_stations(desk, TOPIC, [told], **{"source": "Polres", **values})


def plan(desk: Desk, force: str, planned: int, region: UUID = BOJONEGORO, **values: Any) -> ChangeSet:
    with frozen(NOON):
        return plan_personnel(desk, TOPIC, region, force, planned, **{"source": "Renops", **values})


def picture(desk: Desk) -> SecurityPicture:
    return security_picture(desk.store, TOPIC)


def nothing_is_told(desk: Desk) -> bool:
    found = picture(desk)
    return not any(one.own or one.districts or one.plans for one in (*found.regions, *found.wholes))


def of(desk: Desk, region: UUID = BOJONEGORO) -> RegionPicture:
    found = picture(desk)
    return next(one for one in (*found.regions, *found.wholes) if one.id == region)


def test_at_first_nothing_is_known_but_how_many_stations_there_are(desk: Desk) -> None:
    found = picture(desk)
    assert nothing_is_told(desk)
    assert [len(found.regions), len(found.wholes), len(found.area)] == [8, 2, 8]
    assert words.unclassified(of(desk)) == "Belum ada laporan"
    assert (of(desk).stations.value, words.figure_kind(of(desk).stations)) == (2120, "DPT")  # type: ignore[union-attr]
    assert words.figure_kind(of(desk, TUBAN).stations) == "DPS (sementara)"


def test_the_newest_day_counts_and_older_reports_are_the_history(desk: Desk) -> None:
    tell(desk, 2000, 0, 0, as_of=date(2024, 11, 15))
    tell(desk, 2101, 19, 0, as_of=date(2024, 11, 17))
    tell(desk, 1, 1, 1, as_of=date(2024, 11, 1))
    assert of(desk).classes == Classes(2101, 19, 0)
    assert words.unclassified(of(desk)) == "Semua TPS diklasifikasikan"
    assert [one.as_of.day for one in station_history(desk.store, TOPIC, BOJONEGORO, None)] == [17, 15, 1]


def test_the_same_report_again_is_left_alone_and_a_correction_of_the_day_counts(desk: Desk) -> None:
    tell(desk, 2101, 12, 0)
    assert not tell(desk, 2101, 12, 0)
    tell(desk, 2101, 19, 0)
    assert of(desk).classes == Classes(2101, 19, 0)
    assert tell(desk, 2101, 12, 0)


def test_the_difference_is_told_in_words(desk: Desk) -> None:
    tell(desk, 2101, 12)
    assert words.unclassified(of(desk)) == "7 TPS belum diklasifikasikan"
    tell(desk, 2120, 3)
    assert words.unclassified(of(desk)) == "3 TPS lebih banyak daripada data TPS"


def test_kecamatan_stand_for_a_region_nobody_told_of(desk: Desk) -> None:
    tell(desk, 70, 5, 1, district="Kec. Bancar", region=TUBAN, as_of=date(2024, 11, 16))
    tell(desk, 60, None, 0, district="Jatirogo", region=TUBAN)
    tell(desk, 71, 5, 0, district="bancar", region=TUBAN)
    tuban = of(desk, TUBAN)
    assert [one.name for one in tuban.districts] == ["Bancar", "Jatirogo"]
    assert (tuban.classes, tuban.is_summed) == (Classes(131, 5, 0), True)
    assert words.coverage(tuban) == "dari 2 kecamatan"
    add_figures(desk, [(TUBAN, 20)], kind="districts", basis="resmi", source="BPS")
    assert words.coverage(of(desk, TUBAN)) == "dari 2 dari 20 kecamatan"


def test_where_region_and_kecamatan_differ_both_are_known(desk: Desk) -> None:
    tell(desk, 70, 5, 1, district="Bancar", region=TUBAN)
    tell(desk, 70, 5, 1, region=TUBAN)
    assert not of(desk, TUBAN).differs
    tell(desk, 1800, 60, 7, region=TUBAN)
    tuban = of(desk, TUBAN)
    assert (tuban.classes, tuban.district_sum, tuban.differs) == (Classes(1800, 60, 7), Classes(70, 5, 1), True)


def test_many_rows_are_one_deed_and_one_undo(desk: Desk) -> None:
    told = [Told(TUBAN, Classes(n, 0, 0), f"Kecamatan {n}") for n in range(20)]
    with frozen(NOON):
        changes = report_stations(desk, TOPIC, told, source="Polres Tuban", as_of=date(2024, 11, 17))
    assert of(desk, TUBAN).districts_told == 20
    assert changes.action is not None
    undo.revert(desk.store, changes.action, by="Uji")
    assert nothing_is_told(desk)


def test_a_report_taken_back_lets_the_one_before_count(desk: Desk) -> None:
    tell(desk, 10, 0, 0)
    tell(desk, 20, 0, 0)
    withdraw_report(desk, "station_risk", station_history(desk.store, TOPIC, BOJONEGORO, None)[0].id)
    assert of(desk).classes == Classes(10, 0, 0)


def test_what_cannot_be_kept_is_refused_at_its_field(desk: Desk) -> None:
    wrong: tuple[tuple[str, tuple[int | None, ...], dict[str, Any]], ...] = (
        ("source", (1, 0, 0), {"source": " "}),
        ("low", (None, None, None), {}),
        ("medium", (1, -1, 0), {}),
        ("as_of", (1, 0, 0), {"as_of": date(2024, 12, 24)}),
        ("region_id", (1, 0, 0), {"region": MADIUN}),
        ("district", (1, 0, 0), {"region": JATIM, "district": "Bancar"}),
    )
    for field, counts, values in wrong:
        with pytest.raises(InvalidInput) as refused:
            tell(desk, *counts, **values)
        assert refused.value.field == field
    assert nothing_is_told(desk)


def test_a_closed_topic_takes_no_report(desk: Desk) -> None:
    with frozen(NOON):
        close_topic(desk, TOPIC)
    with pytest.raises((ClosedTopic, InvalidInput)):
        tell(desk, 1, 0, 0)


def test_personnel_are_compared_with_what_the_pattern_asks(desk: Desk) -> None:
    tell(desk, 2101, 19, 0)
    plan(desk, "polri", 400, as_of=date(2024, 11, 10))
    bojonegoro = of(desk)
    assert bojonegoro.need(picture(desk).patterns) is None
    assert words.gap(400, None) == "Kebutuhan belum dapat dihitung"
    set_patterns(desk, TOPIC, USUAL)
    needed = bojonegoro.need(picture(desk).patterns)
    assert needed is not None
    # 2101 stations make 211 groups of ten or 263 of eight, 19 make 5 of four.
    assert (needed.police, needed.linmas) == (Span(432, 536), Span(4240, 4240))
    planned = bojonegoro.planned("polri")
    assert planned is not None
    assert words.gap(planned.count, needed.police) == "Kurang 32 s.d. 136 personel"
    assert words.gap(460, needed.police).startswith("Cukup untuk batas bawah, kurang 76 personel")
    assert words.gap(536, needed.police) == "Cukup"
    assert words.gap(None, needed.police) == "Belum ada rencana"


def test_kecamatan_plans_stand_for_the_region_as_long_as_it_has_none(desk: Desk) -> None:
    plan(desk, "polri", 20, district="Bancar", region=TUBAN)
    plan(desk, "polri", 30, district="Jatirogo", region=TUBAN)
    planned = of(desk, TUBAN).planned("polri")
    assert planned is not None
    assert (planned.count, planned.districts) == (50, 2)
    plan(desk, "polri", 300, region=TUBAN)
    planned = of(desk, TUBAN).planned("polri")
    assert planned is not None
    assert (planned.count, planned.districts) == (300, 0)
    assert [one.planned for one in plan_history(desk.store, TOPIC, TUBAN)] == [300]


def test_what_was_told_of_the_province_is_never_added_up(desk: Desk) -> None:
    for force, part, number in (
        ("polri", "Polda", 3152), ("polri", "Satwil", 23062), ("tni", None, 8239), ("linmas", None, 120624),
        ("lainnya", "seluruh personel yang dilaporkan", 155937),
    ):  # fmt: skip
        plan(desk, force, number, region=JATIM, district=part, source="jurnas.net")
    found = picture(desk)
    lines = personnel_lines(found)
    parts = [
        (one.name, *filter(lambda cell: isinstance(cell, int), one.cells)) for one in lines if one.level == "part"
    ]
    assert sorted(parts) == [
        ("Linmas", 120624), ("Polri (Polda)", 3152), ("Polri (Satwil)", 23062), ("TNI", 8239),
        ("seluruh personel yang dilaporkan", 155937),
    ]  # fmt: skip
    told = {cell for line in lines for cell in line.cells if isinstance(cell, int)}
    assert told == {number for _, number in parts}
    assert found.rolled_up(found.area).planned == {}


def test_the_lines_are_the_regions_their_kecamatan_the_area_and_the_wholes(desk: Desk) -> None:
    set_patterns(desk, TOPIC, USUAL)
    tell(desk, 70, 5, 1, district="Bancar", region=TUBAN)
    tell(desk, 1800, 60, 7, region=TUBAN)
    plan(desk, "polri", 1, region=TUBAN)
    lines = station_lines(picture(desk))
    assert [one.level for one in lines] == ["region"] * 2 + ["sum", "district"] + ["region"] * 6 + ["total"] + [
        "whole"
    ] * 2
    assert lines[1].cells[1:8] == (
        1800, 60, 7, 1867, 1867, "DPS (sementara)", "Semua TPS diklasifikasikan; berbeda dengan jumlah kecamatan",
    )  # fmt: skip
    assert lines[2].cells[:5] == ("Jumlah kecamatan", 70, 5, 1, 76)
    total = personnel_lines(picture(desk))[-3]
    assert total.cells[:4] == (
        "Wilayah kerja (8 wilayah)",
        "398 s.d. 494 (1/8)",
        "1 (1/8)",
        "Kurang di 1 dari 1 wilayah",
    )


def test_a_sum_says_how_many_regions_are_in_it(desk: Desk) -> None:
    set_patterns(desk, TOPIC, USUAL)
    tell(desk, 2101, 12, 0)
    tell(desk, 1860, 0, 7, region=TUBAN)
    tell(desk, 60000, 500, 251, region=JATIM)
    plan(desk, "polri", 460)
    found = picture(desk)
    together = found.rolled_up(found.area)
    assert (together.classes, together.told, together.regions) == (Classes(3961, 12, 7), 2, 8)
    assert together.stations == 13277
    assert words.rolled_up_difference(together) == "7 TPS belum diklasifikasikan (2 dari 8 wilayah)"
    assert (together.planned, together.planning, together.needing) == ({"polri": 460}, {"polri": 1}, 2)
    tell(desk, 1870, 0, 0, region=TUBAN)  # three more than there are fill no gap of Bojonegoro
    found = picture(desk)
    assert words.rolled_up_difference(found.rolled_up(found.area)) == (
        "7 TPS belum diklasifikasikan; 3 TPS lebih banyak daripada data TPS (2 dari 8 wilayah)"
    )


def test_a_region_outside_the_area_is_shown_but_not_in_the_sum_of_the_area(desk: Desk) -> None:
    with writing(desk.store, "topic.update", by="Uji") as write:
        write.insert(TopicRegion, topic_id=TOPIC, region_id=MADIUN)
    tell(desk, 5, 0, 0, region=MADIUN)
    found = picture(desk)
    assert (len(found.regions), len(found.area)) == (9, 8)
    assert found.rolled_up(found.area).classes is None


def test_a_pattern_that_cannot_be_counted_with_is_refused_at_its_number(desk: Desk) -> None:
    for change, field in (({"stations_from": 0}, "rawan.stations_from"), ({"linmas_to": 1}, "rawan.linmas_to")):
        with pytest.raises(InvalidInput) as refused:
            set_patterns(desk, TOPIC, {"rawan": replace(USUAL["rawan"], **change)})
        assert refused.value.field == field
    set_patterns(desk, TOPIC, USUAL)
    set_patterns(desk, TOPIC, {"rawan": USUAL["rawan"]})
    assert list(picture(desk).patterns) == ["rawan"]
    assert words.patterns(USUAL)[0] == "Kurang rawan: 2 Polri, 8–10 TPS, 16–20 linmas"
    assert words.pattern_sources(USUAL) == "lazim dipakai, sesuaikan dengan Renops"
