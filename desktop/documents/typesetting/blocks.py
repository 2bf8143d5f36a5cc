"""The plain parts of a paper: paragraphs, headings, numbered points, and "label : value" lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.documents.typesetting.flow import Mark, Strip
from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.page import Sheet
from desktop.documents.typesetting.text import Line, Lines, Span, text_width, wrap, wrap_spans

LEADING = 1.32
_WIDEST_GAP = 0.8  # of the font size; a line that needs wider spaces stays ragged


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set: sizes in points, `indent` from the left edge of the text area."""

    size: float
    indent: float = 0.0
    before: float = 0.0
    align: str = "left"  # or "justify", "center", "right"
    leading: float = LEADING  # a paper that must fit has its book's
    keeps: bool = False  # stays with what follows

    @property
    def line_height(self) -> float:
        """From one baseline to the next."""
        return self.size * self.leading

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline."""
        return self.size * (0.5 * self.leading + 0.33)


def paragraph(spans: Sequence[Span], style: Style, measure: float) -> list[Strip]:
    """A paragraph between its indent and `measure`; empty text gives nothing.

    Its first two and last two lines stay together, so no page begins or ends with a lonely line.
    """
    lines = wrap_spans(spans, style.size, measure - style.indent)
    strips = [Strip(style.line_height, [_mark(line, style, measure)]) for line in lines]
    if strips:
        strips[0].before = style.before
        strips[0].keeps = len(strips) > 1
        if len(strips) > 1:
            strips[-2].keeps = True
        strips[-1].keeps = style.keeps
    return strips


def hanging(label: Span, body: Sequence[Span], style: Style, measure: float, hang: float) -> list[Strip]:
    """A paragraph whose label ("1.", "a.", "–") stands to the left of it, in the indent."""
    strips = paragraph(body, replace(style, indent=style.indent + hang), measure)
    if strips:
        for line in wrap(label[0], label[1], style.size, max(hang, 30.0))[:1]:
            strips[0].marks.insert(0, Mark(line, style.indent, style.baseline, style.size))
    return strips


def keep_tail(strips: list[Strip]) -> list[Strip]:
    """The same strips with the last one tied to what follows."""
    if strips:
        strips[-1].keeps = True
    return strips


def centered_balanced(text: str, face: Face, style: Style, measure: float) -> list[Strip]:
    """A centred heading whose lines are about equally long."""
    lines = balanced(text, face, style.size, measure)
    centred = replace(style, align="center")
    strips = [Strip(style.line_height, [_mark(line, centred, measure)], keeps=True) for line in lines]
    if strips:
        strips[0].before = style.before
        strips[-1].keeps = style.keeps
    return strips


def balanced(text: str, face: Face, size: float, measure: float) -> Lines:
    """The lines of a heading, as many as it needs, all about equally long."""
    lines = wrap(text, face, size, measure)
    if not 1 < len(lines) < 6:
        return lines
    narrow, wide = measure / len(lines), measure
    for _ in range(7):
        middle = (narrow + wide) / 2
        if len(wrap(text, face, size, middle)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return wrap(text, face, size, wide)


def _mark(line: Line, style: Style, measure: float) -> Mark:
    room = measure - style.indent - line.width
    x, gap = style.indent, 0.0
    if style.align == "center":
        x += room / 2
    elif style.align == "right":
        x += room
    elif style.align == "justify" and line.stretches and 0 < room <= line.spaces * style.size * _WIDEST_GAP:
        gap = room / line.spaces
    return Mark(line, x, style.baseline, style.size, gap)


@dataclass(frozen=True, slots=True)
class Field:
    """A line of the opening table: label, and one or more paragraphs; None leaves dots to write on.

    `level` 1 indents the label; `numbers` puts 1., 2. … before the paragraphs.
    """

    label: str
    values: Sequence[str] | None
    level: int = 0
    numbers: bool = False
    colon: bool = True


def fields(rows: Sequence[Field], face: Face, style: Style, sheet: Sheet) -> Iterator[Strip]:
    """Lines of "label : value" from the style's indent on, colons and values aligned below one another."""
    step = style.size * 1.35
    label_width = max((text_width(row.label, face, style.size) + row.level * step for row in rows), default=0)
    colon = style.indent + min(label_width + style.size * 0.8, (sheet.measure - style.indent) * 0.4)
    value = colon + style.size * 0.9
    for row in rows:
        yield from _field(row, face, style, sheet.measure, (style.indent + step * row.level, colon, value))


def _field(
    row: Field, face: Face, style: Style, measure: float, places: tuple[float, float, float]
) -> list[Strip]:
    start, colon, value = places
    body = replace(style, indent=value, before=0.0)
    strips: list[Strip] = []
    if row.values is None:
        strips = [Strip(style.line_height, [_mark(dotted(face, style.size, measure - value), body, measure)])]
    elif row.numbers:
        hang = text_width(f"{len(row.values)}. ", face, style.size) + 2
        for number, text in enumerate(row.values, 1):
            strips += hanging((f"{number}.", face), [(text, face)], body, measure, hang)
    else:
        for text in row.values:
            strips += paragraph([(text, face)], body, measure)
    labels = wrap(row.label, face, style.size, colon - start - 2)
    while len(strips) < len(labels):
        strips.append(Strip(style.line_height))
    for place, line in enumerate(labels):
        strips[place].marks.insert(0, Mark(line, start, style.baseline, style.size))
        strips[place].keeps = strips[place].keeps or place < len(labels) - 1
    if strips:
        strips[0].before = style.before
        if row.colon:
            mark = Mark(wrap(":", face, style.size, 20)[0], colon, style.baseline, style.size)
            strips[0].marks.insert(min(1, len(labels)), mark)
    return strips


def dotted(face: Face, size: float, width: float) -> Line:
    """A line of dots to be written on, about `width` points long."""
    each = face.width(".") * size / 1000
    count = max(int(width / each), 1)
    return Line([(face, "." * count)], count * each, 0, stretches=False)


def letters(number: int) -> str:
    """The mark of a numbered point in letters: a … z, aa, ab …"""
    text = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        text = chr(ord("a") + place) + text
    return text


def white(height: float) -> Strip:
    """Empty space that stays with what follows."""
    return Strip(height, keeps=True)
