"""How far a follow-up is, from how far its addressees are."""

from __future__ import annotations

from datetime import date

from desktop.models.words import PROMISED_DUE


def overall_state(
    total: int, done: int, open_: int, in_progress: int, *, proven: int = 0, ended_how: str | None = None
) -> str:
    """The state of a follow-up over all its addressees; the words are those of one addressee.

    It is done with evidence where each part that is done is. `ended_how` is the end it got when its topic was
    closed, which speaks where nobody was named.
    """
    if is_unfinished(total, open_, ended_how):
        return "proses" if in_progress or done else "belum"
    if done:
        return "selesai_bukti" if proven == done else "selesai_laporan"
    return "selesai_laporan" if not total and ended_how == "selesai" else "dihentikan"


def is_unfinished(total: int, open_: int, ended_how: str | None = None) -> bool:
    """Whether somebody still has to do it; so also while nobody was named and it was not ended."""
    return open_ > 0 or (total == 0 and ended_how is None)


def is_late(due_date: date | None, due_source: str | None, unfinished: bool, today: date) -> bool:
    """Whether a promised day has passed; an internal date makes nothing late."""
    return unfinished and due_date is not None and due_source in PROMISED_DUE and due_date < today
