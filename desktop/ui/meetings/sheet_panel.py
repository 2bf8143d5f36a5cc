"""Cocokkan dengan Daftar Hadir: one reads the signed sheet aloud, one types, about one key a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.base.folding import fold
from desktop.base.numbers import grouped
from desktop.models.queries.attendance import ParticipantRow
from desktop.models.queries.sheet_order import SheetLine, sheet_lines
from desktop.services.signed_sheet import How, Reading, SheetGuest, compare, save_signed_sheet
from desktop.ui import ask, theme
from desktop.ui.colours import Tone
from desktop.ui.draft_timer import DraftTimer
from desktop.ui.meetings.choices import Came
from desktop.ui.meetings.guest_field import GuestField
from desktop.ui.meetings.guest_line import Guest
from desktop.ui.meetings.representative_bar import RepresentativeBar
from desktop.ui.meetings.sheet_differences import SheetDifferences
from desktop.ui.meetings.sheet_head import SheetHead
from desktop.ui.meetings.sheet_reading import SheetReading
from desktop.ui.meetings.sheet_table import SheetModel, SheetTable
from desktop.ui.session import Session
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.picker_field import Search
from desktop.ui.widgets.shortcuts import CTRL_ENTER, on_keys
from desktop.ui.widgets.text import ElidedLabel


class SheetPanel(QWidget):
    """The reading is a draft until it is saved in one step; it survives the end of the program.

    left()    back to the list: saved, or kept as a draft for later
    """

    left = Signal()

    def __init__(
        self, session: Session, people: Callable[[ParticipantRow | None], Search], parent: QWidget | None = None
    ) -> None:
        """`people` gives the names to offer for whoever signed in place of a seat."""
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self._at: UUID | None = None
        self.reading = SheetReading()
        self.model = SheetModel(self)
        self.table = SheetTable(self.model, self.tr("Baris daftar hadir"))
        self.name_bar = RepresentativeBar(people)
        self.guest_line = GuestField()
        self.differences = SheetDifferences()
        self.head = SheetHead()
        self._draft = DraftTimer(session, self._gather, self)
        self._assemble()
        self._wire()

    @property
    def pending(self) -> bool:
        """Whether a reading waits to be saved."""
        return bool(self.reading)

    def show_meeting(self, meeting: UUID) -> bool:
        """Take up a meeting; whether a reading of its sheet waits to be continued."""
        self._meeting, self._at = meeting, None
        self._draft.place = f"signed-sheet:{meeting}"
        self.reading = SheetReading()
        kept = self._draft.recall()
        if kept is not None:
            self._at = self.reading.unpack(kept)
            self.begin()
        return kept is not None

    def begin(self) -> None:
        """Read on where one was: at the first, or at the row of the draft."""
        self._reload()
        self._pages.setCurrentIndex(0)
        self.table.go_to_row(max(self.model.row_of(self._at), 0) if self._at else 0)
        self.table.setFocus()

    def reload(self) -> None:
        """What is noted changed elsewhere."""
        if self.isVisible():
            self._reload()

    def flush(self) -> None:
        """Keep the draft now."""
        self._draft.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._draft.flush()

    # Parts

    def _assemble(self) -> None:
        unit = theme.current().unit
        reading = QWidget()
        self.table.set_empty_state(
            EmptyState(
                "users",
                self.tr("Belum ada undangan"),
                self.tr("Yang menandatangani dapat ditulis di baris bawah: nama, jabatan, instansi."),
            )
        )
        keys = ElidedLabel(
            self.tr(
                "S bertanda tangan · Spasi tidak · W diwakili · U nama tidak terbaca · ↑ atau Backspace kembali · "
                "angka lalu Enter ke baris · Ctrl+Z batalkan · Ctrl+Enter simpan"
            ),
            role="muted",
        )
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, unit, 0, 0)
        column.setSpacing(unit * 2)
        column.addWidget(self.head)
        column.addWidget(self.name_bar)
        column.addWidget(self.table, 1)
        column.addWidget(self.guest_line)
        column.addWidget(keys)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(reading)
        self._pages.addWidget(self.differences)
        self.setFocusProxy(self.table)
        on_keys(reading, CTRL_ENTER, self._review)

    def _wire(self) -> None:
        self.table.read_wanted.connect(self._read)
        self.table.name_wanted.connect(self._ask_name)
        self.table.take_back_wanted.connect(self._take_back)
        self.table.remove_wanted.connect(self._remove_guest)
        self.table.left.connect(self._leave)
        self.table.digits_changed.connect(self.head.show_digits)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.name_bar.answered.connect(self._named)
        self.name_bar.closed.connect(self.table.setFocus)
        self.guest_line.written.connect(self._add_guest)
        self.guest_line.left.connect(self.table.setFocus)
        self.head.save.clicked.connect(self._review)
        self.head.restart.clicked.connect(self._restart)
        self.head.close_sheet.clicked.connect(self._leave)
        self.differences.agreed.connect(self._save)
        self.differences.back.connect(self.begin)

    # Reading

    def _reload(self) -> None:
        if self._meeting is not None:
            self.reading.lines = sheet_lines(self._session.store, self._meeting)
            self._show()

    def _show(self) -> None:
        self.model.set_records(self.reading.rows())
        self.head.show_progress(self.reading)

    def _line(self) -> SheetLine | None:
        row = self.table.currentIndex().row()
        return self.model.record(row).line if row >= 0 else None

    @Slot(str)
    def _read(self, how: How) -> None:
        if (line := self._line()) is not None:
            if how == "unreadable" and line.seat is not None and (line.seat.is_group or line.seat.is_guest):
                how = "signed"  # a name that is known already, or that nobody expected
            self._put(line.key, Reading(how))

    @Slot()
    def _ask_name(self) -> None:
        line = self._line()
        if line is None:
            return
        seat = line.seat
        if seat is not None and (seat.is_group or seat.is_guest):
            told = self.tr("Baris ini tidak dapat diwakili. Tulis orangnya sebagai tamu di bawah daftar.")
            self._session.bus.message.emit(told, str(Tone.ATTENTION))
            return
        known = self.reading.readings.get(line.key)
        office = (seat.invited_office or seat.invited_name or "") if seat else line.institution
        self.name_bar.ask(line.key, office, seat, known.name if known else "")

    @Slot(object, object, str)
    def _named(self, key: UUID, came: Came | Guest, name: str) -> None:
        if isinstance(came, Came):
            reading = Reading("represented", name, "", came.person_id, came.position_id)
        else:
            reading = Reading("represented", name, ", ".join(filter(None, (came.title, came.institution))))
        self.table.go_to_row(self.model.row_of(key))
        self.table.setFocus()
        self._put(key, reading)

    def _put(self, key: UUID, reading: Reading) -> None:
        """Note one row and go on; after the last printed row guests follow."""
        self.reading.put(key, reading)
        self._show()
        following = self.model.row_of(key) + 1
        if following < len(self.reading.lines):
            self.table.go_to_row(following)
        else:
            self.guest_line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._draft.touch()

    @Slot()
    def _take_back(self) -> None:
        key = self.reading.take_back()
        if key is not None:
            self._show()
            self.table.go_to_row(self.model.row_of(key))
            self._draft.touch()

    @Slot(object)
    def _add_guest(self, guest: Guest) -> None:
        known = self._known_guest(guest.known_name)
        if known is not None:
            self.reading.put(known.key, Reading("signed"))
        else:
            self.reading.add_guest(SheetGuest(guest.known_name, guest.title, guest.institution))
        self._show()
        self.table.scrollToBottom()
        self._draft.touch()

    def _known_guest(self, name: str) -> SheetLine | None:
        """A guest of that name who was noted in the room already: it is they who signed."""
        guests = (line for line in self.reading.lines if line.is_guest and line.key not in self.reading.readings)
        named = (line for line in guests if line.seat is not None and fold(line.seat.name or "") == fold(name))
        return next(named, None) if name else None

    @Slot()
    def _remove_guest(self) -> None:
        row = self.model.record(self.table.currentIndex().row())
        if self.reading.guests.pop(row.id, None) is not None:
            self._show()
            self._draft.touch()

    @Slot()
    def _row_changed(self) -> None:
        self._at = self.table.current_id()
        if self.pending:
            self._draft.touch()

    # Leaving

    def _gather(self) -> dict[str, Any] | None:
        return self.reading.pack(self._at) if self.pending else None

    @Slot()
    def _leave(self) -> None:
        self._draft.flush()
        self.left.emit()

    @Slot()
    def _restart(self) -> None:
        agreed = ask.question(
            self.tr("Mulai membaca dari awal?"),
            self.tr("Yang sudah dibaca dari daftar hadir dan belum disimpan akan dihapus."),
            yes=self.tr("Mulai dari awal"),
            danger=True,
        )
        if agreed:
            self._forget()
            self._draft.discard()
            self.begin()

    @Slot()
    def _review(self) -> None:
        """Ask about what contradicts; without anything to ask, save."""
        if not self.pending:
            return
        self._reload()
        found = compare(self.reading.lines, self.reading.readings)
        if found.differences or found.absent:
            self.differences.show_comparison(found)
            self._pages.setCurrentIndex(1)
            self.differences.setFocus()
        else:
            self._save(list(found.plain))

    @Slot(list)
    def _save(self, rows: list[tuple[SheetLine, Reading]]) -> None:
        meeting, guests = self._meeting, list(self.reading.guests.values())
        if meeting is None:
            return
        read = grouped(self.reading.read() + len(guests))
        self._draft.settled()  # what changes now is read from the store again
        done = self._session.run(
            lambda: save_signed_sheet(self._session.desk, meeting, rows, guests, draft=self._draft.place),
            told=self.tr("{count} baris daftar hadir dicocokkan").format(count=read),
        )
        if done:
            self._forget()
            self._draft.settled()
            self.left.emit()
        else:
            self._draft.touch()

    def _forget(self) -> None:
        self.reading.clear()
        self._at = None
        self._show()
