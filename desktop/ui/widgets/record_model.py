"""A table model for short lists of records, such as a meeting's agenda, a topic's stages, the rows of a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.ui.colours import Tone
from desktop.ui.widgets.columns import SYMBOL_ROLE, TONE_ROLE
from desktop.ui.widgets.text import tip

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class HasId(Protocol):
    """A record as a query returns it."""

    @property
    def id(self) -> UUID: ...


R = TypeVar("R", bound=HasId)


@dataclass(frozen=True, slots=True)
class RecordColumn(Generic[R]):
    """One column: how a record becomes text, a badge (`tone`, `symbol`), and a value to edit (`edit`).

    `field` names what is changed when the cell is edited. A column without `text` counts the rows. `width` is in
    characters; `spoken` is what a screen reader says instead of the text.
    """

    title: str
    text: Callable[[R], str] | None
    width: int = 12
    stretch: bool = False
    right: bool = False
    tone: Callable[[R], Tone] | None = None
    symbol: Callable[[R], str] | None = None
    field: str = ""
    edit: Callable[[R], object] | None = None
    tip: Callable[[R], str] | None = None
    spoken: Callable[[R], str] | None = None


class RecordModel(QAbstractTableModel, Generic[R]):
    """Holds the records of one list and shows them in columns.

    change_wanted(id, field, value)    a cell was edited: carry it out, then bring the rows anew
    """

    change_wanted = Signal(object, str, object)

    def __init__(self, columns: Sequence[RecordColumn[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[R] = []
        self.rows_move = False  # whether rows may be dragged to another place

    @property
    def records(self) -> Sequence[R]:
        """All rows in their order."""
        return self._rows

    def record(self, row: int) -> R:
        """The record in a row."""
        return self._rows[row]

    def row_of(self, record: UUID) -> int:
        """The row of a record, or -1."""
        return next((number for number, row in enumerate(self._rows) if row.id == record), -1)

    def set_records(self, records: Sequence[R]) -> None:
        """Show these rows; what stayed in its place is only repainted, so that selection and caret stay."""
        fresh = list(records)
        if [row.id for row in fresh[: len(self._rows)]] != [row.id for row in self._rows]:
            self.beginResetModel()
            self._rows = fresh
            self.endResetModel()
            return
        changed = [number for number, row in enumerate(self._rows) if row != fresh[number]]
        known = len(self._rows)
        self._rows[:] = fresh[:known]
        for number in changed:
            self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))
        if len(fresh) > known:
            self.beginInsertRows(QModelIndex(), known, len(fresh) - 1)
            self._rows = fresh
            self.endInsertRows()

    # Qt's side

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        column, record = self.columns[index.column()], self._rows[index.row()]
        if role == _Role.DisplayRole:
            return column.text(record) if column.text else str(index.row() + 1)
        if role == _Role.TextAlignmentRole:
            return (Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft) | _MIDDLE
        if role == _Role.ToolTipRole and column.tip:
            return tip(column.tip(record))
        maker = {
            int(_Role.EditRole): column.edit,
            TONE_ROLE: column.tone,
            SYMBOL_ROLE: column.symbol,
            int(_Role.AccessibleTextRole): column.spoken,
        }.get(int(role))
        return maker(record) if maker else None

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        column = self.columns[index.column()]
        if role != _Role.EditRole or column.edit is None:
            return False
        record = self._rows[index.row()]
        if column.edit(record) != value:
            self.change_wanted.emit(record.id, column.field, value)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.rows_move:
            flags |= Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        if index.isValid() and self.columns[index.column()].edit is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _Role.DisplayRole:
            return self.columns[section].title
        if role == _Role.TextAlignmentRole:
            return (
                Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            ) | _MIDDLE
        return None
