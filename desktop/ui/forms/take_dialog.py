"""Terima formulir: what came back, a verdict on each row, and one key that takes in all that is good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.dates import medium_date
from desktop.base.numbers import grouped
from desktop.exchange.sheets import Table
from desktop.models.journal import ChangeSet
from desktop.services.forms.plan import CHANGED, CHECK, EMPTY, GOOD, KEEPABLE, SAME, VERDICTS, WRONG, JudgedRow
from desktop.services.forms.rejected import rejected_file_name, rejected_form
from desktop.services.forms.taking import take_form
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.exports.file_maker import FileMaker
from desktop.ui.forms.batch import ReadForm, read_forms
from desktop.ui.saving import ask_place
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.record_model import RecordColumn, RecordModel
from desktop.ui.widgets.record_table import RecordTable
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import ElidedLabel, plain_label

_TONES = {GOOD: Tone.OK, CHANGED: Tone.ATTENTION, CHECK: Tone.ATTENTION, WRONG: Tone.PROBLEM, SAME: Tone.NONE,
          EMPTY: Tone.NONE}  # fmt: skip
_SYMBOLS = {GOOD: "check", CHANGED: "history", CHECK: "circle-help", WRONG: "circle-alert", SAME: "circle-check",
            EMPTY: "minus"}  # fmt: skip
_SHOWN_IN_COUNTS = (GOOD, CHANGED, CHECK, WRONG, SAME)
_READS = frozenset({"outgoing_form", "progress_report", "addressee", "commitment", "assessment", "topic"})


@dataclass(frozen=True)
class _Line:
    """A row of the form as the table shows it."""

    id: UUID
    row: JudgedRow
    keeps: bool


class TakeFormsDialog(QDialog):
    """Nothing is kept before Terima; each form is one deed with one undo."""

    def __init__(
        self, session: Session, tables: Sequence[Table], faults: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        """`faults` are those of files that could not be read at all."""
        super().__init__(parent)
        self._session = session
        self.forms = read_forms(session.store, tables)
        self._current: ReadForm | None = None
        self.setWindowTitle(self.tr("Terima formulir"))
        self.setModal(True)
        self._make_parts(faults)
        self._assemble()
        session.bus.changed.connect(self._changed)
        self._show_forms()
        if self.forms:
            self.files.go_to_row(self._first_open())
        self._show_current()
        take_its_size(self)
        self.rows.setFocus()
        self.rows.go_to_row(0)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 300, unit * 160)

    # Parts

    def _make_parts(self, faults: Sequence[str]) -> None:
        unit = theme.current().unit
        self.unread = Banner("\n".join(faults), Tone.PROBLEM)
        self.unread.setVisible(bool(faults))
        self._file_model = RecordModel[ReadForm](
            [
                RecordColumn(self.tr("Berkas"), lambda one: one.form.source, 24, tip=lambda one: one.form.source),
                RecordColumn(self.tr("Formulir"), _form_words, 40, stretch=True),
                RecordColumn(self.tr("Hasil"), self._counts, 40),
            ],
            self,
        )
        self.files = RecordTable(self._file_model, self.tr("Berkas yang kembali"))
        self.files.setVisible(len(self.forms) > 1)
        self.files.setFixedHeight(unit * 34)
        self.files.selectionModel().currentRowChanged.connect(self._show_current)
        self._title = ElidedLabel(role="heading")
        self.form = Form(columns=3)
        self.as_of = self.form.add_row("as_of", self.tr("Posisi data per tanggal"), DateField())
        self.filled_by = self.form.add_row("filled_by", self.tr("Nama pengisi"), LineField(max_length=200))
        self.post = self.form.add_row("post", self.tr("Jabatan pengisi"), LineField(max_length=200))
        self.form.setFixedHeight(unit * 20)
        self.form.edited.connect(self._correct)
        self.notes = Banner("", Tone.ATTENTION)
        self._model = RecordModel[_Line](
            [
                RecordColumn(self.tr("No"), lambda line: str(line.row.number or "–"), 3, right=True),
                RecordColumn(self.tr("Uraian"), lambda line: line.row.text, 34, stretch=True),
                RecordColumn(self.tr("Isian"), _answer_words, 30),
                RecordColumn(
                    self.tr("Putusan"), lambda line: VERDICTS[line.row.verdict], 17,
                    tone=lambda line: _TONES[line.row.verdict], symbol=lambda line: _SYMBOLS[line.row.verdict],
                ),
                RecordColumn(self.tr("Akan"), self._deed, 10),
                RecordColumn(self.tr("Alasan"), _reason, 40),
            ],
            self,
        )  # fmt: skip
        self.rows = RecordTable(self._model, self.tr("Baris formulir"))
        self.rows.set_empty_state(EmptyState("file-text", self.tr("Tidak ada baris yang dapat dibaca")))
        for key, keep in (("T", True), ("L", False)):
            on_keys(self.rows, key, partial(self._decide, keep), Qt.ShortcutContext.WidgetShortcut)
        self.save_wrong = button(self.tr("Simpan baris yang salah…"), "download", kind="quiet")
        self.save_wrong.clicked.connect(self._save_wrong)
        self.close_button = button(self.tr("Batal"))
        self.close_button.clicked.connect(self.reject)
        self.save = button("", kind="primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self.take)

    def _assemble(self) -> None:
        unit = theme.current().unit
        foot = QHBoxLayout()
        foot.setSpacing(unit * 2)
        foot.addWidget(self.save_wrong)
        foot.addStretch()
        foot.addWidget(self.close_button)
        foot.addWidget(self.save)
        hint = self.tr("Pada baris terpilih: T terima · L lewati. Yang salah diperbaiki oleh pengisinya.")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        for one in (self.unread, self.files, self._title, self.form, self.notes):
            whole.addWidget(one)
        whole.addWidget(self.rows, 1)
        whole.addWidget(plain_label(hint, role="muted"))
        whole.addLayout(foot)

    # What is shown

    def _show_forms(self) -> None:
        self._file_model.set_records(self.forms)
        count = sum(len(one.chosen()) for one in self.forms)
        words = self.tr("Terima {count} baris") if count else self.tr("Tidak ada yang dapat diterima")
        self.save.setText(words.format(count=grouped(count)))
        self.save.setEnabled(bool(count))

    def _first_open(self) -> int:
        return next((place for place, one in enumerate(self.forms) if one.chosen()), 0)

    @Slot()
    def _show_current(self) -> None:
        current = self.files.current_id() if len(self.forms) > 1 else self.forms[0].id if self.forms else None
        self._current = next((one for one in self.forms if one.id == current), None)
        one = self._current
        self.form.setVisible(one is not None and one.form.record is not None)
        if one is not None:
            self.form.load({"as_of": one.form.as_of, "filled_by": one.form.filled_by, "post": one.form.post})
        self._show_rows()

    def _show_rows(self) -> None:
        one = self._current
        self._title.setText(_form_words(one))
        lines = (
            [_Line(UUID(int=place), row, one.keeps(row)) for place, row in enumerate(one.form.rows)] if one else []
        )
        self._model.set_records(lines)
        told = [one.form.problem, *one.form.notes] if one else []
        self.notes.say(" ".join(filter(None, told)), Tone.PROBLEM if one and one.form.problem else Tone.ATTENTION)
        self.notes.setVisible(any(told))
        self.save_wrong.setVisible(bool(one and one.form.wrong()))

    def _deed(self, line: _Line) -> str:
        if line.row.verdict not in KEEPABLE:
            return ""
        return self.tr("Diterima") if line.keeps else self.tr("Dilewati")

    def _counts(self, one: ReadForm) -> str:
        if one.form.problem and not one.form.rows:
            return self.tr("tidak dapat diterima")
        counts = one.form.counts()
        words = [f"{VERDICTS[key].lower()} {grouped(counts[key])}" for key in _SHOWN_IN_COUNTS if counts[key]]
        return ", ".join(words) or self.tr("tidak diisi")

    # What the user does

    def _decide(self, keep: bool) -> None:
        if self._current is not None:
            rows = [self._model.record(row).row for row in self.rows.selected_rows()]
            self._current.decide(rows, keep=keep)
            self._show_rows()
            self._show_forms()

    @Slot()
    def _correct(self) -> None:
        one = self._current
        if one is None or self.as_of.problem():
            return
        one.correct(self._session.store, self.as_of.value(), self.filled_by.value(), self.post.value())
        self._show_rows()
        self._show_forms()

    @Slot()
    def take(self) -> None:
        """Take in what is chosen, form by form; the dialog stays while something has to be corrected."""
        self.form.flush()
        desk = self._session.desk
        for one in self.forms:
            chosen = one.chosen()
            if not chosen:
                continue
            words = self.tr("{count} jawaban diterima dari {whom}.")
            told = words.format(count=grouped(len(chosen)), whom=one.form.content.to if one.form.content else "")
            form = one.form
            if not self._session.run(lambda form=form, chosen=chosen: take_form(desk, form, chosen), told=told):  # type: ignore[misc]
                self._judge_all()
                return
            one.decided.clear()
            self._judge_all()
        if any(one.form.wrong() or one.form.problem for one in self.forms):
            self.close_button.setText(self.tr("Tutup"))
        else:
            self.accept()

    def _judge_all(self) -> None:
        for one in self.forms:
            one.judge_again(self._session.store)
        self._show_rows()
        self._show_forms()

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if changes.tables & _READS and self.isVisible():
            self._judge_all()

    @Slot()
    def _save_wrong(self) -> None:
        one = self._current
        if one is None or not one.form.wrong():
            return
        place = ask_place(self._session, self.tr("Simpan baris yang salah"), rejected_file_name(one.form))
        if place is not None:
            words = self.tr("{count} baris yang perlu diperbaiki tersimpan ke {name}.")
            count = grouped(len(one.form.wrong()))
            FileMaker(self._session, self._session).make(
                place, "form", rejected_form(one.form),
                told=lambda path: words.format(count=count, name=path.name),
            )  # fmt: skip


def _form_words(one: ReadForm | None) -> str:
    if one is None:
        return ""
    form = one.form
    day = f" · {medium_date(form.as_of)}" if form.as_of else ""
    return f"{form.title}{day}" if form.content else form.title


def _answer_words(line: _Line) -> str:
    row = line.row
    if row.verdict == WRONG and row.row is not None:
        return " · ".join(cell for cell in row.row.answer if cell)
    return row.understood.words


def _reason(line: _Line) -> str:
    place = f"{line.row.place}: " if line.row.verdict == WRONG and line.row.place else ""
    return f"{place}{line.row.reason}"
