"""Laporan Situasi Harian: how a topic's regions are on a day, what happened, and what is open from days before.

Who told something stays in the office; what is told is printed with its region, its field and what is done.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, cast
from uuid import UUID

from desktop.base.dates import medium_date
from desktop.base.places import safe_file_name
from desktop.documents import situation_content as paper
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.issues import IssueRow, told_on
from desktop.models.queries.records import fields_of
from desktop.models.queries.situation import last_word_at, region_states
from desktop.models.store import Store
from desktop.models.words import ISSUE_STATES
from desktop.services.papers.profile import head_signatory
from desktop.services.readiness_words import event_words

NAME = "Laporan Situasi Harian"
_COUNTED_AFTER = timedelta(days=60)


def situation_content(store: Store, topic: UUID, day: date) -> paper.SituationContent:
    """The report of a topic on a day, as of the last word of that day; raises NotFound where the topic is gone."""
    values = fields_of(store, "topic", topic).values
    head = TopicRow(topic, values["name"], values["event_label"], values["event_date"])
    return paper.SituationContent(
        title=head.name,
        day=day,
        clock=last_word_at(store, topic, day),
        regions=tuple(
            paper.RegionSituation(one.region, cast(Any, one.state)) for one in region_states(store, topic, day)
        ),
        problems=tuple(_problem(one, day) for one in told_on(store, topic, day)),
        event=_event(head, day),
        signatory=head_signatory(store),
    )


def situation_title(store: Store, topic: UUID, day: date) -> str:
    """What the register calls the report of a day, which each topic has its own of."""
    return f"{NAME} {medium_date(day)} ({fields_of(store, 'topic', topic)['name']})"


def situation_file_name(store: Store, topic: UUID, day: date) -> str:
    """A proper name to save the report under: its day, what it is, the topic."""
    name = fields_of(store, "topic", topic)["name"]
    return safe_file_name(f"{day:%Y-%m-%d}", NAME, name, suffix=".pdf")


def _event(head: TopicRow, day: date) -> str:
    """How far the topic's day is; nothing once it is long past, when nobody counts from it any more."""
    long_past = head.event_date is not None and day - head.event_date > _COUNTED_AFTER
    return "" if long_past else event_words(head, day)


def _problem(one: IssueRow, day: date) -> paper.SituationProblem:
    return paper.SituationProblem(
        text=one.text,
        region=one.region or "",
        field=one.field or "",
        handling=handling_words(one),
        clock=one.happened_at,
        day=None if one.happened_on == day else one.happened_on,
    )


def handling_words(one: IssueRow) -> str:
    """What is done about it, and how far a problem is where that is not open; news has no such end."""
    if one.kind != "kendala" or one.state == "terbuka":
        return one.handling or ""
    state = ISSUE_STATES[one.state]
    return f"{one.handling} ({state.lower()})" if one.handling else state
