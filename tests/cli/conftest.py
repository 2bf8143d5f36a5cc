"""The console as somebody types it: the real parser, a real office in a folder, the real reader of tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from desktop.models import opening

Read = Callable[[Any], Any]


def refused(_arguments: list[str]) -> int:
    raise AssertionError("no window was asked for")


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


class Console:
    """A console at one office."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def __call__(self, *words: object) -> Said:
        self._capsys.readouterr()
        code = main([*map(str, words), "--data", str(self.folder)], refused)
        return Said(code, *self._capsys.readouterr())

    def at(self, folder: Path) -> Console:
        """The same at another office."""
        return Console(folder, self._capsys)

    def look(self, read: Read) -> Any:
        """What `read` finds in the office's data."""
        store = opening.open_folder(self.folder)
        try:
            return read(store)
        finally:
            opening.close(store)

    def count(self, table: str) -> int:
        """How many records of a table there are."""
        return int(self.look(lambda store: store.one(f"SELECT count(*) FROM {table} WHERE NOT deleted")[0]))


@pytest.fixture
def console(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> Console:
    return Console(data_folder, capsys)
