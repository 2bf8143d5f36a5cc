"""Letters of a meeting: made with the first word, worded where nothing was typed, numbers never refused."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.base.errors import FrozenMinutes, InvalidInput, NotFound
from desktop.models.queries.attendance import participants
from desktop.models.queries.issued import issued_of
from desktop.models.queries.letters import letter
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.services.addressees import addressees_named
from desktop.services.attendance import invite, mark, update_participant
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.issued import note_issued
from desktop.services.letter_defaults import ANNEXED, letter_defaults, letter_words
from desktop.services.letters import FIELDS, letter_values, number_elsewhere, update_letter
from desktop.services.meetings import create_meeting, delete_meeting, update_meeting
from desktop.services.minutes_life import make_ready


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    return create_meeting(desk, title="Rakor Banjir", held_on=date(2024, 10, 10))[0]


def test_a_letter_is_made_with_the_first_word_and_kept_field_by_field(desk: Desk, meeting: UUID) -> None:
    assert letter(desk.store, meeting, "nota_dinas") is None
    update_letter(desk, meeting, "nota_dinas", subject=" Laporan\n Banjir ", dated_on=date(2024, 10, 11))
    update_letter(desk, meeting, "nota_dinas", suggestion="Mohon arahan.\nRakor diulang.")
    values = letter_values(desk.store, meeting, "nota_dinas")
    assert set(values) == set(FIELDS["nota_dinas"])
    assert {name: value for name, value in values.items() if value is not None} == {
        "subject": "Laporan Banjir", "dated_on": date(2024, 10, 11),
        "suggestion": "Mohon arahan.\nRakor diulang.",
    }  # fmt: skip
    assert letter(desk.store, meeting, "laporan") is None


def test_an_empty_letter_is_not_kept(desk: Desk, meeting: UUID) -> None:
    assert not update_letter(desk, meeting, "laporan", closing="  ")
    assert letter(desk.store, meeting, "laporan") is None


def test_number_and_date_of_an_invitation_are_the_meetings_own(desk: Desk, meeting: UUID) -> None:
    update_letter(desk, meeting, "undangan", number="005/1/2024", dated_on=date(2024, 10, 1), note="Batik")
    head = fields_of(desk.store, "meeting", meeting)
    assert (head["invitation_number"], head["invitation_date"]) == ("005/1/2024", date(2024, 10, 1))
    assert letter_values(desk.store, meeting, "undangan")["number"] == "005/1/2024"
    found = letter(desk.store, meeting, "undangan")
    assert found is not None
    assert (found[1]["number"], found[1]["note"]) == (None, "Batik")


def test_one_undo_takes_back_all_that_was_saved_at_once(desk: Desk, meeting: UUID) -> None:
    history = History()
    history.note(update_letter(desk, meeting, "undangan", number="1", note="Batik", closing="Terima kasih."))
    history.undo(desk)
    assert not any(letter_values(desk.store, meeting, "undangan").values())
    update_letter(desk, meeting, "undangan", copies="Arsip")
    assert [value for value in letter_values(desk.store, meeting, "undangan").values() if value] == ["Arsip"]


def test_letters_go_and_come_back_with_their_meeting(desk: Desk, meeting: UUID) -> None:
    update_letter(desk, meeting, "laporan", closing="Selesai.")
    history = History()
    history.note(delete_meeting(desk, meeting))
    assert letter(desk.store, meeting, "laporan") is None
    with pytest.raises(NotFound):
        update_letter(desk, meeting, "laporan", closing="Lain")
    history.undo(desk)
    assert letter_values(desk.store, meeting, "laporan")["closing"] == "Selesai."


def test_what_no_letter_can_say_is_refused(desk: Desk, meeting: UUID) -> None:
    with pytest.raises(InvalidInput, match="Sifat surat"):
        update_letter(desk, meeting, "undangan", urgency="Kilat")
    with pytest.raises(InvalidInput, match="terlalu panjang"):
        update_letter(desk, meeting, "laporan", body="x" * 100_001)


def test_a_number_used_twice_is_pointed_out_and_kept(desk: Desk, meeting: UUID) -> None:
    other = create_meeting(desk, title="Rakor Lain", held_on=date(2024, 9, 1))[0]
    update_letter(desk, other, "nota_dinas", number="090/7")
    update_letter(desk, meeting, "undangan", number="090/7")
    told = number_elsewhere(desk.store, "090/7", meeting=meeting, kind="undangan")
    assert told == "Nomor 090/7 sudah dipakai nota dinas “Rakor Lain”, 1 September 2024."
    assert number_elsewhere(desk.store, "090/7", meeting=other, kind="nota_dinas").endswith("10 Oktober 2024.")
    assert number_elsewhere(desk.store, "090/7", meeting=meeting, kind="notula") == (
        "Nomor 090/7 sudah dipakai surat undangan rapat ini."
    )
    assert number_elsewhere(desk.store, "090/8", meeting=meeting, kind="undangan") == ""
    assert number_elsewhere(desk.store, None, meeting=meeting, kind="undangan") == ""


def test_frozen_minutes_hold_the_number_they_name_but_not_the_rest_of_the_invitation(
    desk: Desk, example: UUID
) -> None:
    make_ready(desk, example)
    with pytest.raises(FrozenMinutes):
        update_letter(desk, example, "undangan", number="005/2/2024")
    assert update_letter(desk, example, "undangan", note="Batik")
    assert update_letter(desk, example, "nota_dinas", number="090/1")


def test_the_invitation_is_worded_from_the_meeting(desk: Desk, example: UUID) -> None:
    words = letter_words(desk.store, example, "undangan")
    assert words["subject"].startswith("Undangan Rapat Koordinasi Persiapan")
    assert words["opening"].startswith("Dalam rangka mewujudkan Pilkada Serentak 2024")
    assert words["opening"].endswith("kami mohon kehadiran Saudara pada:")
    assert words["addressee"] == ANNEXED
    assert (words["urgency"], words["number"], words["note"]) == ("Biasa", None, None)


@pytest.mark.parametrize(
    ("title", "purpose", "opening"),
    [
        ("Rapat Koordinasi Kesiapan Logistik", None, "Dalam rangka Kesiapan Logistik,"),
        ("Evaluasi Banjir", None, "Dalam rangka pelaksanaan Rapat Evaluasi Banjir,"),
        ("Rakor", "KPU siap.\n Semua siap.", "Dalam rangka KPU siap. Semua siap,"),
        ("Rakor", "Membahas banjir.", "Dalam rangka membahas banjir,"),
        ("Rakor", "Kalimat panjang " * 40, "Dalam rangka pelaksanaan Rakor,"),
    ],
)
def test_the_occasion_is_the_purpose_or_what_the_title_says(
    desk: Desk, meeting: UUID, title: str, purpose: str | None, opening: str
) -> None:
    update_meeting(desk, meeting, title=title, purpose=purpose)
    assert letter_defaults(desk.store, meeting, "undangan")["opening"].startswith(opening)


def test_a_few_addressees_are_named_and_hosts_are_not_invited(desk: Desk, meeting: UUID) -> None:
    assert letter_words(desk.store, meeting, "undangan")["addressee"] is None
    names = ("KPU Kabupaten Tuban", "Bakorwil Bojonegoro")
    found = [addressees_named(desk.store, name)[0].institution_id for name in names]
    invite(desk, meeting, [{"institution_id": one} for one in found])
    seats = {seat.institution: seat.id for seat in participants(desk.store, meeting)}
    update_participant(desk, seats["Bakorwil Bojonegoro"], role="pimpinan")
    assert letter_words(desk.store, meeting, "undangan")["addressee"] == "KPU Kabupaten Tuban"


def test_what_was_typed_wins_and_a_dash_leaves_a_part_out(desk: Desk, meeting: UUID) -> None:
    update_letter(desk, meeting, "undangan", opening="Mengharap kehadiran Saudara:", closing="-", enclosure="-")
    words = letter_words(desk.store, meeting, "undangan")
    assert (words["opening"], words["closing"], words["enclosure"]) == ("Mengharap kehadiran Saudara:", "", "-")


def test_the_nota_dinas_goes_from_who_led_the_meeting_to_the_head(desk: Desk, example: UUID) -> None:
    words = letter_words(desk.store, example, "nota_dinas")
    assert (words["sender"], words["addressee"]) == ("Kepala Bidang Pemerintahan", "Kepala Bakorwil Bojonegoro")
    assert words["basis"] is None
    update_letter(desk, example, "undangan", number="005/9", dated_on=date(2024, 9, 20))
    basis = letter_words(desk.store, example, "nota_dinas")["basis"]
    assert basis.startswith("Surat undangan Nomor 005/9 tanggal 20 September 2024 hal Undangan Rapat")


def test_nobody_reports_to_himself(desk: Desk, example: UUID) -> None:
    chair = next(seat for seat in participants(desk.store, example) if seat.role == "pimpinan")
    mark(desk, [chair.id], "hadir", present_name="Nama Kepala")
    assert letter_words(desk.store, example, "nota_dinas")["sender"] is None


def test_the_report_says_by_whom_and_when_and_knows_no_law(desk: Desk, example: UUID) -> None:
    words = letter_words(desk.store, example, "laporan")
    assert "pada hari Kamis, 26 September 2024 di Ruang Mliwis Putih" in words["opening"]
    assert words["purpose"].startswith("Mewujudkan Pilkada")
    assert (words["basis"], words["suggestion"], words["number"]) == (None, None, None)


def test_the_register_notes_the_number_a_letter_bears(desk: Desk, meeting: UUID) -> None:
    update_letter(desk, meeting, "undangan", number="005/1")
    update_letter(desk, meeting, "nota_dinas", number="090/2")
    for kind in ("invitation", "nota-dinas", "report"):
        note_issued(desk, kind, kind, "simpan", b"%PDF", meeting=meeting)
    noted = {one.kind: (one.number, one.is_draft) for one in issued_of(desk.store, meeting)}
    assert noted == {"invitation": ("005/1", False), "nota-dinas": ("090/2", True), "report": (None, True)}
