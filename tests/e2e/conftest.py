"""The program itself, started on a folder and closed in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import Program

Start = Callable[[Path], Program]


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Start the program on a folder; it is closed in order afterwards."""
    running: list[Program] = []
    defects: list[str] = []

    def begin(folder: Path) -> Program:
        program = Program(["--data", str(folder)])
        program.crash.ask = lambda details: not defects.append(details)
        running.append(program)
        qtbot.addWidget(program.window)
        program.start()
        return program

    yield begin
    for program in running:
        program.window.close()
        program.finish()
    assert not defects, defects[0]
