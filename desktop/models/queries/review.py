"""Tindak lanjut rapat sebelumnya: what meetings before this one left open, and what is said of it now."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN, fn

from desktop.models.queries.attendance import participants
from desktop.models.queries.records import fields_of
from desktop.models.queries.typed import DAY, ID, listed, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Addressee, Commitment, Institution, Meeting, Position, ProgressReport
from desktop.models.words import OPEN_STATES


@dataclass(frozen=True, slots=True)
class ReviewPart:
    """One addressee's part of a follow-up of an earlier meeting.

    `appearance` counts the meetings that heard of it since, this one included; `moved` how often its date was
    changed. `answer_id` to `answer_no` are what was noted in this meeting; `is_present` says whether somebody of
    the institution sits in the room.
    """

    id: UUID
    commitment_id: UUID
    institution_id: UUID | None
    position: str | None
    institution: str | None
    label: str | None
    via: str | None
    protocol_rank: int
    state: str
    code: str | None
    text: str
    due_date: date | None
    due_source: str | None
    meeting_title: str
    held_on: date
    meeting_seq: int
    moved: int
    answer_id: UUID | None
    note: str | None
    due_after: date | None
    due_reason: str | None
    answer_no: int | None
    appearance: int = 0
    is_present: bool = False

    @property
    def group(self) -> str:
        """Under whom it stands: the institution, or the words where the directory has none."""
        return self.institution or self.label or ""


def _parts_query(series: Any) -> Any:
    before = (Meeting.held_on < param("held_on")) | (
        (Meeting.held_on == param("held_on")) & (Meeting.seq < param("seq"))
    )
    moved = ProgressReport.alias("moved")
    return (
        Addressee.select(
            Addressee.id, Addressee.commitment_id, fn.COALESCE(Addressee.institution_id, Position.institution_id),
            Position.title, Institution.name, Addressee.label, Addressee.via,
            fn.COALESCE(Institution.protocol_rank, 9999), Addressee.state, Commitment.code, Commitment.text,
            Commitment.due_date, Commitment.due_source, Meeting.title, Meeting.held_on, Meeting.seq,
            moved.select(fn.COUNT(moved.seq)).where(
                moved.addressee_id == Addressee.id, live(moved), moved.due_after.is_null(False)
            ),
            ProgressReport.id, ProgressReport.note, ProgressReport.due_after, ProgressReport.due_reason,
            ProgressReport.order_no,
        )
        .join(Commitment, on=(Addressee.commitment_id == Commitment.id))
        .join_from(Commitment, Meeting, on=(Commitment.meeting_id == Meeting.id))
        .join_from(Addressee, Position, JOIN.LEFT_OUTER, on=(Addressee.position_id == Position.id))
        .join_from(
            Addressee, Institution, JOIN.LEFT_OUTER,
            on=(Institution.id == fn.COALESCE(Addressee.institution_id, Position.institution_id)),
        )
        .join_from(
            Addressee, ProgressReport, JOIN.LEFT_OUTER,
            on=(
                (ProgressReport.addressee_id == Addressee.id) & live(ProgressReport)
                & (ProgressReport.meeting_id == param("meeting"))
            ),
        )
        .where(
            live(Addressee), live(Commitment), listed(Meeting), series, before,
            Commitment.show_again_on.is_null() | (Commitment.show_again_on <= param("held_on")),
            Addressee.state.in_(OPEN_STATES) | ProgressReport.id.is_null(False),
        )
        .order_by(Meeting.held_on, Meeting.seq, Commitment.order_no, Addressee.order_no, Addressee.seq)
    )  # fmt: skip


def _series_query(series: Any) -> Any:
    return Meeting.select(Meeting.held_on, Meeting.seq).where(
        listed(Meeting), Meeting.cancelled == False, Meeting.held_on <= param("held_on"), series  # noqa: E712 - SQL
    )  # fmt: skip


_FORUM, _TOPIC = Meeting.forum_id == param("key"), Meeting.topic_id == param("key")
_PARTS = {"forum": Statement(lambda: _parts_query(_FORUM)), "topic": Statement(lambda: _parts_query(_TOPIC))}
_SERIES = {"forum": Statement(lambda: _series_query(_FORUM)), "topic": Statement(lambda: _series_query(_TOPIC))}
_TYPES = (ID, ID, ID, *(None,) * 8, DAY, None, None, DAY, None, None, ID, None, DAY, None, None)


def review_parts(store: Store, meeting: UUID) -> list[ReviewPart]:
    """What to ask at the start of a meeting: those in the room first, by institution, the oldest first.

    Earlier meetings are those of the same forum, else of the same topic. What was answered in this meeting stays,
    also when it is done now; what sleeps until a later day is left out.
    """
    head = fields_of(store, "meeting", meeting)
    scope, key = ("forum", head["forum_id"]) if head["forum_id"] else ("topic", head["topic_id"])
    if key is None:
        return []
    row = _SEQ.one(store, meeting=meeting)
    here = (head["held_on"], row[0] if row else 0)
    values = {"meeting": meeting, "held_on": here[0], "seq": here[1], "key": key}
    found = [typed(raw, _TYPES) for raw in _PARTS[scope].rows(store, **values)]
    held = [(DAY.python_value(day), seq) for day, seq in _SERIES[scope].rows(store, key=key, held_on=here[0])]
    order = _order_in_room(store, meeting)
    parts = []
    for one in found:
        since = sum((one[14], one[15]) < other <= here for other in held)
        here_now = _room_key(one[2], one[6]) in order
        parts.append(replace(ReviewPart(*one), appearance=since, is_present=here_now))
    return _by_institution(parts, order)


_SEQ = Statement(lambda: Meeting.select(Meeting.seq).where(Meeting.id == param("meeting")))


def _order_in_room(store: Store, meeting: UUID) -> dict[Any, int]:
    """The institutions and groups that sit in the room, with their places on the list."""
    order: dict[Any, int] = {}
    for place, seat in enumerate(participants(store, meeting)):
        if seat.is_present:
            order.setdefault(seat.institution_id or seat.label, place)
    return order


def _room_key(institution: UUID | None, via: str | None) -> Any:
    return institution or via


def _by_institution(parts: list[ReviewPart], order: dict[Any, int]) -> list[ReviewPart]:
    groups: dict[str, list[ReviewPart]] = defaultdict(list)
    for part in parts:
        groups[part.group].append(part)

    def place(group: list[ReviewPart]) -> tuple[bool, int]:
        first = group[0]
        here = order.get(_room_key(first.institution_id, first.via))
        return (here is None, first.protocol_rank if here is None else here)

    return [part for group in sorted(groups.values(), key=place) for part in group]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report on a follow-up's part, as a log shows it."""

    id: UUID
    addressee_id: UUID
    reported_on: date
    state: str
    note: str | None
    channel: str
    meeting_title: str | None
    reporter: str | None
    due_before: date | None
    due_after: date | None
    due_reason: str | None


