"""Many follow-ups changed at once: what will change is said first, who cannot take it is named, one undo."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.models.queries.commitment_relations import (
    institutions_by_seq,
    institutions_concerned,
    regions_by_seq,
    regions_concerned,
)
from desktop.models.queries.commitments import CommitmentRow, commitment
from desktop.models.queries.lookup import Lookup
from desktop.models.queries.progress import log_of
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.services.addressees import addressees_named
from desktop.services.commitment_bulk import change_many, plan
from desktop.services.commitment_changes import AddInstitution, AddRegion, Escalate, SetDue, SetState
from desktop.services.commitments import add_commitment, update_commitment
from desktop.services.desk import Desk
from desktop.services.history import History

AGREED, LATER = date(2024, 10, 20), date(2024, 11, 5)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def task(desk: Desk, text: str, *words: str, **values: object) -> CommitmentRow:
    to = [to for one in words for to in addressees_named(desk.store, one)]
    return read(desk, add_commitment(desk, kind="arahan", text=text, to=to, **values)[0])


def read(desk: Desk, one: UUID) -> CommitmentRow:
    found = commitment(desk.store, one)
    assert found is not None
    return found


def test_the_plan_counts_follow_ups_and_addressees_and_names_who_is_left(desk: Desk) -> None:
    many = task(desk, "Siapkan gudang", "KPU kabupaten/kota")
    alone, nobody = task(desk, "Kirim data", "KPU Provinsi Jawa Timur"), task(desk, "Bentuk tim")
    seqs = [many.seq, alone.seq, nobody.seq]
    found = plan(desk.store, seqs, SetState("proses"))
    count = len(many.addressees) + 1
    assert found.sentence() == f"2 tindak lanjut, {count} penanggung jawab menjadi “Dalam proses”."
    assert [(one.follow_up.text, one.reason) for one in found.left] == [
        ("Bentuk tim", "belum ada penanggung jawab")
    ]
    assert read(desk, alone.id).state == "belum"


def test_a_state_for_many_is_one_deed_and_one_undo(desk: Desk) -> None:
    rows = [
        task(desk, "Siapkan gudang", "KPU kabupaten/kota"),
        task(desk, "Kirim data", "KPU Provinsi Jawa Timur"),
    ]
    history = History()
    done, changes = change_many(desk, [one.seq for one in rows], SetState("selesai_laporan", AGREED))
    history.note(changes)
    assert {read(desk, one.id).state for one in rows} == {"selesai_laporan"}
    assert done.parts == len(changes.ids("addressee"))
    assert {each.state_on for one in rows for each in read(desk, one.id).addressees} == {AGREED}
    history.undo(desk)
    assert {read(desk, one.id).state for one in rows} == {"belum"}


def test_a_promised_day_moves_only_with_a_reason_that_stands_in_the_log(desk: Desk) -> None:
    agreed = task(desk, "Kirim data", "KPU Provinsi Jawa Timur", due_date=AGREED, due_source="disepakati")
    undated = task(desk, "Bentuk tim")
    seqs = [agreed.seq, undated.seq]
    with pytest.raises(InvalidInput, match="Alasan"):
        change_many(desk, seqs, SetDue(LATER, "jadwal"))
    assert (read(desk, agreed.id).due_date, read(desk, undated.id).due_date) == (AGREED, None)

    change_many(desk, seqs, SetDue(LATER, "jadwal", "Jadwal tahapan bergeser"))
    for one in (agreed, undated):
        assert (read(desk, one.id).due_date, read(desk, one.id).due_source) == (LATER, "jadwal")
    (told,) = log_of(desk.store, agreed.id)
    assert (told.due_before, told.due_after, told.due_reason) == (AGREED, LATER, "Jadwal tahapan bergeser")


def test_a_promised_day_of_nobody_cannot_be_moved_silently(desk: Desk) -> None:
    one = task(desk, "Bentuk tim", due_date=AGREED, due_source="jadwal")
    found, changes = change_many(desk, [one.seq], SetDue(LATER, "disepakati", "Bergeser"))
    assert (found.sentence(), bool(changes)) == ("Tidak ada yang berubah.", False)
    assert "alasannya tidak dapat dicatat" in found.left[0].reason


def test_regions_and_institutions_are_added_once(desk: Desk) -> None:
    known = Lookup.read(desk.store)
    tuban, kpu = known.regions[fold("Kabupaten Tuban")], known.institutions[fold("KPU Provinsi Jawa Timur")]
    theirs, other = task(desk, "Kirim data", "KPU Provinsi Jawa Timur"), task(desk, "Bentuk tim")
    seqs = [theirs.seq, other.seq]
    change_many(desk, seqs, AddRegion(tuban, "Kabupaten Tuban"))
    again = plan(desk.store, seqs, AddRegion(tuban, "Kabupaten Tuban"))
    assert (again.taking, len(again.left)) == ((), 2)
    done, _ = change_many(desk, seqs, AddInstitution(kpu, "KPU Provinsi Jawa Timur"))
    assert [one.reason for one in done.left] == ["instansi itu penanggung jawabnya"]
    assert regions_by_seq(desk.store, seqs) == {seq: ["Kabupaten Tuban"] for seq in seqs}
    assert institutions_by_seq(desk.store, seqs) == {other.seq: ["KPU Provinsi Jawa Timur"]}


def test_what_a_follow_up_concerns_can_be_named_anew_and_undone(desk: Desk) -> None:
    regions = Lookup.read(desk.store).regions
    tuban, gresik = regions[fold("Kabupaten Tuban")], regions[fold("Kabupaten Gresik")]
    one = task(desk, "Siapkan gudang", regions=[tuban])
    history = History()
    history.note(update_commitment(desk, one.id, regions=[gresik], related=[]))
    assert [each.id for each in regions_concerned(desk.store, one.id)] == [gresik]
    history.undo(desk)
    assert [each.id for each in regions_concerned(desk.store, one.id)] == [tuban]
    update_commitment(desk, one.id, regions=[tuban, gresik])
    assert {each.id for each in regions_concerned(desk.store, one.id)} == {tuban, gresik}
    assert institutions_concerned(desk.store, one.id) == []


def test_the_heads_word_is_asked_once_and_not_on_what_is_done(desk: Desk) -> None:
    waiting, done = task(desk, "Bentuk tim"), task(desk, "Kirim data", "KPU Provinsi Jawa Timur")
    change_many(desk, [done.seq], SetState("selesai_bukti"))
    told, _ = change_many(desk, [waiting.seq, done.seq], Escalate("Mohon arahan anggaran"))
    assert told.sentence() == "1 tindak lanjut menunggu arahan pimpinan."
    assert [one.reason for one in told.left] == ["sudah selesai"]
    assert fields_of(desk.store, "commitment", waiting.id)["escalation"] == "Mohon arahan anggaran"
    assert plan(desk.store, [waiting.seq], Escalate("Lagi")).left[0].reason == "sudah menunggu arahan pimpinan"
    with pytest.raises(InvalidInput):
        plan(desk.store, [waiting.seq], Escalate("  "))
