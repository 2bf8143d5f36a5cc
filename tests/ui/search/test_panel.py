"""Cari over the page in front: by keyboard to the very line, and back to where one was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.settings import Settings
from desktop.models.identity import new_id
from desktop.models.journal import writing
from desktop.models.queries.search import LINES_READ
from desktop.models.queries.search_hits import Hit
from desktop.models.store import Store
from desktop.models.tables import Statement
from desktop.services.desk import Desk
from desktop.ui.memory import Forgetful
from desktop.ui.pages import PageSpec
from desktop.ui.search.commands import Command
from desktop.ui.search.leads import lead_of
from desktop.ui.search.panel import SearchPanel
from desktop.ui.session import Session
from desktop.ui.theme import Theme
from desktop.ui.window import MainWindow
from tests.models.made_up import insert_meeting


class Page(QLineEdit):
    """A page that notes where it was led."""

    def __init__(self, _window: MainWindow) -> None:
        super().__init__()
        self.opened: list[dict[str, object]] = []

    def open(self, **where: object) -> None:
        self.opened.append(where)


KEYS = ("home", "meetings", "commitments", "readiness", "issues", "directory", "reports")


@pytest.fixture
def panel(qtbot: QtBot, look: Theme, sqlite_store: Store, example: UUID, tmp_path: Path) -> Iterator[SearchPanel]:
    window = MainWindow([PageSpec(key, key.title(), "house", Page) for key in KEYS], Forgetful())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    session = Session(Desk(sqlite_store, "Uji"), None, Settings(tmp_path / "settings.json"), window.bus)
    with qtbot.waitActive(window):
        window.show()
    window.set_ready()
    window.page("home").setFocus()
    made = SearchPanel(session, window)
    window.search_wanted.connect(made.open)
    yield made
    made.close_panel()


def window_of(panel: SearchPanel) -> MainWindow:
    window = panel.window()
    assert isinstance(window, MainWindow)
    return window


def look_for(panel: SearchPanel, typed: str) -> None:
    """Ctrl+K, type, and wait until what is found stands there with its numbers."""
    QTest.keyClick(
        QApplication.focusWidget() or window_of(panel), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier
    )
    QTest.keyClicks(panel.box, typed)
    panel.box.searched.emit(typed)
    panel._count()


def led(panel: SearchPanel) -> tuple[str, dict[str, object]]:
    """The page in front and where in it one was led last."""
    window = window_of(panel)
    page = window.page(window.current_page)
    assert isinstance(page, Page)
    return window.current_page, page.opened[-1]


def shown(panel: SearchPanel) -> list[object]:
    return [panel.model.row(number) for number in range(panel.model.rowCount())]


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def test_a_hit_is_opened_by_keyboard_at_its_very_line(panel: SearchPanel, example: UUID) -> None:
    look_for(panel, "logistik dinyatakan")
    assert focused() is panel.box
    (hit,) = shown(panel)
    assert isinstance(hit, Hit)
    QTest.keyClick(panel.box, Qt.Key.Key_Return)
    assert led(panel) == ("meetings", {"meeting": example, "tab": "capture", "line": hit.id})
    assert panel.isHidden()


def test_escape_leads_back_and_what_was_typed_stays(panel: SearchPanel) -> None:
    look_for(panel, "logistik")
    QTest.keyClick(panel.box, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert focused() is window_of(panel).page("home")
    look_for(panel, "")
    assert panel.box.text() == panel.box.selectedText() == "logistik"


def test_the_keyboard_stays_within_until_it_is_closed(panel: SearchPanel) -> None:
    look_for(panel, "kpu")
    visited = set()
    for _ in range(14):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        visited.add(focused())
    assert all(one is not None and panel.isAncestorOf(one) for one in visited)
    assert panel.topic in visited
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_a_click_beside_it_closes_it(panel: SearchPanel, qtbot: QtBot) -> None:
    look_for(panel, "kpu")
    page = window_of(panel).page("home")
    qtbot.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(2, page.height() - 2))
    assert panel.isHidden()


def test_kinds_show_how_many_and_narrow(panel: SearchPanel) -> None:
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.QtTest, panel)
    look_for(panel, "logistik")
    texts = {key: chip.text() for key, chip in panel.kinds._chips.items()}
    assert (texts["statement"], texts["commitment"], texts["paper"]) == (
        "Catatan  2", "Tindak lanjut  1", "Surat && berkas  0",
    )  # fmt: skip
    panel.kinds.choose({"commitment"})
    panel.kinds.changed.emit(panel.kinds.chosen())
    panel._count()
    (hit,) = shown(panel)
    assert isinstance(hit, Hit)
    assert (hit.table, panel.told.text()) == ("commitment", "1 hasil")
    panel.box.setText("tidakada")
    panel.ask()
    panel._count()
    assert "Tidak ditemukan" in panel.told.text()


def test_pages_and_deeds_are_found_too(panel: SearchPanel) -> None:
    look_for(panel, "> buat")
    (command,) = shown(panel)
    assert isinstance(command, Command)
    QTest.keyClick(panel.box, Qt.Key.Key_Return)
    assert led(panel) == ("meetings", {"new": True})
    look_for(panel, "> gelap")
    titles = [one.title for one in shown(panel) if isinstance(one, Command)]
    assert titles == ["Tema: Gelap"]


def test_of_many_hits_those_further_down_come_as_one_goes_there(panel: SearchPanel, sqlite_store: Store) -> None:
    with writing(sqlite_store, "uji.catat", by="Uji") as write:
        meeting = insert_meeting(write)
        rows = [(meeting, number, "laporan", f"Gladak nomor {number}") for number in range(LINES_READ + 40)]
        write.insert_rows(Statement, ("meeting_id", "order_no", "kind", "text"), rows)
    look_for(panel, "gladak")
    assert panel.model.rowCount() == LINES_READ
    QTest.keyClick(panel.box, Qt.Key.Key_Up)
    assert panel.model.rowCount() == LINES_READ + 40
    assert panel.told.text() == f"{LINES_READ + 40} hasil"


def test_every_kind_of_hit_leads_somewhere() -> None:
    names = ("meeting", "commitment", "issue", "topic", "category", "item", "region", "person", "institution")
    leads = {name: new_id() for name in names}

    def page(table: str, group: str, kind: str = "", **known: UUID) -> tuple[str, set[str]]:
        found, where = lead_of(Hit(table, group, 1, new_id(), kind, "", "", None, known or leads))
        return found, set(where)

    readiness = {name: leads[name] for name in ("topic", "category", "item", "region")}
    assert page("meeting", "meeting") == ("meetings", {"meeting"})
    assert page("commitment", "commitment") == ("commitments", {"commitment"})
    assert page("progress_report", "commitment") == ("commitments", {"commitment"})
    assert page("issue", "issue") == ("issues", {"issue"})
    assert page("assessment", "readiness", **readiness) == ("readiness", set(readiness))
    assert page("person", "person") == ("directory", {"person"})
    assert page("institution", "institution") == ("directory", {"institution"})
    assert page("letter", "paper", "nota_dinas") == ("meetings", {"meeting", "tab", "paper"})
    assert page("attachment", "paper") == ("meetings", {"meeting", "tab", "paper", "file"})
    assert page("attachment", "paper", issue=leads["issue"]) == ("issues", {"issue"})
    assert page("attachment", "paper", **readiness) == ("readiness", set(readiness))
    assert page("issued_paper", "paper") == ("reports", {"tab", "paper"})
