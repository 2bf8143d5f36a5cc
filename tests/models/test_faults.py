"""Each failure of a database is made for real and gets its own name, a message and advice in Indonesian."""

from __future__ import annotations

import resource
import signal
import socket
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import peewee
import psycopg
import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from desktop.base.errors import (
    AppError,
    DamagedFile,
    DatabaseBusy,
    DataTrouble,
    DiskFull,
    DiskTrouble,
    ForeignFile,
    ReadOnlyPlace,
    ServerUnreachable,
)
from desktop.models import faults, opening
from desktop.models.store import Store, connect_postgresql, connect_sqlite
from tests.models import broken
from tests.models.made_up import add_meeting, count, live
from tests.postgres import Server


def understood(error: AppError) -> bool:
    """Whether a fault says in Indonesian what happened and what to do."""
    words = f" {error.message} {error.advice} ".lower()
    return bool(error.advice) and not any(f" {w} " in words for w in ("database", "error", "failed", "the", "is"))


def leave_no_room(store: Store) -> None:
    """Let SQLite meet the end of its space exactly as on a full disk."""
    row = store.one("PRAGMA page_count")
    assert row is not None
    store.execute(f"PRAGMA max_page_count = {row[0]}")


def test_a_full_disk_within_an_action(sqlite_store: Store) -> None:
    add_meeting(sqlite_store)
    before = live(sqlite_store)
    leave_no_room(sqlite_store)
    with pytest.raises(DiskFull) as found:
        add_meeting(sqlite_store, seats=2000)
    assert understood(found.value)
    assert live(sqlite_store) == before
    assert sqlite_store.one("PRAGMA integrity_check") == ("ok",)
    sqlite_store.execute("PRAGMA max_page_count = 1000000")
    add_meeting(sqlite_store, seats=2000)
    assert count(sqlite_store, "participant") == 2000


def test_a_full_disk_at_a_single_statement(sqlite_store: Store) -> None:
    leave_no_room(sqlite_store)
    with pytest.raises(DiskFull) as found:
        sqlite_store.execute("UPDATE topic SET name = ?", ("x" * 200_000,))
    assert understood(found.value)


def test_a_full_disk_hidden_behind_another_complaint_is_named() -> None:
    shown = peewee.OperationalError("cannot rollback - no transaction is active")
    shown.__context__ = peewee.OperationalError("database or disk is full")
    assert isinstance(faults.classify(shown), DiskFull)


def test_a_disk_that_refuses_to_write_is_no_damage(data_folder: Path) -> None:
    """Past the largest file this process may have the system refuses, as a failing disk does."""

    def work() -> str:
        store = opening.open_folder(data_folder)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
        with pytest.raises(DiskTrouble) as found:
            add_meeting(store, seats=5000)
        assert understood(found.value)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        add_meeting(store)
        return f"{count(store, 'participant')} {store.one('PRAGMA integrity_check')}"

    assert broken.in_its_own_process(work) == "0 ('ok',)"


