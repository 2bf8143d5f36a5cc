"""Mulai dari: a new topic takes over stages, checklist and review points of another, or of a shipped one.

Nothing is promised by that: where the new topic has another day than the old one, dates that were reported or
fixed for the old one become the office's own (acuan internal), and its stages keep no days unless that is wanted.
Reports stay with the topic they were given in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.models.fixed_ids import fixed_id
from desktop.models.identity import new_id
from desktop.models.journal import Write
from desktop.models.queries.lookup import Lookup
from desktop.models.queries.records import fields_of, was_ever_here
from desktop.models.queries.regions import regions
from desktop.models.queries.review_points import USUAL_OFFSETS
from desktop.models.queries.topic_plans import plan_of_topic
from desktop.models.queries.topic_regions import topic_regions
from desktop.models.seeds import insert_institutions
from desktop.models.shipped_topics import SHIPPED, plan_of, read_list
from desktop.models.store import Store
from desktop.models.topic_plan import StagePlan, TopicPlan, insert_plan
from desktop.models.words import STAGE_DAYS
from desktop.services import rules
from desktop.services.stages import MOVED


@dataclass(frozen=True, slots=True)
class Origin:
    """What a new topic begins with: another one (`topic`) or a shipped one (`shipped`, its key).

    `stage_days` is a word of `words.STAGE_DAYS`: what becomes of the days of its stages.
    """

    topic: UUID | None = None
    shipped: str | None = None
    stage_days: str = "kosong"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the dialog of a new topic is filled with from its origin, and how much comes along."""

    name: str
    event_label: str
    event_date: date | None
    description: str | None
    regions: tuple[UUID, ...]
    review_offsets: tuple[int, ...]
    stages: int
    dated_stages: int
    items: int


def proposal(store: Store, origin: Origin) -> Proposal:
    """What an origin has; of a shipped topic only regions this office still knows."""
    plan, day = _plan(store, origin)
    dated = sum(1 for one in plan.stages if one.starts_on or one.ends_on)
    counts = (len(plan.stages), dated, len(plan.items))
    if origin.shipped is not None:
        made = SHIPPED[origin.shipped]
        there = _known_regions(store)
        taking_part = tuple(one for one in made.region_ids if one in there)
        return Proposal(made.name, made.event_label, day, made.description, taking_part, USUAL_OFFSETS, *counts)
    assert origin.topic is not None
    values = fields_of(store, "topic", origin.topic)
    taking_part = tuple(one.id for one in topic_regions(store, origin.topic))
    name, label, described = values["name"], values["event_label"], values["description"]
    return Proposal(name, label, day, described, taking_part, plan.review_offsets, *counts)


def begin_with(write: Write, topic: UUID, day: date | None, origin: Origin) -> None:
    """Put what the origin has under a new topic whose day is `day`; its review points are chosen apart."""
    rules.one_of({"stage_days": origin.stage_days}, "stage_days", STAGE_DAYS, "Tanggal tahapan")
    plan, before = _plan(write.store, origin)
    stages = tuple(_redated(plan.stages, before, day, origin.stage_days))
    there = _known_regions(write.store)
    items = tuple(
        replace(
            one,
            due_basis=one.due_basis if day == before else "proposed",
            regions=tuple(region for region in one.regions if region in there),
        )
        for one in plan.items
    )
    insert_plan(write, topic, replace(plan, stages=stages, items=items, review_offsets=()), _own_id)
    if origin.shipped is not None and SHIPPED[origin.shipped].brings_institutions:
        _bring_institutions(write, f"institutions_{SHIPPED[origin.shipped].files}.csv")


def _plan(store: Store, origin: Origin) -> tuple[TopicPlan, date | None]:
    """The plan of an origin, and the day of what it was made for."""
    if origin.shipped is not None:
        if origin.shipped not in SHIPPED:
            raise InvalidInput("origin", "Topik bawaan ini tidak dikenal.", "Pilih dari daftar.")
        return plan_of(SHIPPED[origin.shipped]), SHIPPED[origin.shipped].event_date
    if origin.topic is None:
        raise InvalidInput("origin", "Asal topik belum dipilih.", "Pilih topik, atau mulai dari kosong.")
    return plan_of_topic(store, origin.topic), fields_of(store, "topic", origin.topic)["event_date"]


def _redated(
    stages: Iterable[StagePlan], before: date | None, day: date | None, stage_days: str
) -> Iterable[StagePlan]:
    by = day - before if before and day else None
    if stage_days == "geser" and by is None:
        raise InvalidInput(
            "stage_days",
            "Tanggal tahapan hanya dapat digeser bila kedua topik mempunyai tanggal puncak.",
            "Isi tanggal puncaknya, atau pilih yang lain.",
        )
    for one in stages:
        if stage_days == "geser" and by:
            yield _moved(one, by)
        elif stage_days == "kosong":
            yield replace(one, starts_on=None, ends_on=None)
        else:
            yield one


def _moved(stage: StagePlan, by: timedelta) -> StagePlan:
    """A stage whose days went along with the topic's; where they come from is said."""
    if stage.starts_on is None and stage.ends_on is None:
        return stage
    starts, ends = (None if day is None else day + by for day in (stage.starts_on, stage.ends_on))
    return replace(stage, starts_on=starts, ends_on=ends, confidence=MOVED)


def _bring_institutions(write: Write, name: str) -> None:
    """Add the institutions a shipped checklist names, except those this office has or had under any id."""
    known = Lookup.read(write.store).institutions
    rows = [
        row
        for row in read_list(name)
        if fold(row["name"]) not in known
        and fold(row["short_name"]) not in known
        and not was_ever_here(write.store, "institution", fixed_id("institution", row["code"]))
    ]
    there = {str(one.code) for one in regions(write.store)}
    for row in rows:
        row["regions"] = " ".join(code for code in row["regions"].split() if code in there)
    insert_institutions(write, rows)


def _own_id(kind: str, *codes: object) -> UUID:
    """Records of their own; relations by their two ends."""
    return fixed_id(kind, *codes) if kind == "checklist_item_region" else new_id()


def _known_regions(store: Store) -> set[UUID]:
    return {one.id for one in regions(store)}
