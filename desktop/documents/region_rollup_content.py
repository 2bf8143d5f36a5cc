"""What the roll-up of regions says, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SizeCell:
    """A size of a whole in words: what its regions add up to, what that is made of, what was reported for it."""

    total: str
    made_of: str = ""
    reported: str = ""


@dataclass(frozen=True, slots=True)
class SizeLine:
    """A working area or province: how many regions it has, its polling stations and voters."""

    name: str
    regions: int
    stations: SizeCell
    voters: SizeCell


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """An item, or a category over its items (`is_category`), each column as it shall print.

    `reported` to `days` are counted from the regions' reports; `told` was reported for the whole, `source` by whom
    and when.
    """

    name: str
    is_category: bool = False
    reported: str = ""
    amount: str = ""
    score: str = ""
    days: str = ""
    told: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class RegionRollupContent:
    """Sizes of all wholes, and the readiness of `whole` in a topic: items that anything was reported on."""

    title: str
    whole: str = ""
    summary: str = ""
    sizes: tuple[SizeLine, ...] = ()
    ready: tuple[ReadyLine, ...] = ()
    event: str = ""
    as_of: date | None = None
    heading: str = "REKAP WILAYAH"
