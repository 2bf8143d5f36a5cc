"""How the state and the date of a follow-up read: a word, a tone and a symbol; a date with its source."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.base.dates import short_date
from desktop.models.queries.commitment_states import overall_state
from desktop.models.queries.commitments import CommitmentRow
from desktop.models.words import OPEN_STATES
from desktop.ui.colours import Tone

_CONTEXT = "FollowUpFaces"
_TONES = {
    "belum": (Tone.NONE, "circle-dashed"),
    "proses": (Tone.INFO, "clock"),
    "selesai_laporan": (Tone.OK, "check"),
    "selesai_bukti": (Tone.OK, "circle-check"),
    "dihentikan": (Tone.NONE, "minus"),
}
_SHORT = {
    "belum": QT_TRANSLATE_NOOP("FollowUpFaces", "Belum"),
    "proses": QT_TRANSLATE_NOOP("FollowUpFaces", "Dalam proses"),
    "selesai_laporan": QT_TRANSLATE_NOOP("FollowUpFaces", "Selesai (laporan)"),
    "selesai_bukti": QT_TRANSLATE_NOOP("FollowUpFaces", "Selesai (bukti)"),
    "dihentikan": QT_TRANSLATE_NOOP("FollowUpFaces", "Tidak dilanjutkan"),
}
"""The states in so few words that they fit a column; menus and tips say them in full."""
_SOURCES = {
    "disepakati": QT_TRANSLATE_NOOP("FollowUpFaces", "disepakati"),
    "jadwal": QT_TRANSLATE_NOOP("FollowUpFaces", "jadwal"),
    "internal": QT_TRANSLATE_NOOP("FollowUpFaces", "internal"),
}


class Face(NamedTuple):
    """What a badge shows."""

    text: str
    tone: Tone
    symbol: str


def addressee_face(state: str) -> Face:
    """How far one addressee is."""
    return Face(_tr(_SHORT[state]), *_TONES[state])


def overall_face(
    total: int,
    done: int,
    open_: int,
    in_progress: int,
    late: bool,
    *,
    proven: int = 0,
    ended_how: str | None = None,
) -> Face:
    """How far a follow-up is over all its addressees."""
    state = overall_state(total, done, open_, in_progress, proven=proven, ended_how=ended_how)
    if late:
        words = _tr("Terlambat · {done}/{total}") if total > 1 else _tr("Terlambat")
        return Face(words.format(done=done, total=total), Tone.PROBLEM, "circle-alert")
    if state == "proses" and total > 1:
        return Face(done_words(done, total), *_TONES[state])
    return addressee_face(state)


def face_of(row: CommitmentRow, today: date) -> Face:
    """The same for a follow-up read with its addressees."""
    states = [one.state for one in row.addressees]
    return overall_face(
        len(states), row.done, sum(state in OPEN_STATES for state in states), states.count("proses"),
        row.is_late(today), proven=states.count("selesai_bukti"),
    )  # fmt: skip


def done_words(done: int, total: int) -> str:
    """How many addressees have finished: "3 dari 8 selesai"; nothing for a single one."""
    return _tr("{done} dari {total} selesai").format(done=done, total=total) if total > 1 else ""


def due_words(day: date | None, source: str | None, note: str | None = None) -> str:
    """By when, and who says so: "27 Nov 2024 · jadwal"; the note where no day is known."""
    if day is None:
        return note or ""
    written = short_date(day).partition(", ")[2]  # the name of the day is not what one looks for in a column
    return f"{written} · {_tr(_SOURCES[source])}" if source else written


def _tr(text: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(text))
