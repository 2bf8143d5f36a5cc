"""What the readiness report says, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReadinessCell:
    """How many of the items that apply are ready, how many have a report at all, how many reports have grown old.

    `percent` is the score of what was reported. Where nothing was reported the cell says how many items there are,
    not "0 ready".
    """

    ready: int
    total: int
    reported: int = 1
    percent: int | None = None
    to_confirm: int = 0


@dataclass(frozen=True, slots=True)
class WeakestItem:
    """The reported item that most holds a row back, its state in words, and whose task it is."""

    text: str
    state: str
    responsible: str


@dataclass(frozen=True, slots=True)
class ReadinessSums:
    """Counts, one cell for each category; None where nothing is asked there.

    `total` is the cell of all categories together, `updated_on` the day of the newest report.
    """

    name: str
    cells: tuple[ReadinessCell | None, ...]
    total: ReadinessCell | None = None
    updated_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReadinessRow(ReadinessSums):
    """The counts of one region or institution; rows of the same `group` follow each other and stand under it."""

    weakest: WeakestItem | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class ReadinessItem:
    """One item of the checklist in one region, with its state in words ("Sebagian siap").

    `due` is a day others than the office set, `beside` the institution that reported or the region it is about,
    `as_of` the day the report speaks of, `marks` what else is to be known of it ("perlu dikonfirmasi").
    """

    category: str
    text: str
    state: str
    value: str = ""
    beside: str = ""
    note: str = ""
    due: str = ""
    as_of: date | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadinessGroup:
    """The items of one region or institution, in checklist order."""

    name: str
    items: tuple[ReadinessItem, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadinessContent:
    """Readiness by category, then the items row by row; it reads in greyscale.

    The rows are regions, or institutions, of which `scope` says what was left out; `rule` says how old an answer
    may be on this day, `scores` whether scores stand beside the counts.
    """

    title: str
    as_of: date | None = None
    categories: tuple[str, ...] = ()
    rows: tuple[ReadinessRow, ...] = ()
    total: ReadinessSums | None = None
    groups: tuple[ReadinessGroup, ...] = ()
    heading: str = "KESIAPAN WILAYAH"
    event: str = ""
    scope: str = ""
    by_institution: bool = False
    rule: str = ""
    scores: bool = True
