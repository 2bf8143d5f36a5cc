"""Why an item holds back, in words, and what comes first."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.base.numbers import plain
from desktop.models.queries.readiness import matrix
from desktop.models.queries.readiness_items import ItemRow, items
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.readiness import assess
from desktop.services.readiness_words import freshness_words, holds_back, in_order, outside_due_words, reasons

TOPIC, TUBAN = fixed_id("topic", PILKADA), fixed_id("region", "35.23")
DAY, EVENT = date(2024, 11, 22), date(2024, 11, 27)


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    return Desk(sqlite_store, "Uji")


def of_tuban(desk: Desk) -> dict[str, ItemRow]:
    return {one.code: one for one in items(desk.store, TOPIC, TUBAN)}


def test_an_item_says_everything_that_holds_it_back(desk: Desk) -> None:
    for code, values in {
        "LOG-01": {"state": "siap", "as_of": DAY},
        "LOG-02": {"state": "sebagian", "value": 80, "as_of": date(2024, 11, 20)},
        "LOG-03": {"state": "siap_bukti", "as_of": date(2024, 11, 20)},
        "LOG-04": {"state": "siap_bukti", "as_of": date(2024, 11, 21)},
        "GOV-01": {"state": "belum_siap", "as_of": DAY},
    }.items():
        assess(desk, item_id(code), TUBAN, **values)  # type: ignore[arg-type]
    found = of_tuban(desk)
    assert reasons(found["LOG-01"], DAY) == ["Siap (bukti belum ada)"]
    assert reasons(found["LOG-02"], DAY) == ["Sebagian siap: 80%", "perlu dikonfirmasi, jawaban 2 hari lalu"]
    assert reasons(found["LOG-03"], DAY) == ["Siap, bukti diterima", "perlu dikonfirmasi, jawaban 2 hari lalu"]
    assert reasons(found["LOG-04"], DAY) == ["Siap, bukti diterima"]
    assert reasons(found["LOG-05"], DAY) == ["Belum ada laporan"]
    late = found["GOV-01"]
    assert late.due_on is not None
    assert reasons(late, DAY)[0] == "Belum siap"
    assert reasons(late, DAY)[1].startswith("lewat batas waktu")
    held = {code for code, item in found.items() if holds_back(item, DAY)}
    assert held == found.keys() - {"LOG-04"}


def test_more_than_is_needed_is_said_of_what_was_reported(desk: Desk) -> None:
    needed = of_tuban(desk)["LOG-05"]
    assert needed.need is not None
    for value, measure, words in (
        (needed.need, "jumlah", []),
        (needed.need + 1, "jumlah", [f"lebih dari kebutuhan {plain(needed.need)}"]),
        (100, "persen", []),
        (107, "persen", ["lebih dari kebutuhan"]),
    ):
        assess(desk, item_id("LOG-05"), TUBAN, state="siap_bukti", value=value, measure=measure, as_of=DAY)
        assert reasons(of_tuban(desk)["LOG-05"], DAY) == ["Siap, bukti diterima", *words]


def test_the_weakest_comes_first_and_is_the_worst_item_of_the_cell(desk: Desk) -> None:
    told = (
        ("SEC-07", "sebagian", DAY), ("LOG-05", "siap_bukti", DAY), ("GOV-02", "tidak_berlaku", DAY),
        ("LOG-12", "belum_siap", DAY), ("LOG-08", "siap_bukti", date(2024, 11, 1)),
    )  # fmt: skip
    for code, state, day in told:
        assess(desk, item_id(code), TUBAN, state=state, as_of=day)
    found = [item.code for item in in_order(items(desk.store, TOPIC, TUBAN), DAY)]
    assert found[:3] == ["LOG-12", "SEC-07", "LOG-08"]
    assert found[-2:] == ["LOG-05", "GOV-02"]
    whole = matrix(desk.store, TOPIC, DAY)
    worst = whole.by_region[[head.id for head in whole.regions].index(TUBAN)].worst
    assert worst is not None
    assert worst.code == found[0]


def test_an_internal_due_date_is_not_told(desk: Desk) -> None:
    found = of_tuban(desk)
    assert found["LOG-01"].due_on is not None
    assert outside_due_words(found["LOG-01"]) == ""
    assert all(outside_due_words(item) for item in found.values() if item.due_on and item.due_basis != "proposed")


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (None, "Jawaban lebih tua dari 30 hari perlu dikonfirmasi"),
        (date(2024, 12, 23), "Jawaban lebih tua dari 30 hari perlu dikonfirmasi"),
        (date(2024, 12, 22), "Sejak H-30: jawaban lebih tua dari 7 hari perlu dikonfirmasi"),
        (date(2024, 11, 29), "Sejak H-7: jawaban lebih tua dari 1 hari perlu dikonfirmasi"),
        (date(2024, 11, 20), "Sejak H-7: jawaban lebih tua dari 1 hari perlu dikonfirmasi"),
    ],
)
def test_the_rule_of_the_day_is_said(event: date | None, words: str) -> None:
    assert freshness_words(event, DAY) == words
