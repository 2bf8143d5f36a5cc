"""Whether two spellings are one person: without degrees and titles, in any order, as they sound.

Two names are called alike from `ALIKE` on: 0.84 lets one letter of a longer word differ in a name of three words
or an initial stand for a word, and keeps brothers apart who share one name of two.
"""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.base.folding import fold

ALIKE = 0.84
_SMALL_EDIT, _INITIAL = 0.85, 0.9
_LEAST_LETTERS = 5  # shorter words differ by one letter and are different names

_IN_FRONT = frozenset(
    [
        "drs",
        "dra",
        "dr",
        "drg",
        "ir",
        "h",
        "hj",
        "kh",
        "prof",
        "tn",
        "ny",
        "bpk",
        "ibu",
        "bapak",
        "sdr",
        "sdri",
        "akbp",
        "akp",
        "kompol",
        "kombes",
        "pol",
        "letkol",
        "kolonel",
        "mayor",
        "kapten",
        "inf",
        "kav",
        "arm",
        "czi",
        "cpl",
        "brigjen",
        "irjen",
        "pj",
        "pjs",
        "plt",
        "plh",
    ]
)
_BEHIND = frozenset(
    [
        "sh",
        "mh",
        "se",
        "mm",
        "st",
        "mt",
        "si",
        "msi",
        "ssi",
        "ssos",
        "sip",
        "stp",
        "sstp",
        "spd",
        "mpd",
        "mkes",
        "skm",
        "map",
        "skom",
        "mkom",
        "sik",
        "cfra",
        "sag",
        "mag",
        "phd",
        "mba",
        "amd",
        "amk",
        "mhum",
        "shum",
        "sked",
        "skep",
        "ners",
        "spt",
        "mp",
        "sp",
        "sstat",
        "lc",
        "ma",
        "cpa",
        "ak",
    ]
)
_DOTTED = re.compile(r"[A-Za-z]{1,5}\.(?:[A-Za-z]{0,5}\.?)*[A-Za-z]{0,5}")
_SOUNDS = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("sy", "s"), ("sh", "s"), ("ch", "h"), ("kh", "h"),
    ("ph", "f"), ("v", "f"), ("p", "f"), ("z", "s"), ("q", "k"), ("y", "i"), ("h", ""), ("x", "ks"), ("dl", "d"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=65_536)
def bare(name: str) -> tuple[str, ...]:
    """The words of a name without degrees and titles, in the order of the alphabet."""
    first, *behind = name.split(",")
    kept = [*_without_titles(first.split()), *(w for part in behind if not _is_degree(part) for w in part.split())]
    words = [word for one in kept for word in fold(one).split()]
    return tuple(sorted(words)) or tuple(sorted(fold(name).split()))


@lru_cache(maxsize=65_536)
def sounds(word: str) -> str:
    """One spelling for words that sound alike: Moehammad, Mochamad and Muhammad."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _TWICE.sub(r"\1", word) or "h"


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How alike two bare names are, from 0 to 1: the part of the longer one's words found in the other."""
    rest = list(other)
    found = 0.0
    for word in one:
        best, place = 0.0, -1
        for number, candidate in enumerate(rest):
            value = _word_likeness(word, candidate)
            if value > best:
                best, place = value, number
        if place >= 0:
            del rest[place]
            found += best
    return found / max(len(one), len(other), 1)


def is_part(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the shorter of two names, of at least two words, is wholly in the longer."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 2 and {sounds(word) for word in short} <= {sounds(word) for word in long}


def same_degrees(written: str, kept: str) -> bool:
    """Whether what is kept has every degree and title that was written."""
    return set(fold(written).split()) <= set(fold(kept).split())


def _word_likeness(one: str, other: str) -> float:
    heard, also = sounds(one), sounds(other)
    if heard == also:
        return 1.0
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return _INITIAL if long.startswith(short) else 0.0
    return _SMALL_EDIT if min(len(one), len(other)) >= _LEAST_LETTERS and _one_edit(one, other) else 0.0


def _one_edit(one: str, other: str) -> bool:
    """Whether one letter was added, left out, changed, or two neighbours changed places."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) != len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[start + 1 : start + 2] + short[start : start + 1]
    return short[start + 1 :] == long[start + 1 :] or (
        swapped == long[start : start + 2] and short[start + 2 :] == long[start + 2 :]
    )


def _without_titles(words: list[str]) -> list[str]:
    kept = list(words)
    while len(kept) > 1 and _is_title(kept[0]):
        kept.pop(0)
    while len(kept) > 1 and _is_degree(kept[-1]):
        kept.pop()
    return kept


def _is_title(word: str) -> bool:
    return all(part in _IN_FRONT for part in fold(word).split()) and bool(fold(word))


def _is_degree(part: str) -> bool:
    words = part.split()
    return all(_is_one_degree(word) for word in words)


def _is_one_degree(word: str) -> bool:
    joined = fold(word).replace(" ", "")
    if joined in _BEHIND:
        return True
    inner = word.strip().rstrip(".")
    return "." in inner and bool(_DOTTED.fullmatch(word.strip()))
