"""What a table of follow-ups says, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.documents.content import Signatory


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
class ActionMatrixContent:
    """The follow-ups of one or more meetings as a landscape table; `as_of` is the state's date."""

    title: str
    rows: tuple[FollowUpRow, ...] = ()
    subject: str = ""
    as_of: date | None = None
    signatory: Signatory | None = None
    heading: str = "MATRIKS TINDAK LANJUT"
    draft: bool = False
