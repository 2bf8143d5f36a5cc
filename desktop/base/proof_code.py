"""The twelve characters on a paper by which it is found again (Crockford's base 32: no I, L, O, U)."""

from __future__ import annotations

import hashlib
import re

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 12
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_NOISE = re.compile(r"[\s\-–—.:]+")
_SHAPE = re.compile(f"[{_LETTERS}]{{{_LENGTH}}}")


def code_of(*parts: object) -> str:
    """The code that belongs to these parts, as `ABCD-EFGH-JKMN`: 60 bits of their SHA-256."""
    digest = hashlib.sha256("\n".join(map(str, parts)).encode("utf-8")).digest()
    number = int.from_bytes(digest[:8], "big") >> 4
    letters = "".join(_LETTERS[number >> shift & 31] for shift in range(55, -1, -5))
    return "-".join(letters[start : start + 4] for start in range(0, _LENGTH, 4))


def read_code(typed: str) -> str | None:
    """A code as somebody typed or scanned it, brought to its form; None when it cannot be one."""
    letters = _NOISE.sub("", typed.upper().removeprefix("RAKOR:")).translate(_READ_AS)
    if not _SHAPE.fullmatch(letters):
        return None
    return "-".join(letters[start : start + 4] for start in range(0, _LENGTH, 4))
