"""A chat copied or exported from WhatsApp, read into messages: who wrote what and when.

Known heads of a message (the clock with a dot or a colon, with or without seconds, with or without AM/PM):
- Android's export:      `26/09/24 14.05 - Nama: teks`
- iOS's export:          `[26/09/24 14.05.12] Nama: teks`
- copied on Android:     `[26/9 14.05] Nama: teks`, without a year
- copied on a computer:  `[14.05, 26/9/2024] Nama: teks`
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

from desktop.exchange.attached import take
from desktop.exchange.attached.kinds import CSV, TEXT
from desktop.exchange.attached.shapes import refused

LONGEST = 1_000_000
"""Letters of a chat; what is longer is better read in parts."""


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One message. `sender` is a name or a number as the phone shows it; `raw` the lines it was read from.

    `day` and `clock` are None where the head names some that do not exist. `has_media` tells that a picture or
    file belonged to it, `is_forwarded` that it says it was passed on.
    """

    sender: str
    day: date | None
    clock: time | None
    text: str
    raw: str
    has_media: bool = False
    is_forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Chat:
    """What was read: the messages in their order, lines nobody wrote, and what was not recognised at all."""

    messages: tuple[ChatMessage, ...]
    notices: tuple[str, ...]
    rest: str


_MARKS: dict[int, str | None] = {
    **dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]),  # of direction
    **dict.fromkeys([0xA0, 0x202F, 0x2009], " "),
}
_DAY = (
    r"(?:(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
    r"|(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})(?:[-/.](?P<year>\d{4}|\d{2}))?)"
)
_CLOCK = r"(?:(?:pukul|pkl\.?) )?(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:]\d{2})?(?: ?(?P<half>[ap])\.?m\.?)?"
_HEADS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (rf"{_DAY},? {_CLOCK} [-–] (.*)", rf"\[{_DAY},? {_CLOCK}\] ?(.*)", rf"\[{_CLOCK}, ?{_DAY}\] ?(.*)")
)
_SENDER = re.compile(r"(?:~ ?)?([^:“”\"]{1,80}?):(?: (.*)|$)")
_DONE_BY_NOBODY = re.compile(
    r"(?i)\b(?:menambahkan|mengeluarkan|mengubah|mengganti|keluar|bergabung|membuat grup|telah dibuat|added"
    r"|removed|changed|left|joined|created group)\b"
)
_NOTICE = re.compile(
    r"(?i)(?:pesan dan panggilan .*(?:ter)?enkripsi|messages and calls are end-to-end|pesan ini (?:telah )?dihapus"
    r"|anda (?:telah )?menghapus pesan ini|this message was deleted|you deleted this message"
    r"|panggilan (?:suara|video)|missed (?:voice|video) call|menunggu pesan ini|waiting for this message)"
)
_MEDIA = re.compile(
    r"(?i)<media (?:tidak disertakan|omitted|dihilangkan)>"
    r"|<(?:attached|terlampir|lampiran): [^<>\n]*>"
    r"|^\S[^\n]*\.\w{2,5} \((?:file|berkas) (?:terlampir|attached)\)"
    r"|^(?:gambar|video|audio|stiker|dokumen|gif|kontak|image|sticker|document) (?:tidak disertakan|omitted)$",
    re.MULTILINE,
)
_EDITED = re.compile(r"(?i) ?<(?:pesan ini (?:telah )?diedit|this message was edited)>")
_FORWARDED = re.compile(r"(?i)\s*(?:diteruskan(?: berkali-kali)?|forwarded(?: many times)?)\s*\n")


@dataclass(slots=True)
class _Part:
    """Lines that belong together: under a head, or before the first one."""

    lines: list[str]
    head: re.Match[str] | None = None
    told: str = ""


def read_chat(text: str, today: date) -> Chat:
    """The messages of a chat; a year left out is the last in which the day was not after `today`.

    Days are read as day and month, unless one of the chat can only be month and day.
    """
    parts = _parts(text)
    day_first = _is_day_first([part.head for part in parts if part.head], today)
    messages, notices, rest = [], [], []
    for part in parts:
        raw = "\n".join(part.lines).strip("\n")
        if part.head is None:
            rest.append(raw)
        elif (message := _message(part, raw, day_first, today)) is not None:
            messages.append(message)
        else:
            notices.append(raw)
    return Chat(tuple(messages), tuple(notices), "\n".join(rest).strip())


def read_export(path: Path) -> str:
    """The text of a chat exported as a file; raises InvalidInput for another kind of file, else FileProblem."""
    taken = take(path)
    if taken.media_type not in (TEXT, CSV):
        raise refused(path.name, "bukan hasil ekspor obrolan", "Pilih berkas .txt; arsip .zip dibuka dulu.")
    text = taken.content.decode("utf-8-sig", "replace")
    if len(text) > LONGEST:
        raise refused(path.name, "terlalu panjang", "Buka berkasnya, lalu salin dan tempel bagian yang baru saja.")
    return text


def _parts(text: str) -> list[_Part]:
    parts = [_Part([])]
    for line in re.split(r"\r\n|\r|\n", text):
        clean = line.translate(_MARKS).lstrip()
        head = next((found for form in _HEADS if (found := form.fullmatch(clean))), None)
        if head is not None:
            parts.append(_Part([line], head, head.groups()[-1]))
        else:
            parts[-1].lines.append(line)
    return parts


def _message(part: _Part, raw: str, day_first: bool, today: date) -> ChatMessage | None:
    """The message of a part; None for a line of WhatsApp itself."""
    assert part.head is not None
    found = _SENDER.match(part.told)
    if found is None or _DONE_BY_NOBODY.search(found[1]) or _NOTICE.match(found[1]):
        return None
    lines = [found[2] or "", *(line.translate(_MARKS) for line in part.lines[1:])]
    text = _EDITED.sub("", "\n".join(lines))
    if _NOTICE.match(text.strip()):
        return None
    forwarded = _FORWARDED.match(text)
    text = text[forwarded.end() :] if forwarded else text
    kept = _MEDIA.sub("", text)
    return ChatMessage(
        sender=" ".join(found[1].split()),
        day=_day(part.head, day_first, today),
        clock=_clock(part.head),
        text=kept.strip(),
        raw=raw,
        has_media=kept != text,
        is_forwarded=forwarded is not None,
    )


def _is_day_first(heads: Sequence[re.Match[str]], today: date) -> bool:
    """Whether days are written before months: so it is here, unless some day could not be one, or lies ahead."""

    def possible(day_first: bool) -> bool:
        days = [_day(head, day_first, today) for head in heads]
        return all(day is not None and day <= today + timedelta(days=1) for day in days)

    return possible(True) or not possible(False)


def _day(head: re.Match[str], day_first: bool, today: date) -> date | None:
    if head["y"]:
        return _date(int(head["y"]), int(head["m"]), int(head["d"]))
    day, month = (int(head["one"]), int(head["two"])) if day_first else (int(head["two"]), int(head["one"]))
    if head["year"]:
        year = int(head["year"])
        return _date(year + 2000 if year < 100 else year, month, day)
    years = (today.year, today.year - 1, *range(today.year - 2, today.year - 9, -1))  # 29 February
    days = (_date(year, month, day) for year in years)
    return next((one for one in days if one is not None and one <= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(head: re.Match[str]) -> time | None:
    hour, minute, half = int(head["hour"]), int(head["minute"]), (head["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
