"""Finding the tokens of a line once, by their places, so that taking one out never brings another back.

A token begins with @ # + ! or * at the start of the line or after a blank. What stands in quotes is never looked
at; an unclosed quote runs to the end of the line. A name reaches as far as its words still name something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.base.folding import fold
from desktop.services.capture_line.dates import Due, read_due
from desktop.services.capture_line.names import Index, Named, Words
from desktop.services.capture_line.scene import Scene

TokenKind = Literal["office", "institution", "region", "due", "priority"]
Span = tuple[int, int]

SIGILS: dict[str, TokenKind] = {
    "@": "office",
    "#": "institution",
    "+": "region",
    "!": "due",
    "*": "priority",
}
_QUOTED = re.compile(r'"[^"\n]*(?:"|$|(?=\n))|“[^”\n]*(?:”|$|(?=\n))')
_MOST_WORDS = 8
_WORD = re.compile(r"[^\s\"“]+")
_PRIORITY = re.compile(r"\*([1-3])(?![^\W_])(?![.,:/-]\d)")
_STUCK = ".,;:!?)…"


@dataclass(frozen=True, slots=True)
class Mark:
    """A token where it stands: its span, what was typed after the sign, and what the words name."""

    kind: TokenKind
    start: int
    end: int
    typed: str
    named: tuple[Named, ...] = ()
    due: Due | None = None
    priority: int = 0


def quoted(text: str) -> list[Span]:
    """The spans that are meant word for word."""
    return [found.span() for found in _QUOTED.finditer(text)]


def find_marks(text: str, scene: Scene, start: int = 0) -> list[Mark]:
    """All tokens from `start` on, in the order of the line."""
    literal = quoted(text)
    found: list[Mark] = []
    place = start
    while place < len(text):
        mark = _mark_at(text, place, scene) if _may_begin(text, place, start, literal) else None
        if mark is not None:
            found.append(mark)
        place = mark.end if mark is not None else place + 1
    return found


def _may_begin(text: str, place: int, start: int, literal: Sequence[Span]) -> bool:
    return (
        text[place] in SIGILS
        and (place == start or text[place - 1].isspace())
        and not any(first <= place < last for first, last in literal)
    )


def _mark_at(text: str, place: int, scene: Scene) -> Mark | None:
    kind = SIGILS[text[place]]
    if kind == "due":
        due = read_due(text, place + 1, scene.on, scene.event)
        return Mark("due", place, due.end, text[place + 1 : due.end], due=due) if due else None
    if kind == "priority":
        number = _PRIORITY.match(text, place)
        return Mark("priority", place, number.end(), number[1], priority=int(number[1])) if number else None
    index = {"office": scene.people, "institution": scene.institutions, "region": scene.regions}[kind]
    return _name_at(text, place, kind, index)


def _name_at(text: str, place: int, kind: TokenKind, index: Index) -> Mark | None:
    """The longest run of words that names something; else the first word, which names nobody."""
    first: tuple[int, str] | None = None
    best: Mark | None = None
    for end, words in _runs(text, place + 1):
        typed = text[place + 1 : end]
        first = first or (end, typed)
        if named := index.find(words):
            best = Mark(kind, place, end, typed, named)
    if best is None and first is not None and first[1][0].isalpha():
        best = Mark(kind, place, *first)
    return best


def _runs(text: str, start: int) -> Iterator[tuple[int, Words]]:
    """One word, two words, … after a sign, each with its end; a sentence mark stuck to a word ends the name."""
    words: Words = ()
    end = start
    for _ in range(_MOST_WORDS):
        gap = re.compile(r"[ \t]*" if words else "").match(text, end)
        found = _WORD.match(text, gap.end()) if gap else None
        if found is None or (words and found[0][0] in SIGILS):
            return
        bare = found[0].rstrip(_STUCK)
        folded = tuple(fold(bare).split())
        if not folded:
            return
        words, end = words + folded, found.start() + len(bare)
        yield end, words
        if bare != found[0]:
            return
