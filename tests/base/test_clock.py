from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.base import clock

NEW_YEAR = datetime(2024, 12, 31, 17, 30, tzinfo=UTC)


def test_the_date_depends_on_where_the_office_is():
    with clock.frozen(NEW_YEAR):
        assert clock.today() == date(2025, 1, 1)
        assert clock.today("UTC") == date(2024, 12, 31)
        assert clock.now_here("Asia/Jayapura").hour == 2


def test_a_held_clock_moves_only_when_told():
    with clock.frozen(NEW_YEAR) as held:
        assert clock.now_utc() == NEW_YEAR
        held.move(timedelta(days=-1))
        assert clock.now_utc() == NEW_YEAR - timedelta(days=1)


def test_all_threads_see_the_held_clock_and_nobody_after():
    seen = []
    with clock.frozen(NEW_YEAR):
        thread = threading.Thread(target=lambda: seen.append(clock.now_utc()))
        thread.start()
        thread.join()
    assert seen == [NEW_YEAR]
    assert clock.now_utc() > NEW_YEAR


def test_a_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"), clock.frozen(datetime(2024, 1, 1)):
        pass
