"""How many meetings of its series have heard of what was open before them."""

from __future__ import annotations

from datetime import date
from typing import Any

from peewee import Case, Window, fn

from desktop.models.queries.typed import listed
from desktop.models.tables import Meeting


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
