"""Keeps what was decided about a list: one transaction, one undo, many rows at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.base.folding import fold
from desktop.models.identity import new_id
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.directory_snapshot import DirectorySnapshot
from desktop.models.tables import Institution, InstitutionRegion, Person, Position, Record, Tenure
from desktop.services.desk import Desk
from desktop.services.imports.institution_names import guessed_kind, guessed_level
from desktop.services.imports.plan import MAKE, SAME, SKIP, UPDATE, Decision, Plan, PlanRow
from desktop.services.imports.planning import Base
from desktop.services.imports.seats_apply import SeatsKeeper

_PERSON = ("name", "rank", "identity_kind", "identity_number", "phone", "email")
_DETAILS = ("rank", "phone", "email")
_NEW_RANK, _POST_RANK = 900, 500
_ORDER: tuple[type[Record], ...] = (Institution, InstitutionRegion, Position, Person, Tenure)


def apply(desk: Desk, base: Base, plan: Plan, decisions: Mapping[int, Decision] | None = None) -> ChangeSet:
    """Keep the rows as decided, by row number; rows nobody decided about go the way the plan suggests.

    `base` is what the plan was made of. Nothing to keep writes nothing.
    """
    decided = decisions or {}
    with writing(desk.store, f"import.{plan.target}", by=desk.user) as write:
        keeper = _Keeper(write, base.directory, plan)
        seats = SeatsKeeper(write, base) if base.meeting is not None else None
        for row in plan.rows:
            decision = plan.deed(row, decided)
            if decision.deed == SKIP:
                continue
            if plan.target == "institutions":
                keeper.institution(row, decision)
            elif plan.target == "people":
                keeper.person(row, decision)
            elif seats is not None:
                person = keeper.person(row, decision) if plan.target == "participants" else None
                post = keeper.post(row) if plan.target == "participants" and row.verdict != SAME else None
                seats.take(row, decision, plan.target, person, post)
        keeper.flush()
        if seats is not None:
            seats.flush()
        return write.finish()


class _Keeper:
    """Collects new records of the directory and writes each table once."""

    def __init__(self, write: Write, directory: DirectorySnapshot, plan: Plan) -> None:
        self._write, self._directory, self._plan = write, directory, plan
        self._new: dict[type[Record], dict[UUID, dict[str, Any]]] = defaultdict(dict)
        self._changes: list[tuple[type[Record], UUID, dict[str, Any]]] = []
        self._positions = dict(directory.positions)
        self._tenures: set[tuple[UUID, UUID]] = set()

    def institution(self, row: PlanRow, decision: Decision) -> None:
        """A new institution with its region and leader, or the one there is brought up to date."""
        values = {key: row.values[key] for key in ("name", "short_name", "leader_title") if row.values.get(key)}
        if decision.deed == MAKE:
            self._new_institution(row.id, **values)
            if row.values.get("region_id"):
                self._new[InstitutionRegion][new_id()] = {
                    "institution_id": row.id, "region_id": row.values["region_id"],
                }  # fmt: skip
        elif decision.deed == UPDATE:
            self._changes.append((Institution, row.candidates[decision.candidate].id, values))

    def person(self, row: PlanRow, decision: Decision) -> UUID | None:
        """The person of a row, made or brought up to date as decided; None for a row without a name."""
        if not row.values.get("name") or row.verdict == SAME:
            return None
        one = row.id
        if decision.deed != MAKE or row.values.get("person_known"):
            one = row.candidates[min(decision.candidate, len(row.candidates) - 1)].id
            if one not in self._directory.people and one not in self._new[Person]:
                one = row.id  # the row above it was skipped
        if one == row.id:
            self._new[Person][one] = {key: row.values.get(key) for key in _PERSON}
            self._hold(one, row)
        elif decision.deed == UPDATE:
            self._update(one, row)
            self._hold(one, row)
        return one

    def post(self, row: PlanRow) -> UUID | None:
        """The post a row names, made where the directory has none."""
        owner, title = row.values.get("institution_id"), row.values.get("title")
        if owner is None:
            return None
        self._need_institution(owner)
        if not title:
            return None
        key = (owner, fold(title))
        if key not in self._positions:
            one = self._positions[key] = new_id()
            self._new[Position][one] = {
                "institution_id": owner, "title": title, "leads": False, "protocol_rank": _POST_RANK,
            }  # fmt: skip
        return self._positions[key]

    def flush(self) -> None:
        """Write what was collected, each table after those it points to."""
        for table in _ORDER:
            rows = self._new[table]
            if rows:
                columns = tuple(next(iter(rows.values())))
                self._write.insert_rows(table, columns, [tuple(row.values()) for row in rows.values()], list(rows))
        for table, one, values in self._changes:
            self._write.update(table, one, **values)

    def _update(self, person: UUID, row: PlanRow) -> None:
        values = {key: row.values[key] for key in ("name", *_DETAILS) if row.values.get(key)}
        if row.values.get("identity_number"):
            values |= {key: row.values[key] for key in ("identity_kind", "identity_number")}
        if person in self._new[Person]:
            self._new[Person][person] |= values
        else:
            self._changes.append((Person, person, values))

    def _hold(self, person: UUID, row: PlanRow) -> None:
        """Note who holds the post; a leader the directory names for the day stays in it."""
        post = self.post(row)
        if post is None or (person, post) in self._tenures:
            return
        holders = self._directory.holders.get(post, set())
        leads = self._directory.leading.get(row.values["institution_id"]) == post
        if person in holders or (leads and holders):
            return
        self._tenures.add((person, post))
        self._new[Tenure][new_id()] = {"person_id": person, "position_id": post, "acting": row.values["acting"]}

    def _need_institution(self, one: UUID) -> None:
        if one in self._plan.institutions and one not in self._new[Institution]:
            self._new_institution(one, name=self._plan.institutions[one])

    def _new_institution(self, one: UUID, **values: Any) -> None:
        name = values["name"]
        self._new[Institution][one] = {
            "name": name, "short_name": values.get("short_name"), "kind": guessed_kind(name),
            "level": guessed_level(name), "leader_title": values.get("leader_title"), "protocol_rank": _NEW_RANK,
        }  # fmt: skip
        if values.get("leader_title"):
            post = self._positions[(one, fold(values["leader_title"]))] = new_id()
            self._new[Position][post] = {
                "institution_id": one, "title": values["leader_title"], "leads": True, "protocol_rank": _NEW_RANK,
            }  # fmt: skip
