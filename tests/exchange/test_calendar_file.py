"""A meeting in a calendar: one event that a calendar finds again, with its time zone and nobody's contacts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Component

from desktop.exchange.calendar_file import CalendarEvent, DueDay, calendar_file, due_days_file

EVENT = CalendarEvent(
    UUID(int=7), "Rakor Persiapan", date(2024, 9, 26), datetime(2024, 9, 20, 1, tzinfo=UTC),
    time(9), time(12), place="Ruang Mliwis Putih, lantai 2; Bakorwil", lines=("Acara:", "1. Pembukaan"), sequence=4,
)  # fmt: skip


def _event(data: bytes) -> Component:
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    return event


def test_it_says_when_with_the_zone_of_the_office() -> None:
    data = calendar_file(EVENT)
    event = _event(data)
    assert event.start.isoformat() == "2024-09-26T09:00:00+07:00"
    assert event.end.isoformat() == "2024-09-26T12:00:00+07:00"
    assert b"DTSTART;TZID=Asia/Jakarta:20240926T090000" in data
    assert [str(zone["TZID"]) for zone in Calendar.from_ical(data).walk("VTIMEZONE")] == ["Asia/Jakarta"]


def test_a_later_version_is_the_same_event() -> None:
    before, after = _event(calendar_file(EVENT)), _event(calendar_file(replace(EVENT, sequence=9, place="Aula")))
    assert before["UID"] == after["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"]
    assert calendar_file(EVENT) == calendar_file(EVENT)


def test_an_unknown_end_is_left_open_and_an_unknown_beginning_takes_the_day() -> None:
    assert "DTEND" not in _event(calendar_file(replace(EVENT, ends_at=None)))
    event = _event(calendar_file(replace(EVENT, starts_at=None, ends_at=None)))
    assert event["DTSTART"].dt == date(2024, 9, 26)


def test_a_cancelled_meeting_leaves_the_calendar() -> None:
    data = calendar_file(replace(EVENT, cancelled=True))
    assert b"METHOD:CANCEL" in data
    assert _event(data)["STATUS"] == "CANCELLED"


@given(st.text(max_size=200), st.times(), st.times())
@settings(max_examples=60, deadline=None)
def test_any_words_stay_words(words: str, start: time, end: time) -> None:
    start, end = (one.replace(microsecond=0, second=0, tzinfo=None) for one in (start, end))
    data = calendar_file(replace(EVENT, title=words, place=words, lines=(words,), starts_at=start, ends_at=end))
    event = _event(data)
    assert timedelta() < event.end - event.start <= timedelta(days=1)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert not {"ATTENDEE", "ORGANIZER", "URL", "ATTACH"} & set(event.keys())


NOON = datetime(2024, 11, 4, 5, tzinfo=UTC)
DUE = DueDay(
    UUID(int=8), "Mengirim data gudang", date(2024, 11, 20), ("KPU Kabupaten Tuban",), "Rakor", "Disepakati", 3
)


def test_a_due_day_takes_the_whole_day_leaves_it_free_and_rings_twice() -> None:
    data = due_days_file([DUE, replace(DUE, id=UUID(int=9), due=date(2024, 12, 31))], "Batas waktu", NOON)
    first, second = Calendar.from_ical(data).walk("VEVENT")
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (date(2024, 11, 20), date(2024, 11, 21))
    assert (str(first["SUMMARY"]), str(first["TRANSP"])) == ("Batas waktu: Mengirim data gudang", "TRANSPARENT")
    assert "Kepada: KPU Kabupaten Tuban" in str(first["DESCRIPTION"])
    assert [one["TRIGGER"].dt for one in first.walk("VALARM")] == [timedelta(hours=-15), timedelta(hours=8)]
    assert first["UID"] != second["UID"]


def test_a_due_day_that_moved_is_the_same_event() -> None:
    (before,), (after,) = (
        Calendar.from_ical(due_days_file([one], "Batas waktu", NOON)).walk("VEVENT")
        for one in (DUE, replace(DUE, due=date(2024, 11, 25), sequence=9, text="\ud800 " + "panjang " * 60))
    )
    assert before["UID"] == after["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"]
    assert len(str(after["SUMMARY"])) <= 120
