"""Dates and times as they are typed in an office: `26/9/24`, `besok`, `kamis 26 sep`; `9.30`, `0930`."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QLineEdit,
    QStyle,
    QStyleOptionFrame,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.base.clock import today
from desktop.base.dates import clock_text, long_date, parse_date, parse_time, short_date
from desktop.base.errors import InvalidInput
from desktop.ui import icons

_TEXT_MARGINS = 12  # pixels Qt leaves beside the text of a line, beside its buttons, and for the cursor


def _bare_date(day: date) -> str:
    return short_date(day).partition(", ")[2]


def _numbers_only(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


_FORMS = (long_date, short_date, _bare_date, _numbers_only)  # the fullest first


class DateField(QLineEdit):
    """A date, typed or picked; written out when left, as fully as there is room: `Kamis, 26 September 2024`,
    `Kam, 26 Sep 2024` (the fullest where `short`), `26 Sep 2024`, `26/9/2024`.

    Alt+Down or F4 opens the calendar. An unreadable date stays as typed, and `problem()` says why.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, short: bool = False) -> None:
        super().__init__(parent)
        self._forms = _FORMS[1:] if short else _FORMS
        self.setPlaceholderText("26/9/2024" if short else self.tr("mis. 26/9/2024, besok"))
        self._calendar: _CalendarPopup | None = None
        button = self.addAction(icons.icon("calendar", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        button.setText(self.tr("Buka kalender"))
        button.setToolTip(self.tr("Buka kalender (Alt+↓)"))
        button.triggered.connect(self.open_calendar)
        self._button = self.findChild(QToolButton)
        self.textEdited.connect(self._tell)

    def value(self) -> date | None:
        """The date, or None when the field is empty or unreadable (then `problem()` is not "")."""
        try:
            return self._read()
        except InvalidInput:
            return None

    def set_value(self, value: object) -> None:
        self.setText(self._fitting(value) if isinstance(value, date) else "")
        self.setCursorPosition(0)

    def problem(self) -> str:
        try:
            self._read()
        except InvalidInput as fault:
            return str(fault)
        return ""

    def open_calendar(self) -> None:
        """Show the calendar below the field, at its date or at today."""
        if self._calendar is None:
            self._calendar = _CalendarPopup(self)
            self._calendar.picked.connect(self._picked)
        self._calendar.show_at(self.value() or today())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt_down or event.key() == Qt.Key.Key_F4:
            self.open_calendar()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._write_out()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._write_out()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        day = self.value()
        if day is not None and not self.hasFocus() and any(self.text() == form(day) for form in self._forms):
            self.set_value(day)

    def _fitting(self, day: date) -> str:
        """The fullest way to write a day that is not cut; how wide a field is, is known once it is shown."""
        written = [form(day) for form in self._forms]
        if not self.isVisible():
            return written[0]
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        end = self._button.x() if self._button is not None else room.right()
        width = min(room.right(), end) - room.left() - _TEXT_MARGINS
        measure = self.fontMetrics().horizontalAdvance
        return next((text for text in written if measure(text) <= width), written[-1])

    def _read(self) -> date | None:
        return parse_date(self.text(), today()) if self.text().strip() else None

    def _write_out(self) -> None:
        if (day := self.value()) is not None and not self.isReadOnly():
            self.set_value(day)

    def _picked(self, day: date) -> None:
        self.set_value(day)
        self.setFocus()
        self.edited.emit()

    def _tell(self) -> None:
        self.edited.emit()


class TimeField(QLineEdit):
    """A time of day; when left it is written `09.30`."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("09.00")
        self.textEdited.connect(self._tell)

    def value(self) -> time | None:
        """The time, or None when the field is empty or unreadable (then `problem()` is not "")."""
        try:
            return self._read()
        except InvalidInput:
            return None

    def set_value(self, value: object) -> None:
        self.setText(clock_text(value, None) if isinstance(value, time) else "")
        self.setCursorPosition(0)

    def problem(self) -> str:
        try:
            self._read()
        except InvalidInput as fault:
            return str(fault)
        return ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if (clock := self.value()) is not None and not self.isReadOnly():
            self.set_value(clock)
        super().focusOutEvent(event)

    def _read(self) -> time | None:
        return parse_time(self.text()) if self.text().strip() else None

    def _tell(self) -> None:
        self.edited.emit()


class Calendar(QCalendarWidget):
    """An Indonesian month: the week begins on Monday, Sundays are red as on the wall."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setAccessibleName(self.tr("Kalender"))
        self.dress()

    def dress(self) -> None:
        """Take the colours of the theme in force."""
        from desktop.ui import theme

        colours = theme.current()
        plain, sunday = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(colours.colour("text"))
        sunday.setForeground(colours.colour("problem_text"))
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, sunday if day is Qt.DayOfWeek.Sunday else plain)
        head = QTextCharFormat()
        head.setForeground(colours.colour("muted"))
        head.setBackground(colours.colour("surface"))
        self.setHeaderTextFormat(head)


class _CalendarPopup(QFrame):
    picked = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self._field = field
        self._month = Calendar(self)
        self._month.clicked.connect(self._choose)
        self._month.activated.connect(self._choose)
        self._month.installEventFilter(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(self._month)
        self.setFocusProxy(self._month)

    def show_at(self, day: date) -> None:
        self._month.dress()
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        below = self._field.mapToGlobal(QPoint(0, self._field.height() + 2))
        room = self._field.screen().availableGeometry()
        left = max(room.left(), min(below.x(), room.right() - self.width()))
        if below.y() + self.height() > room.bottom():
            below.setY(max(room.top(), below.y() - self.height() - self._field.height() - 4))
        self.move(left, below.y())
        self.show()
        self._month.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.close()
            return True
        return False

    def _choose(self, day: QDate) -> None:
        self.close()
        self.picked.emit(date(day.year(), day.month(), day.day()))
