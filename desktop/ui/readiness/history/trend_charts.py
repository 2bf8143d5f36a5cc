"""How each region went, as small charts: the score as a line in steps, what was reported as a hatched ground.

Drawn by hand; each chart takes the keyboard and says in words what it shows, so it needs neither colour nor eyes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFocusEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QWidget

from desktop.base.dates import brief_date, medium_date
from desktop.models.position import covered
from desktop.models.queries.positions import Course
from desktop.models.queries.trend import Trends
from desktop.models.score import Tally
from desktop.models.then_and_now import points_words
from desktop.ui import theme
from desktop.ui.readiness.wording import coverages, score_text, short_region
from desktop.ui.widgets.text import set_tip

Marks = Sequence[tuple[date, str]]
"""Days that are marked, such as that of H-30."""

_LINES = 6.5  # of text high
_LEAST_LETTERS = 40
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class TrendChart(QWidget):
    """The way of one region, or of all together."""

    def __init__(self, course: Course, trends: Trends, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course, self._marks = course, marks
        self._first, self._until, self._last = trends.first or trends.until, trends.until, trends.last
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name = short_region(course.name) if course.name else self.tr("Semua wilayah")
        self.setAccessibleName(self.name)
        self.setAccessibleDescription(self.words())
        set_tip(self, f"{course.name or self.name}\n{self.words()}")

    def words(self) -> str:
        """What the chart shows: where it began, where it is, by how much it moved."""
        scored = [(day, one) for day, one in self._course.steps if one.percent is not None]
        if not scored:
            return self.tr("Belum ada laporan")
        (first, before), (_, now) = scored[0], self._course.steps[-1]
        moved = points_words((now.percent or 0) - (before.percent or 0))
        return self.tr("{first}: {before}. Kini: {now}, {coverage}, {moved}.").format(
            first=medium_date(first), before=score_text(before), now=score_text(now),
            coverage=coverages(now)[0], moved=moved,
        )  # fmt: skip

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * _LEAST_LETTERS, round(metrics.height() * (_LINES + 2.8)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        small = look.font(0.85)
        line = self.fontMetrics().height()
        painter.setFont(small)
        scale = painter.fontMetrics().horizontalAdvance("100") + look.unit
        area = QRectF(scale, line * 1.5, self.width() - scale - look.unit, line * _LINES)
        self._draw_title(painter, line)
        painter.setFont(small)
        self._draw_ground(painter, area)
        self._draw_scale(painter, area, scale)
        self._draw_line(painter, area)
        self._draw_days(painter, area, line)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    # Within

    def _draw_title(self, painter: QPainter, line: int) -> None:
        look = theme.current()
        newest = self._course.steps[-1][1] if self._course.steps else Tally()
        told = self.tr("{score} · cakupan {covered}%").format(score=score_text(newest), covered=covered(newest))
        painter.setFont(look.font())
        wide = painter.fontMetrics().horizontalAdvance(told) + look.unit
        painter.setPen(look.colour("muted"))
        painter.drawText(QRectF(0, 0, self.width() - look.unit, line), _RIGHT, told)
        painter.setFont(look.font(strong=True))
        painter.setPen(look.colour("text"))
        room = self.width() - wide - 2 * look.unit
        name = painter.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(look.unit, 0, room, line), _LEFT, name)

    def _draw_ground(self, painter: QPainter, area: QRectF) -> None:
        look = theme.current()
        painter.fillRect(area, look.colour("surface"))
        painter.setPen(Qt.PenStyle.NoPen)
        for begins, ends, tally in self._spans(area):
            covered = tally.reported / tally.applicable if tally.applicable else 0
            part = QRectF(begins, area.bottom() - area.height() * covered, ends - begins, area.height() * covered)
            painter.fillRect(part, look.colour("hover"))
            painter.fillRect(part, QBrush(look.colour("border"), Qt.BrushStyle.BDiagPattern))

    def _draw_scale(self, painter: QPainter, area: QRectF, scale: int) -> None:
        look = theme.current()
        for number in (0, 50, 100):
            y = area.bottom() - area.height() * number / 100
            painter.setPen(look.colour("line"))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(look.colour("muted"))
            height = painter.fontMetrics().height()
            painter.drawText(QRectF(0, y - height / 2, scale - look.unit, height), _RIGHT, str(number))

    def _draw_line(self, painter: QPainter, area: QRectF) -> None:
        """The score from step to step; a gap where there was none."""
        painter.setPen(QPen(theme.current().colour("text"), 2))
        points = QPolygonF()
        for begins, ends, tally in self._spans(area):
            if tally.percent is None:
                painter.drawPolyline(points)
                points = QPolygonF()
                continue
            y = area.bottom() - area.height() * tally.percent / 100
            points.append(QPointF(begins, y))
            points.append(QPointF(max(ends, begins + 2), y))
        painter.drawPolyline(points)

    def _draw_days(self, painter: QPainter, area: QRectF, line: int) -> None:
        """Both ends, and the review points: a dashed line each, named where there is room."""
        look, metrics, taken = theme.current(), painter.fontMetrics(), area.left()
        last = brief_date(self._last)
        end = area.right() - metrics.horizontalAdvance(last)
        for day, words in [(self._first, brief_date(self._first)), *self._marks, (self._last, last)]:
            if not self._first <= day <= self._last:
                continue
            x = self._at(day, area)
            if (day, words) in self._marks:
                painter.setPen(QPen(look.colour("muted"), 1, Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            wide = metrics.horizontalAdvance(words)
            left = min(max(x - wide / 2, area.left()), area.right() - wide)
            if left >= taken and (words == last or left + wide <= end - look.unit):
                painter.setPen(look.colour("muted"))
                painter.drawText(QRectF(left, area.bottom(), wide + 1, line), _LEFT, words)
                taken = left + wide + look.unit

    def _spans(self, area: QRectF) -> Iterator[tuple[float, float, Tally]]:
        """Each step with where it begins and ends; the newest lasts until now."""
        steps = self._course.steps
        for place, (day, tally) in enumerate(steps):
            following = steps[place + 1][0] if place + 1 < len(steps) else self._until
            yield self._at(day, area), self._at(following, area), tally

    def _at(self, day: date, area: QRectF) -> float:
        whole = (self._last - self._first).days
        return area.left() + area.width() * ((day - self._first).days / whole if whole else 0)


class TrendCharts(QScrollArea):
    """All of them, as many beside each other as there is room for; Tab and arrow keys go from one to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = QWidget()
        self.setWidget(self._sheet)
        self._grid = QGridLayout(self._sheet)
        unit = theme.current().unit
        self._grid.setContentsMargins(unit, unit, unit, unit)
        self._grid.setHorizontalSpacing(unit * 5)
        self._grid.setVerticalSpacing(unit * 2)
        self.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        self.charts: list[TrendChart] = []
        self._across = 0

    def show_trends(self, trends: Trends, marks: Marks) -> None:
        """Show other charts; nothing where nothing was ever reported."""
        for one in self.charts:
            self._grid.removeWidget(one)
            one.deleteLater()
        shown = trends.courses if trends.first is not None else ()
        self.charts = [TrendChart(one, trends, marks, self._sheet) for one in shown]
        for one in self.charts:
            one.installEventFilter(self)
        self._across = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and watched in self.charts:
            place = self.charts.index(watched)
            key = event.key()  # type: ignore[attr-defined]
            steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -self._across,
                     Qt.Key.Key_Down: self._across}  # fmt: skip
            wanted = place + steps.get(key, len(self.charts))
            if 0 <= wanted < len(self.charts):
                self.charts[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
                self.ensureWidgetVisible(self.charts[wanted])
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _arrange(self) -> None:
        if not self.charts:
            return
        least = self.charts[0].sizeHint().width() + self._grid.horizontalSpacing()
        across = max(self.viewport().width() // least, 1)
        if across == self._across:
            return
        self._across = across
        for place, one in enumerate(self.charts):
            self._grid.addWidget(one, place // across, place % across)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < across))
        self._grid.setRowStretch(self._grid.rowCount(), 1)


def legend_words() -> str:
    """What the parts of a chart mean."""
    return QCoreApplication.translate(
        "TrendCharts",
        "Garis: skor (0–100). Berarsir: cakupan laporan, dalam persen. Garis putus-putus: titik tinjau.",
    )
