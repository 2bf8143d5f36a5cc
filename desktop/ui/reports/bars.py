"""Bars of counts, drawn by hand: each part a colour and a pattern, so that they read in grey.

The longest bar is the largest count; the share that is reached stands in words at its end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui import theme
from desktop.ui.colours import Tone

BAR_ROLE = int(Qt.ItemDataRole.UserRole) + 21
"""The `Bar` of a row, for whoever draws it."""

_Index = QModelIndex | QPersistentModelIndex
_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_NARROWEST = 3.0  # pixels of a part that counts something


class Shade(NamedTuple):
    """How a part of a bar looks: whose tone its line has, what fills it, and the pattern over that."""

    tone: Tone
    ground: Literal["ink", "tint", "surface", "raised"]
    pattern: Qt.BrushStyle | None = None


Shades = Mapping[str, Shade]
"""The parts of a bar in the order in which it grows."""


class Bar(NamedTuple):
    """What a bar shows: a count for each part, and the words at its end."""

    counts: Mapping[str, int]
    words: str


class BarDelegate(QStyledItemDelegate):
    """Draws the bar of a row; `longest` is the count that fills the room, unless the row itself counts more."""

    longest = 1

    def __init__(self, shades: Shades, widest: str, parent: QWidget | None = None) -> None:
        """`widest` are the longest words that stand at the end of a bar."""
        super().__init__(parent)
        self._shades, self._widest = shades, widest

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        bar = index.data(BAR_ROLE)
        if not isinstance(bar, Bar):
            return
        look, room = theme.current(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = option.fontMetrics.horizontalAdvance(self._widest) + 2 * look.unit
        height = room.height() * 0.5
        space = QRectF(
            room.x() + 2 * look.unit, room.center().y() - height / 2, room.width() - words - 4 * look.unit, height
        )
        end = space.x()
        for shade, part in self._parts(bar, space):
            draw_shade(painter, part, shade)
            end = part.right()
        painter.setPen(look.colour("text"))
        painter.setFont(option.font)
        painter.drawText(QRectF(end + 2 * look.unit, room.y(), words, room.height()), _MIDDLE, bar.words)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus" if focused else "border"), 2))
            painter.drawRoundedRect(room.adjusted(2, 2, -2, -2), look.unit, look.unit)
        painter.restore()

    def least_width(self, metrics: QFontMetrics) -> int:
        """What a bar and its words need at least."""
        return metrics.horizontalAdvance(self._widest) + 40 * theme.current().unit

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        metrics = option.fontMetrics
        return QSize(self.least_width(metrics), metrics.height() + 4 * theme.current().unit)

    def _parts(self, bar: Bar, space: QRectF) -> Iterator[tuple[Shade, QRectF]]:
        """The parts that count something, one beside the other, none too narrow to be seen."""
        left, longest = space.x(), max(self.longest, sum(bar.counts.values()))
        for part, shade in self._shades.items():
            if count := bar.counts[part]:
                width = max(space.width() * count / longest, _NARROWEST)
                yield shade, QRectF(left, space.y(), width, space.height())
                left += width


class BarLegend(QWidget):
    """What the parts of a bar mean."""

    def __init__(self, shades: Shades, words: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = [(shade, words(part)) for part, shade in shades.items()]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(said for _, said in self._parts))

    def sizeHint(self) -> QSize:
        width = sum(self._width(said) for _, said in self._parts)
        return QSize(round(width), self.fontMetrics().height() + 2 * theme.current().unit)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, left = self.fontMetrics().height() * 0.8, 0.0
        for shade, said in self._parts:
            draw_shade(painter, QRectF(left + 1, (self.height() - side) / 2, side * 1.4, side), shade)
            painter.setPen(look.colour("muted"))
            painter.setFont(look.font())
            words = QRectF(left + side * 1.4 + 2 * look.unit, 0, self._width(said), self.height())
            painter.drawText(words, _MIDDLE, said)
            left += self._width(said)

    def _width(self, said: str) -> float:
        metrics, unit = self.fontMetrics(), theme.current().unit
        return metrics.height() * 0.8 * 1.4 + metrics.horizontalAdvance(said) + 7 * unit


def draw_shade(painter: QPainter, part: QRectF, shade: Shade) -> None:
    """Draw a part of a bar, or of its legend."""
    ink, ground = _colours(shade)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(ground)
    painter.drawRect(part)
    if shade.pattern is not None:
        painter.setBrush(QBrush(ink, shade.pattern))
        painter.drawRect(part)


def _colours(shade: Shade) -> tuple[QColor, QColor]:
    look = theme.current()
    ink, tint = look.tone(shade.tone)
    return ink, {"ink": ink, "tint": tint}.get(shade.ground) or look.colour(shade.ground)
