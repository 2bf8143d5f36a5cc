"""What a paper says, as plain values: whoever wants a paper fills these in and gets PDF bytes back.

None means unknown and prints as a dotted line to be filled in by hand; an empty text or tuple means there is
none and prints nothing. Nothing is ever made up here. Dates arrive as dates, all other words as they shall read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

PaperName = Literal["A4", "F4"]
FontChoice = Literal["Arial", "Bookman", "Times"]
NumberPlace = Literal["bawah_tengah", "bawah_kanan", "atas_tengah", "atas_kanan", "tanpa"]
StatementKind = Literal[
    "paparan", "laporan", "arahan", "permintaan", "informasi",
    "tanya", "jawab", "tanggapan", "komitmen", "kesimpulan",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class LetterheadLine:
    """One line of the letterhead; `level` 1 is the government, 2 the office, 3 the address.

    `size` in points replaces the size that belongs to the level.
    """

    text: str
    level: Literal[1, 2, 3] = 1
    size: float | None = None


@dataclass(frozen=True, slots=True)
class Margins:
    """White edges of the paper in millimetres."""

    top: float = 20.0
    right: float = 20.0
    bottom: float = 25.0
    left: float = 30.0


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """How this office's papers look; all of it is a setting because no rule fixes it for every office.

    `logo` is a PNG or JPEG file's bytes. `page_numbers` knows {page} and {pages}; empty prints none. `fit_pages`
    is how many pages the minutes without their annexes should need: lines and letters move closer as far as they
    stay readable; 0 leaves them. `sign_numbers` prints NIP and NRP below names. `proof` prints code and QR on
    final papers.
    """

    letterhead: tuple[LetterheadLine, ...] = ()
    logo: bytes | None = None
    letterhead_rule: Literal["ganda", "tunggal", "tanpa"] = "ganda"
    paper: PaperName = "A4"
    margins: Margins = Margins()
    font: FontChoice = "Arial"
    font_size: float = 11.0
    title: str = "NOTULA"
    decisions_label: str = "Kesimpulan/Keputusan"
    city: str = ""
    sign_columns: Literal[1, 2] = 2
    page_numbers: str = "Halaman {page} dari {pages}"
    numbers_at: NumberPlace = "bawah_tengah"
    fit_pages: int = 0
    sign_numbers: bool = True
    proof: bool = False
    names_until: int = 12  # a longer list of participants prints as "daftar hadir terlampir"


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: role above, office and proxy, name, rank, number.

    `position` is the office signed for. `acting` stands before it (Plt., Plh., Pj., Pjs.); `on_behalf` prints
    "a.n." and the office represented above it, `delegated_by` "u.b." and the office that passed the mandate on.
    `number_kind` is "NIP", "NRP" or None for people who have neither; `number` None then leaves dots.
    """

    role: str = ""
    position: str | None = None
    name: str | None = None
    rank: str = ""
    number_kind: Literal["NIP", "NRP"] | None = None
    number: str | None = None
    acting: str = ""
    on_behalf: str = ""
    delegated_by: str = ""


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody with a task in the meeting; `represents` is the office invited when a deputy came."""

    name: str | None
    position: str = ""
    institution: str = ""
    represents: str = ""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who came, as printed: `represents` the invited official, `note` any remark."""

    name: str
    position: str = ""
    institution: str = ""
    represents: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one person said. `on_behalf_of` names the official whose words were read out."""

    kind: StatementKind
    text: str
    speaker: str | None
    position: str = ""
    institution: str = ""
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    """A point of the agenda, and from when to when it took, where that was noted."""

    title: str
    started_at: time | None = None
    ended_at: time | None = None


@dataclass(frozen=True, slots=True)
class Discussion:
    """One point of the agenda and what was said about it, in order."""

    topic: str
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """One row of the follow-up matrix.

    `due` is a date agreed or given by the stages; a date for the office's own use is passed as None.
    `due_words` says where it comes from or stands instead of it ("mengikuti jadwal tahapan").
    `status` reads as it shall print: "Dalam proses", "3 dari 8 selesai".
    """

    text: str
    responsible: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    due: date | None = None
    due_words: str = ""
    indicator: str = ""
    status: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReviewedRow:
    """What an institution reported in the meeting on a follow-up of an earlier one; `status` as it shall print."""

    text: str
    institution: str
    status: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class MinutesContent:
    """All parts of a meeting's minutes, in the order in which they print.

    `agenda` None leaves dots. `ends_at` is the end that was planned, `ended_at` when the agenda was through; it
    prints where the two differ. `reviewed` is what was reported on follow-ups of earlier meetings, a table before
    the discussion. `participants_in_brief` are groups without names ("KPU kabupaten/kota").
    The attendance list is annexed when there are attendees, the matrix when there are follow-ups. `signed_on` is
    the minutes' own date, above the signatures; it need not be the meeting's. `revision` n is Perbaikan ke-n;
    `proof_code` finds a final paper again.
    """

    title: str
    held_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    ended_at: time | None = None
    zone: str = "Asia/Jakarta"
    place: str | None = None
    number: str = ""
    invitation_number: str | None = None
    invitation_date: date | None = None
    agenda: tuple[AgendaPoint, ...] | None = None
    chair: Official | None = None
    secretary: Official | None = None
    minute_taker: Official | None = None
    attendees: tuple[Attendee, ...] = ()
    participants_in_brief: tuple[str, ...] = ()
    opening: str | None = None
    reviewed: tuple[ReviewedRow, ...] = ()
    discussions: tuple[Discussion, ...] = ()
    decisions: tuple[str, ...] = ()
    closing: str | None = None
    follow_ups: tuple[FollowUpRow, ...] = ()
    signed_on: date | None = None
    signatory: Signatory = Signatory(role="Pimpinan Rapat")
    minute_signatory: Signatory = Signatory(role="Notulis")
    draft: bool = False
    revision: int = 0
    proof_code: str = ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One expected guest on the sheet that is signed at the door; an empty name is left to be written."""

    name: str = ""
    position: str = ""
    institution: str = ""


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Guests under one heading; an empty heading prints none."""

    heading: str = ""
    rows: tuple[SheetRow, ...] = ()


@dataclass(frozen=True, slots=True)
class AttendanceSheetContent:
    """The sheet to be signed, printed before the meeting; rows stand in protocol order already."""

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


@dataclass(frozen=True, slots=True)
class ActionMatrixContent:
    """The follow-ups of one or more meetings as a landscape table; `as_of` is the state's date."""

    title: str
    rows: tuple[FollowUpRow, ...] = ()
    subject: str = ""
    as_of: date | None = None
    signatory: Signatory | None = None
    heading: str = "MATRIKS TINDAK LANJUT"
    draft: bool = False


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
