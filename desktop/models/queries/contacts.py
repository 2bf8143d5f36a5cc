"""Perlu dihubungi: whom to ask for news, each with what is late or due soon; and when somebody was asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, fn

from desktop.base.folding import fold
from desktop.models.queries.addressed import addressed_to
from desktop.models.queries.attendance import office_words
from desktop.models.queries.commitment_filter import SOON
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param, unknown_last
from desktop.models.store import Store
from desktop.models.tables import (
    Addressee,
    Commitment,
    CommitmentStanding,
    Institution,
    Meeting,
    Position,
    Reminder,
)
from desktop.models.words import OPEN_STATES


class OpenPart(NamedTuple):
    """One addressee's part of an open follow-up.

    `due_date` is None where no day was promised, `security` is that of its meeting; `contacted_on`, `channel` and
    `reminder_id` tell of the last time they were asked.
    """

    id: UUID
    commitment_id: UUID
    institution_id: UUID | None
    institution: str | None
    leader_title: str | None
    position_id: UUID | None
    position: str | None
    leads: bool
    label: str | None
    state: str
    text: str
    due_date: date | None
    meeting: str | None
    held_on: date | None
    security: str
    contacted_on: date | None
    channel: str | None
    reminder_id: UUID | None

    def is_late(self, today: date) -> bool:
        """Whether its promised day has passed."""
        return self.due_date is not None and self.due_date < today

    @property
    def may_be_told(self) -> bool:
        """Whether it may stand in a message: what was said in a classified meeting goes by letter."""
        return self.security == "biasa"

    def is_waiting(self, today: date, again_after: int) -> bool:
        """Whether they were asked so lately that an answer is still awaited."""
        return self.contacted_on is not None and today - self.contacted_on < timedelta(days=again_after)


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask, as one addresses them, with all that is late or due soon, the oldest day first.

    `key` stays the same from one reading to the next. Its institution's leader and the institution are one.
    """

    key: str
    to: str
    institution_id: UUID | None
    parts: tuple[OpenPart, ...]

    def late(self, today: date) -> int:
        """How many of them are late."""
        return sum(one.is_late(today) for one in self.parts)

    def is_waiting(self, today: date, again_after: int) -> bool:
        """Whether they were asked about all of it so lately that an answer is still awaited."""
        return all(one.is_waiting(today, again_after) for one in self.parts)

    def told(self) -> tuple[OpenPart, ...]:
        """What may stand in a message."""
        return tuple(one for one in self.parts if one.may_be_told)

    def last_contact(self) -> OpenPart | None:
        """The part they were asked about last."""
        asked = [one for one in self.parts if one.contacted_on is not None]
        return max(asked, key=lambda one: one.contacted_on or date.min, default=None)


def _last(column: Any) -> Any:
    return (
        Reminder.select(column)
        .where(Reminder.addressee_id == Addressee.id, live(Reminder))
        .order_by(Reminder.contacted_on.desc(), Reminder.seq.desc())
        .limit(1)
    )


_OWN = fn.COALESCE(Addressee.institution_id, Position.institution_id)


def _parts_query(*conditions: Any) -> Any:
    """Open parts, the oldest promised day first."""
    day = CommitmentStanding.promised_on
    return (
        CommitmentStanding.select(
            Addressee.id, Commitment.id, _OWN, Institution.name, Institution.leader_title, Addressee.position_id,
            Position.title, fn.COALESCE(Position.leads, False), Addressee.label, Addressee.state, Commitment.text,
            day, Meeting.title, Meeting.held_on, fn.COALESCE(Meeting.security, "biasa"),
            _last(Reminder.contacted_on), _last(Reminder.channel), _last(Reminder.id),
        )
        .join(Commitment, on=(Commitment.seq == CommitmentStanding.seq))
        .join_from(Commitment, Addressee, on=(Addressee.commitment_id == Commitment.id))
        .join_from(Commitment, Meeting, JOIN.LEFT_OUTER, on=(Commitment.meeting_id == Meeting.id))
        .join_from(Addressee, Position, JOIN.LEFT_OUTER, on=(Addressee.position_id == Position.id))
        .join_from(Addressee, Institution, JOIN.LEFT_OUTER, on=(Institution.id == _OWN))
        .where(
            *conditions, live(Addressee), Addressee.state.in_(OPEN_STATES),
            Commitment.show_again_on.is_null() | (Commitment.show_again_on <= param("today")),
        )
        .order_by(*unknown_last(day), Commitment.seq, Addressee.order_no, Addressee.seq)
    )  # fmt: skip


