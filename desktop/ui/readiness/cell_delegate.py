"""Draws a cell of the readiness matrix: how many are ready first, then how much is known and what to look at.

How many are ready stands as a count and as a filled part of a circle, what the reports are worth as a ground and,
where it is wanted, as a score; the ground is calm only where at least half was reported. What is late or to be
confirmed has a symbol; a cell nobody reported on is hatched grey. So the matrix can be read without colours.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.base.dates import brief_date
from desktop.base.numbers import grouped
from desktop.base.readiness_levels import ready_share
from desktop.models.queries.readiness import Cell
from desktop.models.score import SCORED_STATES, Tally
from desktop.ui import icons, theme
from desktop.ui.readiness.matrix_model import CELL_ROLE, GROUP_ROLE
from desktop.ui.readiness.pie import draw_pie
from desktop.ui.readiness.wording import LATE_SYMBOL, OLD_SYMBOL, count_text, coverages, score_text, tone_of
from desktop.ui.widgets.table_look import draw_frame

_Index = QModelIndex | QPersistentModelIndex
_Symbol = tuple[str, str]  # an icon and the count beside it
_USUAL = Tally(applicable=28, reported=20, states=(0,) * len(SCORED_STATES))
_REPORTED_SYMBOL = "file-text"
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_SMALL, _SMALLEST = 0.88, 0.76  # of the letters, for the second line and for what finds no room


class CellDelegate(QStyledItemDelegate):
    """For the cells of a `MatrixModel`; `shows_score` puts the score beside the count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shows_score = True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        look = theme.current()
        tile = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(GROUP_ROLE):
            painter.setPen(QPen(look.colour("border"), 1))
            painter.drawLine(QPointF(option.rect.topLeft()), QPointF(option.rect.topRight()))
        if cell.is_empty:
            painter.setPen(look.colour("faint"))
            painter.drawText(tile, _CENTRE, "–")
        else:
            _draw_ground(painter, tile, cell.tally)
            self._draw_words(painter, tile, cell)
        draw_frame(painter, tile, option)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        unit, metrics = theme.current().unit, option.fontMetrics
        return QSize(metrics.horizontalAdvance("188 dari 188") + 4 * unit, 2 * metrics.height() + 4 * unit)

    def _draw_words(self, painter: QPainter, tile: QRectF, cell: Cell) -> None:
        look = theme.current()
        upper = QRectF(tile.x(), tile.center().y() - QFontMetricsF(look.font()).height(), tile.width(), 0)
        upper.setBottom(tile.center().y() + 1)
        lower = QRectF(upper.x(), upper.bottom() - 1, upper.width(), upper.height() - 1)
        painter.setPen(look.tone(tone_of(cell.tally))[0])
        self._draw_count(painter, upper, cell.tally)
        painter.setFont(look.font(_SMALL))
        _draw_details(painter, lower, cell)

    def _draw_count(self, painter: QPainter, room: QRectF, tally: Tally) -> None:
        """The circle and the count in the middle, with the score where it is wanted and has room."""
        look, words = theme.current(), count_text(tally)
        if tally.percent is None:
            painter.setFont(look.font())
            painter.drawText(room, _CENTRE, words)
            return
        for step in (1.0, _SMALL, _SMALLEST):  # of long counts in narrow columns
            painter.setFont(look.font(step, strong=True))
            metrics = QFontMetricsF(painter.font())
            side = metrics.height() * 0.72
            around = side + look.unit
            if around + metrics.horizontalAdvance(words) <= room.width():
                break
        if self.shows_score:
            longer = f"{words} · {score_text(tally)}"
            short = f"{words} {score_text(tally)}"
            most = room.width() - around - look.unit
            words = next((one for one in (longer, short) if metrics.horizontalAdvance(one) <= most), words)
        left = room.center().x() - (around + metrics.horizontalAdvance(words)) / 2
        circle = QRectF(left, room.center().y() - side / 2, side, side)
        draw_pie(painter, circle, ready_share(tally.ready, tally.applicable), painter.pen().color())
        painter.drawText(
            QRectF(left + around, room.y(), room.width(), room.height()),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            words,
        )


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


def _draw_details(painter: QPainter, room: QRectF, cell: Cell) -> None:
    """How much was reported, what is late and what is to be confirmed, and the day: as much as has room."""
    look = theme.current()
    metrics = QFontMetricsF(painter.font())
    side, gap = round(metrics.height() * 0.8), 1.5 * look.unit
    symbols = [(symbol, grouped(count)) for symbol, count in _counted(cell) if count]
    most = room.width() - look.unit
    words = _fitting(cell, metrics, most - _width(symbols, metrics, side, gap) - (gap if symbols else 0))
    if not words and cell.tally.applicable:
        symbols = _as_many_as_fit(
            [(_REPORTED_SYMBOL, grouped(cell.tally.reported)), *symbols], metrics, side, gap, most
        )
    ink, colour = painter.pen().color(), f"{tone_of(cell.tally)}_text"
    own = metrics.horizontalAdvance(words) + (gap if words and symbols else 0)
    x = room.center().x() - (own + _width(symbols, metrics, side, gap)) / 2
    baseline = room.center().y() + metrics.capHeight() / 2
    painter.drawText(QPointF(x, baseline), words)
    x += own
    for symbol, count in symbols:
        picture = icons.pixmap(symbol, colour, side, max(1.0, painter.deviceTransform().m11()))
        painter.drawPixmap(QPointF(round(x), round(room.center().y() - side / 2)), picture)
        painter.setPen(ink)
        painter.drawText(QPointF(x + side + 2, baseline), count)
        x += side + 2 + metrics.horizontalAdvance(count) + gap


def _counted(cell: Cell) -> tuple[tuple[str, int], ...]:
    return (LATE_SYMBOL, cell.late), (OLD_SYMBOL, cell.to_confirm)


def _width(symbols: Sequence[_Symbol], metrics: QFontMetricsF, side: float, gap: float) -> float:
    counts = sum(metrics.horizontalAdvance(count) for _, count in symbols)
    return counts + len(symbols) * (side + 2) + max(len(symbols) - 1, 0) * gap


def _as_many_as_fit(
    symbols: list[_Symbol], metrics: QFontMetricsF, side: float, gap: float, room: float
) -> list[_Symbol]:
    """What is late and what is to be confirmed comes before how much was reported, which the line below tells."""
    return symbols if _width(symbols, metrics, side, gap) <= room else symbols[1:]


def _fitting(cell: Cell, metrics: QFontMetricsF, room: float) -> str:
    """The longest of the lengths that fits; cells of one width use the same length where they can, "" for none."""
    texts = coverages(cell.tally)
    if not cell.tally.applicable:
        return ""
    if cell.updated_on is not None:
        dated = f"{texts[1]} · {brief_date(cell.updated_on)}"
        if metrics.horizontalAdvance(dated) <= room:
            return dated
    usual = coverages(_USUAL)
    level = next((n for n, text in enumerate(usual) if metrics.horizontalAdvance(text) <= room), len(usual) - 1)
    return next((text for text in texts[level:] if metrics.horizontalAdvance(text) <= room), "")
