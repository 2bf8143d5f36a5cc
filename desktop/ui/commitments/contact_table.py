"""Whom to ask for news, one row each; a key copies the message, another notes that they were asked."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.base.clock import today
from desktop.base.dates import short_date
from desktop.models.queries.contacts import Contact
from desktop.models.words import REPORT_CHANNELS
from desktop.ui.colours import Tone
from desktop.ui.memory import Memory
from desktop.ui.widgets.columns import Column
from desktop.ui.widgets.table import DataTable


class ContactTable(DataTable):
    """Rows are (number, Contact).

    copy_wanted(whole)    S was pressed: the message is wanted; Shift+S: everything they have open
    asked()               H was pressed: they were asked
    forget_wanted()       Delete was pressed: that they were asked was a mistake
    """

    copy_wanted = Signal(bool)
    asked = Signal()
    forget_wanted = Signal()

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(_columns(), "contacts", memory, parent)
        self.header.setSectionsClickable(False)
        self.setAccessibleName(self.tr("Instansi dan pejabat yang perlu dihubungi"))
        self.setSelectionMode(DataTable.SelectionMode.SingleSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if not plain or self.current_seq() is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_S:
            self.copy_wanted.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_H:
            self.asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.forget_wanted.emit()
        else:
            super().keyPressEvent(event)


def load_words(contact: Contact) -> str:
    """How much there is: "2 terlambat · 1 segera"."""
    late = contact.late(today())
    near = len(contact.parts) - late
    told = (_tr("{count} terlambat"), late), (_tr("{count} segera"), near)
    return " · ".join(words.format(count=count) for words, count in told if count)


def contact_words(contact: Contact) -> str:
    """When and how they were asked last: "Sen, 4 Nov 2024 · WhatsApp"; nothing where they never were."""
    last = contact.last_contact()
    if last is None or last.contacted_on is None:
        return ""
    return f"{short_date(last.contacted_on)} · {REPORT_CHANNELS[last.channel or 'lainnya']}"


def _columns() -> list[Column]:
    return [
        Column("to", _tr("Kepada"), lambda row: row[1].to, 22, stretch=True, sortable=False),
        Column(
            "load", _tr("Tindak lanjut"), lambda row: load_words(row[1]), 16, sortable=False,
            tone=lambda row: Tone.PROBLEM if row[1].late(today()) else Tone.ATTENTION, tip=_texts,
        ),
        Column("due", _tr("Batas waktu"), lambda row: _written(row[1].parts[0].due_date), 10, sortable=False),
        Column(
            "asked", _tr("Dihubungi"), lambda row: _written(_asked_on(row)), 10, sortable=False,
            tip=lambda row: contact_words(row[1]),
        ),
    ]  # fmt: skip


def _asked_on(row: tuple[Any, ...]) -> date | None:
    last = row[1].last_contact()
    return last.contacted_on if last else None


def _written(day: date | None) -> str:
    """A day without its name, which is not what one looks for in a column."""
    return short_date(day).partition(", ")[2] if day else ""


def _texts(row: tuple[Any, ...]) -> str:
    return "\n".join(one.text for one in row[1].parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ContactTable", text)