_DUE = Statement(
    lambda: _parts_query(
        CommitmentStanding.unfinished == True,  # noqa: E712 - an SQL expression
        CommitmentStanding.promised_on <= param("near"),
    )
)
_OF_INSTITUTION = Statement(lambda: _parts_query(addressed_to(param("institution"))))
_TYPES = (ID, ID, ID, None, None, ID, *(None,) * 5, DAY, None, DAY, None, DAY, None, ID)


def due_parts(store: Store, today: date) -> list[OpenPart]:
    """What is late or due within `SOON`, addressee by addressee, the oldest day first.

    Internal dates make nothing late, what sleeps until a later day is left alone.
    """
    return [_part(row) for row in _DUE.rows(store, near=today + SOON, today=today)]


def open_parts(store: Store, institution: UUID, today: date) -> list[OpenPart]:
    """All that an institution still has to do, from all meetings; what sleeps until a later day is left alone."""
    return [_part(row) for row in _OF_INSTITUTION.rows(store, institution=institution, today=today)]


def _part(row: tuple[Any, ...]) -> OpenPart:
    return OpenPart(*typed(row, _TYPES))._replace(leads=bool(row[7]))


def contacts(parts: Iterable[OpenPart]) -> list[Contact]:
    """The same by whom one asks, in the order of their oldest day."""
    found: dict[str, list[OpenPart]] = {}
    for one in parts:
        found.setdefault(_key(one), []).append(one)
    return [Contact(key, _addressed(own[0]), own[0].institution_id, tuple(own)) for key, own in found.items()]


def _key(one: OpenPart) -> str:
    if one.institution_id is None:
        return f"words:{fold(one.label or '')}"
    post = "" if one.leads or one.position_id is None else one.position_id
    return f"{one.institution_id}:{post}"


def _addressed(one: OpenPart) -> str:
    """The leader of an institution, or the post it was addressed to."""
    if one.institution is None:
        return one.label or ""
    if one.position is not None:
        return office_words(one.position, one.institution, one.leads)
    return office_words(one.leader_title, one.institution, leads=True) if one.leader_title else one.institution


@dataclass(frozen=True, slots=True)
class ContactNote:
    """That an addressee was asked for news: when, how, by whom."""

    id: UUID
    addressee_id: UUID
    contacted_on: date
    channel: str
    contacted_by: str
    note: str | None


_NOTES = Statement(
    lambda: (
        Reminder.select(
            Reminder.id, Reminder.addressee_id, Reminder.contacted_on, Reminder.channel, Reminder.contacted_by,
            Reminder.note,
        )
        .where(Reminder.commitment_id == param("commitment"), live(Reminder))
        .order_by(Reminder.contacted_on.desc(), Reminder.seq.desc())
    )
)  # fmt: skip


def contact_notes(store: Store, commitment: UUID) -> list[ContactNote]:
    """Every time somebody was asked about a follow-up, the newest first."""
    types = (ID, ID, DAY, None, None, None)
    return [ContactNote(*typed(row, types)) for row in _NOTES.rows(store, commitment=commitment)]


_SAME_DAY = Statement(
    lambda: (
        Reminder.select(Reminder.id)
        .where(
            Reminder.addressee_id == param("addressee"), Reminder.contacted_on == param("day"),
            Reminder.channel == param("channel"), live(Reminder),
        )
        .limit(1)
    )
)  # fmt: skip


def contact_noted(store: Store, addressee: UUID, day: date, channel: str) -> UUID | None:
    """What was noted already of asking somebody on a day that way."""
    row = _SAME_DAY.one(store, addressee=addressee, day=day, channel=channel)
    return ID.python_value(row[0]) if row else None
