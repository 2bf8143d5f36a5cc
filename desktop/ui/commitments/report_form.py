"""The fields of a report on a follow-up, in the order in which one hears them; Enter keeps it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.base.clock import today
from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.base.quantities import Quantity, parse_quantity, typed_quantity
from desktop.models.queries.commitments import AddresseeRow
from desktop.models.queries.directory import search_people
from desktop.models.queries.progress import LogRow
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_STATES, REPORT_CHANNELS
from desktop.services.progress import TypedNote, read_note
from desktop.ui.commitments.faces import addressee_face
from desktop.ui.widgets.date_field import DateField, TimeField
from desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.picker_field import Choice, PickerField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TOLD = ("state", "amount", "note", "due_date")
_OF_MEETING = ("reported_on", "channel")
_WRITTEN = ("amount", "reported_on", "reporter", "note", "due_date", "due_reason", "reported_at")
Parts = tuple[UUID, ...]


class ReportForm(Form):
    """keep_wanted(): Enter in any field; Shift+Enter breaks a line of the note. left_wanted(): Escape."""

    keep_wanted = Signal()
    left_wanted = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent, columns=3)
        self._store = store
        self._addressees: Sequence[AddresseeRow] = ()
        self._event: date | None = None
        self._day: date | None = None  # of the report kept last, where it is another one than today
        self._channel = "telepon"
        self.to = self.add_row("addressee", self.tr("Penanggung jawab"), PickerField(self._search_parts))
        words = [(state, addressee_face(state).text) for state in COMMITMENT_STATES]
        states = ChoiceField(words, empty=self.tr("Tidak berubah"))
        self.state = self.add_row("state", self.tr("Status"), states)
        self.amount = self.add_row("amount", self.tr("Jumlah"), QuantityField())
        self.day = self.add_row("reported_on", self.tr("Tanggal"), DateField(short=True))
        self.channel = self.add_row(
            "channel", self.tr("Disampaikan melalui"), ChoiceField(list(REPORT_CHANNELS.items()))
        )
        self.reporter = self.add_row("reporter", self.tr("Pelapor"), NameField(self._search_people))
        self.note = self.add_row(
            "note",
            self.tr("Catatan"),
            TextField(self.tr("Apa yang dilaporkan. !tanggal mengubah batas waktu."), lines=1, most=6),
            wide=True,
        )
        self.due = self.add_row("due_date", self.tr("Batas waktu baru"), DateField(short=True))
        self.reason = self.add_row("due_reason", self.tr("Alasan perubahan"), LineField(max_length=1000))
        self.add_row("reported_at", self.tr("Pukul"), TimeField())

    def set_addressees(self, addressees: Sequence[AddresseeRow], event: date | None) -> None:
        """Offer the addressees of a follow-up; `event` is the Hari H of its topic."""
        self._addressees, self._event = addressees, event

    def start_new(self) -> None:
        """Empty fields for the next report: day and channel stay, who alone has to follow up need not be named."""
        empty: dict[str, object] = dict.fromkeys(self.keys())
        whole = self._addressees[0] if len(self._addressees) == 1 else None
        self.load(
            {**empty, "addressee": _choice(whole), "reported_on": self._day or today(), "channel": self._channel}
        )
        self.clear_errors()
        self.set_standing(())

    def show_report(self, row: LogRow, *, afresh: bool) -> None:
        """Show a kept report; not `afresh`: without touching what is being changed here."""
        values = {
            "addressee": Choice((row.addressee_id,), row.words),
            "state": row.state,
            "amount": Quantity(row.amount, row.target, row.unit) if row.amount is not None else None,
            "reported_on": row.reported_on,
            "channel": row.channel,
            "reporter": row.reporter,
            "note": row.note,
            "due_date": row.due_after,
            "due_reason": row.due_reason,
            "reported_at": row.reported_at,
        }
        (self.load if afresh else self.reload)(values)
        self.set_standing(("addressee", *(_OF_MEETING if row.meeting_id is not None else ())))

    def set_standing(self, keys: Sequence[str]) -> None:
        """Let these fields be read only, all others not."""
        for key in self.keys():
            self.field(key).setEnabled(key not in keys)

    def is_begun(self) -> bool:
        """Whether something was written of its own; a day or a channel alone is nothing to lose."""
        found: dict[str, Any] = self.values()
        written = (*_TOLD, "due_reason", "reporter")
        return any(found[key] for key in written) or bool(self.amount.text().strip())

    def take_typed_date(self) -> TypedNote:
        """Move a date typed into the note (`!12/11`) to its own field; what is no date stays in the note."""
        found = read_note(self.note.value(), self.day.value() or today(), self._event)
        if found.due is not None and not self.due.isReadOnly() and self.due.isEnabled():
            self.note.set_value(found.note)
            self.due.set_value(found.due)
            self.typing.emit()
        return found

    def remember(self) -> None:
        """The next new report begins with the day and channel of this one."""
        day = self.day.value()
        self._day, self._channel = None if day == today() else day, str(self.channel.value())

    def settle(self) -> None:
        """Take over names that were typed in full, also where Enter was pressed in the field itself."""
        self.to.settle()

    def pack(self) -> dict[str, Any]:
        """What is written, as a draft keeps it."""
        return {
            "to": [str(one) for one in self.parts()],
            "words": self.to.typed(),
            "state": self.state.value(),
            "channel": self.channel.value(),
            **{key: _text(self.field(key)) for key in _WRITTEN},
        }

    def unpack(self, kept: dict[str, Any]) -> None:
        """Show a draft again."""
        parts = tuple(UUID(one) for one in kept["to"])
        self.load({
            "addressee": Choice(parts, kept["words"]) if parts else None,
            "state": kept["state"],
            "channel": kept["channel"],
        })  # fmt: skip
        for key in _WRITTEN:
            field = self.field(key)
            (field.setPlainText if isinstance(field, TextField) else field.setText)(kept[key])  # type: ignore[attr-defined]

    def parts(self) -> Parts:
        """Whose parts are reported on."""
        chosen = self.to.value()
        return chosen if isinstance(chosen, tuple) else ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, TextField) and isinstance(event, QKeyEvent) and self._keeps(event):
            self.keep_wanted.emit()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.keep_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """Go where writing begins: whom it concerns, or how far it is where that is clear."""
        first = self.to if not self.parts() else self.state
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Within

    @staticmethod
    def _keeps(event: QKeyEvent) -> bool:
        breaks_line = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        return event.type() == QEvent.Type.KeyPress and event.key() in _ENTER and not breaks_line

    def _search_parts(self, text: str) -> list[Choice]:
        words = fold(text).split()
        groups: dict[str, list[UUID]] = {}
        for one in self._addressees:
            if one.via:
                groups.setdefault(one.via, []).append(one.id)
        everybody = [Choice(tuple(one.id for one in self._addressees), self.tr("Semua penanggung jawab"))]
        hits = [
            *(everybody if len(self._addressees) > 1 else ()),
            *(Choice(tuple(ids), via, str(len(ids))) for via, ids in groups.items() if len(ids) > 1),
            *(Choice((one.id,), one.words) for one in self._addressees),
        ]
        return [hit for hit in hits if all(word in fold(hit.label) for word in words)]

    def _search_people(self, text: str) -> list[Choice]:
        return [Choice(hit.name, hit.name, hit.words) for hit in search_people(self._store, text, today(), 12)]


class NameField(PickerField):
    """Somebody of the directory, or words of one's own; its value is the words."""

    def __init__(self, search: Any) -> None:
        super().__init__(search, free=True)

    def value(self) -> str | None:
        return self.typed() or None


