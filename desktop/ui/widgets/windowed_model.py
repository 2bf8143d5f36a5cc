"""A table model for lists of any length: it holds four bytes a row and formats only what is looked at.

The first paint needs the first rows only. The order of all rows then arrives as arrays of `seq`, one chunk in
each turn of the event loop, and the table grows by insertion, so that scrolling, selection and the screen reader
are never interrupted. Rows are fetched and formatted in pages of 256, of which 64 are kept.
"""

from __future__ import annotations

import sys
from array import array
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from desktop.base.errors import AppError
from desktop.ui.widgets.columns import Column, Row
from desktop.ui.widgets.row_format import DISPLAY, Page, RowFormat

PAGE = 256
PAGES_KEPT = 64
_BEFORE_KEYS_MS = 30  # the first rows are painted before the rest is counted
_SCAN_FROM = 30  # from here one pass over all keys is faster than searching each
_Index = QModelIndex | QPersistentModelIndex

_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Listing(Protocol):
    """An ordered, filtered list of records, as `desktop.models.queries` give it. Column 0 of a row is its seq."""

    def head(self, limit: int) -> Sequence[Row]:
        """The first rows."""

    def key_chunks(self) -> Iterator[array[int]]:
        """The seq of all rows in order, the first rows included, in chunks of some thousand."""

    def rows(self, seqs: Sequence[int]) -> Sequence[Row]:
        """The rows with these seq in the same order; those that are gone are left out."""


class EmptyListing:
    """A list without rows."""

    def head(self, _limit: int) -> Sequence[Row]:
        return ()

    def key_chunks(self) -> Iterator[array[int]]:
        return iter(())

    def rows(self, _seqs: Sequence[int]) -> Sequence[Row]:
        return ()


