"""Rekap Wilayah: sums say what they are made of, what was reported for the whole stands beside and apart."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.queries.region_figures import figures_of
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.services.readiness import assess
from desktop.services.region_figures import add_figures
from desktop.ui.exports.sources import TableSource
from desktop.ui.readiness.page import ReadinessPage
from desktop.ui.readiness.rollup.tab import RollupTab
from desktop.ui.session import Session

TOPIC = fixed_id("topic", PILKADA)
JATIM, TUBAN = fixed_id("region", "35"), fixed_id("region", "35.23")
BOXES = item_id("LOG-03")


def opened(page: ReadinessPage) -> RollupTab:
    page.open(tab="rollup")
    found = page.tab("rollup")
    assert isinstance(found, RollupTab)
    QApplication.processEvents()  # a part that was just made comes into sight in the next turn
    return found


def row_of(tab: RollupTab, code: str) -> list[str]:
    """What the line of an item says, column by column."""
    model = tab.table.rows
    model.finish()
    place = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == code)
    return [str(model.index(place, column).data()) for column in range(model.columnCount())]


def test_the_offices_own_area_is_in_hand_and_the_province_shows_both_figures(page: ReadinessPage) -> None:
    tab = opened(page)
    assert [tab.sizes.rows.index(row, 2).data() for row in range(6)] == [
        "belum ada", "13.277*", "belum ada", "belum ada", "belum ada", "60.751**",
    ]  # fmt: skip
    assert tab.facts.words()[:2] == [
        "13.277 · 8 dari 8 wilayah; 5 DPT, 2 DPS, 1 coklit (sementara) · tanggal tidak disebut",
        "belum ada",
    ]
    page.open(tab="rollup", whole=JATIM)
    assert tab.title.text() == "Provinsi Jawa Timur"
    assert tab.facts.words()[1] == (
        "60.751 DPT (suarasurabaya; lenteratoday; tanggal tidak disebut) · belum dapat dibandingkan"
    )
    assert tab.summary.text() == "8 dari 38 kabupaten/kota ikut serta · 0 dari 753 dilaporkan · skor –"


def test_a_new_report_or_figure_shows_at_once(page: ReadinessPage, session: Session) -> None:
    tab = opened(page)
    session.run(
        lambda: assess(session.desk, BOXES, TUBAN, state="sebagian", value=1200, measure="jumlah")
    )  # fmt: skip
    session.run(
        lambda: assess(
            session.desk, BOXES, JATIM, state="sebagian", value=96, measure="persen", source="SILOG",
            as_of=date(2024, 9, 20),
        )
    )  # fmt: skip
    assert row_of(tab, "LOG-03")[2:] == [
        "1 dari 8", "1.200 dari 26.554 (sementara)", "32%", "hari ini", "96% · 6 hari lalu · Prov. Jawa Timur · SILOG",
    ]  # fmt: skip
    tab.told_only.click()
    assert tab.table.rows.rowCount() == 2  # the category and its item
    figures = {"kind": "polling_stations", "basis": "DPT", "source": "KPU"}
    session.run(lambda: add_figures(session.desk, [(TUBAN, 1868)], **figures))
    assert tab.facts.words()[0].startswith("13.278 · 8 dari 8 wilayah; 6 DPT, 1 DPS, 1 coklit (sementara)")
    assert figures_of(session.store, TUBAN)[1].figure.value == 1868


def test_a_line_leads_to_the_items_behind_it(page: ReadinessPage, qtbot: QtBot) -> None:
    tab = opened(page)
    with qtbot.waitSignal(page.navigate) as led:
        tab.table.opened.emit(1)
    category = page.matrix.model.matrix.categories[0].id
    assert led.args == ["readiness", {"topic": TOPIC, "category": category, "item": item_id("LOG-01")}]


def test_the_workbooks_tell_what_sums_are_made_of_and_who_reported_for_the_whole(
    page: ReadinessPage, session: Session
) -> None:
    tab = opened(page)
    sheet = TableSource(tab.sizes, tab.sizes.file_columns())
    home = next(row for piece in sheet.pieces() for row in piece if row[0] == "Bakorwil Bojonegoro")
    assert home[1:4] == (8, 13277, "8 dari 8 wilayah; 5 DPT, 2 DPS, 1 coklit (sementara)")
    old = date(2024, 8, 1)
    told = {"state": "sebagian", "value": 96, "measure": "persen", "source": "SILOG", "as_of": old}
    session.run(lambda: assess(session.desk, BOXES, JATIM, **told))
    rolled = TableSource(tab.table, tab.table.file_columns())
    row = next(row for piece in rolled.pieces() for row in piece if row[1] == "LOG-03")
    assert (row[0], *row[-2:]) == (
        "Logistik", "96%", "Provinsi Jawa Timur, SILOG, 1 Agustus 2024 (56 hari lalu, perlu dikonfirmasi)",
    )  # fmt: skip
