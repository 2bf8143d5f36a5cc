"""Attached bytes are kept once, are found again, outlive damage, and never stand in the way of the office's data."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.base.errors import DamagedFile, DataTrouble, NotFound, ReadOnlyPlace
from desktop.models import attachment_store, backup, integrity, opening
from desktop.models.attachment_copies import FOLDER
from desktop.models.attachment_file import APPLICATION_ID, attachment_file
from desktop.models.header import refuse_data
from desktop.models.journal import writing
from desktop.models.store import Store, connect_sqlite
from desktop.models.tables import Attachment
from tests.models import broken
from tests.models.made_up import add_meeting, count

PAGE = b"%PDF-1.7 daftar hadir" + bytes(range(256)) * 40
OTHER = b"%PDF-1.7 undangan" * 300


def attach(store: Store, content: bytes) -> str:
    """Bytes and the record that names them."""
    hashed = attachment_store.put(store, content)
    note(store, content, hashed)
    return hashed


def note(store: Store, content: bytes, hashed: str) -> None:
    """The record alone."""
    meeting, _ = add_meeting(store)
    with writing(store, "file.add", by="Uji") as write:
        write.insert(
            Attachment, meeting_id=meeting, order_no=1, kind="daftar_hadir", name="daftar hadir.pdf", sha256=hashed,
            media_type="application/pdf", size=len(content), added_at=datetime(2024, 10, 3, tzinfo=UTC),
        )  # fmt: skip


def second_file(store: Store) -> Path:
    assert store.path is not None
    return attachment_file(store.path)


def messages(store: Store) -> list[str]:
    return [one.message for one in integrity.check(store)]


def test_bytes_are_found_again_by_their_hash(store: Store) -> None:
    hashed = attachment_store.put(store, PAGE)
    assert hashed == sha256(PAGE).hexdigest()
    assert attachment_store.get(store, hashed) == PAGE
    assert attachment_store.has(store, hashed)


def test_the_same_bytes_are_kept_once(store: Store) -> None:
    for _ in range(3):
        attachment_store.put(store, PAGE)
    with attachment_store.reading(store) as files:
        assert files is not None
        assert files.one("SELECT count(*) FROM attachment_data") == (1,)


def test_unknown_bytes_are_not_found(store: Store) -> None:
    assert not attachment_store.has(store, "0" * 64)
    with pytest.raises(NotFound):
        attachment_store.get(store, "0" * 64)


def test_sound_files_are_no_problem(store: Store) -> None:
    attach(store, PAGE)
    assert messages(store) == []


def test_missing_bytes_are_told_by_name(store: Store) -> None:
    note(store, PAGE, "0" * 64)
    assert messages(store)[0].startswith("1 isi berkas lampiran hilang, misalnya “daftar hadir.pdf”")


def test_altered_bytes_are_told_and_never_handed_out(store: Store) -> None:
    hashed = attach(store, PAGE)
    alter(store, hashed)
    with pytest.raises(DamagedFile):
        attachment_store.get(store, hashed)
    assert messages(store)[0].startswith("1 isi berkas lampiran berubah sejak disimpan")


def test_attaching_altered_bytes_again_mends_them(store: Store) -> None:
    hashed = attach(store, PAGE)
    alter(store, hashed)
    attachment_store.put(store, PAGE)
    assert attachment_store.get(store, hashed) == PAGE


def test_the_second_file_is_ours_durable_private_and_only_made_when_needed(sqlite_store: Store) -> None:
    path = second_file(sqlite_store)
    assert not path.exists()
    attachment_store.put(sqlite_store, PAGE)
    assert path.stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert not path.with_name(path.name + "-wal").exists()  # closed again, so it stands alone


def test_what_is_open_only_to_read_takes_no_bytes_and_gives_those_there(data_folder: Path) -> None:
    store = opening.open_folder(data_folder)
    hashed = attachment_store.put(store, PAGE)
    opening.close(store)
    store = opening.open_folder(data_folder, read_only=True)
    assert attachment_store.get(store, hashed) == PAGE
    with pytest.raises(ReadOnlyPlace):
        attachment_store.put(store, OTHER)
    opening.close(store)


SPOILED: list[Callable[[Path], None]] = [
    broken.text, broken.half, broken.header_zeroed, broken.of_another_program, broken.short,
]  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILED)
def test_a_damaged_second_file_is_named_and_the_offices_data_open(
    data_folder: Path, spoil: Callable[[Path], None]
) -> None:
    store = opening.open_folder(data_folder)
    hashed = attach(store, PAGE * 40)
    opening.close(store)
    spoil(attachment_file(opening.database_file(data_folder)))
    store = opening.open_folder(data_folder)
    assert count(store, "meeting") == 1
    for deed in (lambda: attachment_store.get(store, hashed), lambda: attachment_store.put(store, OTHER)):
        with pytest.raises(DataTrouble, match=r"lampiran"):
            deed()
    assert messages(store) == ["Berkas lampiran (lampiran.db) rusak."]
    opening.close(store)


def test_a_lost_second_file_is_told_and_the_offices_data_open(data_folder: Path) -> None:
    store = opening.open_folder(data_folder)
    attach(store, PAGE)
    second_file(store).unlink()
    assert "hilang" in messages(store)[0]
    opening.close(store)
    opening.close(opening.open_folder(data_folder))


def test_a_backup_copies_each_file_once_for_all_generations(sqlite_store: Store) -> None:
    assert sqlite_store.path is not None
    first = attach(sqlite_store, PAGE)
    backup.make(sqlite_store.path)
    folder = backup.folder_of(sqlite_store.path) / FOLDER
    before = (folder / first).stat().st_mtime_ns
    second = attach(sqlite_store, OTHER)
    backup.make(sqlite_store.path)
    assert {one.name for one in folder.iterdir()} == {first, second}
    assert (folder / first).stat().st_mtime_ns == before
    assert (folder / first).stat().st_mode & 0o077 == 0
    assert (folder / second).read_bytes() == OTHER


def test_thinning_backups_leaves_the_copies_of_files(sqlite_store: Store) -> None:
    assert sqlite_store.path is not None
    hashed = attach(sqlite_store, PAGE)
    one = backup.make(sqlite_store.path)
    assert one is not None
    backup.thin([one])
    assert (backup.folder_of(sqlite_store.path) / FOLDER / hashed).exists()


def test_bytes_gone_from_the_second_file_are_read_from_their_copy(sqlite_store: Store) -> None:
    assert sqlite_store.path is not None
    hashed = attach(sqlite_store, PAGE)
    backup.make(sqlite_store.path)
    alter(sqlite_store, hashed)
    assert attachment_store.get(sqlite_store, hashed) == PAGE
    second_file(sqlite_store).unlink()
    assert attachment_store.get(sqlite_store, hashed) == PAGE
    assert "1 di antaranya ada salinannya di cadangan" in messages(sqlite_store)[0]


def test_a_copy_that_was_altered_is_not_trusted(sqlite_store: Store) -> None:
    assert sqlite_store.path is not None
    hashed = attach(sqlite_store, PAGE)
    backup.make(sqlite_store.path)
    second_file(sqlite_store).unlink()
    (backup.folder_of(sqlite_store.path) / FOLDER / hashed).write_bytes(PAGE[:-1] + b"x")
    with pytest.raises(NotFound):
        attachment_store.get(sqlite_store, hashed)


@pytest.mark.parametrize("spoil", [Path.unlink, broken.text, broken.half, broken.header_zeroed])
def test_restoring_brings_lost_and_damaged_files_back(data_folder: Path, spoil: Callable[[Path], None]) -> None:
    path = opening.database_file(data_folder)
    store = opening.open_folder(data_folder)
    hashed = attach(store, PAGE * 40)
    one = backup.make(path)
    assert one is not None
    opening.close(store)
    spoil(attachment_file(path))
    backup.restore(one.path, path)
    store = opening.open_folder(data_folder)
    assert messages(store) == []
    assert attachment_store.get(store, hashed) == PAGE * 40
    opening.close(store)


def test_a_copy_on_a_stick_brings_its_files_along_to_another_laptop(data_folder: Path, tmp_path: Path) -> None:
    stick, laptop = tmp_path / "stik", tmp_path / "laptop"
    stick.mkdir()
    store = opening.open_folder(data_folder)
    attach(store, PAGE)
    one = backup.make(opening.database_file(data_folder), stick / "rapat.db")
    assert one is not None
    opening.close(store)
    shutil.rmtree(data_folder)
    laptop.mkdir()
    backup.restore(one.path, opening.database_file(laptop))
    store = opening.open_folder(laptop)
    assert messages(store) == []
    opening.close(store)


def test_data_get_their_backup_although_the_second_file_is_damaged(sqlite_store: Store) -> None:
    assert sqlite_store.path is not None
    attach(sqlite_store, PAGE)
    broken.text(second_file(sqlite_store))
    assert backup.make(sqlite_store.path) is not None


def test_no_paper_is_ever_saved_over_the_second_file(sqlite_store: Store) -> None:
    attachment_store.put(sqlite_store, PAGE)
    with pytest.raises(Exception, match="berkas data kantor"):
        refuse_data(second_file(sqlite_store))


def alter(store: Store, hashed: str) -> None:
    """As damage on the disk does that no check of pages sees."""
    files = store if store.path is None else connect_sqlite(second_file(store))
    with files.transaction():
        files.execute(
            f"UPDATE attachment_data SET content = {files.mark} WHERE sha256 = {files.mark}", (b"lain", hashed)
        )
    if files is not store:
        files.close()