_REPORTS = Statement(
    lambda: ProgressReport.select(
        ProgressReport.id, ProgressReport.addressee_id, ProgressReport.reported_on, ProgressReport.state,
        ProgressReport.note, ProgressReport.channel, Meeting.title, ProgressReport.reporter,
        ProgressReport.due_before, ProgressReport.due_after, ProgressReport.due_reason,
    )
    .join(Meeting, JOIN.LEFT_OUTER, on=(ProgressReport.meeting_id == Meeting.id))
    .where(ProgressReport.commitment_id == param("commitment"), live(ProgressReport))
    .order_by(ProgressReport.reported_on.desc(), ProgressReport.seq.desc())
)  # fmt: skip


def reports_on(store: Store, commitment: UUID) -> list[ReportLine]:
    """Everything reported on a follow-up, the newest first."""
    types = (ID, ID, DAY, None, None, None, None, None, DAY, DAY, None)
    return [ReportLine(*typed(row, types)) for row in _REPORTS.rows(store, commitment=commitment)]


_IN_MEETING = Statement(
    lambda: (
        ProgressReport.select(ProgressReport.id)
        .where(
            ProgressReport.meeting_id == param("meeting"),
            ProgressReport.addressee_id == param("addressee"),
            live(ProgressReport),
        )
        .limit(1)
    )
)


def report_in_meeting(store: Store, meeting: UUID, addressee: UUID) -> UUID | None:
    """What was noted of a part in this meeting before."""
    row = _IN_MEETING.one(store, meeting=meeting, addressee=addressee)
    return ID.python_value(row[0]) if row else None
