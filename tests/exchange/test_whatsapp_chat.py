"""Chats as the phones and computers of an office copy and export them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.exchange.whatsapp_chat import Chat, ChatMessage, read_chat

TODAY = date(2024, 10, 20)
DAY, CLOCK = date(2024, 9, 26), time(14, 5)


def read(text: str) -> Chat:
    return read_chat(text, TODAY)


def only(text: str) -> ChatMessage:
    (message,) = read(text).messages
    return message


HEADS = (
    "26/09/24 14.05 - {}",
    "26/09/2024, 14:05 - {}",
    "26/09/24 2.05 PM - {}",
    "26/09/24, 2:05\u202fPM - {}",
    "26.09.24, 14:05 – {}",
    "2024-09-26 14.05 - {}",
    "26/09/24 pukul 14.05 - {}",
    "[26/09/24 14.05.12] {}",
    "\u200e[26/09/24, 14.05.12] {}",
    "[26/9/24, 2:05:12 p.m.] {}",
    "[26/9 14.05] {}",
    "[26/09, 14.05] {}",
    "[14.05, 26/9/2024] {}",
    "[2:05 PM, 9/26/2024] {}",
    "9/26/24, 2:05 PM - {}",
    "\ufeff26/09/24 14.05 - {}",
)


@pytest.mark.parametrize("head", HEADS)
def test_each_way_of_copying_is_known(head: str) -> None:
    found = only(head.format("Budi KPU Tuban: Sudah kami kirim"))
    assert (found.sender, found.day, found.clock, found.text) == ("Budi KPU Tuban", DAY, CLOCK, "Sudah kami kirim")


def test_messages_of_several_lines_and_days_are_told_apart_from_what_nobody_wrote() -> None:
    chat = read(
        "ini bukan bagian dari percakapan\n"
        "26/09/24 08.00 - Pesan dan panggilan dienkripsi secara end-to-end. Hanya orang dalam chat ini: ketuk\n"
        "26/09/24 08.01 - Budi menambahkan Anda\n"
        '26/09/24 08.02 - Budi mengubah subjek menjadi "Rakor: persiapan"\n'
        "26/09/24 14.05 - Budi: Laporan:\n"
        "1. Kotak suara 320/400\n"
        "\n"
        "2. Sisanya besok pukul 14.05 - siap\n"
        "26/09/24 14.06 - +62 812-3456-7890: <Media tidak disertakan>\n"
        "27/09/24 00.10 - ~ Ibu Siti: Diteruskan\nMohon maaf, \u2068@Budi\u2069 <Pesan ini diedit>\n"
        "27/09/24 07.00 - Budi: Pesan ini dihapus\n"
    )
    assert chat.rest == "ini bukan bagian dari percakapan"
    assert len(chat.notices) == 4
    first, photo, last = chat.messages
    assert first.text == "Laporan:\n1. Kotak suara 320/400\n\n2. Sisanya besok pukul 14.05 - siap"
    assert (photo.sender, photo.text, photo.has_media) == ("+62 812-3456-7890", "", True)
    assert (last.sender, last.text, last.is_forwarded, last.clock) == (
        "Ibu Siti", "Mohon maaf, @Budi", True, time(0, 10),
    )  # fmt: skip
    assert last.raw.startswith("27/09/24 00.10 - ~ Ibu Siti: Diteruskan\n")


@pytest.mark.parametrize(
    "media",
    ["<Media omitted>", "\u200egambar tidak disertakan", "IMG-20240926-WA0001.jpg (file terlampir)",
     "<terlampir: 00000012-PHOTO-2024-09-26-14-05-12.jpg>", "\u200edokumen tidak disertakan"],
)  # fmt: skip
def test_a_file_that_was_sent_is_known_and_its_caption_kept(media: str) -> None:
    found = only(f"[26/09/24 14.05.12] Budi: \u200e{media}\nGudang Bojonegoro")
    assert (found.has_media, found.text) == (True, "Gudang Bojonegoro")


def test_day_and_month_are_told_apart_by_the_chat_as_a_whole() -> None:
    american = read("9/5/24, 2:05 PM - A: satu\n9/26/24, 2:05 PM - A: dua").messages
    assert [one.day for one in american] == [date(2024, 9, 5), DAY]
    ours = read("09/05/24 14.05 - A: satu\n26/09/24 14.05 - A: dua").messages
    assert [one.day for one in ours] == [date(2024, 5, 9), DAY]
    assert only("10/11/24, 2:05 PM - A: ini Oktober, karena November belum tiba").day == date(2024, 10, 11)


def test_a_day_without_a_year_is_not_ahead_and_one_that_does_not_exist_is_unknown() -> None:
    assert only("[25/12 14.05] A: x").day == date(2023, 12, 25)
    assert only("[29/2 14.05] A: x").day == date(2024, 2, 29)
    broken = only("31/02/24 25.05 - A: x")
    assert (broken.day, broken.clock) == (None, None)


def test_a_text_without_heads_stays_as_it_is() -> None:
    assert read("Sudah kami kirim semua, Pak.\nTerima kasih: Budi") == Chat(
        (), (), "Sudah kami kirim semua, Pak.\nTerima kasih: Budi"
    )
    assert read("") == Chat((), (), "")


_NAMES = st.sampled_from(["Budi", "Pak Miftahur KPU Jatim", "+62 812-3456-7890", "Siti, S.H.", "ع عمر"])
_LINES = st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Z"]), min_size=1,
                          max_size=20).map(lambda one: f"x{one}"), min_size=1, max_size=3)  # fmt: skip
_MESSAGES = st.lists(st.tuples(_NAMES, _LINES), min_size=1, max_size=5)


@given(_MESSAGES, st.sampled_from(HEADS))
@settings(max_examples=50)
def test_what_is_written_in_any_of_these_ways_is_read_back(
    messages: list[tuple[str, list[str]]], head: str
) -> None:
    lines = [head.format(f"{sender}: " + "\n".join(told)) for sender, told in messages]
    chat = read("\n".join(lines))
    assert [(one.sender, one.text) for one in chat.messages] == [(who, "\n".join(told)) for who, told in messages]
    assert {(one.day, one.clock) for one in chat.messages} == {(DAY, CLOCK)}
    assert "\n".join(one.raw for one in chat.messages) == "\n".join(lines)


@given(st.text(max_size=200))
@settings(max_examples=50)
def test_no_letter_of_any_text_is_lost(text: str) -> None:
    chat = read(text)
    kept = "\n".join((*(one.raw for one in chat.messages), *chat.notices, chat.rest))
    assert sorted("".join(text.split())) == sorted("".join(kept.split()))


def test_a_long_line_of_half_tags_is_read_as_words() -> None:
    half = "<attached: " * 90_000  # read tag by tag to the end of the line this would take minutes
    (message,) = read(f"{HEADS[0].format('Budi: ')}{half}").messages
    assert (message.text, message.has_media) == (half.strip(), False)
