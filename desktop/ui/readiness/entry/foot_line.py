"""The line below Isi Laporan: the keys there are, what a value being typed amounts to, what waits as a draft."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.services.readiness_values import goal_of, need_words, provisional_words
from desktop.ui.readiness.entry.lines import Line
from desktop.ui.readiness.report_panel import ReportPanel
from desktop.ui.widgets.text import ElidedLabel


class FootLine(ElidedLabel):
    """It says the same as the form beside the list, for when that is not shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "help", parent)
        self._keys = self.tr(
            "0 belum siap, 1 sebagian, 2 siap, 3 siap dan bukti diterima, N tidak berlaku · Enter/F2 angka · "
            "huruf/Spasi catatan · Ctrl+Enter bukti · Shift+↓ beberapa baris · Ctrl+V dari Excel · * sementara"
        )
        self.setText(self._keys)

    def tell(self, line: Line | None, report: ReportPanel, typing: str) -> None:
        """Say what is of use at a line; `typing` is what is typed in it ("value", "note" or "")."""
        if line is not None and typing == "value":
            self.setText(self._value_words(line, report))
        elif line is not None and not typing and report.is_writing:
            self.setText(self._draft_words(line, report))
        else:
            self.setText(self._keys)

    def _value_words(self, line: Line, report: ReportPanel) -> str:
        goal = goal_of(line.item)
        why = provisional_words(goal, report.figure)
        need = self.tr("Kebutuhan {need}").format(need=need_words(goal, report.figure))
        provisional = self.tr("sementara: {why}").format(why=why) if why else ""
        told = " · ".join(filter(None, (need, provisional, report.form.hint())))
        return self.tr("{told} · Enter simpan, ↓ simpan dan isi berikutnya, Esc batal").format(told=told)

    def _draft_words(self, line: Line, report: ReportPanel) -> str:
        form = report.form
        written = " · ".join(filter(None, (form.achieved.value(), " ".join(form.note.value().split()))))
        words = self.tr("Belum dicatat, {code}: {written}. Tekan 0–3 atau N untuk mencatatnya.")
        return words.format(code=line.item.code, written=written)
