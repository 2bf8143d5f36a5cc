"""Where a stored follow-up comes from, and how far each addressee is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.base.dates import long_date
from desktop.models.queries.commitments import CommitmentRow
from desktop.models.queries.discussion import StatementRow
from desktop.ui import theme
from desktop.ui.commitments.faces import done_words
from desktop.ui.commitments.state_table import StateTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import ElidedLabel, plain_label, set_tip

_QUOTED = 80  # letters of a statement that are shown; all of it stands in the tip


class Standing(QWidget):
    """meeting_wanted(): the meeting it comes from is wanted."""

    meeting_wanted = Signal()

    def __init__(self, *, tall: bool, linked: bool, parent: QWidget | None = None) -> None:
        """`tall`: the addressees take the room there is; `linked`: the meeting is named, with a way to it."""
        super().__init__(parent)
        self._linked = linked
        unit = theme.current().unit
        self._meeting = ElidedLabel(role="muted")
        self._to_meeting = button(self.tr("Buka rapat"), "calendar-days", kind="quiet")
        self._to_meeting.clicked.connect(self.meeting_wanted)
        self._origin = wrapped_label(role="muted")
        self.states = StateTable(tall=tall)
        from_meeting = QHBoxLayout()
        from_meeting.addWidget(self._meeting, 1)
        from_meeting.addWidget(self._to_meeting)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addLayout(from_meeting)
        whole.addWidget(self._origin)
        whole.addWidget(self.states, 1 if tall else 0)

    def show_row(self, row: CommitmentRow, said: StatementRow | None) -> None:
        """Show a follow-up and the statement it came from."""
        linked = self._linked and row.meeting_title is not None
        if row.meeting_title and row.held_on:
            self._meeting.setText(f"{long_date(row.held_on)} · {row.meeting_title}")
        self._meeting.setVisible(linked)
        self._to_meeting.setVisible(linked)
        self._origin.setText(self._quote(said) if said else "")
        set_tip(self._origin, said.text if said else "")
        self._origin.setVisible(said is not None)
        total = len(row.addressees)
        summary = done_words(row.done, total) or ("" if total else self.tr("Belum ada penanggung jawab."))
        self.states.show_addressees(row.addressees, summary)

    def _quote(self, said: StatementRow) -> str:
        text = said.text if len(said.text) <= _QUOTED else f"{said.text[: _QUOTED - 1]}…"
        code = f"{said.code} " if said.code else ""
        return self.tr("Dari catatan {code}“{text}”").format(code=code, text=text)


def wrapped_label(role: str = "") -> QLabel:
    """A label of as many lines as its width asks for."""
    label = plain_label(role=role)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label
