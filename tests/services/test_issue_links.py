"""A problem becomes a follow-up with what is known filled in; what repeats holds one entry a period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from desktop.base.clock import frozen
from desktop.base.errors import InvalidInput
from desktop.models import undo
from desktop.models.queries.commitments import commitment
from desktop.models.queries.issue_items import issue_items
from desktop.models.queries.issue_links import follow_ups_found, follow_ups_of_issue, issues_of_follow_up
from desktop.models.queries.issues import issue
from desktop.models.queries.item_links import follow_ups_of_item, issues_of_item, items_of_follow_up
from desktop.models.queries.regions import regions_of_commitments
from desktop.models.queries.told_again import told_again
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.services.commitments import add_commitment
from desktop.services.desk import Desk
from desktop.services.issue_links import follow_up_of_issue, link_follow_up, unlink_follow_up
from desktop.services.issues import add_issue, delete_issues, update_issue
from desktop.services.item_follow_ups import follow_ups_of_items
from desktop.services.topics import add_topic

TOPIC, TUBAN, GRESIK = fixed_id("topic", PILKADA), fixed_id("region", "35.23"), fixed_id("region", "35.25")


@pytest.fixture(autouse=True)
def that_day() -> Iterator[None]:
    with frozen(datetime(2024, 10, 3, 2, tzinfo=UTC)):
        yield


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def item(desk: Desk, code: str) -> UUID:
    return next(one.id for one in issue_items(desk.store, TOPIC) if one.code == code)


@pytest.mark.parametrize(
    ("values", "addressee"),
    [
        ({"field": "Logistik"}, "KPU Kabupaten Tuban"),
        ({"field": "Sengketa"}, "Bawaslu Kabupaten Tuban"),
        ({"field": "Keamanan & ketertiban"}, "Polres Tuban"),
        ({"field": "Cuaca & bencana"}, "Pemerintah Kabupaten Tuban"),
        ({"field": "Logistik", "code": "SEC-18"}, "Polres Tuban"),
        ({"code": "GOV-12"}, "BPBD"),
    ],
)
def test_a_follow_up_has_text_region_item_and_who_answers_there(
    desk: Desk, values: dict[str, str], addressee: str
) -> None:
    code = values.get("code")
    known = {"field": values.get("field"), "item_id": item(desk, code) if code else None}
    told, _ = add_issue(desk, topic_id=TOPIC, text="Jalan tergenang", region_id=TUBAN, **known)
    made, changes = follow_up_of_issue(desk, told)
    row = commitment(desk.store, made)
    assert row is not None
    assert (row.text, row.kind, row.addressee_words()) == ("Jalan tergenang", "permintaan", [addressee])
    assert regions_of_commitments(desk.store)[made] == ["Kabupaten Tuban"]
    assert [one.code for one in items_of_follow_up(desk.store, made)] == ([code] if code else [])
    assert [one.id for one in follow_ups_of_issue(desk.store, told)] == [made]
    assert [one.id for one in issues_of_follow_up(desk.store, made)] == [told]
    assert changes.action is not None
    undo.revert(desk.store, changes.action, by="Uji")
    assert follow_ups_of_issue(desk.store, told) == []


@pytest.mark.parametrize(
    ("code", "addressee", "due"),
    [
        ("LOG-01", "KPU Kabupaten Tuban", (date(2024, 9, 28), "internal")),  # a day nobody outside agreed to
        ("SEC-18", "Polres Tuban", (date(2024, 11, 26), "jadwal")),
    ],
)
def test_an_item_that_is_not_ready_becomes_a_follow_up_with_who_answers_and_until_when(
    desk: Desk, code: str, addressee: str, due: tuple[date, str]
) -> None:
    (made,), _ = follow_ups_of_items(desk, [(item(desk, code), TUBAN)])
    row = commitment(desk.store, made)
    assert row is not None
    assert (row.addressee_words(), (row.due_date, row.due_source)) == ([addressee], due)
    assert [one.id for one in follow_ups_of_item(desk.store, item(desk, code), TUBAN)] == [made]
    assert follow_ups_of_item(desk.store, item(desk, code), GRESIK) == []
    told, _ = add_issue(desk, topic_id=TOPIC, text="x", item_id=item(desk, code), region_id=TUBAN)
    add_issue(desk, topic_id=TOPIC, text="y", item_id=item(desk, code), region_id=GRESIK)
    assert [one.id for one in issues_of_item(desk.store, item(desk, code), TUBAN)] == [told]


def test_one_that_exists_is_found_linked_once_and_let_go(desk: Desk) -> None:
    told, _ = add_issue(desk, topic_id=TOPIC, text="Truk tertahan")
    there, _ = add_commitment(desk, kind="arahan", text="Siapkan gudang cadangan", topic_id=TOPIC)
    add_commitment(desk, kind="arahan", text="Siapkan gudang lain", topic_id=add_topic(desk, "Banjir")[0])
    assert [one for one, *_ in follow_ups_found(desk.store, TOPIC, "gudang siap")] == [there]
    link_follow_up(desk, told, there)
    link_follow_up(desk, told, there)
    (linked,) = follow_ups_of_issue(desk.store, told)
    assert (linked.id, linked.state, linked.total) == (there, "belum", 0)
    unlink_follow_up(desk, told, there)
    assert follow_ups_of_issue(desk.store, told) == []
    link_follow_up(desk, told, there)
    delete_issues(desk, [told])
    assert commitment(desk.store, there) is not None
    assert issues_of_follow_up(desk.store, there) == []


def test_what_repeats_holds_one_entry_a_period_and_region(desk: Desk) -> None:
    weekly = {"topic_id": TOPIC, "text": "Patroli", "item_id": item(desk, "SEC-21"), "region_id": TUBAN}
    first, _ = add_issue(desk, **weekly)
    row = issue(desk.store, first)
    assert row is not None
    assert (row.period, row.item_code) == ("2024-W40", "SEC-21")
    with pytest.raises(InvalidInput, match=r"minggu ke-40 .* sudah ada") as refused:
        add_issue(desk, **weekly, happened_on=date(2024, 10, 1))
    assert refused.value.field == "period"
    add_issue(desk, **weekly | {"region_id": GRESIK})
    before, _ = add_issue(desk, **weekly, happened_on=date(2024, 9, 27))
    with pytest.raises(InvalidInput, match="sudah ada"):
        update_issue(desk, before, happened_on=date(2024, 10, 2))
    update_issue(desk, first, text="Patroli gabungan")
    found = told_again(desk.store, TOPIC, "2024-W40", item=item(desk, "SEC-21"), region=TUBAN)
    assert [(one.id, one.period) for one in found] == [(first, "2024-W40"), (before, "2024-W39")]


def test_an_entry_without_an_item_repeats_where_it_is_said_so(desk: Desk) -> None:
    daily = {"topic_id": TOPIC, "text": "Distribusi", "field": "Logistik", "repeats": "harian"}
    one, _ = add_issue(desk, **daily)
    add_issue(desk, topic_id=TOPIC, text="Lain", field="Logistik")
    with pytest.raises(InvalidInput, match="3 Oktober 2024 sudah ada"):
        add_issue(desk, **daily)
    update_issue(desk, one, repeats="bulanan")
    row = issue(desk.store, one)
    assert row is not None
    assert row.period == "2024-10"
    update_issue(desk, one, repeats=None)
    add_issue(desk, **daily)


def test_an_item_of_another_topic_is_refused(desk: Desk) -> None:
    other, _ = add_topic(desk, "Banjir")
    with pytest.raises(InvalidInput, match="bukan dari topik ini"):
        add_issue(desk, topic_id=other, text="x", item_id=item(desk, "LOG-01"))
