"""Who gets which form, what stands on it, and that it is known afterwards."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from desktop.base.clock import frozen
from desktop.base.errors import InvalidInput
from desktop.exchange.forms.writing import form_workbook
from desktop.models.journal import writing
from desktop.models.queries.checklist import open_topics
from desktop.models.queries.forms import BACK, OUT, form_list, form_with_code, forms_out, was_ever_made
from desktop.models.seeds import fixed_id, item_id
from desktop.models.store import Store
from desktop.models.tables import Meeting
from desktop.services.addressees import addressees_named
from desktop.services.commitments import add_commitment, set_state
from desktop.services.desk import Desk
from desktop.services.forms.asking import Recipient, follow_up_recipients, readiness_recipients, split_told
from desktop.services.forms.content import FormContent
from desktop.services.forms.making import delete_forms, form_chat, made_again, make_forms
from desktop.services.history import History
from desktop.services.meetings import create_meeting
from desktop.services.readiness import assess

DAY = date(2024, 9, 30)
MORNING = datetime(2024, 9, 30, 3, tzinfo=UTC)
KPU, TUBAN = "KPU Kabupaten Tuban", fixed_id("region", "35.23")


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def meeting(desk: Desk, **values: Any) -> UUID:
    return create_meeting(desk, title="Rakor", held_on=date(2024, 9, 26), **values)[0]


def task(desk: Desk, text: str, *words: str, **values: Any) -> UUID:
    to = [to for one in words for to in addressees_named(desk.store, one)]
    return add_commitment(desk, kind="arahan", text=text, to=to, **values)[0]


def recipient(desk: Desk, name: str = KPU) -> Recipient:
    (found,) = [one for one in follow_up_recipients(desk.store, DAY) if one.to == name]
    return found


def test_an_institution_is_asked_for_what_it_still_has_to_do_promised_days_first(desk: Desk) -> None:
    one = meeting(desk)
    task(desk, "Tanpa tanggal", KPU, meeting_id=one)
    task(
        desk, "Acuan sendiri", KPU, meeting_id=one, due_date=date(2024, 10, 1), due_source="internal", due_note="x"
    )
    task(desk, "Untuk semua KPU", "KPU kabupaten/kota", KPU, meeting_id=one, due_date=date(2024, 10, 5),
         due_source="disepakati")  # fmt: skip
    done = task(desk, "Selesai", KPU, meeting_id=one)
    (part,) = [row.addressees[0] for row in recipient(desk).rows if row.text == "Selesai"]
    set_state(desk, [part], "selesai_bukti")
    task(desk, "Tidur", KPU, meeting_id=one, show_again_on=DAY + timedelta(days=1))
    task(desk, "Orang lain", "Polres Tuban", meeting_id=one)
    rows = recipient(desk).rows
    assert [(row.text, row.due, row.last) for row in rows] == [
        ("Untuk semua KPU", "5 Oktober 2024", "Belum ada laporan"),
        ("Tanpa tanggal", "", "Belum ada laporan"),
        ("Acuan sendiri", "", "Belum ada laporan"),
    ]
    assert len(rows[0].addressees) == 2  # named by itself and through the group: it answers once
    assert done
    assert recipient(desk).lines == ("Konsep: notula Rakor tanggal 26 September 2024 belum ditandatangani.",)


def test_what_was_said_in_a_classified_meeting_goes_by_letter(desk: Desk) -> None:
    one = meeting(desk)
    task(desk, "Rahasia", KPU, meeting_id=one)
    with writing(desk.store, "test", by="Uji") as write:
        write.update(Meeting, one, security="terbatas")
        write.finish()
    task(desk, "Terbuka", KPU, meeting_id=meeting(desk))
    assert ([row.text for row in recipient(desk).rows], recipient(desk).classified) == (["Terbuka"], 1)


def test_more_than_ten_go_onto_further_forms_and_that_is_told(desk: Desk) -> None:
    one = meeting(desk)
    for number in range(12):
        task(desk, f"Tugas {number}", KPU, meeting_id=one)
    found = recipient(desk)
    assert [len(form.rows) for form in found.contents()] == [10, 2]
    assert [form.title for form in found.contents()] == [
        "Formulir Tindak Lanjut (1 dari 2)", "Formulir Tindak Lanjut (2 dari 2)",
    ]  # fmt: skip
    assert "2 formulir" in split_told([found], first_only=False)
    assert [len(form.rows) for form in found.contents(first_only=True)] == [10]
    assert "2 butir lain tidak ditanyakan" in split_told([found], first_only=True)


def test_readiness_is_asked_of_whoever_answers_for_it_in_the_region(desk: Desk) -> None:
    topic = open_topics(desk.store)[0]
    assess(desk, item_id("LOG-01"), TUBAN, state="siap_bukti", as_of=DAY)
    assess(desk, item_id("LOG-02"), TUBAN, state="sebagian", value=40, as_of=DAY)
    found = {one.to: one for one in readiness_recipients(desk.store, topic, TUBAN)}
    assert found[KPU].institution_id == fixed_id("institution", "kpu-35.23")
    assert {one.region for one in found.values()} == {"Kabupaten Tuban"}
    asked = {row.text.split(" ")[0]: row for row in found[KPU].rows}
    assert "LOG-01" not in asked
    assert asked["LOG-02"].last == "Sebagian siap, 30 September 2024"
    assert asked["LOG-02"].text.endswith("\nTarget: 100 % TPS")
    assert asked["LOG-02"].due == ""  # proposed by the office itself: not told outside
    assert found[KPU].rows[0].due  # what has a day of others comes first
    assert found["Bakesbangpol"].institution_id is None  # nobody in the directory: its words are enough


def test_a_form_is_kept_with_its_rows_and_can_be_sent_again(desk: Desk) -> None:
    task(desk, "Distribusi\nsurat suara", KPU, meeting_id=meeting(desk))
    history = History()
    with frozen(MORNING):
        (made,), changes = make_forms(desk, [recipient(desk)], wanted_by=date(2024, 10, 7))
    history.note(changes)
    kept = form_with_code(desk.store, made.sheet.code)
    assert kept is not None
    assert (kept.institution, kept.wanted_by, kept.made_by) == (KPU, date(2024, 10, 7), "Uji")
    assert FormContent.from_json(kept.content).as_json() == kept.content
    assert form_workbook(made_again(desk.store, made.id).sheet) == form_workbook(made.sheet)
    assert made.file_name.startswith("Formulir-Tindak-Lanjut_KPU-Kabupaten-Tuban_")
    assert "Mohon dikirim kembali paling lambat Senin, 7 Oktober 2024." in made.sheet.lines
    text = form_chat(desk.store, [made.id])
    assert "Yth. Ketua KPU Kabupaten Tuban" in text
    assert "paling lambat Senin, 7 Oktober 2024" in text
    assert (forms_out(desk.store), form_list(desk.store, state=BACK).count()) == (1, 0)
    assert form_list(desk.store, text="tuban", state=OUT).count() == 1
    assert form_list(desk.store, text="gresik").count() == 0
    history.undo(desk)
    assert form_with_code(desk.store, made.sheet.code) is None
    assert was_ever_made(desk.store, made.sheet.code)


def test_nothing_is_made_for_nobody_or_for_a_day_that_passed(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="Belum ada yang dipilih"):
        make_forms(desk, [])
    task(desk, "Tugas", KPU, meeting_id=meeting(desk))
    with frozen(MORNING), pytest.raises(InvalidInput, match="sudah lewat"):
        make_forms(desk, [recipient(desk)], wanted_by=date(2024, 9, 1))
    (made,), _ = make_forms(desk, [recipient(desk)])
    delete_forms(desk, [made.id])
    assert forms_out(desk.store) == 0
