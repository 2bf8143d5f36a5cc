"""How far follow-ups are, as a Qt table: one row an institution, region or month, all of them in the last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.base.numbers import grouped
from desktop.models.queries.commitment_filter import LATE, CommitmentFilter
from desktop.models.queries.completion import Completion, row_words
from desktop.models.words import COMMITMENT_STATES
from desktop.ui.widgets.text import tip

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 21
"""The `Completion` of a row, for whoever draws its bar."""
BAR = 0
"""The column of the bar."""
COUNTED = ("", *COMMITMENT_STATES, LATE)
"""What the columns behind the bar count: all, by state, and those that should be done by now."""

_DISPLAY, _TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_SPOKEN, _ALIGNED = int(Qt.ItemDataRole.AccessibleTextRole), int(Qt.ItemDataRole.TextAlignmentRole)
_Index = QModelIndex | QPersistentModelIndex


class CompletionModel(QAbstractTableModel):
    """Shows rows of `Completion`; the last sums up, each follow-up once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Completion, ...] = ()

    def set_rows(self, rows: Sequence[Completion], whole: Completion) -> None:
        """Show other rows; nothing where nothing was counted."""
        self.beginResetModel()
        self._rows = (*rows, whole) if rows else ()
        self.endResetModel()

    def row(self, row: int) -> Completion:
        """What a row shows."""
        return self._rows[row]

    def is_sum(self, row: int) -> bool:
        """Whether a row is the last, of all."""
        return row == len(self._rows) - 1

    def found_by(self, index: _Index) -> CommitmentFilter | None:
        """What finds the follow-ups a cell counts; None where it counts none."""
        row = self._rows[index.row()]
        what = COUNTED[index.column() - 1] if index.column() > BAR else ""
        return row.list_of(what) if _count(row, what) else None

    # Qt's side

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1 + len(COUNTED)

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == _ALIGNED:
            return None if index.column() == BAR else Qt.AlignmentFlag.AlignCenter
        if role == _EDIT and index.column() != BAR:
            return _count(row, COUNTED[index.column() - 1])
        if role == _DISPLAY:
            return percent_words(row) if index.column() == BAR else _number(row, COUNTED[index.column() - 1])
        if role in (_TIP, _SPOKEN):
            words = self._words(index)
            return tip("\n".join(words)) if role == _TIP else ". ".join(words)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role not in (_DISPLAY, _TIP):
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.tr("Capaian") if section == BAR else count_words(COUNTED[section - 1])
        return self.tr("Semua") if self.is_sum(section) else row_words(self._rows[section])

    def _words(self, index: _Index) -> list[str]:
        row = self._rows[index.row()]
        name = str(self.headerData(index.row(), Qt.Orientation.Vertical))
        if index.column() == BAR:
            counted = [(COMMITMENT_STATES[state], count) for state, count in row.counts.items() if count]
            return [f"{name}: {percent_words(row)}", *(f"{words}: {grouped(count)}" for words, count in counted)]
        what = COUNTED[index.column() - 1]
        return [f"{name} · {COMMITMENT_STATES.get(what) or count_words(what)}: {grouped(_count(row, what))}"]


def count_words(what: str) -> str:
    """What a column counts, in few words."""
    words = {
        "": "Jumlah",
        "belum": "Belum",
        "proses": "Proses",
        "selesai_laporan": "Selesai (laporan)",
        "selesai_bukti": "Selesai (bukti)",
        "dihentikan": "Tidak dilanjutkan",
        LATE: "Terlambat",
    }
    return QCoreApplication.translate("CompletionModel", words[what])


def percent_words(row: Completion) -> str:
    """`62% · 5 dari 8`: how many are done of those that were not given up."""
    if row.percent is None:
        return "–"
    return f"{row.percent}% · {grouped(row.done)} dari {grouped(row.total - row.counts['dihentikan'])}"


def _count(row: Completion, what: str) -> int:
    if what == LATE:
        return row.late
    return row.counts[what] if what else row.total


def _number(row: Completion, what: str) -> str:
    count = _count(row, what)
    return grouped(count) if count else "–"
