"""Saringan: what the register is narrowed down to, beside its list, which follows with each choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.dates import medium_date
from desktop.base.errors import NotFound
from desktop.models.queries.commitment_filter import LATE, NO_DUE_DATE, CommitmentFilter
from desktop.models.queries.directory import search_institutions
from desktop.models.queries.office import forums, topics
from desktop.models.queries.records import fields_of
from desktop.models.queries.regions import search_regions
from desktop.models.queries.series import search_meetings
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_KINDS, COMMITMENT_STATES, DUE_SOURCES
from desktop.services.commitment_filters import (
    ATTENTION_WORDS,
    EVIDENCE_WORDS,
    NO_DUE_DATE_WORDS,
    PART_WORDS,
)
from desktop.ui import theme
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import CheckField, ChoiceField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.text import plain_label

_PAUSE_MS = 250  # the list follows while one chooses
_NAMED = {"institution": "name", "related": "name", "region": "name", "meeting": "title"}
_TABLES = {"related": "institution"}
_HITS = 20


class FilterPanel(QWidget):
    """changed(CommitmentFilter): another is wanted, with text and state as given. closed(): put it away."""

    changed = Signal(object)
    closed = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._asked = CommitmentFilter()
        unit = theme.current().unit

        # Fields
        self.form = Form(pause_ms=_PAUSE_MS)
        self._add("institution", self.tr("Instansi"), PickerField(self._institutions, self.tr("Semua")))
        states = [*COMMITMENT_STATES.items(), (LATE, self.tr("Terlambat"))]
        parts = ChoiceField([*PART_WORDS.items(), *states], empty=self.tr("Semua"))
        self._add("part", self.tr("Bagian instansi itu"), parts)
        self._add("standing", self.tr("Status"), ChoiceField(states, empty=self.tr("Semua")))
        self._add("region", self.tr("Wilayah"), PickerField(self._regions, self.tr("Semua")))
        self._add("related", self.tr("Instansi terkait"), PickerField(self._institutions, self.tr("Semua")))
        self._add("topic", self.tr("Topik"), ChoiceField(empty=self.tr("Semua")))
        self._add("forum", self.tr("Forum rapat"), ChoiceField(empty=self.tr("Semua")))
        self._add("meeting", self.tr("Rapat"), PickerField(self._meetings, self.tr("Semua")))
        self._add("held_from", self.tr("Tanggal rapat mulai"), DateField())
        self._add("held_until", self.tr("Tanggal rapat sampai"), DateField())
        self._add("kind", self.tr("Jenis"), ChoiceField(list(COMMITMENT_KINDS.items()), empty=self.tr("Semua")))
        self._add("due_from", self.tr("Batas waktu mulai"), DateField())
        self._add("due_until", self.tr("Batas waktu sampai"), DateField())
        sources = [*DUE_SOURCES.items(), (NO_DUE_DATE, NO_DUE_DATE_WORDS)]
        self._add("due_source", self.tr("Dasar batas waktu"), ChoiceField(sources, empty=self.tr("Semua")))
        evidence = list(EVIDENCE_WORDS.items())
        self._add("evidence", self.tr("Bukti"), ChoiceField(evidence, empty=self.tr("Semua")))
        for field, words in ATTENTION_WORDS.items():
            self._add(field, words, CheckField())

        # Assemble
        close = icon_button("x", self.tr("Tutup saringan (Esc)"))
        close.clicked.connect(self.closed)
        self._reset = button(self.tr("Bersihkan"), kind="quiet")
        self._reset.clicked.connect(self._clear)
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("Saringan"), role="heading"), 1)
        head.addWidget(self._reset)
        head.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addLayout(head)
        whole.addWidget(self.form, 1)
        self.setFixedWidth(unit * 66)
        self.form.edited.connect(self._tell)
        self.show_filter(self._asked)

    def show_filter(self, asked: CommitmentFilter) -> None:
        """Show what is asked for, silently; what is being typed stays."""
        self._offer()
        values = {key: self._shown(key, getattr(asked, key)) for key in self.form.keys()}  # noqa: SIM118 - a form is no dict
        if asked == self._asked:
            self.form.reload(values)
        else:
            self.form.load(values)
        self._asked = asked
        self._fit()

    def begin(self) -> None:
        """Go to the first field."""
        self.form.field("institution").setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    # Within

    def _add(self, key: str, label: str, field: QWidget) -> None:
        self.form.add_row(key, label, field)
        if isinstance(field, PickerField | ChoiceField | CheckField):
            taken = field.chosen if isinstance(field, PickerField) else field.edited
            taken.connect(self._tell_soon)

    @Slot()
    def _tell_soon(self) -> None:
        """What was chosen holds at once; what is typed, after a pause."""
        self.form.flush()

    def _offer(self) -> None:
        for key, known in (("topic", topics(self._store)), ("forum", forums(self._store))):
            field = self.form.field(key)
            assert isinstance(field, ChoiceField)
            field.set_options([(one.id, one.name) for one in known])
            self.form.show_row(key, bool(known))

    def _fit(self) -> None:
        """The part is that of an institution."""
        self.form.show_row("part", self._asked.institution is not None or bool(self._asked.without))
        self._reset.setEnabled(self._chosen(self._asked) != self._chosen(CommitmentFilter()))

    def _shown(self, key: str, value: Any) -> object:
        if key in _NAMED and isinstance(value, UUID):
            try:
                name = fields_of(self._store, _TABLES.get(key, key), value)[_NAMED[key]]
            except NotFound:
                name = self.tr("yang sudah dihapus")
            return Choice(value, str(name))
        return value if value != "" else None

    @Slot()
    def _tell(self) -> None:
        values = {key: self._taken(key, value) for key, value in self.form.values().items()}
        if values["institution"] is None and not self._asked.without:
            values["part"] = ""
        wanted = replace(self._asked, **values)
        if wanted != self._asked:
            self._asked = wanted
            self.form.mark_saved()
            self._fit()
            self.changed.emit(wanted)

    def _taken(self, key: str, value: object) -> Any:
        """A field's value as the filter has it; while it cannot be read, the one before."""
        field: Any = self.form.field(key)
        if field.problem():
            return getattr(self._asked, key)
        return _EMPTY[key] if value is None else value

    @Slot()
    def _clear(self) -> None:
        cleared = replace(CommitmentFilter(), text=self._asked.text, state=self._asked.state)
        self.show_filter(cleared)
        self.changed.emit(cleared)

    def _chosen(self, asked: CommitmentFilter) -> tuple[object, ...]:
        return tuple(getattr(asked, one.name) for one in fields(asked) if one.name not in ("text", "state"))

    def _institutions(self, text: str) -> Sequence[Choice]:
        return [Choice(one.id, one.words) for one in search_institutions(self._store, text, _HITS)]

    def _regions(self, text: str) -> Sequence[Choice]:
        return [Choice(one.id, one.name) for one in search_regions(self._store, text, _HITS * 2)]

    def _meetings(self, text: str) -> Sequence[Choice]:
        return [
            Choice(one.id, one.title, medium_date(one.held_on) if isinstance(one.held_on, date) else "")
            for one in search_meetings(self._store, text, _HITS)
        ]


_EMPTY = {one.name: one.default for one in fields(CommitmentFilter)}
