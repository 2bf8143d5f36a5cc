"""Indonesian numbers: a dot between thousands, a comma before decimals."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from desktop.base.errors import InvalidInput

Number = int | float | Decimal

_SWAP = str.maketrans(",.", ".,")
_UNIT = re.compile(r"^(?:rp\.?)?\s*(.*?)\s*(?:%|persen|prosen)?$", re.IGNORECASE)
_INDONESIAN = re.compile(r"-?(?:\d+|[1-9]\d{0,2}(?:[. ]\d{3})+)(?:,\d+)?")
_ENGLISH = re.compile(r"-?(?:\d+|[1-9]\d{0,2},\d{3}(?:,\d{3})+|[1-9]\d{0,2}(?:,\d{3})+(?=\.))(?:\.\d+)?")
_LONGEST = 30
_ANY_LENGTH = Context(prec=400)  # the largest float has 309 digits


def grouped(value: Number, decimals: int = 0) -> str:
    """A number with thousands apart: `1.026.363`; halves are rounded away from zero, as people do."""
    return f"{_rounded(value, decimals):,.{decimals}f}".translate(_SWAP)


def plain(value: Number, most_decimals: int = 2) -> str:
    """A number with no more decimals than it needs: `78,5`, `1.026.363`."""
    text = grouped(value, most_decimals)
    return text.rstrip("0").rstrip(",") if "," in text else text


def percent(value: Number | None, decimals: int = 2) -> str:
    """A percentage already counted in hundreds: 78.8 is `78,80%`; unknown is an en dash."""
    return "–" if value is None else f"{grouped(value, decimals)}%"


def share(part: Number, whole: Number, decimals: int = 0) -> str:
    """How much of the whole a part is: 30 of 38 is `79%`; of nothing it is an en dash."""
    return percent(Decimal(str(part)) * 100 / Decimal(str(whole)) if whole else None, decimals)


def parse_number(text: str, field: str = "number") -> Decimal:
    """The number somebody typed: `1.026.363`, `78,5`, `95 persen`, `Rp1.000,00`; `78.5` where clear.

    A single dot before exactly three digits groups thousands (`1.026` is a thousand and twenty-six).
    Raises InvalidInput with the reason in Indonesian.
    """
    typed = " ".join(text.replace("−", "-").split())
    found = _UNIT.fullmatch(typed)
    core = found[1] if found else ""
    if not core:
        raise InvalidInput(field, "Angka belum diisi.", "Tulis misalnya 1.250 atau 78,5.")
    if len(core) <= _LONGEST and core.isascii():
        if _INDONESIAN.fullmatch(core):
            return Decimal(core.replace(".", "").replace(" ", "").replace(",", "."))
        if _ENGLISH.fullmatch(core):
            return Decimal(core.replace(",", ""))
    raise InvalidInput(field, f"“{text.strip()}” bukan angka yang dikenal.", "Tulis misalnya 1.250 atau 78,5.")


def parse_integer(text: str, field: str = "number") -> int:
    """The whole number somebody typed; raises InvalidInput when it has a fraction."""
    number = parse_number(text, field)
    if number != number.to_integral_value():
        raise InvalidInput(field, f"“{text.strip()}” bukan bilangan bulat.", "Tulis tanpa angka di belakang koma.")
    return int(number)


def _rounded(value: Number, decimals: int) -> Decimal:
    # repr of a float is what the user typed; its binary value may lie just below the half.
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _ANY_LENGTH)
    return rounded or abs(rounded)
