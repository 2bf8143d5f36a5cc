"""Rows of a list as they stand on screen, some at a time, for a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.exchange.workbook import Cell, SheetColumn
from desktop.ui.widgets.columns import Column, Row
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.windowed_model import Listing

AT_ONCE = 250  # rows read and formatted in one turn of the event loop: some milliseconds
_DISPLAY, _EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight)

Piece = list[tuple[Cell, ...]]


class Source(Protocol):
    """A list as it is shown now: later changes of filter or order do not reach it."""

    @property
    def columns(self) -> Sequence[SheetColumn]: ...

    def pieces(self) -> Iterator[Piece]:
        """The rows in the order shown."""


class TableSource:
    """What a `DataTable` shows: its visible columns in their order, or `instead` where a file needs others.

    `read_more` adds values to some rows that the screen shortens and a file has whole. `listing` takes the place
    of the table's where the screen leaves rows out.
    """

    def __init__(
        self,
        table: DataTable,
        instead: Sequence[Column] = (),
        read_more: Callable[[Sequence[Row]], Sequence[Row]] = lambda rows: rows,
        listing: Listing | None = None,
    ) -> None:
        self._read_more = read_more
        self._listing = listing or table.rows.listing
        self._columns = instead or [table.rows.columns[number] for number in table.header.shown()]

    @property
    def columns(self) -> Sequence[SheetColumn]:
        return [
            SheetColumn(one.title, _width(one.width * (2 if one.stretch else 1.2), one.title))
            for one in self._columns
        ]

    def pieces(self) -> Iterator[Piece]:
        makers = [one.value or one.text for one in self._columns]
        for keys in self._listing.key_chunks():
            for start in range(0, len(keys), AT_ONCE):
                rows = self._read_more(self._listing.rows(keys[start : start + AT_ONCE]))
                yield [tuple([make(row) for make in makers]) for row in rows]


class ModelSource:
    """What any other table shows, by the texts of its model; with `rows_are` the names of the rows come first."""

    def __init__(self, view: QTableView, rows_are: str = "") -> None:
        self._model: QAbstractItemModel = view.model()
        self._rows_are = rows_are
        header = view.horizontalHeader()
        self._places = _shown(header)
        character = max(view.fontMetrics().averageCharWidth(), 1)
        self._widths = [header.sectionSize(place) / character for place in self._places]

    @property
    def columns(self) -> Sequence[SheetColumn]:
        across = Qt.Orientation.Horizontal
        titles = [str(self._model.headerData(place, across) or "") for place in self._places]
        named = [SheetColumn(self._rows_are, 28)] if self._rows_are else []
        found = zip(titles, self._widths, strict=True)
        return [*named, *(SheetColumn(title, _width(width, title)) for title, width in found)]

    def pieces(self) -> Iterator[Piece]:
        for start in range(0, self._model.rowCount(), AT_ONCE):
            yield [self._row(row) for row in range(start, min(start + AT_ONCE, self._model.rowCount()))]

    def _row(self, row: int) -> tuple[Cell, ...]:
        cells = tuple(self._cell(row, place) for place in self._places)
        if self._rows_are:
            return (str(self._model.headerData(row, Qt.Orientation.Vertical) or ""), *cells)
        return cells

    def _cell(self, row: int, column: int) -> Cell:
        index = self._model.index(row, column)
        number = index.data(_EDIT)
        if isinstance(number, int):
            return number
        text = str(index.data(_DISPLAY) or "")
        aligned = index.data(int(Qt.ItemDataRole.TextAlignmentRole))
        at_right = aligned is not None and bool(int(aligned) & _RIGHT)
        return int(text) if at_right and text.isascii() and text.isdigit() else text


def _shown(header: QHeaderView) -> list[int]:
    order = (header.logicalIndex(place) for place in range(header.count()))
    return [place for place in order if not header.isSectionHidden(place)]


def _width(characters: float, title: str) -> float:
    return max(characters, min(len(title), 16) + 3)
