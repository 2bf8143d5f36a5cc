"""Judges rows of an agenda: points that are there already, points alike, lengths nobody understands."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any
from uuid import UUID

from desktop.base.durations import parse_minutes
from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.models.identity import new_id
from desktop.models.queries.directory_snapshot import DirectorySnapshot
from desktop.services import rules
from desktop.services.imports.entries import Entry
from desktop.services.imports.person_names import bare
from desktop.services.imports.plan import ALIKE, NEW, SAME, USE, Candidate, PlanRow, wrong
from desktop.services.imports.seats_plan import Seat

_ALIKE = 0.9


class AgendaPlanner:
    """Compares with the points there are, each (id, title, order)."""

    def __init__(
        self, directory: DirectorySnapshot, seats: Sequence[Seat], agenda: Sequence[tuple[Any, ...]]
    ) -> None:
        self._titles: dict[str, tuple[UUID, str, int]] = {fold(row[1]): (row[0], row[1], 0) for row in agenda}
        self._seats: dict[tuple[str, ...], UUID] = {}
        for seat in seats:
            for one in (seat.person_id, seat.present_person_id):
                if one in directory.people:
                    self._seats[bare(directory.people[one].name)] = seat.id
            if seat.present_name:
                self._seats[bare(seat.present_name)] = seat.id

    def row(self, entry: Entry) -> PlanRow:
        """The verdict about one point."""
        made, said = new_id(), entry.values
        if "title" not in said:
            return wrong(entry, made, "title", "Acara belum diisi.", "Isi nama acaranya.")
        try:
            values = rules.cleaned({"title": said["title"], "presenter": said.get("presenter")})
            values["planned_minutes"] = parse_minutes(said.get("minutes", ""), "minutes")
        except InvalidInput as fault:
            return wrong(entry, made, fault.field, fault.message, fault.advice)
        presenter = values.pop("presenter")
        values["presenter_id"] = self._seats.get(bare(presenter)) if presenter else None
        values["note"] = f"Penyaji: {presenter}" if presenter and values["presenter_id"] is None else None
        return self._judged(entry, made, values)

    def _judged(self, entry: Entry, made: UUID, values: dict[str, Any]) -> PlanRow:
        title = fold(values["title"])
        if title in self._titles:
            one, words, row = self._titles[title]
            reason = f"Sama dengan baris {row}." if row else ""
            found = (Candidate(one, words),)
            return PlanRow(entry, SAME, made, values, "title", reason, candidates=found, suggested=USE)
        near = tuple(
            Candidate(one, words)
            for key, (one, words, row) in self._titles.items()
            if not row and SequenceMatcher(None, key, title, autojunk=False).quick_ratio() >= _ALIKE
            and SequenceMatcher(None, key, title, autojunk=False).ratio() >= _ALIKE
        )  # fmt: skip
        self._titles[title] = (made, values["title"], entry.number)
        if near:
            reason = f"Acara mirip: {near[0].words}."
            return PlanRow(entry, ALIKE, made, values, "title", reason, candidates=near, suggested=USE)
        reason = "Penyaji belum ada di undangan; dicatat sebagai keterangan." if values["note"] else ""
        return PlanRow(entry, NEW, made, values, "presenter" if reason else None, reason)
