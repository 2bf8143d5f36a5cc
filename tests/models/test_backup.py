"""A backup that is listed can be restored; what is replaced is kept; nothing is listed half made."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.base import clock
from desktop.base.errors import AppError, DamagedFile, DiskFull, FileProblem, ForeignFile
from desktop.models import backup, opening
from desktop.models.backup import Backup
from desktop.models.journal import writing
from desktop.models.store import Store, connect_sqlite
from desktop.models.tables import Meeting
from tests.models import broken
from tests.models.made_up import MEETING, add_meeting, count, live


def database(store: Store) -> Path:
    assert store.path is not None
    return store.path


def made(store: Store) -> Backup:
    """A backup of the open data as they are now."""
    one = backup.make(database(store))
    assert one is not None
    return one


def test_a_listed_backup_holds_exactly_the_data_of_its_moment(sqlite_store: Store) -> None:
    add_meeting(sqlite_store, seats=5)
    state = live(sqlite_store)
    one = made(sqlite_store)
    add_meeting(sqlite_store)
    assert backup.list_backups(database(sqlite_store)) == [one]
    assert one.meetings == 1
    assert broken.hash_of(one.path) == one.sha256
    copy = connect_sqlite(one.path, read_only=True)
    assert live(copy) == state
    copy.close()


def test_backups_are_listed_newest_first(sqlite_store: Store) -> None:
    with clock.frozen(datetime(2024, 9, 1, tzinfo=UTC)) as held:
        found = []
        for _ in range(3):
            add_meeting(sqlite_store)
            found.append(made(sqlite_store))
            held.move(timedelta(hours=1))
        assert backup.list_backups(database(sqlite_store)) == found[::-1]


def test_nothing_changed_makes_no_backup(sqlite_store: Store) -> None:
    made(sqlite_store)
    assert backup.make(database(sqlite_store)) is None
    add_meeting(sqlite_store)
    assert backup.make(database(sqlite_store)) is not None


def test_an_action_that_changed_nothing_makes_no_backup(sqlite_store: Store) -> None:
    meeting, _ = add_meeting(sqlite_store)
    made(sqlite_store)
    with writing(sqlite_store, "meeting.update", by="Uji") as write:
        write.update(Meeting, meeting, title=MEETING["title"])
    assert backup.make(database(sqlite_store)) is None


def test_two_backups_in_one_second_are_both_kept(sqlite_store: Store) -> None:
    with clock.frozen(datetime(2024, 9, 1, tzinfo=UTC)):
        first = made(sqlite_store)
        add_meeting(sqlite_store)
        second = made(sqlite_store)
    assert first.path != second.path
    assert first.path.exists()


def test_a_backup_where_the_user_wants_it_is_always_made(sqlite_store: Store, tmp_path: Path) -> None:
    made(sqlite_store)
    one = backup.make(database(sqlite_store), tmp_path / "stik.db")
    assert one is not None
    assert one.path == tmp_path / "stik.db"
    assert backup.make(database(sqlite_store), tmp_path / "stik.db") is not None
    assert backup.make(database(sqlite_store)) is None


def test_after_a_restore_equal_clocks_do_not_pass_for_equal_data(data_folder: Path) -> None:
    path = opening.database_file(data_folder)
    store = opening.open_folder(data_folder)
    early = made(store)
    add_meeting(store, title="Yang Hilang")
    made(store)
    opening.close(store)
    backup.restore(early.path, path)
    store = opening.open_folder(data_folder)
    add_meeting(store, title="Yang Baru")
    assert backup.make(path) is not None
    opening.close(store)


def test_backups_are_private_to_this_user(sqlite_store: Store) -> None:
    one = made(sqlite_store)
    assert one.path.stat().st_mode & 0o077 == 0
    assert one.path.parent.stat().st_mode & 0o077 == 0


def test_a_backup_is_whole_while_somebody_writes(sqlite_store: Store) -> None:
    stop, path = threading.Event(), database(sqlite_store)

    def write() -> None:
        store = connect_sqlite(path)
        store.office = sqlite_store.office
        while not stop.is_set():
            add_meeting(store, seats=4)
        store.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        backups = [one for one in (backup.make(path) for _ in range(5)) if one]
    finally:
        stop.set()
        writer.join()
    assert backups
    for one in backups:
        copy = connect_sqlite(one.path, read_only=True)
        assert copy.one("PRAGMA integrity_check") == ("ok",)
        assert count(copy, "participant") == 4 * count(copy, "meeting")
        copy.close()


def test_restoring_brings_the_data_of_the_backup_back(data_folder: Path) -> None:
    path = opening.database_file(data_folder)
    store = opening.open_folder(data_folder)
    add_meeting(store, seats=2)
    state, one = live(store), made(store)
    add_meeting(store)
    opening.close(store)
    kept = backup.restore(one.path, path)
    store = opening.open_folder(data_folder)
    assert live(store) == state
    opening.close(store)
    assert kept is not None
    assert kept.name.startswith("rakor.db.diganti-")
    replaced = connect_sqlite(kept, read_only=True)
    assert count(replaced, "meeting") == 2
    replaced.close()


def test_the_replaced_file_can_be_restored_in_turn(data_folder: Path) -> None:
    path = opening.database_file(data_folder)
    store = opening.open_folder(data_folder)
    one = made(store)
    add_meeting(store)
    state = live(store)
    opening.close(store)
    kept = backup.restore(one.path, path)
    assert kept is not None
    backup.restore(kept, path)
    store = opening.open_folder(data_folder)
    assert live(store) == state
    opening.close(store)


def test_a_damaged_file_is_set_aside_with_its_log(sqlite_store: Store, tmp_path: Path) -> None:
    one = made(sqlite_store)
    sqlite_store.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    add_meeting(sqlite_store)
    folder = broken.cut_off(sqlite_store, tmp_path / "putus")
    path = opening.database_file(folder)
    broken.header_zeroed(path)
    before = broken.hash_of(path), broken.hash_of(folder / "rakor.db-wal")
    kept = backup.restore(one.path, path)
    assert kept is not None
    assert before == (broken.hash_of(kept), broken.hash_of(kept.with_name(kept.name + "-wal")))
    store = opening.open_folder(folder)
    assert store.one("PRAGMA integrity_check") == ("ok",)
    assert count(store, "meeting") == 0
    opening.close(store)


def test_a_log_alone_is_set_aside_too(sqlite_store: Store, tmp_path: Path) -> None:
    one = made(sqlite_store)
    add_meeting(sqlite_store)
    folder = broken.cut_off(sqlite_store, tmp_path / "putus")
    opening.database_file(folder).unlink()
    backup.restore(one.path, opening.database_file(folder))
    store = opening.open_folder(folder)
    assert count(store, "meeting") == 0
    opening.close(store)


def test_what_waits_in_a_log_is_restored_with_its_file(
    sqlite_store: Store, data_folder: Path, tmp_path: Path
) -> None:
    add_meeting(sqlite_store)
    source = broken.cut_off(sqlite_store, tmp_path / "putus") / "rakor.db"
    opening.close(sqlite_store)
    backup.restore(source, opening.database_file(data_folder))
    store = opening.open_folder(data_folder)
    assert count(store, "meeting") == 1
    opening.close(store)


def test_two_restores_in_one_second_keep_both_replaced_files(data_folder: Path) -> None:
    path = opening.database_file(data_folder)
    one = backup.make(path)
    assert one is not None
    with clock.frozen(datetime(2024, 9, 1, tzinfo=UTC)):
        assert backup.restore(one.path, path) != backup.restore(one.path, path)


def flip_a_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    path.write_bytes(content)


@pytest.mark.parametrize("spoil", [flip_a_bit, broken.half, broken.header_zeroed, broken.text, broken.empty])
def test_an_altered_backup_is_refused_and_the_data_stay(sqlite_store: Store, spoil) -> None:
    one = made(sqlite_store)
    opening.close(sqlite_store)
    spoil(one.path)
    path = database(sqlite_store)
    before = broken.hash_of(path)
    with pytest.raises((DamagedFile, ForeignFile)) as refused:
        backup.restore(one.path, path)
    assert refused.value.advice
    assert broken.hash_of(path) == before
    assert sorted(p.name for p in path.parent.iterdir()) == ["cadangan", "rakor.db", "rakor.json"]


def test_a_damaged_backup_without_description_is_refused(sqlite_store: Store) -> None:
    one = made(sqlite_store)
    opening.close(sqlite_store)
    one.path.with_name(one.path.name + ".json").unlink()
    broken.random_page(one.path, 1)
    before = broken.hash_of(database(sqlite_store))
    with pytest.raises(DamagedFile):
        backup.restore(one.path, database(sqlite_store))
    assert broken.hash_of(database(sqlite_store)) == before


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"made_at": "kemarin", "clock": 1}'])
def test_a_description_nobody_can_read_is_not_listed(sqlite_store: Store, content: str) -> None:
    one = made(sqlite_store)
    one.path.with_name(one.path.name + ".json").write_text(content)
    assert backup.list_backups(database(sqlite_store)) == []


def test_a_copy_that_is_gone_is_not_listed(sqlite_store: Store) -> None:
    made(sqlite_store).path.unlink()
    assert backup.list_backups(database(sqlite_store)) == []


def test_what_a_cut_off_backup_left_is_swept_away(sqlite_store: Store) -> None:
    folder = backup.folder_of(database(sqlite_store))
    folder.mkdir()
    for name in ("rakor-20240901-010203.db.proses", "rakor-20240901-010203.db.proses-journal"):
        (folder / name).write_bytes(b"sisa")
    (folder / "rakor-20240901-010203.db.json").write_text("{}")
    one = made(sqlite_store)
    assert sorted(p.name for p in folder.iterdir()) == [one.path.name, one.path.name + ".json"]


def test_damaged_data_are_never_listed_as_a_backup(sqlite_store: Store) -> None:
    opening.close(sqlite_store)
    path = database(sqlite_store)
    broken.random_page(path, 3)
    with pytest.raises(DamagedFile):
        backup.make(path)
    assert backup.list_backups(path) == []
    assert list(backup.folder_of(path).iterdir()) == []


def listed(folder: Path, moment: datetime) -> Backup:
    """A backup as far as thinning is concerned."""
    path = folder / f"rakor-{moment:%Y%m%d-%H%M%S}.db"
    path.write_bytes(b"")
    path.with_name(path.name + ".json").write_text("{}")
    return Backup(path, moment, "", 0, 0, "")


@pytest.fixture
def in_java(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This computer stands in Western Indonesia."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Jakarta")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("in_java")
def test_days_are_those_of_the_offices_calendar(tmp_path: Path) -> None:
    late, early, noon = (
        listed(tmp_path, datetime(2024, 9, 1, 16, 30, tzinfo=UTC)),  # Sunday 23.30 WIB
        listed(tmp_path, datetime(2024, 9, 1, 17, 30, tzinfo=UTC)),  # Monday 00.30 WIB
        listed(tmp_path, datetime(2024, 9, 2, 5, 0, tzinfo=UTC)),  # Monday 12.00 WIB
    )
    with clock.frozen(datetime(2024, 9, 10, tzinfo=UTC)):
        assert backup.thin([late, early, noon]) == [noon, late]
    assert not early.path.exists()


@pytest.fixture
def year(tmp_path: Path, in_java: None) -> Iterator[tuple[datetime, list[Backup]]]:
    """One backup a day at 15.00 WIB, for 365 days."""
    newest = datetime(2024, 11, 27, 8, tzinfo=UTC)
    with clock.frozen(newest):
        yield newest, [listed(tmp_path, newest - timedelta(days=n)) for n in range(365)]


def test_of_a_year_of_daily_backups_exactly_these_are_kept(
    year: tuple[datetime, list[Backup]], tmp_path: Path
) -> None:
    _, backups = year
    kept = [f"{one.made_at:%Y-%m-%d}" for one in backup.thin(backups)]
    assert kept == [
        # twelve days
        "2024-11-27", "2024-11-26", "2024-11-25", "2024-11-24", "2024-11-23", "2024-11-22",
        "2024-11-21", "2024-11-20", "2024-11-19", "2024-11-18", "2024-11-17", "2024-11-16",
        # then the Sundays of ten weeks and the last days of nine months
        "2024-11-10", "2024-11-03", "2024-10-31", "2024-10-27", "2024-10-20", "2024-10-13", "2024-10-06",
        "2024-09-30", "2024-09-29",
        "2024-08-31", "2024-07-31", "2024-06-30", "2024-05-31", "2024-04-30", "2024-03-31",
    ]  # fmt: skip
    left = sorted(path.name for path in tmp_path.glob("*.db"))
    assert left == sorted(f"rakor-{day.replace('-', '')}-080000.db" for day in kept)
    assert len(list(tmp_path.glob("*.db.json"))) == len(kept)


def test_thinning_again_takes_nothing_more(year: tuple[datetime, list[Backup]]) -> None:
    _, backups = year
    kept = backup.thin(backups)
    assert backup.thin(kept) == kept


def test_of_the_last_two_days_every_backup_is_kept(tmp_path: Path) -> None:
    now = datetime(2024, 11, 27, 8, tzinfo=UTC)
    hourly = [listed(tmp_path, now - timedelta(hours=n)) for n in range(72)]
    with clock.frozen(now):
        kept = backup.thin(hourly)
    assert kept == [*hourly[:49], hourly[57]]


def test_thinning_looks_at_time_not_at_order(year: tuple[datetime, list[Backup]]) -> None:
    _, backups = year
    assert len(backup.thin(reversed(backups))) == 27


def with_small_files(limit: int, work) -> str:
    """What `work` answers in a process that may not write files larger than `limit` bytes."""

    def limited() -> str:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        return str(work())

    return broken.as_ordinary_user(limited)


def test_where_no_room_is_left_nothing_is_listed(data_folder: Path) -> None:
    with broken.public_folder() as place:
        folder = Path(shutil.copytree(data_folder, place / "data"))
        for one in (folder, *folder.iterdir()):
            one.chmod(0o777)
        path = opening.database_file(folder)
        before = broken.hash_of(path)
        answer = with_small_files(path.stat().st_size // 2, lambda: backup.make(path))
        assert answer.split(":")[0] in {"DiskFull", "DiskTrouble"}, answer
        assert backup.list_backups(path) == []
        assert list(backup.folder_of(path).iterdir()) == []
        assert broken.hash_of(path) == before


def test_a_restore_without_room_leaves_the_data(data_folder: Path) -> None:
    with broken.public_folder() as place:
        folder = Path(shutil.copytree(data_folder, place / "data"))
        path = opening.database_file(folder)
        one = backup.make(path)
        assert one is not None
        for part in (folder, *folder.rglob("*")):
            part.chmod(0o777)
        before = broken.contents(folder)
        answer = with_small_files(path.stat().st_size // 2, lambda: backup.restore(one.path, path))
        assert answer.split(":")[0] in {"DiskFull", "DiskTrouble"}, answer
        assert broken.contents(folder) == before


def test_a_description_that_cannot_be_written_leaves_nothing(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise DiskFull("Tidak ada ruang lagi.", "Kosongkan ruang.")

    monkeypatch.setattr(backup, "atomic_write", full)
    with pytest.raises(AppError):
        backup.make(database(sqlite_store))
    assert list(backup.folder_of(database(sqlite_store)).iterdir()) == []


def test_the_description_says_what_is_in_the_copy(sqlite_store: Store) -> None:
    one = made(sqlite_store)
    noted = json.loads(one.path.with_name(one.path.name + ".json").read_text())
    assert noted["path"] == one.path.name
    assert (noted["clock"], noted["meetings"], noted["sha256"]) == (one.clock, one.meetings, one.sha256)


@pytest.mark.parametrize("name", ["rakor.db", "rakor.db-wal", "rakor.json", "rakor.lock"])
def test_a_copy_never_takes_the_place_of_the_data(sqlite_store: Store, name: str) -> None:
    path = database(sqlite_store)
    number = path.stat().st_ino
    with pytest.raises(FileProblem, match="data kantor"):
        backup.make(path, path.with_name(name))
    assert path.stat().st_ino == number


def test_a_copy_never_takes_the_place_of_another_offices_data(sqlite_store: Store, tmp_path: Path) -> None:
    other = Path(shutil.copytree(database(sqlite_store).parent, tmp_path / "kantor-lain")) / "rakor.db"
    before = broken.hash_of(other)
    with pytest.raises(FileProblem, match="data kantor"):
        backup.make(database(sqlite_store), other)
    assert broken.hash_of(other) == before


def test_a_copy_never_replaces_a_device(sqlite_store: Store, tmp_path: Path) -> None:
    device = tmp_path / "kiriman"
    os.mkfifo(device)
    with pytest.raises(FileProblem, match="bukan berkas biasa"):
        backup.make(database(sqlite_store), device)
    assert device.is_fifo()


def test_a_file_without_our_tables_is_neither_copied_nor_restored(sqlite_store: Store, tmp_path: Path) -> None:
    strange = tmp_path / "asing.db"
    strange.touch()
    broken.without_tables(strange)
    with pytest.raises(DamagedFile, match="tidak memuat data kantor"):
        backup.make(strange)
    sqlite_store.close()
    before = broken.hash_of(database(sqlite_store))
    with pytest.raises(DamagedFile, match="tidak memuat data kantor"):
        backup.restore(strange, database(sqlite_store))
    assert broken.hash_of(database(sqlite_store)) == before
