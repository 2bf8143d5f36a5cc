"""One row of a form: a field with its label, unit and help, and what is wrong with it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets.fields import CheckField
from desktop.ui.widgets.picker_field import Choice
from desktop.ui.widgets.text import plain_label


class Field(Protocol):
    """What a form asks of its fields."""

    edited: SignalInstance

    def value(self) -> object: ...

    def set_value(self, value: object, /) -> None: ...

    def problem(self) -> str: ...


class FormCell(QWidget):
    """A field with its label, unit, help and error, tied together for the screen reader."""

    def __init__(
        self, label: str, field: QWidget, help_text: str, unit: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._help = ""
        self._help_note: QLabel | None = None
        self._refusal: tuple[object, str] | None = None
        as_field(field).edited.connect(self._edited)
        field.setAccessibleName(f"{label} ({unit})" if unit else label)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.current().unit)
        if not (isinstance(field, CheckField) and not field.text()):
            name = plain_label(label, role="field")
            name.setBuddy(field)
            if not isinstance(field, CheckField):
                whole.addWidget(name)
        else:
            field.setText(label)
        whole.addLayout(_with_unit(field, unit))
        self._error = _note("", "error")
        self._error.hide()
        whole.addWidget(self._error)
        self._whole = whole
        self.show_help(help_text)

    def show_help(self, text: str) -> None:
        """Say below the field what helps to fill it; "" says nothing."""
        if text == self._help:
            return
        self._help = text
        if self._help_note is None:
            self._help_note = _note("", "help")
            self._whole.insertWidget(self._whole.indexOf(self._error), self._help_note)
        self._help_note.setText(text)
        self._help_note.setVisible(bool(text))
        self._describe()

    def check(self) -> bool:
        """Show the field's own problem; true when there is one."""
        problem = as_field(self.field).problem()
        self._say(problem or self._standing_refusal())
        return bool(problem)

    def is_busy(self, saved: object, given: object) -> bool:
        """Whether the user is changing the field, or is in it and would only lose caret and selection."""
        field, now = as_field(self.field), QApplication.focusWidget()
        if field.value() != saved or field.problem():
            return True
        inside = now is self.field or (now is not None and self.field.isAncestorOf(now))
        return inside and field.value() == (given.value if isinstance(given, Choice) else given)

    def show_error(self, message: str) -> None:
        """Say what is wrong until the field is looked at again; "" forgets a refusal too."""
        if not message:
            self._refusal = None
        self._say(message)

    def show_refusal(self, message: str) -> None:
        """Say what is wrong with the present value, whenever the field holds it."""
        self._refusal = (as_field(self.field).value(), message)
        self._say(message)

    def forget_refusal(self) -> None:
        """What the field holds was kept."""
        if self._refusal is not None:
            self.show_error("")

    def _edited(self) -> None:
        if self._refusal is not None:
            self._say(self._standing_refusal())

    def _standing_refusal(self) -> str:
        if self._refusal is None:
            return ""
        refused, message = self._refusal
        return message if as_field(self.field).value() == refused else ""

    def _say(self, message: str) -> None:
        self._error.setText(message)
        self._error.setVisible(bool(message))
        self._describe()
        if bool(self.field.property("wrong")) != bool(message):
            self.field.setProperty("wrong", bool(message))
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    def _describe(self) -> None:
        self.field.setAccessibleDescription(" ".join(filter(None, (self._error.text(), self._help))))


def _with_unit(field: QWidget, unit: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(theme.current().unit * 2)
    line.addWidget(field, 1)
    if unit:
        line.addWidget(plain_label(unit, role="unit"))
    return line


def _note(text: str, role: str) -> QLabel:
    label = plain_label(text, role=role)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def as_field(widget: QWidget) -> Field:
    """The type checker does not know that form rows hold fields only."""
    return widget  # type: ignore[return-value]
