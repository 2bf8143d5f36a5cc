"""Topik Koordinasi: what is coordinated, its day, and the regions that take part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.children import children_values
from desktop.models.queries.office import office_profile, topics
from desktop.models.queries.records import fields_of
from desktop.models.seeds import fixed_id
from desktop.models.tables import Topic, TopicRegion, WorkingAreaRegion
from desktop.services import rules
from desktop.services.desk import Desk

USUAL_LABEL = "Hari H"
_LONGEST = 200


def add_topic(
    desk: Desk,
    name: str,
    *,
    event_date: date | None = None,
    event_label: str = USUAL_LABEL,
    regions: Sequence[UUID] | None = None,
) -> tuple[UUID, ChangeSet]:
    """Begin a topic; without `regions` those of the office's working area take part."""
    checked = _checked({"name": name, "event_date": event_date, "event_label": event_label})
    with writing(desk.store, "topic.add", by=desk.user) as write:
        _require_own_name(write, checked["name"])
        one = write.insert(Topic, state="open", **checked)
        for region in dict.fromkeys(_usual_regions(write) if regions is None else regions):
            write.insert(TopicRegion, fixed_id("topic_region", one, region), topic_id=one, region_id=region)
        return one, write.finish()


def update_topic(desk: Desk, topic: UUID, **values: Any) -> ChangeSet:
    """Change name, day (`event_date`) or what that day is called (`event_label`)."""
    checked = _checked(values)
    with writing(desk.store, "topic.update", by=desk.user) as write:
        if "name" in checked:
            _require_own_name(write, checked["name"], besides=topic)
        write.update(Topic, topic, **checked)
        return write.finish()


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
    if "event_label" in found:
        found["event_label"] = found["event_label"] or USUAL_LABEL
    return found
