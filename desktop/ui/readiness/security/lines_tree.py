"""The lines of a table of the gambaran pengamanan: regions that open to their kecamatan, sums, wholes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.base.dates import short_date
from desktop.base.numbers import grouped
from desktop.services.security_tables import Cell, Line
from desktop.services.security_words import UNKNOWN
from desktop.ui import theme
from desktop.ui.readiness.wording import short_region
from desktop.ui.widgets.text import tip

Key = tuple[UUID | None, str | None, str]
_BELOW = frozenset({"sum", "district", "part"})
_WORDS = frozenset(
    {
        "Wilayah",
        "Jenis data",
        "Keterangan",
        "Selisih Polri",
        "Selisih linmas",
        "Posisi data",
        "Dilaporkan oleh",
        "Sumber",
    }
)  # the other columns hold numbers
_WIDEST = 58  # units of the theme: a longer text is cut, its tip has it whole


class LinesTree(QTreeWidget):
    """Left and Right open and close a region, Enter goes on to the fields below.

    moved()          the keyboard is at another line
    entry_wanted()   Enter: something is to be written about the line
    """

    moved = Signal()
    entry_wanted = Signal()

    def __init__(
        self, name: str, columns: Sequence[str], hidden: Collection[str], wide: str, parent: QWidget
    ) -> None:
        """`hidden` are columns that are told elsewhere; `wide` is the one that takes the room that is left."""
        super().__init__(parent)
        self._columns = tuple(columns)
        self._lines: list[Line] = []
        self._fitted = False
        self.setAccessibleName(name)
        self.setItemDelegate(_Tall(self))
        self.setHeaderLabels([*columns])
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        for place, column in enumerate(columns):
            self.setColumnHidden(place, column in hidden)
        if wide:
            self.header().setSectionResizeMode(self._columns.index(wide), QHeaderView.ResizeMode.Stretch)
        self.currentItemChanged.connect(lambda _now, _before: self.moved.emit())
        colour_selection(self)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show lines; what was open stays open, and the keyboard where it was."""
        kept, opened = self._key(self.line()), self._opened()
        self._lines = list(lines)
        self.blockSignals(True)
        self.clear()
        top: QTreeWidgetItem | None = None
        current = None
        for place, line in enumerate(self._lines):
            item = self._item(place, line)
            if line.level in _BELOW and top is not None:
                top.addChild(item)
            else:
                self.addTopLevelItem(item)
                top = item
            if self._key(line) == kept:
                current = item
        for one in self._tops():
            if self._key(self._line_of(one)) in opened:
                one.setExpanded(True)
        self._fit()
        if (wanted := current or next(self._tops(), None)) is not None:
            self.setCurrentItem(wanted)
        self.blockSignals(False)
        self.moved.emit()

    def line(self) -> Line | None:
        """The line the keyboard is at."""
        return self._line_of(self.currentItem())

    def go_to(self, region: UUID, district: str | None = None) -> None:
        """Put the keyboard to a region, or to a kecamatan of it."""
        for top in self._tops():
            below = (top.child(number) for number in range(top.childCount()))
            for item in (top, *(one for one in below if one is not None)):
                line = self._line_of(item)
                if line and (line.region_id, line.district) == (region, district) and line.level != "sum":
                    self.setCurrentItem(item)
                    return

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            colour_selection(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entry_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _item(self, place: int, line: Line) -> QTreeWidgetItem:
        item = QTreeWidgetItem()
        item.setData(0, Qt.ItemDataRole.UserRole, place)
        for column, cell in enumerate(line.cells):
            text = _text(cell, line, self._columns[column])
            item.setText(column, self._shown(line, column))
            if text:
                item.setToolTip(column, tip(text))
            if self._columns[column] not in _WORDS:
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            font = item.font(column)
            font.setBold(line.level == "total")
            font.setItalic(line.level == "sum")
            item.setFont(column, font)
        return item

    def _fit(self) -> None:
        """Give each column room for what it says, as far as it goes; one that is wider already stays so."""
        unit, measure = theme.current().unit, self.fontMetrics().horizontalAdvance
        for column, head in enumerate(self._columns):
            texts = (
                measure(self._shown(line, column)) * (1.08 if line.level == "total" else 1) for line in self._lines
            )
            needed = max(measure(head) * 1.15 + unit * 5, max(texts, default=0) + unit * 3)
            if column == 0:
                needed += 2 * self.indentation()
            width = min(round(needed), unit * _WIDEST)
            self.setColumnWidth(column, max(width, self.columnWidth(column) if self._fitted else 0))
        self._fitted = True

    def _shown(self, line: Line, column: int) -> str:
        text = _text(line.cells[column], line, self._columns[column])
        return short_region(text) if column == 0 else text

    def _opened(self) -> set[Key]:
        return {self._key(self._line_of(one)) for one in self._tops() if one.isExpanded()}

    def _tops(self) -> Iterator[QTreeWidgetItem]:
        found = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        yield from (one for one in found if one is not None)

    def _line_of(self, item: QTreeWidgetItem | None) -> Line | None:
        place = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        return self._lines[place] if isinstance(place, int) and place < len(self._lines) else None

    @staticmethod
    def _key(line: Line | None) -> Key:
        if line is None:
            return (None, None, "")
        return (line.region_id, line.district, line.level if line.region_id else line.name)


class _Tall(QStyledItemDelegate):
    """Rows as high as in the other lists."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        height = option.fontMetrics.height() + 2 * theme.current().unit
        return QSize(super().sizeHint(option, index).width(), height)


def colour_selection(view: QAbstractItemView) -> None:
    """Give the row in hand the colour it has in every list."""
    look, palette = theme.current(), QPalette()
    wanted = (("selection", QPalette.ColorGroup.Active), ("selection_idle", QPalette.ColorGroup.Inactive))
    for name, group in wanted:
        palette.setColor(group, QPalette.ColorRole.Highlight, look.colour(name))
        palette.setColor(group, QPalette.ColorRole.HighlightedText, look.colour("text"))
    if view.palette().color(QPalette.ColorRole.Highlight) != palette.color(QPalette.ColorRole.Highlight):
        view.setPalette(palette)


def _text(cell: Cell, line: Line, column: str) -> str:
    """A cell as it reads; what nobody told is a dash where the line has such a number at all."""
    if cell is None:
        return UNKNOWN if line.level in {"region", "total"} and column not in _WORDS else ""
    if isinstance(cell, date):
        return short_date(cell).partition(", ")[2]
    return grouped(cell) if isinstance(cell, int) else cell
