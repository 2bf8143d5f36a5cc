"""Beside the notes: who is here, what follows from the meeting, or the follow-up being written."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.queries.commitments import CommitmentRow
from desktop.ui import theme
from desktop.ui.commitments.editor import FollowUpEditor
from desktop.ui.commitments.faces import done_words, face_of
from desktop.ui.meetings.plain_list import PlainList
from desktop.ui.meetings.voices import Voices, post_of
from desktop.ui.session import Session
from desktop.ui.widgets.text import plain_label

_ID = int(Qt.ItemDataRole.UserRole)


class SidePane(QStackedWidget):
    """speaker_wanted(id): Enter on somebody present. follow_up_wanted(id): Enter on a follow-up."""

    speaker_wanted = Signal(object)
    follow_up_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = theme.current().unit
        self._lists = QWidget(self)
        self.people = PlainList(self.tr("Peserta hadir"), parent=self._lists)
        self.follow_ups = PlainList(self.tr("Tindak lanjut"), parent=self._lists)
        self._people_head = plain_label(role="field")
        self._follow_ups_head = plain_label(role="field")
        self.editor = FollowUpEditor(session, "followup:capture", parent=self)
        whole = QVBoxLayout(self._lists)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit)
        whole.addWidget(self._people_head)
        whole.addWidget(self.people, 1)
        whole.addSpacing(unit)
        whole.addWidget(self._follow_ups_head)
        whole.addWidget(self.follow_ups, 1)
        self.addWidget(self._lists)
        self.addWidget(self.editor)
        self.people.itemActivated.connect(self._person_chosen)
        self.follow_ups.itemActivated.connect(self._follow_up_chosen)
        self.editor.closed.connect(self.show_lists)

    def show_people(self, voices: Voices) -> None:
        """Show who is here."""
        present = voices.present()
        self.people.clear()
        for seat in present:
            _add(self.people, seat.id, "\n".join(filter(None, (voices.name(seat.id), post_of(seat)))))
        self._people_head.setText(self.tr("Peserta hadir ({count})").format(count=len(present)))
        if not present:
            _hint(self.people, self.tr("Belum ada yang dicatat hadir.\nCatat di tab Kehadiran."))

    def show_follow_ups(self, rows: list[CommitmentRow]) -> None:
        """Show what follows from the meeting so far."""
        self.follow_ups.clear()
        for row in rows:
            code = row.code or str(row.order_no)
            state = done_words(row.done, len(row.addressees)) or face_of(row, today()).text
            to = ", ".join(row.addressee_words()) or self.tr("belum ada penanggung jawab")
            _add(self.follow_ups, row.id, f"{code}  {' '.join(row.text.split())}\n{state} · {to}")
        self._follow_ups_head.setText(self.tr("Tindak lanjut ({count})").format(count=len(rows)))
        if not rows:
            _hint(
                self.follow_ups,
                self.tr("Belum ada. Ctrl+5 atau ! batas waktu\ndi baris catatan membuat yang baru."),
            )

    def current_follow_up(self) -> UUID | None:
        """The follow-up chosen in the list."""
        item = self.follow_ups.currentItem()
        one = item.data(_ID) if item is not None else None
        return one if isinstance(one, UUID) else None

    def go_to_follow_up(self, one: UUID) -> None:
        """Show a follow-up in the list."""
        for row in range(self.follow_ups.count()):
            if self.follow_ups.item(row).data(_ID) == one:
                self.follow_ups.setCurrentRow(row)

    def show_editor(self) -> None:
        """Bring the follow-up being written or changed to the front."""
        self.setCurrentWidget(self.editor)

    def show_lists(self) -> None:
        """Bring the lists to the front."""
        self.setCurrentWidget(self._lists)

    def panes(self) -> list[QWidget]:
        """What F6 leads through here."""
        return [self.editor.form.text] if self.currentWidget() is self.editor else [self.people, self.follow_ups]

    def _person_chosen(self, item: QListWidgetItem) -> None:
        if isinstance(seat := item.data(_ID), UUID):
            self.speaker_wanted.emit(seat)

    def _follow_up_chosen(self, item: QListWidgetItem) -> None:
        if isinstance(one := item.data(_ID), UUID):
            self.follow_up_wanted.emit(one)


def _add(target: QListWidget, one: UUID, text: str) -> None:
    item = QListWidgetItem(text, target)
    item.setData(_ID, one)


def _hint(target: QListWidget, text: str) -> None:
    item = QListWidgetItem(text, target)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
