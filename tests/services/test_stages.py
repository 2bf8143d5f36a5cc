"""Stages: in the order one gives them, with days that may be unknown, never ending before they begin."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.base.errors import ClosedTopic, InvalidInput
from desktop.models import undo
from desktop.models.queries.office import stages
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.stages import NewStage, add_stages, delete_stages, move_stage, update_stage
from desktop.services.topic_closing import close_topic
from desktop.services.topics import add_topic

RAIN = date(2024, 11, 10)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def topic(desk: Desk) -> UUID:
    return add_topic(desk, "Banjir 2025")[0]


def names(desk: Desk, topic: UUID) -> list[str]:
    return [one.name for one in stages(desk.store, topic)]


def test_many_are_added_at_once_ordered_and_taken_away(desk: Desk, topic: UUID) -> None:
    made, _ = add_stages(desk, topic, [NewStage("Siaga", RAIN), NewStage("Tanggap"), NewStage("Pulih")])
    move_stage(desk, made[2], 0)
    assert names(desk, topic) == ["Pulih", "Siaga", "Tanggap"]
    changes = delete_stages(desk, made[:2])
    assert names(desk, topic) == ["Pulih"]
    undo.revert(desk.store, changes.action or 0, by="Uji")
    assert names(desk, topic) == ["Pulih", "Siaga", "Tanggap"]


def test_days_may_be_unknown_but_not_reversed(desk: Desk, topic: UUID) -> None:
    (made,), _ = add_stages(desk, topic, [NewStage("Siaga", RAIN)])
    with pytest.raises(InvalidInput, match="selesai sebelum mulai") as fault:
        update_stage(desk, made, ends_on=date(2024, 11, 9))
    assert fault.value.field == "ends_on"
    update_stage(desk, made, starts_on=None, ends_on=date(2024, 11, 9), lead=" BPBD ", confidence="")
    (kept,) = stages(desk.store, topic)
    assert (kept.starts_on, kept.ends_on, kept.lead, kept.confidence) == (None, date(2024, 11, 9), "BPBD", None)


def test_of_several_none_is_kept_when_one_is_wrong(desk: Desk, topic: UUID) -> None:
    with pytest.raises(InvalidInput, match="Nama tahapan"):
        add_stages(desk, topic, [NewStage("Siaga"), NewStage("  ")])
    assert names(desk, topic) == []


def test_a_closed_topic_keeps_its_stages(desk: Desk, topic: UUID) -> None:
    (made,), _ = add_stages(desk, topic, [NewStage("Siaga")])
    close_topic(desk, topic)
    with pytest.raises(ClosedTopic):
        update_stage(desk, made, name="Lain")
