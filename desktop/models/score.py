"""The readiness score (rumus kesiapan Rakor): how ready a set of checklist items is, as a percentage.

    score = 100 × Σ weight × value / Σ weight, over the items that apply and have a report, rounded down

The value of an item is 0 for "belum siap", the reported share of the target for "sebagian siap" (a half where
there is no number, never above 1) and 1 for "siap". Where evidence is required, a value above a half needs the
evidence received. An item that is reported not to apply, or whose target is zero, belongs to no set. Items
without a report are outside the score and shown as coverage beside it; a set without any reported item has no
score. 100 stands only where every item that applies has the value 1, reported or not.

A score of many sets is the score of all their items together, never a mean of scores. Numbers are exact
fractions: 29 of 100 is 29 %, not the 28 % that floating point would round it down to.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

SCORED_STATES = ("belum_siap", "sebagian", "siap", "siap_bukti")
NOT_APPLICABLE = "tidak_berlaku"
_HALF, _ZERO, _ONE = Fraction(1, 2), Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Answer:
    """One item in one region: what its latest report says, and what the item asks for.

    `state` is None without a report; `value` is counted in the unit of `target`, both None where there is no
    number; `weight` is not negative.
    """

    state: str | None = None
    value: float | None = None
    target: float | None = None
    needs_evidence: bool = False
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Tally:
    """The score of a set of items, before division: tallies of sets are added to the tally of all their items.

    `applicable` counts the items that apply, `reported` those with a report, `complete` those with value 1,
    `left_out` those that do not apply, `states` the reports by SCORED_STATES.
    """

    applicable: int = 0
    reported: int = 0
    complete: int = 0
    left_out: int = 0
    states: tuple[int, ...] = (0,) * len(SCORED_STATES)
    earned: Fraction = _ZERO
    possible: Fraction = _ZERO

    @property
    def percent(self) -> int | None:
        """The score from 0 to 100, rounded down; None while there is nothing to score."""
        if not self.possible:
            return None
        if self.complete == self.applicable:
            return 100
        return min(99, int(100 * self.earned / self.possible))

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.applicable + other.applicable,
            self.reported + other.reported,
            self.complete + other.complete,
            self.left_out + other.left_out,
            tuple(one + more for one, more in zip(self.states, other.states, strict=True)),
            self.earned + other.earned,
            self.possible + other.possible,
        )


def tally(answer: Answer) -> Tally:
    """The tally of one item."""
    if not applies(answer):
        return Tally(left_out=1)
    value = value_of(answer)
    if value is None or answer.state is None:
        return Tally(applicable=1)
    weight = _exact(answer.weight)
    states = tuple(int(state == answer.state) for state in SCORED_STATES)
    return Tally(1, 1, int(value == 1), 0, states, weight * value, weight)


def applies(answer: Answer) -> bool:
    """Whether an item counts at all: not reported as "tidak berlaku", and its target not zero."""
    return answer.state != NOT_APPLICABLE and answer.target != 0


def value_of(answer: Answer) -> Fraction | None:
    """What one item is worth, from 0 to 1; None without a report or where it does not apply."""
    if answer.state is None or not applies(answer):
        return None
    if answer.state == "belum_siap":
        return _ZERO
    if answer.state == "siap_bukti":
        return _ONE
    value = _ONE if answer.state == "siap" else _share(answer.value, answer.target)
    return min(value, _HALF) if answer.needs_evidence else value


def _share(value: float | None, target: float | None) -> Fraction:
    if value is None or target is None:
        return _HALF
    return min(max(_exact(value) / _exact(target), _ZERO), _ONE)


@lru_cache(maxsize=4096)
def _exact(number: float) -> Fraction:
    """The number as it was typed: 0.1 is a tenth."""
    return Fraction(str(number))
