"""Undangan: who is asked to come, one by one or many at once, and what they answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.numbers import grouped
from desktop.models.queries.attendance import ParticipantRow
from desktop.models.queries.meetings import meeting_head
from desktop.models.words import ANSWERS, ROLES
from desktop.services.answers import note_answers
from desktop.services.attendance import invite, move_participant, remove_participants, update_participant
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.exports.list_export import ListExport
from desktop.ui.exports.sources import ModelSource
from desktop.ui.imports.source import ImportSource
from desktop.ui.meetings import choices
from desktop.ui.meetings.choices import Came
from desktop.ui.meetings.fill_dialog import FillDialog
from desktop.ui.meetings.guest_line import Guest
from desktop.ui.meetings.invitation_menu import InvitationMenu
from desktop.ui.meetings.invitation_table import InvitationTable
from desktop.ui.meetings.name_picker import NamePicker
from desktop.ui.meetings.representative_bar import RepresentativeBar, as_values
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.cell_delegates import ChoiceDelegate
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.picker_field import Choice, Search
from desktop.ui.widgets.record_model import RecordColumn, RecordModel
from desktop.ui.widgets.text import plain_label, set_tip

_ROLE, _ANSWER = 2, 3


class InvitationPanel(Card):
    """The list of invitations; in it H, W, B and Space note an answer.

    print_wanted(str)    the empty attendance sheet is wanted ("attendance-sheet")
    """

    print_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._meeting: UUID | None = None
        self._held_on = today()
        self._places: dict[UUID, int] = {}

        # Table
        self.model = RecordModel[ParticipantRow](self._columns(), self)
        self.table = InvitationTable(self.model, self.tr("Daftar undangan"))
        self.table.allow_dragging()
        set_tip(
            self.table,
            self.tr("H akan hadir, W akan diwakili, B berhalangan, Spasi belum menjawab."),
        )
        self.table.setItemDelegateForColumn(
            _ROLE, ChoiceDelegate(tuple(ROLES.items()), self.tr("Peran"), self.table)
        )
        self.table.setItemDelegateForColumn(
            _ANSWER, ChoiceDelegate(tuple(ANSWERS.items()), self.tr("Jawaban undangan"), self.table)
        )
        self.table.set_empty_state(
            EmptyState(
                "users",
                self.tr("Belum ada undangan"),
                self.tr("Ketik jabatan atau instansi di atas, atau tambahkan satu kelompok sekaligus."),
            )
        )

        # Adding
        self.picker = NamePicker(self._find, self.tr("Tambah jabatan atau instansi"))
        self.picker.setAccessibleName(self.tr("Tambah undangan"))
        self.fill_button = button(self.tr("Tambah kelompok…"), "users")
        set_tip(self.fill_button, self.tr("Dari kelompok, wilayah, jenis instansi, atau rapat sebelumnya"))
        self.fill_button.clicked.connect(self.fill)
        self.representative = RepresentativeBar(self._people_for)

        # Title
        self.counts = plain_label(role="muted")
        self.sheet_button = icon_button("printer", self.tr("Cetak daftar hadir kosong"))
        self.sheet_button.clicked.connect(self._print_sheet)
        self.more = InvitationMenu(session)
        self.imports = ImportSource(session, "participants", self, self.table)
        import_button = self.imports.make_icon(self.tr("Impor undangan"))
        export = ListExport(session, self, self._export_title, lambda: ModelSource(self.table))
        for tool in (self.counts, self.sheet_button, import_button, export.make_button(), self.more):
            self.tools.addWidget(tool)

        # Assemble
        line = QHBoxLayout()
        line.setSpacing(theme.current().unit * 2)
        line.addWidget(self.picker, 1)
        line.addWidget(self.fill_button)
        self.body.addLayout(line)
        self.body.addWidget(self.representative)
        self.body.addWidget(self.table, 1)

        # Wire
        self.picker.chosen.connect(self._add)
        self.picker.named.connect(self._add_words)
        self.model.change_wanted.connect(self._change)
        self.table.move_wanted.connect(self._move)
        self.table.remove_wanted.connect(self._remove)
        self.table.answer_wanted.connect(self._answer)
        self.representative.answered.connect(self._announce)
        self.representative.closed.connect(self.table.setFocus)

    def show_meeting(self, meeting: UUID, seats: Sequence[ParticipantRow]) -> None:
        """Show who is invited to a meeting."""
        self._meeting = self.more.meeting = self.imports.meeting = meeting
        self.picker.set_value(None)
        self.representative.hide()
        head = meeting_head(self._session.store, meeting)
        self._held_on = head.held_on if head else today()
        self.show_seats(seats)

    def show_seats(self, seats: Sequence[ParticipantRow]) -> None:
        """Take over who is on the list; guests were not invited and stand in Kehadiran only."""
        invited = [seat for seat in seats if not seat.is_guest]
        self._places = {seat.id: place for place, seat in enumerate(seats)}
        self.model.set_records(invited)
        self.set_title(self.tr("Undangan ({count})").format(count=grouped(len(invited))))
        self.counts.setText(_answers(invited))

    def _export_title(self) -> str:
        head = meeting_head(self._session.store, self._meeting) if self._meeting else None
        return self.tr("Undangan {meeting}").format(meeting=head.title if head else "").strip()

    def _columns(self) -> list[RecordColumn[ParticipantRow]]:
        return [
            RecordColumn(self.tr("No"), None, width=3, right=True),
            RecordColumn(self.tr("Jabatan/instansi, nama"), _office_and_name, width=26, stretch=True),
            RecordColumn(
                self.tr("Peran"),
                lambda row: ROLES[row.role],
                width=11,
                field="role",
                edit=lambda row: row.role,
            ),
            RecordColumn(
                self.tr("Jawaban"),
                lambda row: ANSWERS[row.answer],
                width=15,
                field="answer",
                edit=lambda row: row.answer,
            ),
        ]

    def _find(self, text: str) -> list[Choice]:
        return list(choices.invitees(self._session.store, self._held_on)(text))

    @Slot(object)
    def _add(self, seat: dict[str, Any]) -> None:
        name = self.picker.typed()
        before = self.model.rowCount()
        self._invite([seat])
        if self.model.rowCount() > before:
            self.table.go_to_row(before)
        else:
            self._say(self.tr("{name} sudah ada di daftar.").format(name=name))
        self.picker.set_value(None)

    @Slot(str)
    def _add_words(self, words: str) -> None:
        """What the directory does not know is invited in the words typed."""
        if words:
            self._add({"label": words})

    @Slot()
    def fill(self) -> None:
        """Add many at once, from a source that is chosen and counted first."""
        if self._meeting is not None:
            dialog = FillDialog(self._session, self._meeting, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _people_for(self, seat: ParticipantRow | None) -> Search:
        store = self._session.store
        if seat is None:
            return choices.who_came(store, self._held_on)
        return choices.who_came_for(store, self._held_on, seat.institution or "", seat.invited_name or "")

    @Slot(str)
    def _answer(self, answer: str) -> None:
        """Note the answer of the chosen rows; whom a single one sends is asked, and may stay open."""
        rows, ids = self.table.selected_rows(), self.table.selected_ids()
        if not self._note(ids, answer) or len(rows) > 1:
            return
        seat = self.model.record(rows[0])
        if answer == "diwakili":
            office = seat.invited_office or seat.invited_name or ""
            self.representative.ask(seat.id, office, seat, seat.present_name or "")
        else:
            self.table.go_to_row(min(rows[0] + 1, self.model.rowCount() - 1))

    @Slot(object, object, str)
    def _announce(self, seat: UUID, came: Came | Guest, _name: str) -> None:
        row = self.model.row_of(seat)
        self._note([seat], "diwakili", **as_values(came))
        self.table.setFocus()
        self.table.go_to_row(min(row + 1, self.model.rowCount() - 1))

    def _note(self, seats: Sequence[UUID], answer: str, **who: object) -> bool:
        told = "" if len(seats) == 1 else self.tr("{count} undangan – {answer}")
        return self._session.run(
            lambda: note_answers(self._session.desk, seats, answer, **who),
            told=told.format(count=len(seats), answer=ANSWERS[answer].lower()),
        )

    def _invite(self, seats: Sequence[dict[str, Any]], told: str = "") -> None:
        meeting = self._meeting
        if meeting is not None:
            self._session.run(lambda: invite(self._session.desk, meeting, seats), told=told)

    @Slot(object, str, object)
    def _change(self, seat: UUID, field: str, value: object) -> None:
        if field == "answer":
            self._note([seat], str(value))
        else:
            self._session.run(lambda: update_participant(self._session.desk, seat, **{field: value}))

    @Slot(object, int)
    def _move(self, seat: UUID, to: int) -> None:
        place = self._places[self.model.record(to).id]
        self._session.run(lambda: move_participant(self._session.desk, seat, place))

    @Slot()
    def _remove(self) -> None:
        rows, wanted = self.table.selected_rows(), self.table.selected_ids()
        if len(wanted) == 1:
            office = choices.seat_choice(self.model.record(rows[0])).label
            told = self.tr("Undangan dihapus: {name}").format(name=office)
        else:
            told = self.tr("{count} undangan dihapus").format(count=len(wanted))
        if self._session.run(lambda: remove_participants(self._session.desk, wanted), told=told):
            self.table.go_to_row(min(rows[0], self.model.rowCount() - 1))

    @Slot()
    def _print_sheet(self) -> None:
        self.print_wanted.emit("attendance-sheet")

    def _say(self, words: str) -> None:
        self._session.bus.message.emit(words, str(Tone.INFO))


def _answers(invited: Sequence[ParticipantRow]) -> str:
    """`3 akan hadir · 1 akan diwakili · 12 belum menjawab`, without what nobody answered."""
    counts = Counter(seat.answer for seat in invited)
    order = [answer for answer in ANSWERS if answer != "belum"]
    answered = [f"{grouped(counts[one])} {ANSWERS[one].lower()}" for one in order if counts[one]]
    return " · ".join([*answered, f"{grouped(counts['belum'])} belum"]) if answered else ""


def _office_and_name(row: ParticipantRow) -> str:
    """The office invited, below it the name of who holds it, or of whom they send."""
    name = f"diwakili {row.present_name}" if row.is_announced else row.invited_name
    return "\n".join(filter(None, (row.invited_office, name)))
