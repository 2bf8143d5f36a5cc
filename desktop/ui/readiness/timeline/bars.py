"""Draws the bar of a stage on its scale, and behind it the months, the review points, today and the topic's day.

Bars differ by ground and pattern, so that they read in grey; where an end is not known the bar is open there.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.base.day_scale import DayScale
from desktop.models.queries.office import StageOfTopic
from desktop.services.stage_standing import Standing
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.readiness.timeline.model import TimelineModel
from desktop.ui.readiness.timeline.wording import brief_days, standing_text
from desktop.ui.reports.bars import Shade, draw_shade

_Index = QModelIndex | QPersistentModelIndex
_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_NARROWEST = 5.0  # pixels of a bar of one day on a long scale
_OPEN = 22.0  # pixels of the part that stands for days not known

SHADES = {
    Standing.OVER: Shade(Tone.NONE, "surface"),
    Standing.RUNNING: Shade(Tone.INFO, "ink"),
    Standing.COMING: Shade(Tone.INFO, "tint"),
    Standing.UNSURE: Shade(Tone.NONE, "surface", Qt.BrushStyle.BDiagPattern),
}
"""How a bar looks; `UNSURE` is also the part of any bar beyond its known end."""
_KNOWN_END = Shade(Tone.NONE, "ink")


class Line(NamedTuple):
    """How the line of a day looks: its colour by name, its width in pixels, its dashes."""

    colour: str
    width: float
    style: Qt.PenStyle = Qt.PenStyle.SolidLine

    def pen(self) -> QPen:
        """The pen to draw it with."""
        return QPen(theme.current().colour(self.colour), self.width, self.style)


MONTH, POINT = Line("line", 1), Line("border", 1, Qt.PenStyle.DotLine)
TODAY, EVENT = Line("primary", 2), Line("text", 2)


class StageDelegate(QStyledItemDelegate):
    """For the rows of a `TimelineModel`; `scale` is None while no day is known."""

    def __init__(self, view: QTableView, model: TimelineModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self.scale: DayScale | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        stage = self._model.stage(index.row())
        if stage is None:
            return
        look, row = theme.current(), QRectF(option.rect)
        painter.save()
        painter.fillRect(row, look.colour(self._ground(option)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.scale is not None:
            self._draw_lines(painter, row, self.scale)
        standing = self._model.standing(index.row())
        if self.scale is None or standing is Standing.UNDATED:
            self._write(painter, option, row, 2 * look.unit, standing_text(Standing.UNDATED))
        else:
            self._draw_stage(painter, option, row, stage, standing)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(row.adjusted(1, 1, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        metrics = option.fontMetrics
        return QSize(metrics.averageCharWidth() * 40, metrics.height() + 3 * theme.current().unit)

    def _draw_lines(self, painter: QPainter, row: QRectF, scale: DayScale) -> None:
        for line, x in day_lines(self._model, scale):
            painter.setPen(line.pen())
            painter.drawLine(QLineF(row.x() + x, row.top(), row.x() + x, row.bottom()))

    def _draw_stage(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRectF, stage: StageOfTopic, standing: Standing
    ) -> None:
        assert self.scale is not None
        left, right = bar_ends(stage, self.scale)
        height = row.height() * 0.5
        bar = QRectF(row.x() + left, row.center().y() - height / 2, right - left, height)
        if stage.starts_on is None:
            draw_shade(painter, bar, SHADES[Standing.UNSURE])
            bar.setLeft(max(bar.left(), bar.right() - _NARROWEST))
        elif stage.ends_on is None:
            draw_shade(painter, bar, SHADES[Standing.UNSURE])
            bar.setRight(min(bar.right(), bar.left() + _NARROWEST))
        draw_shade(painter, bar, _KNOWN_END if standing is Standing.UNSURE else SHADES[standing])
        words, unit = brief_days(stage), theme.current().unit
        width = QFontMetricsF(option.font).horizontalAdvance(words)
        after, before = row.x() + right + 2 * unit, row.x() + left - width - 2 * unit
        seen = self._view.viewport().width()
        if after + width + unit > seen:
            after = before if before >= 0 else 2 * unit  # a bar longer than the view has its days on itself
        self._write(painter, option, row, max(after, 2 * unit), words)

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRectF, left: float, words: str
    ) -> None:
        """Words beside a bar, on the ground of their row so that no line runs through them."""
        if not words:
            return
        look, width = theme.current(), QFontMetricsF(option.font).horizontalAdvance(words) + 1
        height = QFontMetricsF(option.font).height()
        room = QRectF(
            QPointF(left, row.center().y() - height / 2), QPointF(left + width, row.center().y() + height / 2)
        )
        painter.fillRect(room, look.colour(self._ground(option)))
        painter.setFont(option.font)
        painter.setPen(look.colour("text" if option.state & QStyle.StateFlag.State_Selected else "muted"))
        painter.drawText(room, _MIDDLE, words)

    def _ground(self, option: QStyleOptionViewItem) -> str:
        if option.state & QStyle.StateFlag.State_Selected:
            return "selection" if self._view.hasFocus() else "selection_idle"
        return "surface"


def bar_ends(stage: StageOfTopic, scale: DayScale) -> tuple[float, float]:
    """Where the bar of a stage with a day begins and ends, from the left edge of its row."""
    starts, ends = stage.starts_on, stage.ends_on
    if starts is None:
        assert ends is not None
        right = scale.place(ends) + scale.per_day
        return max(right - _OPEN, 1.0), right
    left = scale.place(starts)
    if ends is None:
        return left, left + _OPEN
    return left, max(scale.place(ends) + scale.per_day, left + _NARROWEST)


def day_lines(model: TimelineModel, scale: DayScale) -> list[tuple[Line, float]]:
    """The lines of months, review points, the topic's day and today, the faintest first."""
    lines = [(MONTH, scale.place(month)) for month in scale.months() if month.day == 1]
    lines += [(POINT, scale.middle(one.day)) for one in model.points if one.day is not None]
    if model.event_date is not None:
        lines.append((EVENT, scale.middle(model.event_date)))
    if scale.first <= model.today <= scale.last:
        lines.append((TODAY, scale.middle(model.today)))
    return lines
