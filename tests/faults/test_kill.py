"""Killed at any moment: what was called saved is there, whole, and the next start goes on by itself."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from desktop.base.errors import DamagedFile
from desktop.models import backup, header, integrity, opening
from desktop.models.journal import writing
from desktop.models.migrations import LATEST, runner
from desktop.models.store import connect_sqlite
from tests.faults.killing import Report, killed_at_random
from tests.models import broken
from tests.models.made_up import (
    State,
    add_meeting,
    before_following_tables,
    count,
    insert_meeting,
    known_before,
    live,
)
from tests.models.test_migrations import DATABASES

SEATS = 20

few_or_many = pytest.mark.parametrize("rounds", [3, pytest.param(200, marks=pytest.mark.fault)])
once_or_often = pytest.mark.parametrize("rounds", [2, pytest.param(100, marks=pytest.mark.fault)])
pytestmark = pytest.mark.timeout(600)


@few_or_many
def test_what_was_saved_survives_being_killed(
    founded_folder: Path, tmp_path: Path, rounds: int, record_property: pytest.RecordProperty
) -> None:
    """T1: one meeting and twenty seats an action; each is reported only after its commit."""
    chance = random.Random(rounds)
    reported = lost = partial = number = 0
    while number < rounds or not reported:  # a busy machine kills all of a few before their first
        if number % 20 == 0:
            folder = Path(shutil.copytree(founded_folder, tmp_path / f"data{number}"))

        def write(report: Report, folder: Path = folder) -> None:
            store = opening.open_folder(folder)
            while True:
                with writing(store, "meeting.create", by="Uji") as one:
                    meeting = insert_meeting(one, SEATS)
                report(meeting.hex.encode())

        saved = killed_at_random(write, 0.12, chance)
        store = opening.open_folder(folder)
        assert store.one("PRAGMA integrity_check") == ("ok",)
        seats = dict(store.rows("SELECT lower(hex(meeting_id)), count(*) FROM participant GROUP BY meeting_id"))
        reported += len(saved)
        lost += sum(one.decode() not in seats for one in saved)
        partial += sum(found != SEATS for found in seats.values()) + (count(store, "meeting") != len(seats))
        if number % 20 == 19 or rounds < 20:
            assert integrity.check(store) == []
        opening.close(store)
        number += 1
    tell(record_property, "kill while saving", rounds=number, saved=reported, lost=lost, partial=partial)
    assert (lost, partial) == (0, 0)


@once_or_often
def test_a_backup_that_is_listed_survives_being_killed(
    data_folder: Path, rounds: int, record_property: pytest.RecordProperty
) -> None:
    path, chance = opening.database_file(data_folder), random.Random(rounds)
    listed = bad = missing = 0

    def work(report: Report) -> None:
        store = opening.open_folder(data_folder)
        while True:
            add_meeting(store, seats=3)
            made = backup.make(path)
            assert made is not None
            report(made.path.name.encode())

    assert backup.make(path) is not None  # a slow machine may be killed before its first
    for _ in range(rounds):
        promised = killed_at_random(work, 0.1, chance)
        found = backup.list_backups(path)
        listed += len(promised)
        missing += len({one.decode() for one in promised} - {one.path.name for one in found})
        for one in found[: len(promised) + 1]:
            bad += broken.hash_of(one.path) != one.sha256
    opening.close(opening.open_folder(data_folder))
    backup.restore(backup.list_backups(path)[0].path, path)
    add_to(data_folder)
    backup.make(path)
    assert not [one for one in backup.folder_of(path).iterdir() if "proses" in one.name]
    tell(record_property, "kill while backing up", rounds=rounds, made=listed, missing=missing, bad=bad)
    assert (missing, bad) == (0, 0)


def add_to(folder: Path) -> None:
    """One more meeting."""
    store = opening.open_folder(folder)
    add_meeting(store)
    opening.close(store)


@once_or_often
def test_a_restore_that_is_killed_leaves_the_old_data_or_the_new(
    data_folder: Path, rounds: int, record_property: pytest.RecordProperty
) -> None:
    path, chance = opening.database_file(data_folder), random.Random(rounds)
    first, second = backup.make(path), None
    add_to(data_folder)
    second = backup.make(path)
    assert first is not None
    assert second is not None
    states = [read(first.path), read(second.path)]

    def work(report: Report) -> None:
        while True:
            for one in (first, second):
                backup.restore(one.path, path)
                report(b"restored")

    restored = neither = 0
    for _ in range(rounds):
        restored += len(killed_at_random(work, 0.06, chance))
        try:
            store = opening.open_folder(data_folder)
        except DamagedFile:
            neither += 1
            backup.restore(first.path, path)
            continue
        neither += live(store) not in states
        opening.close(store)
        for kept in data_folder.glob("*.diganti-*"):
            kept.unlink()
    tell(record_property, "kill while restoring", rounds=rounds, restored=restored, neither=neither)
    assert neither == 0


@once_or_often
def test_an_upgrade_that_is_killed_leaves_the_old_schema_or_the_new(
    tmp_path: Path, rounds: int, record_property: pytest.RecordProperty
) -> None:
    """From the first schema to the latest."""
    data_folder = office_of_schema_1(tmp_path)
    state, chance = read(opening.database_file(data_folder)), random.Random(rounds)
    old = new = bad = 0
    for number in range(rounds):
        folder = Path(shutil.copytree(data_folder, tmp_path / f"naik{number}"))
        path = opening.database_file(folder)

        def work(report: Report, path: Path = path) -> None:
            runner.migrate_sqlite(path, 1)
            report(b"migrated")

        finished = killed_at_random(work, 0.1, chance)
        schema = int.from_bytes(path.read_bytes()[60:64], "big")
        old, new = old + (schema == 1), new + (schema == LATEST)
        bad += (bool(finished) and schema == 1) or known_before(read(path), state) != state
        if schema == 1:
            assert header.schema_of(path) == 1
            runner.migrate_sqlite(path, 1)
        bad += known_before(read(path), state) != state or any("naik" in one.name for one in folder.iterdir())
        shutil.rmtree(folder)
    tell(record_property, "kill while upgrading", rounds=rounds, old=old, new=new, bad=bad)
    assert old + new == rounds
    assert bad == 0


def office_of_schema_1(tmp_path: Path) -> Path:
    """An office of the first schema with a few meetings more."""
    folder = tmp_path / "lama"
    folder.mkdir()
    shutil.copyfile(DATABASES / "v1.db", opening.database_file(folder))
    store = connect_sqlite(opening.database_file(folder))
    store.office = opening.identity.office_of(store)
    with before_following_tables():
        for _ in range(5):
            add_meeting(store, seats=SEATS)
    store.close()
    return folder


def read(path: Path) -> State:
    """Everything in a database file."""
    store = connect_sqlite(path, read_only=True)
    found = live(store)
    store.close()
    return found


def tell(record_property: pytest.RecordProperty, name: str, **figures: int) -> None:
    """Give a fault run its line: with `-rA` or `-s`, and in a report file."""
    print(name, *(f"{key} {value}" for key, value in figures.items()))
    for key, value in figures.items():
        record_property(key, value)