class WindowedTableModel(QAbstractTableModel):
    """Shows a `Listing` in columns.

    total_known(int)    the last row has been counted
    failed(AppError)    rows that came into view could not be read; they stay blank until the list is set again
    """

    total_known = Signal(int)
    failed = Signal(object)

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._alignments = [_RIGHT if column.right else _LEFT for column in columns]
        self._format = RowFormat(columns)
        self._planes = self._format.planes
        self._listing: Listing = EmptyListing()
        self._keys = array("I")
        self._pages: OrderedDict[int, Page] = OrderedDict()
        self._last: tuple[int, Page] = (-1, ())
        self._chunks: Iterator[array[int]] | None = None
        self._counted = 0
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._take_chunk)

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    @property
    def listing(self) -> Listing:
        """The list that is shown."""
        return self._listing

    @property
    def complete(self) -> bool:
        """Whether the number of rows is final."""
        return self._chunks is None

    def set_listing(self, listing: Listing) -> None:
        """Show another list (another order, filter or search) from its first row."""
        self.beginResetModel()
        self._listing = listing
        self._forget_pages()
        first = list(listing.head(PAGE))
        self._keys = array("I", (row[0] for row in first))
        if first:
            self._keep_page(0, self._format.page(first))
        self._counted = 0
        self._chunks = None
        self.endResetModel()
        if len(first) < PAGE:
            self._turn.stop()
            self.total_known.emit(len(first))
        else:
            self._chunks = iter(listing.key_chunks())
            self._turn.start(_BEFORE_KEYS_MS)

    def seq_at(self, row: int) -> int:
        """The seq of the record in a row."""
        return self._keys[row]

    def row_of(self, seq: int, start: int = 0) -> int:
        """The row of a record, or -1 when it is not in the list (yet); looked for from the row `start` on."""
        try:
            return self._keys.index(seq, start)
        except ValueError:
            return -1

    def records(self, rows: Sequence[int]) -> Sequence[Row]:
        """The rows as the listing gives them, fetched in one go."""
        return self._listing.rows([self._keys[row] for row in rows])

    def refresh_rows(self, seqs: Sequence[int]) -> None:
        """Fetch these records again and repaint just them; what is gone from the list leaves the table."""
        places = self._places(set(seqs))
        fresh = {row[0]: row for row in self.records(places)}
        for place in reversed(places):
            if self._keys[place] not in fresh:
                self._remove(place)
        if len(fresh) < len(places):
            places = self._places(set(fresh))
        for place in places:
            self._replace(place, fresh[self._keys[place]])
        for first, last in _runs(places):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def finish(self) -> None:
        """Take all remaining chunks at once: for tests and for jumping to the end."""
        while self._chunks is not None:
            self._take_chunk()

    # Qt's side

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._keys)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = DISPLAY) -> object:
        plane = self._planes.get(role)
        if plane is None:
            return self._alignments[index.column()] if role == _ALIGNMENT else None
        number, offset = divmod(index.row(), PAGE)
        page = self._last[1] if number == self._last[0] else self._page(number)
        return page[plane][offset][index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role == DISPLAY:
                return self._columns[section].title
            if role == _ALIGNMENT:
                return self._alignments[section]
        return None

    def _places(self, seqs: set[int]) -> list[int]:
        if len(seqs) > _SCAN_FROM:
            return [row for row, seq in enumerate(self._keys) if seq in seqs]
        return sorted(row for row in map(self.row_of, seqs) if row >= 0)

    # Pages

    def _page(self, number: int) -> Page:
        page = self._pages.get(number)
        if page is None:
            keys = self._keys[number * PAGE : (number + 1) * PAGE]
            page = self._format.page(self._fetch(keys))
        self._keep_page(number, page)
        return page

    def _fetch(self, keys: Sequence[int]) -> list[Row | None]:
        """The rows of a page; blank ones where they cannot be read.

        Qt asks from within painting, where an exception would spread to whatever is painted next: a known fault
        is told by `failed`, a defect goes to the crash hook at once.
        """
        try:
            return _in_order(keys, self._listing.rows(keys))
        except AppError as fault:
            QTimer.singleShot(0, self, partial(self.failed.emit, fault))
        except Exception as defect:
            sys.excepthook(type(defect), defect, defect.__traceback__)
        return [None] * len(keys)

    def _keep_page(self, number: int, page: Page) -> None:
        self._pages[number] = page
        self._pages.move_to_end(number)
        if len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        self._last = (number, page)

    def _forget_pages(self) -> None:
        self._pages.clear()
        self._last = (-1, ())

    def _replace(self, place: int, row: Row) -> None:
        number, offset = divmod(place, PAGE)
        page = self._pages.get(number)
        if page is not None:
            for plane, fresh in zip(page, self._format.page([row]), strict=True):
                plane[offset] = fresh[0]

    # Growth

    def _take_chunk(self) -> None:
        self._turn.setInterval(0)
        chunk = next(self._chunks, None) if self._chunks is not None else None
        if chunk is None:
            self._turn.stop()
            self._chunks = None
            self._cut(self._counted)
            self.total_known.emit(len(self._keys))
            return
        start, known = self._counted, len(self._keys)
        self._counted += len(chunk)
        overlap = max(0, min(known - start, len(chunk)))
        if self._keys[start : start + overlap] != chunk[:overlap]:
            # The list changed between its first rows and its keys: show the order the keys tell.
            self._keys[start : start + overlap] = chunk[:overlap]
            self._forget_pages()
            self.dataChanged.emit(self.index(start, 0), self.index(start + overlap - 1, len(self._columns) - 1))
        if len(chunk) > overlap:
            self.beginInsertRows(QModelIndex(), known, known + len(chunk) - overlap - 1)
            self._keys.extend(chunk[overlap:] if overlap else chunk)
            # Only now: whoever heard that rows are about to come may have asked for the short page again.
            self._forget_short_page(known)
            self.endInsertRows()

    def _cut(self, total: int) -> None:
        if total < len(self._keys):
            self.beginRemoveRows(QModelIndex(), total, len(self._keys) - 1)
            del self._keys[total:]
            self._forget_pages()
            self.endRemoveRows()

    def _remove(self, place: int) -> None:
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._keys[place]
        self._counted = max(0, self._counted - 1)
        self._forget_pages()
        self.endRemoveRows()

    def _forget_short_page(self, known: int) -> None:
        """A page loaded while it was the last one is too short once rows follow."""
        if known % PAGE:
            self._pages.pop(known // PAGE, None)
            self._last = (-1, ())


def _in_order(keys: Sequence[int], rows: Sequence[Row]) -> list[Row | None]:
    """The rows beside their keys; None where a record is gone from the list."""
    if len(rows) == len(keys):
        return list(rows)
    by_seq = {row[0]: row for row in rows}
    return [by_seq.get(seq) for seq in keys]


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring rows joined: 3, 4, 5, 9 are 3–5 and 9–9."""
    if not places:
        return
    first = places[0]
    for place, following in pairwise(places):
        if following != place + 1:
            yield first, place
            first = following
    yield first, places[-1]
