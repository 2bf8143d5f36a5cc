"""The one door for text on paper: what was typed comes out as what can be printed, every character of it.

Nothing typed is ever read as markup: names with `<`, `&` or `<img …>` print as they are. Invisible control
characters go; letters of other scripts print in a fallback font; what no bundled font has prints as `[U+1F600]`
and is listed by `missing_characters` before anything is printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from desktop.documents.typesetting.fonts import Face, fallback_for, fallback_name
from desktop.documents.typesetting.joining import joined

Piece = tuple[Face, str]

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Controls, lone surrogates, and what Unicode has to be ignored where it is not understood: soft hyphens, joiners,
# direction marks and overrides, variation selectors, signs that only steer music or shorthand, tags.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SPACES = re.compile("[\t\u1680\u2000-\u200a\u205f\u3000]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_WORD_BEGINS = re.compile("(?:^|(?<=[\n ]))[^\x00-\x7f]")
_NO_BREAK_SPACES = str.maketrans({"\u202f": "\xa0"})


def clean(text: str) -> str:
    """The text with one kind of line break and space, composed letters, and nothing invisible."""
    if text.isascii() and text.isprintable():
        return text
    text = _BREAKS.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text).translate(_NO_BREAK_SPACES))


def reads_right_to_left(text: str) -> bool:
    """Whether a text has letters of a script written from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def printable(text: str) -> str:
    """The text as it will be set: cleaned, Arabic letters joined, missing characters as `[U+…]`."""
    text = clean(text)
    if text.isascii():
        return text
    text = _WORD_BEGINS.sub(_standing, text)
    if reads_right_to_left(text):
        text = joined(text)
    lacking = {character for character in set(text) if _is_missing(character)}
    for character in lacking:
        text = text.replace(character, f"[U+{ord(character):04X}]")
    return text


def capitals(text: str) -> str:
    """The text in capitals; a letter whose capital no font has stays, and so does its code."""
    if text.isascii():
        return text.upper()
    return "".join(one if any(map(_is_missing, one.upper())) else one.upper() for one in clean(text))


def _standing(begun: re.Match[str]) -> str:
    """The first character of a word; a mark with no letter before it stands on a space, as Unicode has it."""
    character = begun[0]
    return f"\xa0{character}" if unicodedata.category(character).startswith("M") else character


def pieces(text: str, face: Face) -> list[Piece]:
    """A `printable` text as runs of one font each: the office's own wherever it has the letter."""
    if face.covers(text):
        return [(face, text)]
    runs: list[Piece] = []
    for character in text:
        # A space or mark that the run's font has stays in it: fewer changes of font inside a line.
        font = face if face.covers(character) else fallback_for(character) or face
        if runs and runs[-1][0] is font:
            runs[-1] = (font, runs[-1][1] + character)
        else:
            runs.append((font, character))
    return runs


def missing_characters(texts: str | Iterable[str]) -> dict[str, int]:
    """The characters no bundled font has and how often each is there, in the order they appear.

    They print as `[U+…]`.
    """
    found: dict[str, int] = {}
    for text in [texts] if isinstance(texts, str) else texts:
        if text.isascii():
            continue
        for character in filter(_is_missing, clean(text)):
            found[character] = found.get(character, 0) + 1
    return found


def _is_missing(character: str) -> bool:
    if character.isascii() or character == "\xa0":
        return False
    # Of private use: what a font shows there is its maker's own affair, not what was typed.
    return fallback_name(character) is None or unicodedata.category(character) == "Co"
