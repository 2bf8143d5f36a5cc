"""Which of the reports on an item counts in a region, and whose word it is.

The newest counts: by the day it speaks of, then by entry; of an item that repeats, by its newest period first. A
report of another institution than those responsible counts only where there is no other. Who reported is not
always noted: such a report is the office's own entry and counts as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from desktop.base.reporting import PERIOD_LENGTHS
from desktop.models.store import Store


class Report(NamedTuple):
    """A report as far as its place among others goes; `number` is its local number, `teller` the institution's.

    `as_of` is the number of the day it speaks of; `rest` what else it says.
    """

    number: int
    teller: int | None
    period: str | None
    as_of: int
    rest: tuple[Any, ...] = ()


def newest(reports: Iterable[Report], often: str | None) -> Report | None:
    """The newest of some reports on an item that repeats so `often` (None: it does not)."""
    length = PERIOD_LENGTHS.get(often or "")

    def place(one: Report) -> tuple[str, Any, int]:
        period = one.period if one.period and len(one.period) == length else ""
        return period, one.as_of, one.number

    return max(reports, key=place, default=None)


def counting(reports: Sequence[Report], often: str | None, responsible: Collection[int]) -> Report | None:
    """The report that counts, with those responsible by their local numbers."""
    own = [one for one in reports if one.teller is None or one.teller in responsible]
    return newest(own or reports, often)


_INSTITUTIONS = "SELECT seq, name, short_name FROM institution WHERE NOT deleted ORDER BY seq"
_SERVED = (
    "SELECT institution.seq, region.seq FROM institution_region served "
    "JOIN institution ON institution.id = served.institution_id JOIN region ON region.id = served.region_id "
    "WHERE NOT served.deleted"
)


class Institutions:
    """The institutions of the office, asked which of them an item names; all by their local numbers."""

    def __init__(self, names: Iterable[tuple[int, str, str | None]], served: Iterable[tuple[int, int]]) -> None:
        self._names = [(one, name.lower(), (short or "").lower()) for one, name, short in names]
        self._served: defaultdict[int, set[int]] = defaultdict(set)
        for one, region in served:
            self._served[one].add(region)
        self._named: dict[str, tuple[frozenset[int], frozenset[int]]] = {}

    @classmethod
    def read(cls, store: Store) -> Institutions:
        """All of the office."""
        return cls(store.rows(_INSTITUTIONS), store.rows(_SERVED))

    def responsible(self, words: str, region: int) -> list[int]:
        """Those an item means by its words in a region, in order.

        "Polda Jatim" is named by itself; "KPU Kabupaten/Kota" and "Polres" mean those whose names begin so and
        that serve the region.
        """
        themselves, beginning = self.named(words)
        return sorted(themselves | {one for one in beginning if region in self._served[one]})

    def named(self, words: str) -> tuple[frozenset[int], frozenset[int]]:
        """Those named by themselves, and those whose names begin so."""
        if words not in self._named:
            whole = words.lower()
            start = whole.replace(" kabupaten/kota", "") + " "
            self._named[words] = (
                frozenset(one for one, name, short in self._names if whole and whole in (name, short)),
                frozenset(one for one, name, _ in self._names if f"{name} ".startswith(start)),
            )
        return self._named[words]
