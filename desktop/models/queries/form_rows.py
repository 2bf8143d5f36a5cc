"""What forms ask for and what came of them: open parts of follow-ups, and what was reported by a form."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple
from uuid import UUID

from peewee import JOIN, fn

from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, compiled_once, param
from desktop.models.store import Store
from desktop.models.tables import (
    Addressee,
    Assessment,
    Commitment,
    Institution,
    InstitutionRegion,
    Meeting,
    Position,
    ProgressReport,
    Topic,
)
from desktop.models.words import OPEN_STATES


class FormPart(NamedTuple):
    """What an institution still has to do: its part of a follow-up, with what the follow-up comes from.

    `institution_id` is None where the directory does not know it; then `institution` are the words of the meeting.
    """

    addressee_id: UUID
    commitment_id: UUID
    institution_id: UUID | None
    institution: str
    protocol_rank: int
    text: str
    due_date: date | None
    due_source: str | None
    due_note: str | None
    state: str
    state_on: date | None
    security: str | None
    minutes_state: str | None
    meeting_title: str | None
    held_on: date | None


_owner = fn.COALESCE(Addressee.institution_id, Position.institution_id)
_PARTS = Statement(
    lambda: Addressee.select(
        Addressee.id, Commitment.id, _owner, fn.COALESCE(Institution.name, Addressee.label, Addressee.via),
        fn.COALESCE(Institution.protocol_rank, 9999), Commitment.text, Commitment.due_date, Commitment.due_source,
        Commitment.due_note, Addressee.state, Addressee.state_on, Meeting.security, Meeting.state, Meeting.title,
        Meeting.held_on,
    )
    .join(Commitment, on=(Addressee.commitment_id == Commitment.id))
    .join_from(Addressee, Position, JOIN.LEFT_OUTER, on=(Addressee.position_id == Position.id))
    .join_from(Addressee, Institution, JOIN.LEFT_OUTER, on=(Institution.id == _owner))
    .join_from(Commitment, Meeting, JOIN.LEFT_OUTER, on=(Commitment.meeting_id == Meeting.id))
    .join_from(Commitment, Topic, JOIN.LEFT_OUTER, on=(Commitment.topic_id == Topic.id))
    .where(
        live(Addressee), live(Commitment), Addressee.state.in_(OPEN_STATES),
        Topic.id.is_null() | (Topic.state == "open"),
        Commitment.show_again_on.is_null() | (Commitment.show_again_on <= param("day")),
    )
    .order_by(fn.COALESCE(Institution.protocol_rank, 9999), Commitment.seq, Addressee.order_no, Addressee.seq)
)  # fmt: skip
_PART_TYPES = (ID, ID, ID, None, None, None, DAY, None, None, None, DAY, None, None, None, DAY)


def parts_to_ask(store: Store, day: date) -> list[FormPart]:
    """What is open with whom, by protocol; without what sleeps beyond a day, and without closed topics."""
    return [FormPart._make(typed(row, _PART_TYPES)) for row in _PARTS.rows(store, day=day)]


class Serving(NamedTuple):
    """An institution in a region it serves."""

    id: UUID
    name: str
    short_name: str | None
    region_id: UUID


_SERVING = Statement(
    lambda: (
        Institution.select(Institution.id, Institution.name, Institution.short_name, InstitutionRegion.region_id)
        .join(InstitutionRegion, on=(InstitutionRegion.institution_id == Institution.id))
        .where(live(Institution), live(InstitutionRegion))
        .order_by(Institution.protocol_rank, Institution.seq)
    )
)


def serving_institutions(store: Store) -> list[Serving]:
    """Every institution once for each region it serves, by protocol."""
    return [Serving._make(typed(row, (ID, None, None, ID))) for row in _SERVING.rows(store)]


_LEADER = Statement(
    lambda: Institution.select(Institution.name, Institution.leader_title).where(
        Institution.id == param("key"), live(Institution)
    )
)


def leader_of(store: Store, institution: UUID) -> tuple[str, str | None] | None:
    """An institution's name and the title of its leader; None for one that is gone."""
    row = _LEADER.one(store, key=institution)
    return (row[0], row[1]) if row else None


