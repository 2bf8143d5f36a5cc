"""The pages of long lists through our layers, beside the same SQL asked of the driver directly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from benchmarks.harness import Row, cpu, paired
from benchmarks.office import office, opened
from desktop.models.listing import Listing
from desktop.models.queries.attendance import participants
from desktop.models.queries.meetings import latest_meeting, meeting_list
from desktop.models.queries.register import commitment_list
from desktop.models.store import Store

ROUNDS, TIMES = 25, 20
_PAGE = 50


def rows() -> Iterator[Row]:
    """Performance bar 4."""
    with opened(office()) as store:
        follow_ups = commitment_list(store, today=date(2024, 10, 4))
        meetings = meeting_list(store)
        for name, listing, pages in (("meetings", meetings, (1, 40)), ("follow-ups", follow_ups, (1, 400, 1000))):
            keys = [key for chunk in listing.key_chunks() for key in chunk]
            for page in pages:
                seqs = keys[(page - 1) * _PAGE : page * _PAGE]
                yield _page(f"lists: {name}, page {page} / same SQL", store, listing, seqs)
            yield _first_rows(f"lists: {name}, first rows / same SQL", store, listing)
        keys = [key for chunk in follow_ups.key_chunks() for key in chunk]
        first, deep = keys[:_PAGE], keys[399 * _PAGE : 400 * _PAGE]
        yield paired(
            "lists: follow-ups, page 400 / page 1",
            cpu(lambda: follow_ups.rows(deep), TIMES),
            cpu(lambda: follow_ups.rows(first), TIMES),
            bar=1.5,
            rounds=ROUNDS,
        )
        yield _participants(store)


def _page(name: str, store: Store, listing: Listing, seqs: list[int]) -> Row:
    sql, parameters = asked(store, lambda: listing.rows(seqs))
    ours, reference = cpu(lambda: listing.rows(seqs), TIMES), cpu(lambda: raw(store, sql, parameters), TIMES)
    return paired(name, ours, reference, bar=1.10, rounds=ROUNDS)


def _first_rows(name: str, store: Store, listing: Listing) -> Row:
    sql, parameters = asked(store, lambda: listing.head(_PAGE))
    ours, reference = cpu(lambda: listing.head(_PAGE), TIMES), cpu(lambda: raw(store, sql, parameters), TIMES)
    return paired(name, ours, reference, bar=1.10, rounds=ROUNDS)


def _participants(store: Store) -> Row:
    meeting = latest_meeting(store)
    assert meeting is not None
    sql, parameters = asked(store, lambda: participants(store, meeting))
    return paired(
        "lists: 100 participants as records / same SQL",
        cpu(lambda: participants(store, meeting), TIMES),
        cpu(lambda: raw(store, sql, parameters), TIMES),
        bar=2.2,
        rounds=ROUNDS,
    )


def asked(store: Store, work: Any) -> tuple[str, list[Any]]:
    """The last statement a piece of work asks, with its parameters."""
    noted: list[tuple[str, list[Any]]] = []
    ask = store.rows

    def note(sql: str, parameters: Any = ()) -> list[tuple[Any, ...]]:
        noted.append((sql, list(parameters)))
        return ask(sql, parameters)

    store.rows = note  # type: ignore[method-assign]
    try:
        work()
    finally:
        store.rows = ask  # type: ignore[method-assign]
    return noted[-1]


def raw(store: Store, sql: str, parameters: list[Any]) -> list[Any]:
    found: list[Any] = store.database.connection().cursor().execute(sql, parameters).fetchall()
    return found
