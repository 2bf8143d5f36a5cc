"""A question is compiled once and asked with other values each time."""

from __future__ import annotations

from datetime import date
from unittest.mock import Mock

import peewee
import pytest

from desktop.models.statements import Statement, param, text_of
from desktop.models.store import Store
from desktop.models.tables import Meeting, Participant
from tests.models.made_up import add_meeting


def titles_on() -> peewee.Query:
    return (
        Meeting.select(Meeting.title)
        .where((Meeting.held_on == param("day")) & (Meeting.deleted == param("deleted")))
        .order_by(Meeting.title)
    )


def test_values_are_given_when_the_question_is_asked(store: Store) -> None:
    add_meeting(store)
    add_meeting(store, title="Rapat Kedua", held_on=date(2024, 10, 9))
    question = Statement(titles_on)
    assert question.rows(store, day=date(2024, 10, 3), deleted=False) == [("Rapat Koordinasi Banjir",)]
    assert question.rows(store, day=date(2024, 10, 9), deleted=False) == [("Rapat Kedua",)]
    assert question.rows(store, day=date(2024, 10, 9), deleted=True) == []


def test_one_answer_or_none(store: Store) -> None:
    meeting, _ = add_meeting(store, seats=2)
    question = Statement(
        lambda: Participant.select(peewee.fn.COUNT(Participant.seq)).where(
            Participant.meeting_id == param("meeting")
        )
    )
    assert question.one(store, meeting=meeting) == (2,)
    nothing = Statement(lambda: Meeting.select(Meeting.seq).where(Meeting.title == param("title")))
    assert nothing.one(store, title="tidak ada") is None


def test_a_question_is_built_once_for_each_store(store: Store) -> None:
    build = Mock(side_effect=titles_on)
    question = Statement(build)
    for _ in range(3):
        question.rows(store, day=date(2024, 10, 3), deleted=False)
    assert build.call_count == 1


def test_both_engines_can_be_asked_the_same_question(sqlite_store: Store, request: pytest.FixtureRequest) -> None:
    from desktop.models.store import connect_postgresql

    question = Statement(titles_on)
    with request.getfixturevalue("postgres_server").copy() as url:
        server = connect_postgresql(url)
        assert question.rows(sqlite_store, day=date(2024, 10, 3), deleted=False) == []
        assert question.rows(server, day=date(2024, 10, 3), deleted=False) == []
        server.close()


def test_fixed_values_stay_in_their_places(store: Store) -> None:
    add_meeting(store)
    question = Statement(
        lambda: Meeting.select(Meeting.title).where(
            (Meeting.state == "konsep") & (Meeting.title == param("title")) & (Meeting.security == "biasa")
        )
    )
    assert len(question.rows(store, title="Rapat Koordinasi Banjir")) == 1


def test_a_forgotten_value_is_a_defect(store: Store) -> None:
    with pytest.raises(KeyError, match="day"):
        Statement(titles_on).rows(store, deleted=False)


def test_a_hostile_value_is_only_a_value(store: Store) -> None:
    add_meeting(store)
    question = Statement(lambda: Meeting.select(Meeting.seq).where(Meeting.title == param("title")))
    assert question.rows(store, title="' OR 1=1 --") == []


def test_a_day_reads_alike_on_both_engines(store: Store) -> None:
    add_meeting(store)
    question = Statement(lambda: Meeting.select(text_of(Meeting.held_on)))
    assert question.rows(store) == [("2024-10-03",)]
