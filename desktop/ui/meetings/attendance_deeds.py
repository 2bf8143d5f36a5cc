"""What the keys of Kehadiran do: marks for one seat or many, guests, leaving, and all who are left."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from desktop.base.clock import now_here
from desktop.base.dates import clock_text
from desktop.base.numbers import grouped
from desktop.models.queries.attendance import ParticipantRow
from desktop.models.queries.meetings import MeetingHead
from desktop.models.queries.sheet_order import SheetLine
from desktop.models.words import ATTENDANCE
from desktop.services.attendance import add_guest, mark, mark_leaving, remove_participants, update_participant
from desktop.services.signed_sheet import mark_member
from desktop.ui import ask
from desktop.ui.colours import Tone
from desktop.ui.meetings import choices
from desktop.ui.meetings.attendance_model import AttendanceModel, invited_seats
from desktop.ui.meetings.attendance_table import AttendanceTable
from desktop.ui.meetings.choices import Came
from desktop.ui.meetings.guest_line import Guest
from desktop.ui.meetings.representative_bar import as_values
from desktop.ui.session import Session


class AttendanceDeeds(QObject):
    """Carries out what box, list and question ask for; each is one step that can be undone.

    representative_wanted(ParticipantRow)    one who is represented needs a name first
    """

    representative_wanted = Signal(object)

    def __init__(self, session: Session, table: AttendanceTable, model: AttendanceModel, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._table, self._model = session, table, model
        self.meeting: MeetingHead | None = None
        self.members: dict[UUID, SheetLine] = {}
        """The institutions of groups that have no seat of their own yet, by the key the box finds them with."""

    @Slot(object)
    def check_in(self, seat: ParticipantRow) -> None:
        """The box found a seat: there in person."""
        if (line := self.members.get(seat.id)) is not None:
            self._check_in_member(line)
            return
        name = choices.seat_choice(seat).label
        self._table.go_to_row(self._model.row_of(seat.id))
        if seat.is_present:
            told = self.tr("{name} sudah dicatat {state}.").format(name=name, state=ATTENDANCE[seat.state].lower())
            self._say(told)
        else:
            self._session.run(
                lambda: mark(self._session.desk, [seat.id], "hadir"),
                told=self.tr("{name} – hadir").format(name=name),
            )

    def _check_in_member(self, line: SheetLine) -> None:
        if self.meeting is None:
            return
        meeting = self.meeting.id
        done = self._session.make(
            lambda: mark_member(self._session.desk, meeting, line),
            told=self.tr("{name} – hadir").format(name=line.institution),
        )
        if done is not None:
            self._table.go_to_row(self._model.row_of(done[0]))

    @Slot(object)
    def add_guest(self, guest: Guest) -> None:
        """The box took a line as a guest."""
        if self.meeting is None:
            return
        meeting = self.meeting.id
        words = guest.words or self.tr("nama tidak terbaca")
        done = self._session.run(
            lambda: add_guest(
                self._session.desk,
                meeting,
                name=guest.known_name,
                title=guest.title,
                institution=guest.institution,
                unreadable=guest.unreadable,
            ),
            told=self.tr("Tamu: {guest} – hadir").format(guest=words),
        )
        if done:
            self._table.go_to_row(self._model.rowCount() - 1)

    @Slot(str)
    def mark(self, state: str) -> None:
        """Mark the chosen rows and go on to the row after them; one who is represented needs a name first."""
        seats = self._chosen()
        if state == "diwakili":
            if len(seats) == 1 and self._may_be_represented(seats[0]):
                self.representative_wanted.emit(seats[0])
                return
            seats = [seat for seat in seats if not (seat.is_group or seat.is_guest)]
        self._mark(seats, state, ATTENDANCE[state].lower())

    @Slot()
    def mark_unreadable(self) -> None:
        """Somebody signed for the chosen seats, but nobody can read the name."""
        seats = [seat for seat in self._chosen() if not (seat.is_group or seat.is_guest)]
        self._mark(seats, "hadir", self.tr("hadir, nama tidak terbaca"), unreadable=True)

    @Slot()
    def mark_leaving(self) -> None:
        """Those chosen leave now; once more takes the time away again."""
        seats = [seat for seat in self._chosen() if seat.is_present]
        if self.meeting is None or not seats:
            self._say(self.tr("Waktu pulang hanya untuk yang hadir atau diwakili."))
            return
        now = now_here(self.meeting.zone)
        if now.date() != self.meeting.held_on:
            self._say(self.tr("Waktu pulang dicatat dengan P pada hari rapat."))
            return
        back = all(seat.left_at is not None for seat in seats)
        left = None if back else now.time().replace(second=0, microsecond=0)
        state = self.tr("waktu pulang dihapus")
        if left is not None:
            state = self.tr("pulang {clock}").format(clock=clock_text(left, self.meeting.zone))
        ids = [seat.id for seat in seats]
        self._session.run(lambda: mark_leaving(self._session.desk, ids, left), told=self._told(seats, state))

    @Slot()
    def mark_rest_absent(self) -> None:
        """After a question that names the count: everybody about whom nothing is noted was not there."""
        seats = [seat for seat in invited_seats(self._model.records) if seat.state == "belum_dicatat"]
        if not seats:
            self._say(self.tr("Semua undangan sudah dicatat."))
            return
        count = grouped(len(seats))
        agreed = ask.question(
            self.tr("Catat {count} undangan yang belum dicatat sebagai tidak hadir?").format(count=count),
            self.tr("Yang sudah dicatat tidak berubah. Anda dapat mengurungkannya dalam satu langkah."),
            yes=self.tr("Catat {count} tidak hadir").format(count=count),
        )
        if agreed:
            ids = [seat.id for seat in seats]
            told = self.tr("{count} undangan – tidak hadir").format(count=count)
            self._session.run(lambda: mark(self._session.desk, ids, "tidak_hadir"), told=told)

    @Slot(object, object, str)
    def represent(self, seat: UUID, came: Came | Guest, _name: str) -> None:
        """Note who came for a seat."""
        row = self._model.row_of(seat)
        told = self.tr("{name} – diwakili").format(name=choices.seat_office(self._model.record(row)))
        self._session.run(lambda: mark(self._session.desk, [seat], "diwakili", **as_values(came)), told=told)
        self._table.go_to_row(min(row + 1, self._model.rowCount() - 1))
        self._table.setFocus()

    @Slot(object, str, object)
    def change(self, seat: UUID, field: str, value: object) -> None:
        """A cell was edited."""
        self._session.run(lambda: update_participant(self._session.desk, seat, **{field: value}))

    @Slot()
    def remove(self) -> None:
        """Take a guest off the list again; who was invited is removed in Persiapan."""
        seat = self._model.record(self._table.currentIndex().row())
        if not seat.is_guest:
            self._say(self.tr("Undangan dihapus di tab Persiapan; di sini hanya tamu yang dapat dihapus."))
            return
        name = choices.seat_choice(seat).label
        self._session.run(
            lambda: remove_participants(self._session.desk, [seat.id]),
            told=self.tr("Tamu dihapus: {name}").format(name=name),
        )

    def _chosen(self) -> list[ParticipantRow]:
        return [self._model.record(row) for row in self._table.selected_rows()]

    def _mark(self, seats: list[ParticipantRow], state: str, words: str, *, unreadable: bool = False) -> None:
        if not seats:
            return
        last, ids = self._table.selected_rows()[-1], [seat.id for seat in seats]
        if self._session.run(
            lambda: mark(self._session.desk, ids, state, unreadable=unreadable), told=self._told(seats, words)
        ):
            self._table.go_to_row(min(last + 1, self._model.rowCount() - 1))

    def _told(self, seats: list[ParticipantRow], state: str) -> str:
        if len(seats) == 1:
            return self.tr("{name} – {state}").format(name=choices.seat_choice(seats[0]).label, state=state)
        return self.tr("{count} undangan – {state}").format(count=grouped(len(seats)), state=state)

    def _may_be_represented(self, seat: ParticipantRow) -> bool:
        """A group stays a group and a guest came for themselves: neither becomes somebody else by a key."""
        if seat.is_group:
            told = self.tr("“{name}” adalah kelompok tanpa nama. Catat orangnya sebagai tamu lewat F3.")
        elif seat.is_guest:
            told = self.tr("{name} adalah tamu, tidak mewakili undangan.")
        else:
            return True
        self._say(told.format(name=choices.seat_choice(seat).label), Tone.ATTENTION)
        return False

    def _say(self, words: str, tone: Tone = Tone.INFO) -> None:
        self._session.bus.message.emit(words, str(tone))
