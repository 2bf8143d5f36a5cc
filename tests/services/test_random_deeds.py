"""Whatever is done between meetings, in any order: the data stay whole, and every deed can be taken back exactly."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from desktop.base.clock import frozen, today
from desktop.base.errors import AppError
from desktop.models import integrity, undo
from desktop.models.journal import ChangeSet
from desktop.models.queries.closing import LEFT_OPEN, open_items
from desktop.models.queries.office import topics
from desktop.models.queries.positions import position_now, positions_on
from desktop.models.queries.readiness import institution_matrix, matrix
from desktop.models.queries.readiness_items import items
from desktop.models.score import Tally, tally
from desktop.models.store import Store
from tests.models.made_up import State, live
from tests.models.plain_recount import Recount, cells_of
from tests.services.random_office import DEEDS, Deed, RandomOffice
from tests.services.random_readiness import READINESS_DEEDS, RandomReadiness

NOW = datetime(2024, 12, 20, 2, tzinfo=UTC)
EVERYDAY, LONG = 20, 50  # deeds of a history
CONCERNED = (
    "topic", "meeting", "commitment", "addressee", "progress_report", "reminder", "attachment", "institution",
    "institution_region", "position", "issue", "issue_commitment", "commitment_institution", "commitment_region",
    "redirect", "agenda_item", "participant", "statement", "letter", "saved_filter", "outgoing_form",
    "topic_region", "review_point", "checklist_template", "checklist_category", "checklist_item",
    "checklist_item_region", "due_override", "assessment", "commitment_checklist_item", "region_figure",
    "readiness_snapshot", "station_risk", "personnel_plan",
)  # fmt: skip


@pytest.fixture(autouse=True)
def same_day() -> Iterator[None]:
    """All of it is done on one day after the meetings."""
    with frozen(NOW):
        yield


def test_every_deed_leaves_the_data_whole_and_can_be_taken_back_exactly(sqlite_store: Store) -> None:
    seen = lived(sqlite_store, range(4), EVERYDAY)
    assert seen["refused"]
    assert seen["taken back"] > seen["done again"] > 0


def test_whatever_is_asked_and_reported_the_matrix_is_what_a_recount_gives(sqlite_store: Store) -> None:
    seen = lived(sqlite_store, range(2), EVERYDAY, RandomReadiness, READINESS_DEEDS)
    assert seen["refused"]
    assert seen["taken back"] > seen["done again"] > 0


@pytest.mark.fault
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    ("kind", "deeds"), [(RandomOffice, DEEDS), (RandomReadiness, READINESS_DEEDS)], ids=["office", "readiness"]
)
def test_the_same_over_long_histories(store: Store, kind: type[RandomOffice], deeds: tuple[Deed, ...]) -> None:
    first, many = int(os.environ.get("RAKOR_SEED", "1000000")), int(os.environ.get("RAKOR_DEEDS", "500"))
    seen = lived(store, range(first, first + max(1, many // LONG)), LONG, kind, deeds)
    print(f"{store.engine}: {dict(sorted(seen.items()))}")


def lived(
    store: Store,
    seeds: range,
    many: int,
    kind: type[RandomOffice] = RandomOffice,
    deeds: tuple[Deed, ...] = DEEDS,
) -> Counter[str]:
    """What was done in these histories."""
    seen: Counter[str] = Counter()
    for seed in seeds:
        office, told = kind(store, seed), f"seed {seed}:"
        for _ in range(many):
            deed = office.chance.choice(deeds)
            told += f" {deed.__name__}"
            seen.update(checked(office, deed, told))
            nothing_left_open_in_closed_topics(store, told)
            if isinstance(office, RandomReadiness):
                counted_plainly(office, told)
        related_once(live(store, "commitment_institution"), told)
        assert integrity.check(store) == [], told
    return seen


def counted_plainly(office: RandomReadiness, told: str) -> None:
    """Each cell of both matrices, the items behind them and the position of a day are what a recount comes to."""
    store, day = office.store, office.day()
    for topic in office.own:
        plain, found = Recount(store, topic), matrix(store, topic, today())
        by_region = plain.by_region(today())
        assert cells_of(found) == by_region, told
        assert cells_of(institution_matrix(store, topic, today())) == plain.by_institution(today()), told
        listed = items(store, topic)
        assert found.total.tally == sum((tally(one.answer) for one in listed), Tally()), told
        assert found.total.late == sum(one.is_late(today()) for one in listed), told
        assert found.total.to_confirm == sum(one.needs_confirmation(today()) for one in listed), told
        then = plain.by_region(today(), until=day)
        position = positions_on(store, topic, [day])[day]
        assert position.total == sum((one.tally for one in then.values()), Tally()), told
        assert position_now(store, topic).total == found.total.tally, told


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
