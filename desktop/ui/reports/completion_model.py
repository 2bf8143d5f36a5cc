"""How far follow-ups are, as a table of counts: one row an institution, region or month."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from desktop.base.numbers import grouped
from desktop.models.queries.commitment_filter import LATE, CommitmentFilter
from desktop.models.queries.completion import Completion, row_words
from desktop.models.words import COMMITMENT_STATES
from desktop.ui.colours import Tone
from desktop.ui.reports.bars import Shade
from desktop.ui.reports.counted_model import CountedModel


class CompletionModel(CountedModel[Completion]):
    """Shows rows of `Completion`."""

    COUNTED = ("", *COMMITMENT_STATES, LATE)
    # From the darkest for what is proven to an empty one, and what was given up.
    SHADES = {
        "selesai_bukti": Shade(Tone.OK, "ink"),
        "selesai_laporan": Shade(Tone.OK, "tint", Qt.BrushStyle.Dense6Pattern),
        "proses": Shade(Tone.ATTENTION, "tint", Qt.BrushStyle.BDiagPattern),
        "belum": Shade(Tone.NONE, "surface"),
        "dihentikan": Shade(Tone.NONE, "raised", Qt.BrushStyle.DiagCrossPattern),
    }
    WIDEST = "100% · 1.888 dari 1.888"

    def bar_title(self) -> str:
        return self.tr("Capaian")

    def bar_words(self, row: Completion) -> str:
        return percent_words(row)

    def row_words(self, row: Completion) -> str:
        return row_words(row)

    def count_words(self, what: str) -> str:
        return count_words(what)

    def whole_words(self, what: str) -> str:
        return COMMITMENT_STATES.get(what) or count_words(what)

    def count(self, row: Completion, what: str) -> int:
        return row.late if what == LATE else super().count(row, what)

    def found_by(self, index: QModelIndex | QPersistentModelIndex) -> CommitmentFilter | None:
        """What finds the follow-ups a cell counts; None where it counts none."""
        counted = self.counted_at(index)
        return counted[0].list_of(counted[1]) if counted else None


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
