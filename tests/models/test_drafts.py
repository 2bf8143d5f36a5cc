"""Typing is kept until it becomes a version; it is nobody else's business."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.base import clock
from desktop.base.errors import ReadOnlyPlace
from desktop.models import drafts, opening
from desktop.models.store import Store
from tests.models import broken

TYPED = {"text": "Tanggul “Kali Pacal” retak\nperlu ditinjau", "speaker": None, "order": 3, "sure": True}


def test_what_was_typed_comes_back(store: Store) -> None:
    drafts.keep(store, "capture:1", TYPED)
    assert drafts.recall(store, "capture:1") == TYPED


def test_a_place_without_typing_holds_nothing(store: Store) -> None:
    assert drafts.recall(store, "capture:1") is None


def test_a_place_keeps_only_the_latest_typing(store: Store) -> None:
    drafts.keep(store, "capture:1", {"text": "Tang"})
    drafts.keep(store, "capture:1", TYPED)
    assert drafts.recall(store, "capture:1") == TYPED
    assert len(drafts.waiting(store)) == 1


def test_places_do_not_mix(store: Store) -> None:
    drafts.keep(store, "capture:1", {"text": "satu"})
    drafts.keep(store, "capture:2", {"text": "dua"})
    drafts.forget(store, "capture:1")
    assert drafts.recall(store, "capture:1") is None
    assert drafts.recall(store, "capture:2") == {"text": "dua"}


def test_two_who_write_at_the_same_place_each_keep_their_own(store: Store) -> None:
    for owner, text in (("sri@laptop-1", "satu"), ("budi@laptop-2", "dua")):
        store.owner = owner
        drafts.keep(store, "capture:1", {"text": text})
    assert drafts.recall(store, "capture:1") == {"text": "dua"}
    drafts.forget(store, "capture:1")
    assert drafts.waiting(store) == []
    store.owner = "sri@laptop-1"
    assert drafts.recall(store, "capture:1") == {"text": "satu"}
    assert [place for place, _ in drafts.waiting(store)] == ["capture:1"]


def test_what_nobody_owns_is_found_by_whoever_comes_next(store: Store) -> None:
    drafts.keep(store, "capture:1", TYPED)
    store.owner = "sri@laptop-1"
    assert drafts.recall(store, "capture:1") == TYPED
    drafts.keep(store, "capture:1", {"text": "lanjut"})
    assert drafts.recall(store, "capture:1") == {"text": "lanjut"}
    assert len(drafts.waiting(store)) == 1
    drafts.forget(store, "capture:1")
    assert drafts.recall(store, "capture:1") is None


def test_waiting_places_are_told_newest_first_with_their_time(store: Store) -> None:
    start = datetime(2024, 10, 3, 2, 0, 0, 250_000, UTC)
    with clock.frozen(start) as held:
        assert drafts.keep(store, "capture:1", TYPED) == start
        held.move(timedelta(minutes=1))
        drafts.keep(store, "capture:2", TYPED)
    assert drafts.waiting(store) == [("capture:2", start + timedelta(minutes=1)), ("capture:1", start)]


def test_forgetting_what_is_not_there_is_no_trouble(store: Store) -> None:
    drafts.forget(store, "capture:1")
    assert drafts.waiting(store) == []


def test_typing_survives_an_unclean_end(sqlite_store: Store, tmp_path: Path) -> None:
    drafts.keep(sqlite_store, "capture:1", TYPED)
    again = opening.open_folder(broken.cut_off(sqlite_store, tmp_path / "putus"))
    assert drafts.recall(again, "capture:1") == TYPED
    opening.close(again)


def test_typing_is_no_version(store: Store) -> None:
    before = store.rows("SELECT clock FROM replica"), store.rows("SELECT count(*) FROM action")
    drafts.keep(store, "capture:1", TYPED)
    assert before == (store.rows("SELECT clock FROM replica"), store.rows("SELECT count(*) FROM action"))


def test_data_opened_for_reading_keep_no_typing(data_folder: Path) -> None:
    store = opening.open_folder(data_folder, read_only=True)
    with pytest.raises(ReadOnlyPlace):
        drafts.keep(store, "capture:1", TYPED)
    opening.close(store)
