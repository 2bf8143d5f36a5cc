"""The fields of a problem or a piece of news, in the order in which one hears them; Enter keeps them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.base.clock import now_here, today
from desktop.base.reporting import repeats_of
from desktop.models.queries.issue_items import issue_item
from desktop.models.queries.issues import IssueRow
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.words import ISSUE_KINDS, ISSUE_STATES, REPEATS, SITUATIONS
from desktop.services.issues import LONGEST_FIELD, first_state, usual_repeats, usual_situation
from desktop.ui.issues import choices
from desktop.ui.issues.choices import TellerField, WordsField
from desktop.ui.readiness.wording import short_region
from desktop.ui.widgets.date_field import DateField, TimeField
from desktop.ui.widgets.fields import ChoiceField, TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.picker_field import Choice, PickerField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AFRESH = ("text", "region_id", "field", "handling", "source", "item_id")


class IssueForm(Form):
    """keep_wanted(): Enter in any field; Shift+Enter breaks a line of text. left_wanted(): Escape."""

    keep_wanted = Signal()
    left_wanted = Signal()

    def __init__(self, store: Store, topic: choices.Topic, parent: QWidget | None = None) -> None:
        super().__init__(parent, columns=2)
        self._store = store
        self._situation_is_ours = True
        self._clock_by = ""  # who filled in the time: nobody yet, we ("form"), the user
        self._state_is_ours = self._day_is_ours = True
        self.text = self.add_row(
            "text",
            self.tr("Uraian"),
            TextField(self.tr("Apa yang terjadi? Enter mencatat."), lines=3, most=6),
            wide=True,
        )
        self.region = self.add_row("region_id", self.tr("Wilayah"), PickerField(choices.regions(store, topic)))
        self.field_words = self.add_row("field", self.tr("Bidang"), WordsField(choices.fields(store, topic)))
        self.field_words.setMaxLength(LONGEST_FIELD)
        self.add_row(
            "handling",
            self.tr("Penanganan"),
            TextField(self.tr("Apa yang sudah dilakukan"), lines=1, most=4),
            wide=True,
        )
        self.teller = self.add_row(
            "source",
            self.tr("Sumber (tidak dicetak)"),
            TellerField(choices.tellers(store), self.tr("Instansi, atau nama dan nomornya")),
            wide=True,
        )
        self.situation = self.add_row(
            "situation", self.tr("Keadaan wilayah"), ChoiceField(list(SITUATIONS.items()))
        )
        self.clock, self.day = TimeField(), DateField()
        self.clock.edited.connect(self._clock_typed)  # before `typing` is told, which may fill in both
        self.day.edited.connect(self._day_chosen)
        self.add_row("happened_at", self.tr("Pukul"), self.clock)
        self.kind = self.add_row("kind", self.tr("Jenis"), ChoiceField(list(ISSUE_KINDS.items())))
        self.state = self.add_row("state", self.tr("Status"), ChoiceField(list(ISSUE_STATES.items())))
        self.add_row("happened_on", self.tr("Tanggal"), self.day, wide=True)
        self.item = self.add_row("item_id", self.tr("Butir kesiapan"), PickerField(choices.items(store, topic)))
        self.repeats = self.add_row(
            "repeats", self.tr("Berkala"), ChoiceField(list(REPEATS.items()), empty=self.tr("Tidak"))
        )
        self.typing.connect(self._begun)
        self.kind.edited.connect(self._kind_chosen)
        self.state.edited.connect(self._state_chosen)
        self.situation.edited.connect(self._situation_chosen)
        self.item.chosen.connect(self._item_chosen)

    def start_new(self, day: date | None = None) -> None:
        """Empty fields for the next; without a day its day and time become those of the first keystroke."""
        self._clock_by, self._state_is_ours, self._day_is_ours = "", True, day is None
        self._situation_is_ours = True
        kind = "kendala"
        self.load(
            dict.fromkeys(_AFRESH)
            | {"kind": kind, "state": first_state(kind), "situation": usual_situation(kind),
               "happened_on": day or today(), "happened_at": None, "repeats": None}
        )  # fmt: skip

    def begin_with(self, item: UUID, region: UUID | None) -> None:
        """Fill in a readiness item and a region, as if they had been chosen."""
        found, store = issue_item(self._store, item), self._store
        if found is not None:
            self.item.set_value(Choice(item, f"{found.code} {found.text}"))
            self._item_chosen(item)
        if region is not None:
            self.region.set_value(Choice(region, short_region(str(fields_of(store, "region", region)["name"]))))

    def show_issue(self, row: IssueRow, *, afresh: bool) -> None:
        """Show what was noted; not `afresh`: without touching what is being changed here."""
        region = Choice(row.region_id, short_region(row.region)) if row.region_id and row.region else None
        values = {
            "text": row.text,
            "region_id": region,
            "field": row.field,
            "handling": row.handling,
            "source": choices.told_by(row.institution_id, row.institution, row.source),
            "kind": row.kind,
            "state": row.state,
            "situation": row.situation,
            "happened_on": row.happened_on,
            "happened_at": row.happened_at,
            "repeats": repeats_of(row.period),
            "item_id": Choice(row.item_id, f"{row.item_code} {row.item}") if row.item_id else None,
        }
        (self.load if afresh else self.reload)(values)
        self._clock_by, self._state_is_ours, self._day_is_ours = "user", False, False
        self._situation_is_ours = False

    def is_begun(self) -> bool:
        """Whether something was written of its own; a day or a kind alone is nothing to lose."""
        values = self.values()
        return any(values[key] for key in _AFRESH) or bool(self.region.typed())

    def settle(self) -> None:
        """Take over names that were typed in full, also where Enter was pressed in the field itself."""
        for field in (self.region, self.field_words, self.teller, self.item):
            field.settle()

    def draft(self) -> dict[str, str]:
        """What is written, as a draft keeps it."""
        return {
            "text": self.text.value(),
            "region_id": str(self.region.value() or ""),
            "region": self.region.typed(),
            "field": self.field_words.typed(),
            "handling": str(self.values()["handling"] or ""),
            "institution_id": str(self.teller.value()) if isinstance(self.teller.value(), UUID) else "",
            "source": self.teller.typed(),
            "kind": str(self.kind.value()),
            "state": str(self.state.value()),
            "situation": str(self.situation.value()),
            "happened_on": self.day.text(),
            "happened_at": self.clock.text(),
            "repeats": str(self.repeats.value() or ""),
            "item_id": str(self.item.value() or ""),
            "item": self.item.typed(),
        }

    def restore(self, draft: dict[str, str]) -> None:
        """Bring back a draft."""
        self.start_new()
        found: dict[str, Any] = {key: draft[key] or None for key in ("text", "field", "handling")}
        found |= {key: draft[key] for key in ("kind", "state", "situation")}
        found["region_id"], found["source"], found["item_id"] = (
            Choice(UUID(draft[one]), draft[words]) if draft.get(one) else draft.get(words)
            for one, words in (("region_id", "region"), ("institution_id", "source"), ("item_id", "item"))
        )
        found["repeats"] = draft.get("repeats") or None
        self.load(found)
        self.day.setText(draft["happened_on"])
        self.clock.setText(draft["happened_at"])
        self._clock_by, self._state_is_ours, self._day_is_ours = "user", False, False
        self._situation_is_ours = False

    # Qt's side

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

    # Within

    @staticmethod
    def _keeps(event: QKeyEvent) -> bool:
        breaks_line = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        return event.type() == QEvent.Type.KeyPress and event.key() in _ENTER and not breaks_line

    def _begun(self) -> None:
        if self._clock_by or self.clock.text():
            return
        if self._day_is_ours:  # the form may have been empty since yesterday
            self.day.set_value(today())
        if self.day.value() == today():
            self._clock_by = "form"
            self.clock.set_value(now_here().time())

    def _day_chosen(self) -> None:
        self._day_is_ours = False
        if self._clock_by == "form" and self.day.value() != today():
            self._clock_by = ""
            self.clock.set_value(None)

    def _clock_typed(self) -> None:
        self._clock_by = "user"

    def _kind_chosen(self) -> None:
        kind = str(self.kind.value())
        if self._state_is_ours:
            self.state.set_value(first_state(kind))
        if self._situation_is_ours:
            self.situation.set_value(usual_situation(kind))

    def _situation_chosen(self) -> None:
        self._situation_is_ours = False

    def _item_chosen(self, item: UUID) -> None:
        """An item that repeats brings how often."""
        found = issue_item(self._store, item)
        if found is not None and (usual := usual_repeats(found)) and self.repeats.value() is None:
            self.repeats.set_value(usual)
            self.repeats.edited.emit()

    def _state_chosen(self) -> None:
        self._state_is_ours = False
