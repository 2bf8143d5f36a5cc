"""The matrix of readiness beside the GROUP BY it replaces, what keeping it costs those who write, and its past."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from benchmarks import names
from benchmarks.checklists import LAST_DAY, TOPIC, places_of, reported, reported_tenfold
from benchmarks.following import keeping, spent
from benchmarks.harness import Row, cpu, row_of
from benchmarks.office import opened
from desktop.models import kept, readiness_standing
from desktop.models.queries.readiness import Matrix, matrix
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.readiness import assess, assess_many

ROUNDS, ONE_BY_ONE, AT_ONCE = 15, 40, 1_000
_TODAY = LAST_DAY

# The reports that count, as they would be looked for each time: the newest of each item in each region, with what
# it is worth, by region and category. The plain table has the indexes of its foreign keys.
_PLAIN = (
    """
    CREATE TABLE plain.assessment AS
    SELECT seq, item_id, region_id, state, value, measure, evidence_received, as_of, deleted FROM assessment
    """,
    "CREATE INDEX plain.assessment_item ON assessment (item_id)",
    "CREATE INDEX plain.assessment_region ON assessment (region_id)",
)
_WORTH = """
    CASE state WHEN 'belum_siap' THEN 0.0 WHEN 'siap_bukti' THEN 1.0 WHEN 'tidak_berlaku' THEN NULL
    ELSE min(
        CASE WHEN item.evidence IS NULL OR evidence_received THEN 1.0 ELSE 0.5 END,
        CASE state WHEN 'siap' THEN 1.0 ELSE coalesce(min(1.0, newest.value / CASE measure
            WHEN 'persen' THEN 100.0 WHEN 'jumlah' THEN item.target_value * figure.value ELSE item.target_value
        END), 0.5) END
    ) END
"""
_GROUPED = f"""
SELECT newest.region_id, item.category_id, count(*), sum(state <> 'tidak_berlaku'), sum(state = 'belum_siap'),
    sum(state = 'sebagian'), sum(state = 'siap'), sum(state = 'siap_bukti'),
    sum(CASE WHEN state <> 'tidak_berlaku' THEN item.weight END), sum(item.weight * {_WORTH}),
    max(newest.as_of), sum(state <> 'tidak_berlaku' AND newest.as_of < ?)
FROM (
    SELECT *, row_number() OVER (PARTITION BY item_id, region_id ORDER BY as_of DESC, seq DESC) AS place
    FROM plain.assessment WHERE NOT deleted
) newest
JOIN checklist_item item ON item.id = newest.item_id
JOIN region_figure figure ON figure.region_id = newest.region_id AND figure.as_of IS NOT NULL
WHERE newest.place = 1 GROUP BY newest.region_id, item.category_id
"""


def rows() -> Iterator[Row]:
    """Performance bar 5: reading the matrix, writing what it counts, and ten times the past."""
    with ExitStack() as stack:
        working = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="rakor-readiness-")))
        store = stack.enter_context(opened(Path(shutil.copytree(reported(), working / "office"))))
        tenfold = stack.enter_context(opened(reported_tenfold()))
        store.execute("ATTACH ':memory:' AS plain")
        for statement in _PLAIN:
            store.execute(statement)
        _require_alike(matrix(store, TOPIC, _TODAY), store)
        sides: dict[str, Callable[[], object]] = {
            "matrix": lambda: matrix(store, TOPIC, _TODAY),
            "grouped": lambda: _grouped(store),
            "tenfold": lambda: matrix(tenfold, TOPIC, _TODAY),
        }
        reading: dict[str, list[float]] = {name: [] for name in sides}
        writing: dict[tuple[str, bool], list[float]] = {}
        chance, desk = random.Random("laporan"), Desk(store, "Pengukur")
        places = places_of(store)
        for number in range(ROUNDS + 1):
            turn = 1 if number % 2 else -1
            for name, work in list(sides.items())[::turn]:
                reading[name].append(cpu(work, 3 if name in ("matrix", "tenfold") else 1)())
            for name, report in (("one", _one_by_one), ("many", _at_once)):
                for whole in (True, False)[::turn]:
                    following = kept.KEPT if whole else [one for one in kept.KEPT if one is not readiness_standing]
                    some = chance.sample(places, ONE_BY_ONE if name == "one" else AT_ONCE)
                    with keeping(following):
                        cost = spent(store, lambda _, report=report, some=some: report(desk, some, chance))
                    writing.setdefault((name, whole), []).append(cost)

    def row(name: str, ours: list[float], reference: list[float], bar: float) -> Row:
        return row_of(f"readiness: {name}", list(zip(ours, reference, strict=True))[1:], bar=bar)

    yield row("the matrix of 300,000 reports / GROUP BY", reading["matrix"], reading["grouped"], 1 / 40)
    yield row("the matrix of 3,000,000 reports / of 300,000", reading["tenfold"], reading["matrix"], 1.2)
    yield row(
        f"{ONE_BY_ONE} reports one by one / without the summary", writing["one", True], writing["one", False], 1.3
    )
    yield row(
        f"{AT_ONCE:,} reports at once / without the summary", writing["many", True], writing["many", False], 1.3
    )


def _grouped(store: Store) -> list[tuple[object, ...]]:
    fresh = (_TODAY - timedelta(days=7)).isoformat()
    return store.rows(_GROUPED, (fresh,))


def _require_alike(found: Matrix, store: Store) -> None:
    """Both sides must count the same, or the comparison would be of two different things."""
    grouped = {(row[0], row[1]): row[2:] for row in _grouped(store)}
    for region, line in zip(found.regions, found.cells, strict=True):
        for category, cell in zip(found.categories, line, strict=True):
            asked, applicable, *states, possible, earned, newest, old = grouped[region.id.bytes, category.id.bytes]
            tally = cell.tally
            assert (asked, applicable, *states) == (
                tally.applicable + tally.left_out,
                tally.reported,
                *tally.states,
            )
            assert abs(float(tally.possible) - possible) < 1e-6 > abs(float(tally.earned) - earned)
            assert (newest, old) == (cell.updated_on and cell.updated_on.isoformat(), cell.to_confirm)


def _one_by_one(desk: Desk, places: list[tuple[UUID, UUID]], chance: random.Random) -> None:
    for item, region in places:
        assess(desk, item, region, state="sebagian", value=float(chance.randrange(100)), measure="persen",
               note=names.follow_up(chance), as_of=_TODAY)  # fmt: skip


def _at_once(desk: Desk, places: list[tuple[UUID, UUID]], chance: random.Random) -> None:
    assess_many(desk, places, state="sebagian", value=float(chance.randrange(100)), measure="persen",
                note=names.follow_up(chance), as_of=_TODAY)  # fmt: skip
