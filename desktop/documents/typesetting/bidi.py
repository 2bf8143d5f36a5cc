"""Names in Arabic and Hebrew letters among Indonesian text: joined letters, and words in reading order.

This is the part of the Unicode bidirectional algorithm that names and short quotations need: a line runs from
left to right, and stretches of right-to-left words inside it are turned round, their numbers excepted.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_TURNED = re.compile(r"[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,:/][0-9\u0660-\u0669\u06f0-\u06f9]+)*|.", re.DOTALL)
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_ISOLATED, _FINAL, _INITIAL, _MEDIAL = range(4)
_FORMS = {"<isolated>": _ISOLATED, "<final>": _FINAL, "<initial>": _INITIAL, "<medial>": _MEDIAL}


@cache
def _joining_forms() -> dict[str, list[str]]:
    """Arabic letters and the pair lam-alef with their isolated, final, initial and medial shapes."""
    table: dict[str, list[str]] = {}
    for code in (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFC00), *range(0xFE80, 0xFEFD)):
        kind, *base = unicodedata.decomposition(chr(code)).split() or [""]
        if kind not in _FORMS:
            continue
        letters = "".join(chr(int(letter, 16)) for letter in base)
        if len(letters) == 1 or letters[0] == "\u0644":
            table.setdefault(letters, [""] * 4)[_FORMS[kind]] = chr(code)
    return table


def joined(text: str) -> str:
    """The text with Arabic letters in the shape their neighbours ask for."""
    forms = _joining_forms()
    letters: list[str] = []
    position = 0
    while position < len(text):
        pair = text[position : position + 2]
        letters.append(pair if len(pair) == 2 and pair in forms else text[position])
        position += len(letters[-1])
    shaped = []
    for index, letter in enumerate(letters):
        shapes = forms.get(letter)
        if shapes is None:
            shaped.append(letter)
            continue
        before = bool(_neighbour(letters, index, -1, forms)[_INITIAL])
        after = bool(_neighbour(letters, index, 1, forms)[_FINAL]) and bool(shapes[_INITIAL])
        wanted = (_MEDIAL if after else _FINAL) if before else (_INITIAL if after else _ISOLATED)
        shaped.append(shapes[wanted] or letter)
    return "".join(shaped)


def _neighbour(letters: list[str], index: int, step: int, forms: dict[str, list[str]]) -> list[str]:
    index += step
    while 0 <= index < len(letters) and unicodedata.combining(letters[index][0]):
        index += step
    return forms.get(letters[index], [""] * 4) if 0 <= index < len(letters) else [""] * 4


def in_visual_order(line: str) -> str:
    """One line as it is drawn from left to right."""
    kinds = [_direction(character) for character in line]
    out: list[str] = []
    position = 0
    while position < len(line):
        if kinds[position] != "R":
            out.append(line[position])
            position += 1
            continue
        end = last = position
        while end < len(line) and kinds[end] != "L":
            if kinds[end] == "R":
                last = end
            end += 1
        out.append(_turned(line[position : last + 1]))
        position = last + 1
    return "".join(out)


def _direction(character: str) -> str:
    kind = unicodedata.bidirectional(character)
    if kind in {"R", "AL"}:
        return "R"
    return "L" if kind == "L" else "N"


def _turned(stretch: str) -> str:
    # Marks stay behind the letter they stand on; numbers keep their own direction.
    clusters: list[str] = []
    for part in _TURNED.findall(stretch):
        if clusters and unicodedata.combining(part[0]):
            clusters[-1] += part
        else:
            clusters.append(part)
    return "".join(cluster.translate(_MIRRORED) for cluster in reversed(clusters))
