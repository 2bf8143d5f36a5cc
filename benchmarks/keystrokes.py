"""How many keys a hand presses to check somebody in, and whether the box keeps up with it."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import mean, median

from benchmarks.harness import Row, allowance, run

MEDIAN, HABIT, LONGEST = 6, 7, 10
"""Keys a person; together with the time to look up that makes three minutes for forty."""
TURN = 16.0
"""Milliseconds between two pictures on the screen: a letter must be found and painted within them."""


def rows() -> Iterator[Row]:
    """Forty people, through the real widgets; then letters typed over 2,000 seats."""
    told = run("check_in_desk")
    short, habit = told["shortest"], told["habit"]
    yield allowance("keystrokes: 40 people, median / 6", median(short), MEDIAN, "keys")
    yield allowance("keystrokes: 40 people, mean / 6", mean(short), MEDIAN, "keys")
    yield allowance("keystrokes: 40 people, most / 10", max(short), LONGEST, "keys")
    yield allowance("keystrokes: by habit, median / 7", median(habit), HABIT, "keys")
    yield allowance("keystrokes: 2,000 seats, median letter / 16 ms", median(told["letters"]), TURN, "ms")
    yield allowance("keystrokes: 2,000 seats, slowest letter / 16 ms", max(told["letters"]), TURN, "ms")
