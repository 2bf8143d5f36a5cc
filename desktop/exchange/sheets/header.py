"""Where a list begins: below its title rows, at the row whose words are names of columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from desktop.base.folding import fold
from desktop.exchange.sheets.shapes import Row, Sheet, letter_of

_LOOKED_AT = 40
_SAMPLES = 3
_TOTALS = ("jumlah", "total", "jumlah total", "grand total")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its place, what it is called, and some of what it holds."""

    index: int
    title: str
    samples: tuple[str, ...] = ()

    @property
    def letter(self) -> str:
        """What Excel calls it."""
        return letter_of(self.index)


@dataclass(frozen=True, slots=True)
class Header:
    """The row of names above a list; `row` is 0 where a list has none."""

    row: int
    columns: tuple[Column, ...]

    @property
    def signature(self) -> str:
        """By what the same kind of list is known again."""
        return "|".join(fold(one.title) for one in self.columns)


def find_header(sheet: Sheet, known: Collection[str]) -> Header:
    """The row in which most cells are known names of columns (folded); a header of row 0 where there is none."""
    best, most = 0, 0
    for place, row in enumerate(sheet.rows[:_LOOKED_AT]):
        score = sum(1 for cell in row.cells if _is_known(cell, known))
        second_line = score == most > 0 and place == best + 1 and row.filled > sheet.rows[best].filled
        if score > most or second_line:
            best, most = place, score
    # One word alone may be a title ("Instansi: BPBD"); it is a name only above a list of one column.
    if most >= 2 or (most == 1 and sheet.rows[best].filled == 1 and _one_column(sheet, best)):
        return header_at(sheet, sheet.rows[best].number)
    return header_at(sheet, 0)


def header_at(sheet: Sheet, number: int) -> Header:
    """The header that stands in a row of the file; 0 for a list without one."""
    place = next((place for place, row in enumerate(sheet.rows) if row.number == number), -1)
    names = sheet.rows[place] if place >= 0 else None
    following = [row for row in islice(sheet.rows, place + 1, place + 1 + 50) if not _is_numbering(row)]
    width = max((len(row.cells) for row in [*following, *([names] if names else [])]), default=0)
    above = sheet.rows[place - 1] if place > 0 and sheet.rows[place - 1].number == number - 1 else None
    columns = []
    for index in range(width):
        title = names.cell(index) if names else ""
        if not title and above is not None and above.filled > 1:
            title = above.cell(index)  # a name merged over two rows
        samples = tuple(islice((row.cell(index) for row in following if row.cell(index)), _SAMPLES))
        if title or samples:
            columns.append(Column(index, " ".join(title.split()), samples))
    return Header(number if names else 0, tuple(columns))


def body(sheet: Sheet, header: Header) -> Iterator[Row]:
    """The rows of the list: without the numbers under the names, repeated names, totals and empty rows."""
    names = {one.index: fold(one.title) for one in header.columns if one.title}
    for row in sheet.rows:
        if row.number <= header.row:
            continue
        if names and sum(fold(row.cell(index)) == name for index, name in names.items()) >= max(2, len(names) - 1):
            continue
        if row.number <= header.row + 2 and _is_numbering(row):
            continue
        first = next((cell for cell in row.cells if cell), "")
        if fold(first) in _TOTALS:
            continue
        yield row


def _is_known(cell: str, known: Collection[str]) -> bool:
    return bool(cell) and len(cell) < 60 and fold(cell) in known


def _one_column(sheet: Sheet, place: int) -> bool:
    following = sheet.rows[place + 1 : place + 11]
    return bool(following) and all(row.filled == 1 for row in following)


def _is_numbering(row: Row) -> bool:
    """1 2 3 … or (1) (2) (3) … under the names, as official tables have it."""
    cells = [cell.strip("().") for cell in row.cells if cell]
    return len(cells) > 1 and cells == [str(number) for number in range(1, len(cells) + 1)]
