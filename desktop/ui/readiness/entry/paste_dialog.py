"""Tempel laporan: what was copied from Excel, a verdict on each row, and one deed that keeps all that is good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.numbers import grouped
from desktop.services.forms.plan import CHECK, EMPTY, GOOD, SAME, VERDICTS, WRONG
from desktop.services.readiness_paste import KEPT, PastedRow
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.readiness.wording import short_region
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.record_model import RecordColumn, RecordModel
from desktop.ui.widgets.record_table import RecordTable
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import ElidedLabel, plain_label

_TONES = {GOOD: Tone.OK, CHECK: Tone.ATTENTION, WRONG: Tone.PROBLEM, SAME: Tone.NONE, EMPTY: Tone.NONE}
_SYMBOLS = {GOOD: "check", CHECK: "circle-help", WRONG: "circle-alert", SAME: "circle-check", EMPTY: "minus"}
_COUNTED = (GOOD, CHECK, WRONG, SAME, EMPTY)


@dataclass(frozen=True)
class _Line:
    id: UUID
    row: PastedRow
    keeps: bool


class PasteDialog(QDialog):
    """Nothing is kept before the button; the good rows are, unless decided otherwise."""

    def __init__(
        self,
        rows: Sequence[PastedRow],
        about: str,
        keep: Callable[[Sequence[PastedRow]], bool],
        parent: QWidget | None = None,
    ) -> None:
        """`about` says whose reports they will be; `keep` keeps rows in one deed and says whether it was done."""
        super().__init__(parent)
        self._pasted = list(rows)
        self._keep = keep
        self._decided: dict[int, bool] = {}
        self.setWindowTitle(self.tr("Tempel laporan"))
        self.setModal(True)
        unit = theme.current().unit
        self._model = RecordModel[_Line](
            [
                RecordColumn(self.tr("Baris"), lambda line: str(line.row.number), 4, right=True),
                RecordColumn(self.tr("Butir dan wilayah"), _place_words, 34, stretch=True),
                RecordColumn(self.tr("Isian"), lambda line: " · ".join(filter(None, line.row.cells)), 28),
                RecordColumn(self.tr("Dibaca sebagai"), _read_words, 26),
                RecordColumn(
                    self.tr("Putusan"), lambda line: VERDICTS[line.row.verdict], 15,
                    tone=lambda line: _TONES[line.row.verdict], symbol=lambda line: _SYMBOLS[line.row.verdict],
                ),
                RecordColumn(self.tr("Akan"), self._deed, 10),
                RecordColumn(self.tr("Alasan"), lambda line: " ".join(line.row.reasons), 36),
            ],
            self,
        )  # fmt: skip
        self.rows = RecordTable(self._model, self.tr("Baris yang ditempel"))
        self.rows.set_empty_state(EmptyState("file-text", self.tr("Tidak ada baris yang dapat dibaca")))
        for key, wanted in (("T", True), ("L", False)):
            on_keys(self.rows, key, partial(self._decide, wanted), Qt.ShortcutContext.WidgetShortcut)
        self.save = button("", kind="primary")
        self.save.setDefault(True)
        cancel = button(self.tr("Batal"))
        foot = QHBoxLayout()
        foot.setSpacing(unit * 2)
        foot.addWidget(plain_label(self.tr("Pada baris terpilih: T terima · L lewati."), role="muted"))
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.save)
        self._counts = plain_label()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(self._counts)
        whole.addWidget(ElidedLabel(about, role="muted"))
        whole.addWidget(self.rows, 1)
        whole.addLayout(foot)
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self.keep)
        self._show()
        take_its_size(self)
        self.rows.setFocus()
        self.rows.go_to_row(0)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 300, unit * 150)

    @Slot()
    def keep(self) -> None:
        """Keep what is chosen; the dialog stays where that is not possible."""
        chosen = [row for place, row in enumerate(self._pasted) if self._keeps(place, row)]
        if chosen and self._keep(chosen):
            self.accept()

    # Within

    def _show(self) -> None:
        lines = [_Line(UUID(int=n), row, self._keeps(n, row)) for n, row in enumerate(self._pasted)]
        self._model.set_records(lines)
        counts = Counter(row.verdict for row in self._pasted)
        self._counts.setText(
            " · ".join(f"{VERDICTS[key]} {grouped(counts[key])}" for key in _COUNTED if counts[key])
        )
        count = sum(line.keeps for line in lines)
        words = self.tr("Catat {count} laporan") if count else self.tr("Tidak ada yang dapat dicatat")
        self.save.setText(words.format(count=grouped(count)))
        self.save.setEnabled(bool(count))

    def _keeps(self, place: int, row: PastedRow) -> bool:
        return row.verdict in KEPT and self._decided.get(place, row.verdict == GOOD)

    def _deed(self, line: _Line) -> str:
        if line.row.verdict not in KEPT:
            return ""
        return self.tr("Dicatat") if line.keeps else self.tr("Dilewati")

    def _decide(self, wanted: bool) -> None:
        for place in self.rows.selected_rows():
            self._decided[place] = wanted
        self._show()


def _place_words(line: _Line) -> str:
    item = line.row.item
    return f"{item.code} · {short_region(item.region)} · {item.text}" if item else "–"


def _read_words(line: _Line) -> str:
    return line.row.understood.words if line.row.item and line.row.understood.said else ""
