"""What the readiness report says, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReadinessCell:
    """How many of the items that apply in a region and category are ready, and how many have a report at all.

    `percent` is the score of what was reported. Where nothing was reported nothing is said: the cell stays empty,
    not "0 ready".
    """

    ready: int
    total: int
    reported: int = 1
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class WeakestItem:
    """The reported item that most holds a region back, its state in words, and whose task it is."""

    text: str
    state: str
    responsible: str


@dataclass(frozen=True, slots=True)
class ReadinessRow:
    """One region's counts, one cell for each category; None where the category does not apply there.

    `reported` of `total` items have any report at all: the coverage. `percent` is the score of all cells together,
    `updated_on` the day of the newest report.
    """

    region: str
    cells: tuple[ReadinessCell | None, ...]
    reported: int
    total: int
    percent: int | None = None
    updated_on: date | None = None
    weakest: WeakestItem | None = None


@dataclass(frozen=True, slots=True)
class ReadinessItem:
    """One item of the checklist in one region, with its state in words ("Sebagian siap")."""

    category: str
    text: str
    state: str
    value: str = ""
    institution: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadinessRegion:
    """The items of one region, in checklist order."""

    region: str
    items: tuple[ReadinessItem, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadinessContent:
    """Readiness by region and category, then the items region by region; it reads in greyscale."""

    title: str
    as_of: date | None = None
    categories: tuple[str, ...] = ()
    rows: tuple[ReadinessRow, ...] = ()
    regions: tuple[ReadinessRegion, ...] = ()
    heading: str = "KESIAPAN WILAYAH"
    event: str = ""
