"""`import shared`: a meeting another laptop shared, new here or brought up to date."""

from __future__ import annotations

import argparse
from typing import Any
from uuid import UUID

from desktop.base.dates import long_date
from desktop.base.files import read_bytes
from desktop.base.numbers import grouped
from desktop.cli.commands import OpenWindow
from desktop.cli.faults import reading
from desktop.cli.office import opened
from desktop.cli.shared_told import differing, seat_words, seats_differ
from desktop.exchange.shared_meeting import LARGEST, MEETING, SharedMeeting, unpack
from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.models.queries.meetings import meeting_head
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.services.desk import Desk, user_name
from desktop.services.shared_meeting import take_shared

_MEETING = {
    "title": "nama rapat", "held_on": "tanggal", "zone": "zona waktu", "starts_at": "mulai", "ends_at": "selesai",
    "place": "tempat", "purpose": "maksud", "co_organiser": "penyelenggara bersama", "security": "klasifikasi",
    "cancelled": "keadaan",
}  # fmt: skip
"""What travels of a meeting, by the words the window has for it."""


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Take the meeting in and say what is new and what differed."""
    name = options.file.name
    with reading():
        data = read_bytes(options.file, LARGEST + 1)
        meeting = SharedMeeting.read(unpack(data, MEETING, name).content, name).meeting
    with opened(options, "import", write=True) as store:
        before, seats = _head(store, meeting), _seats(store, meeting)
        changes = take_shared(Desk(store, user_name()), data, name)[1]
        after, now = fields_of(store, "meeting", meeting), _seats(store, meeting)
    print(f"{'Rapat' if before else 'Rapat baru'}: {long_date(after['held_on'])} · {after['title']}")
    if not changes:
        print("Tidak ada yang berubah.")
        return 0
    if before is not None:
        _tell("Rapat", differing(_MEETING, before, after.values))
    print(f"Peserta baru: {grouped(len(now.keys() - seats.keys()))}")
    for one, seat in now.items():
        if one in seats:
            _tell(seat_words(seat), seats_differ(seats[one], seat))
    return 0


def _head(store: Store, meeting: UUID) -> dict[str, Any] | None:
    return fields_of(store, "meeting", meeting).values if meeting_head(store, meeting) is not None else None


def _seats(store: Store, meeting: UUID) -> dict[UUID, ParticipantRow]:
    return {seat.id: seat for seat in participants(store, meeting)}


def _tell(whose: str, fields: str) -> None:
    if fields:
        print(f"Diperbarui · {whose}: {fields}")
