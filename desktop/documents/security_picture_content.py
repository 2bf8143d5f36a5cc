"""What the gambaran pengamanan says, as plain values; it is classified, and says so on each page.

Numbers stand as whole numbers, or as words where they are a range or a sum of only some regions ("424 s.d. 530",
"460 (1/8 wilayah)"); None is a number nobody told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["region", "sum", "district", "total", "whole", "part"]
"""A region, its kecamatan together, one of them, a sum of regions, a whole that is in no sum, a part of it."""
Count = int | str | None
SecurityClass = Literal["TERBATAS", "RAHASIA", "SANGAT RAHASIA"]


@dataclass(frozen=True, slots=True)
class StationLine:
    """Polling stations of a place by class; `stations` is how many it has, by a figure of kind `stations_kind`.

    `told` is what the two differ by, in words; `teller` and `source` who told it and where it stands.
    """

    kind: Kind
    name: str
    low: Count = None
    medium: Count = None
    high: Count = None
    total: Count = None
    stations: Count = None
    stations_kind: str = ""
    told: str = ""
    as_of: date | None = None
    teller: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class PersonnelLine:
    """What is needed and planned in a place, and the difference in words."""

    kind: Kind
    name: str
    police_needed: Count = None
    police_planned: Count = None
    police_gap: str = ""
    linmas_needed: Count = None
    linmas_planned: Count = None
    linmas_gap: str = ""
    army: Count = None
    others: Count = None
    as_of: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class SecurityPictureContent:
    """Polling stations by class and personnel, region by region; `patterns` are those that were counted with."""

    title: str
    as_of: date | None = None
    event: str = ""
    stations: tuple[StationLine, ...] = ()
    personnel: tuple[PersonnelLine, ...] = ()
    patterns: tuple[str, ...] = ()
    pattern_sources: str = ""
    rule: str = ""
    heading: str = "GAMBARAN PENGAMANAN"
    security_class: SecurityClass = "TERBATAS"
    handling: str = "Klasifikasi Terbatas: hanya untuk pejabat dan petugas yang berkepentingan."
