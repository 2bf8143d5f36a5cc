"""What the recap of a period says, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

INTERNAL = "Untuk keperluan internal kantor"
"""What stands on whatever tells who was absent."""


@dataclass(frozen=True, slots=True)
class RecapMeeting:
    """A meeting of the period: seats invited and how they were taken, guests, follow-ups given.

    Of a meeting that was cancelled only the follow-ups are told.
    """

    title: str
    held_on: date | None = None
    cancelled: bool = False
    invited: int = 0
    present: int = 0
    represented: int = 0
    guests: int = 0
    tasks: int = 0


@dataclass(frozen=True, slots=True)
class RecapAttendance:
    """The seats an institution was invited to in the period, by what became of them."""

    institution: str
    invited: int = 0
    present: int = 0
    represented: int = 0
    excused: int = 0
    absent: int = 0
    unmarked: int = 0


@dataclass(frozen=True, slots=True)
class RecapTasks:
    """Follow-ups of the period, by how far they are: those of an institution, a region or a month (`name`).

    `late` are those of the first two whose agreed day has passed.
    """

    name: str
    given: int = 0
    waiting: int = 0
    in_progress: int = 0
    reported: int = 0
    proven: int = 0
    dropped: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class PeriodRecapContent:
    """Attendance and follow-ups of the meetings of a period, for the office alone: it names who was absent.

    `tasks` counts the follow-ups by institution, `regions` and `months` by region and by month of the meeting;
    `follow_ups`, `open` and `late` count each once, however many institutions it was given to.
    """

    period: str
    scope: str = ""
    as_of: date | None = None
    meetings: tuple[RecapMeeting, ...] = ()
    attendance: tuple[RecapAttendance, ...] = ()
    tasks: tuple[RecapTasks, ...] = ()
    follow_ups: int = 0
    open: int = 0
    late: int = 0
    regions: tuple[RecapTasks, ...] = ()
    months: tuple[RecapTasks, ...] = ()
    heading: str = "REKAPITULASI KEHADIRAN DAN TINDAK LANJUT"
