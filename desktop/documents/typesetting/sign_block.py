"""The sign block: place and date, office with its proxy, room for pen and stamp, name, rank and number.

Nothing here imitates an electronic signature: the room between office and name stays empty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from desktop.base.dates import medium_date
from desktop.documents.content import Signatory
from desktop.documents.typesetting.blocks import Style, dotted
from desktop.documents.typesetting.flow import Mark, Strip
from desktop.documents.typesetting.fonts import Face, Family
from desktop.documents.typesetting.page import MM, Page, Sheet
from desktop.documents.typesetting.text import Line, text_width, wrap

_ROOM = 21 * MM
_DOTS = 52 * MM


_Row = tuple[float, Line]  # a line with its indent


@dataclass(frozen=True, slots=True)
class _Column:
    head: list[_Row]
    name: list[_Row]
    foot: list[_Row]


def sign_block(
    signers: Sequence[Signatory], place_and_date: str, family: Family, style: Style, sheet: Sheet
) -> list[Strip]:
    """One signer on the right, or two with the second one on the right; all of it stays together."""
    width = sheet.measure * 0.44
    places = [sheet.measure - width] if len(signers) == 1 else [0.0, sheet.measure - width]
    columns = [_column(signer, family, style.size, width) for signer in signers]
    dated = _plain(wrap(place_and_date, family.regular, style.size, width))
    strips = [Strip(style.size * 1.6)]
    strips += _rows([*([] for _ in columns[:-1]), dated], places, style)
    strips += _rows([column.head for column in columns], places, style)
    strips.append(Strip(_ROOM))
    names = _rows([column.name for column in columns], places, style)
    for strip in names:
        strip.draw = _underline([mark for mark in strip.marks if _is_name(mark.line)], style)
    strips += names
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


def _column(signer: Signatory, family: Family, size: float, width: float) -> _Column:
    face = family.regular
    head: list[_Row] = []
    if signer.role:
        head += _plain(wrap(f"{signer.role},", face, size, width))
    if signer.on_behalf:
        head += _proxy(signer.on_behalf, face, size, width)
    for text in _office(signer):
        head += _plain(wrap(text, face, size, width))
    name = wrap(signer.name or "", family.bold, size, width) or (dotted(face, size, _DOTS),)
    foot = _plain(wrap(signer.rank, face, size, width))
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
    return not line.runs[0][1].startswith("....")


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


def _underline(marks: list[Mark], style: Style) -> Callable[[Page, float, float], None]:
    def draw(page: Page, x: float, top: float) -> None:
        for mark in marks:
            y = top - style.baseline - 1.6
            page.rule(x + mark.x, y, x + mark.x + mark.line.width, y, 0.6)

    return draw
