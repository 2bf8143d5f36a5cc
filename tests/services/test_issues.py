"""What is told between meetings is kept whole, in known words, and of open topics only."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from desktop.base.clock import frozen
from desktop.base.errors import InvalidInput, NotFound
from desktop.models import drafts, integrity, undo
from desktop.models.journal import writing
from desktop.models.queries.issues import issue
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.models.tables import Topic
from desktop.services.desk import Desk
from desktop.services.directory import delete_institution, save_institution
from desktop.services.issues import add_issue, delete_issues, set_issue_state, update_issue
from desktop.services.joining import join_records
from desktop.services.situations import note_situation
from tests.engines import on_sqlite_alone
from tests.models.made_up import live

MORNING = datetime(2024, 11, 24, 1, 40, tzinfo=UTC)
DAY = date(2024, 11, 24)
TOPIC, TUBAN = fixed_id("topic", PILKADA), fixed_id("region", "35.23")


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def told(desk: Desk, **values: Any) -> UUID:
    with frozen(MORNING):
        return add_issue(desk, **{"topic_id": TOPIC, "text": "Truk tertahan", **values})[0]


def states(desk: Desk, issues: list[UUID]) -> list[object]:
    found = live(desk.store, "issue")
    return [found["issue", one]["state"] for one in issues]


def close(desk: Desk) -> None:
    with writing(desk.store, "topic.close", by="Uji") as write:
        write.update(Topic, TOPIC, state="closed")


def test_a_problem_begins_open_today_and_wants_attention_in_its_region(desk: Desk) -> None:
    row = issue(desk.store, told(desk))
    assert row is not None
    assert (row.kind, row.state, row.situation, row.happened_on) == ("kendala", "terbuka", "perhatian", DAY)


def test_news_is_told_and_done_with(desk: Desk) -> None:
    row = issue(desk.store, told(desk, kind="perkembangan"))
    assert row is not None
    assert (row.state, row.situation) == ("selesai", "kondusif")


def test_a_field_is_one_of_the_list_or_the_offices_own(desk: Desk) -> None:
    known, own = (issue(desk.store, told(desk, field=words)) for words in (" logistik ", "Mudik"))
    assert known is not None
    assert own is not None
    assert (known.field, own.field) == ("Logistik", "Mudik")


@on_sqlite_alone
@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("text", {"text": "  "}),
        ("topic_id", {"topic_id": None}),
        ("kind", {"kind": "gosip"}),
        ("kind", {"kind": None}),
        ("state", {"state": "macet"}),
        ("situation", {"situation": ""}),
        ("happened_on", {"happened_on": date(2024, 11, 26)}),
        ("happened_on", {"happened_on": None}),
        ("field", {"field": "x" * 61}),
        ("source", {"source": "a\x00b"}),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(desk: Desk, field: str, values: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as refused:
        told(desk, **values)
    assert refused.value.field == field
    assert live(desk.store, "issue") == {}


def test_a_closed_topic_stands_as_it_was_closed(desk: Desk) -> None:
    one = told(desk)
    close(desk)
    for deed in (
        lambda: told(desk),
        lambda: update_issue(desk, one, handling="Dikawal"),
        lambda: set_issue_state(desk, [one], "selesai"),
        lambda: delete_issues(desk, [one]),
    ):
        with pytest.raises(InvalidInput, match="sudah ditutup"):
            deed()


def test_keeping_an_entry_drops_its_draft(desk: Desk) -> None:
    drafts.keep(desk.store, "issue:new", {"text": "Truk"})
    told(desk, draft="issue:new")
    assert drafts.recall(desk.store, "issue:new") is None


def test_many_change_their_state_in_one_deed_and_one_undo_takes_it_back(desk: Desk) -> None:
    both = [told(desk), told(desk, state="ditangani")]
    changes = set_issue_state(desk, both, "selesai")
    assert states(desk, both) == ["selesai", "selesai"]
    assert changes.action is not None
    undo.revert(desk.store, changes.action, by="Uji")
    assert states(desk, both) == ["terbuka", "ditangani"]


def test_what_was_deleted_cannot_be_changed_and_comes_back_by_undo(desk: Desk) -> None:
    one = told(desk)
    changes = delete_issues(desk, [one])
    with pytest.raises(NotFound):
        update_issue(desk, one, text="lain")
    assert changes.action is not None
    undo.revert(desk.store, changes.action, by="Uji")
    assert issue(desk.store, one) is not None


def test_two_institutions_that_are_one_keep_what_both_told(desk: Desk) -> None:
    stays, goes = (save_institution(desk, name=name)[0] for name in ("KPU Tuban", "KPU Kab. Tuban"))
    one = told(desk, institution_id=goes)
    with frozen(MORNING):
        note_situation(desk, TOPIC, DAY, [TUBAN], state="kondusif", institution_id=goes)
    join_records(desk, "institution", stays, goes)
    row = issue(desk.store, one)
    assert row is not None
    assert row.institution == "KPU Tuban"
    assert [row["institution_id"] for row in live(desk.store, "region_situation").values()] == [stays]
    assert integrity.check(desk.store) == []


def test_an_institution_that_told_something_is_not_deleted(desk: Desk) -> None:
    teller, _ = save_institution(desk, name="KPU Tuban")
    told(desk, institution_id=teller)
    with pytest.raises(InvalidInput, match="1 kendala"):
        delete_institution(desk, teller)
