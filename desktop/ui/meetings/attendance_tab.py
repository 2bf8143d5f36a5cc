"""Kehadiran: who came, marked by single keys in the list or through the check-in box."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.numbers import grouped
from desktop.models.journal import ChangeSet
from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.models.queries.meetings import meeting_head
from desktop.models.words import ATTENDANCE, ROLES
from desktop.services.attendance import add_guest, mark, remove_participants, update_participant
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.meetings import choices
from desktop.ui.meetings.attendance_model import ROLE, AttendanceModel, AttendanceSummary
from desktop.ui.meetings.cell_delegates import CellDelegate, ChoiceDelegate
from desktop.ui.meetings.check_in_box import CheckInBox
from desktop.ui.meetings.guest_line import Guest
from desktop.ui.meetings.record_table import RecordTable
from desktop.ui.meetings.representative_bar import RepresentativeBar
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.picker_field import Choice
from desktop.ui.widgets.text import ElidedLabel, plain_label

_CONCERNED = frozenset({"participant", "person", "position", "institution", "tenure"})
_KEYS = {
    Qt.Key.Key_H: "hadir",
    Qt.Key.Key_W: "diwakili",
    Qt.Key.Key_B: "berhalangan",
    Qt.Key.Key_T: "tidak_hadir",
    Qt.Key.Key_Space: "belum_dicatat",
}


class AttendanceTab(QWidget):
    """The attendance of one meeting.

    check_in_left()    Escape in the empty check-in box
    """

    check_in_left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self._held_on = today()
        self.box = CheckInBox(self)
        self._counts = plain_label(role="heading")
        self._missing = button("", kind="quiet")
        self._missing_menu = QMenu(self._missing)
        self._missing.setMenu(self._missing_menu)
        self.representative = RepresentativeBar(self._find_people)
        self.model = AttendanceModel(self)
        self.table = AttendanceTable(self.model, self.tr("Daftar hadir"))
        self._dress_table()
        self._assemble()
        self.setFocusProxy(self.table)
        self._wire()

    def _dress_table(self) -> None:
        self.table.setItemDelegateForColumn(
            ROLE, ChoiceDelegate(tuple(ROLES.items()), self.tr("Peran"), self.table)
        )
        self.table.setItemDelegateForColumn(
            len(self.model.columns) - 1, CellDelegate(self.tr("Keterangan"), self.table)
        )
        self.table.set_empty_state(
            EmptyState(
                "users",
                self.tr("Belum ada undangan"),
                self.tr("Susun undangan di tab Persiapan, atau catat tamu lewat kotak di atas (F3)."),
            )
        )

    def _assemble(self) -> None:
        unit = theme.current().unit
        keys = ElidedLabel(
            self.tr(
                "H hadir · W diwakili · B berhalangan · T tidak hadir · Spasi belum dicatat · "
                "Shift+↓ beberapa baris · F2 keterangan · F3 catat hadir"
            ),
            role="muted",
        )
        top = QHBoxLayout()
        top.setSpacing(unit * 4)
        top.addWidget(self.box, 1)
        top.addWidget(self._counts)
        top.addWidget(self._missing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, unit, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addLayout(top)
        whole.addWidget(self.representative)
        whole.addWidget(self.table, 1)
        whole.addWidget(keys)

    def _wire(self) -> None:
        self.box.found.connect(self._check_in)
        self.box.guest.connect(self._add_guest)
        self.box.left.connect(self._leave_box)
        self.table.mark_wanted.connect(self._mark_selected)
        self.table.remove_wanted.connect(self._remove)
        self.model.change_wanted.connect(self._change)
        self.representative.answered.connect(self._represented)
        self.representative.closed.connect(self.table.setFocus)

    def show_meeting(self, meeting: UUID) -> None:
        """Show who is expected at a meeting, and who came."""
        self._meeting = meeting
        head = meeting_head(self._session.store, meeting)
        self._held_on = head.held_on if head else today()
        self.representative.hide()
        self.box.empty()
        self._reload()

    def start_check_in(self) -> None:
        """Go to the check-in box."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def flush(self) -> None:
        """Save what is being typed in the list; every mark was stored when it was made."""
        self.table.finish_editing()

    def refresh(self, changes: ChangeSet) -> None:
        """Bring the list anew when a seat, or a name on it, changed."""
        if self._meeting is not None and changes.tables & _CONCERNED:
            self._reload()

    def counts(self) -> str:
        """The counts as they are shown."""
        return f"{self._counts.text()} · {self._missing.text()}"

    def _reload(self) -> None:
        assert self._meeting is not None
        rows = participants(self._session.store, self._meeting)
        self.model.set_records(rows)
        self.box.set_rows(rows)
        self._count(AttendanceSummary.of(rows))

    def _count(self, now: AttendanceSummary) -> None:
        words = self.tr("Hadir {count}").format(count=grouped(now.present))
        if now.represented:
            words += " " + self.tr("({count} diwakili)").format(count=grouped(now.represented))
        words += " / " + self.tr("Undangan {count}").format(count=grouped(now.invited))
        if now.guests:
            words += " · " + self.tr("Tamu {count}").format(count=grouped(now.guests))
        words += " · " + self.tr("Belum dicatat {count}").format(count=grouped(now.unmarked))
        self._counts.setText(words)
        missing = self.tr("Instansi belum terwakili {count}").format(count=grouped(len(now.missing)))
        self._missing.setText(missing)
        self._missing.setEnabled(bool(now.missing))
        self._missing_menu.clear()
        for name, seat in now.missing:
            action = self._missing_menu.addAction(name.replace("&", "&&"))
            action.setData(seat)
            action.triggered.connect(self._go_to_missing)

    def _find_people(self, text: str) -> list[Choice]:
        return list(choices.who_came(self._session.store, self._held_on)(text))

    # Marks

    @Slot(object)
    def _check_in(self, seat: ParticipantRow) -> None:
        name = choices.seat_choice(seat).label
        self.table.go_to_row(self.model.row_of(seat.id))
        if seat.is_present:
            told = self.tr("{name} sudah dicatat {state}.").format(name=name, state=ATTENDANCE[seat.state].lower())
            self._session.bus.message.emit(told, str(Tone.INFO))
        else:
            self._session.run(
                lambda: mark(self._session.desk, [seat.id], "hadir"),
                told=self.tr("{name} – hadir").format(name=name),
            )

    @Slot(object)
    def _add_guest(self, guest: Guest) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        done = self._session.run(
            lambda: add_guest(
                self._session.desk, meeting, name=guest.name, title=guest.title, institution=guest.institution
            ),
            told=self.tr("Tamu: {guest} – hadir").format(guest=guest.words),
        )
        if done:
            self.table.go_to_row(self.model.rowCount() - 1)

    @Slot(str)
    def _mark_selected(self, state: str) -> None:
        """Mark the chosen rows and go on to the row after them; one who is represented needs a name first."""
        rows = self.table.selected_rows()
        seats = [self.model.record(row) for row in rows]
        if state == "diwakili":
            if len(seats) == 1 and self._may_be_represented(seats[0]):
                self.representative.ask(seats[0])
                return
            seats = [seat for seat in seats if not choices.is_group(seat) and not choices.is_guest(seat)]
        if not seats:
            return
        if len(seats) == 1:
            told = self.tr("{name} – {state}").format(
                name=choices.seat_choice(seats[0]).label, state=ATTENDANCE[state].lower()
            )
        else:
            told = self.tr("{count} undangan – {state}").format(count=len(seats), state=ATTENDANCE[state].lower())
        if self._session.run(lambda: mark(self._session.desk, [seat.id for seat in seats], state), told=told):
            self.table.go_to_row(min(rows[-1] + 1, self.model.rowCount() - 1))

    def _may_be_represented(self, seat: ParticipantRow) -> bool:
        """A group stays a group and a guest came for themselves: neither becomes somebody else by a key."""
        if choices.is_group(seat):
            told = self.tr("“{name}” adalah kelompok tanpa nama. Catat orangnya sebagai tamu lewat F3.")
        elif choices.is_guest(seat):
            told = self.tr("{name} adalah tamu, tidak mewakili undangan.")
        else:
            return True
        name = choices.seat_choice(seat).label
        self._session.bus.message.emit(told.format(name=name), str(Tone.ATTENTION))
        return False

    @Slot(object, dict)
    def _represented(self, seat: UUID, who: dict[str, object]) -> None:
        row = self.model.row_of(seat)
        name = choices.seat_office(self.model.record(row))
        self._session.run(
            lambda: mark(self._session.desk, [seat], "diwakili", **who),
            told=self.tr("{name} – diwakili").format(name=name),
        )
        self.table.go_to_row(min(row + 1, self.model.rowCount() - 1))
        self.table.setFocus()

    @Slot(object, str, object)
    def _change(self, seat: UUID, field: str, value: object) -> None:
        self._session.run(lambda: update_participant(self._session.desk, seat, **{field: value}))

    @Slot()
    def _remove(self) -> None:
        """Take a guest off the list again; who was invited is removed in Persiapan."""
        seat = self.model.record(self.table.currentIndex().row())
        if not choices.is_guest(seat):
            told = self.tr("Undangan dihapus di tab Persiapan; di sini hanya tamu yang dapat dihapus.")
            self._session.bus.message.emit(told, str(Tone.INFO))
            return
        self._session.run(
            lambda: remove_participants(self._session.desk, [seat.id]),
            told=self.tr("Tamu dihapus: {name}").format(name=seat.name),
        )

    @Slot()
    def _go_to_missing(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.table.go_to_row(self.model.row_of(action.data()))
        self.table.setFocus()

    @Slot()
    def _leave_box(self) -> None:
        self.table.setFocus()
        self.check_in_left.emit()


class AttendanceTable(RecordTable):
    """mark_wanted(state): one of the single keys was pressed."""

    mark_wanted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        state = _KEYS.get(Qt.Key(event.key())) if not event.modifiers() else None
        if state is not None and self.selected_rows():
            self.mark_wanted.emit(state)
        else:
            super().keyPressEvent(event)
