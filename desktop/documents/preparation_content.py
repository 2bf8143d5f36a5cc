"""What papers printed before a meeting say, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class BriefGuest:
    """An office that was invited, who comes for it as far as that is known, and its answer in words."""

    office: str
    name: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class BriefTask:
    """An open follow-up of one institution, or one that was closed; `due` only where it was promised.

    `meetings` says for the how manieth time a meeting asks for it, `moved` how often its date was changed.
    """

    institution: str
    text: str
    state: str = ""
    due: date | None = None
    meetings: int = 0
    moved: int = 0


@dataclass(frozen=True, slots=True)
class BriefWeakness:
    """A readiness item that holds a topic back: its state in words, and in which regions."""

    text: str
    state: str
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefProblem:
    """A problem told between meetings that is not solved: where, what, and what is done about it."""

    text: str
    region: str = ""
    handling: str = ""


@dataclass(frozen=True, slots=True)
class BriefQuestion:
    """What the head is asked to decide: about what, whom or where it concerns, and since when it is asked."""

    text: str
    question: str
    place: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class LeaderBriefContent:
    """What the head reads in the five minutes before a meeting, the most important first in every list.

    `progress` says in a few lines what became of readiness since the last meeting, held on `progress_since`.
    `readiness` says how much was reported at all ("112 dari 280 butir dilaporkan"); empty where the meeting has
    no topic. `points` empty leaves lines to write on.
    """

    title: str
    held_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    zone: str = "Asia/Jakarta"
    place: str | None = None
    purpose: str = ""
    subject: str = ""
    guests: tuple[BriefGuest, ...] = ()
    tasks: tuple[BriefTask, ...] = ()
    closed: tuple[BriefTask, ...] = ()
    weaknesses: tuple[BriefWeakness, ...] = ()
    progress: tuple[str, ...] = ()
    progress_since: date | None = None
    readiness: str = ""
    problems: tuple[BriefProblem, ...] = ()
    questions: tuple[BriefQuestion, ...] = ()
    points: tuple[str, ...] = ()
    as_of: date | None = None
    heading: str = "BAHAN PIMPINAN"


@dataclass(frozen=True, slots=True)
class RundownLine:
    """One line of the ceremony; times None where nobody can say."""

    title: str
    starts_at: time | None = None
    ends_at: time | None = None
    officer: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RundownContent:
    """What the MC announces, line by line."""

    title: str
    held_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    zone: str = "Asia/Jakarta"
    place: str | None = None
    lines: tuple[RundownLine, ...] = ()
    heading: str = "SUSUNAN ACARA"
