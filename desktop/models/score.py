"""The readiness score (rumus kesiapan Rakor): how ready a set of checklist items is, as a percentage.

    score = 100 × Σ weight × value / Σ weight, over the items that apply and have a report, rounded down

Its source is the office's own agreed rule, the rumus kesiapan Rakor; this is all of it:

- The value of an item is 0 for "belum siap", the reported share of what is needed for "sebagian siap" (a half
  where there is no number or the need is unknown, never above 1) and 1 for "siap".
- The share is `value / need` where things are counted (`measure` "jumlah"), `value / 100` where percent of what is
  needed are reported ("persen"), else `value / target` in the unit of the target as it is written.
- Where evidence is required, a value above a half needs the evidence received, as "siap, bukti diterima" says.
- Of several reports on an item in a region one is its answer: the latest of those responsible,
  of others where these told nothing (`report_that_counts`).
- An item that is reported not to apply, or whose target or need is zero, belongs to no set.
- Items without a report are outside the score and shown as coverage beside it; a set without any reported item has
  no score. An old answer keeps its value; that it is to be confirmed is said beside it (`freshness`).
- 100 stands only where every item that applies has the value 1, reported or not; other scores end at 99.
- A score of many sets is the score of all their items together, never a mean of scores.

Numbers are exact fractions: 29 of 100 is 29 %, not the 28 % that floating point would round it down to.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil

SCORED_STATES = ("belum_siap", "sebagian", "siap", "siap_bukti")
NOT_APPLICABLE = "tidak_berlaku"
MULTIPLIED = {"per_tps": "polling_stations", "per_pemilih": "voters"}
"""Kinds of targets that are multiplied, each by a kind of figure (`words.FIGURE_KINDS`) of the region."""
_HALF, _ZERO, _ONE = Fraction(1, 2), Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Answer:
    """One item in one region: what its latest report says, and what the item asks for.

    `state` is None without a report; `measure` says what `value` counts (a word of `words.MEASURES`; None: the
    unit of `target`); `need` is how many things are needed in the region. None where there is no number, or the
    need is not known; `weight` is not negative.
    """

    state: str | None = None
    value: float | None = None
    target: float | None = None
    needs_evidence: bool = False
    weight: float = 1.0
    measure: str | None = None
    need: float | None = None
    evidence_received: bool = False


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
    def ready(self) -> int:
        """How many are reported as ready, with their evidence or still without it."""
        return self.states[SCORED_STATES.index("siap")] + self.states[SCORED_STATES.index("siap_bukti")]

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
    weight = exact(answer.weight)
    states = tuple(int(state == answer.state) for state in SCORED_STATES)
    return Tally(1, 1, int(value == 1), 0, states, weight * value, weight)


def applies(answer: Answer) -> bool:
    """Whether an item counts at all: not reported as "tidak berlaku", and something is needed."""
    return answer.state != NOT_APPLICABLE and answer.target != 0 and answer.need != 0


def value_of(answer: Answer) -> Fraction | None:
    """What one item is worth, from 0 to 1; None without a report or where it does not apply."""
    if answer.state is None or not applies(answer):
        return None
    if answer.state == "belum_siap":
        return _ZERO
    if answer.state == "siap_bukti":
        return _ONE
    value = _ONE if answer.state == "siap" else _share(answer)
    return min(value, _HALF) if answer.needs_evidence and not answer.evidence_received else value


def _share(answer: Answer) -> Fraction:
    whole = {"jumlah": answer.need, "persen": 100}.get(answer.measure or "", answer.target)
    if answer.value is None or whole is None:
        return _HALF
    return min(max(exact(answer.value) / exact(whole), _ZERO), _ONE)


def need_of(target_kind: str, target: float | None, figure: float | None) -> float | None:
    """How many things a region needs, rounded up; None where none are asked for or their number is unknown.

    "per_tps" and "per_pemilih" (`words.TARGET_KINDS`) ask for `target` for each of `figure` polling stations or
    voters of the region; "jumlah" asks for `target` itself.
    """
    if target is None or target_kind not in ("jumlah", *MULTIPLIED):
        return None
    if target_kind == "jumlah":
        return target
    return None if figure is None else ceil(exact(target) * exact(figure))


@lru_cache(maxsize=4096)
def exact(number: float) -> Fraction:
    """A number as it was typed: 0.1 is a tenth."""
    return Fraction(str(number))
