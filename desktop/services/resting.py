"""A follow-up may rest: until a later day meetings do not ask for it, and its log says so."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID

from desktop.base.dates import long_date
from desktop.base.errors import InvalidInput
from desktop.models.journal import Write
from desktop.models.queries.records import fields_of
from desktop.models.tables import Commitment

_SAID = re.compile(r"\s*Dibahas lagi mulai [^.]*\.")


def rest_until(write: Write, addressee: UUID, day: date, on: date, note: str) -> str:
    """Let a follow-up rest from the meeting of `on` until `day`, for all addressees; returns a note that says so.

    Raises InvalidInput for a day that is not after the meeting's.
    """
    if day <= on:
        raise InvalidInput(
            "show_again_on", "Tanggal untuk dibahas lagi tidak sesudah rapat ini.", "Tulis tanggal sesudah rapat."
        )
    commitment = fields_of(write.store, "addressee", addressee)["commitment_id"]
    write.update(Commitment, commitment, show_again_on=day)
    said = _SAID.sub("", note).strip()
    if said and said[-1] not in ".!?":
        said += "."
    return f"{said} Dibahas lagi mulai {long_date(day)}.".strip()
