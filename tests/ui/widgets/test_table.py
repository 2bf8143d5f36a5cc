from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.memory import COLUMN_WIDTHS, Forgetful
from desktop.ui.widgets.columns import Column, cell
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.windowed_model import EmptyListing
from tests.ui.listings import MemoryListing

COLUMNS = (
    Column("title", "Judul", cell(1), width=20, stretch=True),
    Column("state", "Keadaan", cell(2), tone=lambda row: row[3]),
    Column("note", "Catatan", cell(4), sortable=False),
)
Between = tuple[QLineEdit, DataTable, QLineEdit]
STATES = (("Konsep", Tone.NONE), ("Terlambat", Tone.PROBLEM))


def rows(count: int) -> list[tuple[object, ...]]:
    return [(seq, f"Rapat {seq}", *STATES[seq % 2], f"catatan {seq}") for seq in range(1, count + 1)]


@pytest.fixture
def memory() -> Forgetful:
    return Forgetful()


@pytest.fixture
def table(qtbot: QtBot, memory: Forgetful) -> DataTable:
    made = DataTable(COLUMNS, "rapat", memory)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.set_listing(MemoryListing(rows(600)))
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def test_the_keyboard_starts_at_the_first_row(table: DataTable) -> None:
    assert table.current_seq() == 1


def test_enter_opens_the_current_record(qtbot: QtBot, table: DataTable) -> None:
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [2]


