"""`share`: a meeting for a second laptop at the door, or what was noted there on its way back."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.base.files import atomic_write, replaceable
from desktop.base.numbers import grouped
from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.speech import letters
from desktop.exchange.shared_meeting import MARKS, MEETING
from desktop.models.header import refuse_data
from desktop.models.queries.attendance import participants
from desktop.services.reports import find_meeting
from desktop.services.shared_meeting import marks_file, share_file, share_name


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Write the file to be carried over, and say what to do with it there."""
    kind, make = (MARKS, marks_file) if options.marks else (MEETING, share_file)
    with opened(options, "share") as store:
        meeting = find_meeting(store, letters(options.meeting))
        target = options.file or Path(share_name(store, meeting, kind))
        refuse_data(replaceable(target))
        data = make(store, meeting)
        seats = participants(store, meeting)
    atomic_write(target, data, keep_finished=False)
    noted = sum(seat.state != "belum_dicatat" for seat in seats)
    print(f"Ditulis: {target} ({grouped(len(seats))} peserta, {grouped(noted)} sudah dicatat)")
    print(f"Di laptop yang lain: main.py import {'marks' if options.marks else 'shared'} {target.name}")
    return 0
