"""The rows of a search: commands first, then hits, of which only those in sight are read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from desktop.base.dates import medium_date
from desktop.base.errors import AppError
from desktop.models.queries.search import Place, Search
from desktop.models.queries.search_hits import Hit, hits_at
from desktop.ui.search.commands import Command

ROW = int(Qt.ItemDataRole.UserRole)
_PAGE = 40
_Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """failed(AppError): hits that came into view could not be read; they stay blank."""

    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.search: Search | None = None
        self._commands: Sequence[Command] = ()
        self._places: list[Place] = []
        self._hits: dict[int, Hit | None] = {}
        self._all_here = True

    def set_rows(self, commands: Sequence[Command], search: Search | None, places: Sequence[Place]) -> None:
        """Show these; of a search all further hits come when the last of `places` is in sight."""
        self.beginResetModel()
        self.search = search
        self._commands, self._places = commands, list(places)
        self._hits = {}
        self._all_here = search is None or not places
        self.endResetModel()

    def row(self, number: int) -> Command | Hit | None:
        """What stands in a row; None for what is gone meanwhile or cannot be read."""
        if number < len(self._commands):
            return self._commands[number]
        return self._hit(number - len(self._commands))

    def first_hit(self) -> int:
        """The row where hits begin."""
        return len(self._commands)

    # Qt's side

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._commands) + len(self._places)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role == ROW:
            return self.row(index.row())
        if role == int(Qt.ItemDataRole.DisplayRole):  # what the screen reader says
            return _spoken(self.row(index.row()))
        return None

    def canFetchMore(self, _parent: _Index) -> bool:
        return not self._all_here

    def fetchMore(self, _parent: _Index) -> None:
        self._all_here = True
        if self.search is None:
            return
        try:
            further = self.search.further()
        except AppError as fault:
            QTimer.singleShot(0, self, partial(self.failed.emit, fault))
            return
        if further:
            known = self.rowCount()
            self.beginInsertRows(QModelIndex(), known, known + len(further) - 1)
            self._places += further
            self.endInsertRows()

    def _hit(self, number: int) -> Hit | None:
        if number not in self._hits and self.search is not None:
            start = number // _PAGE * _PAGE
            some = self._places[start : start + _PAGE]
            self._hits |= dict.fromkeys(range(start, start + len(some)))
            try:
                found = hits_at(self.search.store, some)
            except AppError as fault:
                QTimer.singleShot(0, self, partial(self.failed.emit, fault))
                return None
            by_record = {(hit.table, hit.record): hit for hit in found}
            for at, place in enumerate(some, start):
                self._hits[at] = by_record.get((place.source.table, place.record))
        return self._hits.get(number)


def _spoken(row: Command | Hit | None) -> str:
    if isinstance(row, Command):
        return f"{row.title}, {row.keys}" if row.keys else row.title
    if row is None:
        return ""
    return ". ".join(filter(None, (row.words, row.title, row.text[:200], medium_date(row.day) if row.day else "")))
