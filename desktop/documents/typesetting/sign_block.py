"""The sign block: place and date, office with its proxy, room for pen and stamp, name, rank and number.

Nothing here imitates an electronic signature: the room between office and name stays empty. Where the office wants
it, that room becomes an empty signature field of the file, which prints nothing (`sign_fields`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, zip_longest

from desktop.base.dates import medium_date
from desktop.documents.content import Signatory
from desktop.documents.typesetting.blocks import Style, dotted
from desktop.documents.typesetting.flow import Mark, Strip
from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.page import MM, Book, Page, Sheet
from desktop.documents.typesetting.text import Line, text_width, wrap

_ROOM = 21 * MM
_DOTS = 52 * MM
_LONGEST_NAME = 40  # letters of a field's name


_Row = tuple[float, Line]  # a line with its indent


@dataclass(frozen=True, slots=True)
class _Column:
    head: list[_Row]
    name: list[_Row]
    foot: list[_Row]


def sign_block(
    signers: Sequence[Signatory],
    place_and_date: str,
    book: Book,
    style: Style,
    sheet: Sheet,
    *,
    pen_only: bool = False,
) -> list[Strip]:
    """One signer on the right, or two with the second one on the right; all of it stays together.

    A paper that is signed by hand in any case is `pen_only`. NIP and NRP stand there where the office prints them.
    """
    family = book.family
    width = sheet.measure * 0.44
    places = [sheet.measure - width] if len(signers) == 1 else [0.0, sheet.measure - width]
    columns = [_column(signer, book, style.size, width) for signer in signers]
    dated = _plain(wrap(place_and_date, family.regular, style.size, width))
    strips = [Strip(style.size * 1.6)]
    strips += _rows([*([] for _ in columns[:-1]), dated], places, style)
    strips += _rows([column.head for column in columns], places, style)
    names = [field_name(signer) for signer in signers]
    strips.append(Strip(_ROOM, draw=None if pen_only else _rooms(names, places, width)))
    named = _rows([column.name for column in columns], places, style)
    for strip in named:
        strip.draw = _underline([mark for mark in strip.marks if _is_name(mark.line)], style)
    strips += named
    strips += _rows([column.foot for column in columns], places, style)
    for strip in strips:
        strip.keeps = True
    strips[-1].keeps = False
    return strips


def place_and_date(city: str, day: date | None) -> str:
    """What stands above the signatures: `Bojonegoro, 26 September 2024`, as far as it is known."""
    if day is None:
        return f"{city}, {'.' * 30}" if city else ""
    return ", ".join(part for part in (city, medium_date(day)) if part)


def field_name(signer: Signatory) -> str:
    """What the field of somebody who signs is called: the role, else the office, in the plainest letters."""
    for words in (signer.role, signer.position or ""):
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")
        parts = re.findall("[A-Za-z0-9]+", plain)
        if parts:
            whole = [name for name in accumulate(parts, "{}_{}".format) if len(name) <= _LONGEST_NAME]
            return whole[-1] if whole else parts[0][:_LONGEST_NAME]
    return "Penanda_Tangan"


def _column(signer: Signatory, book: Book, size: float, width: float) -> _Column:
    face, bold = book.family.regular, book.family.bold
    head: list[_Row] = []
    if signer.role:
        head += _plain(wrap(f"{signer.role},", face, size, width))
    if signer.on_behalf:
        head += _proxy(signer.on_behalf, face, size, width)
    for text in _office(signer):
        head += _plain(wrap(text, face, size, width))
    name = wrap(signer.name or "", bold, size, width) or (dotted(face, size, _DOTS),)
    foot = _plain(wrap(signer.rank, face, size, width))
    if not book.profile.sign_numbers:
        return _Column(head, _plain(name), foot)
    if signer.number_kind and signer.number:
        foot += _plain(wrap(f"{signer.number_kind}. {signer.number}", face, size, width))
    elif signer.number_kind:
        label = f"{signer.number_kind}. "
        taken = text_width(label, face, size)
        dots = dotted(face, size, _DOTS - taken)
        foot.append((0.0, Line([(face, label + dots.runs[0][1])], taken + dots.width, 0)))
    return _Column(head, _plain(name), foot)


def _office(signer: Signatory) -> list[str]:
    """The office that signs, below the one that passed the mandate on; Plt., Plh., Pj. stand before it."""
    lines = [signer.delegated_by, "u.b."] if signer.delegated_by else []
    if signer.position:
        lines.append(f"{signer.acting} {signer.position},".strip())
    return lines


def _proxy(office: str, face: Face, size: float, width: float) -> list[_Row]:
    """The office represented, with its "a.n." hung out to the left so that all lines begin alike."""
    label = "a.n. "
    hang = text_width(label, face, size)
    rows = _plain(wrap(office, face, size, width))
    if rows:
        first = rows[0][1]
        rows[0] = (-hang, Line([(face, label), *first.runs], first.width + hang, 0))
    return rows


def _plain(lines: Sequence[Line]) -> list[_Row]:
    return [(0.0, line) for line in lines]


def _is_name(line: Line) -> bool:
    return bool(line.runs) and not line.runs[0][1].startswith("....")


def _rows(columns: Sequence[Sequence[_Row]], places: list[float], style: Style) -> list[Strip]:
    strips = []
    for rows in zip_longest(*columns):
        marks = [
            Mark(row[1], x + row[0], style.baseline, style.size)
            for row, x in zip(rows, places, strict=True)
            if row is not None
        ]
        strips.append(Strip(style.line_height, marks))
    return strips


def _rooms(names: Sequence[str], places: Sequence[float], width: float) -> Callable[[Page, float, float], None]:
    def draw(page: Page, x: float, top: float) -> None:
        for name, place in zip(names, places, strict=True):
            page.room_to_sign(name, x + place, top - _ROOM, width, _ROOM)

    return draw


def _underline(marks: list[Mark], style: Style) -> Callable[[Page, float, float], None]:
    def draw(page: Page, x: float, top: float) -> None:
        for mark in marks:
            y = top - style.baseline - 1.6
            page.rule(x + mark.x, y, x + mark.x + mark.line.width, y, 0.6)

    return draw
