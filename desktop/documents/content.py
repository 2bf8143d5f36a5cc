"""What a paper says, as plain values: whoever wants a paper fills these in and gets PDF bytes back.

Here is what all papers share; what each says of its own stands in its `…_content` module, so that a paper loads
only its own.

None means unknown and prints as a dotted line to be filled in by hand; an empty text or tuple means there is
none and prints nothing. Nothing is ever made up here. Dates arrive as dates, all other words as they shall read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PaperName = Literal["A4", "F4"]
FontChoice = Literal["Arial", "Bookman", "Times"]
NumberPlace = Literal["bawah_tengah", "bawah_kanan", "atas_tengah", "atas_kanan", "tanpa"]


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
    final papers. `sign_fields` puts empty signature fields over the room to sign, on final papers.
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
    sign_fields: bool = False
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
