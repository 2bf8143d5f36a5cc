"""Checking the data finds what should not be, tells how many, and changes nothing."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from desktop.models import integrity, opening
from desktop.models.journal import writing
from desktop.models.store import Store
from desktop.models.tables import Meeting
from tests.models import broken
from tests.models.made_up import add_meeting, live


def test_a_new_office_is_whole(store: Store) -> None:
    assert integrity.check(store) == []


def test_a_working_office_is_whole(store: Store) -> None:
    meeting, _ = add_meeting(store, seats=4)
    with writing(store, "meeting.update", by="Uji") as write:
        write.update(Meeting, meeting, title="Judul Baru", place="Łódź")
    assert integrity.check(store) == []


def test_seats_at_a_deleted_meeting_are_counted(store: Store) -> None:
    meeting, _ = add_meeting(store, seats=4)
    store.execute(f"UPDATE meeting SET deleted = {store.mark} WHERE id = {store.mark}", (True, meeting))
    problem, unfound = integrity.check(store)
    assert (problem.table, problem.count) == ("participant", 4)
    assert (unfound.table, unfound.count) == ("search_line", 1)
    assert problem.message == "4 isian participant menunjuk meeting yang sudah dihapus."


def test_rows_without_any_parent_are_counted(sqlite_store: Store) -> None:
    add_meeting(sqlite_store, seats=3)
    sqlite_store.execute("PRAGMA foreign_keys = 0")
    sqlite_store.execute("UPDATE participant SET meeting_id = ?", (UUID(int=3),))
    assert [(one.table, one.count) for one in integrity.check(sqlite_store)] == [("participant", 3)]


@pytest.mark.parametrize("column", ["search_text", "sort_key"])
def test_search_words_that_do_not_follow_from_the_text_are_counted(store: Store, column: str) -> None:
    add_meeting(store)
    store.execute(f"UPDATE meeting SET {column} = 'usang'")
    problem, *unfound = integrity.check(store)
    assert (problem.table, problem.count) == ("meeting", 1)
    assert "dicari" in problem.message
    assert [one.table for one in unfound] == (["search_line"] if column == "search_text" else [])


def test_a_change_without_its_action_is_counted(store: Store) -> None:
    _, changes = add_meeting(store)
    store.execute(f"DELETE FROM action WHERE seq = {store.mark}", (changes.action,))
    (problem,) = integrity.check(store)
    assert (problem.table, problem.count) == ("change", 1)


def test_a_clock_behind_its_own_changes_is_found(store: Store) -> None:
    add_meeting(store)
    store.execute("UPDATE replica SET clock = 0")
    assert [one.table for one in integrity.check(store)] == ["replica"]


def test_damaged_pages_are_found(sqlite_store: Store, tmp_path: Path) -> None:
    folder = broken.cut_off_without_log(sqlite_store, tmp_path / "putus")
    path = opening.database_file(folder)
    index = sqlite_store.one("SELECT rootpage FROM sqlite_master WHERE name = 'meeting_place'")
    assert index is not None
    with path.open("r+b") as file:
        file.seek((index[0] - 1) * broken.PAGE)
        file.write(bytes(range(256)) * (broken.PAGE // 256))
    store = opening.open_folder(folder, read_only=True)
    problem = integrity.check(store)[0]
    assert problem.table == ""
    assert problem.message.startswith("Berkas data rusak: ")
    opening.close(store)


def test_checking_twice_finds_the_same_and_changes_nothing(store: Store) -> None:
    add_meeting(store)
    store.execute("UPDATE meeting SET search_text = 'usang'")
    before = live(store)
    assert integrity.check(store) == integrity.check(store)
    assert live(store) == before
