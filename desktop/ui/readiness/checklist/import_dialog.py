"""Impor daftar periksa: a verdict on each row, and one key that takes in all that is good."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.numbers import grouped
from desktop.exchange.sheets import Table
from desktop.exchange.workbook import packed
from desktop.services.checklists.judging import judge
from desktop.services.checklists.plan import CHANGED, NEW, SAME, VERDICTS, WRONG, JudgedRow
from desktop.services.checklists.sheet import rejected_sheets, version_words
from desktop.services.checklists.taking import take_checklist, version_to_change
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.exports.file_maker import FileMaker
from desktop.ui.readiness.checklist.wording import named
from desktop.ui.saving import ask_place
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_foot import dialog_foot
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import CheckField
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.record_model import RecordColumn, RecordModel
from desktop.ui.widgets.record_table import RecordTable
from desktop.ui.widgets.text import plain_label

_LOOKS = {
    NEW: (Tone.OK, "plus"), CHANGED: (Tone.ATTENTION, "pencil"), SAME: (Tone.NONE, "check"),
    WRONG: (Tone.PROBLEM, "circle-alert"),
}  # fmt: skip


@dataclass(frozen=True)
class _Line:
    """A row as the table shows it."""

    id: UUID
    row: JudgedRow


class ChecklistImportDialog(QDialog):
    """Nothing is kept before the last button; one undo takes all of it back."""

    def __init__(self, session: Session, topic: UUID, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._topic, self._table = session, topic, table
        version = version_to_change(session.store, topic)
        self.plan = judge(session.store, version, table)
        title = self.tr("Impor daftar periksa")
        self.setWindowTitle(title)
        self.setModal(True)
        unit = theme.current().unit

        # Parts
        self.problem = Banner(self.plan.problem, Tone.PROBLEM)
        self.problem.setVisible(bool(self.plan.problem))
        self.chips = FilterChips(list(VERDICTS.items()))
        self.chips.set_counts(self.plan.counts())
        self.model = RecordModel[_Line](
            [
                RecordColumn(self.tr("Baris"), lambda one: str(one.row.number), 5, right=True),
                RecordColumn(
                    self.tr("Putusan"), lambda one: VERDICTS[one.row.verdict], 12,
                    tone=lambda one: _LOOKS[one.row.verdict][0], symbol=lambda one: _LOOKS[one.row.verdict][1],
                ),
                RecordColumn(self.tr("Kode"), lambda one: one.row.code, 9),
                RecordColumn(self.tr("Butir"), lambda one: one.row.text, 34, stretch=True),
                RecordColumn(self.tr("Yang berubah, atau yang salah"), _why, 44),
            ],
            self,
        )  # fmt: skip
        self.rows = RecordTable(self.model, self.tr("Baris berkas"))
        self.rows.set_empty_state(EmptyState("file-text", self.tr("Tidak ada baris")))
        missing = self.plan.missing
        words = self.tr("Hapus {count} butir yang tidak ada dalam berkas: {codes}")
        self.remove = CheckField(
            words.format(count=grouped(len(missing)), codes=named([one.code for one in missing]))
        )
        self.remove.setVisible(bool(missing))
        self.reject_button = button(self.tr("Simpan baris yang salah…"), "download", kind="quiet")
        self.reject_button.setVisible(bool(self.plan.counts()[WRONG]))
        self.save_button = button("", kind="primary")

        # Assemble
        into = version_words(version) if version is not None else self.tr("daftar periksa baru")
        about = self.tr("{source}, dibandingkan dengan {version}")
        if version is not None and not version.is_draft:
            about = self.tr("{source}, dibandingkan dengan {version}; perubahannya masuk ke konsep versi baru")
        about_label = plain_label(about.format(source=table.source, version=into), role="muted")
        about_label.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self.reject_button)
        foot.addLayout(dialog_foot(self, self.save_button, self.save), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(title, role="title"))
        for one in (about_label, self.problem, self.chips):
            whole.addWidget(one)
        whole.addWidget(self.rows, 1)
        whole.addWidget(self.remove)
        whole.addLayout(foot)

        # Wire
        self.chips.changed.connect(self._show_rows)
        self.reject_button.clicked.connect(self._save_rejected)
        self.remove.edited.connect(self._show_count)
        counts = self.plan.counts()
        self.chips.choose({verdict for verdict in (NEW, CHANGED, WRONG) if counts[verdict]})
        self._show_rows()
        self._show_count()
        take_its_size(self)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 280, unit * 150)

    @Slot()
    def save(self) -> None:
        """Take in what is good, and close."""
        desk, remove = self._session.desk, self.remove.value()
        told = self.tr("{count} butir diambil dari {source}.").format(
            count=grouped(self.plan.to_keep), source=self._table.source
        )
        if self._session.run(
            lambda: take_checklist(desk, self._topic, self._table, remove_missing=remove), told=told
        ):
            self.accept()

    @Slot()
    def _save_rejected(self) -> None:
        name = f"{Path(self._table.source).stem}-perlu-diperbaiki.xlsx"
        target = ask_place(self._session, self.tr("Simpan baris yang salah"), name)
        if target is not None:
            count = grouped(self.plan.counts()[WRONG])
            words = self.tr("{count} baris yang perlu diperbaiki tersimpan ke {name}.")
            FileMaker(self._session, self._session).make(
                target, "sheets", [(head, packed(rows)) for head, rows in rejected_sheets(self.plan)],
                told=lambda path: words.format(count=count, name=path.name),
            )  # fmt: skip

    @Slot()
    def _show_rows(self) -> None:
        chosen = self.chips.chosen()
        shown = [row for row in self.plan.rows if not chosen or row.verdict in chosen]
        self.model.set_records([_Line(UUID(int=row.number), row) for row in shown])

    @Slot()
    def _show_count(self) -> None:
        count = self.plan.to_keep + (len(self.plan.missing) if self.remove.value() else 0)
        words = self.tr("Ambil {count} perubahan") if count else self.tr("Tidak ada yang perlu diambil")
        self.save_button.setText(words.format(count=grouped(count)))
        self.save_button.setEnabled(bool(count))


def _why(line: _Line) -> str:
    row = line.row
    if row.verdict == WRONG:
        return row.fault
    return "; ".join(row.changes)
