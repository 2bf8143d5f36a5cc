"""How many meetings of its series have asked for what was open before them, in SQL.

The rule stands in `models.carry_over`; a test keeps both alike.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from peewee import SQL, Case, Value, Window, fn

from desktop.models.queries.typed import listed, live
from desktop.models.tables import Addressee, Commitment, CommitmentStanding, Meeting, ProgressReport
from desktop.models.words import OPEN_STATES


def asked_for(meetings: int, today: date) -> tuple[Any, ...]:
    """The conditions that an open follow-up of `CommitmentStanding` was asked for in so many meetings up to a day.

    Those asleep on that day are left out. Every later meeting of its series asked for it, unless it slept or was
    closed for a while; only of these the meetings are gone through one by one.
    """
    row = CommitmentStanding
    asleep = Commitment.select(Commitment.seq).where(Commitment.show_again_on > today)
    missed = _ever_closed() | row.seq.in_(
        Commitment.select(Commitment.seq).where(Commitment.show_again_on <= today)
    )
    return (
        row.meeting_id.in_(survived(meetings, today)),
        row.seq.not_in(asleep),
        ~missed | _often(meetings, today),
    )


def survived(meetings: int, today: date) -> Any:
    """The meetings after which so many others were held, up to a day, that go through what they left open.

    Those are the later ones of their forum, and those of their topic that have no forum; a meeting called off
    goes through nothing (the rule stands in `models.carry_over`).
    """
    held = Meeting.cancelled == False  # noqa: E712 - an SQL expression
    held_since = Meeting.select(
        Meeting.id,
        _later(Meeting.forum_id, held).alias("in_forum"),
        _later(Meeting.topic_id, held & Meeting.forum_id.is_null()).alias("in_topic"),
        Meeting.forum_id,
        Meeting.topic_id,
    ).where(listed(Meeting), Meeting.held_on <= today)
    each = held_since.alias("held_since")
    since = Case(None, ((each.c.forum_id.is_null(), 0),), each.c.in_forum) + Case(
        None, ((each.c.topic_id.is_null(), 0),), each.c.in_topic
    )
    return Meeting.select(each.c.id).from_(each).where(since >= meetings)


def _later(series: Any, counted: Any) -> Any:
    """How many of a series come after each of its meetings; unknown beginnings are last on their day."""
    return fn.COALESCE(
        fn.SUM(Case(None, ((counted, 1),), 0)).over(
            partition_by=[series],
            order_by=[
                Meeting.held_on.desc(), Meeting.starts_at.is_null().desc(), Meeting.starts_at.desc(),
                Meeting.seq.desc(),
            ],
            start=Window.preceding(),
            end=Window.preceding(1),
        ),
        0,
    )  # fmt: skip


def _ever_closed() -> Any:
    """Whether a part that is open now was closed before."""
    return fn.EXISTS(
        Addressee.select(Addressee.seq)
        .join(ProgressReport, on=(ProgressReport.addressee_id == Addressee.id))
        .where(_open_part(), live(ProgressReport), ProgressReport.state.not_in(OPEN_STATES))
    )


def _often(meetings: int, today: date) -> Any:
    """Whether so many meetings asked for a part that is open now; or for a follow-up nobody was named for."""
    part = Addressee.select(Addressee.seq).where(_open_part(), _times(_found_open(), today) >= meetings)
    return fn.EXISTS(part) | ((CommitmentStanding.total == 0) & (_times(Value(True), today) >= meetings))


def _open_part() -> Any:
    mine = Addressee.commitment_id == CommitmentStanding.commitment_id
    return mine & live(Addressee) & Addressee.state.in_(OPEN_STATES)


_Later, _Origin, _Given = Meeting.alias("later"), Meeting.alias("origin"), Meeting.alias("given")


def _times(found_open: Any, today: date) -> Any:
    """How many meetings up to a day asked for it."""
    heard = (_Later.forum_id == _Origin.forum_id) | (
        _Later.forum_id.is_null() & (_Later.topic_id == _Origin.topic_id)
    )
    return (
        _Later.select(fn.COUNT(_Later.seq))
        .join(_Origin, on=(_Origin.id == CommitmentStanding.meeting_id))
        .where(
            listed(_Later), _Later.cancelled == False, _Later.held_on <= today,  # noqa: E712 - SQL
            heard, _earlier(_Origin, _Later), _awake(), found_open,
        )
    )  # fmt: skip


def _found_open() -> Any:
    """Whether a meeting found a part open, by the last report before it, or was answered about it."""
    day = fn.COALESCE(_Given.held_on, ProgressReport.reported_on)
    before = Case(
        None,
        ((_Given.seq.is_null(), ProgressReport.reported_on <= _Later.held_on),),
        _earlier(_Given, _Later),
    )
    last = (
        ProgressReport.select(ProgressReport.state)
        .join(_Given, "LEFT OUTER JOIN", on=((ProgressReport.meeting_id == _Given.id) & live(_Given)))
        .where(ProgressReport.addressee_id == Addressee.id, live(ProgressReport), before)
        .order_by(day.desc(), ProgressReport.seq.desc())
        .limit(1)
    )
    answered = ProgressReport.select(ProgressReport.seq).where(
        ProgressReport.addressee_id == Addressee.id, ProgressReport.meeting_id == _Later.id, live(ProgressReport)
    )
    return fn.COALESCE(last, OPEN_STATES[0]).in_(OPEN_STATES) | fn.EXISTS(answered)


def _awake() -> Any:
    """Whether a follow-up did not sleep: by its day to be shown again, and by who spoke of it before."""
    spoken = (
        ProgressReport.select(ProgressReport.seq)
        .join(_Given, on=((ProgressReport.meeting_id == _Given.id) & live(_Given)))
        .where(
            ProgressReport.commitment_id == Commitment.id, live(ProgressReport),
            ~_earlier(_Given, _Later), _Given.held_on < Commitment.show_again_on,
        )
    )  # fmt: skip
    return fn.EXISTS(
        Commitment.select(Commitment.seq).where(
            Commitment.id == CommitmentStanding.commitment_id,
            Commitment.show_again_on.is_null() | (Commitment.show_again_on <= _Later.held_on) | fn.EXISTS(spoken),
        )
    )


def _earlier(one: Any, other: Any) -> Any:
    """Whether a meeting comes before another in their series."""
    begins, others = (fn.COALESCE(meeting.starts_at, SQL("'24:00'")) for meeting in (one, other))
    same_day = (begins < others) | ((begins == others) & (one.seq < other.seq))
    return (one.held_on < other.held_on) | ((one.held_on == other.held_on) & same_day)
