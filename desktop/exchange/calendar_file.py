"""A meeting, or the days follow-ups are due, as a calendar file (iCalendar): for telephones and calendars.

It names no guests: who else is invited, and how they are reached, is nobody's calendar's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.base.dates import HOME_ZONE

if TYPE_CHECKING:
    from icalendar import Component


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """A meeting for a calendar.

    `sequence` grows with every change, so that a calendar takes the newer one; `changed_at` is an instant. An
    event whose beginning is unknown lasts the whole day; one whose end is unknown has none.
    """

    id: UUID
    title: str
    held_on: date
    changed_at: datetime
    starts_at: time | None = None
    ends_at: time | None = None
    zone: str = HOME_ZONE
    place: str = ""
    lines: tuple[str, ...] = ()
    sequence: int = 0
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class DueDay:
    """The day a follow-up was promised for; `to` names those who promised, `meeting` where it was said.

    `sequence` grows with every change, so that a calendar that had the day before moves it.
    """

    id: UUID
    text: str
    due: date
    to: tuple[str, ...] = ()
    meeting: str = ""
    basis: str = ""
    sequence: int = 0


_REMINDED = (timedelta(hours=-15), timedelta(hours=8))  # at nine the morning before, at eight on the day
_SUMMARY = 120  # letters a telephone shows of a title


def due_days_file(days: Sequence[DueDay], title: str, made_at: datetime) -> bytes:
    """The file: for each day an event of the whole day with two alarms, which keeps nobody from meeting on it.

    Taken in again it moves what is there; `made_at` is an instant.
    """
    from icalendar import Calendar, Event

    made = Calendar()
    made.add("prodid", "-//Rakor//Tindak Lanjut//ID")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", _text(title))
    for one in days:
        entry = Event()
        entry.add("uid", f"{one.id}@rakor")
        entry.add("sequence", one.sequence)
        entry.add("dtstamp", made_at)
        entry.add("dtstart", one.due)
        entry.add("dtend", one.due + timedelta(days=1))
        summary = " ".join(_text(f"Batas waktu: {one.text}").split())
        entry.add("summary", summary if len(summary) <= _SUMMARY else f"{summary[: _SUMMARY - 1]}…")
        entry.add("description", "\n".join(_text(line) for line in _due_lines(one)))
        entry.add("transp", "TRANSPARENT")
        entry.add("status", "CONFIRMED")
        for when in _REMINDED:
            entry.add_component(_alarm(when, summary))
        made.add_component(entry)
    return bytes(made.to_ical())


def _due_lines(one: DueDay) -> list[str]:
    lines = [one.text, f"Kepada: {', '.join(one.to)}" if one.to else "", one.basis,
             f"Rapat: {one.meeting}" if one.meeting else ""]  # fmt: skip
    return [line for line in lines if line]


def _alarm(when: timedelta, words: str) -> Component:
    from icalendar import Alarm

    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", words)
    made.add("trigger", when)
    return made


def calendar_file(event: CalendarEvent) -> bytes:
    """The file: one event with its time zone; the same event gives the same bytes."""
    from icalendar import Calendar, Event

    made = Calendar()
    made.add("prodid", "-//Rakor//Rapat//ID")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "CANCEL" if event.cancelled else "PUBLISH")
    entry = Event()
    entry.add("uid", f"{event.id}@rakor")
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", event.changed_at)
    entry.add("last-modified", event.changed_at)
    _add_times(entry, event)
    entry.add("summary", _text(event.title))
    if event.place:
        entry.add("location", _text(event.place))
    if event.lines:
        entry.add("description", "\n".join(map(_text, event.lines)))
    entry.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    entry.add("transp", "OPAQUE")
    made.add_component(entry)
    if event.starts_at is not None:
        made.subcomponents[:0] = [_zone(name, event.held_on.year) for name in made.get_missing_tzids()]
    return bytes(made.to_ical())


@lru_cache(maxsize=8)
def _zone(name: str, year: int) -> Component:
    """The rules of a zone from the year before on: finding them takes a hundred times as long as all the rest."""
    from icalendar import Timezone

    return Timezone.from_tzid(name, first_date=date(year - 1, 1, 1), last_date=date(year + 1, 1, 1))


def _add_times(entry: object, event: CalendarEvent) -> None:
    add = entry.add  # type: ignore[attr-defined]
    if event.starts_at is None:
        add("dtstart", event.held_on)
        add("dtend", event.held_on + timedelta(days=1))
        return
    zone = ZoneInfo(event.zone)
    add("dtstart", datetime.combine(event.held_on, event.starts_at, zone))
    if event.ends_at is not None:
        # A meeting that ends "before" it begins goes on past midnight.
        day = event.held_on + timedelta(days=event.ends_at <= event.starts_at)
        add("dtend", datetime.combine(day, event.ends_at, zone))


def _text(words: str) -> str:
    """Words without what a calendar file cannot hold."""
    return "".join(char for char in words if char in "\n\t" or (char.isprintable() and not _lonely(char)))


def _lonely(char: str) -> bool:
    return "\ud800" <= char <= "\udfff"
