"""Messages for WhatsApp: short enough, whole, and with no marks but ours."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.exchange.chat_text import (
    MOST,
    Due,
    Head,
    InvitationChat,
    MeetingTasks,
    NewsChat,
    ResultChat,
    Task,
    invitation_text,
    news_text,
    plain,
    result_text,
)

HEAD = Head("Rakor Pilkada", "Kamis, 26 September 2024", "09.00 WIB s.d. selesai", "Ruang Mliwis", "Bakorwil")


def test_an_invitation_says_when_where_and_what_about() -> None:
    text = invitation_text(InvitationChat(HEAD, ("Pembukaan", "Paparan"), "Nomor 005/1/2024"))
    assert text.splitlines() == [
        "*UNDANGAN RAPAT*",
        "",
        "Mohon kehadiran Bapak/Ibu pada:",
        "*Rakor Pilkada*",
        "Hari/tanggal: Kamis, 26 September 2024",
        "Waktu: 09.00 WIB s.d. selesai",
        "Tempat: Ruang Mliwis",
        "",
        "Acara:",
        "1. Pembukaan",
        "2. Paparan",
        "",
        "Surat undangan: Nomor 005/1/2024",
        "Atas perhatian dan kehadirannya disampaikan terima kasih.",
        "_Bakorwil_",
    ]


def test_what_is_not_known_yet_follows() -> None:
    text = invitation_text(InvitationChat(Head("Rakor", "Kamis, 26 September 2024")))
    assert "Tempat: (menyusul)" in text
    assert "Acara" not in text


def test_a_result_names_each_group_once_with_what_it_has_to_do() -> None:
    kpu, all_ = ("KPU kabupaten/kota",), ("Polres", "Kodim")
    tasks = (
        Task("Distribusi tepat waktu", kpu, Due(date(2024, 11, 26))),
        Task("Patroli bersama", all_),
        Task("Lapor mingguan", kpu, Due(words="mengikuti jadwal tahapan")),
    )
    text = result_text(ResultChat(HEAD, ("Semua siap.",), tasks, draft=False))
    assert text.count("*KPU kabupaten/kota*") == 1
    assert "1. Distribusi tepat waktu (batas waktu 26 November 2024)" in text
    assert "2. Lapor mingguan (mengikuti jadwal tahapan)" in text
    assert "*Polres, Kodim*\n1. Patroli bersama" in text
    assert "Konsep" not in text


def test_a_long_result_fits_one_message_and_counts_what_is_left_out() -> None:
    tasks = tuple(
        Task(f"Tindak lanjut nomor {number} " + "panjang " * 30, (f"I{number}",)) for number in range(80)
    )
    text = result_text(ResultChat(HEAD, tuple("Kesimpulan panjang " * 9 for _ in range(9)), tasks))
    assert len(text) <= MOST
    shown = len(re.findall(r"^\d+\. Tindak lanjut nomor", text, re.MULTILINE))
    assert f"… dan {80 - shown} tindak lanjut lainnya." in text
    assert text.endswith("_Bakorwil_")


@given(st.text(max_size=120), st.lists(st.text(max_size=900), max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_words_fit_and_make_no_marks_of_their_own(title: str, texts: list[str]) -> None:
    head = Head(title, "Kamis", place=title, office=title)
    text = result_text(ResultChat(head, tuple(texts), tuple(Task(one, (one,)) for one in texts)))
    assert len(text) <= MOST
    assert all(line.count("*") in (0, 2) for line in text.splitlines() if line.startswith("*"))
    asked = news_text(NewsChat(title, tuple(MeetingTasks(one, (Task(one),)) for one in texts), title))
    assert len(asked) <= MOST
    assert f"\nYth. {plain(title)}\n" in asked


def test_marks_that_would_pair_up_are_written_by_others_and_single_ones_stay() -> None:
    assert "*" not in plain("ini *penting* sekali")
    assert plain("5 * 3 dan nama_orang_lain@kantor.go.id") == "5 * 3 dan nama_orang_lain@kantor.go.id"
    assert plain("satu\ndua\x07\u202e") == "satu dua"