DAMAGE = {
    "SQLITE_CORRUPT", "SQLITE_CORRUPT_INDEX", "SQLITE_CORRUPT_SEQUENCE", "SQLITE_CORRUPT_VTAB",
    "SQLITE_IOERR_CORRUPTFS", "SQLITE_IOERR_DATA", "SQLITE_IOERR_SHORT_READ",
}  # fmt: skip
TROUBLE_FAMILIES = ("BUSY", "CANTOPEN", "CORRUPT", "FULL", "IOERR", "LOCKED", "NOLFS", "NOMEM", "NOTADB", "PERM",
                    "PROTOCOL", "READONLY")  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [one for one in dir(sqlite3) if one.startswith("SQLITE_") and one.split("_")[1] in TROUBLE_FAMILIES],
)
def test_only_what_shows_damage_is_called_damage(name: str) -> None:
    error = sqlcipher.OperationalError("disk I/O error")
    error.sqlite_errorname = name
    trouble = faults.classify(error)
    assert trouble is not None
    assert understood(trouble)
    assert isinstance(trouble, DamagedFile) == (name in DAMAGE)
    if name in {"SQLITE_IOERR", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE"}:
        assert type(trouble) is DiskTrouble


@pytest.mark.parametrize("name", ["SQLITE_ERROR", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_MISUSE", "SQLITE_RANGE"])
def test_what_is_wrong_with_the_program_is_no_trouble_of_the_disk(name: str) -> None:
    error = sqlcipher.OperationalError("what was asked is wrong")
    error.sqlite_errorname = name
    assert faults.classify(error) is None


def test_a_database_that_may_only_be_read(data_folder: Path) -> None:
    store = opening.open_folder(data_folder, read_only=True)
    with pytest.raises(ReadOnlyPlace) as found:
        store.execute("DELETE FROM draft")
    assert understood(found.value)
    store.close()


def test_a_database_held_by_another_program(sqlite_store: Store) -> None:
    sqlite_store.execute("PRAGMA busy_timeout = 50")
    assert sqlite_store.path is not None
    other = sqlcipher.connect(str(sqlite_store.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusy) as found:
        add_meeting(sqlite_store)
    assert understood(found.value)
    other.close()
    add_meeting(sqlite_store)


@pytest.mark.parametrize(
    ("spoil", "trouble"),
    [
        (broken.text, ForeignFile),
        (broken.archive, ForeignFile),
        (broken.header_zeroed, ForeignFile),
        (broken.half, DamagedFile),
        (Path.unlink, ReadOnlyPlace),
    ],
)
def test_a_file_that_is_not_what_it_should_be(
    data_folder: Path, spoil: Callable[[Path], None], trouble: type[DataTrouble]
) -> None:
    path = opening.database_file(data_folder)
    spoil(path)
    with pytest.raises(trouble) as found:
        connect_sqlite(path).rows("SELECT * FROM region")
    assert understood(found.value)


def test_text_that_is_no_text_any_more(sqlite_store: Store) -> None:
    add_meeting(sqlite_store)
    sqlite_store.execute("UPDATE meeting SET place = CAST(X'FFFE41' AS TEXT)")
    with pytest.raises(DamagedFile) as found:
        sqlite_store.rows("SELECT place FROM meeting")
    assert understood(found.value)


def test_a_wrong_statement_is_a_defect_not_a_fault(store: Store) -> None:
    with pytest.raises((peewee.OperationalError, peewee.ProgrammingError)):
        store.rows("SELECT nama FROM region")


def test_a_value_that_is_there_already_is_a_defect_not_a_fault(store: Store) -> None:
    with pytest.raises(peewee.IntegrityError):
        store.execute("UPDATE region SET code = '35'")


def test_a_fault_that_is_named_keeps_its_name() -> None:
    named = DiskFull("Penuh.", "Kosongkan.")
    assert faults.classify(named) is named


def test_what_is_no_database_matter_is_left_alone() -> None:
    assert faults.classify(ValueError("database is locked")) is None
    assert faults.classify(KeyError("x")) is None


@pytest.fixture
def server(postgres_server: Server) -> Iterator[Store]:
    with postgres_server.copy() as url:
        store = connect_postgresql(url)
        store.office = opening.identity.office_of(store)
        yield store
        store.database.close()


def hang_up(store: Store) -> None:
    """End a connection from the server's side, as a restart of the server does."""
    row = store.one("SELECT pg_backend_pid()")
    assert row is not None
    other = connect_postgresql(url_of(store))
    other.rows("SELECT pg_terminate_backend(%s, 5000)", row)
    other.close()


def url_of(store: Store) -> str:
    return str(store.database.database)


def test_a_server_that_hangs_up(server: Store) -> None:
    hang_up(server)
    with pytest.raises(ServerUnreachable) as found:
        server.executemany("UPDATE topic SET name = %s", [("a",), ("b",)])
    assert understood(found.value)


def test_a_server_that_hangs_up_within_an_action(server: Store) -> None:
    def act() -> None:
        with server.transaction():
            hang_up(server)
            server.execute("UPDATE topic SET name = 'a'")

    with pytest.raises(ServerUnreachable):
        act()


def test_a_server_that_is_not_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ServerUnreachable) as found:
        connect_postgresql(f"postgresql://rakor@127.0.0.1:{port}/rakor")
    assert understood(found.value)


def test_a_record_somebody_else_holds_on_the_server(server: Store) -> None:
    with psycopg.connect(url_of(server)) as other:
        other.execute("UPDATE replica SET clean = clean")
        server.execute("SET lock_timeout = '50ms'")
        with pytest.raises(DatabaseBusy) as found:
            add_meeting(server)
        assert understood(found.value)
        other.rollback()
    add_meeting(server)


def test_a_server_that_may_only_be_read(server: Store) -> None:
    server.execute("SET default_transaction_read_only = on")
    with pytest.raises(ReadOnlyPlace) as found:
        add_meeting(server)
    assert understood(found.value)


def test_an_account_without_rights_on_the_server(server: Store) -> None:
    server.execute("CREATE ROLE tamu")
    server.execute("SET ROLE tamu")
    try:
        with pytest.raises(ReadOnlyPlace) as found:
            server.execute("UPDATE topic SET name = 'a'")
        assert understood(found.value)
    finally:
        server.execute("RESET ROLE")
        server.execute("DROP ROLE tamu")
