"""Two positions laid side by side: what became of each cell, and which items changed, the worst news first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple
from uuid import UUID

from desktop.base.numbers import plain
from desktop.models.position import Position, Question, Said, Spot, pooled
from desktop.models.score import Tally
from desktop.models.words import NO_REPORT, READINESS_STATES, READY_UNPROVEN


class Step(NamedTuple):
    """What became of a set of items: its tallies then and now, None where it did not exist.

    `asked_anew` says that other questions were asked then, so that the two scores measure different things.
    """

    then: Tally | None
    now: Tally | None
    asked_anew: bool = False

    @property
    def points(self) -> int | None:
        """How many points the score rose or fell; None where there are not two of them to compare."""
        before, after = _percent(self.then), _percent(self.now)
        if self.asked_anew or before is None or after is None:
            return None
        return after - before

    @property
    def words(self) -> str:
        """What became of it, in words that need no arrow: `naik 12 poin ▲`, `tetap`, `baru dilaporkan`."""
        before, after = _percent(self.then), _percent(self.now)
        if self.now is None or not (self.now.applicable or self.now.left_out):
            return "tidak ditanyakan lagi" if self.then is not None and self.then.applicable else ""
        if after is None:
            return "belum ada laporan" if before is None else "tanpa skor lagi"
        if before is None:
            return "baru dilaporkan"
        if self.asked_anew:
            return "pertanyaan berubah"
        return points_words(after - before)


def points_words(points: int) -> str:
    """How far a score moved; the arrow only repeats what the words say."""
    if not points:
        return "tetap"
    return f"naik {points} poin ▲" if points > 0 else f"turun {-points} poin ▼"


class Kind(NamedTuple):
    """What sort of news a changed item is; a lower `rank` is worse news."""

    rank: int
    words: str


WORSE = Kind(0, "memburuk")
NOT_READY = Kind(1, "baru, belum siap")
WITHDRAWN = Kind(2, "laporan ditarik")
OTHER = Kind(3, "berubah")
BETTER = Kind(4, "membaik")
READY = Kind(5, "siap")
ASKED_ANEW = Kind(6, "pertanyaan berubah")
ADDED = Kind(7, "butir baru")
REMOVED = Kind(8, "butir dihapus")


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item that changed in a region, or in the checklist itself: then `region_id` is None.

    `then` and `now` are what was reported in words; `institution` and `as_of` who reported last, and of which day.
    """

    kind: Kind
    thread_id: UUID
    region_id: UUID | None
    region: str
    code: str
    text: str
    category: str
    then: str
    now: str
    institution: str | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Then and now: `steps[row][column]` of regions by categories, their totals, and the changed items."""

    then: Position
    now: Position
    regions: tuple[tuple[UUID, str], ...]
    categories: tuple[str, ...]
    steps: tuple[tuple[Step, ...], ...]
    by_region: tuple[Step, ...]
    by_category: tuple[Step, ...]
    total: Step
    changes: tuple[ItemChange, ...]

    def count(self, *kinds: Kind) -> int:
        """How many changed items are of these kinds."""
        return sum(one.kind in kinds for one in self.changes)


def compared(then: Position, now: Position) -> Comparison:
    """Lay two positions side by side; regions and categories of now come first, then those there are no more."""
    regions = tuple(
        dict([*now.regions, *(one for one in then.regions if one[0] not in dict(now.regions))]).items()
    )
    categories = tuple(dict.fromkeys((*now.categories, *then.categories)))
    grids = [_Grid(one) for one in (then, now)]
    rows = [region for region, _ in regions]
    steps = tuple(tuple(_step(grids, [row], [column]) for column in categories) for row in rows)
    return Comparison(
        then,
        now,
        regions,
        categories,
        steps,
        tuple(_step(grids, [row], categories) for row in rows),
        tuple(_step(grids, rows, [column]) for column in categories),
        _step(grids, rows, categories),
        tuple(_changes(then, now, dict(regions))),
    )


class _Grid:
    """The cells of a position by their region and category, and what was asked in each."""

    def __init__(self, position: Position) -> None:
        self.cells = {
            (region, category): cell
            for (region, _), row in zip(position.regions, position.cells, strict=True)
            for category, cell in zip(position.categories, row, strict=True)
        }
        self.asked: dict[tuple[UUID, str], set[tuple[object, ...]]] = {}
        for one in position.questions:
            for region in one.regions:
                self.asked.setdefault((region, one.category), set()).add((one.thread_id, *one.asks))


def _step(grids: Sequence[_Grid], rows: Sequence[UUID], columns: Iterable[str]) -> Step:
    spots = [(row, column) for column in columns for row in rows]
    found = [[grid.cells[spot] for spot in spots if spot in grid.cells] for grid in grids]
    then, now = (pooled(cells) if cells else None for cells in found)
    before, after = grids
    anew = any(before.asked.get(spot) != after.asked.get(spot) for spot in spots)
    return Step(then, now, anew)


def _percent(one: Tally | None) -> int | None:
    return None if one is None else one.percent


# Items


def _changes(then: Position, now: Position, names: Mapping[UUID, str]) -> list[ItemChange]:
    """All that changed; the worst news first, of two as bad the heavier, else in the order of the checklist."""
    before = {one.thread_id: one for one in then.questions}
    after = {one.thread_id: one for one in now.questions}
    found: list[tuple[tuple[object, ...], ItemChange]] = []
    order = {region: place for place, region in enumerate(names)}
    for place, one in enumerate(now.questions):
        earlier = before.get(one.thread_id)
        found += [((change.kind.rank, 0, place), change) for change in _of_checklist(earlier, one)]
        for region in one.regions:
            spot = (one.thread_id, region)
            moved = _moved(then.said.get(spot), now.said.get(spot))
            if moved is not None:
                kind, loss = moved
                change = _of_region(kind, one, region, names[region], then, now)
                found.append(((kind.rank, -loss * Fraction(str(one.weight)), place, order[region]), change))
    for place, one in enumerate(then.questions):
        if one.thread_id not in after:
            change = _plain_change(REMOVED, one, _where(one))
            found.append(((REMOVED.rank, 0, place), change))
    return [change for _, change in sorted(found, key=lambda one: one[0])]


def _of_checklist(earlier: Question | None, one: Question) -> Iterator[ItemChange]:
    if earlier is None:
        yield _plain_change(ADDED, one, _where(one))
    elif earlier.asks != one.asks:
        yield _plain_change(ASKED_ANEW, one, _where(one), _asked_words(earlier), _asked_words(one))


def _moved(then: Said | None, now: Said | None) -> tuple[Kind, Fraction] | None:
    """What sort of news it is, and how much of an item was lost or is lacking; None where nothing changed."""
    if now is None:
        return None if then is None else (WITHDRAWN, Fraction(0))
    if then is not None and _told(then) == _told(now) and then.worth == now.worth:
        return None
    if now.worth is None or (then is not None and then.worth is None):
        return OTHER, Fraction(0)
    if then is None or then.worth is None:
        return (READY, Fraction(0)) if now.worth == 1 else (NOT_READY, 1 - now.worth)
    if now.worth < then.worth:
        return WORSE, then.worth - now.worth
    if now.worth == then.worth:
        return OTHER, Fraction(0)
    return (READY if now.worth == 1 else BETTER), Fraction(0)


def _told(one: Said) -> tuple[object, ...]:
    return one.state, one.value, one.measure, one.value_text, one.evidence_received


def _of_region(kind: Kind, one: Question, region: UUID, name: str, then: Position, now: Position) -> ItemChange:
    spot: Spot = (one.thread_id, region)
    said = now.said.get(spot)
    words = said_words(then.said.get(spot), one), said_words(said, one)
    after = f"{words[1]}, kebutuhan berubah" if words[0] == words[1] else words[1]
    return ItemChange(
        kind, one.thread_id, region, name, one.code, one.text, one.category, words[0], after,
        said.institution or said.source if said else None, said.as_of if said else None,
    )  # fmt: skip


def _plain_change(kind: Kind, one: Question, where: str, then: str = "", now: str = "") -> ItemChange:
    return ItemChange(kind, one.thread_id, None, where, one.code, one.text, one.category, then, now)


def _where(one: Question) -> str:
    return f"{len(one.regions)} wilayah"


def _asked_words(one: Question) -> str:
    target = f"{one.target} {one.unit or ''}".strip()
    return f"target {target}{', dengan bukti' if one.needs_evidence else ''}"


def said_words(said: Said | None, one: Question) -> str:
    """What was reported, in words: `Sebagian siap (96%)`, `Siap (bukti belum ada)`, `Belum ada laporan`."""
    if said is None:
        return NO_REPORT
    words = READINESS_STATES[said.state]
    if said.state == "siap" and one.needs_evidence and not said.evidence_received:
        words = READY_UNPROVEN
    amount = said.value_text or _amount(said, one.unit)
    return f"{words} ({amount})" if amount else words


def _amount(said: Said, unit: str | None) -> str:
    if said.value is None:
        return ""
    if said.measure == "persen" or (said.measure is None and (unit or "").startswith("%")):
        return f"{plain(said.value)}%"
    named = (unit or "").partition("/")[0] if said.measure == "jumlah" else unit or ""
    return f"{plain(said.value)} {named}".strip()
