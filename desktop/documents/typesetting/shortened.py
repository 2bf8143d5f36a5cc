"""Texts for papers that have no room for more: cut to a number of lines, and said to be cut."""

from __future__ import annotations

from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.text import fits

_MOST_WORDS = 400  # more never fit


def shortened(text: str, face: Face, size: float, width: float, most: int) -> str:
    """The text in `most` lines of that width, with "…" where words were left out."""
    words = text.split()
    if fits(" ".join(words), face, size, width, most):
        return " ".join(words)
    low, high = 0, min(len(words), _MOST_WORDS)
    while low < high:
        middle = (low + high + 1) // 2
        shown = " ".join(words[:middle]) + " …"
        low, high = (middle, high) if fits(shown, face, size, width, most) else (low, middle - 1)
    if not low:  # one word longer than all the lines
        return words[0][: int(width / size)] + "…"
    return " ".join(words[:low]) + " …"
