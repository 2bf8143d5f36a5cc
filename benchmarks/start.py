"""From the click to the first paint, to the first page of data, and the memory it takes, beside a blank window."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.harness import CACHE, Row, row_of, run
from benchmarks.office import office

ROUNDS = 15
HEAVY = frozenset({"reportlab", "xlsxwriter", "docx", "pypdfium2", "PIL", "numpy", "psycopg", "asyncio"})
"""What a start must not load."""


def rows() -> Iterator[Row]:
    """Performance bars 1 and 3."""
    config = preferences(office())
    for moment in ("painted", "ready"):  # compiles, and leaves the data as a good day's end leaves them
        run("blank_window", config=config)
        run("program", moment, config=config)
    blank, painted, ready = [], [], []
    for number in range(ROUNDS):
        sides = [(blank, "blank_window", ()), (painted, "program", ("painted",)), (ready, "program", ("ready",))]
        for found, runner, arguments in sides if number % 2 else reversed(sides):
            found.append(run(runner, *arguments, config=config))
    yield row_of("start: shell painted / blank window", _pairs(painted, blank, "cpu"), bar=1.15)
    yield row_of("start: first page of data / blank window", _pairs(ready, blank, "cpu"), bar=1.50)
    yield row_of("memory: first page of data / blank window", _pairs(ready, blank, "peak"), bar=1.45, unit="MiB")


def preferences(data: Path) -> Path:
    """A folder of preferences that name this data folder as opened last."""
    config = CACHE / "config"
    (config / "Rakor").mkdir(parents=True, exist_ok=True)
    (config / "Rakor" / "settings.json").write_text(json.dumps({"last_data_folder": str(data)}))
    return config


def _pairs(ours: list[dict[str, Any]], reference: list[dict[str, Any]], what: str) -> list[tuple[float, float]]:
    return [(one[what], other[what]) for one, other in zip(ours, reference, strict=True)]
