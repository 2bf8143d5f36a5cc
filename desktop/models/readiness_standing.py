"""How each place of the checklists in force stands: what the readiness matrix counts.

`readiness_standing` holds a row for each item in each region it is asked of, and one for the own part of each
institution responsible there. The write door brings the rows up to date in its transaction; old reports cost
nothing, since only the report that counts is kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

from desktop.models import readiness_places
from desktop.models.readiness_places import (
    Facts,
    Item,
    Place,
    day_number,
    every_place,
    in_order,
    parts,
    reports_on,
)
from desktop.models.report_that_counts import Institutions, Report, counting, newest
from desktop.models.score import SCORED_STATES, Answer, applies, exact, value_of
from desktop.models.store import Store
from desktop.models.tables import ReadinessStanding

CONCERNED = readiness_places.CONCERNED | {"assessment"}
TABLE, STALE = "assessment", "{} butir kesiapan berdiri salah dalam matriks."
MILLION = 1_000_000

Row = tuple[Any, ...]
_COLUMNS = tuple(name for name in ReadinessStanding._meta.fields if name != "seq")
_STRUCTURE = _COLUMNS[:5]  # topic, institution, region, category, item
_COUNTED = _COLUMNS[5:]
_KEPT = f"SELECT seq, {', '.join(_COLUMNS)} FROM readiness_standing"
_TOLD = (
    "SELECT place.item, place.region, place.seq, place.report, place.as_of, own.seq, own.report, own.as_of, "
    "told.deleted, told.seq, teller.seq, told.period, told.as_of, told.state, told.value, told.measure, "
    "told.evidence_received FROM assessment told "
    "{then} checklist_item version ON version.id = told.item_id "
    "{then} checklist_item item ON item.thread_id = version.thread_id "
    "{then} region ON region.id = told.region_id "
    "{then} readiness_standing place ON place.item = item.seq AND place.region = region.seq "
    "AND place.institution = 0 "
    "LEFT JOIN institution teller ON teller.id = told.institution_id "
    "LEFT JOIN readiness_standing own ON own.item = item.seq AND own.region = region.seq "
    "AND own.institution = teller.seq WHERE told.id IN ({ids})"
)


def refresh(store: Store, touched: Mapping[str, Collection[UUID]], former: Mapping[str, Collection[UUID]]) -> None:
    """Reckon anew every place that a change concerns; `former` are records that something was taken from."""
    asked, kept = readiness_places.concerned(store, touched, former)
    if asked or kept:
        _settle(store, asked, kept)
    if told := touched.get("assessment", ()):
        _take_in(store, told, done=asked)


def fill(store: Store) -> None:
    """Reckon all places where none are kept yet: in a database just brought up to date."""
    if store.one("SELECT 1 FROM readiness_standing LIMIT 1") is None:
        _settle(store, every_place(store), ())


def stale(store: Store) -> int:
    """How many places are kept otherwise than they stand, or not at all."""
    institutions = Institutions.read(store)
    wanted = {_key(row): row for part in parts(every_place(store)) for row in _reckoned(store, part, institutions)}
    kept = {_key(row): row for _, *row in store.rows(_KEPT)}
    return sum(wanted.get(key) != tuple(kept.get(key, ())) for key in wanted.keys() | kept.keys())


def _settle(store: Store, asked: Collection[Place], kept: Collection[Place]) -> None:
    """Bring the rows of some places to what is asked now."""
    institutions = Institutions.read(store)
    for part in parts(sorted({*asked, *kept}, key=lambda place: place[::-1])):
        wanted = {_key(row): row for row in _reckoned(store, [one for one in part if one in asked], institutions)}
        before = {_key(row): (seq, tuple(row)) for seq, *row in _kept_at(store, part)}
        _forget(store, [seq for key, (seq, _) in before.items() if key not in wanted])
        _insert(store, [row for key, row in wanted.items() if key not in before])
        _update(
            store,
            [(before[key][0], row) for key, row in wanted.items() if key in before and before[key][1] != row],
        )


def _reckoned(store: Store, places: list[Place], institutions: Institutions) -> Iterator[Row]:
    """How these places stand, as the driver keeps it."""
    if not places:
        return
    facts, reports = Facts(store, places), reports_on(store, places)
    for place in places:
        item = facts.items[place[0]]
        responsible = institutions.responsible(item.responsible, place[1])
        yield from _place_rows(facts, place, reports.get(place, []), responsible)


def _place_rows(facts: Facts, place: Place, told: list[Report], responsible: Collection[int]) -> Iterator[Row]:
    item, region = facts.items[place[0]], place[1]
    yield _row(facts, item, region, 0, counting(told, item.often, responsible))
    for one in responsible:
        own = newest((report for report in told if report.teller == one), item.often)
        yield _row(facts, item, region, one, own)


def _row(facts: Facts, item: Item, region: int, institution: int, told: Report | None) -> Row:
    return (
        item.topic, institution, region, item.category, item.number, *_counts(facts, item, region, told),
        *facts.promised(item, region),
    )  # fmt: skip


def _counts(facts: Facts, item: Item, region: int, told: Report | None) -> Row:
    state, value, measure, evidence = (None, None, None, False) if told is None else told.rest
    answer = Answer(
        state,
        value,
        item.target,
        bool(item.needs_evidence),
        item.weight,
        measure,
        facts.need(item, region),
        bool(evidence),
    )
    counted, place, earned, possible, fractions, rank = _worth(answer)
    if rank is not None:
        rank = f"{rank}{item.order_no + 10**9:010d}:{item.number}:{place}"
    number, as_of = (None, None) if told is None else (told.number, told.as_of)
    return counted, number, as_of, place, earned, possible, fractions, rank


@lru_cache(maxsize=4_096)
def _worth(answer: Answer) -> tuple[bool, int | None, int | None, int | None, str | None, str | None]:
    """Whether it applies, the place of its state, earned and possible, those as fractions, and how it ranks."""
    value = value_of(answer)
    if value is None or answer.state is None:
        return applies(answer), None, None, None, None, None
    weight, place = exact(answer.weight), SCORED_STATES.index(answer.state)
    light = max(0, 10**15 - int(weight * MILLION))
    rank = None if value == 1 else f"{int(value * 10**15):015d}{light:016d}"
    earned, possible = weight * value * MILLION, weight * MILLION
    if possible.denominator != 1 or possible > 10**12:
        return True, place, None, None, f"{weight * value} {weight}", rank
    if earned.denominator != 1:
        return True, place, None, int(possible), f"{weight * value}", rank
    return True, place, int(earned), int(possible), None, rank


def _take_in(store: Store, ids: Iterable[UUID], done: Collection[Place]) -> None:
    """Bring the places of these reports up to date.

    A report newer than the one that counts takes its stead; whatever is less simple is reckoned from all reports.
    """
    told = [row for part in parts(ids) for row in _rows(store, in_order(store, _TOLD), part)]
    often = Counter(row[:2] for row in told)
    facts = Facts(store, often)
    fresh: list[tuple[int, Row]] = []
    rest: set[Place] = set()
    for item_no, region, *row in told:
        place, own, (deleted, number, teller, period, as_of, *said) = row[:3], row[3:6], row[6:]
        if (item_no, region) in done:
            continue
        item = facts.items[item_no]
        report = Report(number, teller, period, day_number(as_of), tuple(said))
        speaks = teller is None or own[0] is not None or place[1] is None
        simple = not deleted and item.often is None and often[item_no, region] == 1 and speaks
        if not (simple and _is_newer(report, place) and (own[0] is None or _is_newer(report, own))):
            rest.add((item_no, region))
            continue
        counts = _counts(facts, item, region, report)
        fresh += [(seq, counts) for seq, *_ in (place, own) if seq is not None]
    _count(store, fresh)
    for part in parts(rest):
        _reckon_reports(store, part)


def _is_newer(report: Report, row: list[Any]) -> bool:
    _, number, as_of = row
    return number is None or (as_of, number) < (report.as_of, report.number)


def _reckon_reports(store: Store, places: list[Place]) -> None:
    """Choose the reports that count anew; who is responsible stays."""
    facts, reports = Facts(store, places), reports_on(store, places)
    kept: defaultdict[Place, dict[int, tuple[int, Row]]] = defaultdict(dict)
    for seq, *row in _kept_at(store, places):
        kept[row[4], row[2]][row[1]] = seq, tuple(row)
    changed = []
    for place, rows in kept.items():
        for wanted in _place_rows(facts, place, reports.get(place, []), [one for one in rows if one]):
            seq, before = rows[wanted[1]]
            if before != wanted:
                changed.append((seq, wanted))
    _update(store, changed)


def _key(row: Iterable[Any]) -> tuple[int, int, int]:
    _topic, institution, region, _category, item, *_ = row
    return item, region, institution


def _kept_at(store: Store, places: list[Place]) -> list[Row]:
    marks = ", ".join([f"({store.mark}, {store.mark})"] * len(places))
    values = [number for place in places for number in place]
    return store.rows(f"{_KEPT} WHERE (item, region) IN (VALUES {marks})", values)


def _insert(store: Store, rows: list[Row]) -> None:
    if rows:
        marks = ", ".join([store.mark] * len(_COLUMNS))
        store.executemany(f"INSERT INTO readiness_standing ({', '.join(_COLUMNS)}) VALUES ({marks})", rows)


def _update(store: Store, rows: list[tuple[int, Row]]) -> None:
    _set(store, _COLUMNS, rows)


def _count(store: Store, rows: list[tuple[int, Row]]) -> None:
    _set(store, _COUNTED[:-2], rows)


def _set(store: Store, columns: tuple[str, ...], rows: list[tuple[int, Row]]) -> None:
    if rows:
        assigned = ", ".join(f"{column} = {store.mark}" for column in columns)
        sql = f"UPDATE readiness_standing SET {assigned} WHERE seq = {store.mark}"
        store.executemany(sql, [(*row, seq) for seq, row in rows])


def _forget(store: Store, seqs: Collection[int]) -> None:
    for part in parts(seqs):
        marks = ", ".join([store.mark] * len(part))
        store.execute(f"DELETE FROM readiness_standing WHERE seq IN ({marks})", tuple(part))


def _rows(store: Store, sql: str, ids: list[UUID]) -> list[Row]:
    return store.rows(sql.replace("{ids}", ", ".join([store.mark] * len(ids))), ids)
