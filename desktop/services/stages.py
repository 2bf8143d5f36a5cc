"""Tahapan of a topic: added, changed, ordered, moved in time, taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.children import next_order
from desktop.models.queries.office import stages
from desktop.models.queries.records import fields_of
from desktop.models.tables import Stage
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.ordering import move

MOVED = "Perkiraan, digeser bersama hari puncak"
"""Where the days of a stage come from that was moved with the topic's day."""
_LONGEST = {"name": 500, "lead": 200, "confidence": 200, "code": 20}
_CALLED = {"name": "Nama tahapan", "lead": "Pelaksana", "confidence": "Sumber", "code": "Kode"}


@dataclass(frozen=True, slots=True)
class NewStage:
    """A stage as it is typed or pasted; days that are not fixed are None."""

    name: str
    starts_on: date | None = None
    ends_on: date | None = None
    lead: str | None = None
    confidence: str | None = None
    code: str = ""


def add_stages(desk: Desk, topic: UUID, new: Sequence[NewStage]) -> tuple[list[UUID], ChangeSet]:
    """Add stages behind those there are, in one step; InvalidInput for the first that cannot be kept."""
    checked = [_checked(_values(one)) for one in new]
    for values in checked:
        _require_order(values)
    with writing(desk.store, "stage.add", by=desk.user) as write:
        first = next_order(desk.store, Stage, "topic_id", topic)
        made = [
            write.insert(Stage, topic_id=topic, order_no=number, **values)
            for number, values in enumerate(checked, start=first)
        ]
        return made, write.finish()


def update_stage(desk: Desk, stage: UUID, **values: Any) -> ChangeSet:
    """Change a stage: its name, days, who leads it, where that comes from."""
    checked = _checked(values)
    with writing(desk.store, "stage.update", by=desk.user) as write:
        _require_order(fields_of(desk.store, "stage", stage).values | checked, checked)
        write.update(Stage, stage, **checked)
        return write.finish()


def move_stage(desk: Desk, stage: UUID, to: int) -> ChangeSet:
    """Put a stage at another place (0 first)."""
    with writing(desk.store, "stage.move", by=desk.user) as write:
        topic = fields_of(desk.store, "stage", stage)["topic_id"]
        move(write, Stage, "topic_id", topic, stage, to)
        return write.finish()


def delete_stages(desk: Desk, chosen: Sequence[UUID]) -> ChangeSet:
    """Take stages away; one undo brings them back."""
    with writing(desk.store, "stage.delete", by=desk.user) as write:
        for one in chosen:
            write.delete(Stage, one)
        return write.finish()


def move_days(write: Write, topic: UUID, by: timedelta) -> None:
    """Move the days of all stages of a topic; where they come from then is said."""
    for one in stages(write.store, topic):
        starts, ends = (None if day is None else day + by for day in (one.starts_on, one.ends_on))
        if starts or ends:
            write.update(Stage, one.id, starts_on=starts, ends_on=ends, confidence=MOVED)


def _values(new: NewStage) -> dict[str, Any]:
    return {
        "name": new.name, "starts_on": new.starts_on, "ends_on": new.ends_on, "lead": new.lead,
        "confidence": new.confidence, "code": new.code,
    }  # fmt: skip


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    rules.required(found, "name", "Nama tahapan")
    for field, most in _LONGEST.items():
        if len(found.get(field) or "") > most:
            raise InvalidInput(field, f"{_CALLED[field]} paling banyak {most} huruf.", "Pendekkan isinya.")
    if "code" in found:
        found["code"] = found["code"] or ""
    return found


def _require_order(values: Mapping[str, Any], changed: Mapping[str, Any] | None = None) -> None:
    starts, ends = values.get("starts_on"), values.get("ends_on")
    if starts is not None and ends is not None and ends < starts:
        field = "starts_on" if changed is not None and "ends_on" not in changed else "ends_on"
        raise InvalidInput(
            field, f"“{values['name']}” selesai sebelum mulai.", "Periksa tanggal mulai dan selesainya."
        )
