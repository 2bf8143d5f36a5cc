"""Draws a cell of the readiness matrix: first how much is known, then the score, in print as on screen.

The score stands as a number, as a filled part of a circle and as a calm ground; a cell nobody reported on is
hatched grey. So the matrix can be read without colours.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.queries.readiness import Cell
from desktop.models.score import Tally
from desktop.ui import theme
from desktop.ui.readiness.matrix_model import CELL_ROLE
from desktop.ui.readiness.pie import draw_pie
from desktop.ui.readiness.wording import coverages, score_text, tone_of

_Index = QModelIndex | QPersistentModelIndex
_USUAL = Tally(applicable=28, reported=20)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class CellDelegate(QStyledItemDelegate):
    """For the cells of a `MatrixModel`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        look = theme.current()
        tile = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell.is_empty:
            painter.setPen(look.colour("faint"))
            painter.drawText(tile, _CENTRE, "–")
        else:
            _draw_ground(painter, tile, cell.tally)
            _draw_words(painter, tile, cell.tally)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus" if focused else "border"), 2))
            painter.drawRoundedRect(tile, look.unit, look.unit)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        unit, metrics = theme.current().unit, option.fontMetrics
        return QSize(metrics.horizontalAdvance("188 dari 188") + 4 * unit, 2 * metrics.height() + 4 * unit)


def _draw_ground(painter: QPainter, tile: QRectF, tally: Tally) -> None:
    look = theme.current()
    painter.setPen(Qt.PenStyle.NoPen)
    if tally.reported:
        painter.setBrush(look.tone(tone_of(tally))[1])
        painter.drawRoundedRect(tile, look.unit, look.unit)
        return
    painter.setBrush(look.colour("stripe"))
    painter.drawRoundedRect(tile, look.unit, look.unit)
    painter.setBrush(QBrush(look.colour("hover"), Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(tile, look.unit, look.unit)


def _draw_words(painter: QPainter, tile: QRectF, tally: Tally) -> None:
    look = theme.current()
    ink = look.tone(tone_of(tally))[0]
    painter.setPen(ink)
    room = tile.width() - 2 * look.unit
    metrics = QFontMetricsF(painter.font())
    words = _fitting(coverages(tally), metrics, room)
    line = metrics.height()
    if tally.percent is None:
        painter.drawText(tile, _CENTRE, words)
        return
    top = tile.center().y() - line
    painter.drawText(QRectF(tile.x(), top, tile.width(), line), _CENTRE, words)
    painter.setFont(look.font(strong=True))
    score = score_text(tally)
    side = line * 0.72
    width = side + look.unit + QFontMetricsF(painter.font()).horizontalAdvance(score)
    left = tile.center().x() - width / 2
    draw_pie(painter, QRectF(left, top + line + (line - side) / 2, side, side), tally.percent, ink)
    painter.drawText(
        QRectF(left + side + look.unit, top + line, width, line),
        int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
        score,
    )


def _fitting(texts: tuple[str, ...], metrics: QFontMetricsF, room: float) -> str:
    """The longest of the lengths that fits; cells of one width use the same length where they can."""
    usual = coverages(_USUAL)
    level = next((n for n, text in enumerate(usual) if metrics.horizontalAdvance(text) <= room), len(usual) - 1)
    return next((text for text in texts[level:] if metrics.horizontalAdvance(text) <= room), texts[-1])
