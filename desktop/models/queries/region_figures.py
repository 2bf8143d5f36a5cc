"""Sizes of regions (TPS, voters, kecamatan): every figure with its kind and source, and which one counts.

Of the figures of one kind the one of the newest day counts, an unknown day last, then the newest entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Region, RegionFigure

FINAL_BASIS = "DPT"
"""The kind of figure that is final; what follows from another is provisional (sementara)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A counted size of a region: the number, what kind of count it is, who published it, of which day."""

    value: int
    basis: str
    source: str
    as_of: date | None = None

    @property
    def is_provisional(self) -> bool:
        """Whether the count is not final yet."""
        return self.basis != FINAL_BASIS


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as it was noted; `counts` marks the one of its kind that counts."""

    id: UUID
    seq: int
    kind: str
    figure: Figure
    counts: bool


def figure_that_counts(region: Any, kind: Any) -> Any:
    """The seq of the figure of a kind that counts for a region; both are columns, values or cases."""
    one = RegionFigure.alias("counted")
    return (
        one.select(one.seq)
        .where(one.region_id == region, one.kind == kind, live(one))
        .order_by(*_first_counts(one))
        .limit(1)
    )


def _first_counts(figure: Any) -> tuple[Any, ...]:
    return figure.as_of.is_null(), figure.as_of.desc(), figure.seq.desc()


def _figures(*conditions: Any) -> Any:
    return (
        RegionFigure.select(
            RegionFigure.region_id, RegionFigure.kind, RegionFigure.id, RegionFigure.seq, RegionFigure.value,
            RegionFigure.basis, RegionFigure.source, RegionFigure.as_of,
        )
        .join(Region, on=(RegionFigure.region_id == Region.id))
        .where(live(RegionFigure), live(Region), *conditions)
        .order_by(RegionFigure.kind.desc(), *_first_counts(RegionFigure))
    )  # fmt: skip


_ALL = Statement(_figures)
_OF_REGION = Statement(lambda: _figures(RegionFigure.region_id == param("region")))
_TYPES = (ID, None, ID, None, None, None, None, DAY)


def figures_of(store: Store, region: UUID) -> list[FigureRow]:
    """Everything noted on a region's sizes, kind by kind, the one that counts first."""
    found: list[FigureRow] = []
    for row in _OF_REGION.rows(store, region=region):
        _, kind, one, seq, *values = typed(row, _TYPES)
        counts = not any(other.kind == kind for other in found)
        found.append(FigureRow(one, seq, kind, Figure(*values), counts))
    return found


def figures_that_count(store: Store) -> dict[tuple[UUID, str], Figure]:
    """By region and kind the figure that counts; what nobody noted is missing."""
    found: dict[tuple[UUID, str], Figure] = {}
    for row in _ALL.rows(store):
        region, kind, _, _, *values = typed(row, _TYPES)
        found.setdefault((region, kind), Figure(*values))
    return found
