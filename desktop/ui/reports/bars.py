"""Bars of how far follow-ups are, drawn by hand: each state a colour and a pattern, so that they read in grey.

The longest bar is the largest count; the share that is done stands in words at its end.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.models.queries.completion import Completion
from desktop.models.words import COMMITMENT_STATES
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.reports.completion_model import ROW_ROLE, count_words, percent_words

_Index = QModelIndex | QPersistentModelIndex
_ORDER = ("selesai_bukti", "selesai_laporan", "proses", "belum", "dihentikan")
"""From done to given up, as a bar grows."""
_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_NARROWEST = 3.0  # pixels of a part that counts something
_WORDS = "100% · 1.888 dari 1.888"


class BarDelegate(QStyledItemDelegate):
    """Draws the bar of a row; `longest` is the count that fills the room, unless the row itself counts more."""

    longest = 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Completion):
            return
        look, room = theme.current(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = option.fontMetrics.horizontalAdvance(_WORDS) + 2 * look.unit
        height = room.height() * 0.5
        space = QRectF(
            room.x() + 2 * look.unit, room.center().y() - height / 2, room.width() - words - 4 * look.unit, height
        )
        end = space.x()
        for state, part in _parts(row, space, max(self.longest, row.total)):
            _draw(painter, part, state)
            end = part.right()
        painter.setPen(look.colour("text"))
        painter.setFont(option.font)
        painter.drawText(QRectF(end + 2 * look.unit, room.y(), words, room.height()), _MIDDLE, percent_words(row))
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus" if focused else "border"), 2))
            painter.drawRoundedRect(room.adjusted(2, 2, -2, -2), look.unit, look.unit)
        painter.restore()

    def least_width(self, metrics: QFontMetrics) -> int:
        """What a bar and its words need at least."""
        return metrics.horizontalAdvance(_WORDS) + 40 * theme.current().unit

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        metrics = option.fontMetrics
        return QSize(self.least_width(metrics), metrics.height() + 4 * theme.current().unit)


class BarLegend(QWidget):
    """What the parts of a bar mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(COMMITMENT_STATES[state] for state in _ORDER))

    def sizeHint(self) -> QSize:
        width = sum(self._width(state) for state in _ORDER)
        return QSize(round(width), self.fontMetrics().height() + 2 * theme.current().unit)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, left = self.fontMetrics().height() * 0.8, 0.0
        for state in _ORDER:
            _draw(painter, QRectF(left + 1, (self.height() - side) / 2, side * 1.4, side), state)
            painter.setPen(look.colour("muted"))
            painter.setFont(look.font())
            words = QRectF(left + side * 1.4 + 2 * look.unit, 0, self._width(state), self.height())
            painter.drawText(words, _MIDDLE, count_words(state))
            left += self._width(state)

    def _width(self, state: str) -> float:
        metrics, unit = self.fontMetrics(), theme.current().unit
        return metrics.height() * 0.8 * 1.4 + metrics.horizontalAdvance(count_words(state)) + 7 * unit


def _parts(row: Completion, space: QRectF, longest: int) -> Iterator[tuple[str, QRectF]]:
    """The parts of a bar that count something, one beside the other, none too narrow to be seen."""
    left = space.x()
    for state in _ORDER:
        if count := row.counts[state]:
            width = max(space.width() * count / longest, _NARROWEST)
            yield state, QRectF(left, space.y(), width, space.height())
            left += width


def _draw(painter: QPainter, part: QRectF, state: str) -> None:
    ink, ground, pattern = _look(state)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(ground)
    painter.drawRect(part)
    if pattern is not None:
        painter.setBrush(QBrush(ink, pattern))
        painter.drawRect(part)


def _look(state: str) -> tuple[QColor, QColor, Qt.BrushStyle | None]:
    """Its line, its ground, and the pattern over it: from the darkest for what is proven to an empty one."""
    look = theme.current()
    ok, ok_ground = look.tone(Tone.OK)
    attention, attention_ground = look.tone(Tone.ATTENTION)
    none, _ = look.tone(Tone.NONE)
    return {
        "selesai_bukti": (ok, ok, None),
        "selesai_laporan": (ok, ok_ground, Qt.BrushStyle.Dense6Pattern),
        "proses": (attention, attention_ground, Qt.BrushStyle.BDiagPattern),
        "belum": (none, look.colour("surface"), None),
        "dihentikan": (none, look.colour("raised"), Qt.BrushStyle.DiagCrossPattern),
    }[state]
