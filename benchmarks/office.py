"""An office as it may look after ten years, with invented names: what the other benchmarks read.

Made through the write door, always the same for the same scale, and kept in the temporary folder, so that only
the first run waits for it. At scale 1: 2,000 meetings with 200,000 participants and 50,000 follow-ups, most of
which were reported on, and 300,000 reports on the shipped checklist.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from benchmarks import names
from benchmarks.harness import CACHE
from desktop.base.paths import CONFIG_VARIABLE
from desktop.models import opening, seeds
from desktop.models.journal import Write, writing
from desktop.models.migrations import LATEST
from desktop.models.store import Store
from desktop.models.tables import (
    Addressee,
    Assessment,
    Commitment,
    CommitmentStanding,
    Meeting,
    Participant,
    Person,
    ProgressReport,
    Statement,
)
from desktop.models.words import COMMITMENT_STATES, READINESS_STATES

MEETINGS, SEATS, FOLLOW_UPS, REPORTS, PEOPLE = 2_000, 100, 25, 300_000, 4_000
MILLION = 1_000_000

_FORM = 3  # of what is generated; another form is generated anew
_FIRST_DAY = date(2015, 1, 5)
_FIRST_REPORT = date(2024, 6, 1)
_STEP = 2_000  # rows of one table written at once
_SEAT = (
    "meeting_id", "order_no", "role", "institution_id", "position_id", "person_id", "answer", "state",
    "present_person_id", "present_name",
)  # fmt: skip


def office(scale: float = 1.0) -> Path:
    """The data folder of the generated office; made now when it was never made."""
    return kept(f"office-{scale:g}", lambda folder: _make(folder, scale))


def million_meetings() -> Path:
    """A data folder with a million meetings.

    For the table only: the rows are copied within the database, past the write door and its journal.
    """
    return kept("million", _make_million)


def million_follow_ups() -> Path:
    """A data folder whose register has a million follow-ups, to be ordered: there is nothing behind their rows."""
    return kept("million-follow-ups", _make_million_follow_ups)


def paper_meetings() -> Path:
    """A data folder with two meetings, whose minutes have about 12 and about 75 pages."""
    return kept("papers", _make_paper_meetings)


def founded() -> Path:
    """The data folder of a new office, closed properly, to be copied."""
    return kept("founded", lambda folder: opening.close(opening.open_folder(folder, found=seeds.found_office)))


@contextmanager
def own_config(folder: Path) -> Iterator[None]:
    """Keep this process's hands off the preferences of whoever runs the benchmarks."""
    before = os.environ.get(CONFIG_VARIABLE)
    os.environ[CONFIG_VARIABLE] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ[CONFIG_VARIABLE]
        else:
            os.environ[CONFIG_VARIABLE] = before


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    """The data of a folder, open for as long as they are asked."""
    with own_config(config_of(folder)):
        store = opening.open_folder(folder)
        try:
            yield store
        finally:
            opening.close(store)


def config_of(folder: Path) -> Path:
    """The preferences that go with a generated data folder."""
    return folder.with_name(folder.name + ".config")


def kept(name: str, make: Any) -> Path:
    """A folder made once: under another name until it is whole."""
    folder = CACHE / f"{name}-schema{LATEST}-{_FORM}"
    if not folder.exists():
        working = folder.with_name(f"{folder.name}.{os.getpid()}")
        shutil.rmtree(working, ignore_errors=True)
        working.mkdir(parents=True)
        with own_config(config_of(working)):
            make(working)
        shutil.rmtree(config_of(working), ignore_errors=True)
        working.rename(folder)
    return folder


