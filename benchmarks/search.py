"""Finding people as one types, beside the same full-text query asked of the driver directly."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks import names
from benchmarks.harness import Row, cpu, paired
from benchmarks.lists import asked, raw
from benchmarks.office import kept, opened
from desktop.models import opening, seeds
from desktop.models.journal import writing
from desktop.models.queries.directory import search_people
from desktop.models.tables import Person, Tenure

PEOPLE = 20_000
ROUNDS, TIMES = 25, 10
_DAY = date(2024, 10, 3)


def rows() -> Iterator[Row]:
    """Each keystroke of a name, a name with a post, and a post with its institution."""
    with opened(kept("people", _make)) as store:
        for name, typed in (("a name", "siti wah"), ("a name and a post", "sri ketua"), ("an office", "kpu tub")):
            texts = [typed[:end] for end in range(1, len(typed) + 1) if typed[end - 1] != " "]
            asking = [asked(store, lambda text=text: search_people(store, text, _DAY)) for text in texts]
            yield paired(
                f"search: {name} among {PEOPLE:,} people / same SQL",
                cpu(lambda texts=texts: [search_people(store, text, _DAY) for text in texts], TIMES),
                cpu(lambda asking=asking: [raw(store, *one) for one in asking], TIMES),
                bar=1.25,
                rounds=ROUNDS,
            )


def _make(folder: Path) -> None:
    store = opening.open_folder(folder, found=seeds.found_office)
    chance = random.Random("orang")
    with writing(store, "benchmark.fill", by="Pengukur") as write:
        people = write.insert_rows(
            Person, ("name", "identity_kind"), [(names.person(chance), "none") for _ in range(PEOPLE)]
        )
        posts = [row[0] for row in store.rows("SELECT id FROM position")]
        write.insert_rows(
            Tenure,
            ("person_id", "position_id", "acting"),
            [(one, chance.choice(posts), "definitive") for one in people if chance.random() < 0.3],
        )
        write.finish()
    opening.close(store)
