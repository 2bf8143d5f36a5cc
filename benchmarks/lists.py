"""The pages of long lists through our layers, beside the same SQL asked of the driver directly."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from datetime import date
from typing import Any

from benchmarks.harness import Row, cpu, paired
from benchmarks.office import million_follow_ups, office, opened
from desktop.models.listing import Listing
from desktop.models.queries.attendance import participants
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.meetings import latest_meeting, meeting_list
from desktop.models.queries.register import COMMITMENT_LIST, commitment_list
from desktop.models.queries.register_groups import GroupedRegister
from desktop.models.store import Store

ROUNDS, TIMES = 25, 20
_PAGE = 50
_TODAY = date(2024, 10, 4)


def rows() -> Iterator[Row]:
    """Performance bar 4."""
    with opened(office()) as store:
        follow_ups = commitment_list(store, today=_TODAY)
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
        yield from _in_groups(store)
        yield _participants(store)
    yield from _million()


def _page(name: str, store: Store, listing: Listing, seqs: list[int]) -> Row:
    sql, parameters = asked(store, lambda: listing.rows(seqs))
    ours, reference = cpu(lambda: listing.rows(seqs), TIMES), cpu(lambda: raw(store, sql, parameters), TIMES)
    return paired(name, ours, reference, bar=1.10, rounds=ROUNDS)


def _first_rows(name: str, store: Store, listing: Listing) -> Row:
    sql, parameters = asked(store, lambda: listing.head(_PAGE))
    ours, reference = cpu(lambda: listing.head(_PAGE), TIMES), cpu(lambda: raw(store, sql, parameters), TIMES)
    return paired(name, ours, reference, bar=1.10, rounds=ROUNDS)


def _in_groups(store: Store) -> Iterator[Row]:
    """The register by institution: its headings, what is under the largest, and a page far down in it."""
    register = GroupedRegister(store, CommitmentFilter(), "institution", today=_TODAY)
    largest = max(register.groups, key=lambda group: group.count)
    listing = commitment_list(store, today=_TODAY)
    page = list(largest.seqs[-_PAGE:])

    def headings() -> object:
        return GroupedRegister(store, CommitmentFilter(), "institution", today=_TODAY).groups

    sql, parameters = asked(store, headings)
    yield paired(
        f"lists: {len(register.groups)} headings of the register / same SQL",
        cpu(headings, 1),
        cpu(lambda: raw(store, sql, parameters), 1),
        bar=1.10,
        rounds=ROUNDS,
    )
    yield _page(
        f"lists: rows {largest.count - _PAGE}–{largest.count} of a heading / same SQL", store, listing, page
    )


def _million() -> Iterator[Row]:
    """Performance bar 8 for the register: all its keys in order, beside the driver's `fetchall` of the same."""
    with opened(million_follow_ups()) as store:
        for order in COMMITMENT_LIST.orders:
            listing = commitment_list(store, today=_TODAY, order=order)

            def keys(listing: Listing = listing) -> array[int]:
                whole = array("I")
                for chunk in listing.key_chunks():
                    whole.extend(chunk)
                return whole

            keys_in_order = ", ".join((*_ORDERS[order], "seq"))
            sql = f"SELECT seq FROM commitment_standing ORDER BY {keys_in_order}"
            yield paired(
                f"lists: 1,000,000 follow-ups by {order} / the driver's fetchall",
                cpu(keys, 1),
                cpu(lambda sql=sql: raw(store, sql, []), 1),  # type: ignore[misc]
                bar=1.20,
                rounds=7,
            )


_ORDERS = {
    "text": ("sort_key",),
    "addressee": ("addressee_key IS NULL", "addressee_key"),
    "due_date": ("due_date IS NULL", "due_date"),
    "state": ("state_no",),
    "held_on": ("held_on IS NULL", "held_on"),
    "heard_on": ("heard_on IS NULL", "heard_on"),
}


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
