"""Keeps the seats and the points of the agenda an import brings to a meeting."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.models.journal import Write
from desktop.models.queries.children import next_order
from desktop.models.tables import AgendaItem, Participant
from desktop.services.attendance import write_mark
from desktop.services.imports.plan import ALIKE, MAKE, SAME, UPDATE, USE, Decision, PlanRow
from desktop.services.imports.planning import Base

_POINT = ("title", "planned_minutes", "presenter_id", "note")


class SeatsKeeper:
    """Collects new seats and points, marks those that answered; written after the directory."""

    def __init__(self, write: Write, base: Base) -> None:
        assert base.meeting is not None
        self._write, self._base, self._meeting = write, base, base.meeting
        self._seats: dict[UUID, dict[str, Any]] = {}
        self._points: dict[UUID, dict[str, Any]] = {}
        self._marks: list[tuple[UUID, str, dict[str, Any]]] = []
        self._changes: list[tuple[UUID, dict[str, Any]]] = []

    def take(self, row: PlanRow, decision: Decision, target: str, person: UUID | None, post: UUID | None) -> None:
        """Take one row as it was decided; `person` and `post` are those of an invitation."""
        if row.verdict == SAME:
            return
        if target == "participants":
            self._seats[row.id] = {
                "institution_id": row.values["institution_id"], "position_id": post, "person_id": person,
                "role": row.values["role"], "state": "belum_dicatat",
                "label": None if person or row.values["institution_id"] else row.values["title"],
            }  # fmt: skip
        elif target == "attendance":
            self._answer(row, decision)
        elif decision.deed == MAKE:
            self._points[row.id] = {key: row.values[key] for key in _POINT}
        elif decision.deed == UPDATE:
            known = {key: row.values[key] for key in _POINT if row.values[key] is not None}
            self._changes.append((row.candidates[decision.candidate].id, known))

    def flush(self) -> None:
        """Write what was collected, in the order of the list."""
        self._insert(Participant, self._seats, {"answer": "belum", "unreadable": False})
        self._insert(AgendaItem, self._points, {})
        for seat, state, values in self._marks:
            write_mark(self._write, seat, state, **values)
        for point, values in self._changes:
            self._write.update(AgendaItem, point, **values)

    def _answer(self, row: PlanRow, decision: Decision) -> None:
        values = row.values
        came = {"present_name": values["name"], "present_title": values["title"]}
        if row.verdict == ALIKE and decision.deed in (USE, UPDATE):
            self._marks.append((row.candidates[decision.candidate].id, "hadir", {}))
        elif "seat_id" in values and not values["named"]:
            self._marks.append((values["seat_id"], "hadir", {}))
        elif "seat_id" in values:
            self._marks.append((values["seat_id"], values["state"], came))
        else:
            self._seats[row.id] = {
                **came, "label": values["institution"], "role": "peserta", "state": "hadir",
                "marked_at": self._write.done_at,
            }  # fmt: skip

    def _insert(self, table: Any, rows: dict[UUID, dict[str, Any]], always: dict[str, Any]) -> None:
        if not rows:
            return
        first = next_order(self._write.store, table, "meeting_id", self._meeting)
        columns = tuple(next(iter(rows.values())))
        self._write.insert_rows(
            table,
            ("meeting_id", "order_no", *columns, *always),
            [
                (self._meeting, order, *row.values(), *always.values())
                for order, row in enumerate(rows.values(), start=first)
            ],
            list(rows),
        )