class Progress(NamedTuple):
    """What a report on somebody's part of a follow-up says, as far as a form can say it."""

    id: UUID
    addressee_id: UUID
    state: str
    note: str | None
    amount: float | None
    target: float | None
    unit: str | None
    reported_on: date
    reporter: str | None


_FROM_FORM = Statement(
    lambda: (
        ProgressReport.select(
            ProgressReport.id, ProgressReport.addressee_id, ProgressReport.state, ProgressReport.note,
            ProgressReport.amount, ProgressReport.target, ProgressReport.unit, ProgressReport.reported_on,
            ProgressReport.reporter,
        )
        .where(ProgressReport.form_id == param("form"), live(ProgressReport))
        .order_by(ProgressReport.seq)
    )
)  # fmt: skip


def progress_from(store: Store, form: UUID) -> dict[UUID, Progress]:
    """What was taken from a form of follow-ups, by addressee."""
    types = (ID, ID, None, None, None, None, None, DAY, None)
    rows = (Progress._make(typed(row, types)) for row in _FROM_FORM.rows(store, form=form))
    return {one.addressee_id: one for one in rows}


class Assessed(NamedTuple):
    """What a report on a readiness item says, as far as a form can say it."""

    item_id: UUID
    region_id: UUID
    state: str
    value: float | None
    value_text: str | None
    measure: str | None
    note: str | None
    as_of: date


_ASSESSED = Statement(
    lambda: (
        Assessment.select(
            Assessment.item_id,
            Assessment.region_id,
            Assessment.state,
            Assessment.value,
            Assessment.value_text,
            Assessment.measure,
            Assessment.note,
            Assessment.as_of,
        )
        .where(Assessment.form_id == param("form"), live(Assessment))
        .order_by(Assessment.seq)
    )
)


def assessed_from(store: Store, form: UUID) -> dict[tuple[UUID, UUID], Assessed]:
    """What was last taken from a form of readiness items, by item and region."""
    types = (ID, ID, None, None, None, None, None, DAY)
    rows = (Assessed._make(typed(row, types)) for row in _ASSESSED.rows(store, form=form))
    return {(one.item_id, one.region_id): one for one in rows}


class Part(NamedTuple):
    """An addressee's part as it stands now; `told_on` is the day of the newest report on it."""

    id: UUID
    commitment_id: UUID
    text: str
    state: str
    ended_on: date | None
    topic_state: str | None
    told_on: date | None


def parts_now(store: Store, addressees: Collection[UUID], institution: UUID | None) -> list[Part]:
    """Parts of a follow-up as they stand; where they were addressed anew since, those of the institution.

    None where the follow-up is gone, or the institution has nothing to do with it any more.
    """
    asked = list(addressees)
    former = Addressee.alias("former")
    own = Addressee.id.in_(asked)
    if institution is not None:
        own |= _owner == institution
    query = (
        Addressee.select(
            Addressee.id, Commitment.id, Commitment.text, Addressee.state, Commitment.ended_on, Topic.state,
            ProgressReport.select(fn.MAX(ProgressReport.reported_on)).where(
                ProgressReport.addressee_id == Addressee.id, live(ProgressReport)
            ),
        )
        .join(Commitment, on=(Addressee.commitment_id == Commitment.id))
        .join_from(Commitment, Topic, JOIN.LEFT_OUTER, on=(Commitment.topic_id == Topic.id))
        .join_from(Addressee, Position, JOIN.LEFT_OUTER, on=(Addressee.position_id == Position.id))
        .where(
            Addressee.commitment_id.in_(former.select(former.commitment_id).where(former.id.in_(asked))), own,
            live(Addressee), live(Commitment),
        )
        .order_by(Addressee.order_no, Addressee.seq)
    )  # fmt: skip
    types = (ID, ID, None, None, DAY, None, DAY)
    found = [Part._make(typed(row, types)) for row in store.rows(*compiled_once(store, query))]
    return [one for one in found if one.id in asked] or found
