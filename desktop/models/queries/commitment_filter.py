"""What somebody looks for in the register of follow-ups: a filter that can be kept, and its conditions in SQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from peewee import Case, fn

from desktop.models.commitment_standing import STATE_NUMBERS
from desktop.models.listing import Where, containing
from desktop.models.queries.addressed import addressed_to
from desktop.models.queries.appearances import asked_for
from desktop.models.queries.redirects import present_ids
from desktop.models.queries.typed import live
from desktop.models.store import Store
from desktop.models.tables import (
    Addressee,
    Commitment,
    CommitmentChecklistItem,
    CommitmentInstitution,
    CommitmentRegion,
    CommitmentStanding,
    IssueCommitment,
    Meeting,
)
from desktop.models.words import COMMITMENT_STATES, OPEN_STATES

SOON = timedelta(days=7)
"""How far ahead a promised day counts as near: today and the seven days after it."""
SILENT = timedelta(days=14)
"""How long nothing was heard of a follow-up until it counts as silent."""
MEETINGS_SURVIVED = 3
"""How many later meetings of its series an open follow-up has lived through until the head is told."""

STATES = ("terbuka", "terlambat", "due_soon", "selesai")
NO_DUE_DATE = "tanpa"
"""As `due_source`: without any due date."""
NOBODY, NO_INSTITUTION, NO_REGION = "penanggung_jawab", "instansi", "wilayah"
"""As `without`: nobody was named; somebody was the directory has no institution for; it concerns no region."""
LATE = "terlambat"
"""As `part` or `standing`: promised for a day before today, and not finished."""

_RECORDS = {
    "institution": "institution",
    "related": "institution",
    "region": "region",
    "topic": "topic",
    "meeting": "meeting",
    "forum": "forum",
    "issue": "issue",
    "item": "checklist_item",
}
"""The fields that name a record, with its table."""
_DAYS = ("held_from", "held_until", "due_from", "due_until")


@dataclass(frozen=True, slots=True)
class CommitmentFilter:
    """What to show of the register; a field left empty filters nothing.

    text          every word stands somewhere in it
    state         "terbuka" (somebody has not finished), "terlambat" (promised for a day before today and not
                  finished; an internal date never counts), "due_soon" (promised for today or a day within `SOON`,
                  and not finished) or "selesai"
    kind          a word of COMMITMENT_KINDS
    standing      how far it is over all addressees: a word of COMMITMENT_STATES, or LATE
    institution   it is addressed to; with `part` only where its own part is still "terbuka", or "selesai", or is
                  as far as a word of COMMITMENT_STATES says (the least far where it has several), or LATE
    without       NOBODY, NO_INSTITUTION (with `part` as above) or NO_REGION
    related       an institution it only concerns
    region, topic, meeting, forum, issue, item    what it belongs to or is linked with
    held_from, held_until    the first and last day of the meetings they come from
    due_from, due_until    the first and last due date
    due_source    a word of DUE_SOURCES, or NO_DUE_DATE
    silent        open, and nothing was heard of it for `SILENT`
    unreported    open, and nobody ever reported on it
    escalated     the head's word is wanted and was not given (Perlu arahan pimpinan)
    survived      open although MEETINGS_SURVIVED later meetings of its series asked for it, and not asleep
    evidence      whether files prove it
    """

    text: str = ""
    state: str = ""
    standing: str = ""
    kind: str = ""
    institution: UUID | None = None
    part: str = ""
    without: str = ""
    related: UUID | None = None
    region: UUID | None = None
    topic: UUID | None = None
    meeting: UUID | None = None
    forum: UUID | None = None
    issue: UUID | None = None
    item: UUID | None = None
    held_from: date | None = None
    held_until: date | None = None
    due_from: date | None = None
    due_until: date | None = None
    due_source: str = ""
    silent: bool = False
    unreported: bool = False
    escalated: bool = False
    survived: bool = False
    evidence: bool | None = None

    def to_plain(self) -> dict[str, Any]:
        """Only what filters, in words JSON knows."""
        found = {}
        for one in fields(self):
            value = getattr(self, one.name)
            if value != one.default:
                found[one.name] = value if isinstance(value, bool) else str(value)
        return found

    @classmethod
    def from_plain(cls, content: Mapping[str, Any]) -> CommitmentFilter:
        """The filter that was kept; what it does not know, such as a field of a newer version, filters nothing."""
        return cls(**{
            one.name: value
            for one in fields(cls)
            if one.name in content and (value := _read(one.name, one.default, content[one.name])) is not None
        })  # fmt: skip

    def present(self, store: Store) -> tuple[CommitmentFilter, tuple[str, ...]]:
        """The same with records that stand now for those it names, and the fields whose record is gone.

        A record merged into another leads there; one that is gone stays named and finds nothing.
        """
        moved: dict[str, UUID] = {}
        gone = []
        for name, table in _RECORDS.items():
            one = getattr(self, name)
            if one is not None:
                now = present_ids(store, table, [one]).get(one)
                if now is None:
                    gone.append(name)
                elif now != one:
                    moved[name] = now
        return replace(self, **moved) if moved else self, tuple(gone)  # type: ignore[arg-type]

    def without_state(self) -> CommitmentFilter:
        """The same for follow-ups in every state, as the counters of the states need it."""
        return replace(self, state="")

    def where(self, today: date) -> Where:
        """Its conditions on `CommitmentStanding`, on a day."""
        row = CommitmentStanding
        found: Where = _in_state(self.state, today)
        if said := containing(Commitment.search_text, self.text):
            found += (row.seq.in_(Commitment.select(Commitment.seq).where(*said)),)
        for column, wanted in ((row.kind, self.kind), (row.topic_id, self.topic), (row.meeting_id, self.meeting)):
            if wanted:
                found += (column == wanted,)
        if self.forum is not None:
            found += (row.meeting_id.in_(Meeting.select(Meeting.id).where(Meeting.forum_id == self.forum)),)
        if self.institution is not None:
            found += (row.commitment_id.in_(_with_part(addressed_to(self.institution), self.part)),)
        for table, column, one in (
            (CommitmentInstitution, CommitmentInstitution.institution_id, self.related),
            (CommitmentRegion, CommitmentRegion.region_id, self.region),
            (IssueCommitment, IssueCommitment.issue_id, self.issue),
            (CommitmentChecklistItem, CommitmentChecklistItem.item_id, self.item),
        ):
            if one is not None:
                linked = table.select(table.commitment_id).where(column == one, live(table))
                found += (row.commitment_id.in_(linked),)
        return found + self._without() + self._standing(today) + self._due() + self._attention(today)

    def _without(self) -> Where:
        row = CommitmentStanding
        if self.without == NOBODY:
            return (row.total == 0,)
        if self.without == NO_INSTITUTION:
            return (row.commitment_id.in_(_with_part(_UNLISTED, self.part)),)
        if self.without == NO_REGION:
            regions = CommitmentRegion.select(CommitmentRegion.commitment_id).where(live(CommitmentRegion))
            return (row.commitment_id.not_in(regions),)
        return ()

    def _standing(self, today: date) -> Where:
        row = CommitmentStanding
        found: Where = ()
        if LATE in (self.standing, self.part):
            found += (_OPEN, row.promised_on < today)
        if self.standing in COMMITMENT_STATES:
            found += (row.state_no == STATE_NUMBERS[self.standing],)
        return found

    def _due(self) -> Where:
        row = CommitmentStanding
        found: Where = ()
        if self.held_from is not None:
            found += (row.held_on >= self.held_from,)
        if self.held_until is not None:
            found += (row.held_on <= self.held_until,)
        if self.due_from is not None or self.due_until is not None:
            found += has_due_date()
        if self.due_from is not None:
            found += (row.due_date >= self.due_from,)
        if self.due_until is not None:
            found += (row.due_date <= self.due_until,)
        if self.due_source == NO_DUE_DATE:
            found += (row.due_date.is_null(),)
        elif self.due_source:
            found += (row.due_source == self.due_source,)
        return found

    def _attention(self, today: date) -> Where:
        """What an office should look at."""
        row = CommitmentStanding
        found: Where = ()
        if self.silent or self.unreported or self.survived:
            found += (_OPEN,)
        if self.silent:
            found += (row.heard_on.is_null() | (row.heard_on <= today - SILENT),)
        if self.unreported:
            found += (row.reports == 0,)
        if self.escalated:
            found += (row.waiting_since.is_null(False),)
        if self.survived:
            found += asked_for(MEETINGS_SURVIVED, today)
        if self.evidence is not None:
            found += (row.evidence > 0 if self.evidence else row.evidence == 0,)
        return found


_OPEN = CommitmentStanding.unfinished == True  # noqa: E712 - an SQL expression


def has_due_date() -> Where:
    """The condition that there is a due date, in the words of the index of due dates."""
    return (CommitmentStanding.due_date.is_null() == False,)  # noqa: E712 - an SQL expression


def _in_state(state: str, today: date) -> Where:
    promised = CommitmentStanding.promised_on
    conditions: dict[str, Where] = {
        "": (),
        "terbuka": (_OPEN,),
        "terlambat": (_OPEN, promised < today),
        "due_soon": (_OPEN, promised.between(today, today + SOON)),
        "selesai": (CommitmentStanding.unfinished == False,),  # noqa: E712 - an SQL expression
    }
    return conditions[state]


_UNLISTED = Addressee.institution_id.is_null() & Addressee.position_id.is_null()


def _with_part(whose: Any, part: str) -> Any:
    """The follow-ups that have a part of this kind which is so far."""
    found = Addressee.select(Addressee.commitment_id).where(whose, live(Addressee))
    if part in ("terbuka", LATE):
        return found.where(Addressee.state.in_(OPEN_STATES))
    if part in COMMITMENT_STATES:
        return found.group_by(Addressee.commitment_id).having(least_state() == STATE_NUMBERS[part])
    return found.where(Addressee.state.not_in(OPEN_STATES)) if part else found


def least_state() -> Any:
    """The number of the state that is least far among some parts."""
    return fn.MIN(Case(Addressee.state, [(state, number) for state, number in STATE_NUMBERS.items()]))


def _read(name: str, default: Any, value: Any) -> Any:
    """A kept value as the field takes it; None where it is nothing of that kind."""
    try:
        if name in _RECORDS:
            return UUID(value)
        if name in _DAYS:
            return date.fromisoformat(value)
    except (TypeError, ValueError, AttributeError):
        return None
    if name == "state" and value not in STATES:
        return None
    return value if isinstance(value, bool if isinstance(default, bool) or name == "evidence" else str) else None
