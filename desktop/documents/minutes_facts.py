"""The opening table of the minutes: which meeting it was, when, where, on what, led by and attended by whom."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.base.dates import clock_text, long_date, medium_date, time_span
from desktop.documents.minutes_content import AgendaPoint, Attendee, MinutesContent, Official
from desktop.documents.typesetting.blocks import Field


def opening_fields(content: MinutesContent, names_until: int) -> list[Field]:
    """The lines of the table in the order of the official form; more people than `names_until` are annexed."""
    agenda = [_point(point, content) for point in content.agenda] if content.agenda is not None else None
    return [
        Field("Sidang/Rapat", [content.title] if content.title.strip() else None),
        Field("Hari/Tanggal", [long_date(content.held_on)] if content.held_on else None),
        Field("Surat Undangan", _known(_invitation(content))),
        Field("Waktu Sidang/Rapat", _known(_when(content))),
        Field("Tempat", _known(content.place)),
        Field("Acara", agenda, numbers=agenda is not None and len(agenda) > 1),
        Field("Pimpinan Sidang/Rapat", (), colon=False),
        Field("Ketua", official_words(content.chair), level=1),
        Field("Sekretaris", official_words(content.secretary), level=1),
        Field("Pencatat", official_words(content.minute_taker), level=1),
        _participants(content.attendees, content.participants_in_brief, names_until),
        Field("Kegiatan Sidang/Rapat", ()),
    ]


def joined(position: str, institution: str) -> str:
    """Position and institution as spoken; an institution already named in the position is not repeated."""
    if institution and institution.casefold() in position.casefold():
        return position
    return ", ".join(part for part in (position, institution) if part)


def _when(content: MinutesContent) -> str | None:
    """The time set for the meeting, and when its agenda ended where that was another."""
    planned = time_span(content.starts_at, content.ends_at, content.zone, content.held_on)
    if planned is None or content.ended_at is None or content.ended_at == content.ends_at:
        return planned
    ended = clock_text(content.ended_at, content.zone, content.held_on)
    return f"{planned} (acara berakhir {_unbroken(ended)})"


def _point(point: AgendaPoint, content: MinutesContent) -> str:
    """A point of the agenda, with the time it took in brackets where that was noted."""
    start, end = point.started_at, point.ended_at
    if start is None:
        return point.title
    if end is None:
        taken = f"mulai {clock_text(start, content.zone, content.held_on)}"
    elif end == start:
        taken = clock_text(start, content.zone, content.held_on)
    else:
        taken = time_span(start, end, content.zone, content.held_on) or ""
    return f"{point.title} ({_unbroken(taken)})"


def _unbroken(text: str) -> str:
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def _participants(attendees: Sequence[Attendee], groups: Sequence[str], names_until: int) -> Field:
    people = [_attendee_line(person) for person in attendees]
    lines = [f"{len(people)} orang, daftar hadir terlampir"] if len(people) > names_until else people
    lines = [*lines, *groups]
    return Field("Peserta Sidang/Rapat", lines or None, numbers=len(lines) > 1)


def _known(text: str | None) -> list[str] | None:
    return None if text is None else [text] if text.strip() else []


def _invitation(content: MinutesContent) -> str | None:
    if content.invitation_number is None and content.invitation_date is None:
        return None
    if content.invitation_number == "":
        return ""
    number = content.invitation_number or "." * 30
    dated = medium_date(content.invitation_date) if content.invitation_date else "." * 30
    return f"Nomor {number} tanggal {dated}"


def official_words(official: Official | None) -> list[str] | None:
    """Who had a task in the meeting, and for whom; None where nobody knows."""
    if official is None:
        return None
    place = joined(official.position, official.institution)
    person = f"{official.name} ({place})" if official.name and place else official.name or place
    if official.represents:
        return [f"{official.represents}, diwakili {person}" if person else official.represents]
    return [person] if person else None


def who_came(present: int, groups: Sequence[str], deputies: int = 0) -> str:
    """How many came, how many of them for somebody else, and which groups; empty where nobody is noted."""
    people = f"{present} orang" if present else ""
    if present and deputies:
        people += f", {deputies} di antaranya mewakili undangan"
    if not groups:
        return people
    *others, last = groups
    named = f"{', '.join(others)}{',' if len(others) > 1 else ''} dan {last}" if others else last
    return f"{people}; serta {named}" if people else named


def _attendee_line(person: Attendee) -> str:
    place = joined(person.position, person.institution)
    text = f"{person.name} ({place})" if place else person.name
    return f"{text}, mewakili {person.represents}" if person.represents else text
