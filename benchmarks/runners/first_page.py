"""The first page over two offices in turns: what it costs until it is painted with all its numbers.

    first_page.py LARGE SMALL ROUNDS     of each round: the data just opened, and once more after a change

Both offices are shown in one process and one window that stays. Each round closes the data and opens them again,
outside of what is measured, so that nothing is kept from the round before.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QMainWindow

from benchmarks.office import opened
from desktop.base.clock import frozen
from desktop.base.settings import Settings
from desktop.models.queries.records import id_of
from desktop.models.store import Store
from desktop.services.commitments import update_commitment
from desktop.services.desk import Desk
from desktop.ui import i18n, theme
from desktop.ui.home.page import HomePage
from desktop.ui.session import Session

DAY = datetime(2024, 7, 1, 2, tzinfo=UTC)
"""A day in the middle of the work: meetings before and after it, reports of the last weeks."""


def main(large: Path, small: Path, rounds: int) -> None:
    """Open the page in turns and print the milliseconds of CPU time."""
    application = theme.make_application()
    theme.Theme(theme.ThemeChoice.LIGHT).install(application)
    i18n.install(application)
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    with frozen(DAY):
        told = turns(window, {"large": large, "small": small}, rounds)
    print(json.dumps(told), flush=True)
    os._exit(0)


def turns(window: QMainWindow, sides: dict[str, Path], rounds: int) -> dict[str, list[float]]:
    """Both in turns, the first of each pair alternating."""
    told: dict[str, list[float]] = {f"{side}_{moment}": [] for side in sides for moment in ("first", "again")}
    for number in range(rounds + 1):  # the first warms up and is thrown away
        for side in sides if number % 2 else reversed(sides):
            with opened(sides[side]) as store:
                first, again = measured(window, store, number)
            if number:
                told[f"{side}_first"].append(first)
                told[f"{side}_again"].append(again)
    return told


def measured(window: QMainWindow, store: Store, number: int) -> tuple[float, float]:
    """What the page costs on data just opened, and what it costs to be right again after somebody changed one."""
    session = Session(Desk(store, "Pengukur"), None, Settings())
    gc.collect()
    gc.disable()
    begun = process_time()
    page = HomePage(session)
    window.setCentralWidget(page)
    until_filled(page)
    first = process_time() - begun
    one = id_of(store, "commitment", 1 + number)
    gc.collect()
    changes = update_commitment(session.desk, one, indicator=f"uji {number}")
    begun = process_time()
    session.bus.changed.emit(changes)
    paint(page)
    again = process_time() - begun
    gc.enable()
    window.takeCentralWidget()
    page.deleteLater()
    paint(page)
    return first * 1000, again * 1000


def until_filled(page: HomePage) -> None:
    """Wait until both halves say how things stand, and stand painted."""
    loop = QEventLoop()
    page.filled.connect(loop.quit)
    loop.exec()
    paint(page)


def paint(page: HomePage) -> None:
    """Let what waits be done and the page be painted."""
    loop = QEventLoop()
    while loop.processEvents():
        pass
    page.repaint()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
