"""The fonts of our papers: three families, and fallback fonts for every other script; loaded when first used.

Measuring text is most of the work of a paper, so the widths of characters stand in a plain table, and those of
words are remembered.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop.base.errors import PaperProblem
from desktop.base.paths import resources
from desktop.documents.content import FontChoice
from desktop.documents.typesetting.font_file import FontError, FontFile

_FILES = {"Arial": "Arimo", "Bookman": "RakorBonum", "Times": "Tinos"}
_LONGEST_WORD_KEPT = 40
_MOST_WORDS_KEPT = 60_000


class Face:
    """One style of a font with its widths, all of them in thousandths of the font size."""

    def __init__(self, name: str, file: FontFile) -> None:
        self.name = name
        self.file = file
        self.widths = file.widths()
        self.characters = frozenset(self.widths)
        self.space = self.widths.get(" ", 250.0)
        self.has_ascii = self.characters.issuperset(map(chr, range(32, 127)))
        self._words: dict[str, float] = {}

    def width(self, word: str) -> float:
        """How wide a text of covered characters is; words are measured once."""
        known = self._words.get(word)
        if known is not None:
            return known
        width = self.measure(word)
        if len(word) <= _LONGEST_WORD_KEPT:
            if len(self._words) >= _MOST_WORDS_KEPT:
                self._words.clear()
            self._words[word] = width
        return width

    def measure(self, text: str) -> float:
        """How wide a text of covered characters is, added up anew."""
        return sum(map(self.widths.__getitem__, text))


@cache
def load(name: str) -> Face:
    """The font of a file in resources/fonts, by its name without suffix.

    Raises PaperProblem when the file is missing or damaged.
    """
    file = resources() / "fonts" / f"{name}.ttf"
    try:
        return Face(file.stem, FontFile(file.read_bytes()))
    except (OSError, FontError, struct.error) as error:
        raise PaperProblem(
            f"Huruf {file.stem} tidak dapat dibaca.", "Pasang ulang program ini; data Anda tidak berubah."
        ) from error


@dataclass(frozen=True, slots=True)
class Family:
    """One of the office's font choices; the styles load when they are asked for."""

    choice: FontChoice

    @property
    def regular(self) -> Face:
        """Upright text."""
        return load(f"{_FILES[self.choice]}-Regular")

    @property
    def bold(self) -> Face:
        """Headings and names."""
        return load(f"{_FILES[self.choice]}-Bold")

    @property
    def italic(self) -> Face:
        """Labels and remarks."""
        return load(f"{_FILES[self.choice]}-Italic")


@cache
def _coverage() -> list[tuple[str, list[int], list[int]]]:
    """The fallback fonts in the order in which they are asked: name, first and last characters of their ranges."""
    import json  # most papers need none of these fonts

    fonts: dict[str, list[list[int]]] = json.loads((resources() / "fonts" / "coverage.json").read_bytes())
    return [(name, [first for first, _ in ranges], [last for _, last in ranges]) for name, ranges in fonts.items()]


@lru_cache(maxsize=4096)
def fallback_name(character: str) -> str | None:
    """The first fallback font that has a character, without loading it; None when no bundled font has it."""
    code = ord(character)
    for name, firsts, lasts in _coverage():
        place = bisect_right(firsts, code) - 1
        if place >= 0 and code <= lasts[place]:
            return name
    return None


@lru_cache(maxsize=4096)
def fallback_for(character: str) -> Face | None:
    """The first fallback font that has a character, loaded; None when no bundled font has it."""
    name = fallback_name(character)
    return load(name) if name else None
