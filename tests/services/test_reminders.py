"""Perlu dihubungi: whom to ask for news, what the message says, and what it never says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from desktop.base.clock import frozen
from desktop.base.errors import InvalidInput, PaperProblem
from desktop.models.queries.closing import open_items
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.commitments import commitments_of_topic
from desktop.models.queries.contacts import Contact, contact_notes, contacts, due_parts
from desktop.models.queries.due_days import due_rows
from desktop.models.queries.escalations import awaited_directions
from desktop.models.queries.form_rows import parts_to_ask
from desktop.models.queries.register import commitment_count
from desktop.models.store import Store
from desktop.services.addressees import addressees_named
from desktop.services.commitments import To, add_commitment, set_state
from desktop.services.desk import Desk
from desktop.services.escalations import ask_direction
from desktop.services.formats.news import contact_chat, open_chat
from desktop.services.history import History
from desktop.services.meetings import create_meeting
from desktop.services.reminders import delete_contact, note_contact
from desktop.services.topic_closing import End, end_items
from desktop.services.topics import add_topic
from tests.engines import on_sqlite_alone

TODAY, AGAIN_AFTER = date(2024, 11, 4), 7
KPU, TUBAN = "KPU Provinsi Jawa Timur", "KPU Kabupaten Tuban"


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture(autouse=True)
def monday() -> Any:
    with frozen(datetime(2024, 11, 4, 2, tzinfo=UTC)):
        yield


def task(desk: Desk, text: str, *to: str, due: int | None = -3, **values: Any) -> UUID:
    """A follow-up promised for a day so many days from today."""
    named = [one for words in to for one in addressees_named(desk.store, words)]
    day = None if due is None else TODAY + timedelta(days=due)
    given = {"due_date": day, "due_source": day and "disepakati", **values}
    return add_commitment(desk, kind="arahan", text=text, to=named, **given)[0]


def board(desk: Desk, day: date = TODAY) -> dict[str, Contact]:
    return {one.to: one for one in contacts(due_parts(desk.store, day))}


def texts(contact: Contact) -> list[str]:
    return [one.text for one in contact.parts]


def test_each_addressee_stands_once_with_all_that_is_late_or_due_within_seven_days(desk: Desk) -> None:
    task(desk, "Kirim data gudang", KPU, TUBAN, due=-3)
    task(desk, "Distribusi", KPU, due=7)
    task(desk, "Minggu sesudahnya", KPU, due=8)
    task(desk, "Hanya acuan kita", KPU, due=-9, due_source="internal")
    task(desk, "Tidur", KPU, due=-9, show_again_on=TODAY + timedelta(days=1))
    task(desk, "Kata saja", "Panitia kecamatan", due=0)
    found = board(desk)
    assert list(found) == [f"Ketua {KPU}", f"Ketua {TUBAN}", "Panitia kecamatan"]
    assert texts(found[f"Ketua {KPU}"]) == ["Kirim data gudang", "Distribusi"]
    assert [one.late(TODAY) for one in found.values()] == [1, 1, 0]


def test_who_has_finished_is_not_asked(desk: Desk) -> None:
    task(desk, "Kirim data", KPU)
    (part,) = due_parts(desk.store, TODAY)
    set_state(desk, [part.id], "selesai_laporan")
    assert board(desk) == {}


def test_the_leader_and_the_institution_get_one_message_another_post_its_own(desk: Desk) -> None:
    store = desk.store
    row = store.one("SELECT id, institution_id FROM position WHERE leads AND title = 'Ketua' ORDER BY seq LIMIT 1")
    assert row is not None
    post, institution = (UUID(bytes=one) if isinstance(one, bytes) else one for one in row)
    for to in (To(institution), To(institution, post), To(position_id=post)):
        add_commitment(
            desk, kind="arahan", text="Kirim data", to=[to], due_date=TODAY, due_source="disepakati"
        )  # fmt: skip
    (contact,) = board(desk).values()
    assert len(contact.parts) == 3


def test_who_was_asked_today_is_waited_for_and_stays_late(desk: Desk) -> None:
    task(desk, "Kirim data", KPU, TUBAN)
    asked, other = board(desk).values()
    before = commitment_count(desk.store, today=TODAY).late
    assert not asked.is_waiting(TODAY, AGAIN_AFTER)
    note_contact(desk, [one.id for one in asked.parts], note="Bu Ani menjawab besok")

    now, still = board(desk).values()
    assert [now.is_waiting(TODAY, AGAIN_AFTER), still.is_waiting(TODAY, AGAIN_AFTER)] == [
        True,
        False,
    ]
    last = now.last_contact()
    assert last is not None
    assert (last.contacted_on, last.channel) == (TODAY, "whatsapp")
    assert other.last_contact() is None
    assert commitment_count(desk.store, today=TODAY).late == before == 1
    assert not now.is_waiting(TODAY + timedelta(days=7), AGAIN_AFTER)
    assert now.is_waiting(TODAY + timedelta(days=6), AGAIN_AFTER)


def test_asking_is_undone_as_one_and_noted_once_a_day_and_way(desk: Desk) -> None:
    one = task(desk, "Kirim data", KPU, TUBAN)
    parts = [part.id for part in due_parts(desk.store, TODAY)]
    history = History()
    history.note(note_contact(desk, parts, on=TODAY - timedelta(days=2), channel="telepon"))
    note_contact(desk, parts[:1], on=TODAY - timedelta(days=2), channel="telepon", note="tidak diangkat")
    notes = contact_notes(desk.store, one)
    assert [(note.channel, note.note) for note in notes] == [("telepon", None), ("telepon", "tidak diangkat")]
    assert {note.contacted_by for note in notes} == {"Uji"}
    delete_contact(desk, [note.id for note in notes[1:]])
    assert len(contact_notes(desk.store, one)) == 1


def test_undo_puts_them_back_on_the_board(desk: Desk) -> None:
    task(desk, "Kirim data", KPU, TUBAN)
    history = History()
    history.note(note_contact(desk, [part.id for part in due_parts(desk.store, TODAY)]))
    history.undo(desk)
    assert not any(part.is_waiting(TODAY, AGAIN_AFTER) for part in due_parts(desk.store, TODAY))


@on_sqlite_alone
@pytest.mark.parametrize("wrong", [{"channel": "merpati"}, {"channel": ""}, {"on": TODAY + timedelta(days=3)}])
def test_what_cannot_have_happened_is_refused(desk: Desk, wrong: dict[str, Any]) -> None:
    task(desk, "Kirim data", KPU)
    (part,) = due_parts(desk.store, TODAY)
    with pytest.raises(InvalidInput):
        note_contact(desk, [part.id], **wrong)


def test_the_message_asks_and_blames_nobody(desk: Desk) -> None:
    meeting, _ = create_meeting(desk, title="Rakor Logistik", held_on=date(2024, 10, 1))
    task(desk, "Kirim data gudang", KPU, meeting_id=meeting, due=-3)
    task(desk, "Distribusi kotak", KPU, meeting_id=meeting, due=2)
    task(desk, "Siapkan gudang", KPU, TUBAN, due=-1)
    second = due_parts(desk.store, TODAY)[-1]
    set_state(desk, [second.id], "proses")
    text = contact_chat(desk.store, board(desk)[f"Ketua {KPU}"], TODAY)
    assert text.splitlines()[2:11] == [
        f"Yth. Ketua {KPU}",
        "Dengan hormat, mohon berkenan menyampaikan perkembangan tindak lanjut berikut:",
        "",
        "*Rakor Logistik, 1 Oktober 2024*",
        "1. Kirim data gudang (batas waktu 1 November 2024)",
        "2. Distribusi kotak (batas waktu 6 November 2024; dalam proses)",
        "",
        "Di luar rapat:",
        "3. Siapkan gudang (batas waktu 3 November 2024)",
    ]
    assert "Posisi data per 4 November 2024" in text
    for blame in ("terlambat", "belum", "Tuban", "lewat"):
        assert blame not in text


def test_the_whole_list_of_an_institution_tells_no_internal_date(desk: Desk) -> None:
    task(desk, "Kirim data gudang", KPU, due=-3)
    task(desk, "Rapat bulanan", KPU, due=40)
    task(desk, "Acuan kita", KPU, due=5, due_source="internal")
    institution = board(desk)[f"Ketua {KPU}"].institution_id
    assert institution is not None
    text = open_chat(desk.store, institution, TODAY)
    assert [line for line in text.splitlines() if line[:1].isdigit()] == [
        "1. Kirim data gudang (batas waktu 1 November 2024)",
        "2. Rapat bulanan (batas waktu 14 Desember 2024)",
        "3. Acuan kita",
    ]


def test_what_was_said_in_a_classified_meeting_stays_out_of_messages(desk: Desk) -> None:
    secret, _ = create_meeting(desk, title="Rakor Rawan", held_on=TODAY, security="rahasia")
    task(desk, "Plotting personel", KPU, meeting_id=secret)
    (contact,) = board(desk).values()
    with pytest.raises(PaperProblem, match="lewat WhatsApp"):
        contact_chat(desk.store, contact, TODAY)
    task(desk, "Kirim data gudang", KPU)
    (contact,) = board(desk).values()
    text = contact_chat(desk.store, contact, TODAY)
    assert "Kirim data gudang" in text
    assert "Plotting" not in text


def test_what_is_taken_up_again_after_its_end_is_asked_for_again_wherever_open_work_is(desk: Desk) -> None:
    topic, _ = add_topic(desk, "Banjir")
    one = task(desk, "Kirim data gudang", KPU, topic_id=topic)
    end_items(desk, topic, open_items(desk.store, topic), End("dihentikan", "Tidak perlu"))
    assert board(desk) == {}
    set_state(desk, [commitments_of_topic(desk.store, topic)[0].addressees[0].id], "proses")
    ask_direction(desk, "commitment", one, "Diteruskan?")
    assert [contact.parts[0].commitment_id for contact in board(desk).values()] == [one]
    assert [part.commitment_id for part in parts_to_ask(desk.store, TODAY)] == [one]
    assert [row.id for row in due_rows(desk.store)] == [one]
    assert [asked.id for asked in awaited_directions(desk.store)] == [one]
    for asked in (CommitmentFilter(state="terlambat"), CommitmentFilter(escalated=True)):
        assert commitment_count(desk.store, asked, today=TODAY).total == 1
