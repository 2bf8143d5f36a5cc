"""What an invitation says, and what letters share, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from desktop.documents.content import Signatory
from desktop.documents.preparation_content import RundownLine

_SIGNATORY = Signatory()


@dataclass(frozen=True, slots=True)
class LetterHead:
    """Nomor, Sifat, Lampiran, Hal and the date of a letter.

    A letter is signed before SRIKANDI gives it its number and date; unknown, they print as dots.
    """

    number: str | None = None
    dated_on: date | None = None
    urgency: str | None = None
    enclosure: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody on the list of those invited: the office, and its holder where somebody was named."""

    office: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class RecipientGroup:
    """Those invited under one heading; an empty heading prints none."""

    heading: str = ""
    rows: tuple[Recipient, ...] = ()


@dataclass(frozen=True, slots=True)
class InvitationContent:
    """The invitation to a meeting, `title`.

    `addressees` None leaves dots; an addressee may have several lines; `addressed_at` ("Tempat") stands below.
    `opening`, `body` and `closing` are paragraphs, `note` and `copies` (tembusan) are points below the signature.
    `recipients` and `programme` are annexes, each left out where it is empty; `programme_heading` is the
    programme's.
    """

    title: str
    head: LetterHead = LetterHead()
    addressees: tuple[str, ...] | None = None
    addressed_at: str = "Tempat"
    opening: str | None = None
    held_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    zone: str = "Asia/Jakarta"
    place: str | None = None
    body: str = ""
    closing: str | None = None
    signatory: Signatory = _SIGNATORY
    note: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    recipients: tuple[RecipientGroup, ...] = ()
    programme: tuple[RundownLine, ...] = ()
    programme_heading: str = "SUSUNAN ACARA"
