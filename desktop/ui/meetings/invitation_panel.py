"""Undangan: who is asked to come, one by one or a whole group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.base.clock import today
from desktop.base.numbers import grouped
from desktop.models.queries.attendance import ParticipantRow
from desktop.models.queries.lookup import group_members
from desktop.models.queries.meetings import meeting_head
from desktop.models.words import ANSWERS, ROLES
from desktop.services.addressees import GROUPS
from desktop.services.attendance import invite, move_participant, remove_participants, update_participant
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.meetings import choices
from desktop.ui.meetings.cell_delegates import ChoiceDelegate
from desktop.ui.meetings.name_picker import NamePicker
from desktop.ui.meetings.record_model import RecordColumn, RecordModel
from desktop.ui.meetings.record_table import RecordTable
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.picker_field import Choice

_ROLE, _ANSWER = 2, 3


class InvitationPanel(Card):
    """The list of invitations.

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
        self.table = RecordTable(self.model, self.tr("Daftar undangan"))
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
        self.group_menu = QMenu(self)
        for words in GROUPS:
            action = QAction(self.tr("{group} se-wilayah kerja").format(group=words), self.group_menu)
            action.setData(words)
            action.triggered.connect(self._add_group)
            self.group_menu.addAction(action)
        group = button(self.tr("Tambah kelompok…"), "users")
        group.setMenu(self.group_menu)
        self.sheet_button = button(self.tr("Cetak daftar hadir kosong"), "printer", kind="quiet")
        self.sheet_button.clicked.connect(self._print_sheet)
        self.tools.addWidget(self.sheet_button)

        # Assemble
        line = QHBoxLayout()
        line.setSpacing(theme.current().unit * 2)
        line.addWidget(self.picker, 1)
        line.addWidget(group)
        self.body.addLayout(line)
        self.body.addWidget(self.table, 1)

        # Wire
        self.picker.chosen.connect(self._add)
        self.picker.named.connect(self._add_words)
        self.model.change_wanted.connect(self._change)
        self.table.move_wanted.connect(self._move)
        self.table.remove_wanted.connect(self._remove)

    def show_meeting(self, meeting: UUID, seats: Sequence[ParticipantRow]) -> None:
        """Show who is invited to a meeting."""
        self._meeting = meeting
        self.picker.set_value(None)
        head = meeting_head(self._session.store, meeting)
        self._held_on = head.held_on if head else today()
        self.show_seats(seats)

    def show_seats(self, seats: Sequence[ParticipantRow]) -> None:
        """Take over who is on the list; guests were not invited and stand in Kehadiran only."""
        invited = [seat for seat in seats if not seat.is_guest]
        self._places = {seat.id: place for place, seat in enumerate(seats)}
        self.model.set_records(invited)
        self.set_title(self.tr("Undangan ({count})").format(count=grouped(len(invited))))

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
    def _add_group(self) -> None:
        """Each institution of the group once; those on the list already, in whatever post, are not added."""
        action = self.sender()
        assert isinstance(action, QAction)
        words = str(action.data())
        members = group_members(self._session.store, words)
        known = {row.institution_id for row in self.model.records}
        fresh = [one for one in members if one not in known]
        if not members:
            self._say(self.tr("{group}: belum ada instansinya di Instansi & Pejabat.").format(group=words))
        elif not fresh:
            told = self.tr("{group}: {count} instansi, semuanya sudah ada di daftar. Tidak ada yang ditambahkan.")
            self._say(told.format(group=words, count=len(members)))
        else:
            told = self.tr("{group}: {added} ditambahkan, {known} sudah ada.")
            self._invite(
                [{"institution_id": one} for one in fresh],
                told.format(group=words, added=len(fresh), known=len(members) - len(fresh)),
            )

    def _invite(self, seats: Sequence[dict[str, Any]], told: str = "") -> None:
        meeting = self._meeting
        if meeting is not None:
            self._session.run(lambda: invite(self._session.desk, meeting, seats), told=told)

    @Slot(object, str, object)
    def _change(self, seat: UUID, field: str, value: object) -> None:
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


def _office_and_name(row: ParticipantRow) -> str:
    """The office invited, below it the name of who holds it."""
    return "\n".join(filter(None, (row.invited_office, row.invited_name)))
