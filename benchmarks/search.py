"""Finding people as one types, beside the same full-text query asked of the driver directly; and finding anything
at all, beside a LIKE scan of the same texts."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks import names
from benchmarks.harness import Row, cpu, paired
from benchmarks.lists import asked, raw
from benchmarks.office import kept, opened
from desktop.base.folding import fold
from desktop.models import opening, seeds
from desktop.models.journal import writing
from desktop.models.queries.directory import search_people
from desktop.models.queries.search import Search
from desktop.models.queries.search_hits import search_hits
from desktop.models.store import Store
from desktop.models.tables import Meeting, Person, Statement, Tenure

PEOPLE = 20_000
TEXTS, MEETINGS = 250_000, 2_000
ROUNDS, TIMES = 25, 10
SCANS = 7  # rounds of what takes a LIKE scan for each letter
_SHOWN = 50
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
    yield from _anything()


def _anything() -> Iterator[Row]:
    """Performance bar 15: three terms, the best fifty; letter by letter, in full, and at the commonest letter."""
    with opened(kept("texts", _make_texts)) as store:
        three = "menyusun laporan kecam"
        letters = [three[:end] for end in range(1, len(three) + 1) if three[end - 1] != " "]
        for name, texts in (
            ("three terms letter by letter", letters),
            ("three terms", [three]),
            ("one letter", ["m"]),
            ("a phrase", ['"laporan mingguan" menyusun']),
        ):
            yield paired(
                f"search: {name} among {TEXTS:,} texts / LIKE scan",
                cpu(lambda texts=texts: [search_hits(Search(store, text), _SHOWN) for text in texts]),
                cpu(lambda texts=texts: [_scan(store, text) for text in texts]),
                bar=0.25,
                rounds=SCANS,
            )


def _scan(store: Store, text: str) -> list[tuple[Any, ...]]:
    """The fifty best by reading every text: those that begin as typed, then the newest."""
    words = fold(text).split()
    having = " AND ".join(["search_text LIKE ?"] * len(words))
    sql = (
        "SELECT seq, meeting_id, text FROM statement WHERE NOT deleted AND "
        f"{having} ORDER BY search_text LIKE ? DESC, seq DESC LIMIT {_SHOWN}"
    )
    return store.rows(sql, (*(f"%{word}%" for word in words), f"{words[0]}%"))


def _make_texts(folder: Path) -> None:
    """What was said in two thousand meetings, through the write door."""
    store = opening.open_folder(folder, found=seeds.found_office)
    chance = random.Random("catatan")
    first = date(2015, 1, 5)
    each = TEXTS // MEETINGS
    for start in range(0, MEETINGS, 100):
        with writing(store, "benchmark.fill", by="Pengukur") as write:
            held = [first + timedelta(days=number * 7 // 4) for number in range(start, start + 100)]
            meetings = write.insert_rows(
                Meeting,
                ("title", "held_on", "zone", "state", "cancelled", "security"),
                [(names.meeting(chance), day, "Asia/Jakarta", "konsep", False, "biasa") for day in held],
            )
            said = [
                (meeting, order, "laporan", ". ".join(names.follow_up(chance) for _ in range(1 + order % 2)))
                for meeting in meetings
                for order in range(each)
            ]
            write.insert_rows(Statement, ("meeting_id", "order_no", "kind", "text"), said)
    opening.close(store)


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
