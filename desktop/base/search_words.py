"""What is typed into a search box as words, phrases and words left out; and how well a text answers it.

Each plain word begins a word of the text, in any order ("kpu tub"). Words in quotes stand together as they are
("rapat kerja"); while the quote is still open its last word may go on. A minus leaves out what has the word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.base.folding import fold

MOST_WORDS = 12
LONGEST_WORD = 64
"""Letters by which a word is known; no index takes endless ones."""

_QUOTES = '"“”„«»'
_PIECE = re.compile(
    rf"(?P<minus>(?<!\S)-)?(?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?P<end>[{_QUOTES}]?)|(?P<plain>[^\s{_QUOTES}]+))"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched for, folded.

    `beginnings` begin words, `whole` are words of phrases; `phrases` stand together, those in `open_phrases` with
    a last word that may go on. None of `without` may stand there as a word, none of `without_phrases` together.
    """

    beginnings: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    open_phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    without_phrases: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.beginnings or self.whole)

    @property
    def only_words(self) -> bool:
        """Whether an index of words alone can tell what answers it."""
        return not (self.phrases or self.open_phrases or self.without_phrases)

    def answered_by(self, text: str) -> bool:
        """Whether a folded text, whose words are right, has the phrases too and none of those left out."""
        spaced = f" {text} "
        return (
            all(f" {one} " in spaced for one in self.phrases)
            and all(f" {one}" in spaced for one in self.open_phrases)
            and not any(f" {one} " in spaced for one in self.without_phrases)
        )

    def marks(self, word: str) -> bool:
        """Whether a folded word of a text is one of those searched for."""
        return word in self.whole or word.startswith(self.beginnings)

    def rank(self, text: str) -> int:
        """How well a folded text answers: whole words, words together as typed, words at its beginning."""
        spaced, words = f" {text} ", self.beginnings
        whole = sum(f" {word} " in spaced for word in words) + len(self.whole)
        together = len(words) > 1 and f" {' '.join(words)}" in spaced
        first = words[0] if words else self.whole[0]
        at = spaced.find(f" {first}")
        return 2 * whole + 3 * together + (3 if at == 0 else 1 if 0 < at < _NEAR else 0)


_NEAR = 60  # letters from the beginning of a text: its title or first words


def wanted(typed: str) -> Wanted:
    """Understand what was typed; words beyond `MOST_WORDS` are not asked for."""
    beginnings: list[str] = []
    whole: list[str] = []
    phrases: list[str] = []
    open_phrases: list[str] = []
    without: list[str] = []
    without_phrases: list[str] = []
    for piece in _PIECE.finditer(typed):
        quoted = piece["quoted"]
        words = [word[:LONGEST_WORD] for word in fold(piece["plain"] if quoted is None else quoted).split()]
        text = " ".join(words)
        if not words:
            continue
        if piece["minus"]:
            (without if len(words) == 1 else without_phrases).append(text)
        elif quoted is None:
            beginnings += words
        elif piece["end"]:
            whole += words
            phrases += [text] if len(words) > 1 else []
        else:
            whole += words[:-1]
            beginnings.append(words[-1])
            open_phrases += [text] if len(words) > 1 else []
    room = max(0, MOST_WORDS - len(whole))
    return Wanted(
        tuple(dict.fromkeys(beginnings[:room])), tuple(dict.fromkeys(whole[:MOST_WORDS])), tuple(phrases),
        tuple(open_phrases), tuple(without[:MOST_WORDS]), tuple(without_phrases),
    )  # fmt: skip
