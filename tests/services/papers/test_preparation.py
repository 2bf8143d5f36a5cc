"""What the papers before a meeting, and the answers in its minutes, are made of."""

from __future__ import annotations

from datetime import date, time
from importlib import import_module
from uuid import UUID

import pytest

from desktop.base.errors import NotFound
from desktop.cli import commands
from desktop.models.queries.attendance import participants
from desktop.models.queries.checklist import open_topics
from desktop.models.queries.readiness_items import items
from desktop.models.queries.review import review
from desktop.models.seeds import fixed_id, item_id
from desktop.models.store import Store
from desktop.services.addressees import addressees_named
from desktop.services.attendance import invite, mark, update_participant
from desktop.services.commitments import add_commitment
from desktop.services.desk import Desk
from desktop.services.formats.chat import result_chat
from desktop.services.issues import add_issue
from desktop.services.meetings import create_meeting, update_meeting
from desktop.services.papers.catalogue import PAPERS
from desktop.services.papers.minutes import minutes_content
from desktop.services.papers.preparation import leader_brief_content, rundown_content
from desktop.services.progress import answer_in_meeting, report_progress
from desktop.services.readiness import assess
from desktop.services.rundown import add_rundown_line
from desktop.worker.jobs import JOBS

KPU = "KPU Provinsi Jawa Timur"


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def topic(desk: Desk) -> UUID:
    return open_topics(desk.store)[0].id


@pytest.fixture
def first(desk: Desk, topic: UUID) -> UUID:
    return create_meeting(desk, title="Rakor", held_on=date(2024, 9, 1), topic_id=topic)[0]


@pytest.fixture
def now(desk: Desk, first: UUID, topic: UUID) -> UUID:
    return create_meeting(
        desk, title="Lanjutan", held_on=date(2024, 10, 1), topic_id=topic, starts_at=time(9)
    )[0]  # fmt: skip


def task(desk: Desk, meeting: UUID, words: str, **values: object) -> None:
    to = addressees_named(desk.store, words)
    add_commitment(desk, kind="arahan", text="Kirim data", to=to, meeting_id=meeting, **values)  # type: ignore[arg-type]


def test_a_group_stands_once_with_how_many_are_open(desk: Desk, first: UUID, now: UUID) -> None:
    task(desk, first, "KPU kabupaten/kota")
    task(desk, first, KPU)
    answer_in_meeting(desk, now, review(desk.store, now).asked[-1].id, state="selesai_laporan")
    tasks = [(one.institution, one.state) for one in leader_brief_content(desk.store, now).tasks]
    assert tasks == [(KPU, "Belum ditindaklanjuti"), ("KPU kabupaten/kota", "Terbuka di 7 instansi")]


def test_an_internal_date_reaches_no_paper_and_a_moved_one_does(desk: Desk, first: UUID, now: UUID) -> None:
    task(desk, first, KPU, due_date=date(2024, 9, 9), due_source="internal")
    assert leader_brief_content(desk.store, now).tasks[0].due is None
    (part,) = review(desk.store, now).asked
    answer_in_meeting(desk, now, part.id, due_date=date(2024, 11, 1), due_reason="Menunggu anggaran pusat")
    assert leader_brief_content(desk.store, now).tasks[0].due == date(2024, 11, 1)
    (row,) = minutes_content(desk.store, now).reviewed
    assert (row.institution, row.status) == (KPU, "Belum ditindaklanjuti")
    assert row.note == "Batas waktu disepakati menjadi 1 November 2024."


def test_answers_stand_by_protocol_rank(desk: Desk, now: UUID) -> None:
    names = ("KPU Kabupaten Tuban", KPU)
    found = [addressees_named(desk.store, name)[0].institution_id for name in names]
    invite(desk, now, [{"institution_id": one} for one in found])
    seats = {seat.institution: seat.id for seat in participants(desk.store, now)}
    update_participant(desk, seats[names[0]], answer="diwakili")
    mark(desk, [seats[KPU]], "hadir", present_name="Hadi")
    guests = [(one.office, one.name, one.answer) for one in leader_brief_content(desk.store, now).guests]
    assert guests == [(KPU, "Hadi", "Hadir"), (names[0], "", "Akan diwakili")]


def test_weak_items_name_their_regions_and_no_report_is_no_weakness(desk: Desk, topic: UUID, now: UUID) -> None:
    assert leader_brief_content(desk.store, now).weaknesses == ()
    found = items(desk.store, topic)
    same = [one for one in found if one.code == found[0].code][:2]
    for one in same:
        assess(desk, one.item_id, one.region_id, state="belum_siap", as_of=date(2024, 9, 20))
    content = leader_brief_content(desk.store, now)
    (weak,) = content.weaknesses
    assert (weak.text, weak.state, weak.regions) == (same[0].text, "Belum siap", tuple(one.region for one in same))
    assert content.readiness.startswith(f"{len(same)} dari ")


