"""Opening the first page on an office of 2,000 meetings, beside one of 20."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.harness import Row, row_of, run
from benchmarks.office import office

ROUNDS = 25
SMALL = 0.01
"""Of what is generated: 20 meetings, 500 follow-ups, 3,000 reports."""


def rows() -> Iterator[Row]:
    """Performance bar 15: from the wish to the page painted with all its numbers, in one window."""
    told = run("first_page", str(office()), str(office(SMALL)), str(ROUNDS))
    for moment, words in (("first", "opened anew"), ("again", "shown again after a change")):
        pairs = list(zip(told[f"large_{moment}"], told[f"small_{moment}"], strict=True))
        yield row_of(f"home: Beranda {words}, 2,000 meetings / 20", pairs, bar=1.5)
