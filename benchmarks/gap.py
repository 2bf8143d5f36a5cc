"""How long the window stands still while a paper is made by the real worker, until its first page is painted.

Also while somebody types into the form beside it, with how soon the page follows, and while pages are printed.
"Of its own" is less what other programs took of the cores (`runners.paper_window.waited_for_a_core`).
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.harness import Row, allowance, run
from benchmarks.office import paper_meetings

ROUNDS, BURSTS, PRINTED = 7, 9, 5
LONGEST = 50.0
"""Milliseconds in which nobody notices that a window does not answer."""
SOON = 600.0
"""Milliseconds after the last key in which the page on screen should say what was typed."""


def rows() -> Iterator[Row]:
    """The longest time between two turns of the event loop; wall time, hence the median of several papers."""
    yield from _opened()
    yield from _typed()
    yield from _printed()


def _opened() -> Iterator[Row]:
    data = str(paper_meetings())
    for number, pages in enumerate((12, 75)):
        told = run("paper_window", data, str(number), str(ROUNDS))
        gaps = told["gaps"]
        yield allowance(f"gap: {pages} pages of minutes, median longest / 50 ms", median(gaps), LONGEST, "ms")
        yield allowance(f"gap: {pages} pages of minutes, the worst / 50 ms", max(gaps), LONGEST, "ms")


def _typed() -> Iterator[Row]:
    for number, pages in enumerate((12, 75)):
        with tempfile.TemporaryDirectory() as room:
            data = shutil.copytree(paper_meetings(), Path(room, "data"))  # what is typed is kept
            told = run("typing_window", str(data), str(number), str(BURSTS))
        name = f"a key in the form, {pages} pages"
        yield allowance(f"gap: {name}, median longest / 50 ms", median(told["gaps"]), LONGEST, "ms")
        yield allowance(f"gap: {name}, the worst of its own / 50 ms", max(told["own"]), LONGEST, "ms")
        yield allowance(f"follow: {name}, drawn / 600 ms", median(told["follows"]), SOON, "ms")


def _printed() -> Iterator[Row]:
    told = run("printing_window", str(paper_meetings()), "0", str(PRINTED))
    name = f"gap: {told['pages']} pages printed"
    yield allowance(f"{name}, median longest / 50 ms", median(told["gaps"]), LONGEST, "ms")
    yield allowance(f"{name}, the worst of its own / 50 ms", max(told["own"]), LONGEST, "ms")
