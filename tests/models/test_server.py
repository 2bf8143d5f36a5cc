"""The office's server: two may found at once, and one that went away and came back is used again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import psycopg
import pytest

from desktop.base.errors import DataTrouble, ReadOnlyPlace, ServerUnreachable
from desktop.models import drafts, integrity, opening, seeds
from desktop.models.journal import writing
from desktop.models.migrations import runner
from desktop.models.store import Store, connect_postgresql
from desktop.models.tables import Meeting
from tests.models.former import found_server_of
from tests.models.made_up import MEETING, add_meeting, count
from tests.postgres import Server


@pytest.fixture
def office(postgres_server: Server) -> Iterator[tuple[Store, str]]:
    """An open office on the server, and its address."""
    with postgres_server.copy() as url:
        store = opening.open_server(url, found=seeds.found_office)
        yield store, url
        store.close()


def cut_off(url: str) -> None:
    """End every other connection, as a restart of the server does."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_an_office_founded_by_two_at_once_is_founded_once(postgres_server: Server) -> None:
    with postgres_server.copy("template1") as url:
        together = threading.Barrier(3, timeout=20)

        def start() -> None:
            together.wait()
            store = opening.open_server(url, found=seeds.found_office)
            store.close()

        with ThreadPoolExecutor(3) as pool:
            for one in [pool.submit(start) for _ in range(3)]:
                one.result()
        store = opening.open_server(url, found=seeds.found_office)
        assert (count(store, "replica"), count(store, "office_profile")) == (1, 1)
        assert integrity.check(store) == []
        store.close()


def test_a_server_that_came_back_is_read_again(office: tuple[Store, str]) -> None:
    store, url = office
    for ask in (store.rows, store.one, store.execute):
        cut_off(url)
        ask("SELECT 1")


def test_a_deed_cut_off_halfway_is_not_done_and_can_be_repeated(office: tuple[Store, str]) -> None:
    store, url = office

    def deed() -> None:
        with writing(store, "meeting.create", by="Uji") as write:
            write.insert(Meeting, **MEETING)
            cut_off(url)
            write.insert(Meeting, **MEETING)

    with pytest.raises(ServerUnreachable, match="sama sekali belum tersimpan"):
        deed()
    assert count(store, "meeting") == 0
    add_meeting(store, seats=2)
    assert (count(store, "meeting"), count(store, "participant")) == (1, 2)


def test_a_deed_begun_after_the_server_came_back_is_done(office: tuple[Store, str]) -> None:
    store, url = office
    cut_off(url)
    add_meeting(store)
    drafts.keep(store, "capture:1", {"text": "Tanggul"})
    cut_off(url)
    drafts.keep(store, "capture:1", {"text": "Tanggul retak"})
    assert count(store, "meeting") == 1
    assert drafts.recall(store, "capture:1") == {"text": "Tanggul retak"}


def test_a_deed_cut_off_while_it_was_confirmed_asks_to_look_first(office: tuple[Store, str]) -> None:
    store, url = office
    cut_off_at_commit(store, url)
    with pytest.raises(ServerUnreachable, match="belum pasti"):
        add_meeting(store)
    assert count(store, "meeting") == 0


def cut_off_at_commit(store: Store, url: str) -> None:
    """Let the server go away just when the deed is confirmed."""
    commit = store.database.commit

    def commit_too_late() -> None:
        cut_off(url)
        del store.database.commit
        commit()

    store.database.commit = commit_too_late


def device_of(url: str) -> UUID:
    """Open the server, ask which device it is, close it."""
    store = opening.open_server(url, found=seeds.found_office)
    row = store.one("SELECT device FROM replica")
    store.close()
    assert row is not None
    return UUID(str(row[0]))


def test_a_server_keeps_its_device(postgres_server: Server) -> None:
    with postgres_server.copy() as url:
        assert len({device_of(url) for _ in range(3)}) == 1


def test_the_office_a_server_was_founded_with_has_its_device(postgres_server: Server) -> None:
    with postgres_server.copy("template1") as url:
        device = device_of(url)
        store = opening.open_server(url, found=seeds.found_office)
        assert store.rows("SELECT DISTINCT device FROM region") == [(device,)]
        store.close()


def test_a_copy_of_a_servers_database_is_a_new_device(postgres_server: Server) -> None:
    with postgres_server.copy() as url:
        first = device_of(url)
        with postgres_server.copy(url.rpartition("/")[2].partition("?")[0]) as copy:
            assert device_of(copy) != first
        assert device_of(url) == first


def test_a_table_put_back_from_a_dump_is_a_new_device(office: tuple[Store, str]) -> None:
    store, url = office
    first = device_of(url)
    with store.transaction():
        store.execute("CREATE TABLE put_back (LIKE replica INCLUDING ALL)")
        store.execute("INSERT INTO put_back SELECT * FROM replica")
        store.execute("DROP TABLE replica")
        store.execute("ALTER TABLE put_back RENAME TO replica")
    assert device_of(url) != first


def test_reading_never_founds_an_office(postgres_server: Server) -> None:
    with postgres_server.copy("template1") as url:
        with pytest.raises(DataTrouble, match="belum berisi data Rakor"):
            opening.open_server(url, found=seeds.found_office, read_only=True)
        store = connect_postgresql(url)
        assert store.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == []
        runner.migrate_postgresql(store)
        store.close()
        with pytest.raises(DataTrouble, match="belum berisi data Rakor"):
            opening.open_server(url, found=seeds.found_office, read_only=True)


def test_reading_never_upgrades(postgres_server: Server) -> None:
    with postgres_server.copy("template1") as url:
        store = connect_postgresql(url)
        found_server_of(1, store)
        with pytest.raises(DataTrouble, match="versi lama"):
            opening.open_server(url, found=seeds.found_office, read_only=True)
        assert store.rows("SELECT version FROM rakor_schema") == [(1,)]
        store.close()


def test_a_server_opened_for_reading_is_read_and_not_written(postgres_server: Server) -> None:
    with postgres_server.copy() as url:
        store = opening.open_server(url, found=seeds.found_office, read_only=True)
        before = store.rows("SELECT * FROM replica")
        assert count(store, "region") == 47
        with pytest.raises(ReadOnlyPlace):
            add_meeting(store)
        cut_off(url)
        with pytest.raises(ReadOnlyPlace):
            drafts.keep(store, "capture:1", {})
        assert store.rows("SELECT * FROM replica") == before
        store.close()


def test_data_that_were_closed_stay_closed(office: tuple[Store, str]) -> None:
    store, _ = office
    store.close()
    with pytest.raises(Exception, match=r"(?i)closed|not opened|connection"):
        store.rows("SELECT 1")
    assert store.database.is_closed()
