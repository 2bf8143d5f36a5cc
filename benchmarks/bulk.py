"""Two hundred thousand participants through the write door at once, beside plain executemany."""

from __future__ import annotations

import gc
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any
from uuid import UUID

from benchmarks.harness import Row, row_of
from benchmarks.office import MEETINGS, founded, opened, seat_columns, seats
from desktop.models.identity import new_id
from desktop.models.journal import writing
from desktop.models.store import Store
from desktop.models.tables import Meeting, Participant, Person

ROUNDS = 5
_MEETING = ("title", "held_on", "zone", "state", "cancelled", "security")

Rows = list[tuple[Any, ...]]


def rows() -> Iterator[Row]:
    """Performance bar 6. Checking what a file holds belongs to the import and is measured with it."""
    times, sizes = [], []
    with tempfile.TemporaryDirectory(prefix="rakor-bulk-") as working:
        prepared = _prepared(Path(working) / "prepared")
        for number in range(ROUNDS + 1):
            sides = [_through_the_door, _plainly]
            found = {
                side: _measured(Path(working), prepared, side) for side in (sides if number % 2 else sides[::-1])
            }
            if number:  # the first round warms up
                times.append((found[sides[0]][0], found[sides[1]][0]))
                sizes.append((found[sides[0]][1], found[sides[1]][1]))
    yield row_of("bulk: 200,000 participants with journal / executemany", times, bar=1.15)
    yield row_of("bulk: bytes on disk, the same", sizes, bar=1.30, unit="MiB")


def _prepared(folder: Path) -> tuple[Path, Rows]:
    """A new office with 2,000 meetings, and the participants to come."""
    shutil.copytree(founded(), folder)
    chance = random.Random("bulk")
    with opened(folder) as store:
        with writing(store, "benchmark.fill", by="Pengukur") as write:
            meeting = ("Rapat", "2024-10-04", "Asia/Jakarta", "konsep", False, "biasa")
            meetings = write.insert_rows(Meeting, _MEETING, [meeting] * MEETINGS)
            people = write.insert_rows(Person, ("name", "identity_kind"), [("Arwana", "none")] * 1_000)
        return folder, list(seats(store, chance, meetings, people))


def _measured(working: Path, prepared: tuple[Path, Rows], insert: Any) -> tuple[float, float]:
    """CPU milliseconds of the insert with its commit, and MiB the database has afterwards."""
    folder = working / "measured"
    shutil.copytree(prepared[0], folder)
    with opened(folder) as store:
        ready = _for_the_driver(prepared[1]) if insert is _plainly else prepared[1]
        gc.collect()
        start = process_time()
        insert(store, ready)
        spent = (process_time() - start) * 1000
    size = sum(part.stat().st_size for part in folder.glob("rakor.db*")) / 2**20
    shutil.rmtree(folder)
    return spent, size


def _through_the_door(store: Store, participants: Rows) -> None:
    with writing(store, "benchmark.fill", by="Pengukur") as write:
        write.insert_rows(Participant, seat_columns(), participants)


def _plainly(store: Store, participants: Rows) -> None:
    assert store.office is not None
    columns = ", ".join(("id", *seat_columns(), "clock", "device", "hist", "office"))
    marks = ", ".join("?" * len(participants[0]))
    fixed = f"1, X'{'00' * 16}', '{{}}', X'{store.office.hex}'"  # as the door writes them; binding them is slower
    connection = store.database.connection()
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(f"INSERT INTO participant ({columns}) VALUES ({marks}, {fixed})", participants)
    connection.execute("COMMIT")


def _for_the_driver(participants: Rows) -> Rows:
    """The same rows with their ids, as the driver keeps them: nothing is left to convert."""
    return [
        (new_id().bytes, *(value.bytes if isinstance(value, UUID) else value for value in row))
        for row in participants
    ]
