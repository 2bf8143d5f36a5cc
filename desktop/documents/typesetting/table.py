"""Tables that run over many pages: heads repeat, rows stay whole unless they are long.

Texts are measured and wrapped here, rows become strips, and the rules of a page are drawn as one path. There is
no second pass and nothing is split again: the time grows with the number of rows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from desktop.documents.typesetting.flow import Grid, Mark, Strip
from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.page import Tint
from desktop.documents.typesetting.shortened import shortened
from desktop.documents.typesetting.text import Line, Lines, text_width, wrap

_PAD_X = 5.0  # so much white that readers of the PDF's text keep neighbouring columns apart
_PAD_TOP = 3.0
_PAD_BOTTOM = 3.5
BULLET = "– "
_LEADING = 1.22
HEAD_GREY = 0.91
_GROUP_GREY = 0.955
_LEAST_SHARE = 0.5  # of their width that columns keep beside others that must hold a text whole
_LONGEST_WHOLE_ROW = 0.33  # of the page; a longer row may part between its lines
_HIGHEST_HEAD = 0.33  # of the page; a higher head parts like a row, and later pages repeat its beginning


_Cell = list[tuple[float, Line]]  # lines with their indents


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, its share of the table's width, and how its texts stand.

    `joins` puts it under the head of the column before, with no rule between them. `fits` is a text, such as the
    highest number, for which the column is wide enough.
    """

    head: str
    share: float
    align: str = "left"  # or "center"
    bold: bool = False
    joins: bool = False
    fits: str = ""


