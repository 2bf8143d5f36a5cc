"""A month on the wall: its days in weeks, each with what falls on it; one of them is where the keyboard is."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.base.clock import today
from desktop.base.dates import DAYS, DAYS_SHORT, long_date
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.widgets.badge_delegate import draw_badge
from desktop.ui.widgets.text import tip

_WEEK = 7
_SUNDAY = 6
_LAST_DAY = date(9999, 11, 30)  # the grid of December 9999 would need days that Python does not know


class Mark(NamedTuple):
    """What falls on a day: its words ("2 terlambat"), tone and symbol; `short` where there is little room."""

    words: str
    short: str
    tone: Tone
    symbol: str = ""


class MonthGrid(QWidget):
    """Arrows go from day to day, over the edge into the next month; PgUp and PgDn by months, Home and End to the
    first and last day, T to today.

    day_changed(date)      the keyboard is at another day
    month_changed(date)    another month is shown; its first day
    opened(date)           Enter, Space or a click on a day
    """

    day_changed = Signal(object)
    month_changed = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = today()
        self._marks: Mapping[date, Sequence[Mark]] = {}
        self._hovered: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._steps: dict[int, Callable[[], date]] = {
            Qt.Key.Key_Left: lambda: self._day - timedelta(days=1),
            Qt.Key.Key_Right: lambda: self._day + timedelta(days=1),
            Qt.Key.Key_Up: lambda: self._day - timedelta(days=_WEEK),
            Qt.Key.Key_Down: lambda: self._day + timedelta(days=_WEEK),
            Qt.Key.Key_PageUp: lambda: months_later(self._day, -1),
            Qt.Key.Key_PageDown: lambda: months_later(self._day, 1),
            Qt.Key.Key_Home: lambda: self._day.replace(day=1),
            Qt.Key.Key_End: lambda: self._day.replace(day=monthrange(self._day.year, self._day.month)[1]),
            Qt.Key.Key_T: today,
        }

    def day(self) -> date:
        """Where the keyboard is."""
        return self._day

    def days_shown(self) -> tuple[date, date]:
        """The first and last day that stand in the grid, those of the months beside it included."""
        first = self._day.replace(day=1)
        start = first - timedelta(days=first.weekday())
        return start, start + timedelta(days=self._weeks() * _WEEK - 1)

    def set_day(self, day: date) -> None:
        """Go to a day, and to its month."""
        before, self._day = self._day, min(day, _LAST_DAY)
        day = self._day
        if (before.year, before.month) != (day.year, day.month):
            self._hovered = None
            self.month_changed.emit(day.replace(day=1))
        if before != day:
            self.day_changed.emit(day)
            self._speak()
            self.update()

    def set_marks(self, marks: Mapping[date, Sequence[Mark]]) -> None:
        """Show what falls on the days; days that are not named are empty."""
        self._marks = marks
        self._speak()
        self.update()

    def marks(self, day: date) -> Sequence[Mark]:
        """What falls on a day."""
        return self._marks.get(day, ())

    def cell(self, day: date) -> QRect:
        """Where a day that is shown stands."""
        row, column = divmod((day - self.days_shown()[0]).days, _WEEK)
        top, rows = self._head_height(), self._weeks()
        left = round(self.width() * column / _WEEK)
        upper = top + round((self.height() - top) * row / rows)
        right = round(self.width() * (column + 1) / _WEEK)
        lower = top + round((self.height() - top) * (row + 1) / rows)
        return QRect(left, upper, right - left, lower - upper)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 130, unit * 100)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(self.fontMetrics().averageCharWidth() * 8 * _WEEK, line * 14)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = self._steps.get(event.key()) if plain else None
        if step is not None:
            with suppress(OverflowError, ValueError):  # before the year 1 there are no days
                self.set_day(step())
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self.set_day(day)
            self.opened.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._day_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(event.pos())
            QToolTip.showText(event.globalPos(), tip(self._spoken(day)) if day else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("surface"))
        self._paint_head(painter)
        first, last = self.days_shown()
        for offset in range((last - first).days + 1):
            self._paint_day(painter, first + timedelta(days=offset))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.current().colour("focus"), 2))
            painter.drawRect(self.cell(self._day).adjusted(1, 1, -2, -2))

    # Within

    def _weeks(self) -> int:
        first = self._day.replace(day=1)
        return -(-(first.weekday() + monthrange(first.year, first.month)[1]) // _WEEK)

    def _head_height(self) -> int:
        return self.fontMetrics().height() + 2 * theme.current().unit

    def _day_at(self, point: QPoint) -> date | None:
        top = self._head_height()
        if not (0 <= point.x() < self.width() and top <= point.y() < self.height()):
            return None
        first, last = self.days_shown()
        every = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
        return next((day for day in every if self.cell(day).contains(point)), None)

    def _hover(self, day: date | None) -> None:
        if day != self._hovered:
            self._hovered = day
            self.update()

    def _paint_head(self, painter: QPainter) -> None:
        look, line = theme.current(), self._head_height()
        names = DAYS if self.width() // _WEEK > self.fontMetrics().averageCharWidth() * 11 else DAYS_SHORT
        for column, name in enumerate(names):
            left, right = round(self.width() * column / _WEEK), round(self.width() * (column + 1) / _WEEK)
            painter.setPen(look.colour("problem_text" if column == _SUNDAY else "muted"))
            painter.drawText(QRect(left, 0, right - left, line), Qt.AlignmentFlag.AlignCenter, name)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        look, unit, cell = theme.current(), theme.current().unit, self.cell(day)
        painter.fillRect(cell, self._ground(day))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(look.colour("line"))
        painter.drawRect(cell.adjusted(0, 0, -1, -1))
        line = self.fontMetrics().height()
        number = QRect(cell.x() + unit, cell.y() + unit // 2, line + 2 * unit, line + unit // 2)
        if day == today():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("primary"))
            painter.drawRoundedRect(number, number.height() / 2, number.height() / 2)
            painter.setPen(look.colour("primary_text"))
        else:
            painter.setPen(self._ink(day))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(day.day))
        self._paint_marks(painter, cell, number, self.marks(day))

    def _paint_marks(self, painter: QPainter, cell: QRect, number: QRect, marks: Sequence[Mark]) -> None:
        """Below the number, or beside it where a cell is low; what finds no room is counted together."""
        unit, step = theme.current().unit, self.fontMetrics().height() + 2 * theme.current().unit
        below = QRect(cell.x(), number.bottom() + unit, cell.width(), cell.bottom() - number.bottom() - unit)
        fitting = below.height() // step
        if not fitting and marks:
            below = QRect(number.right(), cell.y(), cell.right() - number.right(), cell.height())
            fitting = 1
        for place, mark in enumerate(marks[:fitting]):
            room = QRectF(below.x() + unit, below.y() + place * step, below.width() - 2 * unit, step)
            rest = len(marks) - fitting if place == fitting - 1 else 0
            wide = self.fontMetrics().horizontalAdvance(mark.words) + step + 2 * unit <= room.width()
            words = mark.words if wide else mark.short
            draw_badge(painter, room, f"{words} +{rest}" if rest > 0 else words, mark.tone, mark.symbol)

    def _ground(self, day: date) -> QColor:
        look = theme.current()
        if day == self._day:
            return look.colour("selection" if self.hasFocus() else "selection_idle")
        if day == self._hovered:
            return look.colour("hover")
        return look.colour("surface" if day.month == self._day.month else "stripe")

    def _ink(self, day: date) -> QColor:
        look = theme.current()
        if day.month != self._day.month:
            return look.colour("faint")
        return look.colour("problem_text" if day.weekday() == _SUNDAY else "text")

    def _spoken(self, day: date) -> str:
        words = ", ".join(mark.words for mark in self.marks(day))
        return f"{long_date(day)}: {words}" if words else long_date(day)

    def _speak(self) -> None:
        """Let the screen reader say where the keyboard is now."""
        self.setAccessibleDescription(self._spoken(self._day))
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._spoken(self._day)))


def months_later(day: date, count: int) -> date:
    """The same day of another month, or its last where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
