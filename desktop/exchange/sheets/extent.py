"""How far the filled cells of an Excel sheet spread: the reader lays out the whole rectangle they span."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.exchange.sheets.shapes import MOST_CELLS, UnreadableTable, letter_of

# Nearly every cell stands in columns A to Z; telling the others by this alone is four times as fast.
_NOT_PLAIN = re.compile(rb'<c(?! r="[A-Z]\d{1,5}"|[a-z])')
_WITH_PREFIX = re.compile(rb":c[ >]")
# A cell that does not say where it stands, or beyond column BZ, beyond row 200,000, or far in both.
_ODD = re.compile(
    rb'[<:]c(?:>| (?:(?!r=")|r="(?:[A-Za-z]{3}|[C-Zc-z][A-Za-z]\d|[A-Za-z]{2}\d{6}|[A-Za-z](?:[2-9]\d{5}|\d{7}))))'
)
_MARK = re.compile(rb"<(?:\w+:)?(row|c|v|t)\b([^>]*)>")
_PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{0,3})(\d{0,10})")
_FARTHEST = 1_048_576


def may_spread(piece: bytes) -> bool:
    """True when the cells of this piece have to be looked at one by one; `piece` holds whole tags."""
    return bool((_NOT_PLAIN.search(piece) or _WITH_PREFIX.search(piece)) and _ODD.search(piece))


def refuse_spread(name: str, pieces: Iterable[bytes]) -> None:
    """Raise UnreadableTable when the rectangle around the filled cells is beyond any list, naming the farthest."""
    row = column = -1
    top = left = _FARTHEST
    bottom = right = -1
    for piece in pieces:
        for mark in _MARK.finditer(piece):
            kind, about = mark[1], mark[2]
            if kind in (b"row", b"c"):
                place = _PLACE.search(about)
                digits = place[2] if place else b""
                if kind == b"row":
                    row, column = int(digits) - 1 if digits else row + 1, -1
                else:
                    column = _column(place[1]) if place and place[1] else column + 1
                    row = int(digits) - 1 if digits else row
            elif not about.endswith(b"/"):
                top, left = min(top, row), min(left, column)
                bottom, right = max(bottom, row), max(right, column)
        if (bottom - top + 1) * (right - left + 1) > MOST_CELLS and bottom >= 0:
            raise UnreadableTable(
                f"Isi “{name}” tersebar sampai sel {letter_of(right)}{bottom + 1}, jauh di luar daftar.",
                "Salin daftarnya saja ke berkas baru, lalu coba lagi.",
            )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1
