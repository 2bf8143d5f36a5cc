"""Berlakukan: what a draft changes, and for each changed question whether old reports still answer it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.checklist_versions import ChecklistVersion, VersionItem
from desktop.services.checklists.differences import differences
from desktop.services.checklists.versions import put_in_force
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_foot import dialog_foot
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.record_model import RecordColumn, RecordModel
from desktop.ui.widgets.record_table import RecordTable
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import plain_label

_NEW, _CHANGED, _GONE = "baru", "diubah", "dihapus"
_LOOKS = {_NEW: (Tone.OK, "plus"), _CHANGED: (Tone.ATTENTION, "pencil"), _GONE: (Tone.PROBLEM, "trash-2")}


@dataclass(frozen=True)
class _Line:
    """An item that is other than before; `asks` whether its question is another one."""

    item: VersionItem
    what: str
    words: str = ""
    asks: bool = False
    anew: bool = False

    @property
    def id(self) -> UUID:
        return self.item.id


class ForceDialog(QDialog):
    """Nothing is changed before Berlakukan; one undo takes it back."""

    def __init__(self, session: Session, draft: ChecklistVersion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._draft = session, draft
        self._differences = differences(session.store, draft.id)
        self._anew: set[UUID] = set()
        title = self.tr("Berlakukan versi {number}").format(number=draft.version)
        self.setWindowTitle(title)
        self.setModal(True)
        unit = theme.current().unit

        # Parts
        self.sentence = plain_label(self._differences.sentence, role="heading")
        self.sentence.setWordWrap(True)
        self.model = RecordModel[_Line](
            [
                RecordColumn(
                    self.tr("Perubahan"), lambda one: one.what.capitalize(), 13,
                    tone=lambda one: _LOOKS[one.what][0], symbol=lambda one: _LOOKS[one.what][1],
                ),
                RecordColumn(self.tr("Kode"), lambda one: one.item.code, 9),
                RecordColumn(self.tr("Butir"), lambda one: one.item.text, 26, stretch=True),
                RecordColumn(self.tr("Yang berubah"), lambda one: one.words, 34),
                RecordColumn(self.tr("Laporan lama"), self._old_reports, 29),
            ],
            self,
        )  # fmt: skip
        self.table = RecordTable(self.model, self.tr("Butir yang berubah"))
        self.table.set_empty_state(
            EmptyState("list-checks", self.tr("Isinya sama dengan versi yang berlaku sekarang"))
        )
        self.keep_button = button(self.tr("Tetap berlaku (T)"), kind="quiet")
        self.anew_button = button(self.tr("Minta laporan baru (M)"), kind="quiet")
        self.save_button = button(self.tr("Berlakukan"), kind="primary")

        self.note = LineField(
            self.tr("Catatan versi, misalnya: disepakati dalam rapat 26 September 2024"), max_length=200
        )
        self.note.setAccessibleName(self.tr("Catatan versi"))

        # Assemble
        asks = any(one.asks_other for one in self._differences.changed)
        hint = plain_label(
            self.tr(
                "Laporan yang sudah ada tetap tersimpan pada versi lamanya. Pada butir yang pertanyaannya "
                "berubah: apakah laporan lama masih menjawabnya?"
            )
            if asks
            else self.tr("Laporan yang sudah ada tetap berlaku bagi butir yang diteruskan."),
            role="muted",
        )
        hint.setWordWrap(True)
        choice = QHBoxLayout()
        for one in (self.keep_button, self.anew_button):
            one.setVisible(asks)
            choice.addWidget(one)
        choice.addStretch()
        choice.addLayout(dialog_foot(self, self.save_button, self.save))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(title, role="title"))
        whole.addWidget(self.sentence)
        whole.addWidget(hint)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.note)
        whole.addLayout(choice)

        # Wire
        for made, key, anew in ((self.keep_button, "T", False), (self.anew_button, "M", True)):
            made.clicked.connect(partial(self._choose, anew))
            on_keys(self.table, key, partial(self._choose, anew), Qt.ShortcutContext.WidgetShortcut)
        self._show()
        take_its_size(self)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 290, unit * 150)

    @Slot()
    def save(self) -> None:
        """Put the draft in force and close."""
        desk, draft = self._session.desk, self._draft
        told = self.tr("Versi {number} berlaku mulai hari ini. {sentence}").format(
            number=draft.version, sentence=self._differences.sentence
        )
        if self._session.run(lambda: put_in_force(desk, draft.id, self._anew, self.note.value()), told=told):
            self.accept()

    def _choose(self, anew: bool, _checked: bool = False) -> None:
        chosen = [self.model.record(row) for row in self.table.selected_rows()]
        ids = {one.id for one in chosen if one.asks}
        self._anew = self._anew | ids if anew else self._anew - ids
        self._show()

    def _show(self) -> None:
        found = self._differences
        lines = [
            _Line(one.item, _CHANGED, "; ".join(one.changes.values()), one.asks_other, one.item.id in self._anew)
            for one in found.changed
        ]
        lines.sort(key=lambda line: not line.asks)
        lines += [_Line(one, _NEW) for one in found.new] + [_Line(one, _GONE) for one in found.removed]
        self.model.set_records(lines)

    def _old_reports(self, line: _Line) -> str:
        if not line.asks:
            return self.tr("Tetap berlaku") if line.what == _CHANGED else ""
        return self.tr("Minta laporan baru") if line.anew else self.tr("Tetap berlaku (M: minta baru)")
