"""Reads a meeting from a JSON file: what is known stands there, what is unknown is null.

The shape is that of `resources/seed/rakor_2024_09_26.json`. Every fault names its place in the file, such as
`follow_ups[2].due_date`, the reason, and what to do; nothing is guessed.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any, TypeVar

from desktop.base.errors import InvalidInput

LARGEST = 5_000_000
"""Bytes a file may have; a meeting of two hours is a hundredth of it."""

_LONGEST = 100_000  # letters of one text
_LAST_NUMBER = 10_000  # of a point on the agenda
_KINDS = ("paparan", "laporan", "arahan", "permintaan", "komitmen", "informasi", "tanya", "jawab", "tanggapan",
          "kesimpulan")  # fmt: skip
_FOLLOW_UP_KINDS = ("arahan", "permintaan", "komitmen")
_DUE_SOURCES = {"disebut": "disepakati", "disepakati": "disepakati", "tersirat": "jadwal", "jadwal": "jadwal",
                "usulan": "internal", "internal": "internal"}  # fmt: skip

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FileTopic:
    """The topic a meeting belongs to."""

    name: str
    event_label: str
    event_date: date | None


@dataclass(frozen=True, slots=True)
class FilePerson:
    """Somebody who was there, and for whom."""

    name: str
    position: str | None
    institution: str | None
    represents: str | None


@dataclass(frozen=True, slots=True)
class FileAgendaItem:
    """A point of the agenda."""

    order: int
    topic: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class FileStatement:
    """Something said."""

    place: str
    agenda: int | None
    speaker: str | None
    kind: str
    text: str
    code: str | None
    on_behalf_of: str | None


@dataclass(frozen=True, slots=True)
class FileFollowUp:
    """Something to be followed up."""

    place: str
    kind: str
    text: str
    code: str | None
    statement: str | None
    speaker: str | None
    agenda: int | None
    addressees: tuple[str, ...]
    due_date: date | None
    due_source: str | None
    due_note: str | None
    checklist: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileReadiness:
    """A readiness report given in the meeting."""

    place: str
    item: str
    note: str | None
    institution: str | None
    scope: str


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """A meeting as a file tells it."""

    title: str
    held_on: date
    starts_at: time | None
    ends_at: time | None
    place: str | None
    invitation_number: str | None
    purpose: str | None
    forum: str | None
    co_organiser: str | None
    minute_taker: str | None
    chair_office: str | None
    chair_represented_by: str | None
    chair_represented_by_position: str | None
    topic: FileTopic | None
    people: tuple[FilePerson, ...]
    groups_present: tuple[str, ...]
    agenda: tuple[FileAgendaItem, ...]
    statements: tuple[FileStatement, ...]
    follow_ups: tuple[FileFollowUp, ...]
    readiness: tuple[FileReadiness, ...]
    other_source: str | None


def read_meeting(data: bytes) -> MeetingFile:
    """The meeting in the bytes of a file; raises InvalidInput naming the place of the first fault."""
    root = _Place(_parse(data), "")
    meeting = root.part("meeting")
    chair = meeting.part_or_none("chair")
    found = MeetingFile(
        title=meeting.text("title"),
        held_on=meeting.day("date"),
        starts_at=meeting.clock_or_none("starts_at"),
        ends_at=meeting.clock_or_none("ends_at"),
        place=meeting.text_or_none("place"),
        invitation_number=meeting.text_or_none("invitation_number"),
        purpose=meeting.text_or_none("purpose"),
        forum=meeting.text_or_none("forum"),
        co_organiser=meeting.text_or_none("co_organiser"),
        minute_taker=meeting.text_or_none("minute_taker"),
        chair_office=chair.text_or_none("office") if chair else None,
        chair_represented_by=chair.text_or_none("represented_by") if chair else None,
        chair_represented_by_position=chair.text_or_none("represented_by_position") if chair else None,
        topic=_topic(root.part_or_none("topic")),
        people=root.each("people_present", _person),
        groups_present=root.texts("institutions_present_unnamed"),
        agenda=root.each("agenda", _agenda_item),
        statements=root.each("statements", _statement),
        follow_ups=root.each("follow_ups", _follow_up),
        readiness=root.each("readiness_reported", _readiness),
        other_source=_other_source(root.part_or_none("other_source")),
    )
    _check_references(found)
    if found.starts_at and found.ends_at and found.ends_at <= found.starts_at:
        raise meeting.fault("ends_at", "waktu selesai harus sesudah waktu mulai.")
    return found


def _parse(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST:
        raise InvalidInput("", "Berkas terlalu besar untuk satu rapat.", "Pilih berkas JSON satu rapat.")
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InvalidInput(
            "", f"Berkas bukan teks UTF-8 (bita ke-{error.start + 1}).", "Simpan ulang berkas sebagai UTF-8."
        ) from error
    except json.JSONDecodeError as error:
        raise InvalidInput(
            "", f"Berkas bukan JSON yang benar: baris {error.lineno}, kolom {error.colno}.",
            "Perbaiki tempat itu, lalu impor lagi.",
        ) from error  # fmt: skip
    except RecursionError as error:
        raise InvalidInput("", "Susunan berkas terlalu dalam.", "Pilih berkas JSON satu rapat.") from error
    except ValueError as error:  # a number of thousands of digits
        raise InvalidInput(
            "", "Berkas memuat angka yang terlalu panjang.", "Pilih berkas JSON satu rapat."
        ) from error
    if not isinstance(found, dict):
        raise InvalidInput("", "Berkas harus berisi satu objek JSON.", "Lihat contoh rapat 26 September 2024.")
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """A part of the file that knows where it stands."""

    value: dict[str, Any]
    path: str

    def at(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def fault(self, name: str, reason: str) -> InvalidInput:
        return InvalidInput(self.at(name), f"{self.at(name)}: {reason}", "Perbaiki isian itu, lalu impor lagi.")

    def part(self, name: str) -> _Place:
        found = self.part_or_none(name)
        if found is None:
            raise self.fault(name, "bagian ini wajib ada.")
        return found

    def part_or_none(self, name: str) -> _Place | None:
        found = self.value.get(name)
        if found is None:
            return None
        if not isinstance(found, dict):
            raise self.fault(name, "harus berupa objek.")
        return _Place(found, self.at(name))

    def each(self, name: str, read: Callable[[_Place], T]) -> tuple[T, ...]:
        places = []
        for number, one in enumerate(self._list(name)):
            if not isinstance(one, dict):
                raise self.fault(f"{name}[{number}]", "harus berupa objek.")
            places.append(_Place(one, self.at(f"{name}[{number}]")))
        return tuple(read(place) for place in places)

    def texts(self, name: str) -> tuple[str, ...]:
        found = self._list(name)
        for number, one in enumerate(found):
            if not isinstance(one, str) or not one.strip():
                raise self.fault(f"{name}[{number}]", "harus berupa teks yang tidak kosong.")
            self._require_keepable(f"{name}[{number}]", one)
        return tuple(found)

    def text(self, name: str) -> str:
        found = self.text_or_none(name)
        if found is None:
            raise self.fault(name, "wajib diisi.")
        return found

    def text_or_none(self, name: str) -> str | None:
        found = self.value.get(name)
        if found is None:
            return None
        if not isinstance(found, str):
            raise self.fault(name, "harus berupa teks, atau null bila tidak diketahui.")
        self._require_keepable(name, found)
        return found if found.strip() else None

    def day(self, name: str) -> date:
        found = self.day_or_none(name)
        if found is None:
            raise self.fault(name, "tanggal wajib diisi, seperti 2024-09-26.")
        return found

    def day_or_none(self, name: str) -> date | None:
        found = self.text_or_none(name)
        try:
            return None if found is None else date.fromisoformat(found)
        except ValueError as error:
            raise self.fault(name, f"“{found}” bukan tanggal yang ada; tulis seperti 2024-09-26.") from error

    def clock_or_none(self, name: str) -> time | None:
        found = self.text_or_none(name)
        try:
            told = None if found is None else time.fromisoformat(found.replace(".", ":"))
        except ValueError as error:
            raise self.fault(name, f"“{found}” bukan waktu; tulis seperti 09:00.") from error
        if told is not None and told.tzinfo is not None:
            raise self.fault(name, f"“{found}” menyebut zona; tulis waktu setempat seperti 09:00.")
        return told

    def whole_or_none(self, name: str) -> int | None:
        found = self.value.get(name)
        if found is not None and (not isinstance(found, int) or isinstance(found, bool)):
            raise self.fault(name, "harus berupa bilangan bulat.")
        if found is not None and not 0 <= found <= _LAST_NUMBER:
            raise self.fault(name, f"harus antara 0 dan {_LAST_NUMBER}.")
        return found

    def word(self, name: str, allowed: tuple[str, ...]) -> str:
        found = self.text(name)
        if found not in allowed:
            raise self.fault(name, f"“{found}” tidak dikenal; pilih salah satu dari {', '.join(allowed)}.")
        return found

    def _require_keepable(self, name: str, text: str) -> None:
        if len(text) > _LONGEST:
            raise self.fault(name, f"lebih panjang dari {_LONGEST} huruf.")
        if any(char == "\x00" or "\ud800" <= char <= "\udfff" for char in text):
            raise self.fault(name, "mengandung karakter yang tidak dapat disimpan (NUL atau surrogate).")

    def _list(self, name: str) -> list[Any]:
        found = self.value.get(name)
        if found is None:
            return []
        if not isinstance(found, list):
            raise self.fault(name, "harus berupa daftar.")
        return found


def _topic(place: _Place | None) -> FileTopic | None:
    if place is None:
        return None
    return FileTopic(
        place.text("name"), place.text_or_none("event_label") or "Hari H", place.day_or_none("event_date")
    )


def _person(place: _Place) -> FilePerson:
    return FilePerson(
        place.text("name"),
        place.text_or_none("position"),
        place.text_or_none("institution"),
        place.text_or_none("represents"),
    )


def _agenda_item(place: _Place) -> FileAgendaItem:
    order = place.whole_or_none("order")
    if order is None:
        raise place.fault("order", "nomor urut wajib diisi.")
    return FileAgendaItem(order, place.text("topic"), place.text_or_none("speaker"))


def _statement(place: _Place) -> FileStatement:
    return FileStatement(
        place.path,
        place.whole_or_none("agenda"),
        place.text_or_none("speaker"),
        place.word("kind", _KINDS),
        place.text("text"),
        place.text_or_none("code"),
        place.text_or_none("on_behalf_of"),
    )


def _follow_up(place: _Place) -> FileFollowUp:
    due_date, due_source = place.day_or_none("due_date"), place.text_or_none("due_source")
    if due_source is not None:
        due_source = _DUE_SOURCES[place.word("due_source", tuple(_DUE_SOURCES))]
    if due_date is not None and due_source is None:
        raise place.fault("due_source", "batas waktu harus menyebut sumbernya: disebut, tersirat atau usulan.")
    return FileFollowUp(
        place=place.path,
        kind=place.word("kind", _FOLLOW_UP_KINDS),
        text=place.text("text"),
        code=place.text_or_none("code"),
        statement=place.text_or_none("statement"),
        speaker=place.text_or_none("speaker"),
        agenda=place.whole_or_none("agenda"),
        addressees=place.texts("addressees"),
        due_date=due_date,
        due_source=due_source if due_date else None,
        due_note=place.text_or_none("due_note"),
        checklist=place.texts("checklist"),
    )


def _readiness(place: _Place) -> FileReadiness:
    return FileReadiness(
        place.path,
        place.text("item"),
        place.text_or_none("note"),
        place.text_or_none("institution"),
        place.text("scope"),
    )


def _other_source(place: _Place | None) -> str | None:
    """A second report, kept as a note beside the meeting and not mixed into it."""
    if place is None:
        return None
    told = [f"Sumber lain: {place.text('name')}."]
    for name, label in (("place", "Tempat"), ("time_of_day", "Waktu"), ("co_organiser", "Penyelenggara bersama")):
        value = place.text_or_none(name)
        told += [f"{label}: {value}."] if value else []
    for name, label in (
        ("also_present", "Hadir juga"),
        ("also_discussed", "Dibahas juga"),
        ("regions", "Wilayah"),
    ):
        values = place.texts(name)
        told += [f"{label}: {', '.join(values)}."] if values else []
    return " ".join(told)


def _check_references(meeting: MeetingFile) -> None:
    """Everything a statement or follow-up points to must stand in the same file."""
    agenda = {item.order for item in meeting.agenda}
    if len(agenda) < len(meeting.agenda):
        raise InvalidInput(
            "agenda", "agenda: nomor urut tidak boleh sama.", "Perbaiki nomor urut, lalu impor lagi."
        )
    codes = {statement.code for statement in meeting.statements if statement.code}
    pointing: tuple[FileStatement | FileFollowUp, ...] = (*meeting.statements, *meeting.follow_ups)
    for one in pointing:
        if one.agenda is not None and one.agenda not in agenda:
            raise InvalidInput(
                f"{one.place}.agenda", f"{one.place}.agenda: acara nomor {one.agenda} tidak ada.",
                "Perbaiki nomor acara, lalu impor lagi.",
            )  # fmt: skip
    for follow_up in meeting.follow_ups:
        if follow_up.statement is not None and follow_up.statement not in codes:
            raise InvalidInput(
                f"{follow_up.place}.statement",
                f"{follow_up.place}.statement: pernyataan {follow_up.statement} tidak ada.",
                "Perbaiki kodenya, lalu impor lagi.",
            )
