"""Whatever is done between meetings, in any order: the data stay whole, and every deed can be taken back exactly."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from desktop.base.clock import frozen
from desktop.base.errors import AppError
from desktop.models import integrity, undo
from desktop.models.journal import ChangeSet
from desktop.models.queries.closing import LEFT_OPEN, open_items
from desktop.models.queries.office import topics
from desktop.models.store import Store
from tests.models.made_up import State, live
from tests.services.random_office import DEEDS, Deed, RandomOffice

NOW = datetime(2024, 12, 20, 2, tzinfo=UTC)
EVERYDAY, LONG = 20, 50  # deeds of a history
CONCERNED = (
    "topic", "meeting", "commitment", "addressee", "progress_report", "reminder", "attachment", "institution",
    "institution_region", "position", "issue", "issue_commitment", "commitment_institution", "commitment_region",
    "redirect", "agenda_item", "participant", "statement", "letter", "saved_filter", "outgoing_form",
)  # fmt: skip


@pytest.fixture(autouse=True)
def same_day() -> Iterator[None]:
    """All of it is done on one day after the meetings."""
    with frozen(NOW):
        yield


def test_every_deed_leaves_the_data_whole_and_can_be_taken_back_exactly(sqlite_store: Store) -> None:
    seen = lived(sqlite_store, range(7), EVERYDAY)
    assert seen["refused"]
    assert seen["taken back"] > seen["done again"] > 0


@pytest.mark.fault
@pytest.mark.timeout(3600)
def test_the_same_over_long_histories(store: Store) -> None:
    deeds = int(os.environ.get("RAKOR_DEEDS", "500"))
    first = 1_000_000
    seen = lived(store, range(first, first + max(1, deeds // LONG)), LONG)
    print(f"{store.engine}: {dict(sorted(seen.items()))}")


def lived(store: Store, seeds: range, deeds: int) -> Counter[str]:
    """What was done in these histories."""
    seen: Counter[str] = Counter()
    for seed in seeds:
        office, told = RandomOffice(store, seed), f"seed {seed}:"
        for _ in range(deeds):
            deed = office.chance.choice(DEEDS)
            told += f" {deed.__name__}"
            seen.update(checked(office, deed, told))
            nothing_left_open_in_closed_topics(store, told)
        related_once(live(store, "commitment_institution"), told)
        assert integrity.check(store) == [], told
    return seen


def checked(office: RandomOffice, deed: Deed, told: str) -> Iterator[str]:
    """Do it, and look at all records: as before when it was refused or taken back, as after when done again."""
    before = live(office.store, *CONCERNED)
    try:
        done = deed(office)
    except AppError:
        same(live(office.store, *CONCERNED), before, told)
        yield "refused"
        return
    after = live(office.store, *CONCERNED)
    yield deed.__name__
    if done.action is None:
        same(after, before, told)
        return
    office.done.append(done.action)
    if office.chance.random() < 0.5:
        back = taken_back(office, done)
        same(live(office.store, *CONCERNED), before, f"{told}, taken back")
        yield "taken back"
        if office.chance.random() < 0.7:
            office.done.append(taken_back(office, back).action or 0)
            same(live(office.store, *CONCERNED), after, f"{told}, done again")
            yield "done again"


def taken_back(office: RandomOffice, changes: ChangeSet) -> ChangeSet:
    assert changes.action is not None
    return undo.revert(office.store, changes.action, by="Uji")


def same(now: State, wanted: State, told: str) -> None:
    """All records are as wanted; else those that are not are told, with what they were made by."""
    unlike = {
        one: (now.get(one), wanted.get(one))
        for one in now.keys() | wanted.keys()
        if now.get(one) != wanted.get(one)
    }
    assert not unlike, told


def nothing_left_open_in_closed_topics(store: Store, told: str) -> None:
    for topic in topics(store):
        if topic.state == "closed":
            assert all(one.kind in LEFT_OPEN for one in open_items(store, topic.id)), told


def related_once(relations: State, told: str) -> None:
    """No follow-up is related to an institution twice, also where two became one."""
    pairs = Counter((row["commitment_id"], row["institution_id"]) for row in relations.values())
    assert max(pairs.values(), default=1) == 1, told
