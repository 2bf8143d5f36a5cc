"""Names in Arabic and Hebrew letters among Indonesian text: words in the order in which they are read.

This is the Unicode bidirectional algorithm (UAX #9), by which the fields on screen show what is typed in them.
On paper a line always runs from left to right as a whole, each is taken by itself, and the marks that would say
otherwise are gone (`markup.clean`). So there are no embedded levels, and of its rules these are left: W1 to W7 for
numbers, N0 to N2 for brackets and what stands between words, L2 to L4 for the order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

Drawn = tuple[int, str]
"""A character as it is drawn, and its place in the line as typed."""

_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_MOST_OPEN = 63  # brackets; UAX #9 pairs none in a text with more


def in_visual_order(line: str) -> list[Drawn]:
    """The characters of one line from left to right; marks stay behind the letter they stand on."""
    clusters: list[list[Drawn]] = []
    for place, character in enumerate(line):
        if clusters and unicodedata.bidirectional(character) == "NSM":  # W1
            clusters[-1].append((place, character))
        else:
            clusters.append([(place, character)])
    firsts = [cluster[0][1] for cluster in clusters]
    levels = _levels(firsts)
    order = list(range(len(clusters)))
    for least in (2, 1):  # L2
        for start, end in _stretches([levels[place] >= least for place in order]):
            order[start:end] = reversed(order[start:end])
    return [
        (place, character.translate(_MIRRORED) if levels[number] == 1 else character)
        for number in order
        for place, character in clusters[number]
    ]


def _levels(characters: Sequence[str]) -> list[int]:
    """How deep each character is embedded: 0 runs from left to right, 1 to the left, 2 is a number in that."""
    kinds = [unicodedata.bidirectional(character) or "L" for character in characters]
    _settle_numbers(kinds)
    _settle_brackets(kinds, characters)
    _settle_neutrals(kinds)
    return [{"L": 0, "R": 1}.get(kind, 2) for kind in kinds]


def _settle_numbers(kinds: list[str]) -> None:
    """W2 to W7: European digits, and the signs before, in and behind numbers."""
    for place, strong in enumerate(_strong_before(kinds)):  # W2
        if kinds[place] == "EN" and strong == "AL":
            kinds[place] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for place in range(1, len(kinds) - 1):  # W4
        before, kind, after = kinds[place - 1 : place + 2]
        if before == after and kind in {"EN": ("ES", "CS"), "AN": ("CS",)}.get(before, ()):
            kinds[place] = before
    for start, end in _stretches([kind == "ET" for kind in kinds]):  # W5
        if "EN" in (*kinds[max(start - 1, 0) : start], *kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
    kinds[:] = [kind if kind in {"L", "R", "EN", "AN"} else "ON" for kind in kinds]  # W6; the rest is neutral too
    for place, strong in enumerate(_strong_before(kinds)):  # W7
        if kinds[place] == "EN" and strong == "L":
            kinds[place] = "L"


def _settle_brackets(kinds: list[str], characters: Sequence[str]) -> None:
    """N0: both brackets of a pair run as what they enclose, or as what stands before them."""
    for start, end in _pairs(kinds, characters):
        inside = {_direction(kind) for kind in kinds[start + 1 : end]}
        if "L" in inside:
            kinds[start] = kinds[end] = "L"
        elif "R" in inside:
            before = next((_direction(kind) for kind in reversed(kinds[:start]) if kind != "ON"), "L")
            kinds[start] = kinds[end] = before


def _pairs(kinds: Sequence[str], characters: Sequence[str]) -> list[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    found = []
    for place, character in enumerate(characters):
        if kinds[place] != "ON":
            continue
        if character in _BRACKETS:
            if len(opened) == _MOST_OPEN:
                return []
            opened.append((_BRACKETS[character], place))
        else:
            depth = next((at for at in range(len(opened) - 1, -1, -1) if opened[at][0] == character), None)
            if depth is not None:
                found.append((opened[depth][1], place))
                del opened[depth:]
    return sorted(found)


def _settle_neutrals(kinds: list[str]) -> None:
    """N1 and N2: what stands between two right-to-left words or numbers belongs to them, all else to the line."""
    for start, end in _stretches([kind == "ON" for kind in kinds]):
        around = {
            _direction(kinds[start - 1]) if start else "L",
            _direction(kinds[end]) if end < len(kinds) else "L",
        }
        kinds[start:end] = ["R" if around == {"R"} else "L"] * (end - start)


def _direction(kind: str) -> str:
    """The direction of a kind for what stands beside it: numbers count as right to left."""
    return "R" if kind in {"R", "EN", "AN"} else kind


def _strong_before(kinds: Sequence[str]) -> Iterator[str]:
    """For each place the last kind of letters up to it; a line begins as if behind Latin letters."""
    strong = "L"
    for kind in kinds:
        strong = kind if kind in {"L", "R", "AL"} else strong
        yield strong


def _stretches(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where the flag stands, as first places and places behind the last."""
    start = None
    for place, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = place
        elif not flag and start is not None:
            yield start, place
            start = None
