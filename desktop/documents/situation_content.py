"""What the daily situation report says, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from desktop.documents.content import Signatory

SituationState = Literal["kondusif", "perhatian", "gangguan"]


@dataclass(frozen=True, slots=True)
class RegionSituation:
    """How a region was reported to be; None where nobody reported, which says nothing either way."""

    region: str
    state: SituationState | None = None


@dataclass(frozen=True, slots=True)
class SituationProblem:
    """Something that happened: when, where, in which field, what it is and what is done about it.

    `day` is None on the day of the report itself.
    """

    text: str
    region: str = ""
    field: str = ""
    handling: str = ""
    clock: time | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class SituationContent:
    """The regions' state at a time of a day, and what happened, the weightiest first: always one page.

    `event` tells how far the event is ("Hari H 27 November 2024 (H-3)").
    """

    title: str
    day: date | None = None
    clock: time | None = None
    zone: str = "Asia/Jakarta"
    regions: tuple[RegionSituation, ...] = ()
    problems: tuple[SituationProblem, ...] = ()
    event: str = ""
    signatory: Signatory | None = None
    heading: str = "LAPORAN SITUASI HARIAN"
    draft: bool = False
