"""Counts as a Qt table: a bar in front, a number for each thing that is counted, all rows together in the last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.base.numbers import grouped
from desktop.ui.reports.bars import BAR_ROLE, Bar, Shades
from desktop.ui.widgets.text import tip

BAR = 0
"""The column of the bar."""

_DISPLAY, _TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_SPOKEN, _ALIGNED = int(Qt.ItemDataRole.AccessibleTextRole), int(Qt.ItemDataRole.TextAlignmentRole)
_Index = QModelIndex | QPersistentModelIndex


class Counted(Protocol):
    """A row of counts as a query returns it."""

    @property
    def counts(self) -> Mapping[str, int]: ...

    @property
    def total(self) -> int: ...


R = TypeVar("R", bound=Counted)


class CountedModel(QAbstractTableModel, Generic[R]):
    """Shows rows of counts; the last sums up. What is counted, and how it is called, each kind of counts says."""

    COUNTED: tuple[str, ...] = ("",)
    """What the columns behind the bar count, "" all."""
    SHADES: Shades
    WIDEST = ""
    """The longest words at the end of a bar."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[R, ...] = ()

    def bar_title(self) -> str:
        """What stands above the bars."""
        raise NotImplementedError

    def bar_words(self, row: R) -> str:
        """What stands at the end of a bar."""
        raise NotImplementedError

    def row_words(self, row: R) -> str:
        """What a row is called."""
        raise NotImplementedError

    def count_words(self, what: str) -> str:
        """What a column counts, in few words."""
        raise NotImplementedError

    def whole_words(self, what: str) -> str:
        """The same where there is room."""
        return self.count_words(what)

    def count(self, row: R, what: str) -> int:
        """One number of a row."""
        return row.counts[what] if what else row.total

    def set_rows(self, rows: Sequence[R], whole: R) -> None:
        """Show other rows; nothing where nothing was counted."""
        self.beginResetModel()
        self._rows = (*rows, whole) if rows else ()
        self.endResetModel()

    def row(self, row: int) -> R:
        """What a row shows."""
        return self._rows[row]

    def is_sum(self, row: int) -> bool:
        """Whether a row is the last, of all."""
        return row == len(self._rows) - 1

    def name(self, row: int) -> str:
        """What stands before a row."""
        return self.tr("Semua") if self.is_sum(row) else self.row_words(self._rows[row])

    def counted_at(self, index: _Index) -> tuple[R, str] | None:
        """The row of a cell and what of it is counted there, the bar standing for all; None where it is none."""
        row = self._rows[index.row()]
        what = self.COUNTED[index.column() - 1] if index.column() > BAR else ""
        return (row, what) if self.count(row, what) else None

    # Qt's side

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1 + len(self.COUNTED)

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == BAR_ROLE:
            return Bar(row.counts, self.bar_words(row))
        if role == _ALIGNED:
            return None if index.column() == BAR else Qt.AlignmentFlag.AlignCenter
        if role == _EDIT and index.column() != BAR:
            return self.count(row, self.COUNTED[index.column() - 1])
        if role == _DISPLAY:
            return self.bar_words(row) if index.column() == BAR else self._number(row, index.column())
        if role in (_TIP, _SPOKEN):
            words = self._words(index)
            return tip("\n".join(words)) if role == _TIP else ". ".join(words)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role not in (_DISPLAY, _TIP):
            return None
        if orientation is Qt.Orientation.Horizontal:
            words = self.bar_title() if section == BAR else self.count_words(self.COUNTED[section - 1])
        else:
            words = self.name(section)
        return tip(words) if role == _TIP else words

    def _number(self, row: R, column: int) -> str:
        count = self.count(row, self.COUNTED[column - 1])
        return grouped(count) if count else "–"

    def _words(self, index: _Index) -> list[str]:
        row, name = self._rows[index.row()], self.name(index.row())
        if index.column() == BAR:
            counted = [(self.whole_words(part), count) for part, count in row.counts.items() if count]
            return [f"{name}: {self.bar_words(row)}", *(f"{words}: {grouped(count)}" for words, count in counted)]
        what = self.COUNTED[index.column() - 1]
        return [f"{name} · {self.whole_words(what)}: {grouped(self.count(row, what))}"]
