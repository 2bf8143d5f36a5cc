"""A real disk that is full, on a small file system of its own (mounting it needs an administrator)."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from desktop.base.errors import DiskFull
from desktop.exchange.attached import Taken
from desktop.models import backup, integrity, opening, seeds
from desktop.models.migrations import LATEST, runner
from desktop.models.queries.attachments import files_of
from desktop.services.attachments import add_files
from desktop.services.desk import Desk
from tests.models import broken
from tests.models.made_up import add_meeting, count, live
from tests.models.test_migrations import rebuild, steps

pytestmark = pytest.mark.fault

SIZE = 1_500_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with little room."""
    place = tmp_path / "diska"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


@pytest.fixture
def tight(small_disk: Path, data_folder: Path) -> Path:
    """An office on it."""
    return Path(shutil.copytree(data_folder, small_disk / "data"))


def fill_up(place: Path, leave: int = 0) -> Path:
    """Take the room that is left."""
    ballast = place / "foto"
    room = os.statvfs(place)
    ballast.write_bytes(bytes(max(0, room.f_bavail * room.f_frsize - leave)))
    return ballast


def test_saving_on_a_full_disk_says_so_and_goes_on_when_there_is_room(tight: Path) -> None:
    store = opening.open_folder(tight)
    add_meeting(store, seats=5)
    before, ballast = live(store), fill_up(tight.parent)
    with pytest.raises(DiskFull) as found:
        add_meeting(store, seats=20_000)
    assert "belum tersimpan" in found.value.message
    assert live(store) == before
    assert store.one("PRAGMA integrity_check") == ("ok",)
    ballast.unlink()
    meeting, _ = add_meeting(store, seats=5)
    assert ("meeting", meeting) in live(store)
    opening.close(store)


def test_a_backup_on_a_full_disk_leaves_nothing_behind(tight: Path) -> None:
    path = opening.database_file(tight)
    fill_up(tight.parent, leave=200_000)
    with pytest.raises(DiskFull):
        backup.make(path)
    assert backup.list_backups(path) == []
    assert list(backup.folder_of(path).iterdir()) == []


def test_a_restore_on_a_full_disk_leaves_the_data(tight: Path, data_folder: Path) -> None:
    made = backup.make(opening.database_file(data_folder))
    assert made is not None
    fill_up(tight.parent, leave=200_000)
    before = broken.contents(tight)
    with pytest.raises(DiskFull):
        backup.restore(made.path, opening.database_file(tight))
    assert broken.contents(tight) == before


def test_an_upgrade_on_a_full_disk_leaves_the_data(tight: Path) -> None:
    fill_up(tight.parent, leave=200_000)
    before = broken.contents(tight)
    with pytest.raises(DiskFull):
        runner.migrate_sqlite(opening.database_file(tight), LATEST, steps(rebuild))
    assert broken.contents(tight) == before


def test_a_new_office_on_a_full_disk_is_not_begun(small_disk: Path) -> None:
    ballast = fill_up(small_disk, leave=300_000)
    with pytest.raises(DiskFull):
        opening.open_folder(small_disk / "kantor", found=seeds.found_office)
    assert not opening.exists(small_disk / "kantor")
    ballast.unlink()
    store = opening.open_folder(small_disk / "kantor", found=seeds.found_office)
    assert count(store, "region") == 47
    opening.close(store)


def test_a_file_that_does_not_fit_is_not_half_attached(tight: Path) -> None:
    store = opening.open_folder(tight)
    meeting, _ = add_meeting(store)
    attach = partial(add_files, Desk(store, "Uji"), meeting, "bukti")
    attach([Taken("Kecil.txt", "text/plain", b"Sudah diterima.")])
    ballast = fill_up(tight.parent, leave=40_000)
    large = Taken("Besar.pdf", "application/pdf", b"%PDF-1.7\n" + os.urandom(45_000))
    with pytest.raises(DiskFull) as found:
        attach([large])
    assert found.value.advice
    assert [one.name for one in files_of(store, meeting)] == ["Kecil.txt"]
    assert integrity.check(store) == []
    ballast.unlink()
    attach([large])
    assert [one.name for one in files_of(store, meeting)] == ["Kecil.txt", "Besar.pdf"]
    opening.close(store)
