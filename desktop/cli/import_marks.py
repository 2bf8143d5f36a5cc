"""`import marks`: what was noted on a second laptop comes back; what the two noted differently is told."""

from __future__ import annotations

import argparse
import sys

from desktop.base.files import read_bytes
from desktop.base.numbers import grouped
from desktop.cli.commands import OpenWindow
from desktop.cli.faults import reading
from desktop.cli.office import opened
from desktop.cli.shared_told import differing
from desktop.exchange.shared_meeting import LARGEST, MARKS, Marks, unpack
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.services.desk import Desk, user_name
from desktop.services.shared_meeting import Difference, Received, differences, receive_marks

_MARK = {
    "state": "kehadiran", "present_name": "nama yang hadir", "present_title": "jabatan yang hadir",
    "present_person_id": "orang yang hadir", "present_position_id": "jabatan yang hadir", "arrived_at": "datang",
    "left_at": "pulang", "unreadable": "nama terbaca",
}  # fmt: skip
"""What a mark is made of, by the words the window has for it."""


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Join the marks: 0 when nothing is left to decide, 1 when something is."""
    name = options.file.name
    with reading():
        data = read_bytes(options.file, LARGEST + 1)
        meeting = Marks.read(unpack(data, MARKS, name).content, name).meeting
    with opened(options, "import", write=True) as store:
        received = receive_marks(Desk(store, user_name()), data, name)[0]
        left = [_line(store, one) for one in differences(store, meeting)]
    _tell(received)
    if left:
        print(f"Berbeda, belum diputuskan: {grouped(len(left))}")
        print("\n".join(left))
        print("Putuskan di jendela: Kehadiran, Laptop kedua di pintu, Perbedaan isian.", file=sys.stderr)
    return 1 if left or received.gone else 0


def _tell(received: Received) -> None:
    print(f"Tanda diterima: {grouped(received.taken)}")
    print(f"Tamu baru: {grouped(received.guests)}")
    if received.doubled:
        print(f"Mungkin sama dengan yang sudah ada: {', '.join(received.doubled)}")
    if received.gone:
        print(f"Sudah tidak ada di daftar: {grouped(received.gone)}")


def _line(store: Store, one: Difference) -> str:
    """Both sides, and the fields in which they differ: two laptops may both say Hadir, of another hour."""
    there = fields_of(store, "door_mark", one.id).values
    here = fields_of(store, "participant", there["participant_id"]).values
    fields = differing(_MARK, here, there)
    return f"{one.seat} · di sini: {one.here} · di {one.laptop}: {one.there} · berbeda: {fields}"
