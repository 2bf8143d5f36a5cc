"""Messages for WhatsApp on their way out: on the clipboard, noted in the register, and told."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from desktop.base.numbers import grouped
from desktop.services.issued import note_issued
from desktop.ui.colours import Tone
from desktop.ui.session import Session


def copy_message(session: Session, what: str, text: str, institution: UUID | None, to: str = "") -> None:
    """Put a message on the clipboard; `what` it is, and for words the directory does not know `to` whom."""
    QGuiApplication.clipboard().setText(text)
    if not session.store.read_only:
        title = what if institution else f"{what}: {to}"
        session.run(
            lambda: note_issued(session.desk, "extract", title, "salin", text.encode(), institution=institution)
        )
    if session.store.read_only:
        told = QCoreApplication.translate(
            "Messages", "{what} disalin ({count} huruf). Tempel di WhatsApp dengan Ctrl+V."
        )
    else:
        told = QCoreApplication.translate(
            "Messages", "{what} disalin ({count} huruf). Tempel di WhatsApp dengan Ctrl+V, lalu tekan H."
        )
    session.bus.message.emit(told.format(what=what, count=grouped(len(text))), str(Tone.OK))
