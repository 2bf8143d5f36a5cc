"""Saringan tersimpan: kept under a name for one list, found again in the order the office gave them."""

from __future__ import annotations

from uuid import UUID

import pytest

from desktop.base.errors import InvalidInput
from desktop.models.queries.saved_filters import saved_filters
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.saved_filters import delete_filter, move_filter, rename_filter, save_filter

PLACE = "commitments"
LATE = {"state": "terlambat", "region": "3f1c7d3e-2a54-5b0e-9c61-524b31000001"}


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def kept(desk: Desk, place: str = PLACE) -> list[str]:
    return [one.name for one in saved_filters(desk.store, place)]


def saved(desk: Desk, *names: str) -> list[UUID]:
    return [save_filter(desk, PLACE, name, LATE)[0] for name in names]


def test_a_filter_is_found_again_under_its_name_in_its_own_list(desk: Desk) -> None:
    save_filter(desk, PLACE, "  Terlambat  Tuban ", LATE)
    (one,) = saved_filters(desk.store, PLACE)
    assert (one.name, one.content) == ("Terlambat Tuban", LATE)
    assert kept(desk, "meetings") == []


def test_saving_under_a_name_that_is_taken_replaces_what_it_kept(desk: Desk) -> None:
    (first,) = saved(desk, "Tuban")
    again, _ = save_filter(desk, PLACE, "TUBAN", {"state": "terbuka"})
    (one,) = saved_filters(desk.store, PLACE)
    assert (again, one.name, one.content) == (first, "TUBAN", {"state": "terbuka"})


def test_filters_are_renamed_put_in_order_and_forgotten_and_undo_brings_them_back(desk: Desk) -> None:
    first, second, third = saved(desk, "A", "B", "C")
    move_filter(desk, third, 0)
    rename_filter(desk, second, "Bupati")
    assert kept(desk) == ["C", "A", "Bupati"]
    history = History()
    history.note(delete_filter(desk, first))
    assert kept(desk) == ["C", "Bupati"]
    history.undo(desk)
    assert kept(desk) == ["C", "A", "Bupati"]


def test_a_name_is_asked_for_and_is_not_given_twice(desk: Desk) -> None:
    _, second = saved(desk, "A", "B")
    for refused in ("  ", "x" * 61):
        with pytest.raises(InvalidInput):
            save_filter(desk, PLACE, refused, LATE)
    with pytest.raises(InvalidInput, match="sudah ada"):
        rename_filter(desk, second, "a")
    with pytest.raises(InvalidInput, match="Belum ada saringan"):
        save_filter(desk, PLACE, "Kosong", {})
    assert kept(desk) == ["A", "B"]
