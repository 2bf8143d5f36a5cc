"""Kehadiran: who came, marked by single keys, through the check-in box, or read off the signed sheet."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.journal import ChangeSet
from desktop.models.queries.attendance import ParticipantRow, participants, regions_of_seats
from desktop.models.queries.meetings import MeetingHead, meeting_head
from desktop.models.queries.sheet_order import sheet_lines
from desktop.models.words import ROLES
from desktop.ui import theme
from desktop.ui.exports.list_export import ListExport
from desktop.ui.exports.sources import ModelSource
from desktop.ui.imports.source import ImportSource
from desktop.ui.meetings import choices
from desktop.ui.meetings.attendance_counts import AttendanceCounts
from desktop.ui.meetings.attendance_deeds import AttendanceDeeds
from desktop.ui.meetings.attendance_model import ROLE, AttendanceModel, AttendanceSummary
from desktop.ui.meetings.attendance_table import AttendanceTable
from desktop.ui.meetings.check_in_box import CheckInBox
from desktop.ui.meetings.origin_banner import OriginBanner
from desktop.ui.meetings.representative_bar import RepresentativeBar
from desktop.ui.meetings.share_menu import ShareMenu
from desktop.ui.meetings.sheet_panel import SheetPanel
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cell_delegates import CellDelegate, ChoiceDelegate
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.picker_field import Search
from desktop.ui.widgets.text import ElidedLabel

_CONCERNED = frozenset({"participant", "person", "position", "institution", "tenure"})


class AttendanceTab(QWidget):
    """The attendance of one meeting.

    check_in_left()    Escape in the empty check-in box
    """

    check_in_left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self._head: MeetingHead | None = None
        self._room = QWidget(self)
        self.box = CheckInBox(self._room)
        self.counts_line = AttendanceCounts(self._room)
        self.representative = RepresentativeBar(self.people_for)
        self.model = AttendanceModel(self)
        self.table = AttendanceTable(self.model, self.tr("Daftar hadir"))
        self.deeds = AttendanceDeeds(session, self.table, self.model, self)
        self._dress_table()
        self._assemble()
        self._wire()

    def show_meeting(self, meeting: UUID) -> None:
        """Show who is expected at a meeting, and who came; a reading of the sheet that broke off goes on."""
        self.sheet.flush()
        self._meeting = self.imports.meeting = self.sharing.meeting = meeting
        self._head = self.deeds.meeting = meeting_head(self._session.store, meeting)
        self.representative.hide()
        self.box.empty()
        self.origin.show_meeting(meeting)
        self._reload()
        self._show_sheet(on=self.sheet.show_meeting(meeting))

    def start_check_in(self) -> None:
        """Go to the check-in box."""
        self._show_sheet(on=False)
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def show_part(self, seat: UUID) -> None:
        """Go to a seat in the list."""
        self._show_sheet(on=False)
        self._go_to_seat(seat)

    def flush(self) -> None:
        """Save what is being typed in the list; every mark was stored when it was made."""
        self.table.finish_editing()
        self.sheet.flush()

    def refresh(self, changes: ChangeSet) -> None:
        """Bring the list anew when a seat, or a name on it, changed."""
        self.origin.refresh(changes)
        if self._meeting is not None and changes.tables & _CONCERNED:
            self._reload()
            self.sheet.reload()

    def counts(self) -> str:
        """The counts as they are shown."""
        return self.counts_line.text()

    def people_for(self, seat: ParticipantRow | None) -> Search:
        """Who may have come for a seat: those of its institution first."""
        on = self._head.held_on if self._head else today()
        if seat is None:
            return choices.who_came(self._session.store, on)
        return choices.who_came_for(self._session.store, on, seat.institution or "", seat.invited_name or "")

    # Within

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
                "H hadir · W diwakili · B berhalangan · T tidak hadir · U nama tidak terbaca · P pulang · "
                "Spasi belum dicatat · Shift+↓ beberapa baris · F2 keterangan · F3 catat hadir"
            ),
            role="muted",
        )
        self.match_button = button(self.tr("Cocokkan dengan Daftar Hadir"), "clipboard-check")
        self.rest_button = button(self.tr("Sisanya tidak hadir…"), "user-x")
        top = QHBoxLayout()
        top.setSpacing(unit * 2)
        top.addWidget(self.box, 1)
        top.addWidget(self.match_button)
        top.addWidget(self.rest_button)
        self.imports = ImportSource(self._session, "attendance", self, self.table)
        top.addWidget(self.imports.make_icon(self.tr("Impor jawaban formulir kehadiran")))
        export = ListExport(self._session, self._room, self._export_title, lambda: ModelSource(self.table),
                            lambda: [self.counts()])  # fmt: skip
        top.addWidget(export.make_button())
        self.sharing = ShareMenu(self._session)
        top.addWidget(self.sharing)
        room = QVBoxLayout(self._room)
        room.setContentsMargins(0, unit, 0, 0)
        room.setSpacing(unit * 2)
        self.origin = OriginBanner(self._session, self._room, copies=False)
        room.addWidget(self.origin)
        room.addLayout(top)
        room.addWidget(self.counts_line)
        room.addWidget(self.representative)
        room.addWidget(self.table, 1)
        room.addWidget(keys)
        self.sheet = SheetPanel(self._session, self.people_for, self)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._room)
        self._pages.addWidget(self.sheet)
        self.setFocusProxy(self.table)

    def _wire(self) -> None:
        deeds = self.deeds
        self.box.found.connect(deeds.check_in)
        self.box.guest.connect(deeds.add_guest)
        self.box.left.connect(self._leave_box)
        self.table.mark_wanted.connect(deeds.mark)
        self.table.leaving_wanted.connect(deeds.mark_leaving)
        self.table.unreadable_wanted.connect(deeds.mark_unreadable)
        self.table.remove_wanted.connect(deeds.remove)
        self.model.change_wanted.connect(deeds.change)
        deeds.representative_wanted.connect(self._ask_who_came)
        self.representative.answered.connect(deeds.represent)
        self.representative.closed.connect(self.table.setFocus)
        self.counts_line.wanted.connect(self._go_to_seat)
        self.rest_button.clicked.connect(deeds.mark_rest_absent)
        self.match_button.clicked.connect(self._match)
        self.sheet.left.connect(self._leave_sheet)

    def _reload(self) -> None:
        assert self._meeting is not None
        rows = participants(self._session.store, self._meeting)
        regions = regions_of_seats(self._session.store, self._meeting)
        self.model.set_records(rows)
        lines = sheet_lines(self._session.store, self._meeting, rows)
        members = {line.key: (line, seat) for line in lines if (seat := line.as_seat()) is not None}
        self.deeds.members = {key: line for key, (line, _) in members.items()}
        self.box.set_rows([*rows, *(seat for _, seat in members.values())], regions)
        self.counts_line.show_summary(AttendanceSummary.of(rows, regions))

    def _export_title(self) -> str:
        return self.tr("Kehadiran {meeting}").format(meeting=self._head.title if self._head else "").strip()

    @Slot(object)
    def _ask_who_came(self, seat: ParticipantRow) -> None:
        known = seat.present_name or "" if "diwakili" in (seat.state, seat.answer) else ""
        self.representative.ask(seat.id, seat.invited_office or seat.invited_name or "", seat, known)

    @Slot(object)
    def _go_to_seat(self, seat: UUID) -> None:
        self.table.go_to_row(self.model.row_of(seat))
        self.table.setFocus()

    @Slot()
    def _leave_box(self) -> None:
        self.table.setFocus()
        self.check_in_left.emit()

    @Slot()
    def _match(self) -> None:
        self._show_sheet(on=True)
        self.sheet.begin()

    @Slot()
    def _leave_sheet(self) -> None:
        self._show_sheet(on=False)
        self.table.setFocus()

    def _show_sheet(self, *, on: bool) -> None:
        front = self.sheet if on else self._room
        waits = self.sheet.pending
        words = self.tr("Lanjutkan mencocokkan") if waits else self.tr("Cocokkan dengan Daftar Hadir")
        self.match_button.setText(words)
        self._pages.setCurrentWidget(front)
        self.setFocusProxy(self.sheet if on else self.table)
