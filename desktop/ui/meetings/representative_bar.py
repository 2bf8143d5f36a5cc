"""Asks, in one line above the list, who came for an invited official."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.queries.attendance import ParticipantRow
from desktop.ui import theme
from desktop.ui.meetings.choices import Came, Search
from desktop.ui.meetings.guest_line import read_guest
from desktop.ui.meetings.name_picker import NamePicker
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.text import ElidedLabel


class RepresentativeBar(QWidget):
    """Enter stores, also an empty line (the name follows later); Escape leaves everything as it was.

    answered(seat, values)    who came, as fields of the seat
    closed()                  Escape
    """

    answered = Signal(object, dict)
    closed = Signal()

    def __init__(self, search: Search, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat: UUID | None = None
        self._question = ElidedLabel(role="field")
        self.picker = NamePicker(search, self.tr("Nama, jabatan – Enter menyimpan, Esc batal"))
        close = icon_button("x", self.tr("Batal"))
        close.clicked.connect(self._close)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().unit * 2)
        line.addWidget(self._question, 1)
        line.addWidget(self.picker, 1)
        line.addWidget(close)
        self.picker.chosen.connect(self._chosen)
        self.picker.named.connect(self._named)
        self.hide()

    def ask(self, seat: ParticipantRow) -> None:
        """Ask who came for a seat."""
        self._seat = seat.id
        office = seat.invited_office or seat.invited_name or ""
        question = self.tr("Siapa yang datang mewakili {office}?").format(office=office)
        self._question.setText(question)
        self.picker.setAccessibleName(question)
        self.picker.set_value(seat.present_name if seat.state == "diwakili" else None)
        self.show()
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
        self.picker.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _chosen(self, came: Came) -> None:
        self._answer(present_person_id=came.person_id, present_position_id=came.position_id)

    @Slot(str)
    def _named(self, words: str) -> None:
        guest = read_guest(words)
        title = ", ".join(filter(None, (guest.title, guest.institution)))
        self._answer(present_name=guest.name or None, present_title=title or None)

    def _answer(self, **who: object) -> None:
        nobody = dict.fromkeys(("present_person_id", "present_position_id", "present_name", "present_title"))
        self.hide()
        self.answered.emit(self._seat, {**nobody, **who})

    @Slot()
    def _close(self) -> None:
        self.hide()
        self.closed.emit()
