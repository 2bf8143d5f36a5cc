"""How far a follow-up is, from how far its addressees are: in SQL, and for one that was read."""

from __future__ import annotations

from datetime import date
from typing import Any

from peewee import JOIN, Case, fn

from desktop.models.queries.typed import live
from desktop.models.tables import Addressee, Commitment, Institution
from desktop.models.words import OPEN_STATES, PROMISED_DUE


def overall_state(total: int, done: int, open_: int, in_progress: int) -> str:
    """The state of a follow-up over all its addressees; the words are those of one addressee."""
    if total and open_ == 0:
        return "selesai_laporan" if done else "dihentikan"
    return "proses" if in_progress or done else "belum"


def is_late(due_date: date | None, due_source: str | None, unfinished: bool, today: date) -> bool:
    """Whether a promised day has passed; an internal date makes nothing late."""
    return unfinished and due_date is not None and due_source in PROMISED_DUE and due_date < today


def _of_commitment(selected: Any, *conditions: Any) -> Any:
    return Addressee.select(selected).where(Addressee.commitment_id == Commitment.id, live(Addressee), *conditions)


def addressee_count(*conditions: Any) -> Any:
    """How many such addressees a follow-up has."""
    return _of_commitment(fn.COUNT(Addressee.seq), *conditions)


def said_count() -> Any:
    """How many addressees a follow-up has as said in the meeting: a group is one."""
    alone = Case(None, ((Addressee.via.is_null(), Addressee.seq),))
    return _of_commitment(fn.COUNT(fn.DISTINCT(Addressee.via)) + fn.COUNT(alone))


def is_addressed(*conditions: Any) -> Any:
    """The condition that a follow-up has such an addressee."""
    return fn.EXISTS(_of_commitment(Addressee.seq, *conditions))  # of a count there is always a row


def first_addressee() -> Any:
    """The words of the first addressee, as said in the meeting ("KPU kabupaten/kota")."""
    return (
        Addressee.select(fn.COALESCE(Addressee.via, Institution.name, Addressee.label))
        .join(Institution, JOIN.LEFT_OUTER, on=(Addressee.institution_id == Institution.id))
        .where(Addressee.commitment_id == Commitment.id, live(Addressee))
        .order_by(Addressee.order_no, Addressee.seq)
        .limit(1)
    )


def unfinished() -> Any:
    """The condition that somebody still has to do it; so also while nobody was named and it was not ended."""
    nobody = ~is_addressed() & Commitment.ended_how.is_null()
    return is_addressed(Addressee.state.in_(OPEN_STATES)) | nobody
