"""Which column of a pasted block is what: item, region, state, value or note; by its heading or its cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.base.quantities import parse_quantity
from desktop.models.queries.readiness_items import ItemRow
from desktop.services.forms.status_words import is_blank, status_of
from desktop.services.region_names import RegionNames

CODE, REGION, TEXT, STATUS, AMOUNT, NOTE, NUMBER = "code", "region", "text", "status", "amount", "note", "number"
KEYS = (CODE, REGION, TEXT)
_HEADINGS = {
    CODE: ("kode", "kode butir", "no butir", "kode item"),
    REGION: ("wilayah", "kabupaten", "kabupaten kota", "kab kota", "daerah"),
    TEXT: ("butir", "uraian", "item", "indikator", "nama butir"),
    STATUS: ("status", "keadaan", "kesiapan", "status sekarang", "status kesiapan"),
    AMOUNT: ("capaian", "jumlah", "nilai", "persen", "persentase", "realisasi", "capaian jumlah persen"),
    NOTE: ("catatan", "keterangan", "ket", "penjelasan"),
    NUMBER: ("no", "nomor", "no urut"),
}
_BY_HEADING = {words: role for role, several in _HEADINGS.items() for words in several}
_ENOUGH = 0.5  # of the filled cells of a column


class Places:
    """The items and regions that can be meant, by the words people write for them."""

    def __init__(self, items: Sequence[ItemRow]) -> None:
        self.items = items
        self._codes, self._texts = _together(items, "code"), _together(items, "text")
        self._regions = RegionNames((name, name) for name in {one.region for one in items})

    def regions(self, cell: str) -> set[str]:
        """The names of the regions a cell can mean; `Mojokerto` can be two."""
        return set(self._regions.meant(cell))

    def called(self, role: str, cell: str) -> list[ItemRow]:
        """An item by its code or its text, in each of its regions."""
        return (self._codes if role == CODE else self._texts).get(fold(cell), [])

    def knows(self, role: str, cell: str) -> bool:
        """Whether a cell is an item's code, its text, or a region."""
        if role == REGION:
            return bool(self.regions(cell))
        return bool(self.called(role, cell))


def _together(items: Sequence[ItemRow], field: str) -> dict[str, list[ItemRow]]:
    found: dict[str, list[ItemRow]] = {}
    for one in items:
        found.setdefault(fold(getattr(one, field)), []).append(one)
    return found


def roles_of(rows: Sequence[Sequence[str]], places: Places) -> tuple[list[str | None], bool]:
    """The role of each column, None for one that is not used, and whether the first row is a heading."""
    width = max((len(row) for row in rows), default=0)
    head = [_BY_HEADING.get(fold(cell)) for cell in rows[0]] if rows else []
    told = any(role in (STATUS, AMOUNT, NOTE) for role in head)
    if told and sum(role is not None for role in head) >= min(2, width):
        return _once([*head, *[None] * (width - len(head))]), True
    has_heading = any(role in KEYS for role in head)  # the other columns are called as each office likes
    if has_heading:
        rows = rows[1:]
    roles: list[str | None] = [None] * width
    if has_heading:
        roles[: len(head)] = _once(head)
    for role, fits in _tests(places):
        for column in range(width):
            if roles[column] is None and role not in roles and _mostly(rows, column, fits):
                roles[column] = role
    rest = [column for column in range(width) if roles[column] is None and _is_text(_column(rows, column))]
    if rest:
        roles[rest[-1]] = NOTE
    return roles, has_heading


def _tests(places: Places) -> list[tuple[str, Callable[[str], bool]]]:
    return [
        (CODE, lambda cell: places.knows(CODE, cell)),
        (REGION, lambda cell: places.knows(REGION, cell)),
        (TEXT, lambda cell: places.knows(TEXT, cell)),
        (STATUS, lambda cell: status_of(cell) is not None),
        (AMOUNT, _is_amount),
    ]


def _mostly(rows: Sequence[Sequence[str]], column: int, fits: Callable[[str], bool]) -> bool:
    cells = _column(rows, column)
    if not cells or _is_numbering(cells):
        return False
    return sum(map(fits, cells)) >= _ENOUGH * len(cells)


def _column(rows: Sequence[Sequence[str]], column: int) -> list[str]:
    return [row[column] for row in rows if column < len(row) and not is_blank(row[column])]


def _is_numbering(cells: Sequence[str]) -> bool:
    """Whether a column only counts the rows: 1, 2, 3."""
    return len(cells) > 2 and [cell.rstrip(".") for cell in cells] == [str(n) for n in range(1, len(cells) + 1)]


def _is_text(cells: Sequence[str]) -> bool:
    return bool(cells) and not _is_numbering(cells)


def _is_amount(cell: str) -> bool:
    try:
        parse_quantity(cell)
    except InvalidInput:
        return False
    return True


def _once(roles: Sequence[str | None]) -> list[str | None]:
    """Of two columns with one heading the first counts."""
    return [role if role not in roles[:place] else None for place, role in enumerate(roles)]
