"""What is sent by WhatsApp: the invitation, the result, an institution's part; short enough for one message.

`*bold*` and `_italic_` are WhatsApp's own marks. What somebody typed never becomes one: marks that would pair up
in it are written by a sign that looks the same.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.base.dates import medium_date

MOST = 4_000
"""Characters of one message."""
_MOST_OF_ONE = 600  # characters of one conclusion or follow-up
_MOST_OF_TITLE = 300
_LIKE = {"*": "\N{ASTERISK OPERATOR}", "_": "\N{FULLWIDTH LOW LINE}", "~": "\N{TILDE OPERATOR}", "`": "\N{PRIME}"}
_PAIR = {mark: re.compile(rf"(?<!\w){re.escape(mark)}(?=\S)|(?<=\S){re.escape(mark)}(?!\w)") for mark in _LIKE}
_FOLLOW_UPS = "tindak lanjut"


@dataclass(frozen=True, slots=True)
class Due:
    """By when, as it may be told outside: a day, or words in its place; neither where nothing was agreed."""

    day: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One follow-up for whom it concerns; `responsible` as it was said ("KPU kabupaten/kota")."""

    text: str
    responsible: tuple[str, ...] = ()
    due: Due = Due()
    status: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The meeting: `when` and `place` are empty while they are not known."""

    title: str
    day: str
    when: str = ""
    place: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class InvitationChat:
    """An invitation as a message; `letter` names the official letter, `note` what to bring or wear."""

    head: Head
    agenda: tuple[str, ...] = ()
    letter: str = ""
    note: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class ResultChat:
    """What came out of a meeting; `draft` while the minutes may not be signed yet.

    `closed` are follow-ups of earlier meetings that were closed since the one before.
    """

    head: Head
    conclusions: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    closed: tuple[Task, ...] = ()
    draft: bool = True


@dataclass(frozen=True, slots=True)
class InstitutionChat:
    """The part of one institution; `to` as it is addressed."""

    head: Head
    to: str
    tasks: tuple[Task, ...] = ()
    as_of: date | None = None
    draft: bool = True


@dataclass(frozen=True, slots=True)
class MeetingTasks:
    """What came out of one meeting; `meeting` is empty where it came out of none."""

    meeting: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class NewsChat:
    """What one addressee has open from all meetings; `asking` for news of it, else only to have it at hand."""

    to: str
    groups: tuple[MeetingTasks, ...]
    office: str = ""
    as_of: date | None = None
    asking: bool = True


@dataclass(frozen=True, slots=True)
class FormChat:
    """Forms on their way to one addressee: their titles, how many rows they hold, by when they are wanted."""

    to: str
    titles: tuple[str, ...]
    rows: int
    wanted: str = ""
    lines: tuple[str, ...] = ()
    office: str = ""


def invitation_text(content: InvitationChat) -> str:
    """The invitation as a message."""
    heading = "PEMBATALAN UNDANGAN RAPAT" if content.cancelled else "UNDANGAN RAPAT"
    opening = "Rapat berikut dibatalkan:" if content.cancelled else "Mohon kehadiran Bapak/Ibu pada:"
    head = content.head
    lines = [_bold(heading), "", opening, _bold(head.title), f"Hari/tanggal: {plain(head.day)}"]
    lines.append(f"Waktu: {plain(head.when) or '(menyusul)'}")
    lines.append(f"Tempat: {plain(head.place) or '(menyusul)'}")
    foot = [f"Surat undangan: {plain(content.letter)}"] if content.letter else []
    foot += [f"Catatan: {plain(content.note)}"] if content.note else []
    if not content.cancelled:
        foot.append("Atas perhatian dan kehadirannya disampaikan terima kasih.")
    points = [_numbered(number, point) for number, point in enumerate(content.agenda, 1)]
    body = [("Acara:", [(point, "acara") for point in points])] if points else []
    return _fitted(lines, body, ["", *foot, *_signed(head)])


def result_text(content: ResultChat) -> str:
    """The result: conclusions, what is to be done, institution by institution, and what is done meanwhile."""
    body = []
    if content.conclusions:
        said = [(_numbered(number, one), "kesimpulan") for number, one in enumerate(content.conclusions, 1)]
        body.append((_bold("Kesimpulan"), said))
    body += list(_by_responsible(content.tasks))
    if content.closed:
        done = [(_closed(number, one), _FOLLOW_UPS) for number, one in enumerate(content.closed, 1)]
        body.append((_bold("Selesai sejak rapat lalu"), done))
    return _fitted(
        _meeting(content.head, "HASIL RAPAT"), body, ["", *_draft(content.draft), *_signed(content.head)]
    )


def institution_text(content: InstitutionChat) -> str:
    """What one institution is to do, and nothing of anybody else."""
    head = [*_meeting(content.head, "TINDAK LANJUT RAPAT"), "", f"Yth. {plain(content.to)}"]
    tasks = [(_task(number, one), _FOLLOW_UPS) for number, one in enumerate(content.tasks, 1)]
    body = [("Tindak lanjut yang menjadi tanggung jawab Bapak/Ibu:", tasks)] if tasks else []
    if not tasks:
        head.append("Tidak ada tindak lanjut dari rapat ini.")
    foot = [f"Posisi data per {medium_date(content.as_of)}"] if content.as_of and tasks else []
    return _fitted(head, body, ["", *foot, *_draft(content.draft), *_signed(content.head)])


def news_text(content: NewsChat) -> str:
    """What one addressee has open, asked for politely: it says by when, and never that anybody is late."""
    opening = (
        "Dengan hormat, mohon berkenan menyampaikan perkembangan tindak lanjut berikut:"
        if content.asking
        else "Dengan hormat, berikut tindak lanjut rapat yang menjadi tanggung jawab Bapak/Ibu:"
    )
    heading = "PERKEMBANGAN TINDAK LANJUT" if content.asking else "TINDAK LANJUT RAPAT"
    head = [_bold(heading), "", f"Yth. {_cut(plain(content.to), _MOST_OF_TITLE)}", opening]
    numbers = itertools.count(1)  # over all meetings, so that "nomor 3 sudah" is one of them
    body = [
        (
            _bold(group.meeting) or "Di luar rapat:",
            [(_task(next(numbers), one), _FOLLOW_UPS) for one in group.tasks],
        )
        for group in content.groups
    ]
    foot = ["Bila sudah dilaksanakan, mohon kabarnya agar dapat kami catat."] if content.asking else []
    foot += [f"Posisi data per {medium_date(content.as_of)}"] if content.as_of else []
    foot.append("Atas perhatian dan kerja samanya disampaikan terima kasih.")
    return _fitted(head, body, ["", *foot, *_signed(Head("", "", office=content.office))])


def form_text(content: FormChat) -> str:
    """What goes with forms: what to do, by when, and that a phone is enough."""
    several = len(content.titles) > 1
    head = [_bold(content.titles[0].split(" (")[0]), "", f"Yth. {_cut(plain(content.to), _MOST_OF_TITLE)}"]
    what = f"{len(content.titles)} formulir terlampir" if several else "formulir terlampir"
    until = f" dan mengirimkannya kembali paling lambat {plain(content.wanted)}" if content.wanted else ""
    back = "" if content.wanted else " dan mengirimkannya kembali"
    head.append(f"Dengan hormat, mohon berkenan mengisi {what} ({content.rows} butir){until}{back}.")
    head.append("Isi sel kuning saja; boleh dari ponsel. Yang belum ada kabarnya boleh dikosongkan.")
    foot = [f"_{_cut(plain(line), _MOST_OF_TITLE).replace('_', _LIKE['_'])}_" for line in content.lines]
    foot.append("Atas perhatian dan kerja samanya disampaikan terima kasih.")
    return _fitted(head, [], ["", *foot, *_signed(Head("", "", office=content.office))])


def plain(text: str) -> str:
    """What was typed, on one line and without marks of its own."""
    shown = "".join(char if char.isprintable() else " " for char in text if not "\ud800" <= char <= "\udfff")
    words = " ".join(shown.split())
    for mark, like in _LIKE.items():
        if len(_PAIR[mark].findall(words)) > 1:
            words = _PAIR[mark].sub(like, words)
    return words


def _fitted(
    head: Sequence[str], body: Sequence[tuple[str, Sequence[tuple[str, str]]]], foot: Sequence[str]
) -> str:
    """Head, as much of the body as fits, foot; what is left out is counted by its kind."""
    end = "\n".join(foot).rstrip()
    room = MOST - len("\n".join(head)) - len(end) - 160  # for the line that counts
    lines, left_out = list(head), dict[str, int]()
    for title, items in body:
        begun = False
        for text, kind in items:
            added = ([] if begun else ["", title]) + [text]
            cost = sum(len(line) + 1 for line in added)
            if left_out or cost > room:
                left_out[kind] = left_out.get(kind, 0) + 1
                continue
            lines += added
            room -= cost
            begun = True
    if left_out:
        counted = " dan ".join(f"{count} {kind}" for kind, count in left_out.items())
        lines += ["", f"… dan {counted} lainnya."]
    return "\n".join([*lines, end]).strip()


def _meeting(head: Head, heading: str) -> list[str]:
    place = ", ".join(plain(part) for part in (head.day, head.when, head.place) if part)
    return [_bold(heading), _bold(head.title), place]


def _by_responsible(tasks: Sequence[Task]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Follow-ups under the names of those who answer for them, in the order in which these first come."""
    groups: dict[tuple[str, ...], list[Task]] = {}
    for one in tasks:
        groups.setdefault(one.responsible, []).append(one)
    for place, (names, some) in enumerate(groups.items()):
        title = _bold(", ".join(names) if names else "Penanggung jawab belum disebut")
        if place == 0:
            title = f"{_bold('Tindak lanjut')}\n{title}"
        yield title, [(_task(number, one), _FOLLOW_UPS) for number, one in enumerate(some, 1)]


def _task(number: int, one: Task) -> str:
    due = f"batas waktu {medium_date(one.due.day)}" if one.due.day else plain(one.due.words)
    notes = "; ".join(filter(None, (due, plain(one.status).lower())))
    return _numbered(number, one.text) + (f" ({notes})" if notes else "")


def _closed(number: int, one: Task) -> str:
    who = _cut(plain(", ".join(one.responsible)), _MOST_OF_TITLE)
    return f"{_numbered(number, one.text)} ({who}: {one.status.lower()})"


def _numbered(number: int, text: str) -> str:
    return f"{number}. {_cut(plain(text), _MOST_OF_ONE)}"


def _bold(text: str) -> str:
    """Words between the marks for bold; they hold none themselves."""
    words = _cut(plain(text), _MOST_OF_TITLE).replace("*", _LIKE["*"]).strip()
    return f"*{words}*" if words else ""


def _draft(draft: bool) -> list[str]:
    return ["_Konsep: notula belum ditandatangani._"] if draft else []


def _signed(head: Head) -> list[str]:
    office = plain(head.office).replace("_", _LIKE["_"])
    return [f"_{office}_"] if office else []


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
