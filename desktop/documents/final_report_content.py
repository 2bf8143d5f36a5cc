"""What the final report on a topic says, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.documents.action_matrix_content import FollowUpRow
from desktop.documents.content import Signatory

_SIGNATORY = Signatory()


@dataclass(frozen=True, slots=True)
class ReportedStage:
    """A stage of the topic; days that were never fixed are None."""

    name: str
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReportedMeeting:
    """A meeting that was held: how many came by name, how many groups without names, and what was concluded.

    Who was absent is not said here.
    """

    title: str
    held_on: date
    place: str = ""
    present: int = 0
    groups: int = 0
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EndsOfKind:
    """How the follow-ups of one kind ended; `open` ones are there only before the topic is closed."""

    kind: str
    done: int = 0
    stopped: int = 0
    handed_over: int = 0
    open: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.done + self.stopped + self.handed_over + self.open


@dataclass(frozen=True, slots=True)
class EndedFollowUp:
    """A follow-up that was not finished here: where it went (`to`, empty where it was given up) and why."""

    text: str
    responsible: tuple[str, ...] = ()
    to: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReportedProblem:
    """A problem told between meetings and how it was settled; who told it stays in the office."""

    text: str
    happened_on: date
    region: str = ""
    field: str = ""
    handling: str = ""


@dataclass(frozen=True, slots=True)
class ReadyRegion:
    """A region's readiness by the last reports: items ready and reported of those that apply, and the score."""

    region: str
    ready: int
    reported: int
    total: int
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class FinalReportContent:
    """LAPORAN AKHIR of the topic `title`, in the parts of the official form, with the follow-ups as its annex.

    `begun_on` is the day of its first meeting, `closed_on` None while it is open: then it is a draft. `note` is
    what the closing says; None leaves lines to write on.
    """

    title: str
    event_label: str = "Hari H"
    event_date: date | None = None
    begun_on: date | None = None
    closed_on: date | None = None
    regions: tuple[str, ...] = ()
    stages: tuple[ReportedStage, ...] = ()
    meetings: tuple[ReportedMeeting, ...] = ()
    cancelled: int = 0
    ends: tuple[EndsOfKind, ...] = ()
    handed_over: tuple[EndedFollowUp, ...] = ()
    stopped: tuple[EndedFollowUp, ...] = ()
    problems: tuple[ReportedProblem, ...] = ()
    readiness: tuple[ReadyRegion, ...] = ()
    note: str | None = None
    follow_ups: tuple[FollowUpRow, ...] = ()
    signatory: Signatory = _SIGNATORY
    heading: str = "LAPORAN AKHIR"
    draft: bool = False
