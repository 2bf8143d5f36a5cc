"""What the attendance list printed after a meeting says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from desktop.documents.content import Signatory
from desktop.documents.minutes_content import Attendee


@dataclass(frozen=True, slots=True)
class AttendeeGroup:
    """People who came, under one heading; an empty heading prints none."""

    heading: str = ""
    attendees: tuple[Attendee, ...] = ()


@dataclass(frozen=True, slots=True)
class AttendanceListContent:
    """Who came to a meeting; nobody who did not come is ever named here.

    `without_names` are institutions and groups that came of which no name is known. `institutions` is how many
    different ones were represented.
    """

    title: str
    held_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    zone: str = "Asia/Jakarta"
    place: str | None = None
    groups: tuple[AttendeeGroup, ...] = ()
    without_names: tuple[str, ...] = ()
    institutions: int = 0
    signed_on: date | None = None
    signatory: Signatory | None = None
    draft: bool = False
