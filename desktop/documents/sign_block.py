"""The sign block: place and date, office with its proxy, room for pen and stamp, name, rank and number.

Nothing here imitates an electronic signature: the room between office and name stays empty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from desktop.base.dates import medium_date
from desktop.documents.blocks import Style, dotted
from desktop.documents.content import Signatory
from desktop.documents.flow import Mark, Strip
from desktop.documents.fonts import Family
from desktop.documents.page import MM, Page, Sheet
from desktop.documents.text import Line, wrap

_ROOM = 21 * MM
_DOTS = 52 * MM


@dataclass(frozen=True, slots=True)
class _Column:
    head: list[Line]
    name: list[Line]
    foot: list[Line]
    x: float


def sign_block(
    signers: Sequence[Signatory], place_and_date: str, family: Family, style: Style, sheet: Sheet
) -> list[Strip]:
    """One signer on the right, or two with the second one on the right; all of it stays on one page."""
    width = sheet.measure * 0.46
    places = [sheet.measure - width] if len(signers) == 1 else [0.0, sheet.measure - width]
    columns = [_column(signer, family, style.size, width, x) for signer, x in zip(signers, places, strict=True)]
    strips = [Strip(style.size * 1.6)]
    dated = wrap(place_and_date, family.regular, style.size, width)
    strips += _rows([[] for _ in columns[:-1]] + [dated], places, style)
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


def _column(signer: Signatory, family: Family, size: float, width: float, x: float) -> _Column:
    head: list[Line] = []
    if signer.role:
        head += wrap(f"{signer.role},", family.regular, size, width)
    for text in _office(signer):
        head += wrap(text, family.regular, size, width)
    name = wrap(signer.name, family.bold, size, width) if signer.name else [dotted(family.regular, size, _DOTS)]
    foot = wrap(signer.rank, family.regular, size, width)
    if signer.number_kind and signer.number:
        foot += wrap(f"{signer.number_kind}. {signer.number}", family.regular, size, width)
    elif signer.number_kind:
        [kind] = wrap(f"{signer.number_kind}. ", family.regular, size, width)
        dots = dotted(family.regular, size, _DOTS - kind.width)
        runs = [(family.regular, f"{signer.number_kind}. {dots.runs[0][1]}")]
        foot.append(Line(runs, kind.width + dots.width, 0, stretches=False))
    return _Column(head, name, foot, x)


def _office(signer: Signatory) -> list[str]:
    """The office that signs, below those in whose name it does: a.n., u.b., then Plt., Plh., Pj."""
    lines = []
    if signer.on_behalf:
        lines.append(f"a.n. {signer.on_behalf}")
    if signer.delegated_by:
        lines += [signer.delegated_by, "u.b."]
    if signer.position:
        lines.append(f"{signer.acting} {signer.position}".strip())
    if lines and not lines[-1].endswith((",", ".")):
        lines[-1] += ","
    return lines


def _is_name(line: Line) -> bool:
    return not line.runs[0][1].startswith("....")


def _rows(columns: list[list[Line]], places: list[float], style: Style) -> list[Strip]:
    strips = []
    for lines in zip_longest(*columns):
        marks = [
            Mark(line, x, style.baseline, style.size)
            for line, x in zip(lines, places, strict=True)
            if line is not None
        ]
        strips.append(Strip(style.line_height, marks))
    return strips


def _underline(marks: list[Mark], style: Style) -> Callable[[Page, float, float], None]:
    def draw(page: Page, x: float, top: float) -> None:
        for mark in marks:
            y = top - style.baseline - 1.6
            page.rule(x + mark.x, y, x + mark.x + mark.line.width, y, 0.6)

    return draw
