"""One key makes a follow-up of a problem, and says to whom it went: that was proposed, nobody chose it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication

from desktop.models.queries.commitments import commitment
from desktop.services.issue_links import follow_up_of_issue
from desktop.ui.session import Session


def make_follow_up(session: Session, issue: UUID) -> bool:
    """Make it and tell; returns whether it was made."""
    made = session.make(lambda: follow_up_of_issue(session.desk, issue))
    if made is None:
        return False
    row = commitment(session.store, made[0])
    to = ", ".join(row.addressee_words()) if row else ""
    named = _tr("Tindak lanjut dibuat untuk {to}; periksa penanggung jawabnya di Tindak Lanjut.").format(to=to)
    session.bus.done.emit(named if to else _tr("Tindak lanjut dibuat; isi penanggung jawabnya di Tindak Lanjut."))
    return True


def _tr(words: str) -> str:
    return QCoreApplication.translate("make_follow_up", words)
