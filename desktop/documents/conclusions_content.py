"""What the conclusions of many meetings say, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ConcludedMeeting:
    """What one meeting concluded.

    `number` is that of its minutes, `security` its class where it is not for everybody; `draft` says that its
    minutes may not be signed yet.
    """

    title: str
    held_on: date
    conclusions: tuple[str, ...]
    number: str = ""
    security: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class ConclusionsContent:
    """The conclusions of the meetings of a period, in the order of their days.

    `scope` says in lines what they were narrowed down to; `as_of` is the day on which they were gathered.
    """

    meetings: tuple[ConcludedMeeting, ...] = ()
    period: str = ""
    scope: tuple[str, ...] = ()
    as_of: date | None = None
    heading: str = "HIMPUNAN KESIMPULAN RAPAT"