def test_the_problems_of_the_topic_that_are_not_solved_stand_the_weightiest_first(
    desk: Desk, topic: UUID, now: UUID
) -> None:
    for text, values in (
        ("Beres", {"state": "selesai"}), ("Tinta tiba", {"kind": "perkembangan", "state": "terbuka"}),
        ("Surat suara kurang", {"handling": "Dikirim"}), ("Truk tertahan", {"situation": "gangguan"}),
    ):  # fmt: skip
        add_issue(desk, topic_id=topic, text=text, **values)  # type: ignore[arg-type]
    found = leader_brief_content(desk.store, now).problems
    assert [(one.text, one.handling) for one in found] == [
        ("Truk tertahan", ""),
        ("Surat suara kurang", "Dikirim"),
    ]


def test_points_are_lines_however_they_were_numbered(desk: Desk, now: UUID) -> None:
    update_meeting(desk, now, briefing_points="1. Logistik\n\n- Netralitas\n60.000 TPS dijaga")
    assert leader_brief_content(desk.store, now).points == ("Logistik", "Netralitas", "60.000 TPS dijaga")


def test_the_rundown_follows_the_lengths_and_is_missed_where_none_is_written(desk: Desk, now: UUID) -> None:
    with pytest.raises(NotFound):
        rundown_content(desk.store, now)
    add_rundown_line(desk, now, title="Doa", planned_minutes=5)
    add_rundown_line(desk, now, title="Laporan", planned_minutes=10)
    assert [one.starts_at for one in rundown_content(desk.store, now).lines] == [time(9), time(9, 5)]


def test_every_paper_is_known_to_the_console_and_to_the_worker() -> None:
    assert set(commands.PAPERS) == PAPERS.keys()
    for one in PAPERS.values():
        assert one.job in JOBS
        assert import_module(f"desktop.documents.{one.job.replace('-', '_')}").render


def test_both_are_among_the_papers_of_a_meeting() -> None:
    assert {"briefing", "rundown"} <= PAPERS.keys()


def test_what_was_closed_since_the_last_meeting_is_told_on_every_paper_of_the_next(
    desk: Desk, first: UUID, now: UUID, topic: UUID
) -> None:
    """Once for each way it was closed; what was written about it between meetings stays inside."""
    task(desk, first, "KPU kabupaten/kota")
    parts = review(desk.store, now).asked
    for part, state in zip(parts, ("selesai_laporan", "selesai_laporan", "selesai_bukti"), strict=False):
        report_progress(desk, [part.id], on=date(2024, 9, 20), channel="whatsapp", state=state, note="Kata ajudan")
    said = minutes_content(desk.store, now)
    named = f"{parts[0].group}, {parts[1].group}"
    assert [(row.institution, row.status, row.note) for row in said.closed_since] == [
        (named, "Selesai (laporan instansi)", "Sejak 20 September 2024."),
        (parts[2].group, "Selesai (bukti diterima)", "Sejak 20 September 2024."),
    ]
    brief = leader_brief_content(desk.store, now)
    assert [one.institution for one in brief.closed] == [named, parts[2].group]
    assert brief.tasks[0].state == f"Terbuka di {len(parts) - 3} instansi"
    told = result_chat(desk.store, now)
    assert f"1. Kirim data ({named}: selesai (laporan instansi))" in told
    assert "ajudan" not in repr((said, brief)) + told
    third = create_meeting(desk, title="Ketiga", held_on=date(2024, 10, 9), topic_id=topic)[0]
    assert minutes_content(desk.store, third).closed_since == ()


def test_an_old_meeting_shows_what_was_answered_there(desk: Desk, first: UUID, now: UUID, topic: UUID) -> None:
    task(desk, first, KPU)
    later = create_meeting(desk, title="Ketiga", held_on=date(2024, 10, 9), topic_id=topic)[0]
    for meeting, state in ((now, "proses"), (later, "selesai_laporan")):
        answer_in_meeting(desk, meeting, review(desk.store, meeting).asked[0].id, state=state)
    found = [minutes_content(desk.store, meeting).reviewed[0].status for meeting in (now, later)]
    assert found == ["Dalam proses", "Selesai (laporan instansi)"]


def test_the_brief_tells_in_a_few_lines_what_became_of_readiness(desk: Desk, topic: UUID, now: UUID) -> None:
    tuban, gresik = (fixed_id("region", code) for code in ("35.23", "35.25"))
    assess(desk, item_id("LOG-02"), tuban, state="siap", as_of=date(2024, 9, 1))
    said = leader_brief_content(desk.store, now)
    assert said.progress == ("Skor semua wilayah 50% menjadi 50% (tetap). Tidak ada butir yang berubah.",)
    assert said.progress_since == date(2024, 9, 1)
    for region in (tuban, gresik):
        for code in ("LOG-02", "LOG-03", "SEC-01"):
            assess(desk, item_id(code), region, state="belum_siap", as_of=date(2024, 9, 20))
    found = leader_brief_content(desk.store, now).progress
    assert len(found) == 4
    assert found[0].startswith("Skor semua wilayah 50% menjadi 0% (turun 50 poin ▼). 1 butir memburuk, 3 baru")
    assert found[1].startswith("Kab. Tuban: ")
    assert found[1].endswith(", dari siap (bukti belum ada) menjadi belum siap")


def test_before_the_second_meeting_nothing_is_told_of_the_first(desk: Desk, first: UUID) -> None:
    assert leader_brief_content(desk.store, first).progress == ()
