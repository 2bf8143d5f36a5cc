"""What may be kept: checks of single fields, each with the reason and what to do, in Indonesian."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import date, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop.base.clock import today
from desktop.base.errors import InvalidInput

LONGEST_TEXT = 100_000


def cleaned(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as they are kept: no blanks around a text, an empty text is unknown (None)."""
    found = dict(values)
    for name, value in values.items():
        if isinstance(value, str):
            found[name] = _text(name, value)
    return found


def passing(check: Callable[[dict[str, Any]], dict[str, Any]], typed: Mapping[str, Any]) -> dict[str, Any]:
    """What of these values could be kept, as it would be kept; each field is checked by itself."""
    found: dict[str, Any] = {}
    for name, value in typed.items():
        with suppress(InvalidInput):
            found |= check({name: value})
    return found


def is_ahead(day: date) -> bool:
    """Whether a day is still to come; tomorrow is a laptop in another zone, later is a typing error."""
    return day > today() + timedelta(days=1)


def required(values: Mapping[str, Any], field: str, what: str) -> None:
    """Raise InvalidInput when a field that is being set would become empty."""
    if field in values and values[field] in (None, ""):
        raise InvalidInput(field, f"{what} belum diisi.", f"Isi {what.lower()}.")


def one_of(values: Mapping[str, Any], field: str, words: Collection[str], what: str) -> None:
    """Raise InvalidInput when a field that is being set is not one of the known words."""
    value = values.get(field)
    if value is not None and value not in words:
        raise InvalidInput(field, f"{what} “{value}” tidak dikenal.", "Pilih dari daftar.")


def in_order(start: time | None, end: time | None, field: str) -> None:
    """Raise InvalidInput when a meeting would end before it starts."""
    if start is not None and end is not None and end <= start:
        raise InvalidInput(field, "Waktu selesai harus sesudah waktu mulai.", "Periksa kedua waktunya.")


def known_zone(values: Mapping[str, Any]) -> None:
    """Raise InvalidInput for a time zone nobody knows."""
    if "zone" not in values:
        return
    try:
        ZoneInfo(str(values["zone"]))
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # OSError: "Asia" is a folder of zones
        raise InvalidInput("zone", "Zona waktu tidak dikenal.", "Pilih WIB, WITA atau WIT.") from error


def _text(name: str, value: str) -> str | None:
    text = value.strip()
    if len(text) > LONGEST_TEXT:
        raise InvalidInput(
            name,
            f"Isian ini terlalu panjang: {len(text)} huruf, paling banyak {LONGEST_TEXT}.",
            "Pendekkan isiannya.",
        )
    if any(char == "\x00" or "\ud800" <= char <= "\udfff" for char in text):
        raise InvalidInput(
            name, "Isian ini mengandung karakter yang tidak dapat disimpan.", "Ketik ulang isiannya."
        )
    return text or None
