"""Asks, in one line above the list, who came for an invited official."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.queries.attendance import ParticipantRow
from desktop.ui import theme
from desktop.ui.meetings.choices import Came
from desktop.ui.meetings.guest_line import Guest, read_guest
from desktop.ui.meetings.name_picker import NamePicker
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.picker_field import Choice, Search
from desktop.ui.widgets.text import ElidedLabel


class RepresentativeBar(QWidget):
    """Enter keeps, also an empty line (the name follows later); Escape leaves everything as it was.

    answered(key, came, name)    who came for the row: a `Came` of the directory, or a `Guest` as typed
    closed()                     Escape
    """

    answered = Signal(object, object, str)
    closed = Signal()

    def __init__(self, search: Callable[[ParticipantRow | None], Search], parent: QWidget | None = None) -> None:
        """`search` gives the names to offer for a seat."""
        super().__init__(parent)
        self._search = search
        self._hits: Search = search(None)
        self._key: UUID | None = None
        self._question = ElidedLabel(role="field")
        self.picker = NamePicker(self._find, self.tr("Nama, jabatan – Enter menyimpan, Esc batal"))
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

    def ask(self, key: UUID, office: str, seat: ParticipantRow | None, name: str = "") -> None:
        """Ask who came for a row; `name` is who is noted already. Those of its institution are offered."""
        self._key, self._hits = key, self._search(seat)
        question = self.tr("Siapa yang datang mewakili {office}?").format(office=office)
        self._question.setText(question)
        self.picker.setAccessibleName(question)
        self.picker.set_value(name or None)
        self.show()
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
        self.picker.selectAll()
        if not name:
            self.picker.open_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _find(self, text: str) -> Sequence[Choice]:
        return self._hits(text)

    @Slot(object)
    def _chosen(self, came: Came) -> None:
        self._answer(came, self.picker.typed())

    @Slot(str)
    def _named(self, words: str) -> None:
        guest = read_guest(words)
        self._answer(guest, guest.known_name)

    def _answer(self, came: Came | Guest, name: str) -> None:
        self.hide()
        self.answered.emit(self._key, came, name)

    @Slot()
    def _close(self) -> None:
        self.hide()
        self.closed.emit()


def as_values(came: Came | Guest) -> dict[str, object]:
    """Who came, as the fields of a seat."""
    nobody: dict[str, object] = dict.fromkeys(
        ("present_person_id", "present_position_id", "present_name", "present_title")
    )
    if isinstance(came, Came):
        return {**nobody, "present_person_id": came.person_id, "present_position_id": came.position_id}
    title = ", ".join(filter(None, (came.title, came.institution)))
    return {**nobody, "present_name": came.known_name or None, "present_title": title or None}
