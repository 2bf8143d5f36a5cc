"""The n-th call to the disk or the database fails, for every n: all of it happened, or nothing."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import peewee
import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from desktop.base.errors import AppError
from desktop.models import backup, opening, seeds, swap
from desktop.models.migrations import LATEST, runner
from desktop.models.store import Store, connect_sqlite
from tests.models.made_up import State, add_meeting, live
from tests.models.test_migrations import rebuild, steps

pytestmark = [pytest.mark.fault, pytest.mark.timeout(600)]


class Failing:
    """Counts the calls that reach the disk or the database, and lets one of them fail."""

    def __init__(self) -> None:
        self.which = self.calls = 0

    def start(self, which: int) -> None:
        self.which, self.calls = which, 0

    def tick(self, error: Exception) -> None:
        self.calls += 1
        if self.calls == self.which:
            raise error


class Counted:
    """A connection whose statements are counted."""

    def __init__(self, connection: Any, failing: Failing) -> None:
        self._connection, self._failing = connection, failing

    def execute(self, *words: Any) -> Any:
        self._failing.tick(sqlcipher.OperationalError("disk I/O error"))
        return self._connection.execute(*words)

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Failing:
    """The counter, sitting before every replace, link, fsync and statement."""
    found = Failing()

    def before(module: Any, name: str, make_error: Callable[[], Exception]) -> None:
        real = getattr(module, name)

        def counted(*words: Any, **named: Any) -> Any:
            found.tick(make_error())
            return real(*words, **named)

        monkeypatch.setattr(module, name, counted)

    for name in ("replace", "link", "fsync", "open"):
        before(os, name, lambda: OSError(errno.EIO, "Input/output error"))
    before(peewee.Database, "execute_sql", lambda: peewee.OperationalError("disk I/O error"))
    counted = SimpleNamespace(
        connect=lambda *words, **named: Counted(sqlcipher.connect(*words, **named), found), Error=sqlcipher.Error
    )
    for module in (backup, runner, swap):
        monkeypatch.setattr(module, "sqlcipher", counted)
    return found


def for_every_call(failing: Failing, prepare: Callable[[int], Path], work: Callable[[Path], object], check) -> int:
    """Fail call 1, 2, 3 … until nothing fails any more; returns how many calls there were."""
    which = 0
    while True:
        which += 1
        failing.start(0)
        folder = prepare(which)
        failing.start(which)
        with suppress(AppError):  # anything else is a fault without a name
            work(folder)
        finished = failing.calls < which
        failing.start(0)
        check(folder)
        shutil.rmtree(folder)
        if finished:
            return which - 1


def read(path: Path) -> State:
    """Everything in a database file."""
    store = connect_sqlite(path, read_only=True)
    found = live(store)
    store.close()
    return found


def close(store: Store) -> None:
    store.database.close()


def test_founding_an_office(failing: Failing, data_folder: Path, tmp_path: Path) -> None:
    whole = read(opening.database_file(data_folder))

    def check(folder: Path) -> None:
        if opening.database_file(folder).exists():
            assert read(opening.database_file(folder)) == whole
        else:
            assert not opening.exists(folder)
        store = opening.open_folder(folder, found=seeds.found_office)
        assert live(store) == whole
        opening.close(store)
        left = [one.name for one in folder.iterdir() if one.suffix != ".tmp"]  # the error names such a file
        assert sorted(left) == ["rakor.db", "rakor.json"]

    def prepare(which: int) -> Path:
        (tmp_path / f"baru{which}").mkdir()
        return tmp_path / f"baru{which}"

    calls = for_every_call(
        failing, prepare, lambda folder: close(opening.open_folder(folder, found=seeds.found_office)), check
    )
    print("found", calls, "calls")
    assert calls > 100


@pytest.fixture
def office(data_folder: Path) -> Path:
    """An office with a meeting, one backup, and a second meeting since."""
    for number in range(2):
        store = opening.open_folder(data_folder)
        add_meeting(store, seats=5, title=f"Rapat {number}")
        opening.close(store)
        if number == 0:
            assert backup.make(opening.database_file(data_folder)) is not None
    return data_folder


def copies_of(office: Path, tmp_path: Path) -> Callable[[int], Path]:
    return lambda which: Path(shutil.copytree(office, tmp_path / f"kantor{which}"))


def test_opening_and_closing(failing: Failing, office: Path, tmp_path: Path) -> None:
    whole = read(opening.database_file(office))

    def check(folder: Path) -> None:
        store = opening.open_folder(folder)
        assert live(store) == whole
        opening.close(store)

    calls = for_every_call(
        failing, copies_of(office, tmp_path), lambda folder: opening.close(opening.open_folder(folder)), check
    )
    print("open and close", calls, "calls")
    assert calls > 10


def test_making_a_backup(failing: Failing, office: Path, tmp_path: Path) -> None:
    whole = read(opening.database_file(office))

    def check(folder: Path) -> None:
        path = opening.database_file(folder)
        for one in backup.list_backups(path):
            backup.restore(one.path, folder / "coba.db")
        assert read(path) == whole
        backup.make(path)
        found = backup.list_backups(path)
        assert read(found[0].path) == whole
        described = {name for one in found for name in (one.path.name, one.path.name + ".json")}
        assert described == {one.name for one in backup.folder_of(path).iterdir()}

    calls = for_every_call(
        failing, copies_of(office, tmp_path), lambda folder: backup.make(opening.database_file(folder)), check
    )
    print("backup", calls, "calls")
    assert calls > 10


def test_restoring_a_backup(failing: Failing, office: Path, tmp_path: Path) -> None:
    path = opening.database_file(office)
    (made,) = backup.list_backups(path)
    states = [read(path), read(made.path)]

    def restore(folder: Path) -> None:
        backup.restore(backup.folder_of(folder / "x") / made.path.name, opening.database_file(folder))

    def check(folder: Path) -> None:
        assert read(opening.database_file(folder)) in states
        assert not list(folder.glob("*.pulih*"))
        restore(folder)
        store = opening.open_folder(folder)
        assert live(store) == states[1]
        opening.close(store)

    calls = for_every_call(failing, copies_of(office, tmp_path), restore, check)
    print("restore", calls, "calls")
    assert calls > 10


def test_upgrading(failing: Failing, office: Path, tmp_path: Path) -> None:
    whole = read(opening.database_file(office))

    def migrate(folder: Path) -> None:
        path = opening.database_file(folder)
        schema = int.from_bytes(path.read_bytes()[60:64], "big")
        runner.migrate_sqlite(path, schema, steps(rebuild))

    def check(folder: Path) -> None:
        path = opening.database_file(folder)
        assert read(path) == whole
        assert not list(folder.glob("*.naik*"))
        migrate(folder)
        assert read(path) == whole
        assert path.read_bytes()[60:64] == (LATEST + 1).to_bytes(4, "big")

    calls = for_every_call(failing, copies_of(office, tmp_path), migrate, check)
    print("upgrade", calls, "calls")
    assert calls > 20
