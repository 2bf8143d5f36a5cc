"""Messages of WhatsApp: who they may be from, what they may say, what they may be about, and if they were noted."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest

from desktop.base.quantities import Quantity
from desktop.exchange.whatsapp_chat import read_chat
from desktop.models.queries.commitments import commitments_of
from desktop.models.queries.reportable import reportable_parts
from desktop.models.store import Store
from desktop.services.addressees import addressees_named
from desktop.services.chat_reports import noted_before, proposed_amount, proposed_state
from desktop.services.chat_senders import Senders
from desktop.services.commitments import set_state
from desktop.services.desk import Desk
from desktop.services.directory import save_person
from desktop.services.progress import report_progress

ON = date(2024, 10, 5)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def test_a_sender_is_proposed_by_number_by_name_and_by_institution(desk: Desk, example: UUID) -> None:
    save_person(desk, name="Siti Aminah", phone="0812-3456-7890 / 0353881122")
    save_person(desk, name="Joko Susilo", phone="08561112222")
    senders = Senders(desk.store, ON)
    (siti,) = senders.like("+62 812-3456-7890")
    assert (siti.name, siti.by_number) == ("Siti Aminah", True)
    assert senders.like("+62 999-0000-1111") == []
    (by_name,) = senders.like("Pak Miftahur Rozaq")
    assert (by_name.name, by_name.institution, by_name.by_number) == (
        "Miftahur Rozaq", "KPU Provinsi Jawa Timur", False,
    )  # fmt: skip
    assert [one.name for one in senders.like("Miftahur KPU Jatim 2024")] == ["Miftahur Rozaq"]
    assert senders.like("Admin KPU Tuban")[0].institution == "KPU Kabupaten Tuban"
    assert senders.like("Bu") == []
    assert senders.like("") == []


def test_the_parts_of_the_senders_institution_come_first(desk: Desk, example: UUID) -> None:
    kpu = addressees_named(desk.store, "KPU Provinsi Jawa Timur")[0].institution_id
    own = reportable_parts(desk.store, institution=kpu)
    assert own
    assert {one.institution_id for one in own} == {kpu}
    assert own[0].code == "K-05"  # it is due first
    set_state(desk, [own[0].id], "selesai_laporan")
    assert reportable_parts(desk.store, institution=kpu)[-1].code == "K-05"
    found = reportable_parts(desk.store, "pengawasan", kpu)
    assert {one.code for one in found} == {"K-06", "K-07"}
    assert [one.words for one in reportable_parts(desk.store, "keamanan kpu tuban")] == ["KPU Kabupaten Tuban"]
    assert reportable_parts(desk.store) == []


def test_a_message_that_was_noted_is_noticed(desk: Desk, example: UUID) -> None:
    task = commitments_of(desk.store, example)[3]
    chat = read_chat(
        "05/10/24 14.05 - Miftahur KPU: Sudah kami kirim semua\n05/10/24 14.06 - Miftahur KPU: Terima kasih", ON
    )
    first, second = chat.messages
    report_progress(
        desk, [task.addressees[0].id], on=ON, channel="whatsapp", reported_at=time(14, 5), reporter="Miftahur Rozaq",
        note="Sudah kami kirim semua", state="selesai_laporan",
    )  # fmt: skip
    noted = noted_before(desk.store, chat.messages)
    assert noted[first].code == "K-05"
    assert second not in noted
    assert noted_before(desk.store, []) == {}


SAID = {
    "Alhamdulillah sudah selesai semua Pak": "selesai_laporan",
    "Sudah kami kirimkan kemarin": "selesai_laporan",
    "Logistik 100 persen": "selesai_laporan",
    "Sudah 320 dari 400 TPS": "proses",
    "Masih proses, sisanya menyusul": "proses",
    "Belum selesai karena banjir": None,
    "Baik, akan kami laksanakan": None,
    "Mohon izin, jam berapa rapatnya?": None,
    "0 dari 400 TPS": None,
}


@pytest.mark.parametrize("words", SAID)
def test_a_state_is_proposed_only_where_the_words_are_clear(words: str) -> None:
    assert proposed_state(words) == SAID[words]


def test_an_amount_is_proposed_only_where_there_is_one() -> None:
    assert proposed_amount("Sudah 320/400 TPS, sisanya besok") == Quantity(320, 400, "TPS")
    assert proposed_amount("Tuban 80%, Bojonegoro 95%") is None
    assert proposed_amount("Sudah semua") is None
