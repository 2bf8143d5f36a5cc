"""Catat Rapat: lines are kept in order, corrected, moved, and taken away only when nothing points to them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.base.errors import ChangedMeanwhile, InvalidInput
from desktop.models.queries.discussion import StatementRow, agenda, statements
from desktop.models.store import Store
from desktop.services.agenda import add_agenda_item
from desktop.services.capture import add_statement, delete_statement, move_statement, update_statement
from desktop.services.commitments import add_commitment
from desktop.services.desk import Desk
from desktop.services.draft_keeper import drop_draft, keep_draft, recall_draft
from desktop.services.history import History
from desktop.services.meetings import create_meeting


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    return create_meeting(desk, title="Rakor Uji", held_on=date(2024, 10, 3))[0]


def texts(desk: Desk, meeting: UUID) -> list[str]:
    return [one.text for one in statements(desk.store, meeting)]


def first(desk: Desk, meeting: UUID) -> StatementRow:
    return statements(desk.store, meeting)[0]


def test_lines_stay_in_the_order_they_were_said(desk: Desk, meeting: UUID) -> None:
    for text in ("satu", "dua", "tiga"):
        add_statement(desk, meeting, kind="arahan", text=text)
    assert texts(desk, meeting) == ["satu", "dua", "tiga"]


def test_a_draft_goes_with_the_line_it_became(desk: Desk, meeting: UUID) -> None:
    keep_draft(desk, "capture:1", {"text": "setengah"})
    assert recall_draft(desk, "capture:1") == {"text": "setengah"}
    add_statement(desk, meeting, kind="arahan", text="setengah jadi", draft="capture:1")
    assert recall_draft(desk, "capture:1") is None


def test_a_line_that_is_refused_leaves_its_draft(desk: Desk, meeting: UUID) -> None:
    keep_draft(desk, "capture:1", {"text": "teks"})
    with pytest.raises(InvalidInput):
        add_statement(desk, meeting, kind="pidato", text="teks", draft="capture:1")
    assert recall_draft(desk, "capture:1") == {"text": "teks"}


def test_a_discarded_draft_is_gone(desk: Desk) -> None:
    keep_draft(desk, "capture:1", {"text": "teks"})
    drop_draft(desk, "capture:1")
    assert recall_draft(desk, "capture:1") is None


def test_an_empty_line_is_not_kept(desk: Desk, meeting: UUID) -> None:
    with pytest.raises(InvalidInput):
        add_statement(desk, meeting, kind="arahan", text="  \n ")
    assert texts(desk, meeting) == []


def test_a_corrected_line_can_be_corrected_back(desk: Desk, meeting: UUID) -> None:
    one, _ = add_statement(desk, meeting, kind="arahan", text="salah ketik")
    history = History()
    keep_draft(desk, "line:1", {"text": "salah"})
    history.note(update_statement(desk, one, text="benar", kind="laporan", draft="line:1"))
    assert (first(desk, meeting).text, first(desk, meeting).kind) == ("benar", "laporan")
    assert recall_draft(desk, "line:1") is None
    history.undo(desk)
    assert (first(desk, meeting).text, first(desk, meeting).kind) == ("salah ketik", "arahan")


def test_what_others_changed_meanwhile_stays_beside_a_correction(desk: Desk, meeting: UUID) -> None:
    one, _ = add_statement(desk, meeting, kind="arahan", text="salah ketik")
    update_statement(desk, one, kind="laporan")
    was = {"kind": "arahan", "text": "salah ketik"}
    update_statement(desk, one, was=was, kind="arahan", text="benar")
    assert (first(desk, meeting).text, first(desk, meeting).kind) == ("benar", "laporan")


def test_the_same_words_changed_meanwhile_are_not_overwritten_unseen(desk: Desk, meeting: UUID) -> None:
    one, _ = add_statement(desk, meeting, kind="arahan", text="salah ketik")
    update_statement(desk, one, text="milik teman")
    keep_draft(desk, "line:1", {"text": "milik saya"})
    with pytest.raises(ChangedMeanwhile, match="milik teman"):
        update_statement(desk, one, was={"text": "salah ketik"}, text="milik saya", draft="line:1")
    assert texts(desk, meeting) == ["milik teman"]
    assert recall_draft(desk, "line:1") == {"text": "milik saya"}
    update_statement(desk, one, was={"text": "milik teman"}, text="milik saya", draft="line:1")
    assert texts(desk, meeting) == ["milik saya"]


def test_two_who_correct_a_line_alike_do_not_disagree(desk: Desk, meeting: UUID) -> None:
    one, _ = add_statement(desk, meeting, kind="arahan", text="salah ketik")
    update_statement(desk, one, text="benar")
    assert not update_statement(desk, one, was={"text": "salah ketik"}, text="benar")
    assert texts(desk, meeting) == ["benar"]


def test_a_line_moves_and_may_change_its_point_of_the_agenda(desk: Desk, meeting: UUID) -> None:
    add_agenda_item(desk, meeting, title="Logistik")
    item = agenda(desk.store, meeting)[0].id
    made = [add_statement(desk, meeting, kind="arahan", text=text)[0] for text in ("satu", "dua", "tiga")]
    move_statement(desk, made[2], 0)
    assert texts(desk, meeting) == ["tiga", "satu", "dua"]
    move_statement(desk, made[2], 1, agenda_item_id=item)
    assert texts(desk, meeting) == ["satu", "tiga", "dua"]
    assert statements(desk.store, meeting)[1].agenda_item_id == item


def test_a_line_with_a_follow_up_stays(desk: Desk, meeting: UUID) -> None:
    one, _ = add_statement(desk, meeting, kind="arahan", text="Siapkan logistik")
    add_commitment(desk, kind="arahan", text="Siapkan logistik", meeting_id=meeting, statement_id=one)
    with pytest.raises(InvalidInput, match="sudah menjadi tindak lanjut"):
        delete_statement(desk, one)
    assert texts(desk, meeting) == ["Siapkan logistik"]


def test_a_deleted_line_comes_back_with_undo(desk: Desk, meeting: UUID) -> None:
    one, _ = add_statement(desk, meeting, kind="arahan", text="Siapkan logistik")
    history = History()
    history.note(delete_statement(desk, one))
    assert texts(desk, meeting) == []
    history.undo(desk)
    assert texts(desk, meeting) == ["Siapkan logistik"]