class QuantityField(LineField):
    """So much of so much, as people type it; its value is a `Quantity` or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("mis. 320/400 TPS, 95%"), max_length=100, parent=parent)

    def value(self) -> Quantity | None:  # type: ignore[override]
        try:
            return self._read()
        except InvalidInput:
            return None

    def set_value(self, value: object) -> None:
        is_known = isinstance(value, Quantity)
        super().set_value(typed_quantity(value.amount, value.target, value.unit) if is_known else "")  # type: ignore[attr-defined]

    def problem(self) -> str:
        try:
            self._read()
        except InvalidInput as fault:
            return str(fault)
        return ""

    def _read(self) -> Quantity | None:
        return parse_quantity(self.text()) if self.text().strip() else None


def as_service_takes(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a form holds, ready for the services."""
    found = {name: value for name, value in values.items() if name != "addressee"}
    if "amount" in found:
        one: Quantity | None = found["amount"]
        found |= {name: getattr(one, name, None) for name in ("amount", "target", "unit")}
    return found


def _choice(one: AddresseeRow | None) -> Choice | None:
    return None if one is None else Choice((one.id,), one.words)


def _text(field: QWidget) -> str:
    return field.toPlainText() if isinstance(field, TextField) else field.text()  # type: ignore[attr-defined]
