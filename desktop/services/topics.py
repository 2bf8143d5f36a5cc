"""Topik Koordinasi: what is coordinated, its day, the regions that take part, and its review points."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.day_offsets import FARTHEST
from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.children import children_values
from desktop.models.queries.office import office_profile, topics
from desktop.models.queries.records import fields_of
from desktop.models.queries.review_points import USUAL_OFFSETS
from desktop.models.seeds import fixed_id
from desktop.models.tables import ReviewPoint, Topic, TopicRegion, WorkingAreaRegion
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.stages import move_days
from desktop.services.topic_beginnings import Origin, begin_with, proposal

USUAL_LABEL = "Hari H"
_LONGEST = 200
_MOST_POINTS = 20
_EARLIEST, _LATEST = 1900, 2199  # years, as dates are typed


def add_topic(
    desk: Desk,
    name: str,
    *,
    event_date: date | None = None,
    event_label: str = USUAL_LABEL,
    description: str | None = None,
    regions: Sequence[UUID] | None = None,
    review_offsets: Sequence[int] = USUAL_OFFSETS,
    origin: Origin | None = None,
) -> tuple[UUID, ChangeSet]:
    """Begin a topic, empty without `origin`; without `regions` those of the working area take part."""
    checked = _checked(
        {"name": name, "event_date": event_date, "event_label": event_label, "description": description}
    )
    points = _sound_offsets(review_offsets)
    with writing(desk.store, "topic.add", by=desk.user) as write:
        _require_own_name(write, checked["name"])
        one = write.insert(Topic, state="open", **checked)
        _set_regions(write, one, _usual_regions(write) if regions is None else regions)
        _set_review_points(write, one, points)
        if origin is not None:
            begin_with(write, one, event_date, origin)
        return one, write.finish()


def add_shipped_topic(desk: Desk, key: str) -> tuple[UUID, ChangeSet]:
    """Begin a topic as the program brings it along (a key of `shipped_topics.SHIPPED`)."""
    origin = Origin(shipped=key, stage_days="salin")
    offer = proposal(desk.store, origin)
    return add_topic(
        desk, offer.name, event_date=offer.event_date, event_label=offer.event_label,
        description=offer.description, regions=offer.regions, origin=origin,
    )  # fmt: skip


def update_topic(
    desk: Desk,
    topic: UUID,
    *,
    regions: Sequence[UUID] | None = None,
    review_offsets: Sequence[int] | None = None,
    move_stages: bool = False,
    **values: Any,
) -> ChangeSet:
    """Change name, day (`event_date`), what it is called (`event_label`), description, regions, review points.

    Review points and due days are counted from the day and move with it. Stages have days of the calendar: they
    stay, unless `move_stages` moves them by as many days as the topic's. Reports of a region that no longer takes
    part are kept.
    """
    checked = _checked(values)
    points = None if review_offsets is None else _sound_offsets(review_offsets)
    with writing(desk.store, "topic.update", by=desk.user) as write:
        if "name" in checked:
            _require_own_name(write, checked["name"], besides=topic)
        before = fields_of(desk.store, "topic", topic)["event_date"]
        write.update(Topic, topic, **checked)
        if regions is not None:
            _set_regions(write, topic, regions)
        if points is not None:
            _set_review_points(write, topic, points)
        if move_stages and before and (day := checked.get("event_date")) and day != before:
            move_days(write, topic, day - before)
        return write.finish()


def _set_regions(write: Write, topic: UUID, regions: Sequence[UUID]) -> None:
    taking_part = dict(children_values(write.store, TopicRegion, "topic_id", topic, ("region_id", "id")))
    for region, relation in taking_part.items():
        if region not in regions:
            write.delete(TopicRegion, relation)
    for region in dict.fromkeys(regions):
        if region not in taking_part:
            write.ensure(TopicRegion, fixed_id("topic_region", topic, region), topic_id=topic, region_id=region)


def _set_review_points(write: Write, topic: UUID, offsets: Sequence[int]) -> None:
    """Keep these; the usual ones need not be written down where nothing else was chosen."""
    kept = dict(children_values(write.store, ReviewPoint, "topic_id", topic, ("day_offset", "id")))
    if not kept and tuple(offsets) == USUAL_OFFSETS:
        return
    for offset, point in kept.items():
        if offset not in offsets:
            write.delete(ReviewPoint, point)
    for offset in offsets:
        if offset not in kept:
            write.ensure(ReviewPoint, fixed_id("review_point", topic, offset), topic_id=topic, day_offset=offset)


def _sound_offsets(offsets: Sequence[int]) -> tuple[int, ...]:
    """Each once, in their order; the usual ones for none."""
    found = tuple(sorted(set(offsets))) or USUAL_OFFSETS
    if any(abs(one) > FARTHEST for one in found):
        raise InvalidInput(
            "review_offsets", "Titik tinjau terlalu jauh.", f"Paling jauh {FARTHEST} hari dari hari pelaksanaan."
        )
    if len(found) > _MOST_POINTS:
        raise InvalidInput(
            "review_offsets", f"Titik tinjau paling banyak {_MOST_POINTS}.", "Kurangi titik tinjaunya."
        )
    return found


def _usual_regions(write: Write) -> list[UUID]:
    """The regions of the office's working area, and the one that stands for the whole of it."""
    profile = office_profile(write.store)
    if profile is None or profile.working_area_id is None:
        return []
    rows = children_values(
        write.store, WorkingAreaRegion, "working_area_id", profile.working_area_id, ("region_id",)
    )
    area = fields_of(write.store, "working_area", profile.working_area_id)
    return [*(one for (one,) in rows), area["region_id"]]


def _require_own_name(write: Write, name: str, besides: UUID | None = None) -> None:
    if any(fold(one.name) == fold(name) and one.id != besides for one in topics(write.store)):
        raise InvalidInput("name", f"Topik “{name}” sudah ada.", "Pakai nama lain, misalnya dengan tahunnya.")


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    rules.required(found, "name", "Nama topik")
    for field in ("name", "event_label"):
        if len(found.get(field) or "") > _LONGEST:
            raise InvalidInput(field, f"Paling banyak {_LONGEST} huruf.", "Pendekkan namanya.")
    if (day := found.get("event_date")) is not None and not _EARLIEST <= day.year <= _LATEST:
        raise InvalidInput("event_date", f"Tahun {day.year} di luar jangkauan.", "Periksa tahunnya.")
    if "event_label" in found:
        found["event_label"] = found["event_label"] or USUAL_LABEL
    return found
