"""The header of a table: how wide columns are, which are shown, and by which one the rows are sorted."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from desktop.ui import theme
from desktop.ui.memory import COLUMN_WIDTHS, Memory, keep_sizes
from desktop.ui.widgets.columns import Column

_ROOM_FOR_ARROW = 3  # characters


class TableHeader(QHeaderView):
    """Remembers widths as the user left them (0: hidden) and lets one column take what the others leave.

    sort_wanted(key, descending)    a sortable header was clicked
    """

    sort_wanted = Signal(str, bool)

    def __init__(self, columns: Sequence[Column], name: str, memory: Memory, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self._name = name
        self._memory = memory
        self._room = 0
        self._settling = False
        self._left_out: frozenset[int] = frozenset()
        self._sorted: tuple[int, bool] | None = None
        self._pause = QTimer(self, singleShot=True, interval=500)
        self._pause.timeout.connect(self.remember)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_columns)
        self.sectionClicked.connect(self._clicked)
        self.sectionResized.connect(self._resized)

    def measure(self) -> None:
        """Give each column the width the user left it at, or one that suits the letters in use."""
        self._settling = True
        self.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 4)
        for number, column in enumerate(self._columns):
            width = self._kept_width(number)
            self.resizeSection(number, width or self._fitting_width(column))
            self.setSectionHidden(number, width == 0 or number in self._left_out)
        self._settling = False
        self.fill(self._room)

    def fill(self, room: int) -> None:
        """Let the first stretching column that is shown take what is left of `room` pixels."""
        self._room = room
        stretching = self._stretching()
        if stretching and not self._settling:
            number = stretching[0]
            others = sum(self.sectionSize(n) for n in range(self.count()) if n != number)
            self._settling = True
            self.resizeSection(number, max(self._fitting_width(self._columns[number]), room - others))
            self._settling = False

    def leave_out(self, keys: Collection[str]) -> None:
        """Show all columns but these, which say nothing about the present rows, and those the user has hidden."""
        before, self._left_out = self._left_out, frozenset(self._numbers(keys))
        self._settling = True
        for number in before - self._left_out:
            self.setSectionHidden(number, self._kept_width(number) == 0)
        for number in self._left_out:
            self.setSectionHidden(number, True)
        for number in self._stretching()[1:]:  # it may have been the first before
            self.resizeSection(number, self._fitting_width(self._columns[number]))
        self._settling = False
        self.fill(self._room)

    def set_sort(self, key: str, descending: bool) -> None:
        """Show by which column the rows are sorted."""
        for number, column in enumerate(self._columns):
            if column.key == key:
                self._sorted = (number, descending)
        self._show_sort()

    def shown(self) -> list[int]:
        """The numbers of the visible columns in the order they stand."""
        order = (self.logicalIndex(place) for place in range(self.count()))
        return [number for number in order if not self.isSectionHidden(number)]

    def column_actions(self, parent: QWidget) -> list[QAction]:
        """A tick for every column that may be hidden, for a menu."""
        actions = []
        for number, column in enumerate(self._columns):
            if not column.stretch and number not in self._left_out:
                action = QAction(column.title, parent, checkable=True, checked=not self.isSectionHidden(number))
                action.setData(number)
                action.toggled.connect(self._column_toggled)
                actions.append(action)
        return actions

    def remember(self) -> None:
        """Keep the widths for the next time this table is shown."""
        self._pause.stop()
        widths = [self._kept_width(n) if n in self._left_out else self.sectionSize(n) for n in range(self.count())]
        keep_sizes(self._memory, COLUMN_WIDTHS, self._name, widths)

    def _stretching(self) -> list[int]:
        """The columns that are shown and may stretch."""
        numbers = (number for number, column in enumerate(self._columns) if column.stretch)
        return [number for number in numbers if not self.isSectionHidden(number)]

    def _numbers(self, keys: Collection[str]) -> list[int]:
        return [number for number, column in enumerate(self._columns) if column.key in keys]

    def _kept_width(self, number: int) -> int:
        kept = self._memory.get(COLUMN_WIDTHS).get(self._name, [])
        return kept[number] if len(kept) == len(self._columns) else self._fitting_width(self._columns[number])

    def _fitting_width(self, column: Column) -> int:
        characters = max(column.width, len(column.title) + _ROOM_FOR_ARROW)
        return self.fontMetrics().averageCharWidth() * characters + 4 * theme.current().unit

    def _show_sort(self) -> None:
        self.setSortIndicatorShown(self._sorted is not None)
        number, descending = self._sorted or (-1, False)
        self.setSortIndicator(number, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)

    def _clicked(self, number: int) -> None:
        if self._columns[number].sortable:
            self._sorted = (number, self._sorted == (number, False))
            self.sort_wanted.emit(self._columns[number].key, self._sorted[1])
        self._show_sort()

    def _resized(self) -> None:
        if not self._settling:
            self._pause.start()
            QTimer.singleShot(0, self, lambda: self.fill(self._room))

    def _offer_columns(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(self.tr("Kolom yang ditampilkan"))
        menu.addActions(self.column_actions(menu))
        menu.popup(self.mapToGlobal(where))

    def _column_toggled(self, shown: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.setSectionHidden(action.data(), not shown)
            self._resized()
