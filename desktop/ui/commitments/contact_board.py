"""Perlu dihubungi: who has what late or due soon, the message for each, and that they were asked.

The program sends nothing: the message is copied, told by whatever means there are, and then noted.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.errors import AppError
from desktop.base.settings import CONTACT_AGAIN
from desktop.models.queries.contacts import Contact, contacts, due_parts
from desktop.services.formats.news import contact_chat, open_chat
from desktop.services.reminders import delete_contact, note_contact
from desktop.ui import theme
from desktop.ui.bus import Changes
from desktop.ui.colours import Tone
from desktop.ui.commitments.contact_card import ContactCard
from desktop.ui.commitments.contact_table import ContactTable
from desktop.ui.commitments.due_calendar_button import DueCalendarButton
from desktop.ui.commitments.messages import copy_message
from desktop.ui.memory import keep
from desktop.ui.session import Session
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.rows_at_hand import RowsAtHand
from desktop.ui.widgets.shortcuts import CTRL_ENTER, on_keys
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.text import ElidedLabel, plain_label

_SHOWS = frozenset({"commitment", "addressee", "reminder", "meeting", "institution", "position"})
_TO_ASK, _ASKED = "perlu", "sudah"
_AGAIN = (1, 3, 5, 7, 14, 30)  # days


class ContactBoard(QWidget):
    """navigate(page, where): a follow-up is wanted."""

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._day: date | None = None
        self._all: list[Contact] = []
        self._numbers: dict[str, int] = {}
        self._listing = RowsAtHand()
        unit = theme.current().unit

        # Parts
        self.chips = FilterChips(
            [(_TO_ASK, self.tr("Perlu dihubungi")), (_ASKED, self.tr("Sudah dihubungi"))], single=True
        )
        self.again = ChoiceField(tuple((days, self.tr("{days} hari").format(days=days)) for days in _AGAIN))
        self.again.setAccessibleName(self.tr("Hubungi lagi sesudah"))
        self.again.set_value(_nearest(session.settings.get(CONTACT_AGAIN)))
        self.calendar = DueCalendarButton(session, self._institution)
        self._keys = ElidedLabel(role="help")

        # Assemble
        head = QHBoxLayout()
        head.setSpacing(unit * 2)
        head.addWidget(self.chips, 1)
        head.addWidget(plain_label(self.tr("Hubungi lagi sesudah"), role="muted"))
        head.addWidget(self.again)
        head.addWidget(self.calendar)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 3)
        whole.addLayout(head)
        halves = MemorySplitter("contacts", session.settings, parent=self)
        left = QWidget(halves)
        self.table = ContactTable(session.settings, left)
        self.card = ContactCard(can_write=not session.store.read_only, parent=halves)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, unit * 2, 0)
        column.setSpacing(unit * 2)
        column.addWidget(self.table, 1)
        column.addWidget(self._keys)
        halves.addWidget(left)
        halves.addWidget(self.card)
        halves.setStretchFactor(0, 1)
        halves.setSizes([unit * 152, unit * 122])
        whole.addWidget(halves, 1)
        self.setFocusProxy(self.table)

        # Wire
        self.chips.changed.connect(self._show_chosen)
        self.again.edited.connect(self._again_chosen)
        self.table.current_changed.connect(self._show_current)
        self.table.opened.connect(self._open)
        self.table.copy_wanted.connect(self.copy_text)
        self.table.asked.connect(self.note_asked)
        self.table.forget_wanted.connect(self.forget)
        self.card.copy_wanted.connect(self.copy_text)
        self.card.asked.connect(self.note_asked)
        on_keys(self.card, "Esc", self.table.setFocus)
        on_keys(self.card, CTRL_ENTER, self.note_asked)
        session.bus.changed.connect(self._changed)

    def current(self) -> Contact | None:
        """Whom the keyboard is at."""
        seq = self.table.current_seq()
        rows = self._listing.rows([seq]) if seq is not None else []
        return rows[0][1] if rows else None

    def begin(self) -> None:
        """Show who is to be asked."""
        self.chips.choose({_TO_ASK})
        self._read()

    def flush(self) -> None:
        """Nothing is typed here that could get lost."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale or self._day != today():
            self._read()

    @Slot(bool)
    def copy_text(self, whole: bool = False) -> bool:
        """Put the message on the clipboard, with `whole` all the institution has open; False where refused."""
        contact, store = self.current(), self._session.store
        if contact is None:
            return False
        what = self.tr("Teks WhatsApp mohon perkembangan")
        try:
            if whole and contact.institution_id is not None:
                what = self.tr("Teks WhatsApp tindak lanjut terbuka")
                text = open_chat(store, contact.institution_id, today())
            else:
                text = contact_chat(store, contact, today())
        except AppError as fault:
            self._session.bus.message.emit(str(fault), str(Tone.PROBLEM))
            return False
        copy_message(self._session, what, text, contact.institution_id, contact.to)
        return True

    @Slot()
    def note_asked(self) -> None:
        """Note that the one in hand was asked, as the card says how; who comes next is then in hand."""
        contact = self.current()
        if contact is None or self._session.store.read_only or not self.card.form.check():
            return
        how = self.card.how()
        ids = [one.id for one in contact.parts]
        if self._session.run(
            lambda: note_contact(self._session.desk, ids, **how), form=self.card.form,
            told=self.tr("{to}: sudah dihubungi.").format(to=contact.to),
        ):  # fmt: skip
            self.card.start_anew()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def forget(self) -> None:
        """Take away that the one in hand was asked the last time."""
        contact = self.current()
        last = contact.last_contact() if contact else None
        if contact is None or last is None or self._session.store.read_only:
            return
        same = [
            one.reminder_id
            for one in contact.parts
            if one.reminder_id and (one.contacted_on, one.channel) == (last.contacted_on, last.channel)
        ]
        self._session.run(
            lambda: delete_contact(self._session.desk, same),
            told=self.tr("{to}: catatan dihubungi dihapus.").format(to=contact.to),
        )

    # Within

    def _read(self) -> None:
        self._stale, self._day = False, today()
        self._all = contacts(due_parts(self._session.store, self._day))
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        day, again = today(), self._again_after()
        waiting = {one.key for one in self._all if one.is_waiting(day, again)}
        self.chips.set_counts({_TO_ASK: len(self._all) - len(waiting), _ASKED: len(waiting)})
        wanted = _ASKED in self.chips.chosen()
        shown = [one for one in self._all if (one.key in waiting) is wanted]
        place = self.table.currentIndex().row()
        self.table.set_empty_state(self._emptiness(wanted))
        self._keys.setText(self._key_words(wanted))
        self.table.header.leave_out(() if any(one.last_contact() for one in shown) else ("asked",))
        same = self._listing.replace([(self._number(one), one) for one in shown])
        if same and shown:
            self.table.refresh_rows([self._number(one) for one in shown])
        else:
            self.table.set_listing(self._listing)
            if self.current() is None and shown:  # whoever was in hand has left the list: go to who came after
                self.table.select_seq(self._number(shown[min(max(place, 0), len(shown) - 1)]))
        self._show_current()

    def _number(self, contact: Contact) -> int:
        return self._numbers.setdefault(contact.key, len(self._numbers) + 1)

    def _key_words(self, asked: bool) -> str:
        keys = [self.tr("S salin teks"), self.tr("Shift+S semua yang terbuka"), self.tr("H sudah dihubungi")]
        if asked:
            keys.append(self.tr("Delete hapus catatan"))
        keys.append(self.tr("Enter buka tindak lanjutnya"))
        return self.tr("Tombol: {keys}").format(keys=", ".join(keys))

    def _emptiness(self, asked: bool) -> EmptyState:
        if asked:
            return EmptyState(
                "message-square-text", self.tr("Belum ada yang dihubungi"),
                self.tr("Yang dihubungi menunggu di sini, lalu kembali ke daftar."),
            )  # fmt: skip
        return EmptyState(
            "circle-check", self.tr("Tidak ada yang perlu dihubungi"),
            self.tr("Di sini muncul yang terlambat atau jatuh tempo dalam 7 hari."),
        )  # fmt: skip

    @Slot()
    def _show_current(self) -> None:
        contact = self.current()
        if contact is None:
            self.card.show_nothing()
            return
        try:
            text = contact_chat(self._session.store, contact, today())
        except AppError as fault:
            text = str(fault)
        self.card.show_contact(contact, text)

    @Slot(int)
    def _open(self, _seq: int) -> None:
        contact = self.current()
        if contact is not None:
            self.navigate.emit("commitments", {"commitment": contact.parts[0].commitment_id})

    @Slot()
    def _again_chosen(self) -> None:
        keep(self._session.settings, CONTACT_AGAIN, self._again_after())
        self._show_chosen()

    def _again_after(self) -> int:
        days = self.again.value()
        return days if isinstance(days, int) else CONTACT_AGAIN.default

    def _institution(self) -> tuple[object, str]:
        contact = self.current()
        return (contact.institution_id, contact.to) if contact else (None, "")

    def _changed(self, changes: Changes) -> None:
        if changes.tables & _SHOWS:
            self._stale = True
            if self.isVisible():
                self._read()


def _nearest(days: int) -> int:
    return min(_AGAIN, key=lambda one: abs(one - days))
