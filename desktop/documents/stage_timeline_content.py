"""What the paper of a topic's stages says, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

StageState = Literal["lewat", "berjalan", "mendatang", "belum_pasti", "tanpa_tanggal"]
MarkKind = Literal["point", "event", "today"]


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage: who leads it, its days in words, and the days themselves where they are fixed."""

    name: str
    lead: str = ""
    days: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    state: StageState = "tanpa_tanggal"


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day with a line of its own: a review point, the topic's day, or the day the paper speaks of."""

    words: str
    day: date
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class StageTimelineContent:
    """The stages of a topic in their order, with the days that are marked among them."""

    title: str
    as_of: date
    event: str = ""
    lines: tuple[StageLine, ...] = ()
    marks: tuple[DayMark, ...] = ()
    heading: str = "TAHAPAN"