def _make(folder: Path, scale: float) -> None:
    store = opening.open_folder(folder, found=seeds.found_office)
    chance = random.Random(f"rakor {scale}")
    with writing(store, "benchmark.fill", by="Pengukur") as write:
        people = _people(write, chance, max(20, round(PEOPLE * scale)))
    numbers = range(max(2, round(MEETINGS * scale)))
    for start in range(0, len(numbers), _STEP // SEATS):
        with writing(store, "benchmark.fill", by="Pengukur") as write:  # signed minutes take no seats later
            some = _meetings(write, chance, numbers[start : start + _STEP // SEATS])
            write.insert_rows(Participant, _SEAT, list(seats(store, chance, some, people)))
            _follow_ups(store, write, chance, some)
            for one in some:  # in the same action: minutes that are ready take nobody in any more
                write.update(Meeting, one, state=chance.choice(("konsep", "siap", "ditandatangani")))
    with writing(store, "benchmark.fill", by="Pengukur") as write:
        _reports(store, write, chance, max(100, round(REPORTS * scale)))
    opening.close(store)


def _people(write: Write, chance: random.Random, count: int) -> list[UUID]:
    rows = [(names.person(chance), "none") for _ in range(count)]
    return write.insert_rows(Person, ("name", "identity_kind"), rows)


def _meetings(write: Write, chance: random.Random, numbers: range) -> list[UUID]:
    topic = seeds.fixed_id("topic", seeds.PILKADA)
    columns = (
        "topic_id", "title", "held_on", "starts_at", "zone", "place", "minutes_number", "state", "cancelled",
        "security",
    )  # fmt: skip
    rows = [
        (
            topic if number % 3 == 0 else None, names.meeting(chance),
            _FIRST_DAY + timedelta(days=number * 7 // 4),
            time(chance.choice((8, 9, 10, 13)), chance.choice((0, 30))), "Asia/Jakarta",
            names.place(chance), f"000.5/{number + 1}/204.3/{2015 + number // 200}", "konsep", False, "biasa",
        )
        for number in numbers
    ]  # fmt: skip
    return write.insert_rows(Meeting, columns, rows)


def seats(
    store: Store, chance: random.Random, meetings: list[UUID], people: list[UUID]
) -> Iterator[tuple[Any, ...]]:
    """The participants of these meetings, as rows for the write door: see `seat_columns`."""
    posts = [
        (UUID(bytes=institution), UUID(bytes=position))
        for institution, position in store.rows("SELECT institution_id, id FROM position ORDER BY seq")
    ]
    states = ("hadir", "hadir", "hadir", "diwakili", "berhalangan", "tidak_hadir")
    for meeting in meetings:
        for order in range(SEATS):
            institution, position = posts[(order * 7 + chance.randrange(3)) % len(posts)]
            state, person = chance.choice(states), chance.choice(people)
            yield (
                meeting, order, "pimpinan" if order == 0 else "peserta", institution, position, person,
                "akan_hadir", state, person if state == "hadir" else None,
                names.person(chance) if state == "diwakili" else None,
            )  # fmt: skip


def seat_columns() -> tuple[str, ...]:
    """The columns `seats` gives values for."""
    return _SEAT


def _follow_ups(
    store: Store, write: Write, chance: random.Random, meetings: list[UUID], count: int = FOLLOW_UPS
) -> None:
    institutions = [UUID(bytes=one) for (one,) in store.rows("SELECT id FROM institution ORDER BY seq")]
    rows: list[tuple[Any, ...]] = []
    for meeting in meetings:
        for order in range(count):
            source = chance.choice(("disepakati", "jadwal", "internal", None))
            due = _FIRST_DAY + timedelta(days=chance.randrange(3_650)) if source else None
            kind = chance.choice(("arahan", "permintaan", "komitmen"))
            rows.append((meeting, order, f"TL-{order + 1}", kind, names.follow_up(chance), due, source))
    columns = ("meeting_id", "order_no", "code", "kind", "text", "due_date", "due_source")
    made = write.insert_rows(Commitment, columns, rows)
    states = tuple(COMMITMENT_STATES)
    addressees = [
        (one, order, institution, chance.choice(states))
        for one in made
        for order, institution in enumerate(chance.sample(institutions, chance.choice((1, 1, 2, 3))))
    ]
    parts = write.insert_rows(Addressee, ("commitment_id", "order_no", "institution_id", "state"), addressees)
    told = [
        (commitment, part, 1, _FIRST_DAY + timedelta(days=chance.randrange(3_650)), state, institution, "surat")
        for part, (commitment, _, institution, state) in zip(parts, addressees, strict=True)
        if state != "belum" or chance.random() < 0.5
    ]
    columns = ("commitment_id", "addressee_id", "order_no", "reported_on", "state", "institution_id", "channel")
    write.insert_rows(ProgressReport, columns, told)


def _reports(store: Store, write: Write, chance: random.Random, count: int) -> None:
    asked = store.rows(
        "SELECT i.id, r.id FROM checklist_item i JOIN region r ON r.kind IN ('kabupaten', 'kota') "
        "JOIN topic_region t ON t.region_id = r.id WHERE i.for_regency ORDER BY r.seq, i.seq"
    )
    pairs = [(UUID(bytes=item), UUID(bytes=region)) for item, region in asked]
    states = tuple(READINESS_STATES)
    for start in range(0, count, 100_000):
        rows = [
            (*pairs[number % len(pairs)], chance.choice(states), _FIRST_REPORT + timedelta(number // len(pairs)))
            for number in range(start, min(start + 100_000, count))
        ]
        write.insert_rows(Assessment, ("item_id", "region_id", "state", "as_of"), rows)


def _make_paper_meetings(folder: Path) -> None:
    shutil.copytree(founded(), folder, dirs_exist_ok=True)
    store = opening.open_folder(folder)
    chance = random.Random("papers")
    with writing(store, "benchmark.fill", by="Pengukur") as write:
        people = _people(write, chance, 200)
        meetings = _meetings(write, chance, range(2))
        write.insert_rows(Participant, _SEAT, list(seats(store, chance, meetings, people)))
        for meeting, spoken, follow_ups in zip(meetings, (40, 330), (1, 14), strict=True):
            said = [(meeting, order, "laporan", _speech(chance)) for order in range(spoken)]
            write.insert_rows(Statement, ("meeting_id", "order_no", "kind", "text"), said)
            _follow_ups(store, write, chance, [meeting], FOLLOW_UPS * follow_ups)
    opening.close(store)


def _speech(chance: random.Random) -> str:
    return ". ".join(names.follow_up(chance) for _ in range(6)) + "."


def _make_million_follow_ups(folder: Path) -> None:
    shutil.copytree(office(), folder, dirs_exist_ok=True)
    store = opening.open_folder(folder)
    store.database.connection().create_function("uuid4", 0, lambda: uuid4().bytes)
    copied = [field for field in CommitmentStanding._meta.fields if field not in ("seq", "commitment_id")]
    columns = ", ".join(copied)
    with store.transaction():
        while (known := store.one("SELECT count(*) FROM commitment_standing") or (0,))[0] < MILLION:
            store.execute(
                f"INSERT INTO commitment_standing (commitment_id, {columns}) "
                f"SELECT uuid4(), {columns} FROM commitment_standing LIMIT ?",
                (MILLION - known[0],),
            )
    opening.close(store)


def _make_million(folder: Path) -> None:
    shutil.copytree(office(), folder, dirs_exist_ok=True)
    store = opening.open_folder(folder)
    store.database.connection().create_function("uuid4", 0, lambda: uuid4().bytes)
    copied = [field for field in Meeting._meta.fields if field not in ("seq", "id")]
    columns = ", ".join(copied)
    with store.transaction():
        while (known := store.one("SELECT count(*) FROM meeting") or (0,))[0] < MILLION:
            store.execute(
                f"INSERT INTO meeting (id, {columns}) SELECT uuid4(), {columns} FROM meeting LIMIT ?",
                (MILLION - known[0],),
            )
        store.execute("UPDATE meeting SET sort_key = sort_key || ' ' || (seq * 7919 % 1000003)")
    opening.close(store)
