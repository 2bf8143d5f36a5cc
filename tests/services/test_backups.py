"""Data & cadangan: where the data lie, and copies on request."""

from __future__ import annotations

from pathlib import Path

from desktop.models import opening, seeds
from desktop.models.store import Store
from desktop.services.backups import data_place, list_backups, make_backup
from desktop.services.desk import Desk
from desktop.services.directory import save_person
from tests.postgres import Server


def test_a_copy_is_listed_once_it_is_made(sqlite_store: Store) -> None:
    made = make_backup(sqlite_store)
    assert made is not None
    assert list_backups(sqlite_store) == [made]


def test_nothing_new_needs_no_copy(sqlite_store: Store) -> None:
    make_backup(sqlite_store)
    assert make_backup(sqlite_store) is None
    save_person(Desk(sqlite_store, "Uji"), name="Bagus")
    assert make_backup(sqlite_store) is not None


def test_a_copy_can_be_put_where_the_user_wants(sqlite_store: Store, tmp_path: Path) -> None:
    wanted = tmp_path / "salinan.db"
    made = make_backup(sqlite_store, wanted)
    assert made is not None
    assert (made.path, wanted.exists()) == (wanted, True)


def test_the_place_of_the_data_is_named(sqlite_store: Store) -> None:
    place = data_place(sqlite_store)
    assert place is not None
    assert sqlite_store.path is not None
    assert (place.folder, place.cloud) == (sqlite_store.path.resolve().parent, None)


def test_a_server_keeps_its_own_copies(postgres_server: Server) -> None:
    with postgres_server.copy() as url:
        opened = opening.open_server(url, found=seeds.found_office)
        assert (data_place(opened), list_backups(opened), make_backup(opened)) == (None, [], None)
        opened.close()


def test_a_folder_that_a_cloud_service_copies_is_told(data_folder: Path, tmp_path: Path) -> None:
    opened = opening.open_folder(data_folder.rename(tmp_path / "OneDrive"))
    place = data_place(opened)
    opening.close(opened)
    assert place is not None
    assert place.cloud == "OneDrive"
