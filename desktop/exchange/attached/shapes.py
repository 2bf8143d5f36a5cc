"""A file as it was taken in: checked, with a name that misleads nobody."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.base.errors import InvalidInput

FIELD = "file"
MOST_BYTES = 50_000_000
_LONGEST_TOLD = 80  # letters of a name


@dataclass(frozen=True, slots=True)
class Taken:
    """The bytes to keep, their media type, and the name to show; the name ends as the type demands."""

    name: str
    media_type: str
    content: bytes


def refused(name: str, why: str, advice: str) -> InvalidInput:
    """The fault of a file that cannot be attached, naming it; `why` goes on after the name."""
    short = name if len(name) <= _LONGEST_TOLD else f"{name[:_LONGEST_TOLD]}…"
    return InvalidInput(FIELD, f"“{short}” {why}.", advice)
