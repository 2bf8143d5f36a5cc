"""Where the pages of a paper stand on screen: one below the other, at a size that is chosen or that fits."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize

FIT_WIDTH = 0
FIT_PAGE = -1
SMALLEST, LARGEST = 25, 300
_WIDEST = 2.2  # pixels for a point (1/72 inch): a page that fits grows no further, however wide the window
_STEPS = (25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300)

Size = tuple[float, float]
"""Width and height of a page in points."""


class Spot(NamedTuple):
    """A place on a page: points from its upper left corner, also beside the page."""

    page: int
    at: QPointF


@dataclass(frozen=True)
class PageLayout:
    """The pages in pixels of the whole, of which a part is in view."""

    sizes: tuple[Size, ...]
    places: tuple[QRect, ...]
    whole: QSize

    @cached_property
    def _tops(self) -> list[int]:
        return [place.top() for place in self.places]

    @cached_property
    def _bottoms(self) -> list[int]:
        return [place.bottom() for place in self.places]

    def scale(self, page: int) -> float:
        """Pixels for a point on this page."""
        return self.places[page].width() / self.sizes[page][0]

    def between(self, top: int, bottom: int) -> range:
        """The pages of which something lies between these heights; the last where all lie above."""
        first, last = bisect_left(self._bottoms, top), bisect_right(self._tops, bottom)
        return range(first, last) if first < last else range(max(len(self.places) - 1, 0), len(self.places))

    def page_at(self, height: int) -> int:
        """The page that stands at this height or ends above it."""
        return max(bisect_right(self._tops, height) - 1, 0)

    def spot_at(self, point: QPoint) -> Spot | None:
        """The place under a pixel; beside the pages, as seen from the nearest; None without pages."""
        if not self.places:
            return None
        page = self.page_at(point.y())
        following = page + 1
        if following < len(self.places) and self._tops[following] - point.y() < point.y() - self._bottoms[page]:
            page = following
        scale, place = self.scale(page), self.places[page]
        return Spot(page, QPointF(point - place.topLeft()) / scale)

    def point_of(self, spot: Spot) -> QPoint:
        """The pixel of a place."""
        page = min(spot.page, len(self.places) - 1)
        return (QPointF(self.places[page].topLeft()) + spot.at * self.scale(page)).toPoint()

    def rect_of(self, page: int, area: QRectF) -> QRectF:
        """An area of a page, given in points, in pixels."""
        scale = self.scale(page)
        corner = QPointF(self.places[page].topLeft()) + area.topLeft() * scale
        return QRectF(corner, area.size() * scale)


def lay_out(sizes: Sequence[Size], view: QSize, zoom: int, dots: float, gap: int) -> PageLayout:
    """Place pages of these sizes for a view of this size.

    `zoom` is a percentage of the true size, `FIT_WIDTH` or `FIT_PAGE`; `dots` are the screen's pixels for a
    point at the true size, `gap` is the room around a page.
    """
    room = max(view.width() - 2 * gap, 1)
    widths = [_width_of(size, room, view.height() - 2 * gap, zoom, dots) for size in sizes]
    across = max([view.width(), *(width + 2 * gap for width in widths)])
    top, places = gap, []
    for (wide, high), width in zip(sizes, widths, strict=True):
        height = max(1, round(width * high / wide))
        places.append(QRect((across - width) // 2, top, width, height))
        top += height + gap
    return PageLayout(tuple(sizes), tuple(places), QSize(across, top if places else 0))


def next_step(percent: float, by: int) -> int:
    """The next usual size above (`by` 1) or below (-1) a percentage."""
    if by > 0:
        return next((step for step in _STEPS if step > percent + 1), LARGEST)
    return next((step for step in reversed(_STEPS) if step < percent - 1), SMALLEST)


def _width_of(size: Size, room: int, depth: int, zoom: int, dots: float) -> int:
    wide, high = size
    if zoom > 0:
        return max(1, round(wide * dots * zoom / 100))
    width = min(room, wide * _WIDEST)
    if zoom == FIT_PAGE:
        width = min(width, max(depth, 1) * wide / high)
    return max(1, round(width))
