"""Bahan Pimpinan is always one page; Susunan Acara tells the MC when; the minutes tell what was reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents import leader_brief, minutes, rundown
from desktop.documents.content import OfficeProfile
from desktop.documents.minutes_content import MinutesContent, ReviewedRow
from desktop.documents.preparation_content import (
    BriefGuest,
    BriefProblem,
    BriefQuestion,
    BriefTask,
    BriefWeakness,
    LeaderBriefContent,
    RundownContent,
    RundownLine,
)
from tests.documents.reading import page_texts

LONG = "Mengirim data rekapitulasi kebutuhan logistik seluruh kecamatan " * 12
BRIEF = LeaderBriefContent(
    title="Rakor Lanjutan",
    held_on=date(2024, 10, 24),
    starts_at=time(9),
    place="Ruang Mliwis Putih",
    guests=(BriefGuest("Ketua KPU Kabupaten Tuban", "Hadi", "Akan hadir"),),
    tasks=(BriefTask("KPU Kabupaten Tuban", "Kirim data", "Dalam proses", date(2024, 11, 1)),),
    weaknesses=(BriefWeakness("Gudang logistik", "Belum siap", ("Kabupaten Tuban", "Kabupaten Gresik")),),
    points=("Logistik tuntas", "Netralitas"),
)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page_texts(pdf)).split())


def page_count(pdf: bytes) -> int:
    return len(page_texts(pdf))


words = st.one_of(st.just(LONG), st.text(max_size=60), st.just("Sangatpanjang" * 60))


def test_the_brief_says_who_comes_what_is_open_what_is_weak_and_what_to_raise() -> None:
    text = text_of(leader_brief.render(BRIEF, OfficeProfile()))
    for part in ("Kamis, 24 Oktober 2024", "Hadi", "Akan hadir", "Kirim data", "Jum, 1 Nov 2024", "Gudang logistik",
                 "Kab. Gresik", "1. Logistik tuntas", "2. Netralitas"):  # fmt: skip
        assert part in text
    assert "lainnya" not in text


def test_problems_have_a_table_where_there_are_any() -> None:
    assert "Kendala" not in text_of(leader_brief.render(BRIEF, OfficeProfile()))
    problem = BriefProblem("Truk tertahan", "Kabupaten Tuban", "Dikawal (ditangani)")
    text = text_of(leader_brief.render(replace(BRIEF, problems=(problem,)), OfficeProfile()))
    assert "Kendala yang belum selesai" in text
    assert "Kab. Tuban Truk tertahan Dikawal (ditangani)" in text


def test_what_the_head_is_to_decide_stands_before_what_is_open() -> None:
    assert "arahan" not in text_of(leader_brief.render(BRIEF, OfficeProfile()))
    question = BriefQuestion("Gudang tergenang", "Pakai gudang provinsi?", "Kabupaten Tuban", date(2024, 10, 20))
    text = text_of(leader_brief.render(replace(BRIEF, questions=(question,)), OfficeProfile()))
    asked = text.index("Kab. Tuban: Gudang tergenang Pakai gudang provinsi? Min, 20 Okt 2024")
    assert text.index("Perlu arahan pimpinan") < asked < text.index("Tindak lanjut yang masih terbuka")


def test_lists_that_are_cut_say_how_many_are_left() -> None:
    many = replace(BRIEF, tasks=tuple(BriefTask(f"KPU {n}", LONG) for n in range(100)))
    pdf = leader_brief.render(many, OfficeProfile())
    text = text_of(pdf)
    shown = sum(f"KPU {n} " in text for n in range(100))
    assert page_count(pdf) == 1
    assert 3 <= shown < 100
    assert f"… dan {100 - shown} lainnya" in text
    assert "1. Logistik tuntas" in text


def test_regions_that_do_not_fit_are_counted() -> None:
    weak = BriefWeakness("Gudang", "Belum siap", tuple(f"Kabupaten {n} Panjang Sekali" for n in range(9)))
    text = text_of(leader_brief.render(replace(BRIEF, weaknesses=(weak,)), OfficeProfile()))
    assert "Kab. 0 Panjang Sekali, dan 8 lainnya" in text or "Kab. 1 Panjang Sekali, dan 7 lainnya" in text


@st.composite
def briefs(draw: st.DrawFn) -> LeaderBriefContent:
    """A brief about much or little, with the same words everywhere."""
    guests, tasks, weak = (draw(st.integers(0, 60)) for _ in range(3))
    text, points = draw(words), draw(st.lists(words, max_size=5))
    return LeaderBriefContent(
        text, date(2024, 10, 24), place=text, purpose=text, subject=text,
        guests=(BriefGuest(text, text, text),) * guests, tasks=(BriefTask(text, text, text),) * tasks,
        weaknesses=(BriefWeakness(text, text, (text,) * 9),) * weak,
        problems=(BriefProblem(text, text, text),) * tasks, points=tuple(points),
        questions=(BriefQuestion(text, text, text, date(2024, 10, 20)),) * weak,
    )  # fmt: skip


looks = st.builds(OfficeProfile, paper=st.sampled_from(("A4", "F4")), font_size=st.floats(8, 14))


@settings(max_examples=6, deadline=None)
@given(briefs(), looks)
def test_the_brief_is_always_exactly_one_page(content: LeaderBriefContent, profile: OfficeProfile) -> None:
    assert page_count(leader_brief.render(content, profile)) == 1


@pytest.mark.fault
@pytest.mark.timeout(1200)
@settings(max_examples=300, deadline=None)
@given(briefs(), looks)
def test_each_of_many_briefs_is_exactly_one_page(content: LeaderBriefContent, profile: OfficeProfile) -> None:
    assert page_count(leader_brief.render(content, profile)) == 1


def test_the_rundown_gives_time_line_and_officer() -> None:
    lines = (RundownLine("Doa", time(9), time(9, 5), "Kemenag"), RundownLine("Penutup"))
    text = text_of(rundown.render(RundownContent("Rakor", date(2024, 10, 24), lines=lines), OfficeProfile()))
    assert "09.00–09.05" in text
    assert "Kemenag" in text
    assert "Keterangan" not in text


def test_what_was_reported_stands_first_in_the_discussion() -> None:
    row = ReviewedRow("Kirim data", "KPU Kabupaten Tuban", "Selesai (laporan instansi)")
    text = text_of(minutes.render(MinutesContent("Rakor", reviewed=(row,)), OfficeProfile()))
    assert text.index("Pembahasan") < text.index("Tindak lanjut rapat sebelumnya") < text.index("Kirim data")
    assert "Keterangan" not in text
    assert "Tindak lanjut rapat sebelumnya" not in text_of(minutes.render(MinutesContent("R"), OfficeProfile()))
