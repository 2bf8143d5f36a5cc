"""What stands in the fields of a form and is no report yet, as a draft keeps it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit

from desktop.ui.widgets.fields import ChoiceField, TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.picker_field import Choice, PickerField


def draft_of(form: Form) -> dict[str, Any]:
    """The fields as they stand, unreadable ones too."""
    found: dict[str, Any] = {}
    for key in list(form.keys()):
        field = form.field(key)
        if isinstance(field, PickerField):
            chosen = field.value()
            found[key] = [str(chosen) if isinstance(chosen, UUID) else "", field.typed()]
        elif isinstance(field, ChoiceField | TextField):
            found[key] = field.value()
        elif isinstance(field, QLineEdit):
            found[key] = field.text()
    return found


def restore(form: Form, draft: dict[str, Any]) -> None:
    """Bring a draft back; it counts as written and not yet kept."""
    known = set(form.keys())
    for key, kept in draft.items():
        field = form.field(key) if key in known else None
        if isinstance(field, PickerField):
            chosen, words = kept
            field.set_value(Choice(UUID(chosen), words) if chosen else words or None)
        elif isinstance(field, ChoiceField | TextField):
            field.set_value(kept)
        elif isinstance(field, QLineEdit):
            field.setText(kept)
