"""Arabic letters in the shapes their neighbours ask for: the fonts have each shape as a character of its own."""

from __future__ import annotations

import unicodedata
from functools import cache

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
