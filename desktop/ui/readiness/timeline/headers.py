"""Above the bars the scale of days with its marks; at their left the names of the stages."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.base.dates import brief_date
from desktop.base.day_scale import DayScale, Label, Spot, spots
from desktop.ui import theme
from desktop.ui.readiness.timeline.bars import EVENT, MONTH, POINT, TODAY, Line
from desktop.ui.readiness.timeline.model import TimelineModel
from desktop.ui.readiness.timeline.wording import point_text

_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LONGEST = 0.45  # of the scale that a mark's words may take
_WEEKS_FROM = 4.0  # pixels a day, from which the Mondays are named


class _Mark(NamedTuple):
    """A day worth a line: how it is drawn, its words, and where both stand."""

    line: Line
    words: str
    label: Label
    spot: Spot


class ScaleHeader(QHeaderView):
    """Months (and Mondays, where there is room), and above them today, the review points and the topic's day."""

    def __init__(self, view: QTableView, model: TimelineModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._model = model
        self.scale: DayScale | None = None
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_scale(self, scale: DayScale | None) -> None:
        """Show another span of days."""
        self.scale = scale
        self.setFixedHeight(self.sizeHint().height())
        self.viewport().update()

    def sizeHint(self) -> QSize:
        line, unit = self.fontMetrics().height(), theme.current().unit
        if self.scale is None:
            return QSize(0, line + 2 * unit)
        rows = max((mark.spot.row for mark in self._marks(self.scale)), default=-1) + 1
        weeks = line if self.scale.per_day >= _WEEKS_FROM else 0
        return QSize(0, rows * (line + unit // 2) + line + weeks + 2 * unit)

    def paintSection(self, painter: QPainter, rect: QRect, _section: int) -> None:
        look, room = theme.current(), QRectF(rect)
        painter.save()
        painter.fillRect(room, look.colour("raised"))
        if self.scale is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_lines(painter, room, self.scale)
            self._paint_months(painter, room, self.scale)
            self._paint_marks(painter, room, self.scale)
        painter.setPen(look.colour("line"))
        painter.drawLine(QPointF(room.left(), room.bottom()), QPointF(room.right(), room.bottom()))
        painter.restore()

    def marks(self) -> list[str]:
        """What is written above the scale, from left to right."""
        if self.scale is None:
            return []
        return [mark.words for mark in sorted(self._marks(self.scale), key=lambda mark: mark.spot.left)]

    def _marks(self, scale: DayScale) -> list[_Mark]:
        model, metrics, around = self._model, QFontMetricsF(self.font()), 2 * theme.current().unit
        named = [
            (POINT, point_text(one), one.day, one.day_offset < 0) for one in model.points if one.day is not None
        ]
        if model.event_date is not None:
            named.append((EVENT, f"{model.event_label} · {brief_date(model.event_date)}", model.event_date, False))
        if scale.first <= model.today <= scale.last:
            words = self.tr("Ditutup · {day}") if model.is_closed else self.tr("Hari ini · {day}")
            words = words.format(day=brief_date(model.today))
            named.append((TODAY, words, model.today, True))
        most = scale.width * _LONGEST
        named = [
            (line, metrics.elidedText(words, Qt.TextElideMode.ElideRight, most), day, before)
            for line, words, day, before in named
        ]
        labels = [
            Label(scale.middle(day), metrics.horizontalAdvance(words) + around, before)
            for _, words, day, before in named
        ]
        found = spots(labels, 0, max(scale.left + scale.width, self.length()))
        return [
            _Mark(line, words, label, spot)
            for (line, words, _, _), label, spot in zip(named, labels, found, strict=True)
        ]

    def _paint_marks(self, painter: QPainter, room: QRectF, scale: DayScale) -> None:
        look, line, unit = theme.current(), self.fontMetrics().height(), theme.current().unit
        step = line + unit // 2
        for mark in self._marks(scale):
            left, top = room.x() + mark.spot.left + 1, room.y() + mark.spot.row * step + unit / 2
            place = QRectF(left, top, mark.label.width - 2, line)
            painter.fillRect(place, look.colour("raised"))
            painter.setPen(look.colour({TODAY: "link", EVENT: "text"}.get(mark.line, "muted")))
            painter.setFont(look.font(0.92, strong=mark.line is not POINT))
            painter.drawText(place, _CENTRE, mark.words)

    def _paint_lines(self, painter: QPainter, room: QRectF, scale: DayScale) -> None:
        """The lines of the marks, under all words."""
        unit, step = theme.current().unit, self.fontMetrics().height() + theme.current().unit // 2
        for mark in self._marks(scale):
            x, top = room.x() + mark.label.place, room.y() + mark.spot.row * step + unit
            painter.setPen(mark.line.pen())
            painter.drawLine(QLineF(x, top, x, room.bottom()))

    def _paint_months(self, painter: QPainter, room: QRectF, scale: DayScale) -> None:
        look, unit, line = theme.current(), theme.current().unit, self.fontMetrics().height()
        weeks = scale.per_day >= _WEEKS_FROM
        bottom = room.bottom() - unit / 2 - (line if weeks else 0)
        painter.setFont(look.font(0.92))
        metrics, free = QFontMetricsF(painter.font()), room.x()
        for month, words in scale.month_names(metrics.horizontalAdvance("Nov ")):
            x = room.x() + scale.place(month)
            painter.setPen(QPen(look.colour(MONTH.colour), 1))
            painter.drawLine(QPointF(x, bottom - line), QPointF(x, room.bottom()))
            if x + unit >= free:
                painter.setPen(look.colour("muted"))
                width = metrics.horizontalAdvance(words) + 2
                place = QRectF(x + unit, bottom - line, width, line)
                painter.fillRect(place, look.colour("raised"))
                painter.drawText(place, _MIDDLE, words)
                free = x + unit + width
        if weeks:
            painter.setPen(look.colour("faint"))
            for monday in scale.weeks():
                x = room.x() + scale.place(monday)
                place = QRectF(x, bottom, metrics.horizontalAdvance(str(monday.day)), line)
                painter.fillRect(place, look.colour("raised"))
                painter.drawText(place, _MIDDLE, str(monday.day))


class NamesHeader(QHeaderView):
    """The names of the stages, as much of each as there is room for."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, view = theme.current(), self.parent()
        ground = "raised"
        if isinstance(view, QTableView) and view.currentIndex().row() == section:
            ground = "selection" if view.hasFocus() else "selection_idle"
        painter.save()
        painter.fillRect(rect, look.colour(ground))
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(look.colour("text"))
        painter.setFont(look.font())
        room = rect.adjusted(2 * look.unit, 0, -2 * look.unit, 0)
        name = str(self.model().headerData(section, Qt.Orientation.Vertical))
        painter.drawText(
            room, _MIDDLE, painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        )
        painter.restore()
