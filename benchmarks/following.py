"""What the tables that follow from the records cost those who write: the same actions with and without them."""

from __future__ import annotations

import gc
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from time import process_time
from typing import Any
from uuid import UUID

from benchmarks import names
from benchmarks.harness import Row, row_of
from benchmarks.office import founded, office, opened
from desktop.models import commitment_standing, kept, search_lines
from desktop.models.journal import writing
from desktop.models.store import Store
from desktop.models.tables import Addressee, Assessment, Commitment, Meeting, Statement

REPORTS, FOLLOW_UPS, NOTES = 100_000, 20_000, 40
ROUNDS, NOTE_ROUNDS = 5, 15
_DAY = date(2024, 10, 3)

Insert = Callable[[Store], None]


def rows() -> Iterator[Row]:
    """Performance bar 16: reports on readiness without a note, follow-ups of one import, one note taken."""
    without_lines = [one for one in kept.KEPT if one is not search_lines]
    without_standing = [one for one in kept.KEPT if one is not commitment_standing]
    for name, left_out, insert, bar in (
        (
            f"following: {REPORTS:,} reports without a note / without lines of search",
            without_lines,
            _reports,
            1.10,
        ),
        (f"following: {FOLLOW_UPS:,} follow-ups / without lines of search", without_lines, _follow_ups, 1.15),
        (f"following: {FOLLOW_UPS:,} follow-ups / without their standing", without_standing, _follow_ups, 1.50),
    ):
        yield row_of(name, list(_pairs(left_out, insert)), bar=bar)
    yield row_of("following: one note / without lines of search", list(_notes(without_lines)), bar=1.20)


def _pairs(left_out: Sequence[Any], insert: Insert) -> Iterator[tuple[float, float]]:
    with tempfile.TemporaryDirectory(prefix="rakor-following-") as working:
        for number in range(ROUNDS + 1):
            sides = [kept.KEPT, tuple(left_out)]
            found = {
                id(side): _measured(Path(working), side, insert) for side in sides[:: 1 if number % 2 else -1]
            }
            if number:  # the first round warms up
                yield found[id(sides[0])], found[id(sides[1])]


def _measured(working: Path, following: Sequence[Any], insert: Insert) -> float:
    """CPU milliseconds of one action with its commit, in a new office."""
    folder = working / "measured"
    shutil.copytree(founded(), folder)
    with opened(folder) as store, keeping(following):
        cost = spent(store, insert)
    shutil.rmtree(folder)
    return cost


def _notes(left_out: Sequence[Any]) -> Iterator[tuple[float, float]]:
    """One note after the other in the office of ten years, by turns with and without."""
    with tempfile.TemporaryDirectory(prefix="rakor-following-") as working:
        folder = Path(shutil.copytree(office(), Path(working) / "office"))
        with opened(folder) as store:
            for number in range(NOTE_ROUNDS + 1):
                pair = []
                for following in (kept.KEPT, tuple(left_out))[:: 1 if number % 2 else -1]:
                    with keeping(following):
                        pair.append(spent(store, _note))
                if number:
                    yield (pair[0], pair[1]) if number % 2 else (pair[1], pair[0])


def spent(store: Store, insert: Insert) -> float:
    gc.collect()
    start = process_time()
    insert(store)
    return (process_time() - start) * 1000


@contextmanager
def keeping(following: Sequence[Any]) -> Iterator[None]:
    """Let the write door keep these tables only."""
    before = kept.KEPT
    kept.KEPT = tuple(following)
    try:
        yield
    finally:
        kept.KEPT = before


def _reports(store: Store) -> None:
    chance = random.Random("laporan")
    items = _ids(store, "checklist_item")
    regions = _ids(store, "region")
    columns = ("item_id", "region_id", "state", "as_of")
    reports = [
        (chance.choice(items), chance.choice(regions), "siap", _DAY + timedelta(days=number % 100))
        for number in range(REPORTS)
    ]
    with writing(store, "benchmark.fill", by="Pengukur") as write:
        write.insert_rows(Assessment, columns, reports)


def _follow_ups(store: Store) -> None:
    """As an import takes them over: each with its addressee, twenty from a meeting."""
    chance = random.Random("tindak lanjut")
    institutions = _ids(store, "institution")
    meeting = ("Rapat", _DAY, "Asia/Jakarta", "konsep", False, "biasa")
    with writing(store, "benchmark.fill", by="Pengukur") as write:
        meetings = write.insert_rows(
            Meeting, ("title", "held_on", "zone", "state", "cancelled", "security"), [meeting] * (FOLLOW_UPS // 20)
        )
        promised = [
            (meetings[number // 20], number % 20, "arahan", names.follow_up(chance), _DAY, "jadwal", 0)
            for number in range(FOLLOW_UPS)
        ]
        made = write.insert_rows(
            Commitment,
            ("meeting_id", "order_no", "kind", "text", "due_date", "due_source", "priority"),
            promised,
        )
        write.insert_rows(
            Addressee,
            ("commitment_id", "order_no", "institution_id", "state"),
            [(one, 0, chance.choice(institutions), "belum") for one in made],
        )


def _note(store: Store) -> None:
    chance = random.Random("catatan")
    (meeting,) = store.one("SELECT id FROM meeting WHERE state = 'konsep' ORDER BY seq DESC LIMIT 1") or (None,)
    for order in range(NOTES):
        with writing(store, "benchmark.note", by="Pengukur") as write:
            write.insert(
                Statement,
                meeting_id=UUID(bytes=meeting),
                order_no=order,
                kind="laporan",
                text=names.follow_up(chance),
            )


def _ids(store: Store, table: str) -> list[UUID]:
    return [UUID(bytes=one) for (one,) in store.rows(f"SELECT id FROM {table} WHERE NOT deleted ORDER BY seq")]
