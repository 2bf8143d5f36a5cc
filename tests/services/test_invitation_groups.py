"""Kelompok undangan and the other sources: each institution once, counted before anything is added."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.base.errors import InvalidInput
from desktop.models.queries.attendance import participants
from desktop.models.queries.invitees import region_places
from desktop.models.queries.preparation import group_offices, invitation_groups
from desktop.models.store import Store
from desktop.services.attendance import add_guest, invite
from desktop.services.desk import Desk
from desktop.services.directory import save_institution
from desktop.services.history import History
from desktop.services.invitation_groups import (
    add_to_group,
    delete_group,
    group_from_invitations,
    make_group,
    move_in_group,
    remove_from_group,
    rename_group,
)
from desktop.services.invitation_sources import (
    Offer,
    from_area_group,
    from_group,
    from_institutions,
    from_meeting,
    from_regions,
    preview,
)
from desktop.services.meetings import create_meeting

DAY = date(2024, 10, 10)
KPU = "KPU kabupaten/kota"


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    return create_meeting(desk, title="Rakor Uji", held_on=DAY)[0]


def _counts(desk: Desk, meeting: UUID, offers: list[Offer]) -> tuple[int, int]:
    found = preview(offers, participants(desk.store, meeting))
    return len(found.fresh), len(found.known)


def _add(desk: Desk, meeting: UUID, offers: list[Offer]) -> None:
    invite(desk, meeting, [offer.seat for offer in preview(offers, participants(desk.store, meeting)).fresh])


def test_a_group_of_the_area_adds_each_institution_once_by_its_leader(desk: Desk, meeting: UUID) -> None:
    offers = from_area_group(desk.store, KPU, DAY)
    assert _counts(desk, meeting, offers) == (8, 0)
    _add(desk, meeting, offers)
    assert _counts(desk, meeting, offers) == (0, 8)
    seats = participants(desk.store, meeting)
    assert len({seat.institution_id for seat in seats}) == 8
    assert {seat.invited_title for seat in seats} == {"Ketua"}


def test_an_institution_invited_in_whatever_post_is_known(desk: Desk, meeting: UUID) -> None:
    offers = from_area_group(desk.store, KPU, DAY)
    invite(desk, meeting, [{"institution_id": offers[0].seat["institution_id"]}])
    assert _counts(desk, meeting, offers) == (7, 1)


def test_an_institution_without_a_leaders_post_is_invited_itself(desk: Desk) -> None:
    lone, _ = save_institution(desk, name="Paguyuban Uji", kind="lainnya", level="lainnya")
    (offer,) = from_institutions(desk.store, [lone, lone], DAY)
    assert (offer.words, offer.seat) == ("Paguyuban Uji", {"institution_id": lone})


def test_regions_and_kinds_narrow_each_other_in_the_offices_order(desk: Desk) -> None:
    home = [place for place in region_places(desk.store) if place.home]
    assert home[0].name == "Kabupaten Bojonegoro"
    assert len(home) == 8
    both = from_regions(desk.store, [home[0].id, home[1].id], {"kpu", "bawaslu"}, DAY)
    assert len(both) == 4
    everywhere = from_regions(desk.store, [], {"kpu"}, DAY)
    assert len(everywhere) >= 8
    of_one = from_regions(desk.store, [home[0].id], (), DAY)
    assert len(of_one) > len(from_regions(desk.store, [home[0].id], {"kpu"}, DAY))


def test_invitations_are_kept_as_a_group_and_come_back_from_it(desk: Desk, meeting: UUID) -> None:
    _add(desk, meeting, from_area_group(desk.store, KPU, DAY))
    invite(desk, meeting, [{"label": "Tokoh masyarakat", "role": "narasumber"}])
    add_guest(desk, meeting, name="Bagas")
    group, _ = group_from_invitations(desk, meeting, "Rakor Pilkada")
    assert [(row.name, row.members) for row in invitation_groups(desk.store)] == [("Rakor Pilkada", 9)]
    other, _ = create_meeting(desk, title="Rakor Lain", held_on=DAY)
    offers = from_group(desk.store, group, DAY)
    assert _counts(desk, other, offers) == (9, 0)
    _add(desk, other, offers)
    assert participants(desk.store, other)[-1].role == "narasumber"
    assert _counts(desk, other, offers) == (0, 9)
    assert _counts(desk, other, from_meeting(desk.store, meeting, DAY)) == (0, 9)


def test_a_group_holds_an_office_once_and_keeps_its_order(desk: Desk) -> None:
    seats = [offer.seat for offer in from_area_group(desk.store, KPU, DAY)[:3]]
    group, _ = make_group(desk, "KPU pilihan", seats[:2])
    add_to_group(desk, group, seats)
    rows = group_offices(desk.store, group)
    assert len(rows) == 3
    move_in_group(desk, group, rows[2].id, 0)
    remove_from_group(desk, [rows[0].id])
    assert [row.id for row in group_offices(desk.store, group)] == [rows[2].id, rows[1].id]


def test_groups_are_renamed_and_go_with_their_members(desk: Desk) -> None:
    group, _ = make_group(desk, "Satu", [{"label": "Tokoh"}])
    rename_group(desk, group, "Dua")
    with pytest.raises(InvalidInput, match="sudah ada"):
        make_group(desk, "dua")
    history = History()
    history.note(delete_group(desk, group))
    assert invitation_groups(desk.store) == []
    assert group_offices(desk.store, group) == []
    history.undo(desk)
    assert [row.members for row in invitation_groups(desk.store)] == [1]


def test_an_empty_list_makes_no_group(desk: Desk, meeting: UUID) -> None:
    with pytest.raises(InvalidInput, match="masih kosong"):
        group_from_invitations(desk, meeting, "Kosong")
