"""What is typed for a paper, beside the paper: each paper's own form, made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.session import Session

FORMS = {
    "minutes": "minutes_form.MinutesForm",
    "photos": "files_form.FilesForm",
    "invitation": "letter_form.InvitationForm",
    "nota-dinas": "letter_form.NotaDinasForm",
    "report": "letter_form.ReportForm",
    "accounting": "accounting_form.AccountingForm",
}
"""The form of each paper, by its name in `PAPERS`: module of this folder and class, made as `Form(session)`.

A paper without one shows the form of the minutes, which has what all papers share.
"""
_USUAL = "minutes"


class PaperForm(Protocol):
    """What is asked of a form; one with a signal `gap_chosen(str, str)` may send the user to another tab.

    One with a signal `typing()` and `typed()` shows on the paper what is not kept yet: see `Paper.typing`.
    """

    def show_meeting(self, meeting: UUID, /, *, fresh: bool) -> None:
        """Show a meeting; not `fresh`: without touching what is being changed."""

    def flush(self) -> None:
        """Save what is still being typed."""


class PaperForms(QStackedWidget):
    """The forms one behind the other, the one in front belonging to the paper shown.

    typing()   something is being typed in the form in front
    """

    typing = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._made: dict[str, QWidget] = {}
        self._shown: dict[str, UUID] = {}

    def form(self, name: str) -> QWidget:
        """A form by the name of its paper, made now if it was never shown."""
        if name not in self._made:
            module, made = FORMS[name].split(".")
            make: Callable[[Session, QWidget], QWidget] = getattr(
                import_module(f"desktop.ui.meetings.{module}"), made
            )
            self._made[name] = made_now = make(self._session, self)
            self.addWidget(made_now)
            if hasattr(made_now, "typing"):
                made_now.typing.connect(self.typing)
        return self._made[name]

    def show_form(self, paper: str, meeting: UUID) -> None:
        """Bring the form of a paper to the front and fill it; what is being changed in it stays."""
        name = paper if paper in FORMS else _USUAL
        form: Any = self.form(name)
        fresh = self._shown.get(name) != meeting
        self._shown[name] = meeting
        form.show_meeting(meeting, fresh=fresh)
        if form is not self.currentWidget():
            self.flush()
            self.setCurrentWidget(form)

    def typed(self) -> dict[str, Any]:
        """What is being typed in the form in front and not kept yet, by field."""
        front: Any = self.currentWidget()
        return front.typed() if hasattr(front, "typed") else {}

    def flush(self) -> None:
        """Save what is still being typed."""
        front: Any = self.currentWidget()
        if front is not None:
            front.flush()
