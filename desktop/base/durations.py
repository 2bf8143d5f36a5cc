"""How long something takes, as people write it: 15, 90m, 1,5 jam, 1:30."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from desktop.base.errors import InvalidInput

_HOUR, _MINUTE = r"(?:jam|j|h)", r"(?:menit|mnt|min|m|['’′])"
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
_SPLIT = re.compile(rf"(?:(\d+(?:[.,]\d+)?)\s*{_HOUR})?\s*(?:(\d{{1,4}})\s*{_MINUTE}?)?", re.IGNORECASE)
_HALF = re.compile(rf"(?:(\d+)\s*{_HOUR}\s*)?(?:setengah|½)\s*(?:{_HOUR})?", re.IGNORECASE)
_ADVICE = "Tulis misalnya 15, 90m, 1,5 jam, atau 1:30."


def parse_minutes(text: str, field: str = "planned_minutes") -> int | None:
    """The minutes somebody typed; None for nothing. Raises InvalidInput for what is no length of time.

    A bare number counts minutes; `1:30` and `1.30` are an hour and a half.
    """
    typed = " ".join(text.split())
    if not typed:
        return None
    if found := _CLOCK.fullmatch(typed):
        hours, minutes = int(found[1]), int(found[2])
        if minutes < 60:
            return hours * 60 + minutes
    elif found := _HALF.fullmatch(typed):
        return int(found[1] or 0) * 60 + 30
    elif (found := _SPLIT.fullmatch(typed)) and typed.isascii():
        hours_typed = Decimal((found[1] or "0").replace(",", "."))
        whole = (hours_typed * 60).to_integral_value(ROUND_HALF_UP)
        return int(whole) + int(found[2] or 0)
    raise InvalidInput(field, f"“{text.strip()}” bukan lama waktu yang dikenal.", _ADVICE)


def length_words(minutes: int) -> str:
    """`45 menit`, `1 jam`, `2 jam 15 menit`; nothing is `0 menit`."""
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{hours} jam"] * bool(hours) + [f"{rest} menit"] * bool(rest)) or "0 menit"
