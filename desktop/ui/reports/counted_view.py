"""A table of counts with bars: arrow keys walk through it, Enter opens the list a number counts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop.ui import theme
from desktop.ui.reports.bars import BarDelegate
from desktop.ui.reports.counted_model import BAR, CountedModel
from desktop.ui.widgets.grid_headers import CategoryHeader, NameHeader

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_LEAST_LETTERS, _MOST_OF_WIDTH = 24, 0.32  # of the names beside the rows


class CountedView(QTableView):
    """wanted(index): the list behind a number is wanted."""

    wanted = Signal(QModelIndex)

    def __init__(self, model: CountedModel[Any], name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls it."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._counts = model
        self.setModel(model)
        self._bars = BarDelegate(model.SHADES, model.WIDEST, self)
        self.setItemDelegateForColumn(BAR, self._bars)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalHeader(CategoryHeader(self))
        self.setVerticalHeader(NameHeader(self))
        self.doubleClicked.connect(self.wanted)
        model.modelReset.connect(self._renewed)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _OPENING and self.currentIndex().isValid():
            self.wanted.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, BAR))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _renewed(self) -> None:
        model = self._counts
        rows = [model.row(row).total for row in range(model.rowCount()) if not model.is_sum(row)]
        # All together are no bar beside the others: theirs fills the room, whatever it counts.
        self._bars.longest = max(rows, default=1)
        self._share_room()

    def _measure(self) -> None:
        line, unit = self.fontMetrics().height(), theme.current().unit
        self.verticalHeader().setMinimumSectionSize(line)
        self.verticalHeader().setDefaultSectionSize(line + 4 * unit)
        self.horizontalHeader().setFixedHeight(2 * line + 3 * unit)
        self._share_room()

    def _share_room(self) -> None:
        """Numbers as wide as their heads need; names what they need within limits; the bars take the rest."""
        metrics, unit = self.fontMetrics(), theme.current().unit
        model, down = self._counts, self.verticalHeader()
        names = [model.name(row) for row in range(model.rowCount())]
        strong = QFontMetrics(theme.current().font(strong=True))
        widest = max((strong.horizontalAdvance(name) for name in names), default=0) + 6 * unit
        least = metrics.averageCharWidth() * _LEAST_LETTERS
        down.setFixedWidth(round(min(max(widest, least), self.width() * _MOST_OF_WIDTH)))
        left = self.viewport().width()
        for place, what in enumerate(model.COUNTED, start=1):
            longest = max(f"{model.count_words(what)} 8.888".split(), key=len)
            width = metrics.horizontalAdvance(longest) + 5 * unit
            self.setColumnWidth(place, width)
            left -= width
        self.setColumnWidth(BAR, max(left, self._bars.least_width(metrics)))
