"""One change made to many follow-ups: what it would do is said first, and one Urungkan takes it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.base.numbers import grouped
from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.commitment_parts import FollowUp, follow_ups
from desktop.models.store import Store
from desktop.services.commitment_changes import BulkChange
from desktop.services.desk import Desk

_TOPIC_CLOSED = "topiknya sudah ditutup"


@dataclass(frozen=True, slots=True)
class Left:
    """A follow-up that stays as it is, and why."""

    follow_up: FollowUp
    reason: str


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """What a change would do: the follow-ups that take it, how many addressees it touches, and who is left."""

    change: BulkChange
    taking: tuple[FollowUp, ...]
    parts: int
    left: tuple[Left, ...]

    def sentence(self) -> str:
        """What will change, in a line: "12 tindak lanjut, 31 penanggung jawab menjadi “Dalam proses”."."""
        if not self.taking:
            return "Tidak ada yang berubah."
        counted = f"{grouped(len(self.taking))} tindak lanjut"
        if self.parts:
            counted += f", {grouped(self.parts)} penanggung jawab"
        return f"{counted} {self.change.words()}."


def plan(store: Store, seqs: Sequence[int], change: BulkChange) -> BulkPlan:
    """What a change would do to the follow-ups with these seq, without doing it.

    Raises InvalidInput for a change that can be made to none.
    """
    change.check()
    taking, left = [], []
    for one in follow_ups(store, seqs):
        reason = _TOPIC_CLOSED if one.closed else change.refusal(one)
        if reason:
            left.append(Left(one, reason))
        else:
            taking.append(one)
    return BulkPlan(change, tuple(taking), sum(len(change.parts(one)) for one in taking), tuple(left))


def change_many(desk: Desk, seqs: Sequence[int], change: BulkChange) -> tuple[BulkPlan, ChangeSet]:
    """Make a change to all follow-ups that can take it, in one transaction; says what was done and who was left.

    Raises InvalidInput, and changes nothing, where a promised day would be moved without a reason.
    """
    with writing(desk.store, "commitment.bulk", by=desk.user) as write:
        done = plan(desk.store, seqs, change)
        change.apply(write, done.taking)
        return done, write.finish()
