"""One change for all chosen follow-ups: what it is, and in a sentence what it will do, before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.base.errors import InvalidInput
from desktop.base.numbers import grouped
from desktop.models.queries.directory import search_institutions
from desktop.models.queries.regions import search_regions
from desktop.models.store import Store
from desktop.models.words import DUE_SOURCES
from desktop.services.commitment_bulk import BulkPlan, change_many, plan
from desktop.services.commitment_changes import AddInstitution, AddRegion, BulkChange, Escalate, SetDue
from desktop.ui import theme
from desktop.ui.commitments.standing import wrapped_label
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.dialog_foot import dialog_foot
from desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.text import plain_label

_NAMED = 6  # follow-ups that are named; the others are counted
_SHORT = 50  # letters of a follow-up that tell it from others


class BulkDialog(QDialog):
    """`form` asks for what the change needs; the sentence below follows while it is filled in."""

    def __init__(self, session: Session, seqs: Sequence[int], title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._seqs = session, list(seqs)
        self.setWindowTitle(title)
        self.setModal(True)
        unit = theme.current().unit
        self.form = Form()
        self.preview = wrapped_label()
        self.left = wrapped_label(role="muted")
        self._do = button(self.tr("Ubah"), kind="primary")
        buttons = dialog_foot(self, self._do, self.carry_out)
        self.add_fields()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(title, role="title"))
        whole.addWidget(self.form, 1)
        whole.addWidget(self.preview)
        whole.addWidget(self.left)
        whole.addLayout(buttons)
        self.form.typing.connect(self.show_preview)
        self.show_preview()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 120, unit * 100)

    def add_fields(self) -> None:
        """Put into the form what the change needs."""
        raise NotImplementedError

    def change(self) -> BulkChange | None:
        """The change as it is filled in, or None while something is missing."""
        raise NotImplementedError

    @Slot()
    def show_preview(self) -> None:
        """Say what the change would do as it is filled in now."""
        found = self._plan()
        self._do.setEnabled(found is not None and bool(found.taking))
        count = self.tr("{count} tindak lanjut terpilih.").format(count=grouped(len(self._seqs)))
        self.preview.setText(found.sentence() if found else count)
        self.left.setText(left_words(found) if found else "")
        self.left.setVisible(bool(self.left.text()))

    @Slot()
    def carry_out(self) -> None:
        """Do it, and close; a fault stands beside its field."""
        change = self.change()
        if change is None or not self.form.check():
            return
        found = self._plan()
        done = self._session.make(
            lambda: change_many(self._session.desk, self._seqs, change),
            form=self.form, told=found.sentence() if found else "",
        )  # fmt: skip
        if done is not None:
            self.accept()

    def _plan(self) -> BulkPlan | None:
        change = self.change()
        if change is None:
            return None
        try:
            return plan(self._session.store, self._seqs, change)
        except InvalidInput:
            return None


class DueDialog(BulkDialog):
    """Batas waktu: the day, whose day it is, and why a promised one moves."""

    def add_fields(self) -> None:
        sources = ChoiceField(list(DUE_SOURCES.items()))
        self._source = self.form.add_row("due_source", self.tr("Dasar batas waktu"), sources)
        self._day = self.form.add_row("due_date", self.tr("Batas waktu"), DateField())
        self._reason = self.form.add_row(
            "reason", self.tr("Alasan"), LineField(),
            help=self.tr("Wajib bila batas waktu yang sudah disepakati diubah; tercatat sebagai perkembangan."),
        )  # fmt: skip

    def show_due(self, values: dict[str, Any]) -> None:
        """Begin with the day there is now."""
        self.form.load(
            {"due_source": values.get("due_source") or "disepakati", "due_date": values.get("due_date")}
        )
        self._day.setFocus()
        self._day.selectAll()
        self.show_preview()

    def change(self) -> BulkChange | None:
        day, source = self._day.value(), self._source.value()
        if day is None or self._day.problem() or not isinstance(source, str):
            return None
        return SetDue(day, source, str(self._reason.value() or "") or None)


class RegionDialog(BulkDialog):
    """Tambah wilayah."""

    def add_fields(self) -> None:
        store = self._session.store
        self._region = self.form.add_row(
            "region", self.tr("Wilayah"), PickerField(lambda text: regions(store, text))
        )
        self._region.chosen.connect(self.show_preview)

    def change(self) -> BulkChange | None:
        one = self._region.value()
        return AddRegion(one, self._region.typed()) if isinstance(one, UUID) else None


class InstitutionDialog(BulkDialog):
    """Tambah instansi terkait."""

    def add_fields(self) -> None:
        store = self._session.store
        field = PickerField(lambda text: institutions(store, text))
        self._institution = self.form.add_row("institution", self.tr("Instansi terkait"), field)
        self._institution.chosen.connect(self.show_preview)

    def change(self) -> BulkChange | None:
        one = self._institution.value()
        return AddInstitution(one, self._institution.typed()) if isinstance(one, UUID) else None


class EscalateDialog(BulkDialog):
    """Perlu arahan pimpinan: on what."""

    def add_fields(self) -> None:
        field = TextField(lines=2, most=6)
        self._question = self.form.add_row("escalation", self.tr("Yang ditanyakan kepada pimpinan"), field)

    def change(self) -> BulkChange | None:
        return Escalate(self._question.value()) if self._question.value() else None


def left_words(found: BulkPlan) -> str:
    """Who stays as it is, and why; nothing where all change."""
    if not found.left:
        return ""
    lines = []
    for one in found.left[:_NAMED]:
        name = " ".join(filter(None, (one.follow_up.code, one.follow_up.text.replace("\n", " "))))
        short = name if len(name) <= _SHORT else f"{name[: _SHORT - 1]}…"
        lines.append(f"– {short}: {one.reason}")
    if len(found.left) > _NAMED:
        lines.append(f"– dan {grouped(len(found.left) - _NAMED)} lagi")
    return "\n".join([f"Tidak ikut berubah ({grouped(len(found.left))}):", *lines])


def regions(store: Store, text: str) -> list[Choice]:
    """Regions as a picker offers them."""
    return [Choice(one.id, one.name) for one in search_regions(store, text, 40)]


def institutions(store: Store, text: str) -> list[Choice]:
    """Institutions as a picker offers them."""
    return [Choice(one.id, one.words) for one in search_institutions(store, text)]
