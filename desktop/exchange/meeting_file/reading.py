"""Reads a meeting from the bytes of a file, part by part."""

from __future__ import annotations

from desktop.exchange.meeting_file.checking import check_references
from desktop.exchange.meeting_file.place import Place, parse
from desktop.exchange.meeting_file.shapes import (
    FileAgendaItem,
    FileFollowUp,
    FilePerson,
    FileReadiness,
    FileStatement,
    FileTopic,
    MeetingFile,
)

_KINDS = ("paparan", "laporan", "arahan", "permintaan", "komitmen", "informasi", "tanya", "jawab", "tanggapan",
          "kesimpulan")  # fmt: skip
_FOLLOW_UP_KINDS = ("arahan", "permintaan", "komitmen")
_DUE_SOURCES = {"disebut": "disepakati", "disepakati": "disepakati", "tersirat": "jadwal", "jadwal": "jadwal",
                "usulan": "internal", "internal": "internal"}  # fmt: skip


def read_meeting(data: bytes) -> MeetingFile:
    """The meeting in the bytes of a file; raises InvalidInput naming the place of the first fault."""
    root = parse(data)
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
    check_references(found)
    if found.starts_at and found.ends_at and found.ends_at <= found.starts_at:
        raise meeting.fault("ends_at", "waktu selesai harus sesudah waktu mulai.")
    return found


def _topic(place: Place | None) -> FileTopic | None:
    if place is None:
        return None
    return FileTopic(
        place.text("name"), place.text_or_none("event_label") or "Hari H", place.day_or_none("event_date")
    )


def _person(place: Place) -> FilePerson:
    return FilePerson(
        place.text("name"),
        place.text_or_none("position"),
        place.text_or_none("institution"),
        place.text_or_none("represents"),
    )


def _agenda_item(place: Place) -> FileAgendaItem:
    order = place.whole_or_none("order")
    if order is None:
        raise place.fault("order", "nomor urut wajib diisi.")
    return FileAgendaItem(order, place.text("topic"), place.text_or_none("speaker"))


def _statement(place: Place) -> FileStatement:
    return FileStatement(
        place.path,
        place.whole_or_none("agenda"),
        place.text_or_none("speaker"),
        place.word("kind", _KINDS),
        place.text("text"),
        place.text_or_none("code"),
        place.text_or_none("on_behalf_of"),
    )


def _follow_up(place: Place) -> FileFollowUp:
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


def _readiness(place: Place) -> FileReadiness:
    return FileReadiness(
        place.path,
        place.text("item"),
        place.text_or_none("note"),
        place.text_or_none("institution"),
        place.text("scope"),
    )


def _other_source(place: Place | None) -> str | None:
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