@dataclass(slots=True)
class Table:
    """A table of given columns over the whole text area; faces for texts and heads, size in points.

    `middle` centres texts in rows that are higher than they need to be; `padding` is how much of the usual white
    stands above and below texts. `head` opens the table, `grid.head` is what every further page repeats: the same,
    unless it is too high for that.
    """

    columns: Sequence[Column]
    width: float
    depth: float
    face: Face
    bold: Face
    size: float
    least_height: float = 0.0
    middle: bool = False
    padding: float = 1.0
    grid: Grid = field(init=False)
    head: list[Strip] = field(init=False)
    _places: list[tuple[float, float]] = field(init=False)
    _pad_top: float = field(init=False)
    _pad_bottom: float = field(init=False)

    def __post_init__(self) -> None:
        self._pad_top, self._pad_bottom = _PAD_TOP * self.padding, _PAD_BOTTOM * self.padding
        edges = [0.0]
        for width in self._widths():
            edges.append(edges[-1] + width)
        joined = {place for place, column in enumerate(self.columns) if column.joins}
        self.grid = Grid([edge for place, edge in enumerate(edges) if place not in joined])
        self._places = [(left + _PAD_X, right - left - 2 * _PAD_X) for left, right in pairwise(edges)]
        self._set_heads()

    def _widths(self) -> list[float]:
        """The columns by their shares, those that must hold a text whole at least as wide as it."""
        total = sum(column.share for column in self.columns)
        widths = [self.width * column.share / total for column in self.columns]
        least = [
            text_width(column.fits, self.face, self.size) + 2 * _PAD_X + 1 if column.fits else 0.0
            for column in self.columns
        ]
        fixed = {place for place, need in enumerate(least) if need > widths[place]}
        taken, given = sum(least[place] for place in fixed), _left(widths, fixed)
        while fixed and self.width - taken < given * _LEAST_SHARE:  # a text wider than the table can hold wraps
            fixed.remove(max(fixed, key=least.__getitem__))
            taken, given = sum(least[place] for place in fixed), _left(widths, fixed)
        scale = (self.width - taken) / given if given else 1.0
        return [least[place] if place in fixed else width * scale for place, width in enumerate(widths)]

    @property
    def line_height(self) -> float:
        """From one baseline to the next inside a cell."""
        return self.size * _LEADING

    def room(self, column: int) -> float:
        """How wide a text in that column may be."""
        return self._places[column][1]

    def place(self, column: int) -> tuple[float, float]:
        """Where the texts of a column begin, from the left edge of the table, and how wide they may be."""
        return self._places[column]

    def strips(self, rows: Iterable[Sequence[str]]) -> Iterator[Strip]:
        """The head, then the rows as they come; each row has one text for each column."""
        yield from self.head
        for row in rows:
            yield from self.row(row)

    def row(
        self,
        texts: Sequence[str],
        tints: Sequence[Tint | None] = (),
        *,
        hatched: Collection[int] = (),
        bold: bool = False,
    ) -> list[Strip]:
        """One row; parted into lines when it is too long to stay whole.

        `tints` colours its cells, one by one, `hatched` names columns whose cells are hatched; `bold` sets all
        of it like a head, for totals.
        """
        size, face = self.size, self.face
        cells = [
            _cell(text, self.bold if bold or column.bold else face, size, width)
            for text, (_, width), column in zip(texts, self._places, self.columns, strict=True)
        ]
        count = max(map(len, cells), default=0)
        height = max(count, 1) * self.line_height + self._pad_top + self._pad_bottom
        if height <= self.depth * _LONGEST_WHOLE_ROW:
            strips = [self._whole(cells, max(height, self.least_height))]
        else:
            strips = self._parted(cells, count)
        if tints:
            places = zip(self._places, tints, strict=True)
            coloured = [(x - _PAD_X, width + 2 * _PAD_X, tint) for (x, width), tint in places if tint]
            for strip in strips:
                strip.tints = coloured
        if hatched:
            slanted = [(self._places[at][0] - _PAD_X, self._places[at][1] + 2 * _PAD_X) for at in sorted(hatched)]
            for strip in strips:
                strip.hatches = slanted
        return strips

    def heading(self, text: str) -> list[Strip]:
        """A row over all columns that names the group below it."""
        lines = wrap(text, self.bold, self.size, self.width - 2 * _PAD_X)
        across = Grid([self.grid.edges[0], self.grid.edges[-1]], self.grid.head)
        strips = []
        for place, line in enumerate(lines):
            top = self._pad_top if place == 0 else 0.0
            foot = self._pad_bottom if place == len(lines) - 1 else 0.0
            marks = [Mark(line, _PAD_X, top + self._baseline(0), self.size)]
            strip = Strip(top + self.line_height + foot, marks, keeps=True, grid=across, shade=_GROUP_GREY)
            strip.opens_row = place == 0
            strips.append(strip)
        return strips

    def _set_heads(self) -> None:
        heads = [column.head for column in self.columns if not column.joins]
        places = [(left + _PAD_X, right - left - 2 * _PAD_X) for left, right in pairwise(self.grid.edges)]
        cells = [wrap(head, self.bold, self.size, width) for head, (_, width) in zip(heads, places, strict=True)]
        most = int(self.depth * _HIGHEST_HEAD / self.line_height)
        self.head = self.grid.head = self._whole_head(cells, places)
        if max(map(len, cells), default=0) > most:
            self.head = self._parted_head(cells, places)
            cut = [
                wrap(shortened(head, self.bold, self.size, width, most), self.bold, self.size, width)
                for head, (_, width) in zip(heads, places, strict=True)
            ]
            self.grid.head = self._whole_head(cut, places)

    def _whole_head(self, cells: Sequence[Lines], places: Sequence[tuple[float, float]]) -> list[Strip]:
        count = max(map(len, cells), default=0)
        height = count * self.line_height + self._pad_top + self._pad_bottom + 2
        marks = []
        for lines, (x, width) in zip(cells, places, strict=True):
            top = (height - len(lines) * self.line_height) / 2
            for place, line in enumerate(lines):
                y = top + self._baseline(place)
                marks.append(Mark(line, x + (width - line.width) / 2, y, self.size))
        return [Strip(height, marks, keeps=True, grid=self.grid, shade=HEAD_GREY)]

    def _parted_head(self, cells: Sequence[Lines], places: Sequence[tuple[float, float]]) -> list[Strip]:
        strips = []
        for place, row in enumerate(zip_longest(*cells)):
            top = self._pad_top if place == 0 else 0.0
            marks = [
                Mark(line, x + (width - line.width) / 2, top + self._baseline(0), self.size)
                for line, (x, width) in zip(row, places, strict=True)
                if line is not None
            ]
            strip = Strip(top + self.line_height, marks, keeps=True, grid=self.grid, shade=HEAD_GREY)
            strip.opens_row = place == 0
            strips.append(strip)
        strips[-1].height += self._pad_bottom
        return strips

    def _baseline(self, place: int) -> float:
        return place * self.line_height + self.size * (0.5 * _LEADING + 0.33)

    def _whole(self, cells: list[_Cell], height: float) -> Strip:
        marks = []
        for lines, (x, width), column in zip(cells, self._places, self.columns, strict=True):
            top = (height - len(lines) * self.line_height) / 2 if self.middle else self._pad_top
            for place, (shift, line) in enumerate(lines):
                if column.align == "center":
                    shift = (width - line.width) / 2
                marks.append(Mark(line, x + shift, top + self._baseline(place), self.size))
        return Strip(height, marks, grid=self.grid)

    def _parted(self, cells: list[_Cell], count: int) -> list[Strip]:
        strips = []
        for place in range(count):
            top = self._pad_top if place == 0 else 0.0
            height = self.line_height + top + (self._pad_bottom if place == count - 1 else 0.0)
            marks = []
            for lines, (x, width), column in zip(cells, self._places, self.columns, strict=True):
                if place < len(lines):
                    shift, line = lines[place]
                    if column.align == "center":
                        shift = (width - line.width) / 2
                    marks.append(Mark(line, x + shift, top + self._baseline(0), self.size))
            strips.append(Strip(height, marks, grid=self.grid, opens_row=place == 0))
        strips[0].keeps = strips[1].keeps = strips[-2].keeps = True
        return strips


def _cell(text: str, face: Face, size: float, width: float) -> _Cell:
    """The lines of a cell; the lines of a listed name ("– …") hang below its first letter."""
    if not text:
        return []
    if BULLET not in text:
        return [(0.0, line) for line in wrap(text, face, size, width)]
    hang = face.width(BULLET) * size / 1000
    cell: _Cell = []
    for part in text.split("\n"):
        if not part.startswith(BULLET):
            cell += [(0.0, line) for line in wrap(part, face, size, width)]
            continue
        lines = [(hang, line) for line in wrap(part.removeprefix(BULLET), face, size, width - hang)]
        if not lines:  # a dash by itself is what was typed
            cell += [(0.0, line) for line in wrap(part, face, size, width)]
            continue
        first = lines[0][1]
        lines[0] = (0.0, Line([(face, BULLET), *first.runs], first.width + hang, 0))
        cell += lines
    return cell


def _left(widths: Sequence[float], fixed: set[int]) -> float:
    return sum(width for place, width in enumerate(widths) if place not in fixed)
