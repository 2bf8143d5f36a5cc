"""Tables are read in the child, which may break on a malicious one: the words then speak of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.base.errors import AppError
from desktop.exchange.sheets import Table
from desktop.worker.client import WorkerClient
from tests.exchange import crafted, messy


def test_a_table_comes_from_the_child_as_it_was_read(tmp_path: Path) -> None:
    path = messy.plain(tmp_path / "daftar.xlsx", messy.people(3))
    with WorkerClient() as worker:
        assert Table.from_bytes(worker.run("read-table", path)).first.rows[1].cells[1] == messy.name(0)


def test_a_file_that_breaks_the_child_is_blamed_and_the_next_one_is_read(tmp_path: Path) -> None:
    crafted.one_text_everywhere(tmp_path / "jahat.xlsx")
    good = messy.plain(tmp_path / "daftar.xlsx", messy.people(3))
    with WorkerClient() as worker:
        with pytest.raises(AppError) as refused:
            worker.run("read-table", tmp_path / "jahat.xlsx")
        assert "dokumen" not in refused.value.message.lower()
        assert worker.run("read-table", good)
    assert "berkas" in str(refused.value).lower()
