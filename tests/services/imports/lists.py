"""Lists as tests write them: rows of cells, planned and kept in one breath."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from desktop.exchange.sheets import Row, Sheet, body
from desktop.models.journal import ChangeSet
from desktop.services.desk import Desk
from desktop.services.imports.applying import apply
from desktop.services.imports.entries import entries
from desktop.services.imports.mapping import header_of, propose
from desktop.services.imports.plan import Decision, Plan
from desktop.services.imports.planning import Base, make_plan, read_base
from desktop.services.imports.targets import TARGETS


def sheet(*rows: Sequence[str]) -> Sheet:
    """A sheet with these rows from the first on."""
    return Sheet("Lembar", tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, start=1)))


def planned(desk: Desk, what: str, table: Sheet, meeting: UUID | None = None) -> tuple[Base, Plan]:
    """The plan of a list as the program would propose it."""
    target = TARGETS[what]
    header = header_of(table, target)
    mapping = propose(desk.store, target, table, header)
    base = read_base(desk.store, target, meeting)
    return base, make_plan(base, target, entries(target, body(table, header), mapping.fields))


def taken(
    desk: Desk,
    what: str,
    table: Sheet,
    meeting: UUID | None = None,
    decisions: Mapping[int, Decision] | None = None,
) -> ChangeSet:
    """A list planned and kept."""
    base, plan = planned(desk, what, table, meeting)
    return apply(desk, base, plan, decisions)


def verdicts(plan: Plan) -> list[str]:
    """The verdict of each row."""
    return [row.verdict for row in plan.rows]
