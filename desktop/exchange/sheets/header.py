"""Where a list begins: below its title rows, at the row whose words are names of columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from desktop.base.folding import fold
from desktop.exchange.sheets.shapes import Row, Sheet, letter_of

_LOOKED_AT = 40
_SAMPLES = 3
_NO_END = 1 << 40
_SHORT = 80  # letters of a line that is signed
_MOST_SIGNED = 2  # cells of a row of signatures: on the left and on the right
_NUMBERS = frozenset({"no", "nomor", "no urut", "nomor urut", "#"})
_TOTAL = re.compile(
    r"(?:sub ?|grand )?(?:total|jumlah)"
    r"(?: (?:total|keseluruhan|seluruhnya|semua|peserta|undangan|orang))*(?: \d+(?: orang)?)?$"
)
_SIGNED = re.compile(
    r"[A-Z][\w .]+, *(?:\d{1,2}|[.…_ ]+) *[A-Za-z]+ *(?:\d{4})?$"  # Bojonegoro, 20 September 2024
    r"|(?i:mengetahui|catatan|keterangan|ket\.|nb[:.]|\*|a\.n\.)"
)


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
        lower = best + 1 if _is_second_line(sheet, best) else best
        return header_at(sheet, sheet.rows[lower].number)
    return header_at(sheet, 0)


def header_at(sheet: Sheet, number: int) -> Header:
    """The header that stands in a row of the file; 0 for a list without one."""
    place = next((place for place, row in enumerate(sheet.rows) if row.number == number), -1)
    names = sheet.rows[place] if place >= 0 else None
    following = list(islice(sheet.rows, place + 1, place + 1 + 50))
    above = sheet.rows[place - 1] if place > 0 and sheet.rows[place - 1].number == number - 1 else None
    divided = above is not None and _is_second_line(sheet, place - 1)
    width = max((len(row.cells) for row in [*following, *([names] if names else [])]), default=0)
    columns = []
    for index in range(width):
        title = _title(names, above, index, divided) if names else ""
        samples = tuple(islice((row.cell(index) for row in following if row.cell(index)), _SAMPLES))
        if title or samples:
            columns.append(Column(index, title, samples))
    return Header(number if names else 0, tuple(columns))


def _title(names: Row, above: Row | None, index: int, divided: bool) -> str:
    """The name of a column: in a header of two rows "Alamat" over "Jalan" and "Kota" is said with both."""
    title = names.cell(index)
    over = above.cell(index) if above is not None and above.filled > 1 else ""
    if above is not None and divided and title and not over:  # it stands in the first of the columns it is over
        over = next((cell for cell in reversed(above.cells[:index]) if cell), "")
    if not title:
        title = over  # a name merged over both rows
    elif divided and over != title:
        title = f"{over} {title}"
    return " ".join(title.split())


def _is_second_line(sheet: Sheet, place: int) -> bool:
    """True when the row below one of names only divides them: names under names over several columns."""
    if place + 1 >= len(sheet.rows):
        return False
    upper, lower = sheet.rows[place], sheet.rows[place + 1]
    if lower.number != upper.number + 1 or upper.filled < 2 or lower.filled < 2:
        return False
    filled = {index for index, cell in enumerate(lower.cells) if cell and cell != upper.cell(index)}
    gaps = {index for index in filled if not upper.cell(index)}
    if not gaps or any(_has_digit(lower.cell(index)) for index in filled):
        return False
    over = {max((at for at in range(index) if upper.cell(at)), default=-1) for index in gaps}
    return -1 not in over and over <= filled and filled == gaps | over


def body(sheet: Sheet, header: Header) -> Iterator[Row]:
    """The rows of the list, without numbers under the names, repeated names, totals, and what is signed below."""
    names = {one.index: fold(one.title) for one in header.columns if one.title}
    end = _end(sheet, header)
    for row in sheet.rows:
        if row.number <= header.row:
            continue
        if row.number >= end:
            return
        if _repeats(row, names) or (row.number <= header.row + 2 and _is_numbering(row)) or _is_total(row):
            continue
        yield row


def _repeats(row: Row, names: Mapping[int, str]) -> bool:
    """The names of the columns again, as at the top of a later page; one of a header of two rows may differ."""
    same = sum(fold(row.cell(index)) == name for index, name in names.items())
    return bool(names) and same >= max(2, len(names) * 0.6)


def _is_total(row: Row) -> bool:
    first = next((cell for cell in row.cells if cell), "")
    others = row.cells[row.cells.index(first) + 1 :]
    return bool(_TOTAL.match(fold(first))) and not any(char.isalpha() for cell in others for char in cell)


def _end(sheet: Sheet, header: Header) -> int:
    """The number of the row where place and date, a signature or notes begin, below the last numbered row.

    Only a list with a column of numbers tells so surely; elsewhere, and while fuller rows follow, nothing ends it.
    """
    numbers = next((one.index for one in header.columns if fold(one.title) in _NUMBERS), -1)
    end = _NO_END
    for row in reversed(sheet.rows):
        if (
            numbers < 0
            or row.number <= header.row
            or row.filled > _MOST_SIGNED
            or row.cell(numbers).strip(".").isdigit()
        ):
            break
        if any(_SIGNED.match(cell) for cell in row.cells if 0 < len(cell) < _SHORT):
            end = row.number
    return end


def _is_known(cell: str, known: Collection[str]) -> bool:
    return bool(cell) and len(cell) < 60 and fold(cell) in known


def _one_column(sheet: Sheet, place: int) -> bool:
    following = sheet.rows[place + 1 : place + 11]
    return bool(following) and all(row.filled == 1 for row in following)


def _is_numbering(row: Row) -> bool:
    """1 2 3 … or (1) (2) (3) … under the names, as official tables have it."""
    cells = [cell.strip("().") for cell in row.cells if cell]
    return len(cells) > 1 and cells == [str(number) for number in range(1, len(cells) + 1)]


def _has_digit(cell: str) -> bool:
    return any(char.isdigit() for char in cell)
