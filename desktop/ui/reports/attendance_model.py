"""Who came to meetings, as a table of counts: one row an institution or a meeting."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from desktop.base.dates import numeric_date
from desktop.base.numbers import grouped
from desktop.models.queries.invited_seats import Attendance, SeatFilter
from desktop.models.words import ATTENDANCE
from desktop.services.papers.period_recap import NO_INSTITUTION
from desktop.ui.colours import Tone
from desktop.ui.reports.bars import Shade
from desktop.ui.reports.counted_model import CountedModel

_STATES = ("hadir", "diwakili", "berhalangan", "tidak_hadir", "belum_dicatat")


class AttendanceCounts(CountedModel[Attendance]):
    """Shows rows of `Attendance`."""

    COUNTED = ("", *_STATES)
    # From the darkest for who came to an empty one for what is not known.
    SHADES = {
        "hadir": Shade(Tone.OK, "ink"),
        "diwakili": Shade(Tone.OK, "tint", Qt.BrushStyle.Dense6Pattern),
        "berhalangan": Shade(Tone.ATTENTION, "tint", Qt.BrushStyle.BDiagPattern),
        "tidak_hadir": Shade(Tone.PROBLEM, "tint", Qt.BrushStyle.DiagCrossPattern),
        "belum_dicatat": Shade(Tone.NONE, "surface"),
    }
    WIDEST = "100% · 18.888 dari 18.888"

    def bar_title(self) -> str:
        return self.tr("Kursi yang terisi")

    def bar_words(self, row: Attendance) -> str:
        return came_words(row)

    def row_words(self, row: Attendance) -> str:
        name = row.name or NO_INSTITUTION
        return f"{numeric_date(row.day)} · {name}" if row.day else name

    def count_words(self, what: str) -> str:
        return count_words(what)

    def found_by(self, index: QModelIndex | QPersistentModelIndex) -> SeatFilter | None:
        """What finds the seats a cell counts; None where it counts none."""
        counted = self.counted_at(index)
        return counted[0].list_of(counted[1]) if counted else None


def count_words(what: str) -> str:
    """What a column counts, in few words."""
    return ATTENDANCE[what] if what else QCoreApplication.translate("AttendanceCounts", "Diundang")


def came_words(row: Attendance) -> str:
    """`80% · 4 dari 5`: how many of the seats were taken, by the invited or for them."""
    return "–" if row.percent is None else f"{row.percent}% · {grouped(row.came)} dari {grouped(row.total)}"
