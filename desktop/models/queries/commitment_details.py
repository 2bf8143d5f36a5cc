"""What a list of follow-ups on paper tells beyond the register's own columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.models.statements import compiled_once
from desktop.models.store import Store
from desktop.models.tables import Commitment

_AT_ONCE = 250  # follow-ups asked about in one statement


class Details(NamedTuple):
    """By what one sees that it is done, and what is said of its date."""

    indicator: str | None = None
    due_note: str | None = None


def details_by_seq(store: Store, seqs: Sequence[int]) -> dict[int, Details]:
    """The details of some follow-ups by their seq."""
    found: dict[int, Details] = {}
    for start in range(0, len(seqs), _AT_ONCE):
        query = Commitment.select(Commitment.seq, Commitment.indicator, Commitment.due_note).where(
            Commitment.seq.in_(list(seqs[start : start + _AT_ONCE]))
        )
        found |= {seq: Details(*row) for seq, *row in store.rows(*compiled_once(store, query))}
    return found
