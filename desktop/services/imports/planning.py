"""Plans an import: everything it compares with is read once, then each row is judged without a question more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.errors import InvalidInput
from desktop.models.identity import new_id
from desktop.models.queries.children import children_values
from desktop.models.queries.directory_snapshot import DirectorySnapshot
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.tables import AgendaItem, Participant
from desktop.services import person_rules, rules
from desktop.services.imports.agenda_plan import AgendaPlanner
from desktop.services.imports.entries import Entry
from desktop.services.imports.institution_names import institution_key, with_region
from desktop.services.imports.matching import InstitutionFinder
from desktop.services.imports.people_plan import PeoplePlanner
from desktop.services.imports.plan import ALIKE, NEW, SAME, USE, Candidate, Plan, PlanRow, wrong
from desktop.services.imports.seats_plan import SEAT_FIELDS, AttendancePlanner, InvitationPlanner, Seat
from desktop.services.imports.targets import Target


@dataclass(frozen=True, slots=True)
class Base:
    """What a list is compared with: the directory on a day, and the seats and agenda of a meeting."""

    directory: DirectorySnapshot
    day: date
    meeting: UUID | None = None
    seats: tuple[Seat, ...] = ()
    agenda: tuple[tuple[Any, ...], ...] = field(default=())


def read_base(store: Store, target: Target, meeting: UUID | None = None) -> Base:
    """Read what the target needs; the day is the meeting's, else today."""
    if meeting is None and target.of_meeting:
        raise InvalidInput("meeting", "Rapatnya belum disebut.", "Sebut rapat yang dimaksud.")
    if meeting is None:
        return Base(DirectorySnapshot.read(store, today()), today())
    day = fields_of(store, "meeting", meeting)["held_on"]
    rows = children_values(store, Participant, "meeting_id", meeting, SEAT_FIELDS)
    agenda = children_values(store, AgendaItem, "meeting_id", meeting, ("id", "title", "order_no"))
    return Base(
        DirectorySnapshot.read(store, day),
        day,
        meeting,
        tuple(Seat(*row) for row in rows),
        tuple(map(tuple, agenda)),
    )


def make_plan(base: Base, target: Target, entries: Sequence[Entry]) -> Plan:
    """The verdict of each row, in the order of the list."""
    planner = _PLANNERS[target.key](base)
    rows = tuple(planner.row(entry) for entry in entries)
    finder = getattr(planner, "institutions", None)
    new = finder.new if isinstance(finder, InstitutionFinder) and target.key != "institutions" else {}
    return Plan(target.key, rows, dict(new), base.meeting)


class InstitutionsPlanner:
    """Judges rows about institutions."""

    def __init__(self, base: Base) -> None:
        self._directory = base.directory
        self.institutions = InstitutionFinder(base.directory)
        self._rows: dict[UUID, int] = {}

    def row(self, entry: Entry) -> PlanRow:
        """The verdict about one institution."""
        made, said = new_id(), entry.values
        if "name" not in said:
            return wrong(entry, made, "name", "Nama instansi belum diisi.", "Isi nama instansinya.")
        name = with_region(said["name"], said.get("region", ""))
        try:
            values = rules.cleaned({**said, "name": name})
            person_rules.refuse_nik({"note": name})
        except InvalidInput as fault:
            return wrong(entry, made, "name", fault.message, fault.advice)
        values["region_id"] = self._region(said.get("region", "") or name)
        known = self.institutions.known(name)
        if known is not None:
            row = self._rows.get(known)
            reason = f"Sama dengan baris {row}." if row else ""
            return PlanRow(entry, SAME, made, values, "name", reason, candidates=(self._of(known),), suggested=USE)
        near = tuple(map(self._of, self.institutions.alike(name)))
        self.institutions.bring(name, made)
        self._rows[made] = entry.number
        if near:
            reason = f"Nama mirip: {near[0].words}."
            return PlanRow(entry, ALIKE, made, values, "name", reason, candidates=near, suggested=USE)
        return PlanRow(entry, NEW, made, values)

    def _region(self, words: str) -> UUID | None:
        key = institution_key(words)
        found = [one for name, one in self._directory.regions.items() if f" {name} " in f" {key} "]
        return found[0] if len(found) == 1 else None

    def _of(self, one: UUID) -> Candidate:
        return Candidate(one, self.institutions.names[one])


def _people(base: Base) -> PeoplePlanner:
    return PeoplePlanner(base.directory)


_PLANNERS: dict[str, Any] = {
    "people": _people,
    "institutions": InstitutionsPlanner,
    "participants": lambda base: InvitationPlanner(base.directory, base.seats),
    "attendance": lambda base: AttendancePlanner(base.directory, base.seats),
    "agenda": lambda base: AgendaPlanner(base.directory, base.seats, base.agenda),
}
