"""Tindak Lanjut: to whom it goes, how far each addressee is, and what counts as open, late or done."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.base.errors import InvalidInput
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.commitments import CommitmentRow, commitment
from desktop.models.queries.lookup import group_kind
from desktop.models.queries.register import commitment_count, commitment_list
from desktop.models.store import Store
from desktop.services.addressees import GROUPS, addressees_named
from desktop.services.commitments import (
    To,
    add_commitment,
    delete_commitment,
    set_state,
    update_commitment,
)
from desktop.services.desk import Desk
from desktop.services.draft_keeper import keep_draft, recall_draft
from desktop.services.history import History
from desktop.services.meetings import create_meeting
from tests.engines import on_sqlite_alone

TODAY = date(2024, 10, 10)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def added(desk: Desk, *words: str, **values: object) -> UUID:
    to = [to for one in words for to in addressees_named(desk.store, one)]
    return add_commitment(desk, kind="arahan", text="Siapkan gudang", to=to, **values)[0]


def read(desk: Desk, one: UUID) -> CommitmentRow:
    found = commitment(desk.store, one)
    assert found is not None
    return found


def shown(desk: Desk, state: str = "") -> int:
    return commitment_list(desk.store, CommitmentFilter(state=state), today=TODAY).count()


@pytest.mark.parametrize("words", GROUPS)
def test_every_group_offered_has_members_in_the_own_area(desk: Desk, words: str) -> None:
    assert group_kind(words) is not None
    found = addressees_named(desk.store, words)
    assert len(found) >= 7
    assert {one.via for one in found} == {words}
    assert all(one.institution_id for one in found)


def test_a_group_keeps_the_words_it_was_said_with(desk: Desk) -> None:
    one = read(desk, added(desk, "pemerintah kabupaten/kota se-wilayah kerja", "KPU Provinsi Jawa Timur"))
    assert one.addressee_words() == ["pemerintah kabupaten/kota se-wilayah kerja", "KPU Provinsi Jawa Timur"]
    assert len(one.addressees) == 9


def test_an_office_and_unknown_words_can_be_addressed(desk: Desk) -> None:
    assert addressees_named(desk.store, "Kepala Bakorwil Bojonegoro")[0].position_id is not None
    assert addressees_named(desk.store, "Panitia Kirab") == (To(label="Panitia Kirab"),)


def test_each_addressee_has_its_own_state(desk: Desk) -> None:
    one = added(desk, "KPU kabupaten/kota")
    addressees = read(desk, one).addressees
    set_state(desk, [each.id for each in addressees[:3]], "selesai_laporan", on=TODAY)
    assert (read(desk, one).done, read(desk, one).state) == (3, "proses")
    set_state(desk, [each.id for each in addressees], "selesai_bukti", on=TODAY)
    assert read(desk, one).state == "selesai_laporan"


def test_changed_addressees_keep_the_state_of_those_who_stay(desk: Desk) -> None:
    one = added(desk, "KPU kabupaten/kota")
    kept = read(desk, one).addressees[0]
    set_state(desk, [kept.id], "proses", on=TODAY)
    update_commitment(
        desk, one, to=[To(institution_id=kept.institution_id, via=kept.via), To(label="Panitia Kirab")]
    )
    assert [(each.words, each.state) for each in read(desk, one).addressees] == [
        (kept.words, "proses"),
        ("Panitia Kirab", "belum"),
    ]


def test_somebody_named_alone_and_through_a_group_stays_both(desk: Desk) -> None:
    member = addressees_named(desk.store, "KPU kabupaten/kota")[2]
    one = added(desk, "KPU kabupaten/kota")
    update_commitment(
        desk,
        one,
        to=[To(institution_id=member.institution_id), *addressees_named(desk.store, "KPU kabupaten/kota")],
    )
    found = read(desk, one)
    assert [each.via for each in found.addressees if each.institution_id == member.institution_id] == [
        None, "KPU kabupaten/kota",
    ]  # fmt: skip
    assert found.addressee_words() == [found.addressees[0].words, "KPU kabupaten/kota"]
    assert not update_commitment(
        desk, one, to=[To(each.institution_id, via=each.via) for each in found.addressees]
    )


def test_changed_addressees_stand_in_the_order_now_named(desk: Desk) -> None:
    one = added(desk, "Panitia Kirab", "Karang Taruna")
    first, second = read(desk, one).addressees
    set_state(desk, [second.id], "proses", on=TODAY)
    update_commitment(desk, one, to=[To(label="Satlinmas"), To(label="Karang Taruna"), To(label="Panitia Kirab")])
    assert [(each.words, each.state) for each in read(desk, one).addressees] == [
        ("Satlinmas", "belum"), ("Karang Taruna", "proses"), ("Panitia Kirab", "belum"),
    ]  # fmt: skip
    assert {first.id, second.id} <= {each.id for each in read(desk, one).addressees}


@on_sqlite_alone
@pytest.mark.parametrize("to", [To(), To(label="  "), To(via="KPU kabupaten/kota"), To(label="a\x00b")])
def test_an_addressee_that_is_nobody_is_refused(desk: Desk, to: To) -> None:
    with pytest.raises(InvalidInput):
        add_commitment(desk, kind="arahan", text="Siapkan gudang", to=[to])


def test_a_kind_and_a_state_cannot_be_left_empty(desk: Desk) -> None:
    one = added(desk, "Kodim")
    with pytest.raises(InvalidInput, match="Jenis tindak lanjut"):
        update_commitment(desk, one, kind=None)
    with pytest.raises(InvalidInput, match="Status"):
        set_state(desk, [each.id for each in read(desk, one).addressees], "")


def test_the_same_words_twice_are_one_addressee(desk: Desk) -> None:
    assert len(read(desk, added(desk, "Panitia Kirab", "Panitia Kirab")).addressees) == 1


def test_a_date_without_its_source_is_refused(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="Sumber batas waktu"):
        added(desk, due_date=TODAY)


def test_only_a_promised_day_can_be_late(desk: Desk) -> None:
    yesterday = date(2024, 10, 9)
    added(desk, "Kodim", due_date=yesterday, due_source="internal")
    assert shown(desk, "terlambat") == 0
    late = added(desk, "Kodim", due_date=yesterday, due_source="disepakati")
    assert shown(desk, "terlambat") == 1
    assert read(desk, late).is_late(TODAY)
    assert not read(desk, late).is_late(yesterday)


def test_a_follow_up_nobody_is_named_for_is_open_not_done(desk: Desk) -> None:
    one = added(desk, due_date=date(2024, 10, 1), due_source="jadwal")
    assert (shown(desk, "terbuka"), shown(desk, "selesai")) == (1, 0)
    assert read(desk, one).is_late(TODAY)
    count = commitment_count(desk.store, today=TODAY)
    assert (count.total, count.open, count.late) == (1, 1, 1)


def test_it_belongs_to_the_topic_of_its_meeting_and_takes_its_draft_along(desk: Desk) -> None:
    meeting, _ = create_meeting(desk, title="Rakor Uji", held_on=TODAY)
    keep_draft(desk, "followup:1", {"text": "Siapkan"})
    one = read(desk, added(desk, "Kodim", meeting_id=meeting, draft="followup:1"))
    assert one.meeting_id == meeting
    assert recall_draft(desk, "followup:1") is None


def test_a_deleted_follow_up_comes_back_with_its_addressees(desk: Desk) -> None:
    one = added(desk, "KPU kabupaten/kota", "Kodim")
    before = read(desk, one)
    history = History()
    history.note(delete_commitment(desk, one))
    assert commitment(desk.store, one) is None
    history.undo(desk)
    assert read(desk, one) == before
