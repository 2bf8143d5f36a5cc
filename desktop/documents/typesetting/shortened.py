"""Texts for papers that have no room for more: cut to a number of lines, and said to be cut."""

from __future__ import annotations

from collections.abc import Callable

from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.text import fits

_MOST_WORDS = 400  # more never fit


def shortened(text: str, face: Face, size: float, width: float, most: int) -> str:
    """The text in `most` lines of that width, with "…" where words were left out."""
    words = text.split()
    whole = " ".join(words)
    if fits(whole, face, size, width, most):
        return whole

    count = _most(
        min(len(words), _MOST_WORDS), lambda first: fits(" ".join(words[:first]) + " …", face, size, width, most)
    )
    if count:
        return " ".join(words[:count]) + " …"
    longest = words[0]  # one word longer than all the lines; signs without a glyph are set wider than a letter
    count = _most(int(width / size), lambda first: fits(longest[:first] + "…", face, size, width, 1))
    return longest[:count] + "…"


def _most(highest: int, holds: Callable[[int], bool]) -> int:
    """The highest number, 0 or more, for which something holds that holds for all lower ones too."""
    low = 0
    while low < highest:
        middle = (low + highest + 1) // 2
        low, highest = (middle, highest) if holds(middle) else (low, middle - 1)
    return low
