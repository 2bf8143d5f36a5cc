"""A cell's value as the text a person reads there."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from desktop.exchange.sheets.shapes import MOST_COLUMNS, MOST_LETTERS, Row

# What looks empty or like a blank but is neither: no-break spaces, joiners, direction marks, the byte order mark.
_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_NOTHING = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]"
)
_LINE_ENDS = re.compile(r"\r\n?|_x000D_\n?|\u2028|\u2029")
_BLANKS_IN_LINE = re.compile(r"[ \t]+")
_EXACT = 1e15
_FAULT = re.compile(r"#(N/A|REF!|DIV/0!|VALUE!|NAME\?|NULL!|NUM!|GETTING_DATA)")


def text_of(value: object) -> str:
    """The text of a value as the spreadsheet library gives it; a fault of a formula is an empty cell."""
    kind = type(value)  # a list has a hundred thousand cells, nearly all of them one of these two
    if kind is str:
        return clean(value)  # type: ignore[arg-type]
    if kind is float and value.is_integer() and -_EXACT < value < _EXACT:  # type: ignore[attr-defined, operator]
        return str(int(value))  # type: ignore[call-overload]
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int | float):
        return _number(value)
    return _moment(value)


def clean(text: str) -> str:
    """Text without what cannot be seen, its lines trimmed."""
    if text.isascii() and text.isprintable():
        found = " ".join(text.split()) if "  " in text else text.strip()
    else:
        found = _NOTHING.sub("", _BLANKS.sub(" ", _LINE_ENDS.sub("\n", text)))
        found = "\n".join(_BLANKS_IN_LINE.sub(" ", line).strip() for line in found.split("\n")).strip("\n")
    if found[:1] == "#" and _FAULT.fullmatch(found):
        return ""
    return found if len(found) <= MOST_LETTERS else found[:MOST_LETTERS]


class Texts(dict[str, str]):
    """The clean text of each text, found once: posts, places and blanks come again in nearly every row."""

    def __missing__(self, text: str) -> str:
        self[text] = cleaned = clean(text)
        return cleaned


def row_of(number: int, values: Iterable[str]) -> Row | None:
    """A row without the empty cells at its end; None when nothing is in it."""
    cells = list(values)
    del cells[MOST_COLUMNS:]
    while cells and not cells[-1]:
        cells.pop()
    return Row(number, tuple(cells)) if cells else None


def _number(value: float) -> str:
    """Without ".0", without exponents: 81234567890 stays a telephone number."""
    if isinstance(value, int):
        return str(value)
    if not math.isfinite(value):
        return ""
    if value.is_integer() and abs(value) < 1e21:
        return str(int(value))
    return f"{value:.10f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else repr(value)


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        if value.time() == time():
            return value.date().isoformat()
        return f"{value.date().isoformat()} {value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return clean(str(value))
