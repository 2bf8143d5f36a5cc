"""What a list of follow-ups of many meetings says, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ListedFollowUp:
    """One row of the list; each column stands as it shall print, and one that no row fills is left out.

    `due` is the day, with whose day it is in `due_words`; a day for the office's own use comes only where the
    list is for the office alone. `origin` is the meeting it comes from, `evidence` what was handed in for it.
    """

    text: str
    responsible: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    due: date | None = None
    due_words: str = ""
    indicator: str = ""
    status: str = ""
    evidence: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpGroup:
    """Rows under a heading of their own, such as an institution; "" where the list is not parted."""

    name: str
    rows: tuple[ListedFollowUp, ...]


@dataclass(frozen=True, slots=True)
class FollowUpListContent:
    """Follow-ups over all meetings, narrowed down and ordered as somebody looked at them.

    `scope` says in lines what they were narrowed down to; `count` is how many follow-ups there are, also where
    some stand in several groups. `internal` says so on the paper.
    """

    groups: tuple[FollowUpGroup, ...] = ()
    scope: tuple[str, ...] = ()
    count: int = 0
    as_of: date | None = None
    internal: bool = False
    heading: str = "DAFTAR TINDAK LANJUT"
