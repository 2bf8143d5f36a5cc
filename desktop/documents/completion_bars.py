"""How far follow-ups are, as a bar within a table: each state its share, from the darkest for what is proven.

A grey copy reads like the coloured sheet: the shades grow lighter towards what is still to be done, and what was
given up is crossed out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.documents.period_recap_content import RecapTasks
from desktop.documents.typesetting.flow import Mark, Strip
from desktop.documents.typesetting.page import Book, Page, Sheet, Tint
from desktop.documents.typesetting.text import text_width, wrap

_STATES: tuple[tuple[str, str, Tint | None], ...] = (
    ("proven", "Selesai (bukti)", (0.27, 0.48, 0.35)),
    ("reported", "Selesai (laporan)", (0.62, 0.79, 0.67)),
    ("in_progress", "Dalam proses", (0.965, 0.878, 0.655)),
    ("waiting", "Belum", None),
    ("dropped", "Tidak dilanjutkan", None),
)
"""A count of `RecapTasks`, its words, its colour; from what is done on."""
_CROSSED = "dropped"
_HEIGHT, _FRAME, _GAP = 0.62, 0.35, 4.0  # of the letters' size; grey; points between crossing lines

Draw = Callable[[Page, float, float], None]


def percent_done(one: RecapTasks) -> str:
    """How many of a hundred are done, of those not given up; rounded down. A dash where there are none."""
    done = one.reported + one.proven
    wanted = one.waiting + one.in_progress + done
    return f"{done * 100 // wanted}%" if wanted else "–"


def bar(one: RecapTasks, x: float, width: float, y: float, size: float) -> Draw:
    """Draws the bar from `x` on in a strip, around `y` down from its top; all of them fill the width."""
    height = size * _HEIGHT
    whole = sum(getattr(one, state) for state, _, _ in _STATES)

    def draw(page: Page, left: float, top: float) -> None:
        start, bottom = left + x, top - y - height / 2
        for state, _, tint in _STATES:
            count = getattr(one, state)
            if count:
                part = width * count / whole
                _part(page, start, bottom, part, height, tint, crossed=state == _CROSSED)
                start += part

    return draw


def legend(book: Book, sheet: Sheet) -> list[Strip]:
    """What the parts of a bar mean; stays with what follows."""
    face, size = book.family.regular, book.size - 2
    box, x = size * 1.6, 0.0
    strip = Strip(size * 1.8, before=size * 0.4, keeps=True)
    places: list[float] = []
    for _, words, _ in _STATES:
        places.append(x)
        for line in wrap(words, face, size, sheet.measure):
            strip.marks.append(Mark(line, x + box + size * 0.5, size * 1.2, size))
        x += box + text_width(words, face, size) + size * 2.2
    strip.draw = _boxes(places, box, size)
    return [strip]


def _boxes(places: Sequence[float], box: float, size: float) -> Draw:
    def draw(page: Page, left: float, top: float) -> None:
        for x, (state, _, tint) in zip(places, _STATES, strict=True):
            _part(page, left + x, top - size * 1.3, box, size * 0.8, tint, crossed=state == _CROSSED)

    return draw


def _part(
    page: Page, x: float, y: float, width: float, height: float, tint: Tint | None, *, crossed: bool
) -> None:
    if tint is not None:
        page.tint(x, y, width, height, tint)
    if crossed:
        lines = max(int(width // _GAP), 1)
        step = width / lines
        page.rules([(x + n * step, y, x + (n + 1) * step, y + height) for n in range(lines)], 0.3)
    page.box(x, y, width, height, _FRAME)
