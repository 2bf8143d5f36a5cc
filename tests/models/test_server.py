"""The office's server: two may found at once, and one that went away and came back is used again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from desktop.base.errors import ServerUnreachable
from desktop.models import integrity, opening, seeds
from desktop.models.journal import writing
from desktop.models.store import Store
from desktop.models.tables import Meeting
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
    cut_off(url)
    with pytest.raises(ServerUnreachable):
        store.rows("SELECT 1")
    assert store.rows("SELECT 1") == [(1,)]


def test_a_deed_cut_off_halfway_is_not_done_and_can_be_repeated(office: tuple[Store, str]) -> None:
    store, url = office

    def deed() -> None:
        with writing(store, "meeting.create", by="Uji") as write:
            write.insert(Meeting, **MEETING)
            cut_off(url)
            write.insert(Meeting, **MEETING)

    with pytest.raises(ServerUnreachable):
        deed()
    assert count(store, "meeting") == 0
    add_meeting(store, seats=2)
    assert (count(store, "meeting"), count(store, "participant")) == (1, 2)


def test_a_deed_begun_after_the_server_was_lost_fails_once(office: tuple[Store, str]) -> None:
    store, url = office
    cut_off(url)
    with pytest.raises(ServerUnreachable):
        add_meeting(store)
    add_meeting(store)
    assert count(store, "meeting") == 1


def test_data_that_were_closed_stay_closed(office: tuple[Store, str]) -> None:
    store, _ = office
    store.close()
    with pytest.raises(Exception, match=r"(?i)closed|not opened|connection"):
        store.rows("SELECT 1")
    assert store.database.is_closed()
