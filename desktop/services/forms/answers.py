"""Understands one row of a form: how far it is, how much of how much, what was noted, and what is amiss in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from desktop.base.dates import medium_date
from desktop.base.errors import InvalidInput
from desktop.base.numbers import plain
from desktop.base.quantities import PERCENT, Quantity, parse_quantity, quantity_text
from desktop.exchange.forms import Answer
from desktop.exchange.forms.shapes import AMOUNT, STATUS
from desktop.models.words import COMMITMENT_STATES, READINESS_STATES
from desktop.services.forms.content import FOLLOW_UPS, STATES, AskedRow
from desktop.services.forms.status_words import (
    CODES,
    DONE,
    NOT_YET,
    STOPPED,
    UNDER_WAY,
    Status,
    is_blank,
    says_nothing,
    status_of,
)
from desktop.services.readiness_values import reading_of

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?: \d\d:\d\d)?")
_FRACTION = re.compile(r"0[.,]\d+")
_IF_RIGHT = "Terima bila benar."
_STATES = {**COMMITMENT_STATES, **READINESS_STATES}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell (a word of `ANSWERS`), and what to do; `doubt` is for the office to decide."""

    column: str
    reason: str
    remedy: str = ""
    doubt: bool = False


@dataclass(slots=True)
class Understood:
    """What a row says. `state` is None where it stays as it was; `measure` says what `value` counts
    (`words.MEASURES`), the unit of the item's target where it is None. `share` is how much of the whole that is.

    Without `said` the row was not filled in.
    """

    said: bool = False
    state: str | None = None
    quantity: Quantity | None = None
    value: float | None = None
    value_text: str | None = None
    measure: str | None = None
    share: float | None = None
    note: str = ""
    faults: list[Fault] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The answer as one reads it in a list."""
        parts = [_STATES[self.state] if self.state else "", self.amount_words, self.note]
        return " · ".join(part for part in parts if part)

    @property
    def amount_words(self) -> str:
        """How much that is, in words."""
        if self.quantity is None or self.value_text:
            return self.value_text or ""
        return quantity_text(self.quantity.amount, self.quantity.target, self.quantity.unit)


def understand(kind: str, asked: AskedRow, answer: Answer) -> Understood:
    """What the cells of a row say together."""
    found = Understood()
    # "tidak ada" where a status belongs is an answer; in the other cells it says nothing.
    if all(map(says_nothing, answer)) and (is_blank(answer.status) or status_of(answer.status) is None):
        return found
    found.said = True
    status, amount, rest = _parted(kind, answer, found)
    quantity = None if says_nothing(amount) else _quantity(amount, asked, found)
    found.quantity = quantity
    if kind != FOLLOW_UPS:
        _measure(asked, amount, quantity, found)
    found.note = _note(answer, rest)
    _settle(kind, asked, status, found, says_none=bool(amount) and says_nothing(amount) and not is_blank(amount))
    return found


def _parted(kind: str, answer: Answer, found: Understood) -> tuple[Status | None, str, str]:
    """Status and amount, whichever of the two cells they were written in, and words that belong to the note."""
    status = None if is_blank(answer.status) else status_of(answer.status)
    amount, rest = answer.amount, status.rest if status else ""
    if is_blank(answer.status):
        in_amount = None if is_blank(amount) or says_nothing(amount) else status_of(amount)
        if in_amount is not None and _number(amount) is None:  # "sudah" under Capaian
            return in_amount, "", in_amount.rest
        return None, amount, ""
    if (status is None or not status.sure) and is_blank(amount) and _number(answer.status) is not None:
        return None, answer.status, ""  # "95%" under Status
    if status is None:
        offered = ", ".join(STATES[kind])
        found.faults.append(
            Fault(STATUS, f"“{_short(answer.status)}” bukan status yang dikenal.", f"Pilih atau ketik: {offered}.")
        )
    elif not status.sure:
        words = _STATES[CODES[kind][status.state]]
        found.faults.append(
            Fault(STATUS, f"“{_short(answer.status)}” dibaca sebagai “{words}”.", _IF_RIGHT, doubt=True)
        )
    return status, amount, rest


def _number(cell: str) -> Quantity | None:
    try:
        return parse_quantity(cell)
    except InvalidInput:
        return None


def _quantity(cell: str, asked: AskedRow, found: Understood) -> Quantity | None:
    """How much a cell says, `0,95` being 95 percent; a fault where it says something else."""
    day = _DAY.fullmatch(cell)
    if day is not None:
        try:
            words = medium_date(date(int(day[1]), int(day[2]), int(day[3])))
        except ValueError:
            words = cell
        likely = f"{int(day[3])} dari {int(day[2])}"
        found.faults.append(
            Fault(
                AMOUNT, f"Spreadsheet mengubah isian ini menjadi tanggal {words}.", f"Tulis misalnya “{likely}”."
            )
        )
        return None
    try:
        quantity = parse_quantity(cell)
    except InvalidInput as fault:
        if asked.item is not None and asked.target is None:
            return None  # what is asked is not a number, so words are an answer
        found.faults.append(Fault(AMOUNT, fault.message, f"{fault.advice} Cerita ditulis di kolom Keterangan."))
        return None
    if _FRACTION.fullmatch(cell.strip()):
        quantity = Quantity(round(quantity.amount * 100, 6), 100.0, PERCENT)
    elif quantity.target is None and quantity.unit is None and (_in_percent(asked) or asked.item is None):
        if quantity.amount == 1:
            found.faults.append(
                Fault(AMOUNT, "“1” dapat berarti 1% atau 100%.", "Tanyakan, lalu tulis persennya.", doubt=True)
            )
        if _in_percent(asked):
            quantity = Quantity(quantity.amount, 100.0, PERCENT)
    share = quantity.share
    if share is not None and share > 1:
        found.faults.append(Fault(AMOUNT, f"Capaian melebihi seluruhnya: {_short(cell)}.", _IF_RIGHT, doubt=True))
    return quantity


def _in_percent(asked: AskedRow) -> bool:
    return asked.unit is not None and asked.unit.startswith(PERCENT)


def _measure(asked: AskedRow, cell: str, quantity: Quantity | None, found: Understood) -> None:
    """What an amount counts of what the item asks; words stay words where the target is no number.

    Forms of before did not say what kind the target is: of those it is brought into the unit of the target.
    """
    goal = asked.goal
    if goal is not None and quantity is not None:
        found_out = reading_of(quantity, " ".join(cell.split()), goal)
        found.value, found.measure, found.value_text = found_out.value, found_out.measure, found_out.text
        found.share = found_out.share
        if found_out.hint and not any(one.column == AMOUNT for one in found.faults):
            found.faults.append(Fault(AMOUNT, found_out.hint, _IF_RIGHT, doubt=True))
        return
    if asked.target is None:
        found.value_text = None if says_nothing(cell) else cell
        return
    if quantity is None:
        return
    if quantity.share is not None:
        found.value = round(quantity.share * asked.target, 6)
        other = quantity.unit != PERCENT and not _in_percent(asked) and quantity.target != asked.target
        if other:
            told = f"Dihitung dari {plain(quantity.target or 0)}, padahal targetnya {plain(asked.target)}."
            found.faults.append(Fault(AMOUNT, told, _IF_RIGHT, doubt=True))
    elif _in_percent(asked):
        found.faults.append(
            Fault(AMOUNT, f"Butir ini diukur dalam {asked.unit}, jadi “{_short(cell)}” belum cukup.",
                  "Tulis persennya, atau misalnya “320 dari 400”.")
        )  # fmt: skip
    else:
        found.value = quantity.amount


def _note(answer: Answer, rest: str) -> str:
    parts = [rest, "" if says_nothing(answer.note) else answer.note]
    proof = "" if says_nothing(answer.proof) else f"Bukti: {answer.proof}"
    return "\n".join(filter(None, (". ".join(filter(None, parts)), proof)))


def _settle(kind: str, asked: AskedRow, status: Status | None, found: Understood, *, says_none: bool) -> None:
    """The state the row leads to: as written, else as its amount says; both together must make sense."""
    share = _share(asked, found)
    if status is None:
        stage = _stage_of(share, found, says_none=says_none)
        if stage is None:
            if kind != FOLLOW_UPS and not any(not one.doubt for one in found.faults):
                found.faults.append(Fault(STATUS, "Status belum diisi.", f"Pilih: {', '.join(STATES[kind])}."))
            return
        found.state = _kept(kind, asked, stage)
        if stage == DONE:
            found.faults.append(
                Fault(STATUS, "Status tidak diisi; dari capaiannya dibaca selesai.", _IF_RIGHT, doubt=True)
            )
        return
    found.state = CODES[kind][status.state]
    if status.state == STOPPED:
        found.faults.append(
            Fault(STATUS, f"Instansi menulis “{_STATES[found.state]}”.", "Kantor yang memutuskan.", doubt=True)
        )
    elif share is not None and ((status.state == DONE and share < 1) or (status.state == NOT_YET and share > 0)):
        words = f"Status “{_STATES[found.state]}”, tetapi capaiannya {found.amount_words}."
        found.faults.append(Fault(STATUS, words, _IF_RIGHT, doubt=True))


def _share(asked: AskedRow, found: Understood) -> float | None:
    if asked.goal is not None:
        return found.share
    if found.value is not None and asked.target:
        return found.value / asked.target
    return found.quantity.share if found.quantity is not None else None


def _stage_of(share: float | None, found: Understood, *, says_none: bool) -> str | None:
    if says_none:
        return NOT_YET
    if share is not None:
        return DONE if share >= 1 else UNDER_WAY if share > 0 else NOT_YET
    if found.quantity is not None:
        return UNDER_WAY if found.quantity.amount > 0 else NOT_YET
    return None


def _kept(kind: str, asked: AskedRow, stage: str) -> str:
    """A first amount says that it goes on; none said says nothing against what was known before."""
    if kind == FOLLOW_UPS and stage == NOT_YET and asked.state:
        return asked.state
    return CODES[kind][stage]


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"
