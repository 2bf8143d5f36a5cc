"""Characters that print as their codes, in words for whoever is about to print."""

from __future__ import annotations

from collections.abc import Mapping

_MOST_TOLD = 8


def characters_told(counts: Mapping[str, int]) -> str:
    """Each character as typed, as it prints, and how often it is there: `漢 [U+6F22] (3×), …`."""
    told = [_told(character, count) for character, count in counts.items()]
    more = len(told) - _MOST_TOLD
    return ", ".join(told[:_MOST_TOLD]) + (f" dan {more} huruf lain" if more > 0 else "")


def _told(character: str, count: int) -> str:
    seen = f"{character} " if character.isprintable() else ""  # nothing to be seen of what is not assigned
    return f"{seen}[U+{ord(character):04X}]" + (f" ({count}×)" if count > 1 else "")
