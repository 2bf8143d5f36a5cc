"""Perlu arahan pimpinan: asked, answered, withdrawn, and made a follow-up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from desktop.base.clock import frozen
from desktop.base.errors import InvalidInput, NotFound
from desktop.models import integrity
from desktop.models.journal import writing
from desktop.models.queries.commitments import commitment, commitments_of
from desktop.models.queries.escalations import awaited_directions, escalation_of, given_directions
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.models.tables import Topic
from desktop.services.addressees import addressees_named
from desktop.services.commitments import add_commitment
from desktop.services.desk import Desk
from desktop.services.escalations import (
    answer_direction,
    ask_direction,
    direction_to_follow_up,
    withdraw_question,
)
from desktop.services.history import History
from desktop.services.issues import add_issue
from desktop.services.papers.catalogue import PAPERS
from tests.models.made_up import live

TODAY = date(2024, 11, 4)
TOPIC, TUBAN = fixed_id("topic", PILKADA), fixed_id("region", "35.23")
QUESTION, ANSWER = "Bolehkah dipakai gudang provinsi?", "Pakai gudang provinsi sampai 10 November."


@pytest.fixture
def desk(store: Store) -> Iterator[Desk]:
    with frozen(datetime(2024, 11, 4, 2, tzinfo=UTC)):
        yield Desk(store, "Uji")


def follow_up(desk: Desk) -> UUID:
    to = addressees_named(desk.store, "KPU Kabupaten Tuban")
    return add_commitment(desk, kind="permintaan", text="Gudang kedua", to=to, topic_id=TOPIC, regions=[TUBAN])[0]


def problem(desk: Desk) -> UUID:
    return add_issue(desk, topic_id=TOPIC, text="Gudang tergenang", region_id=TUBAN)[0]


def records(desk: Desk) -> list[tuple[str, UUID]]:
    return [("commitment", follow_up(desk)), ("issue", problem(desk))]


def test_what_is_asked_waits_until_it_is_answered(desk: Desk) -> None:
    for number, (table, one) in enumerate(records(desk)):
        ask_direction(desk, table, one, QUESTION, TODAY - timedelta(days=number))
    first, second = awaited_directions(desk.store)
    assert [(first.table, first.place), (second.table, second.place)] == [
        ("issue", "Kabupaten Tuban"), ("commitment", "KPU Kabupaten Tuban"),
    ]  # fmt: skip
    answer_direction(desk, first.table, first.id, ANSWER)
    assert awaited_directions(desk.store) == [second]
    (given,) = given_directions(desk.store)
    assert (given.id, given.direction, given.directed_on) == (first.id, ANSWER, TODAY)
    assert awaited_directions(desk.store, UUID(int=1)) == []


def test_other_words_keep_the_day_and_a_new_question_begins_anew(desk: Desk) -> None:
    one = problem(desk)
    ask_direction(desk, "issue", one, QUESTION, TODAY - timedelta(days=3))
    ask_direction(desk, "issue", one, "Gudang mana yang dipakai?")
    (waiting,) = awaited_directions(desk.store)
    assert (waiting.asked_on, waiting.question) == (TODAY - timedelta(days=3), "Gudang mana yang dipakai?")
    answer_direction(desk, "issue", one, ANSWER)
    ask_direction(desk, "issue", one, "Sampai kapan?")
    (waiting,) = awaited_directions(desk.store)
    assert (waiting.asked_on, waiting.direction) == (TODAY, None)


def test_a_question_is_withdrawn_until_it_is_answered(desk: Desk) -> None:
    one = follow_up(desk)
    history = History()
    ask_direction(desk, "commitment", one, QUESTION)
    history.note(withdraw_question(desk, "commitment", one))
    assert escalation_of(desk.store, "commitment", one) is None
    history.undo(desk)
    answer_direction(desk, "commitment", one, ANSWER)
    with pytest.raises(InvalidInput, match="sudah memberi arahan"):
        withdraw_question(desk, "commitment", one)


def test_what_makes_no_sense_is_refused_with_its_field(desk: Desk) -> None:
    one = problem(desk)
    with pytest.raises(InvalidInput, match="belum diisi") as asked:
        ask_direction(desk, "issue", one, "  ")
    with pytest.raises(InvalidInput, match="Belum ada yang ditanyakan"):
        answer_direction(desk, "issue", one, ANSWER)
    ask_direction(desk, "issue", one, QUESTION)
    with pytest.raises(InvalidInput) as answered:
        answer_direction(desk, "issue", one, "")
    with pytest.raises(InvalidInput, match="mendahului") as early:
        answer_direction(desk, "issue", one, ANSWER, TODAY - timedelta(days=1))
    with pytest.raises(InvalidInput, match="belum tiba"):
        answer_direction(desk, "issue", one, ANSWER, TODAY + timedelta(days=5))
    assert [one.value.field for one in (asked, answered, early)] == ["escalation", "direction", "directed_on"]


def test_an_answer_becomes_a_follow_up_once(desk: Desk) -> None:
    for table, one in records(desk):
        ask_direction(desk, table, one, QUESTION)
        answer_direction(desk, table, one, f"{ANSWER} {table}")
        made, _ = direction_to_follow_up(desk, table, one)
        row = commitment(desk.store, made)
        assert row is not None
        assert (row.kind, row.text) == ("arahan", f"{ANSWER} {table}")
        assert row.addressee_words() == (["KPU Kabupaten Tuban"] if table == "commitment" else [])
        with pytest.raises(InvalidInput, match="sudah menjadi tindak lanjut"):
            direction_to_follow_up(desk, table, one)
    found = live(desk.store, "issue_commitment", "commitment_region", "commitment")
    assert [table for table, _ in found].count("issue_commitment") == 1
    assert [table for table, _ in found].count("commitment_region") == 3
    assert {row["topic_id"] for (table, _), row in found.items() if table == "commitment"} == {TOPIC}
    assert integrity.check(desk.store) == []


def test_only_the_paper_for_the_head_tells_of_it(desk: Desk, example: UUID) -> None:
    ask_direction(desk, "commitment", commitments_of(desk.store, example)[0].id, QUESTION)
    ask_direction(desk, "issue", problem(desk), QUESTION)
    telling = []
    for kind, paper in PAPERS.items():
        with suppress(NotFound):  # such as a rundown nobody wrote
            if QUESTION in repr(paper.gather(desk.store, example)):
                telling.append(kind)
    assert telling == ["briefing"]


def test_a_closed_topic_asks_nothing_any_more(desk: Desk) -> None:
    ours = records(desk)
    for table, one in ours:
        ask_direction(desk, table, one, QUESTION)
    with writing(desk.store, "topic.close", by="Uji") as write:
        write.update(Topic, TOPIC, state="closed")
        write.finish()
    assert awaited_directions(desk.store) == []
    for table, one in ours:
        with pytest.raises(InvalidInput, match="ditutup"):
            answer_direction(desk, table, one, ANSWER)
