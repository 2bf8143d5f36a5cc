"""What the accountant's list of a meeting says, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AccountingLine:
    """One thing that is wanted; `done` prints a tick."""

    text: str
    done: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class AccountingContent:
    """Kelengkapan SPJ of one meeting."""

    title: str
    held_on: date | None = None
    place: str | None = None
    lines: tuple[AccountingLine, ...] = ()
    heading: str = "KELENGKAPAN SPJ"
