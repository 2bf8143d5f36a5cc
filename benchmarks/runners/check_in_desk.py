"""Kehadiran at the door: keys for forty people by two hands, and milliseconds a letter over 2,000 seats.

check_in_desk.py    {"shortest": [keys …], "habit": [keys …], "letters": [milliseconds …]}
"""

from __future__ import annotations

import gc
import json
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from uuid import UUID

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from benchmarks import names
from benchmarks.check_in import Hand, Person, arriving, by_habit, check_in, invite_people, shortest
from benchmarks.office import founded, opened
from desktop.base.settings import Settings
from desktop.models.queries.attendance import participants
from desktop.services.attendance import mark
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting
from desktop.services.signed_sheet import SheetGuest, save_signed_sheet
from desktop.ui import i18n, theme
from desktop.ui.meetings.attendance_tab import AttendanceTab
from desktop.ui.session import Session

SEATS, TIMES, _DAY = 2000, 5, date(2024, 10, 3)
TYPED = ("kenanga jat", "sekar ge", "dinas 17", "a", "xyz")


def main() -> None:
    """Measure and print on the last line."""
    application = QApplication([])
    i18n.install(application)
    theme.Theme(theme.ThemeChoice.LIGHT).install(application)
    told = {"shortest": _keys(shortest), "habit": _keys(by_habit), "letters": _letters(application)}
    print(json.dumps(told), flush=True)


def _keys(hand: Callable[[AttendanceTab, Person], Hand]) -> list[int]:
    found = []
    with _desk() as desk:
        meeting = invite_people(desk)
        tab = _tab(desk, meeting)
        for person in arriving(desk, meeting):
            way = hand(tab, person)
            check_in(tab, way)
            found.append(way.keys)
        assert all(seat.state == "hadir" for seat in participants(desk.store, meeting))
        delete(tab)
    return found


def _letters(application: QApplication) -> list[float]:
    """The first letter finds the seats folded already, as in the room: they are read when the tab opens."""
    chance = random.Random(27)
    with _desk() as desk:
        meeting, _ = create_meeting(desk, title=names.meeting(chance), held_on=_DAY)
        guests = [
            SheetGuest(names.person(chance), "Kepala Seksi", f"Dinas {number % 60}") for number in range(SEATS)
        ]
        save_signed_sheet(desk, meeting, [], guests)
        mark(desk, [seat.id for seat in participants(desk.store, meeting)], "belum_dicatat")
        tab = _tab(desk, meeting)
        application.processEvents()  # the first picture of the list is not that of a letter
        rounds = [[cost for text in TYPED for cost in _typed(application, tab, text)] for _ in range(TIMES)]
        delete(tab)
    return [median(costs) for costs in zip(*rounds, strict=True)]


def _typed(application: QApplication, tab: AttendanceTab, text: str) -> Iterator[float]:
    for letter in text:
        gc.collect()
        start = process_time()
        QTest.keyClick(tab.box, letter)
        application.processEvents()
        yield (process_time() - start) * 1000
    tab.box.empty()


@contextmanager
def _desk() -> Iterator[Desk]:
    with TemporaryDirectory() as place:
        folder = Path(place) / "data"
        shutil.copytree(founded(), folder)
        with opened(folder) as store:
            yield Desk(store, "Uji")


def _tab(desk: Desk, meeting: UUID) -> AttendanceTab:
    session = Session(desk, None, Settings())
    tab = AttendanceTab(session)
    session.bus.changed.connect(tab.refresh)
    tab.resize(1150, 700)
    tab.show()
    tab.show_meeting(meeting)
    tab.start_check_in()
    return tab


if __name__ == "__main__":
    main()
