"""How much of what an item needs was reported: read as people type it, and put into words again.

`95 persen` counts percent of what is needed, `1.200` things, `1.200 dari 1.867` the share of what the reporter
calls the whole. What an item needs in a region is its target, or the target times its polling stations or voters.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.base.dates import medium_date
from desktop.base.errors import InvalidInput
from desktop.base.numbers import grouped, plain
from desktop.base.quantities import PERCENT, Quantity, parse_quantity
from desktop.models.queries.readiness_items import ItemRow
from desktop.models.queries.region_figures import Figure
from desktop.models.score import MULTIPLIED
from desktop.models.words import FIGURE_KINDS

FIELD = "value"
_DECIMALS = 9  # as many as are typed again unchanged
COUNT, SHARE = "jumlah", "persen"
_IN_PERCENT, _WORDS, _YES = "persen", "teks", "ya"
_PER = {"per_tps": "/TPS", "per_pemilih": "/pemilih"}


@dataclass(frozen=True, slots=True)
class Goal:
    """What is asked: a word of `TARGET_KINDS`, the target with its unit, and how much a region needs of it."""

    kind: str
    target: float | None = None
    unit: str | None = None
    need: float | None = None

    @property
    def whole(self) -> float | None:
        """How much is all of it; None where nobody knows or nothing is counted."""
        return self.need if self.kind in _PER else self.target

    @property
    def things(self) -> str:
        """What is counted: `botol` of `botol/TPS`; "%" of a percentage, "" of a plain yes."""
        unit = (self.unit or "").strip()
        if self.kind == _YES:
            return ""
        if self.kind == _IN_PERCENT or unit.startswith(PERCENT):
            return PERCENT
        ending = _PER.get(self.kind, "")
        return unit[: -len(ending)] if ending and unit.casefold().endswith(ending.casefold()) else unit


@dataclass(frozen=True, slots=True)
class Reading:
    """What was typed, as a report keeps it; `share` of the whole, `hint` what somebody might look at again."""

    value: float | None = None
    measure: str | None = None
    text: str | None = None
    share: float | None = None
    hint: str = ""


def goal_of(item: ItemRow) -> Goal:
    """What an item asks of its region."""
    return Goal(item.target_kind, item.target_value, item.unit, item.need)


def read_value(typed: str, goal: Goal) -> Reading:
    """What somebody typed as the value of an item; raises InvalidInput where a number is asked and none is there.

    More than the whole is kept, for it happens; `hint` says so.
    """
    words = " ".join(typed.split())
    if not words:
        return Reading()
    try:
        quantity = parse_quantity(words, FIELD)
    except InvalidInput:
        if goal.kind in (_WORDS, _YES):
            return Reading(text=words)
        raise
    return reading_of(quantity, words, goal)


def reading_of(quantity: Quantity, words: str, goal: Goal) -> Reading:
    """The same for what is known as a quantity already; `words` are those it was written in."""
    if quantity.unit == PERCENT:
        return _share(quantity.amount, goal)
    if quantity.target is not None:
        return _of_a_whole(quantity, words, goal)
    if goal.things == PERCENT:
        return _share(quantity.amount, goal)
    named = (quantity.unit or "").casefold()
    text = words if named and named != goal.things.casefold() else None
    share = quantity.amount / goal.whole if goal.whole else None
    return Reading(quantity.amount, COUNT, text, share, _beyond(share, _all_of(goal)) or _other_unit(text, goal))


def value_words(value: float | None, measure: str | None, text: str | None, goal: Goal) -> str:
    """A reported value as one reads it: `95%`, `1.200 botol`, or the words it was reported in."""
    if text:
        return text
    if value is None:
        return ""
    if measure == SHARE or (measure is None and goal.things == PERCENT):
        return f"{plain(value)}%"
    if measure == COUNT:
        return f"{plain(value)} {goal.things}".strip()
    return f"{plain(value)} {goal.unit or ''}".strip()


def typed_value(value: float | None, measure: str | None, text: str | None, goal: Goal) -> str:
    """The same as one would type it again: what `read_value` reads back as it is."""
    if text or value is None:
        return text or ""
    number = plain(value, _DECIMALS)
    return f"{number}%" if measure == SHARE or goal.things == PERCENT else number


def need_words(goal: Goal, figure: Figure | None) -> str:
    """What is needed in a region and how that is counted: `2 × 2.120 TPS = 4.240 botol`."""
    per = MULTIPLIED.get(goal.kind)
    if per is None or goal.target is None:
        return f"{plain(goal.target) if goal.target is not None else ''} {goal.unit or ''}".strip()
    name = FIGURE_KINDS[per]
    if goal.need is None or figure is None:
        return f"{plain(goal.target)} {goal.unit or ''} (jumlah {name} belum diketahui)"
    return f"{plain(goal.target)} × {grouped(figure.value)} {name} = {plain(goal.need)} {goal.things}".strip()


def provisional_words(goal: Goal, figure: Figure | None) -> str:
    """Why a need may still change: `jumlah TPS dari DPS (jtvbojonegoro)`; "" where its figure is final."""
    per = MULTIPLIED.get(goal.kind)
    if per is None or figure is None or not figure.is_provisional:
        return ""
    told = ", ".join(filter(None, (figure.source, medium_date(figure.as_of) if figure.as_of else "")))
    return f"jumlah {FIGURE_KINDS[per]} dari {figure.basis} ({told})"


def state_for(share: float | None, known: str | None) -> str:
    """The state a value speaks of: all, nothing or part of the whole; without a whole what was known, or part."""
    if share is None:
        return known if known not in (None, "tidak_berlaku") else "sebagian"
    if share >= 1:
        return "siap_bukti" if known == "siap_bukti" else "siap"
    return "sebagian" if share > 0 else "belum_siap"


def _share(percent: float, goal: Goal) -> Reading:
    """Of an item that is itself a percentage the number is in its own unit, of any other a share of the need."""
    own = goal.things == PERCENT
    share = percent / (goal.target or 100 if own else 100)
    return Reading(percent, None if own else SHARE, None, share, _beyond(percent / 100, "100%"))


def _of_a_whole(quantity: Quantity, words: str, goal: Goal) -> Reading:
    assert quantity.target is not None
    if goal.things != PERCENT and goal.whole == quantity.target:
        share = quantity.amount / quantity.target
        return Reading(quantity.amount, COUNT, words, share, _beyond(share, _all_of(goal)))
    found = _share(round(quantity.amount / quantity.target * 100, 6), goal)
    hint = found.hint
    if not hint and goal.things != PERCENT and goal.whole:
        hint = f"Dihitung dari {plain(quantity.target)}, padahal kebutuhannya {plain(goal.whole)}."
    return Reading(found.value, found.measure, words, found.share, hint)


def _all_of(goal: Goal) -> str:
    return f"{plain(goal.whole or 0)} {goal.things}".strip()


def _beyond(share: float | None, whole: str) -> str:
    return f"Melebihi kebutuhan ({whole}); tetap dapat dicatat." if share is not None and share > 1 else ""


def _other_unit(words: str | None, goal: Goal) -> str:
    return f"Butir ini dihitung dalam {goal.things}." if words and goal.things else ""
