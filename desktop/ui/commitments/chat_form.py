"""One message as the report it becomes: from whom, on what, how far; what is proposed waits to be confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.quantities import Quantity, quantity_text
from desktop.exchange.whatsapp_chat import ChatMessage
from desktop.models.queries.reportable import ReportablePart, reportable_parts
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_STATES
from desktop.services.chat_reports import proposed_amount, proposed_state
from desktop.services.chat_senders import Sender, Senders
from desktop.ui import theme
from desktop.ui.commitments.faces import addressee_face, due_words
from desktop.ui.commitments.report_form import QuantityField
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.date_field import DateField, TimeField
from desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.text import plain_label

_SHORT = 70  # letters of a follow-up that tell it from others


class ChatReport(NamedTuple):
    """What is kept of a message: whose part it is on, and the rest as `report_progress` takes it."""

    part: UUID | None
    values: dict[str, Any]


class ChatForm(Form):
    """The fields of one message."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent, columns=2)
        self._store = store
        self._directory: dict[date, Senders] = {}
        self._senders: Senders | None = None
        self._likely: list[Sender] = []
        self._preferred: list[ReportablePart] = []
        unit = theme.current().unit
        self.writer = self.add_row(
            "sender", self.tr("Pengirim"), PickerField(self._search_senders, free=True), wide=True
        )
        self.why = plain_label(role="help")
        self.why.setWordWrap(True)
        self.add_widget(self.why)
        self.part = self.add_row(
            "addressee",
            self.tr("Tindak lanjut"),
            PickerField(self._search_parts, self.tr("Ketik sebagian uraian atau instansi")),
            wide=True,
        )
        self.note = self.add_row("note", self.tr("Isi pesan"), TextField(lines=3, most=8), wide=True)
        self.proposals = QWidget()
        line = QHBoxLayout(self.proposals)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(unit)
        self.state_proposal, self.amount_proposal = (button("", "check", kind="quiet") for _ in range(2))
        line.addWidget(plain_label(self.tr("Usul dari isi pesan:"), role="help"))
        line.addWidget(self.state_proposal)
        line.addWidget(self.amount_proposal)
        line.addStretch()
        self.add_widget(self.proposals)
        states = [(state, addressee_face(state).text) for state in COMMITMENT_STATES]
        self.state = self.add_row("state", self.tr("Status"), ChoiceField(states, empty=self.tr("Tidak berubah")))
        self.amount = self.add_row("amount", self.tr("Jumlah"), QuantityField())
        self.add_row("reported_on", self.tr("Tanggal"), DateField())
        self.add_row("reported_at", self.tr("Pukul"), TimeField())
        self.add_row("due_date", self.tr("Batas waktu baru"), DateField())
        self.add_row("due_reason", self.tr("Alasan perubahan"), LineField(max_length=1000))
        self.writer.chosen.connect(lambda _chosen: self._explain())
        self.writer.edited.connect(self._explain)
        self.state_proposal.clicked.connect(self._take_state)
        self.amount_proposal.clicked.connect(self._take_amount)
        self._proposed: tuple[str | None, Quantity | None] = (None, None)

    def set_preferred(self, parts: list[ReportablePart]) -> None:
        """Offer these before any other: the parts of the follow-up one came from."""
        self._preferred = parts

    def show_message(self, message: ChatMessage, kept: Mapping[str, object] | None = None) -> None:
        """Show what a message may become: what is beyond doubt is filled in, and what was `kept` of it before."""
        day = message.day or today()
        if day not in self._directory:
            self._directory[day] = Senders(self._store, day)
        self._senders = self._directory[day]
        self._likely = self._senders.like(message.sender)
        sure = self._likely[0] if len(self._likely) == 1 else None
        empty: dict[str, object] = dict.fromkeys(self.keys())
        alone = self._preferred[0] if len(self._preferred) == 1 else None
        self.load({
            **empty,
            "sender": _sender_choice(sure) if sure else message.sender,
            "addressee": _part_choice(alone) if alone and _may_tell(self._likely, alone) else None,
            "note": message.text,
            "reported_on": message.day,
            "reported_at": message.clock,
        })  # fmt: skip
        if kept is not None:
            self.load(kept)
        self.clear_errors()
        self._explain()
        self._propose(message.text)

    def is_begun(self) -> bool:
        """Whether something was chosen or typed for the message shown."""
        return bool(self.changes())

    def pack(self) -> dict[str, object]:
        """What is written, for when the message is shown again."""
        held = self.values()
        for key, field in (("sender", self.writer), ("addressee", self.part)):
            held[key] = Choice(held[key], field.typed()) if held[key] is not None else field.typed()
        return held

    def report(self, written_by: str) -> ChatReport:
        """What is written, for the service; `written_by` stands where no sender was chosen."""
        found: dict[str, Any] = {name: value for name, value in self.values().items() if value not in (None, "")}
        sender = found.pop("sender", None)
        part = found.pop("addressee", None)
        quantity: Quantity | None = found.pop("amount", None)
        if quantity is not None:
            found |= {"amount": quantity.amount, "target": quantity.target, "unit": quantity.unit}
        if isinstance(sender, Sender):
            found["reporter"] = sender.name or written_by or sender.institution
            if sender.institution_id is not None:
                found["institution_id"] = sender.institution_id
        else:
            found["reporter"] = self.writer.typed() or written_by
        return ChatReport(part, {name: value for name, value in found.items() if value is not None})

    # Within

    def _search_senders(self, text: str) -> list[Choice]:
        likely = [_sender_choice(one) for one in self._likely]
        if not text or self._senders is None:
            return likely
        found = [_sender_choice(one) for one in self._senders.search(text)]
        return [*(one for one in found if one in likely), *(one for one in found if one not in likely)]

    def _search_parts(self, text: str) -> list[Choice]:
        sender = self.writer.value()
        institution = sender.institution_id if isinstance(sender, Sender) else None
        preferred = [] if text else self._preferred
        found = reportable_parts(self._store, text, institution)
        return [_part_choice(one) for one in dict.fromkeys([*preferred, *found])]

    def _explain(self) -> None:
        """Why this sender is proposed, or how many it may be."""
        chosen = self.writer.value()
        if isinstance(chosen, Sender) and chosen in self._likely:
            words = self.tr("Diusulkan karena nomornya ada di Instansi & Pejabat: {who}. Periksa dulu.")
            if not chosen.by_number:
                words = self.tr("Diusulkan karena namanya mirip: {who}. Periksa dulu.")
            words = words.format(who=chosen.post or chosen.institution or chosen.name)
        elif isinstance(chosen, Sender):
            words = chosen.post
        elif len(self._likely) > 1:
            words = self.tr("{count} kemungkinan di Instansi & Pejabat: tekan Alt+↓ untuk memilih.")
            words = words.format(count=len(self._likely))
        else:
            words = self.tr("Tidak ada di Instansi & Pejabat; dicatat seperti tertulis.")
        self.why.setText(words)
        self.why.setVisible(bool(words))

    def _propose(self, text: str) -> None:
        state, amount = self._proposed = (proposed_state(text), proposed_amount(text))
        self.proposals.setVisible(state is not None or amount is not None)
        self.state_proposal.setVisible(state is not None)
        self.state_proposal.setText(addressee_face(state).text if state else "")
        self.amount_proposal.setVisible(amount is not None)
        self.amount_proposal.setText(quantity_text(amount.amount, amount.target, amount.unit) if amount else "")

    def _take_state(self) -> None:
        self.state.set_value(self._proposed[0])
        self.state.edited.emit()

    def _take_amount(self) -> None:
        self.amount.set_value(self._proposed[1])
        self.amount.edited.emit()


def _may_tell(likely: list[Sender], part: ReportablePart) -> bool:
    """Whether who wrote is of the institution that has to do it, or is not known at all."""
    known = [one.institution_id for one in likely if one.institution_id is not None]
    return not known or part.institution_id is None or part.institution_id in known


def _sender_choice(one: Sender) -> Choice:
    words = one.name or one.institution or ""
    return Choice(one, words, one.post or (one.institution if one.name else "") or "")


def _part_choice(one: ReportablePart) -> Choice:
    text = " ".join(one.text.split())
    short = text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
    code = f"{one.code} · " if one.code else ""
    details = [one.words, due_words(one.due_date, None), addressee_face(one.state).text]
    return Choice(one.id, f"{code}{short}", " · ".join(part for part in details if part))
