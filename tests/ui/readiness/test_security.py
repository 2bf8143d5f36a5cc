"""Pengamanan: reports typed and pasted, what is needed by pattern, and nothing that leaves without its class."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from desktop.models.personnel_need import Classes
from desktop.models.queries.security_picture import plan_history, security_picture
from desktop.models.seeds import PILKADA, fixed_id
from desktop.services.security_patterns import USUAL_SOURCE
from desktop.services.security_picture import Told, plan_personnel, report_stations
from desktop.services.topic_closing import close_topic
from desktop.ui.readiness.page import ReadinessPage
from desktop.ui.readiness.security.entry_view import EntryView
from desktop.ui.readiness.security.lines_tree import LinesTree
from desktop.ui.readiness.security.paper_view import PaperView
from desktop.ui.readiness.security.paste_dialog import PasteDialog
from desktop.ui.readiness.security.pattern_dialog import PatternDialog
from desktop.ui.readiness.security.security_tab import SecurityTab
from desktop.ui.session import Session
from desktop.ui.widgets.number_field import NumberField
from tests.ui.conftest import RecordedDoor

TOPIC = fixed_id("topic", PILKADA)
BOJONEGORO, TUBAN, JATIM = (fixed_id("region", code) for code in ("35.22", "35.23", "35"))


@pytest.fixture
def tab(page: ReadinessPage) -> SecurityTab:
    page.open(tab="security", topic=TOPIC, region=TUBAN)
    found = page.tab("security")
    assert isinstance(found, SecurityTab)
    return found


def stations(tab: SecurityTab) -> EntryView:
    found = tab.view("stations")
    assert isinstance(found, EntryView)
    return found


def write(view: EntryView, **values: object) -> None:
    """Fill fields as somebody who types."""
    for key, value in values.items():
        field = view.form.field(key)
        if isinstance(field, NumberField) and isinstance(value, str):
            field.setText(value)
        else:
            field.set_value(value)  # type: ignore[attr-defined]
        field.edited.emit()  # type: ignore[attr-defined]


def row(tree: LinesTree, name: str) -> list[str]:
    [item] = tree.findItems(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return [item.text(column) for column in range(tree.columnCount())]


def dialog(kind: type[QDialog]) -> QDialog:
    [found] = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    return found


def tell(session: Session, region: UUID, *counts: int, district: str | None = None) -> None:
    told = [Told(region, Classes(*counts), district)]
    session.run(lambda: report_stations(session.desk, TOPIC, told, source="Polres"))


def test_what_is_typed_stands_in_the_table_and_can_be_undone_and_taken_back(
    tab: SecurityTab, session: Session
) -> None:
    view = stations(tab)
    assert tab.mark.accessibleName() == "TERBATAS"
    assert row(view.tree, "Kab. Tuban")[1:8] == [
        "–",
        "–",
        "–",
        "–",
        "1.867",
        "DPS (sementara)",
        "Belum ada laporan",
    ]
    write(view, low=1800, medium=60, source="R/12")
    view.form.field("source").setFocus()
    QTest.keyClick(view.form.field("source"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert row(view.tree, "Kab. Tuban")[1:8] == [
        "1.800", "60", "–", "1.860", "1.867", "DPS (sementara)", "7 TPS belum diklasifikasikan",
    ]  # fmt: skip
    assert view.history.list.item(0).text() == "26 September 2024 · 1.800 / 60 / – TPS · R/12"
    session.undo()
    assert row(view.tree, "Kab. Tuban")[7] == "Belum ada laporan"
    session.redo()
    view.history.withdraw_button.click()
    assert row(view.tree, "Kab. Tuban")[7] == "Belum ada laporan"


def test_a_region_opens_to_its_kecamatan_and_both_are_shown_where_they_differ(
    tab: SecurityTab, session: Session
) -> None:
    view = stations(tab)
    write(view, district="Kec. Bancar", low=70, source="R/12")
    view.record()
    assert not view.form.values()["district"]
    assert row(view.tree, "Bancar")[1] == "70"
    assert row(view.tree, "Kab. Tuban")[7] == "1.797 TPS belum diklasifikasikan; dari 1 kecamatan"
    tell(session, TUBAN, 1867, 0, 0)
    assert row(view.tree, "Jumlah kecamatan")[1] == "70"
    assert row(view.tree, "Wilayah kerja (8 wilayah)")[7] == "Semua TPS diklasifikasikan (1 dari 8 wilayah)"
    view.tree.go_to(TUBAN, "Bancar")
    assert view.title.text() == "Bancar, Kabupaten Tuban"
    view.tree.setCurrentItem(view.tree.findItems("Wilayah kerja (8 wilayah)", Qt.MatchFlag.MatchExactly)[0])
    assert not view.form.isEnabled()


def test_typing_that_is_not_complete_comes_back_and_what_is_complete_is_kept_on_leaving(
    tab: SecurityTab, session: Session
) -> None:
    view = stations(tab)
    write(view, low=5, high="banyak")
    view.tree.go_to(BOJONEGORO)
    write(view, low=2101, source="dinkominfo")
    view.tree.go_to(TUBAN)
    assert (view.form.values()["low"], view.form.field("high").text()) == (5, "banyak")  # type: ignore[attr-defined]
    found = security_picture(session.store, TOPIC)
    assert [one.name for one in found.regions if one.own] == ["Kabupaten Bojonegoro"]
    view.discard_button.click()
    assert view.form.values()["low"] is None


def test_rows_pasted_from_excel_are_shown_with_verdicts_and_kept_in_one_deed(
    tab: SecurityTab, session: Session
) -> None:
    view = stations(tab)
    tell(session, TUBAN, 70, 5, 1, district="Bancar")
    head = "Kecamatan\tAman\tRawan\tSangat rawan\n"
    QGuiApplication.clipboard().setText(f"{head}Bancar\t71\t5\t0\nJatirogo\t60\t0\t0\nParengan\tbanyak\t0\t0\n")
    view.tree.setFocus()
    QTest.keyClick(view.tree, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(PasteDialog)
    assert isinstance(asked, PasteDialog)
    rows = asked.table.rows
    verdicts = [rows.index(place, 1).data() for place in range(rows.rowCount())]
    assert verdicts == ["Berubah", "Baru", "Salah"]
    asked.table.select_seq(0)
    QTest.keyClick(asked.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith(head)  # what counted before is not copied
    assert asked.save_button.text() == "Catat 2 laporan"
    asked.save()
    assert asked.isVisible()  # without a source nothing is kept
    asked.source.set_value("R/13")
    asked.save_button.click()
    assert [row(view.tree, name)[1] for name in ("Bancar", "Jatirogo")] == ["71", "60"]
    session.undo()
    assert security_picture(session.store, TOPIC).regions[1].district_sum == Classes(70, 5, 1)


def test_the_usual_pattern_is_offered_with_its_doubt_and_counts_only_once_it_is_kept(
    tab: SecurityTab, session: Session
) -> None:
    tell(session, BOJONEGORO, 2101, 19, 0)
    session.run(lambda: plan_personnel(session.desk, TOPIC, BOJONEGORO, "polri", 400, source="Renops"))
    tab.open(view="personnel", region=BOJONEGORO)
    view = tab.view("personnel")
    assert isinstance(view, EntryView)
    assert row(view.tree, "Kab. Bojonegoro")[1:4] == ["–", "400", "Kebutuhan belum dapat dihitung"]
    view.pattern_button.click()  # type: ignore[attr-defined]
    asked = dialog(PatternDialog)
    assert isinstance(asked, PatternDialog)
    assert set(asked.form.values().values()) == {None, ""}
    assert USUAL_SOURCE in asked.usual_button.text()
    asked.usual_button.click()
    asked.save()
    assert row(view.tree, "Kab. Bojonegoro")[1:4] == ["432 s.d. 536", "400", "Kurang 32 s.d. 136 personel"]
    assert USUAL_SOURCE in view.patterns.text()  # type: ignore[attr-defined]
    write(view, force="linmas", planned=4240, source="Renops")
    view.tree.go_to(TUBAN)  # what is complete is kept once
    assert [one.force for one in plan_history(session.store, TOPIC, BOJONEGORO)] == ["linmas", "polri"]
    assert row(view.tree, "Kab. Bojonegoro")[4:7] == ["4.240", "4.240", "Cukup"]


def test_the_province_is_told_of_part_by_part(tab: SecurityTab) -> None:
    tab.open(view="personnel", region=JATIM)
    view = tab.view("personnel")
    assert isinstance(view, EntryView)
    for part, number in (("Polda", 3152), ("Satwil", 23062)):
        write(view, district=part, force="polri", planned=number, source="jurnas.net")
        view.record()
    assert [row(view.tree, f"Polri ({part})")[2] for part in ("Polda", "Satwil")] == ["3.152", "23.062"]
    assert row(view.tree, "Wilayah kerja (8 wilayah)")[2] == "–"


def test_nothing_goes_to_the_clipboard(tab: SecurityTab, session: Session, qtbot: QtBot) -> None:
    tell(session, TUBAN, 1234, 0, 0)
    QGuiApplication.clipboard().setText("kosong")
    view = stations(tab)
    for shown in (view.tree, view.history.list):
        with qtbot.waitSignal(session.bus.message) as told:
            QTest.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert told.args is not None
        assert "Terbatas" in told.args[0]
    assert QGuiApplication.clipboard().text() == "kosong"
    paper = PaperView(session, tab)
    assert not [one for one in paper.panel.preview.actions() if one.shortcut() == QKeySequence.StandardKey.Copy]


def test_paper_and_workbook_are_named_by_their_class(
    tab: SecurityTab, session: Session, tmp_path: Path, door: RecordedDoor, qtbot: QtBot
) -> None:
    tell(session, TUBAN, 1234, 0, 0)
    door.will_choose(tmp_path / "TERBATAS.xlsx")
    with qtbot.waitSignal(tab._maker.written, timeout=20_000) as written:
        tab.export()
    assert written.args is not None
    book = CalamineWorkbook.from_path(written.args[0])
    assert all(name.startswith("TERBATAS") for name in book.sheet_names)
    paper = PaperView(session, tab)
    assert tab.topic is not None
    paper._topic = tab.topic
    names = paper._names()
    assert (names.kind, names.title) == ("security", "Gambaran Pengamanan Pilkada Serentak 2024 (Terbatas)")
    assert "TERBATAS" in names.file_name


def test_a_closed_topic_is_only_read(tab: SecurityTab, session: Session, page: ReadinessPage) -> None:
    tell(session, TUBAN, 1800, 60, 7)
    session.run(lambda: close_topic(session.desk, TOPIC, on=date(2024, 9, 26)))
    page.open(tab="security", topic=TOPIC, region=TUBAN)
    view = stations(tab)
    assert row(view.tree, "Kab. Tuban")[1] == "1.800"
    enabled = (view.form, view.record_button, view.history.withdraw_button, view.paste_button)  # type: ignore[attr-defined]
    assert not any(one.isEnabled() for one in enabled)
