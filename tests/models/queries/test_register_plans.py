"""The register is read along indexes: each order has one, both ways, and so has what is looked at most."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.register import COMMITMENT_LIST, commitment_list
from desktop.models.store import Store

TODAY = date(2024, 10, 4)
INDEXES = {
    "text": "standing_text",
    "addressee": "standing_addressee",
    "due_date": "standing_due",
    "state": "standing_state",
    "held_on": "standing_held",
    "heard_on": "standing_heard",
}


def plan(store: Store, asked: CommitmentFilter | None, order: str, *, descending: bool = False) -> str:
    """How the engine goes through the keys of a list, as if its table were long."""
    listing = commitment_list(store, asked, today=TODAY, order=order, descending=descending)
    noted: list[tuple[str, list[object]]] = []
    execute = store.execute
    store.execute = lambda sql, values=(): noted.append((sql, values)) or execute(sql, values)  # type: ignore
    list(listing.key_chunks())
    store.execute = execute  # type: ignore[method-assign]
    (sql, values) = noted[-1]
    if store.engine == "sqlite":
        return "\n".join(step for *_, step in store.rows(f"EXPLAIN QUERY PLAN {sql}", values))
    with store.transaction():
        for costly in ("enable_seqscan", "enable_bitmapscan"):  # as in a long table, which a new office has not
            store.execute(f"SET LOCAL {costly} = off")
        return "\n".join(step for (step,) in store.rows(f"EXPLAIN {sql}", values))


def test_every_order_is_an_index(store: Store) -> None:
    assert set(INDEXES) == set(COMMITMENT_LIST.orders)
    for order, index in INDEXES.items():
        for descending in (False, True):
            steps = plan(store, None, order, descending=descending)
            assert index in steps, steps
            assert "TEMP B-TREE" not in steps, steps
            assert "Sort" not in steps, steps


@pytest.mark.parametrize("state", ["terlambat", "due_soon"])
def test_what_is_late_or_near_is_found_without_going_through_the_rest(sqlite_store: Store, state: str) -> None:
    steps = plan(sqlite_store, CommitmentFilter(state=state), "due_date")
    assert "SEARCH t1 USING INDEX standing_promised (unfinished=? AND promised_on" in steps
