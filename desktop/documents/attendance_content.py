"""What the sheet signed at the door says, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from desktop.documents.content import Signatory


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One expected guest on the sheet that is signed at the door; an empty name is left to be written."""

    name: str = ""
    position: str = ""
    institution: str = ""


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Guests under one heading; an empty heading prints none.

    Groups with another `sheet` ("DAFTAR HADIR NARASUMBER") stand on a sheet of that name, numbered from one.
    """

    heading: str = ""
    rows: tuple[SheetRow, ...] = ()
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceSheetContent:
    """The sheet to be signed, printed before the meeting; rows stand in their order already.

    `heading` names the sheet of groups that name none; every sheet ends with `spare_rows`.
    """

    title: str
    held_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    zone: str = "Asia/Jakarta"
    place: str | None = None
    groups: tuple[SheetGroup, ...] = ()
    spare_rows: int = 10
    signatory: Signatory | None = None
    heading: str = "DAFTAR HADIR"
