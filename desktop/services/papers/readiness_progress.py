"""Perkembangan Kesiapan as it goes on paper: two positions, the way from day to day, and what changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from desktop.base.errors import NotFound
from desktop.base.numbers import grouped
from desktop.base.places import safe_file_name
from desktop.documents import readiness_progress_content as paper
from desktop.models.position import covered
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.meetings import meeting_head
from desktop.models.queries.moments import Moment, moments, now_moment, position_of, usual_then
from desktop.models.queries.positions import Course
from desktop.models.queries.records import fields_of
from desktop.models.queries.review_points import review_points
from desktop.models.queries.trend import Trends, trends
from desktop.models.score import Tally
from desktop.models.store import Store
from desktop.models.then_and_now import (
    BETTER,
    NOT_READY,
    READY,
    WORSE,
    Comparison,
    ItemChange,
    Step,
    compared,
)
from desktop.services.readiness_words import event_words
from desktop.services.snapshots import point_words

NAME = "Perkembangan Kesiapan"
ALL_REGIONS = "Semua wilayah"


def progress_between(
    store: Store, topic: UUID, then: Moment | None = None, now: Moment | None = None
) -> paper.ReadinessProgressContent:
    """The progress of a topic between two moments, until now where only one is named.

    Without `then` since the last position kept before today, or the last meeting.
    """
    before = then or usual_then(moments(store, topic))
    return _content(store, topic, before, now or now_moment(store, topic))


def progress_of_meeting(store: Store, meeting: UUID, then: str = "") -> paper.ReadinessProgressContent:
    """The progress of the topic of a meeting until now; `then` is the key of one of `then_choices`."""
    topic = _topic_of(store, meeting)
    chosen = next((one for one in moments(store, topic)[1:] if _key(one) == then), None)
    return progress_between(store, topic, chosen)


def then_choices(store: Store, meeting: UUID) -> list[tuple[str, str]]:
    """What the topic of a meeting can be compared with now, the usual one first; nothing without a topic."""
    head = meeting_head(store, meeting)
    if head is None or head.topic_id is None:
        return []
    found = moments(store, head.topic_id)
    usual = usual_then(found)
    ordered = sorted(found[1:], key=lambda one: one != usual)
    return [(_key(one), one.words) for one in ordered]


def progress_title(store: Store, topic: UUID) -> str:
    """What the register calls the paper."""
    return f"{NAME} {fields_of(store, 'topic', topic)['name']}"


def progress_file_name(store: Store, topic: UUID, day: date) -> str:
    """A proper name to save the paper under: the day it shows, what it is, the topic."""
    return safe_file_name(f"{day:%Y-%m-%d}", NAME, fields_of(store, "topic", topic)["name"], suffix=".pdf")


def summary_words(found: Comparison) -> str:
    """The whole in a sentence: `Skor semua wilayah 62% menjadi 74% (naik 12 poin ▲). 3 butir memburuk, …`."""
    counts = [
        (found.count(WORSE), "butir memburuk"),
        (found.count(NOT_READY), "baru dilaporkan dan belum siap"),
        (found.count(BETTER), "membaik"),
        (found.count(READY), "kini siap"),
    ]
    told = ", ".join(f"{grouped(count)} {words}" for count, words in counts if count)
    return f"{score_words(found.total)}. {told or 'Tidak ada butir yang berubah'}."


def score_words(step: Step) -> str:
    """The score of all together, then and now."""
    before, after = (None if one is None else one.percent for one in (step.then, step.now))
    if after is None:
        return "Belum ada laporan kesiapan" if before is None else "Tidak ada skor lagi"
    if before is None:
        return f"Skor semua wilayah {after}% (baru dilaporkan)"
    return f"Skor semua wilayah {before}% menjadi {after}% ({step.words})"


def _content(store: Store, topic: UUID, before: Moment, after: Moment) -> paper.ReadinessProgressContent:
    values = fields_of(store, "topic", topic)
    row = TopicRow(topic, values["name"], values["event_label"], values["event_date"])
    found = compared(position_of(store, topic, before), position_of(store, topic, after))
    way = trends(store, topic)
    return paper.ReadinessProgressContent(
        title=values["name"],
        then=before.short,
        now=after.short,
        between=(f"Dulu: {before.words}", f"Kini: {after.words.removeprefix('sekarang, ')}"),
        event=event_words(row, after.day),
        summary=summary_words(found),
        categories=found.categories,
        rows=(
            *(
                paper.ProgressRow(name, _cells((*steps, whole)))
                for (_, name), steps, whole in zip(found.regions, found.steps, found.by_region, strict=True)
            ),
            paper.ProgressRow(ALL_REGIONS, _cells((*found.by_category, found.total))),
        ),
        changes=tuple(_changed(one) for one in found.changes),
        trends=tuple(_trend(one, way) for one in way.courses),
        marks=_marks(store, topic),
        first_day=way.first,
        last_day=way.last,
    )


def _topic_of(store: Store, meeting: UUID) -> UUID:
    head = meeting_head(store, meeting)
    if head is None or head.topic_id is None:
        raise NotFound("Rapat ini belum punya topik koordinasi.", "Pilih topiknya di Persiapan.")
    return head.topic_id


def _key(one: Moment) -> str:
    return str(one.snapshot or one.day)


def _cells(steps: Sequence[Step]) -> tuple[paper.ProgressCell, ...]:
    return tuple(map(_cell, steps))


def _cell(one: Step) -> paper.ProgressCell:
    return paper.ProgressCell(_side(one.then), _side(one.now), one.words)


def _side(one: Tally | None) -> paper.ProgressSide | None:
    if one is None or not (one.applicable or one.left_out):
        return None
    return paper.ProgressSide(one.percent, one.reported, one.applicable)


def _changed(one: ItemChange) -> paper.ChangedItem:
    return paper.ChangedItem(
        one.kind.words, one.region, one.code, one.text, one.then, one.now, one.institution or "", one.as_of
    )


def _trend(one: Course, way: Trends) -> paper.Trend:
    points = [paper.TrendPoint(day, tally.percent, covered(tally)) for day, tally in one.steps]
    if points and points[-1].day < way.until:
        points.append(paper.TrendPoint(way.until, points[-1].percent, points[-1].covered))
    return paper.Trend(one.name or ALL_REGIONS, tuple(points))


def _marks(store: Store, topic: UUID) -> tuple[paper.ReviewMark, ...]:
    return tuple(
        paper.ReviewMark(one.day, point_words(one.day_offset))
        for one in review_points(store, topic)
        if one.day is not None
    )
