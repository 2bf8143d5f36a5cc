"""The console and an office's server: what only reads never makes or upgrades anything there."""

from __future__ import annotations

import pytest

from desktop.cli import main
from desktop.models import seeds
from desktop.models.migrations import STEPS, runner
from desktop.models.store import connect_postgresql
from tests.postgres import Server


def refused(_arguments: list[str]) -> int:
    raise AssertionError("no window was asked for")


READING = pytest.mark.parametrize("command", [["list", "meetings"], ["check"], ["print", "minutes", "last"]])


@READING
def test_reading_an_empty_server_says_what_is_missing(
    postgres_server: Server, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with postgres_server.copy("template1") as url:
        assert main([*command, "--database", url], refused) == 1
        assert "belum berisi data Rakor" in capsys.readouterr().err
        store = connect_postgresql(url)
        assert store.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == []
        store.close()


@READING
def test_reading_an_older_server_says_it_has_to_be_upgraded(
    postgres_server: Server, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with postgres_server.copy("template1") as url:
        store = connect_postgresql(url)
        runner.migrate_postgresql(store, STEPS[:1])
        seeds.found_office(store)
        assert main([*command, "--database", url], refused) == 1
        assert "perlu diperbarui dulu" in capsys.readouterr().err
        assert store.rows("SELECT version FROM rakor_schema") == [(1,)]
        store.close()


def test_the_data_of_a_server_are_checked(postgres_server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    with postgres_server.copy() as url:
        assert main(["check", "--database", url], refused) == 0
    assert "Data utuh." in capsys.readouterr().out
