"""What the readiness report says, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReadinessCell:
    """How many of the items that apply in a region and category are ready, and how many have a report at all.

    Where nothing was reported nothing is said: `reported` 0 prints an empty cell, not "0 ready".
    """

    ready: int
    total: int
    reported: int = 1


@dataclass(frozen=True, slots=True)
class ReadinessRow:
    """One region's counts, one cell for each category; None where the category does not apply there.

    `reported` of `total` items have any report at all: the coverage.
    """

    region: str
    cells: tuple[ReadinessCell | None, ...]
    reported: int
    total: int


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
    draft: bool = False
