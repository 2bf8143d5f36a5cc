"""Opening the data, whatever state they are in: the right word, something to do about it, nothing changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.base.errors import (
    DamagedFile,
    DataTrouble,
    EmptyFile,
    ForeignFile,
    NewerFile,
    ReadOnlyPlace,
)
from desktop.models import header, opening, seeds
from desktop.models.journal import writing
from desktop.models.migrations import LATEST
from desktop.models.store import Store
from tests.models import broken
from tests.models.made_up import add_meeting, count


@pytest.mark.parametrize(
    ("spoil", "trouble"),
    [
        (broken.empty, EmptyFile),
        (broken.text, DamagedFile),
        (broken.archive, DamagedFile),
        (broken.header_zeroed, DamagedFile),
        (broken.short, DamagedFile),
        (broken.half, DamagedFile),
        (broken.of_another_program, ForeignFile),
        (broken.newer, NewerFile),
        (broken.without_tables, DamagedFile),
        (Path.unlink, DamagedFile),
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_it_never_starts_empty_over_a_file_it_cannot_read(
    data_folder: Path, spoil: Callable[[Path], None], trouble: type[DataTrouble], read_only: bool
) -> None:
    spoil(opening.database_file(data_folder))
    before = broken.contents(data_folder)
    with pytest.raises(trouble) as found:
        opening.open_folder(data_folder, found=seeds.found_office, read_only=read_only)
    assert type(found.value) is trouble
    assert found.value.advice.split()[0] in {"Pulihkan", "Pasang"}
    assert broken.contents(data_folder) == before


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_page_is_found_after_an_unclean_end(sqlite_store: Store, tmp_path: Path, seed: int) -> None:
    folder = broken.cut_off_without_log(sqlite_store, tmp_path / "putus")
    broken.random_page(opening.database_file(folder), seed)
    before = broken.contents(folder)
    with pytest.raises(DamagedFile, match="Pulihkan cadangan"):
        opening.open_folder(folder)
    assert broken.contents(folder) == before


def test_the_log_of_a_damaged_file_is_left_beside_it(sqlite_store: Store, tmp_path: Path) -> None:
    sqlite_store.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    add_meeting(sqlite_store)
    folder = broken.cut_off(sqlite_store, tmp_path / "putus")
    path = opening.database_file(folder)
    broken.half(path)
    before = broken.contents(folder)
    assert "rakor.db-wal" in before
    with pytest.raises(DamagedFile):
        opening.open_folder(folder)
    assert broken.contents(folder) == before


def test_what_was_saved_before_an_unclean_end_is_there(sqlite_store: Store, tmp_path: Path) -> None:
    meeting, _ = add_meeting(sqlite_store, seats=20)
    folder = broken.cut_off(sqlite_store, tmp_path / "putus")
    assert (folder / "rakor.db-wal").stat().st_size
    again = opening.open_folder(folder)
    assert count(again, "participant") == 20
    assert again.one("SELECT id FROM meeting") == (meeting.bytes,)
    opening.close(again)


def test_a_newer_schema_is_seen_while_it_waits_in_the_log(sqlite_store: Store, tmp_path: Path) -> None:
    sqlite_store.execute(f"PRAGMA user_version = {LATEST + 1}")
    folder = broken.cut_off(sqlite_store, tmp_path / "putus")
    sqlite_store.execute(f"PRAGMA user_version = {LATEST}")
    before = broken.contents(folder)
    assert header.schema_of(opening.database_file(folder)) == LATEST
    with pytest.raises(NewerFile):
        opening.open_folder(folder)
    assert broken.contents(folder) == before


def test_a_log_without_its_database_is_not_put_beside_a_new_one(sqlite_store: Store, tmp_path: Path) -> None:
    add_meeting(sqlite_store)
    folder = broken.cut_off(sqlite_store, tmp_path / "putus")
    opening.database_file(folder).unlink()
    (folder / "rakor.json").unlink()
    with pytest.raises(DamagedFile, match="tidak ada lagi"):
        opening.open_folder(folder, found=seeds.found_office)
    assert not opening.database_file(folder).exists()


def test_a_file_without_an_office_is_refused(sqlite_store: Store, tmp_path: Path) -> None:
    folder = broken.cut_off_without_log(sqlite_store, tmp_path / "putus")
    bare = opening.open_folder(folder)
    bare.execute("DELETE FROM replica")
    bare.close()
    before = broken.contents(folder)
    with pytest.raises(DamagedFile, match="identitas"):
        opening.open_folder(folder)
    assert broken.contents(folder) == before


def test_an_empty_folder_is_not_data(tmp_path: Path) -> None:
    with pytest.raises(DataTrouble, match="belum berisi data Rakor"):
        opening.open_folder(tmp_path / "kosong")
    assert not (tmp_path / "kosong").exists()


def test_reading_only_never_founds_an_office(tmp_path: Path) -> None:
    with pytest.raises(DataTrouble, match="belum berisi data Rakor"):
        opening.open_folder(tmp_path / "kosong", found=seeds.found_office, read_only=True)


def test_leftovers_of_a_start_that_was_cut_off_are_swept_away(tmp_path: Path) -> None:
    folder = tmp_path / "kantor"
    folder.mkdir()
    for suffix in ("", "-wal", "-journal"):
        (folder / f"rakor.db.awal{suffix}").write_bytes(b"sisa" * 3000)
    store = opening.open_folder(folder, found=seeds.found_office)
    assert store.one("PRAGMA integrity_check") == ("ok",)
    opening.close(store)
    assert sorted(one.name for one in folder.iterdir()) == ["rakor.db", "rakor.json"]


def test_a_failed_founding_leaves_no_database_behind(tmp_path: Path) -> None:
    def fail(store: Store) -> None:
        raise DataTrouble("Data awal tidak lengkap.", "Pasang ulang program Rakor.")

    with pytest.raises(DataTrouble, match="Data awal"):
        opening.open_folder(tmp_path / "kantor", found=fail)  # type: ignore[arg-type]
    assert not opening.exists(tmp_path / "kantor")
    opening.close(opening.open_folder(tmp_path / "kantor", found=seeds.found_office))


def test_data_opened_for_reading_cannot_be_written(data_folder: Path) -> None:
    store = opening.open_folder(data_folder, read_only=True)
    with pytest.raises(ReadOnlyPlace, match="hanya-baca"), writing(store, "meeting.create", by="Uji"):
        pass
    with pytest.raises(ReadOnlyPlace):
        store.execute("UPDATE replica SET clock = 0")
    opening.close(store)


def test_reading_does_not_change_the_file(data_folder: Path) -> None:
    before = broken.contents(data_folder)
    store = opening.open_folder(data_folder, read_only=True)
    assert count(store, "region") == 47
    opening.close(store)
    assert broken.contents(data_folder) == before


def test_an_ordinary_close_leaves_one_file(data_folder: Path) -> None:
    opening.close(opening.open_folder(data_folder))
    assert sorted(one.name for one in data_folder.iterdir()) == ["rakor.db", "rakor.json"]


def test_the_data_are_private_to_this_user(data_folder: Path) -> None:
    assert opening.database_file(data_folder).stat().st_mode & 0o077 == 0


def test_the_settings_that_durability_needs_hold(sqlite_store: Store) -> None:
    names = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check")
    assert [sqlite_store.one(f"PRAGMA {name}") for name in names] == [("wal",), (2,), (1,), (0,), (1,)]


def test_a_missing_card_is_written_again(data_folder: Path) -> None:
    card = header.read_card(opening.database_file(data_folder))
    (data_folder / "rakor.json").unlink()
    opening.close(opening.open_folder(data_folder))
    assert header.read_card(opening.database_file(data_folder)) == card


@pytest.mark.parametrize("new", [False, True])
def test_a_card_that_cannot_be_written_keeps_nobody_from_the_data(
    data_folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, new: bool
) -> None:
    folder = tmp_path / "kantor" if new else data_folder
    folder.mkdir(exist_ok=True)
    card = header.card_path(opening.database_file(folder))
    card.unlink(missing_ok=True)
    if not new:
        card.mkdir()  # nothing can be written in the place of a folder
    else:
        card.symlink_to(tmp_path / "tidak_ada" / "rakor.json")
    store = opening.open_folder(folder, found=seeds.found_office)
    add_meeting(store)
    opening.close(store)
    assert "the card of the data could not be written" in caplog.text


def in_a_locked_folder(data_folder: Path, work: Callable[[Path], str], *, file_only: bool = False) -> str:
    """What an ordinary user meets in a folder (or with a file) he may only read."""
    with broken.public_folder() as place:
        folder = Path(shutil.copytree(data_folder, place / "data"))
        path = opening.database_file(folder)
        for one in folder.iterdir():
            one.chmod(0o444)
        folder.chmod(0o777 if file_only else 0o555)
        before = broken.hash_of(path)
        answer = broken.as_ordinary_user(lambda: work(folder))
        assert broken.hash_of(path) == before
        return answer


@pytest.mark.parametrize("file_only", [False, True])
def test_a_place_that_cannot_be_written_is_named(data_folder: Path, file_only: bool) -> None:
    answer = in_a_locked_folder(data_folder, lambda folder: str(opening.open_folder(folder)), file_only=file_only)
    assert answer.startswith("ReadOnlyPlace: ")
    assert "folder" in answer


@pytest.mark.parametrize("file_only", [False, True])
def test_a_place_that_cannot_be_written_can_be_read(data_folder: Path, file_only: bool) -> None:
    def read(folder: Path) -> str:
        store = opening.open_folder(folder, read_only=True)
        found = count(store, "region")
        opening.close(store)
        return str(found)

    assert in_a_locked_folder(data_folder, read, file_only=file_only) == "47"


def test_a_new_office_in_a_place_that_cannot_be_written_is_refused() -> None:
    with broken.public_folder() as place:
        place.chmod(0o555)
        answer = broken.as_ordinary_user(
            lambda: str(opening.open_folder(place / "kantor", found=seeds.found_office))
        )
    assert answer.startswith("ReadOnlyPlace: ")


def test_an_old_schema_is_not_opened_for_reading_only(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LATEST", LATEST + 1)
    with pytest.raises(DataTrouble, match="versi lama"):
        opening.open_folder(data_folder, read_only=True)
