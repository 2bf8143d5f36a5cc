"""What a file from another laptop changed, in words: which seat or meeting, and which fields differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.models.queries.attendance import ParticipantRow

_SEAT = {
    "order_no": "urutan", "role": "peran", "institution_id": "instansi", "position_id": "jabatan",
    "invited_name": "nama", "label": "sebutan", "answer": "jawaban",
}  # fmt: skip


def differing(words: Mapping[str, str], before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """The names of the fields that differ: `tempat, mulai`; "" where none does."""
    return ", ".join(dict.fromkeys(word for key, word in words.items() if before[key] != after[key]))


def seats_differ(before: ParticipantRow, after: ParticipantRow) -> str:
    """The same of a seat as the list of invitations has it."""
    return differing(_SEAT, before._asdict(), after._asdict())


def seat_words(seat: ParticipantRow) -> str:
    """Whose seat it is."""
    return seat.invited_name or seat.invited_office or seat.present_name or seat.label or f"Nomor {seat.order_no}"
