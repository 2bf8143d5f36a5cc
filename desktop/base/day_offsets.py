"""Days counted from the day of a topic, as an office writes them: `H-30`, `H`, `H+7`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from desktop.base.errors import InvalidInput

FARTHEST = 3650  # days; ten years before or after a day nobody plans
_ONE = re.compile(r"(?:h\s*)?([+\-\u2013\u2212]\s*\d{1,5})|h\s*(?:[+-]?\s*0)?|0", re.IGNORECASE)
_DASHES = str.maketrans("\u2013\u2212", "--")


def day_at(event: date | None, offset: int | None) -> date | None:
    """The day so far from the topic's; None where either is unknown, or beyond the calendar."""
    if event is None or offset is None:
        return None
    try:
        return event + timedelta(days=offset)
    except OverflowError:
        return None


def offset_text(offset: int) -> str:
    """How far a day is from the topic's: `H-30`, `H`, `H+7`."""
    return f"H{offset:+d}" if offset else "H"


def offsets_text(offsets: tuple[int, ...]) -> str:
    """Several of them in a line: `H-30, H-14, H+7`."""
    return ", ".join(map(offset_text, offsets))


def parse_offsets(text: str, field: str = "offsets") -> tuple[int, ...]:
    """The days somebody typed, parted by commas, semicolons or lines: `H-30, -14, h+7`; each once, in their order.

    Raises InvalidInput naming the first that cannot be read.
    """
    words = [word.strip() for word in re.split(r"[,;\n]", text)]
    return tuple(sorted({_parse(word, field) for word in words if word}))


def _parse(word: str, field: str) -> int:
    found = _ONE.fullmatch(word)
    if found is None:
        raise InvalidInput(
            field, f"“{word}” bukan titik tinjau.", "Tulis misalnya H-30, H-7, H+7, dipisah dengan koma."
        )
    offset = int(found[1].translate(_DASHES).replace(" ", "")) if found[1] else 0
    if abs(offset) > FARTHEST:
        raise InvalidInput(field, f"“{word}” terlalu jauh.", f"Paling jauh {FARTHEST} hari.")
    return offset
