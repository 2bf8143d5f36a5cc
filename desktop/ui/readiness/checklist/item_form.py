"""The fields of an item in a draft; what is typed is kept when it rests, each pause one undo step."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.models.queries.checklist_versions import CategoryRow, VersionItem
from desktop.models.words import DUE_BASES, REPEATS, TARGET_KINDS
from desktop.services.checklists.items import update_item
from desktop.services.checklists.targets import COUNTED, bare_unit
from desktop.ui import theme
from desktop.ui.autosave import AutoSave
from desktop.ui.directory import choices
from desktop.ui.directory.regions_field import RegionsField
from desktop.ui.issues.choices import WordsField
from desktop.ui.readiness.checklist.fields import OffsetField, institution_words
from desktop.ui.session import Session
from desktop.ui.widgets.fields import CheckField, ChoiceField, LineField, TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.number_field import NumberField
from desktop.ui.widgets.text import plain_label

_LARGE = 120  # percent; larger letters have no room for two columns


class ItemForm(QWidget):
    """What is written about one item."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._item: VersionItem | None = None
        self.form = Form(self, columns=2 if theme.current().scale <= _LARGE else 1)
        self._autosave = AutoSave(session, self.form)
        self._fill()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.form)
        self.setFocusProxy(self.text)
        self.form.edited.connect(self.save)
        self.form.typing.connect(self._show_target)

    def _fill(self) -> None:
        add, store = self.form.add_row, self._session.store
        self.code = add("code", self.tr("Kode"), LineField(max_length=20))
        self.category = add("category_id", self.tr("Kategori"), ChoiceField())
        self.text = add("text", self.tr("Butir"), TextField(lines=2), wide=True)
        self.responsible = add(
            "responsible", self.tr("Penanggung jawab"), WordsField(institution_words(store)), wide=True,
        )  # fmt: skip
        self.answering = self._note()
        self.answering.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Whether it takes one line or two, what stands below stays where the hand is.
        self.answering.setMinimumHeight(2 * self.answering.fontMetrics().lineSpacing())
        add("related", self.tr("Instansi terkait"), WordsField(institution_words(store, related=True)), wide=True)
        self.form.add_heading(self.tr("Cakupan wilayah"))
        add("for_regency", self.tr("Setiap kabupaten/kota"), CheckField())
        add("for_province", self.tr("Provinsi"), CheckField())
        add("for_working_area", self.tr("Wilayah kerja sebagai keseluruhan"), CheckField(), wide=True)
        add("regions", self.tr("Wilayah tertentu"), RegionsField(choices.regions(store)), wide=True)
        self.form.add_heading(self.tr("Target dan batas waktu"))
        self.kind = add("target_kind", self.tr("Jenis target"), ChoiceField(list(TARGET_KINDS.items())))
        add("repeats", self.tr("Dilaporkan"), ChoiceField(list(REPEATS.items()), empty=self.tr("Sekali")))
        add("target_value", self.tr("Target"), NumberField())
        self.unit = add("unit", self.tr("Satuan"), LineField(max_length=60))
        add("target_text", self.tr("Keterangan target"), LineField(max_length=200), wide=True)
        self.need = self._note()
        add("due_offset", self.tr("Batas waktu"), OffsetField())
        add("due_basis", self.tr("Dasar batas waktu"), ChoiceField(list(DUE_BASES.items())))
        self.due_day = self._note()
        add(
            "evidence", self.tr("Bukti yang diperlukan"), LineField(self.tr("Kosong bila tidak perlu bukti")),
            wide=True,
        )  # fmt: skip
        add("weight", self.tr("Bobot"), NumberField(), help=self.tr("Yang lazim 1"))

    def _note(self) -> QLabel:
        note = plain_label(role="help")
        note.setWordWrap(True)
        self.form.add_widget(note)
        return note

    @property
    def item_id(self) -> UUID | None:
        """The item in hand."""
        return self._item.id if self._item else None

    def show_item(
        self, item: VersionItem, categories: list[CategoryRow], *, answering: str, need: str, due_day: str
    ) -> None:
        """Show an item; the same one anew leaves alone what is being typed. Notes as `VersionFacts` has them."""
        same = self._item is not None and self._item.id == item.id
        self.category.set_options([(one.id, one.name) for one in categories])
        (self.form.reload if same else self.form.load)(_values(item))
        if not same:
            self._autosave.forget()
            self.form.clear_errors()
            self.form.verticalScrollBar().setValue(0)
        self._item = item
        for note, words in ((self.answering, answering), (self.need, need), (self.due_day, due_day)):
            note.setText(words)
            note.setVisible(bool(words))
        self._show_target()

    def forget(self) -> None:
        """Give up what is being typed."""
        self._item = None
        self.form.mark_saved()

    def flush(self) -> None:
        """Keep what is being typed."""
        self.form.flush()

    @Slot()
    def save(self) -> None:
        """Keep what was changed."""
        item, desk = self.item_id, self._session.desk
        if item is not None:
            self._autosave.save(lambda changed: update_item(desk, item, **changed))

    @Slot()
    def _show_target(self) -> None:
        """The fields a kind of target has, and what its unit counts."""
        kind = str(self.kind.value() or "ya")
        self.form.show_row("target_value", kind in COUNTED)
        self.form.show_row("unit", kind in COUNTED)
        self.form.show_row("target_text", kind == "teks")
        examples = {
            "persen": self.tr("persen dari apa, misalnya TPS"),
            "per_tps": self.tr("per TPS, misalnya botol"),
            "per_pemilih": self.tr("per pemilih, misalnya lembar"),
        }
        self.unit.setPlaceholderText(examples.get(kind, self.tr("misalnya posko")))


def _values(item: VersionItem) -> dict[str, Any]:
    counted = item.target_kind in COUNTED
    return {
        "code": item.code, "category_id": item.category_id, "text": item.text,
        "responsible": item.responsible or None, "related": item.related, "for_regency": item.for_regency,
        "for_province": item.for_province, "for_working_area": item.for_working_area, "regions": item.regions,
        "target_kind": item.target_kind, "repeats": item.repeats,
        "target_value": item.target_value if counted else None,
        "unit": bare_unit(item.target_kind, item.unit),
        "target_text": None if counted or item.target_kind == "ya" else item.target,
        "due_offset": item.due_offset, "due_basis": item.due_basis, "evidence": item.evidence,
        "weight": item.weight,
    }  # fmt: skip
