"""Tahapan of a topic on paper."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from desktop.base.clock import today
from desktop.base.dates import brief_date, numeric_date
from desktop.base.day_offsets import offset_text
from desktop.base.places import safe_file_name
from desktop.documents import stage_timeline_content as paper
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.office import StageOfTopic, stages
from desktop.models.queries.records import fields_of
from desktop.models.queries.review_points import review_points
from desktop.models.store import Store
from desktop.services.readiness_words import event_words
from desktop.services.stage_standing import Standing, standing
from desktop.services.stages import MOVED

NAME = "Tahapan"


def stage_timeline_content(store: Store, topic: UUID) -> paper.StageTimelineContent:
    """The stages as they stand today, of a closed topic as it was closed; those without a day come last.

    Raises NotFound where the topic is gone.
    """
    values = fields_of(store, "topic", topic).values
    head = TopicRow(topic, values["name"], values["event_label"], values["event_date"])
    day: date = values["closed_on"] or today()
    found = sorted(stages(store, topic), key=lambda one: standing(one, day) is Standing.UNDATED)
    marks = [
        paper.DayMark(f"{offset_text(one.day_offset)} · {brief_date(one.day)}", one.day, "point")
        for one in review_points(store, topic)
        if one.day is not None
    ]
    if head.event_date is not None:
        marks.append(
            paper.DayMark(f"{head.event_label} · {brief_date(head.event_date)}", head.event_date, "event")
        )
    return paper.StageTimelineContent(
        title=head.name,
        as_of=day,
        event=event_words(head, day),
        lines=tuple(_line(one, day) for one in found),
        marks=(*marks, paper.DayMark(brief_date(day), day, "today")),
    )


def stage_timeline_title(store: Store, topic: UUID) -> str:
    """What the register of papers calls it."""
    return f"{NAME} {fields_of(store, 'topic', topic)['name']}"


def stage_timeline_file_name(store: Store, topic: UUID, *, suffix: str = ".pdf") -> str:
    """A proper name to save it under: the day, what it is, the topic."""
    return safe_file_name(f"{today():%Y-%m-%d}", NAME, fields_of(store, "topic", topic)["name"], suffix=suffix)


def _line(stage: StageOfTopic, day: date) -> paper.StageLine:
    guessed = " (perkiraan)" if stage.confidence == MOVED else ""
    return paper.StageLine(
        stage.name, stage.lead or "", f"{_days(stage)}{guessed}", stage.starts_on, stage.ends_on,
        standing(stage, day).value,
    )  # fmt: skip


def _days(stage: StageOfTopic) -> str:
    starts, ends = stage.starts_on, stage.ends_on
    if starts is None:
        return f"s.d. {numeric_date(ends)}" if ends else ""
    if ends is None:
        return f"mulai {numeric_date(starts)}"
    return numeric_date(starts) if starts == ends else f"{numeric_date(starts)} s.d. {numeric_date(ends)}"
