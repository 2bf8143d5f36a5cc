"""Run the benchmarks: `python -m benchmarks [NAME …] [--json FILE]`. Exit code 1 when a bar is missed."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from benchmarks.harness import NOISE, Row

SUITES = (
    "start",
    "lists",
    "bulk",
    "table",
    "gap",
    "documents",
    "search",
    "sheets",
    "keystrokes",
    "home",
    "following",
    "readiness",
)
_LINE = "{:<58} {:>12} {:>12} {:>7} {:>6}  {}"


def main(arguments: list[str]) -> int:
    """Measure, print a table, and tell whether every bar is met."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="How fast Rakor is, as ratios.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(SUITES)}; default: all")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the rows as JSON")
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - set(SUITES):
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}")
    print(_LINE.format("", "ours", "reference", "ratio", "bar", ""))
    found: list[Row] = []
    for suite in options.names or SUITES:
        for row in _rows(suite):
            found.append(row)
            print(_line(row), flush=True)
    if options.json:
        options.json.write_text(as_json(found) + "\n", encoding="utf-8")
    missed = [row for row in found if row.ratio > row.bar * NOISE]
    print(f"{len(found) - len(missed)} of {len(found)} rows within bar × {NOISE:g}")
    return 1 if missed else 0


def as_json(rows: Iterable[Row]) -> str:
    """The rows as the list other programs read."""
    fields = ("name", "ours", "reference", "ratio", "bar")
    return json.dumps([{name: getattr(row, name) for name in fields} for row in rows], indent=1)


def _rows(suite: str) -> Iterable[Row]:
    rows: Iterable[Row] = import_module(f"benchmarks.{suite}").rows()
    return rows


def _line(row: Row) -> str:
    ours, reference = (f"{value:,.2f} {row.unit}" for value in (row.ours, row.reference))
    return _LINE.format(row.name, ours, reference, f"{row.ratio:.3f}", f"{row.bar:.3f}", row.verdict)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
