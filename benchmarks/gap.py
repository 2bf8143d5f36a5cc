"""How long the window stands still while a paper is made by the real worker, until its first page is painted."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from benchmarks.harness import Row, allowance, run
from benchmarks.office import paper_meetings

ROUNDS = 7
LONGEST = 50.0
"""Milliseconds in which nobody notices that a window does not answer."""


def rows() -> Iterator[Row]:
    """The longest time between two turns of the event loop; wall time, hence the median of several papers."""
    data = str(paper_meetings())
    for number, pages in enumerate((12, 75)):
        told = run("paper_window", data, str(number), str(ROUNDS))
        gaps = told["gaps"]
        yield allowance(f"gap: {pages} pages of minutes, median longest / 50 ms", median(gaps), LONGEST, "ms")
        yield allowance(f"gap: {pages} pages of minutes, the worst / 50 ms", max(gaps), LONGEST, "ms")
