"""What the paper on the progress of readiness says, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ProgressSide:
    """One side of a cell: the score, None without a report, and how many of the items that apply were reported."""

    percent: int | None
    reported: int
    applicable: int


@dataclass(frozen=True, slots=True)
class ProgressCell:
    """A region and category then and now, None where nothing was asked.

    `words` say what became of it without needing an arrow ("naik 12 poin").
    """

    then: ProgressSide | None = None
    now: ProgressSide | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """A region, or all of them: a cell for each category and, as the last, of all categories together."""

    region: str
    cells: tuple[ProgressCell, ...]


@dataclass(frozen=True, slots=True)
class ChangedItem:
    """An item that changed, then and now in words; `kind` says what sort of news it is ("memburuk")."""

    kind: str
    region: str
    code: str
    text: str
    then: str = ""
    now: str = ""
    institution: str = ""
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """From this day on: the score (None without one) and how many of a hundred items were reported."""

    day: date
    percent: int | None
    covered: int


@dataclass(frozen=True, slots=True)
class Trend:
    """How one region, or all of them, went from day to day; what stood on a day stands until the next point."""

    name: str
    points: tuple[TrendPoint, ...]


@dataclass(frozen=True, slots=True)
class ReviewMark:
    """A day marked in the charts, such as H-30."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class ReadinessProgressContent:
    """Then and now side by side, how each region went, and what changed, the worst news first.

    `then` and `now` are short names for heads of columns, `between` says in full which two positions these are.
    `rows` end with all regions together. The charts run from `first_day` to `last_day`.
    """

    title: str
    then: str
    now: str
    between: tuple[str, ...] = ()
    event: str = ""
    summary: str = ""
    categories: tuple[str, ...] = ()
    rows: tuple[ProgressRow, ...] = ()
    changes: tuple[ChangedItem, ...] = ()
    trends: tuple[Trend, ...] = ()
    marks: tuple[ReviewMark, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    heading: str = "PERKEMBANGAN KESIAPAN"
