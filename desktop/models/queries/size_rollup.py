"""How large a whole is: the figures of its regions added up, beside the figure reported for all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.models.queries.region_figures import Figure, figures_that_count
from desktop.models.queries.wholes import Member, Whole
from desktop.models.store import Store

SIZES = ("polling_stations", "voters")
"""The kinds of figures that are rolled up (`words.FIGURE_KINDS`)."""


@dataclass(frozen=True, slots=True)
class SizeSum:
    """The figures of one kind: `total` over the regions that have one, None where none has.

    `bases` says how many figures are of which kind of count, the commonest first; `oldest` is the earliest day any
    of them speaks of, `undated` how many name no day. `missing` are the regions without a figure, not zero.
    """

    kind: str
    members: int
    total: int | None
    bases: tuple[tuple[str, int], ...]
    oldest: date | None
    undated: int
    missing: tuple[Member, ...]
    reported: Figure | None

    @property
    def known(self) -> int:
        """How many regions have a figure."""
        return self.members - len(self.missing)

    @property
    def is_provisional(self) -> bool:
        """Whether it adds up figures that are not all final."""
        return any(Figure(0, basis, "").is_provisional for basis, _ in self.bases)

    @property
    def difference(self) -> int | None:
        """How much more was reported for the whole than its regions add up to; None where that says nothing."""
        if self.reported is None or self.total is None or self.missing:
            return None
        return self.reported.value - self.total


@dataclass(frozen=True, slots=True)
class WholeSize:
    """A whole with its sums, in the order of SIZES."""

    whole: Whole
    sums: tuple[SizeSum, ...]


def whole_sizes(store: Store, found: list[Whole]) -> list[WholeSize]:
    """The sizes of these wholes."""
    figures = figures_that_count(store)
    return [WholeSize(one, tuple(_sum(one, kind, figures) for kind in SIZES)) for one in found]


def _sum(whole: Whole, kind: str, figures: Mapping[tuple[UUID, str], Figure]) -> SizeSum:
    own = [figures[one.id, kind] for one in whole.members if (one.id, kind) in figures]
    return SizeSum(
        kind,
        len(whole.members),
        sum(one.value for one in own) if own else None,
        tuple(Counter(one.basis for one in own).most_common()),
        min((one.as_of for one in own if one.as_of), default=None),
        sum(one.as_of is None for one in own),
        tuple(one for one in whole.members if (one.id, kind) not in figures),
        figures.get((whole.region_id, kind)),
    )
