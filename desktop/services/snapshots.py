"""Posisi kesiapan: how ready all were on a day, kept as it was known; by hand, before a meeting, at review points.

A review point's position is kept when the program is first opened on its day or later, late in the start. It is
the position of that day, from the reports up to then that are known by now, and its label says when it was kept.
The same point of the same topic's day is the same record on every laptop; one that was taken back stays so.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.base.day_offsets import offset_text
from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.position import Position, to_plain
from desktop.models.queries.checklist import TopicRow, open_topics
from desktop.models.queries.positions import position_now, positions_on, template_in_force
from desktop.models.queries.records import fields_of, was_ever_here
from desktop.models.queries.review_points import review_points
from desktop.models.queries.snapshots import first_report_day
from desktop.models.seeds import fixed_id
from desktop.models.store import Store
from desktop.models.tables import ReadinessSnapshot
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.open_topic import require_open_topic

LONGEST_LABEL = 200
KEPT_BY_ITSELF = "snapshot.review_point"
"""What the journal calls the deed of the start."""


class DuePoint(NamedTuple):
    """A review point whose day has come, and whose position was never kept."""

    topic: TopicRow
    day_offset: int
    day: date

    @property
    def id(self) -> UUID:
        """The id of its position, the same on every laptop."""
        return fixed_id("readiness_snapshot", self.topic.id, self.day_offset, self.topic.event_date)

    @property
    def words(self) -> str:
        """`H-30`, `Hari H` or `H+3`."""
        return point_words(self.day_offset)


def point_words(day_offset: int) -> str:
    """What a review point is called: `H-30`."""
    return offset_text(day_offset) if day_offset else "Hari H"


def keep_position(desk: Desk, topic: UUID, label: str, *, meeting: UUID | None = None) -> tuple[UUID, ChangeSet]:
    """Keep how ready all are now, under a name; `meeting` is the one it is kept for.

    Raises InvalidInput without a name, for a closed topic, or one without a checklist.
    """
    checked = _label(label)
    with writing(desk.store, "snapshot.keep", by=desk.user) as write:
        require_open_topic(desk.store, topic)
        if meeting is not None:
            fields_of(desk.store, "meeting", meeting)  # raises where it is gone
        position = position_now(desk.store, topic)
        one = _keep(write, topic, position, checked, desk.user, meeting_id=meeting)
        return one, write.finish()


def rename_position(desk: Desk, snapshot: UUID, label: str) -> ChangeSet:
    """Call a kept position otherwise; its day and what it says stay."""
    checked = _label(label)
    with writing(desk.store, "snapshot.rename", by=desk.user) as write:
        write.update(ReadinessSnapshot, snapshot, label=checked)
        return write.finish()


def forget_positions(desk: Desk, snapshots: Collection[UUID]) -> ChangeSet:
    """Take kept positions away; that of a review point is not kept by itself again."""
    with writing(desk.store, "snapshot.forget", by=desk.user) as write:
        for one in snapshots:
            write.delete(ReadinessSnapshot, one)
        return write.finish()


def due_points(store: Store, day: date) -> list[DuePoint]:
    """The review points of open topics that have come by `day` and whose position was never kept.

    A point before the first report is none: nothing was known then. None where nothing may be written.
    """
    found: list[DuePoint] = []
    if store.read_only:
        return found
    for topic in open_topics(store):
        first = first_report_day(store, topic.id)
        if first is None or template_in_force(store, topic.id) is None:
            continue
        for point in review_points(store, topic.id):
            if point.day is not None and first <= point.day <= day:
                due = DuePoint(topic, point.day_offset, point.day)
                if not was_ever_here(store, "readiness_snapshot", due.id):
                    found.append(due)
    return found


def keep_due_points(desk: Desk) -> tuple[list[DuePoint], ChangeSet]:
    """Keep the position of each of `due_points`, as of today."""
    day = today()
    with writing(desk.store, KEPT_BY_ITSELF, by=desk.user) as write:
        found = due_points(desk.store, day)  # another computer may have been here meanwhile
        for topic in dict.fromkeys(one.topic for one in found):
            points = [one for one in found if one.topic == topic]
            positions = positions_on(desk.store, topic.id, [one.day for one in points])
            for point in points:
                words = point.words if point.day == day else f"{point.words}, direkam {medium_date(day)}"
                _keep(
                    write, topic.id, positions[point.day], words, desk.user,
                    record_id=point.id, day_offset=point.day_offset,
                )  # fmt: skip
        return found, write.finish()


def _keep(
    write: Write, topic: UUID, position: Position, label: str, by: str, record_id: UUID | None = None, **why: Any
) -> UUID:
    template = template_in_force(write.store, topic)
    if template is None:
        raise InvalidInput("label", "Topik ini belum punya daftar periksa.", "Berlakukan daftar periksanya dulu.")
    return write.insert(
        ReadinessSnapshot,
        record_id,
        topic_id=topic,
        template_id=template.id,
        taken_on=position.day,
        label=label,
        taken_by=by,
        content=to_plain(position),
        **why,
    )


def _label(label: str) -> str:
    checked = rules.cleaned({"label": label})
    rules.required(checked, "label", "Nama posisi")
    if len(checked["label"]) > LONGEST_LABEL:
        raise InvalidInput("label", f"Paling banyak {LONGEST_LABEL} huruf.", "Pendekkan namanya.")
    return str(checked["label"])
