"""Kalimat siap pakai: the usual ones until the office changes them, then its own."""

from __future__ import annotations

import pytest

from desktop.base.errors import InvalidInput
from desktop.models.queries.text_blocks import kept_text_blocks
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.text_blocks import (
    add_text_block,
    delete_text_block,
    move_text_block,
    text_blocks,
    update_text_block,
)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def labels(desk: Desk) -> list[str]:
    return [one.label for one in text_blocks(desk.store)]


def test_an_office_without_sentences_is_offered_the_usual_ones_and_nothing_is_written(desk: Desk) -> None:
    assert text_blocks(desk.store)[0].text == "Rapat dibuka oleh … pada pukul …"
    assert kept_text_blocks(desk.store) == []


def test_the_first_change_makes_them_the_offices_own(desk: Desk) -> None:
    usual = text_blocks(desk.store)
    update_text_block(desk, usual[0].id, text="Rapat dimulai oleh …")
    assert [one.id for one in kept_text_blocks(desk.store)] == [one.id for one in usual]
    assert text_blocks(desk.store)[0].text == "Rapat dimulai oleh …"


def test_a_sentence_is_added_named_moved_and_taken_away(desk: Desk) -> None:
    before = labels(desk)
    one, _ = add_text_block(desk, text="Demi kelancaran rapat, mohon …")
    assert labels(desk) == [*before, "Demi kelancaran rapat, mohon"]
    move_text_block(desk, one, 0)
    assert labels(desk)[0] == "Demi kelancaran rapat, mohon"
    delete_text_block(desk, one)
    assert labels(desk) == before


def test_undo_takes_a_change_back_and_it_can_be_done_again(desk: Desk) -> None:
    before, history = labels(desk), History()
    history.note(delete_text_block(desk, text_blocks(desk.store)[0].id))
    assert labels(desk) == before[1:]
    history.undo(desk)
    assert labels(desk) == before
    delete_text_block(desk, text_blocks(desk.store)[0].id)
    assert labels(desk) == before[1:]


def test_a_sentence_needs_words(desk: Desk) -> None:
    with pytest.raises(InvalidInput):
        add_text_block(desk, text="  ")
