"""The table over a million rows: first paint, scrolling, sorting, memory."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from benchmarks.harness import Row, allowance, row_of, run
from benchmarks.office import million_meetings

MEMORY_ROUNDS = 3


def rows() -> Iterator[Row]:
    """Performance bars 7 and 8."""
    data = str(million_meetings())

    def pairs(what: str) -> list[tuple[float, float]]:
        return [(ours, reference) for ours, reference in run("table_window", what, data)["pairs"]]

    yield row_of("table: first paint of 1,000,000 rows / 60 in memory", pairs("paint"), bar=1.10)
    yield row_of("table: three rows further / QSqlQueryModel", pairs("scroll"), bar=1.25)
    yield row_of("table: a screen of rows further / QSqlQueryModel", pairs("page"), bar=1.25)
    yield row_of("table: 1,000,000 rows sorted / the driver's fetchall", pairs("sort"), bar=1.20)
    small, million, ordered = (
        median(run("table_window", what, data)["rss"] for _ in range(MEMORY_ROUNDS))
        for what in ("small", "million", "sorted")
    )
    yield allowance("table: memory a million rows add / 8 MiB", million - small, 8, "MiB")
    yield allowance("table: memory added once sorted / 8 MiB", ordered - small, 8, "MiB")
