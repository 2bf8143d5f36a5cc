"""From a row of strips to pages: what stays together, where pages break, what is repeated.

A strip is the smallest piece that never parts: a line of text, a row of a table. Everything a paper consists of
is turned into strips, which are placed one below the other in a single pass, so that a paper of ten thousand
rows takes ten times as long as one of a thousand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from desktop.documents.typesetting.page import Book, Page, Sheet, Tint
from desktop.documents.typesetting.text import Line


@dataclass(slots=True)
class Mark:
    """A line of text at a place inside its strip: x from the left edge, y down from the top to the baseline."""

    line: Line
    x: float
    y: float
    size: float
    gap: float = 0.0


@dataclass(slots=True)
class Strip:
    """A piece of a page that never parts.

    `before` is white space above, dropped at the head of a page. `keeps` ties it to the strip that follows.
    `grid` is the table it belongs to and `opens_row` tells that a rule runs above it. `tints` are coloured parts
    of it, each with its left edge and width, `hatches` hatched ones.
    """

    height: float
    marks: list[Mark] = field(default_factory=list)
    before: float = 0.0
    keeps: bool = False
    grid: Grid | None = None
    opens_row: bool = True
    shade: float | None = None
    tints: Sequence[tuple[float, float, Tint]] = ()
    hatches: Sequence[tuple[float, float]] = ()
    draw: Callable[[Page, float, float], None] | None = None


@dataclass(slots=True, eq=False)
class Grid:
    """The rules of a table: where its columns part, and the head that every page repeats."""

    edges: list[float]
    head: list[Strip] = field(default_factory=list)


class Flow:
    """Places strips on pages of one kind of sheet; `place` may be called again and again, then `close`."""

    def __init__(self, book: Book, sheet: Sheet) -> None:
        self._book = book
        self.sheet = sheet
        self._page: Page | None = None
        self._y = 0.0
        self._empty = True
        self._grid: Grid | None = None
        self._rows: list[float] = []
        self._chain: list[Strip] = []  # strips tied together, waiting for the one that ends the chain

    def place(self, strips: Iterable[Strip]) -> None:
        """Set strips in order, breaking pages where they are full."""
        for strip in strips:
            self._chain.append(strip)
            if not strip.keeps:
                self._place_chain()

    def close(self) -> None:
        """Finish the table and page being filled."""
        self._place_chain()
        self._close_grid()
        self._page = None

    def _place_chain(self) -> None:
        chain, self._chain = self._chain, []
        if not chain:
            return
        if self._page is None:
            self._turn_page(chain[0].grid)
        height = sum(strip.height + strip.before for strip in chain)
        if height > self._y - self.sheet.bottom and not self._empty:
            head = sum(strip.height for strip in chain[0].grid.head) if chain[0].grid else 0.0
            if height - chain[0].before + head <= self.sheet.depth:
                self._turn_page(chain[0].grid)
        for strip in chain:
            if strip.height + strip.before > self._y - self.sheet.bottom + 0.01 and not self._empty:
                self._turn_page(strip.grid)
            self._put(strip)

    def _turn_page(self, grid: Grid | None) -> None:
        running = grid is not None and self._grid is not None and grid.head is self._grid.head
        self._close_grid()
        self._page = self._book.new_page(self.sheet)
        self._y = self.sheet.top
        self._empty = True
        if running and grid is not None:
            for strip in grid.head:
                self._put(strip)
            self._empty = True

    def _put(self, strip: Strip) -> None:
        page = self._page
        assert page is not None
        if strip.grid is not self._grid:
            self._close_grid()
            self._grid = strip.grid
        if not self._empty:
            self._y -= strip.before
        left, top = self.sheet.left, self._y
        if strip.grid is not None:
            edges = strip.grid.edges
            if strip.opens_row or not self._rows:
                self._rows.append(top)
            if strip.shade is not None:
                page.shade(left + edges[0], top - strip.height, edges[-1] - edges[0], strip.height, strip.shade)
        for x, width, colour in strip.tints:
            page.tint(left + x, top - strip.height, width, strip.height, colour)
        for x, width in strip.hatches:
            page.hatch(left + x, top - strip.height, width, strip.height)
        for mark in strip.marks:
            page.line(mark.line, left + mark.x, top - mark.y, mark.size, mark.gap)
        if strip.draw is not None:
            strip.draw(page, left, top)
        self._y = top - strip.height
        self._empty = False

    def _close_grid(self) -> None:
        if self._grid is not None and self._page is not None and self._rows:
            left, edges = self.sheet.left, self._grid.edges
            across = [(left + edges[0], y, left + edges[-1], y) for y in (*self._rows, self._y)]
            down = [(left + edge, self._rows[0], left + edge, self._y) for edge in edges]
            self._page.rules(across + down)
        self._grid = None
        self._rows = []
