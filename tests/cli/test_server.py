"""The console and an office's server: what only reads never makes or upgrades anything there."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.cli import main
from desktop.models import seeds
from desktop.models.store import connect_postgresql
from tests.models.former import found_server_of
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
        found_server_of(1, store)
        assert main([*command, "--database", url], refused) == 1
        assert "perlu diperbarui dulu" in capsys.readouterr().err
        assert store.rows("SELECT version FROM rakor_schema") == [(1,)]
        store.close()


def test_the_data_of_a_server_are_checked(postgres_server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    with postgres_server.copy() as url:
        assert main(["check", "--database", url], refused) == 0
    assert "Data utuh." in capsys.readouterr().out


def test_a_list_goes_to_the_server_once(
    postgres_server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    list_ = tmp_path / "daftar.csv"
    list_.write_text("Nama;Jabatan;Instansi\nWati Elok;Staf;Polres Tuban\n", encoding="utf-8")
    with postgres_server.copy() as url:
        command = ["import", "people", str(list_), "--database", url]
        assert main([*command, "--dry-run"], refused) == 0
        assert "Akan ditambahkan: 1\n" in capsys.readouterr().out
        assert main(command, refused) == 0
        assert "Ditambahkan: 1\n" in capsys.readouterr().out
        assert main(command, refused) == 0
        assert "Ditambahkan: 0\nSudah ada: 1\n" in capsys.readouterr().out


def test_a_meeting_of_the_server_is_shared_with_a_folder(
    postgres_server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shared, marks = tmp_path / "rapat.rakor-rapat", tmp_path / "pintu.rakor-hadir"
    door = ["--data", str(tmp_path / "pintu")]
    with postgres_server.copy() as url:
        at_server = ["--database", url]
        assert main(["import", "meeting", str(seeds.example_meeting_file()), *at_server], refused) == 0
        assert main(["share", "last", str(shared), *at_server], refused) == 0
        assert main(["import", "shared", str(shared), *door], refused) == 0
        assert main(["share", "last", str(marks), "--marks", *door], refused) == 0
        capsys.readouterr()
        assert main(["import", "marks", str(marks), *at_server], refused) == 0
    assert capsys.readouterr().out == "Tanda diterima: 0\nTamu baru: 0\n"
