"""Measuring fairly on a busy machine: ours and the reference in turns, CPU time, the median of the pairs' ratios.

Milliseconds drift by a third with what else the machine does; both sides of a pair drift alike, so only ratios
are judged. A bar counts as missed above bar × NOISE.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

NOISE = 1.25
"""What a ratio may stand above its bar before the run fails: the spread between runs on shared cores."""

ROOT = Path(__file__).resolve().parents[1]
CACHE = Path(tempfile.gettempdir()) / "rakor-benchmarks"
"""What is kept between runs: generated offices, compiled modules."""

Cost = Callable[[], float]
"""Does the work once and returns what it cost (milliseconds, MiB)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the result: the medians of both sides, the median ratio of the pairs, and the bar for it."""

    name: str
    ours: float
    reference: float
    ratio: float
    bar: float
    unit: str = "ms"

    @property
    def verdict(self) -> str:
        """In one word how the ratio stands to the bar."""
        if self.ratio <= self.bar:
            return "met"
        return "within noise" if self.ratio <= self.bar * NOISE else "MISSED"


def paired(name: str, ours: Cost, reference: Cost, *, bar: float, rounds: int = 11, unit: str = "ms") -> Row:
    """Measure both in turns, the first of each pair alternating; a round before warms up and is thrown away."""
    ours()
    reference()
    pairs = []
    for number in range(rounds):
        if number % 2:
            second = reference()
            pairs.append((ours(), second))
        else:
            first = ours()
            pairs.append((first, reference()))
    return row_of(name, pairs, bar=bar, unit=unit)


def row_of(name: str, pairs: Sequence[tuple[float, float]], *, bar: float, unit: str = "ms") -> Row:
    """The result of pairs (ours, reference) measured elsewhere."""
    return Row(
        name,
        median(ours for ours, _ in pairs),
        median(reference for _, reference in pairs),
        median(ours / reference for ours, reference in pairs),
        bar,
        unit,
    )


def allowance(name: str, used: float, allowed: float, unit: str) -> Row:
    """A row that is absolute by nature: what is used beside what is allowed, the bar being 1."""
    return Row(name, used, allowed, used / allowed, 1.0, unit)


def cpu(work: Callable[[], object], times: int = 1) -> Cost:
    """The CPU milliseconds of one call, over `times` calls, with no garbage of others waiting."""

    def cost() -> float:
        gc.collect()
        start = process_time()
        for _ in range(times):
            work()
        return (process_time() - start) * 1000 / times

    return cost


def run(module: str, *arguments: str, config: Path | None = None) -> dict[str, Any]:
    """Start one of `benchmarks.runners` and return what it told on its last line.

    `config` is the folder of the user's preferences.
    """
    told = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "runners" / f"{module}.py"), *arguments],
        env=window_environment() | {"XDG_CONFIG_HOME": str(config or CACHE / "config")},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=300,
    ).stdout
    found: dict[str, Any] = json.loads(told.splitlines()[-1])
    return found


def window_environment() -> dict[str, str]:
    """What both sides of a comparison of windows get: no screen, and all modules compiled as when installed."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "RAKOR"))}
    return inherited | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(CACHE / "compiled"),
    }
