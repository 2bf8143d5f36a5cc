"""A form that reads like paper: label above field, help below, errors where they belong; it scrolls when it must.

Pages give values, get back what the user changed, and never listen to single fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.base.errors import InvalidInput
from desktop.ui import theme
from desktop.ui.widgets.form_cell import FormCell, as_field
from desktop.ui.widgets.text import plain_label

_PAUSE_MS = 1000
_STILL_HERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


FieldWidget = TypeVar("FieldWidget", bound=QWidget)


class Form(QScrollArea):
    """Rows of fields, in one or more columns.

    edited()            the user changed something and paused, pressed on, or left the field: time to save
    typing()            the user changed something just now: time to say so
    """

    edited = Signal()
    typing = Signal()

    def __init__(self, parent: QWidget | None = None, *, columns: int = 1, pause_ms: int = _PAUSE_MS) -> None:
        self._unmeasured = False
        super().__init__(parent)
        self._columns = columns
        self._cells: dict[str, FormCell] = {}
        self._saved: dict[str, object] = {}
        self._place = (0, 0)
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self.edited)

        # Assemble
        unit = theme.current().unit
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = QWidget()
        self._body.setObjectName("form_body")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(2, 2, unit * 2, 2)
        self._grid.setHorizontalSpacing(unit * 4)
        self._grid.setVerticalSpacing(unit * 3)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        whole = QVBoxLayout(self._body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._grid)
        whole.addStretch()
        self.setWidget(self._body)
        # The form lies on whatever it is put on: a card or the window.
        self.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)

    def add_heading(self, text: str) -> QLabel:
        """Begin a group of rows."""
        heading = plain_label(text, role="heading")
        self._add(heading, wide=True)
        return heading

    def add_row(
        self,
        key: str,
        label: str,
        field: FieldWidget,
        *,
        help: str = "",  # noqa: A002
        unit: str = "",
        wide: bool = False,
    ) -> FieldWidget:
        """Add a field (see `Field`) under its label; `key` is its name in `values()` and in errors.

        `unit` stands behind the field, `help` below it; `wide` takes all columns. Returns the field.
        """
        cell = FormCell(label, field, help, unit, self._body)
        self._cells[key] = cell
        field.setObjectName(key)
        field.installEventFilter(self)
        as_field(field).edited.connect(self._field_edited)
        self._add(cell, wide=wide)
        self._saved[key] = as_field(field).value()
        return field

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is no field, over all columns."""
        self._add(widget, wide=True)

    def field(self, key: str) -> QWidget:
        return self._cells[key].field

    def keys(self) -> Iterable[str]:
        return self._cells.keys()

    def show_row(self, key: str, shown: bool) -> None:
        """Show or hide a field with its label."""
        cell = self._cells[key]
        if cell.isHidden() == shown:  # Qt measures what it is told to show, even while nothing is to be seen
            cell.setVisible(shown)

    def show_help(self, key: str, text: str) -> None:
        """Say below a field what helps to fill it just now."""
        self._cells[key].show_help(text)

    def load(self, values: Mapping[str, object]) -> None:
        """Fill the fields named in `values`, silently; they count as saved."""
        self._pause.stop()
        self._fill(values, values.keys())

    def reload(self, values: Mapping[str, object]) -> None:
        """Take over what changed elsewhere, but leave alone what the user is changing here."""
        self._fill(values, [key for key in values if not self._cells[key].is_busy(self._saved[key], values[key])])

    def least_width(self) -> int:
        """How wide it has to be for nothing in it to be cut: it scrolls up and down only."""
        return self._body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()

    def values(self) -> dict[str, object]:
        """What all fields hold; an unreadable one holds what its `value()` says."""
        return {key: as_field(cell.field).value() for key, cell in self._cells.items()}

    def changes(self) -> dict[str, object]:
        """What the user changed since `load` or `mark_saved`, without what cannot be read."""
        return {
            key: value
            for key, value in self.values().items()
            if value != self._saved[key] and not as_field(self._cells[key].field).problem()
        }

    def mark_saved(self, keys: Iterable[str] | None = None) -> None:
        """Count the present content of these fields (all, if None) as saved."""
        for key in self._cells if keys is None else keys:
            self._saved[key] = as_field(self._cells[key].field).value()
            self._cells[key].forget_refusal()

    def flush(self) -> None:
        """Send `edited` now if a change is waiting for the pause."""
        if self._pause.isActive():
            self._pause.stop()
            self.edited.emit()

    def check(self) -> bool:
        """Show the problem of every field that has one, go to the first, and say whether all is well."""
        wrong = [key for key, cell in self._cells.items() if cell.check()]
        if wrong:
            self._go_to(wrong[0])
        return not wrong

    def problems(self) -> list[str]:
        """What is wrong with the fields, in their order."""
        found = (as_field(cell.field).problem() for cell in self._cells.values())
        return [problem for problem in found if problem]

    def show_error(self, key: str, message: str) -> None:
        """Say under a field what is wrong with it; "" takes it away."""
        self._cells[key].show_error(message)
        if message:
            self._go_to(key)

    def show_fault(self, fault: InvalidInput) -> bool:
        """Show what a service refused at its field; False when the form has no such field.

        It stands there as long as the field holds what was refused.
        """
        if fault.field not in self._cells:
            return False
        self._cells[fault.field].show_refusal(str(fault))
        self._go_to(fault.field)
        return True

    def go_to(self, key: str) -> None:
        """Put the keyboard into a field, where there is one of that name."""
        if key in self._cells:
            self._go_to(key)

    def clear_errors(self) -> None:
        for cell in self._cells.values():
            cell.show_error("")

    def set_read_only(self, read_only: bool) -> None:
        """Keep all fields readable and copyable but unchangeable."""
        for cell in self._cells.values():
            if hasattr(cell.field, "setReadOnly"):
                cell.field.setReadOnly(read_only)
            else:
                cell.field.setEnabled(not read_only)

    def event(self, event: QEvent) -> bool:
        # Each widget a form is put into while a page is built restyles it, and QScrollArea then measures all its
        # rows, which dresses them too early and so once more at every further step. Hidden, that can wait.
        if event.type() is QEvent.Type.StyleChange and not self.isVisible():
            self._unmeasured = True
            return QFrame.event(self, event)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unmeasured:
            self._unmeasured = False
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STILL_HERE:
            for cell in self._cells.values():
                if cell.field is watched:
                    # The field writes itself out first: judge it in the next turn.
                    QTimer.singleShot(0, cell, cell.check)
            QTimer.singleShot(0, self, self.flush)
        return super().eventFilter(watched, event)

    def _add(self, widget: QWidget, *, wide: bool) -> None:
        row, column = self._place
        if wide and column:
            row, column = row + 1, 0
        span = self._columns if wide else 1
        self._grid.addWidget(widget, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        column += span
        self._place = (row + 1, 0) if column >= self._columns else (row, column)

    def _fill(self, values: Mapping[str, object], keys: Iterable[str]) -> None:
        with ExitStack() as silence:
            for key in keys:
                cell = self._cells[key]
                silence.enter_context(QSignalBlocker(cell.field))
                as_field(cell.field).set_value(values[key])
                cell.show_error("")
                self._saved[key] = as_field(cell.field).value()

    def _go_to(self, key: str) -> None:
        cell = self._cells[key]
        self.ensureWidgetVisible(cell.field)
        cell.field.setFocus(Qt.FocusReason.OtherFocusReason)
        # What is said below the field has its place only once the form was laid out anew.
        QTimer.singleShot(0, cell, lambda: self.ensureWidgetVisible(cell, 0, 0))

    def _field_edited(self) -> None:
        self._pause.start()
        self.typing.emit()
