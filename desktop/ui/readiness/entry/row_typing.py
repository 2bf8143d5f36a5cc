"""Typing in the rows of Isi Laporan: the value in its cell, a note over the row; the form keeps both."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.ui.colours import Tone
from desktop.ui.readiness.entry.cell_editor import CellEditor
from desktop.ui.readiness.entry.entry_table import EntryTable
from desktop.ui.readiness.entry.lines import Line
from desktop.ui.readiness.report_panel import ReportPanel

_VALUE, _NOTE = "value", "note"


class RowTyping(QObject):
    """finished(): what was typed is kept; go on to the next row. turned(): typing began, went on or ended.
    source_wanted(): what was typed is of the whole and has no source.
    said(text, tone): something to be told in the bar.
    """

    finished = Signal()
    turned = Signal()
    source_wanted = Signal()
    said = Signal(str, str)

    def __init__(self, table: EntryTable, report: ReportPanel, may_note: Callable[[], bool]) -> None:
        """`may_note` says whether anything can be noted now, and tells the user why not."""
        super().__init__(table)
        self._table, self._report, self._may_note = table, report, may_note
        self._what = ""
        self.editor = CellEditor(table.viewport())
        table.value_wanted.connect(self.type_value)
        table.note_wanted.connect(self._type_note)
        table.number_begun.connect(self._say_how)
        table.horizontalScrollBar().valueChanged.connect(self.end)
        table.verticalScrollBar().valueChanged.connect(self.end)
        self.editor.typed.connect(self._typed)
        self.editor.kept.connect(self._keep)
        self.editor.given_up.connect(self._give_up)
        self.editor.left.connect(self.end)

    @Slot()
    def type_value(self) -> None:
        """Type the value of the current line."""
        line = self._table.current()
        if line is None or not self._may_note():
            return
        if line.item.target_kind == "ya":
            self._say(self.tr("Butir ini tidak berangka. Tekan 0–3 atau N, atau ketik catatannya."), Tone.NONE)
            return
        self._start(
            _VALUE, self.tr("Capaian {code}").format(code=line.item.code), self._report.form.achieved.value()
        )

    @property
    def what(self) -> str:
        """What is being typed: "value", "note", or nothing."""
        return self._what

    @Slot()
    def end(self) -> None:
        """Stop typing here; what was typed stays in the form."""
        if self._what:
            self._what = ""
            self.editor.hide()
            self.turned.emit()

    # Within

    @Slot(str)
    def _type_note(self, begun: str) -> None:
        line = self._table.current()
        if line is None or not self._may_note():
            return
        words = self._report.form.note.value()
        name = self.tr("Catatan {code}").format(code=line.item.code)
        self._start(_NOTE, name, words, f"{words} {begun}".strip() if begun else "")

    @Slot()
    def _say_how(self) -> None:
        self._say(self.tr("Angka diketik setelah Enter atau F2; 0–3 adalah status."), Tone.NONE)

    def _start(self, what: str, name: str, words: str, begun: str = "") -> None:
        self._what = what
        self.editor.start(self._table.room_of(what), name, words, begun)
        self.turned.emit()

    @Slot(str)
    def _typed(self, words: str) -> None:
        self._report.form.type_into(self._what, words)
        self.turned.emit()

    @Slot(bool)
    def _keep(self, on: bool) -> None:
        what, line = self._what, self._table.current()
        self.end()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        if line is None:
            return
        if self._report.is_writing and not self._record(line):
            return
        self.finished.emit()
        if on and what == _VALUE and self._table.current() != line:
            self.type_value()

    def _record(self, line: Line) -> bool:
        form = self._report.form
        if problem := form.achieved.problem():
            self._say(problem, Tone.ATTENTION)
        elif form.state.value() is None:
            words = self.tr("Catatan {code} tersimpan sebagai draf. Tekan 0–3 atau N untuk statusnya.")
            self._say(words.format(code=line.item.code), Tone.ATTENTION)
        elif line.whole and not form.source.value():
            self.source_wanted.emit()
        else:
            return self._report.record()
        return False

    @Slot()
    def _give_up(self) -> None:
        what = self._what
        self.end()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        if what:
            self._report.form.take_back(what)
            self.turned.emit()

    def _say(self, words: str, tone: Tone) -> None:
        self.said.emit(words, str(tone))
