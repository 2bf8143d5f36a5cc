"""Whatever is done with versions: no report, and nothing a version in force asks, is ever another than it was."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.base.errors import InvalidInput
from desktop.models.fixed_ids import fixed_id
from desktop.models.queries.checklist_versions import draft_of, version_in_force, version_items, versions
from desktop.models.seeds import PILKADA
from desktop.models.store import Store
from desktop.services.checklists.items import add_item, move_item, remove_items, update_item
from desktop.services.checklists.overrides import add_override
from desktop.services.checklists.versions import discard_draft, draft_version, put_in_force
from desktop.services.desk import Desk
from desktop.services.readiness import assess

TOPIC = fixed_id("topic", PILKADA)
REGIONS = [fixed_id("region", code) for code in ("35.22", "35.23", "35.25")]
Rows = dict[Any, tuple[Any, ...]]


def _deed(desk: Desk, chance: Random) -> None:
    """Something an office does: report on what is in force, or work on the next version."""
    counting, draft = version_in_force(desk.store, TOPIC), draft_of(desk.store, TOPIC)
    assert counting is not None
    asked = chance.choice(version_items(desk.store, counting.id)).id
    region = chance.choice(REGIONS)
    day = date(2024, 9, chance.randint(1, 30))
    deed = chance.randrange(8)
    if draft is None and deed > 3:
        draft_version(desk, TOPIC)
    elif draft is None or deed < 3:
        assess(desk, asked, region, state=chance.choice(["belum_siap", "siap"]), as_of=day)
    elif deed == 3:
        add_override(desk, asked, region, due_on=day, due_basis="agreed", source="Rapat")
    elif deed == 4:
        discard_draft(desk, draft.id)
    elif deed == 5:
        items = version_items(desk.store, draft.id)
        put_in_force(desk, draft.id, [one.id for one in chance.sample(items, 3)])
    else:
        item = chance.choice(version_items(desk.store, draft.id))
        update_item(desk, item.id, text=f"Butir {chance.random()}", target_value=chance.randint(1, 9))
        move_item(desk, item.id, chance.choice([-1, 1]))
        remove_items(desk, [chance.choice(version_items(desk.store, draft.id)).id])
        add_item(desk, item.category_id, "Butir lain")


def _standing(store: Store) -> Rows:
    """Reports, and the items of all versions that are or were in force, as the database holds them."""
    found: Rows = {row[0]: row for row in store.rows("SELECT id, * FROM assessment")}
    for version in versions(store, TOPIC):
        if not version.is_draft:
            sql = f"SELECT id, * FROM checklist_item WHERE template_id = {store.mark}"
            found |= {row[0]: row for row in store.rows(sql, (version.id,))}
    return found


_USUAL = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
_NUMBERS = st.lists(st.integers(0, 10_000), min_size=8, max_size=14)


@settings(_USUAL, max_examples=5)
@given(numbers=_NUMBERS)
def test_what_was_asked_and_answered_never_changes(sqlite_store: Store, numbers: Sequence[int]) -> None:
    lives_on(sqlite_store, numbers)


@pytest.mark.fault
@pytest.mark.timeout(1200)
@settings(_USUAL, max_examples=100)
@given(numbers=_NUMBERS)
def test_the_same_over_many_histories(sqlite_store: Store, numbers: Sequence[int]) -> None:
    lives_on(sqlite_store, numbers)


def lives_on(store: Store, numbers: Sequence[int]) -> None:
    """A history of an office; after each of its deeds all that stood before is as it was."""
    desk = Desk(store, "Uji")
    before: Rows = {}
    for number in numbers:
        with suppress(InvalidInput):
            _deed(desk, Random(number))
        now = _standing(store)
        assert {key: now.get(key) for key in before} == before
        before = now
