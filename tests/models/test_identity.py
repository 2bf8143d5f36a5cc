"""A device id belongs to one unbroken history; every copy of the data draws its own."""

from __future__ import annotations

import json
import shutil
import socket
from pathlib import Path
from uuid import UUID

import pytest

from desktop.base.errors import ReadOnlyPlace
from desktop.models import backup, identity, opening
from desktop.models.journal import version_of, writing
from desktop.models.store import Store
from desktop.models.tables import Meeting
from tests.models import broken
from tests.models.made_up import add_meeting


def device_of(folder: Path) -> UUID:
    """Open a folder, ask which device it is, close it."""
    store = opening.open_folder(folder)
    row = store.one("SELECT device FROM replica")
    opening.close(store)
    assert row is not None
    return UUID(bytes=row[0])


def test_an_ordinary_reopening_keeps_the_device(data_folder: Path) -> None:
    first = device_of(data_folder)
    assert [device_of(data_folder) for _ in range(3)] == [first] * 3


def test_an_unclean_end_keeps_the_device(data_folder: Path) -> None:
    first = device_of(data_folder)
    store = opening.open_folder(data_folder)
    store.close()  # without noting the proper close
    assert device_of(data_folder) == first


def test_reading_only_keeps_the_device(data_folder: Path) -> None:
    first = device_of(data_folder)
    opening.close(opening.open_folder(data_folder, read_only=True))
    assert device_of(data_folder) == first


def test_a_restored_backup_is_a_new_device(data_folder: Path) -> None:
    first = device_of(data_folder)
    path = opening.database_file(data_folder)
    made = backup.make(path)
    assert made is not None
    device_of(data_folder)
    backup.restore(made.path, path)
    assert device_of(data_folder) != first


def test_a_backup_restored_within_the_session_that_made_it_is_a_new_device(data_folder: Path) -> None:
    first, path = device_of(data_folder), opening.database_file(data_folder)
    store = opening.open_folder(data_folder)
    made = backup.make(path)
    assert made is not None
    opening.close(store)
    backup.restore(made.path, path)
    assert device_of(data_folder) != first


def test_a_folder_put_back_from_a_copy_taken_while_open_is_a_new_device(data_folder: Path, tmp_path: Path) -> None:
    first = device_of(data_folder)
    store = opening.open_folder(data_folder)
    copy = broken.cut_off(store, tmp_path / "salinan")
    opening.close(store)
    shutil.rmtree(data_folder)
    shutil.copytree(copy, data_folder)
    assert device_of(data_folder) != first


def test_a_copied_folder_is_a_new_device(data_folder: Path, tmp_path: Path) -> None:
    first = device_of(data_folder)
    copy = Path(shutil.copytree(data_folder, tmp_path / "salinan"))
    assert device_of(copy) != first
    assert device_of(data_folder) == first


def test_a_folder_put_back_from_a_copy_is_a_new_device(data_folder: Path, tmp_path: Path) -> None:
    first = device_of(data_folder)
    copy = Path(shutil.copytree(data_folder, tmp_path / "salinan"))
    device_of(data_folder)
    shutil.rmtree(data_folder)
    shutil.copytree(copy, data_folder)
    assert device_of(data_folder) != first


def test_another_computer_is_a_new_device(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = device_of(data_folder)
    monkeypatch.setattr(identity, "gethostname", lambda: "laptop-kedua")
    second = device_of(data_folder)
    assert second != first
    assert device_of(data_folder) == second


def test_without_its_mark_a_copy_is_a_new_device(data_folder: Path) -> None:
    first = device_of(data_folder)
    identity.state_file(opening.database_file(data_folder)).unlink()
    assert device_of(data_folder) != first


@pytest.mark.parametrize("content", ["", "null", "[]", "{"])
def test_a_mark_nobody_can_read_is_a_new_device(data_folder: Path, content: str) -> None:
    first = device_of(data_folder)
    identity.state_file(opening.database_file(data_folder)).write_text(content)
    assert device_of(data_folder) != first


def test_a_mark_that_is_not_left_costs_only_a_new_device(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    first = device_of(data_folder)

    def fail(path: Path, data: bytes) -> None:
        raise ReadOnlyPlace("Pengaturan tidak dapat ditulis.", "Minta hak tulis.")

    with monkeypatch.context() as patch:
        patch.setattr(identity, "atomic_write", fail)
        opening.close(opening.open_folder(data_folder))
    assert "could not be left: ReadOnlyPlace" in caplog.text
    second = device_of(data_folder)
    assert second != first
    assert device_of(data_folder) == second


def test_preferences_that_cannot_be_written_keep_nobody_from_the_data(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with broken.public_folder() as place:
        place.chmod(0o777)
        folder = Path(shutil.copytree(data_folder, place / "data"))
        for one in (folder, *folder.iterdir()):
            one.chmod(0o777)
        locked = place / "terkunci"
        locked.mkdir(mode=0o555)
        monkeypatch.setenv("RAKOR_CONFIG", str(locked / "config"))
        answer = broken.as_ordinary_user(lambda: title_of_a_new_meeting(folder))
    assert answer == "Rapat Koordinasi Banjir"


def title_of_a_new_meeting(folder: Path) -> str:
    """Open, write, close, and read again what was written."""
    store = opening.open_folder(folder)
    add_meeting(store)
    opening.close(store)
    store = opening.open_folder(folder)
    row = store.one("SELECT title FROM meeting")
    opening.close(store)
    assert row is not None
    return str(row[0])


def test_the_mark_names_no_computer_and_lies_apart_from_the_data(data_folder: Path) -> None:
    device_of(data_folder)
    state = identity.state_file(opening.database_file(data_folder))
    assert not state.is_relative_to(data_folder)
    assert set(json.loads(state.read_text())) == {"device", "incarnation", "computer"}
    assert socket.gethostname() not in state.read_text()


def test_edits_after_a_restore_cannot_be_taken_for_the_lost_ones(data_folder: Path) -> None:
    store = opening.open_folder(data_folder)
    meeting, _ = add_meeting(store)
    opening.close(store)
    path = opening.database_file(data_folder)
    made = backup.make(path)
    assert made is not None
    versions = []
    for _ in range(2):
        store = opening.open_folder(data_folder)
        versions.append(edit(store, meeting))
        opening.close(store)
        backup.restore(made.path, path)
    assert versions[0].clock == versions[1].clock
    assert versions[0] != versions[1]


def edit(store: Store, meeting: UUID):
    """Change the meeting and return its version."""
    with writing(store, "meeting.update", by="Uji") as write:
        write.update(Meeting, meeting, place="Pendopo")
    return version_of(store, Meeting, meeting)
