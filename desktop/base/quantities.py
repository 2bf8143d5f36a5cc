"""How much of how much was done, as people type it: `95 persen`, `320/400 TPS`, `1.250 dari 2.000`, `7 orang`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from desktop.base.errors import InvalidInput
from desktop.base.numbers import parse_number, plain

PERCENT = "%"
RUPIAH = "Rp"
LONGEST_UNIT = 40  # letters
MOST = 1e18
"""More than anybody counts, in rupiah too: beyond it two cells ran together."""
_ADVICE = "Tulis misalnya 95 persen, 320 dari 400 TPS, atau 7 kecamatan."
_FIELD = "amount"
_LONGEST = 120  # letters


@dataclass(frozen=True, slots=True)
class Quantity:
    """`amount` of `target` in `unit`; what was not said is None. A percentage is so much of 100 in `%`."""

    amount: float
    target: float | None = None
    unit: str | None = None

    @property
    def share(self) -> float | None:
        """How much of the whole that is, 1 being all of it; None where no whole was named."""
        return None if self.target is None else self.amount / self.target


_NUMBER = r"(?:rp\.?\s*)?\d[\d.,]*(?:\s\d{3})*(?<![.,])"
_PERCENT = r"%|persen|prosen|percent|pct"
_WORD = r"[^\W\d_][\w()/&'’.-]*"
_QUANTITY = re.compile(
    rf"""(?xi)
    (?: (?: sudah | telah | baru | mencapai | capai | realisasi | tercapai ) \s* :? \s+ )*
    (?P<amount> {_NUMBER} ) \s*
    (?: (?P<percent> {_PERCENT} )
      | (?P<named> (?! (?: {_PERCENT} ) \b ) {_WORD} (?: \s {_WORD} ){{0,3}}? )?? \s*
        (?: / | dari (?: \s+ (?: total | target | jumlah | seluruh | seluruhnya ) )? )
        \s* (?P<target> {_NUMBER} ) \s* (?P<hundredths> {_PERCENT} )? (?P<unit> \D* )
      | (?P<only> \D* )
    )"""
)


def parse_quantity(text: str, field: str = _FIELD) -> Quantity:
    """The quantity somebody typed; raises InvalidInput with the reason in Indonesian.

    A whole of nothing is refused; more than the whole is not, because it happens.
    """
    typed = " ".join(text.split()).strip(" .;")
    if not typed:
        raise InvalidInput(field, "Jumlah belum diisi.", _ADVICE)
    found = _QUANTITY.fullmatch(typed) if len(typed) <= _LONGEST else None
    if found is None:
        raise InvalidInput(field, f"“{_short(text)}” bukan jumlah yang dikenal.", _ADVICE)
    amount = _amount(found["amount"], field)
    if found["percent"]:
        return Quantity(amount, 100.0, PERCENT)
    currency = RUPIAH if found["amount"].lower().startswith("rp") else None
    if found["target"] is None:
        return Quantity(amount, None, currency or _unit(found["only"], field))
    target = _amount(found["target"], field)
    if target == 0:
        raise InvalidInput(field, f"“{_short(text)}”: jumlah seluruhnya nol.", "Periksa angka kedua.")
    unit = PERCENT if found["hundredths"] else currency or _unit(found["unit"] or found["named"], field)
    return Quantity(amount, target, unit)


def quantity_text(amount: float | None, target: float | None = None, unit: str | None = None) -> str:
    """A quantity as one reads it: `95%`, `320 dari 400 TPS (80%)`, `7 kecamatan`; "" for an unknown one."""
    if amount is None:
        return ""
    if unit == PERCENT and target in (None, 100):
        return f"{plain(amount)}%"
    if target is None:
        return _with_unit(plain(amount), unit)
    share = plain(amount / target * 100, 0)
    if unit == RUPIAH:
        return f"{RUPIAH}{plain(amount)} dari {RUPIAH}{plain(target)} ({share}%)"
    return f"{_with_unit(f'{plain(amount)} dari {plain(target)}', unit)} ({share}%)"


def typed_quantity(amount: float | None, target: float | None = None, unit: str | None = None) -> str:
    """The same as one would type it: what `parse_quantity` reads back as it is."""
    if amount is None or target is None or unit == PERCENT:
        return quantity_text(amount, target, unit)
    if unit == RUPIAH:
        return f"{RUPIAH}{plain(amount)} dari {RUPIAH}{plain(target)}"
    return _with_unit(f"{plain(amount)} dari {plain(target)}", unit)


_IN_TEXT = re.compile(
    rf"""(?xi) (?<![\w.,/:+-])
    (?: {_NUMBER} \s* (?: {_PERCENT} ) (?!\w)
      | {_NUMBER} (?: \s* {_WORD} )?? \s* dari (?: \s+ (?: total | target | jumlah | seluruh ) )? \s* {_NUMBER}
        (?: \s+ {_WORD} )?
      | {_NUMBER} \s* / \s* {_NUMBER} \s+ (?! (?: jam | pukul | pkl | wib ) \b ) {_WORD}
    )"""
)


def quantities_in(text: str) -> Iterator[Quantity]:
    """What reads like a share of a whole in a message, to be proposed: a bare number, a date or a time is none."""
    for found in _IN_TEXT.finditer(text):
        with suppress(InvalidInput):
            one = parse_quantity(found[0])
            if "/" not in found[0] or one.amount <= (one.target or 0):  # else it is rather a day and a month
                yield one


def _amount(text: str, field: str) -> float:
    number = float(parse_number(text, field))
    if number > MOST:
        raise InvalidInput(
            field, f"“{_short(text)}” terlalu besar.", "Periksa angkanya, barangkali dua sel menyatu."
        )
    return number


def _unit(words: str | None, field: str) -> str | None:
    unit = " ".join((words or "").split()).strip(" .,;:")
    if len(unit) > LONGEST_UNIT:
        raise InvalidInput(field, f"Satuan “{_short(unit)}” terlalu panjang.", _ADVICE)
    if unit and not re.fullmatch(rf"{_WORD}(?: {_WORD})*", unit):
        raise InvalidInput(field, f"“{_short(unit)}” bukan satuan.", _ADVICE)
    return unit or None


def _with_unit(numbers: str, unit: str | None) -> str:
    if unit == RUPIAH:
        return f"{RUPIAH}{numbers}"
    return f"{numbers} {unit}" if unit else numbers


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"
