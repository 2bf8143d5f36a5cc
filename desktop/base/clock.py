"""The one clock of the program: everything that asks the time asks here, so that tests can hold it still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta, timezone

from desktop.base.dates import HOME_ZONE

_WIB = timezone(
    timedelta(hours=7), "WIB"
)  # Asia/Jakarta since 1964 (Keputusan Presiden 243/1963), without summer time


def now_utc() -> datetime:
    """This moment in UTC, with its zone attached."""
    return _read()


def today(zone: str = HOME_ZONE) -> date:
    """The date on the wall calendar in an IANA zone."""
    return now_here(zone).date()


def now_here(zone: str = HOME_ZONE) -> datetime:
    """This moment as the wall clock in an IANA zone shows it."""
    return here(now_utc(), zone)


def here(moment: datetime, zone: str = HOME_ZONE) -> datetime:
    """A moment, its zone attached, as the wall clock in an IANA zone shows it."""
    if zone == HOME_ZONE:
        return moment.astimezone(_WIB)
    from zoneinfo import ZoneInfo  # loads a good deal, and hardly anybody works elsewhere

    return moment.astimezone(ZoneInfo(zone))


def day_begins(day: date) -> datetime:
    """The moment a day begins on the wall clock of the office."""
    return datetime.combine(day, time(), _WIB)


class HeldClock:
    """A clock that moves only when it is told to."""

    def __init__(self, moment: datetime) -> None:
        if moment.tzinfo is None:
            raise ValueError("a held clock needs a moment with a time zone")
        self.moment = moment.astimezone(UTC)

    def move(self, by: timedelta) -> None:
        """Let time pass, or run back."""
        self.moment += by

    def read(self) -> datetime:
        """The moment it is held at."""
        return self.moment


@contextmanager
def frozen(moment: datetime) -> Iterator[HeldClock]:
    """Hold the program's clock at a moment, in all threads, until the block ends."""
    global _read
    before, clock = _read, HeldClock(moment)
    _read = clock.read
    try:
        yield clock
    finally:
        _read = before


def _system() -> datetime:
    return datetime.now(UTC)


_read: Callable[[], datetime] = _system
