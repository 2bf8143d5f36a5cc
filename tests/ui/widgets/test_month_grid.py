"""The month on the wall: walked over by keys, opened by a click, every day told to the screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.base import clock
from desktop.ui.colours import Tone
from desktop.ui.widgets.month_grid import Mark, MonthGrid, months_later

Key = Qt.Key


@pytest.fixture
def grid(qtbot: QtBot, dressed_app: object) -> Iterator[MonthGrid]:
    with clock.frozen(datetime(2024, 9, 26, 2, tzinfo=UTC)):
        made = MonthGrid()
        qtbot.addWidget(made)
        made.resize(700, 420)
        made.show()
        yield made


def test_keys_walk_over_days_weeks_and_months(qtbot: QtBot, grid: MonthGrid) -> None:
    walk = [
        (Key.Key_Right, date(2024, 9, 27)), (Key.Key_Down, date(2024, 10, 4)), (Key.Key_Left, date(2024, 10, 3)),
        (Key.Key_Up, date(2024, 9, 26)), (Key.Key_PageDown, date(2024, 10, 26)), (Key.Key_End, date(2024, 10, 31)),
        (Key.Key_PageUp, date(2024, 9, 30)), (Key.Key_Home, date(2024, 9, 1)), (Key.Key_T, date(2024, 9, 26)),
    ]  # fmt: skip
    months: list[object] = []
    grid.month_changed.connect(months.append)
    for key, day in walk:
        qtbot.keyClick(grid, key)
        assert grid.day() == day
    assert months == [date(2024, 10, 1), date(2024, 9, 1), date(2024, 10, 1), date(2024, 9, 1)]


def test_a_click_goes_to_a_day_and_opens_it_as_enter_does(qtbot: QtBot, grid: MonthGrid) -> None:
    opened: list[object] = []
    grid.opened.connect(opened.append)
    for day in (date(2024, 9, 12), date(2024, 10, 3)):
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell(day).center())
    qtbot.keyClick(grid, Key.Key_Return)
    assert opened == [date(2024, 9, 12), date(2024, 10, 3), date(2024, 10, 3)]


def test_every_day_shown_has_a_place_of_its_own(grid: MonthGrid) -> None:
    for month in range(1, 13):
        grid.set_day(date(2024, month, 1))
        first, last = grid.days_shown()
        assert first <= date(2024, month, 1)
        assert (first.weekday(), last.weekday()) == (0, 6)
        assert grid._day_at(grid.cell(first).center()) == first
        assert grid._day_at(grid.cell(last).center()) == last


def test_a_day_is_told_with_what_falls_on_it(grid: MonthGrid) -> None:
    grid.set_marks(
        {date(2024, 9, 26): [Mark("2 terlambat", "2", Tone.PROBLEM), Mark("1 internal", "1", Tone.NONE)]}
    )
    assert grid.accessibleDescription() == "Kamis, 26 September 2024: 2 terlambat, 1 internal"
    grid.set_day(date(2024, 9, 27))
    assert grid.accessibleDescription() == "Jumat, 27 September 2024"


def test_the_end_of_the_calendar_is_no_trap(qtbot: QtBot, grid: MonthGrid) -> None:
    grid.set_day(date(9999, 11, 30))
    for key in (Key.Key_PageDown, Key.Key_PageDown, Key.Key_Down, Key.Key_Down):
        qtbot.keyClick(grid, key)
    assert grid.day().year == 9999


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (date(2024, 1, 15), -1, date(2023, 12, 15)),
    ],
)
def test_a_month_later_stays_within_the_month(day: date, count: int, then: date) -> None:
    assert months_later(day, count) == then