def test_a_double_click_opens_a_record(qtbot: QtBot, table: DataTable) -> None:
    where = table.visualRect(table.rows.index(4, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened.args == [5]


def test_home_and_end_go_to_the_first_and_last_row(qtbot: QtBot, table: DataTable) -> None:
    table.rows.finish()
    qtbot.keyClick(table, Qt.Key.Key_End)
    last = table.current_seq()
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert (last, table.current_seq()) == (600, 1)


@pytest.fixture
def between(qtbot: QtBot) -> Iterator[Between]:
    """A table between two fields; the first field has the focus."""
    page = QWidget()
    qtbot.addWidget(page)
    line = QHBoxLayout(page)
    before, table, after = QLineEdit(), DataTable(COLUMNS, "rapat"), QLineEdit()
    table.set_listing(MemoryListing(rows(3)))
    for widget in (before, table, after):
        line.addWidget(widget)
    with qtbot.waitActive(page):
        page.show()
    before.setFocus()
    yield before, table, after
    page.close()


def test_tab_leaves_the_table(qtbot: QtBot, between: Between) -> None:
    _before, table, after = between
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after


def test_tabbing_into_the_table_chooses_the_first_row(qtbot: QtBot, between: Between) -> None:
    before, table, _after = between
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is table
    assert (table.current_seq(), table.selected_seqs()) == (1, [1])


def test_coming_back_to_the_table_chooses_the_row_one_left(qtbot: QtBot, between: Between) -> None:
    before, table, _after = between
    table.select_seq(3)
    table.clearSelection()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert (table.current_seq(), table.selected_seqs()) == (3, [3])


def test_a_click_into_the_table_chooses_only_the_row_clicked(qtbot: QtBot, between: Between) -> None:
    _before, table, _after = between
    told: list[object] = []
    table.current_changed.connect(told.append)
    where = table.visualRect(table.rows.index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert (told, table.selected_seqs()) == ([2], [2])


def test_copied_rows_are_cells_for_excel(qtbot: QtBot, table: DataTable) -> None:
    table.set_listing(
        MemoryListing([(1, 'Rapat "A"\nbaris dua', "Konsep", None, "=1+1"), (2, "B\tC", "Konsep", None, "-")])
    )
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    assert copied == '"Rapat ""A""\nbaris dua"\tKonsep\t\'=1+1\n"B\tC"\tKonsep\t\'-\n'


def test_a_header_click_asks_for_the_order_and_a_second_one_for_its_reverse(
    qtbot: QtBot, table: DataTable
) -> None:
    asked: list[tuple[str, bool]] = []
    table.sort_wanted.connect(lambda key, descending: asked.append((key, descending)))
    for _ in range(3):
        table.header.sectionClicked.emit(1)
    assert asked == [("state", False), ("state", True), ("state", False)]


def test_a_column_without_order_keeps_the_mark_where_it_was(qtbot: QtBot, table: DataTable) -> None:
    table.set_sort("title", descending=True)
    with qtbot.assertNotEmitted(table.sort_wanted):
        table.header.sectionClicked.emit(2)
    assert table.header.sortIndicatorSection() == 0
    assert table.header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_the_current_record_stays_current_in_another_order(qtbot: QtBot, table: DataTable) -> None:
    table.select_seq(3)
    with qtbot.assertNotEmitted(table.current_changed):
        table.set_listing(MemoryListing(list(reversed(rows(600)))))
        table.rows.finish()
    assert table.current_seq() == 3
    assert table.currentIndex().row() == 597


def test_a_record_filtered_away_is_no_longer_current(qtbot: QtBot, table: DataTable) -> None:
    table.select_seq(3)
    with qtbot.waitSignal(table.current_changed) as told:
        table.set_listing(MemoryListing(rows(2)))
    assert told.args == [None]
    assert table.current_seq() is None


def test_a_record_far_down_is_gone_to_when_its_row_arrives(qtbot: QtBot, table: DataTable) -> None:
    table.set_listing(MemoryListing(rows(600)))
    with qtbot.waitSignal(table.current_changed, check_params_cb=lambda seq: seq == 550):
        table.select_seq(550)
    assert table.selected_seqs() == [550]


def test_the_title_takes_what_the_others_leave(qtbot: QtBot, table: DataTable) -> None:
    others = table.columnWidth(1) + table.columnWidth(2)
    assert table.columnWidth(0) == table.viewport().width() - others
    table.resize(200, 300)
    assert table.columnWidth(0) >= table.fontMetrics().averageCharWidth() * 20


def test_widths_and_hidden_columns_are_remembered(qtbot: QtBot, table: DataTable, memory: Forgetful) -> None:
    table.setColumnWidth(1, 177)
    hide = table.header.column_actions(table)[1]
    hide.setChecked(False)
    table.header.remember()
    assert memory.get(COLUMN_WIDTHS)["rapat"][1:] == [177, 0]
    again = DataTable(COLUMNS, "rapat", memory)
    qtbot.addWidget(again)
    assert (again.columnWidth(1), again.isColumnHidden(2)) == (177, True)


def test_columns_that_say_nothing_are_left_out_until_they_do(
    qtbot: QtBot, table: DataTable, memory: Forgetful
) -> None:
    table.header.leave_out({"state"})
    table.header.measure()  # as with other letters
    assert table.isColumnHidden(1)
    assert [action.text() for action in table.header.column_actions(table)] == ["Catatan"]
    table.header.column_actions(table)[0].setChecked(False)
    table.header.remember()
    table.header.leave_out(())
    assert (table.isColumnHidden(1), table.isColumnHidden(2)) == (False, True)
    again = DataTable(COLUMNS, "rapat", memory)
    qtbot.addWidget(again)
    assert (again.isColumnHidden(1), again.isColumnHidden(2)) == (False, True)


def test_the_stretching_column_cannot_be_hidden(table: DataTable) -> None:
    assert [action.text() for action in table.header.column_actions(table)] == ["Keadaan", "Catatan"]


def hover(table: DataTable, row: int, column: int) -> str:
    where = table.visualRect(table.rows.index(row, column)).center()
    QApplication.sendEvent(
        table.viewport(), QHelpEvent(QEvent.Type.ToolTip, where, table.viewport().mapToGlobal(where))
    )
    return QToolTip.text()


def test_cut_text_is_shown_whole_and_as_typed_in_a_tip(qtbot: QtBot, table: DataTable) -> None:
    long = "<img src=x> " + "Rapat koordinasi " * 20
    table.set_listing(MemoryListing([(1, long, "Konsep", None, "x"), (2, "pendek", "Konsep", None, "x")]))
    assert hover(table, 1, 0) == ""
    assert hover(table, 0, 0).startswith("<span>&lt;img")
    QToolTip.hideText()


def test_an_empty_list_says_what_to_do(qtbot: QtBot, table: DataTable) -> None:
    empty = EmptyState("inbox", "Belum ada rapat.", action="Rapat baru")
    table.set_empty_state(empty)
    assert not empty.isVisible()
    table.set_listing(EmptyListing())
    assert empty.isVisible()
    table.set_listing(MemoryListing(rows(2)))
    assert not empty.isVisible()


def test_the_selection_is_bright_only_with_the_focus(qtbot: QtBot, look: theme.Theme, table: DataTable) -> None:
    with_focus = table.palette().color(QPalette.ColorRole.Highlight).name()
    table.clearFocus()
    without = table.palette().color(QPalette.ColorRole.Highlight).name()
    assert (with_focus, without) == (look.colours["selection"], look.colours["selection_idle"])


def test_rows_grow_with_the_letters(look: theme.Theme, table: DataTable) -> None:
    before = table.rowHeight(0)
    look.set_scale(150)
    assert table.rowHeight(0) > before


def test_a_state_is_drawn_in_its_colour(qtbot: QtBot, look: theme.Theme, table: DataTable) -> None:
    drawn = table.viewport().grab(table.visualRect(table.rows.index(2, 1))).toImage()
    colours = {drawn.pixelColor(QPoint(x, drawn.height() // 2)).name() for x in range(drawn.width())}
    assert look.colours["problem_ground"] in colours


def test_dates_none_and_numbers_become_text() -> None:
    assert cell(1)((1, None)) == ""
    assert cell(1)((1, 12)) == "12"
    assert cell(1, date.isoformat)((1, date(2024, 9, 26))) == "2024-09-26"


class PaintedAreas(QObject):
    """Notes how much of a widget each paint had to draw."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.heights: list[int] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.rect().height())
        return super().eventFilter(watched, event)


def is_still(painted: PaintedAreas) -> bool:
    """Whether some turns of the event loop paint nothing more."""
    painted.heights.clear()
    for _ in range(3):
        QApplication.processEvents()
    return not painted.heights


def test_scrolling_paints_only_the_rows_that_come_into_view(qtbot: QtBot, table: DataTable) -> None:
    table.rows.finish()
    painted = PaintedAreas(table.viewport())
    qtbot.waitUntil(lambda: is_still(painted))
    table.verticalScrollBar().setValue(3)
    qtbot.waitUntil(lambda: bool(painted.heights))
    assert painted.heights[0] == 3 * table.rowHeight(0)


def test_scrolling_stays_light_when_the_theme_changes(qtbot: QtBot, look: theme.Theme, table: DataTable) -> None:
    table.rows.finish()
    painted = PaintedAreas(table.viewport())
    look.set_choice(theme.ThemeChoice.DARK)
    qtbot.waitUntil(lambda: bool(painted.heights))
    qtbot.waitUntil(lambda: is_still(painted))
    table.verticalScrollBar().setValue(3)
    qtbot.waitUntil(lambda: bool(painted.heights))
    assert painted.heights[0] == 3 * table.rowHeight(0)
