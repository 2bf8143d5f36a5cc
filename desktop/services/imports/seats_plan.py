"""Judges rows about the seats of a meeting: who is invited, and who answered the form at the door."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.models.identity import new_id
from desktop.models.queries.directory_snapshot import DirectorySnapshot
from desktop.models.words import PRESENT
from desktop.services import person_rules, rules
from desktop.services.imports import cells
from desktop.services.imports.entries import Entry
from desktop.services.imports.institution_names import institution_key, with_region
from desktop.services.imports.matching import InstitutionFinder
from desktop.services.imports.people_plan import PeoplePlanner
from desktop.services.imports.person_names import ALIKE as ALIKE_FROM
from desktop.services.imports.person_names import bare, likeness
from desktop.services.imports.plan import ALIKE, NEW, SAME, USE, WRONG, Candidate, PlanRow, wrong

SEAT_FIELDS = (
    "id", "order_no", "institution_id", "position_id", "person_id", "label", "state", "present_person_id",
    "present_name", "present_title",
)  # fmt: skip


class Seat(NamedTuple):
    """A seat as it stands; the fields are those of `SEAT_FIELDS`."""

    id: UUID
    order_no: int
    institution_id: UUID | None
    position_id: UUID | None
    person_id: UUID | None
    label: str | None
    state: str
    present_person_id: UUID | None
    present_name: str | None
    present_title: str | None


class InvitationPlanner:
    """Judges rows of invitations; people and institutions nobody knows are brought along."""

    def __init__(self, directory: DirectorySnapshot, seats: Sequence[Seat]) -> None:
        self._directory = directory
        self._people = PeoplePlanner(directory)
        self.institutions = self._people.institutions
        self._taken: dict[tuple[Any, ...], int] = {}
        for seat in seats:
            for key in self._keys(seat.institution_id, self._title(seat.position_id), seat.person_id):
                self._taken[key] = 0
            if seat.present_person_id is not None:
                self._taken[("person", seat.present_person_id)] = 0

    def row(self, entry: Entry) -> PlanRow:
        """The verdict about one invitation."""
        row = self._people.row(entry) if "name" in entry.values else self._office(entry)
        if row.verdict == WRONG:
            return row
        role = entry.values.get("role")
        row.values["role"] = (cells.role(role) if role else None) or "peserta"
        known = row.verdict == SAME
        person = row.candidates[0].id if row.candidates else (row.id if row.values.get("name") else None)
        values = row.values
        keys = self._keys(values["institution_id"], values["title"], person)
        number = next((self._taken[key] for key in keys if key in self._taken), None)
        if number is not None:
            reason = f"Sama dengan baris {number}." if number else "Sudah diundang."
            return _judged(row, SAME, "name", reason, USE)
        for key in keys:
            self._taken[key] = entry.number
        if row.verdict == ALIKE:
            self._taken[("person", row.id)] = entry.number
            return row
        if known:
            values["person_known"] = True
        return _judged(row, NEW, None, "", "baru")

    def _office(self, entry: Entry) -> PlanRow:
        made = new_id()
        if not {"position", "institution"} & entry.values.keys():
            return wrong(entry, made, "name", "Nama, jabatan, dan instansi kosong.", "Isi salah satunya.")
        try:
            for key in ("position", "institution"):
                rules.cleaned({key: entry.values.get(key)})
                person_rules.refuse_nik({"note": entry.values.get(key)})
        except InvalidInput as fault:
            return wrong(entry, made, "position", fault.message, fault.advice)
        return PlanRow(entry, NEW, made, {"name": None, **self._people.post_of(entry)})

    def _keys(self, owner: UUID | None, title: str, person: UUID | None) -> list[tuple[Any, ...]]:
        """What the seat is known by: its person; a leader's post or a post without a person; an institution."""
        post = self._directory.positions.get((owner, fold(title))) if owner and title else None
        found: list[tuple[Any, ...]] = [("person", person)] if person is not None else []
        if owner and title and (person is None or self._directory.leading.get(owner) == post is not None):
            found.append(("post", owner, fold(title)))
        if owner and not title and person is None:
            found.append(("institution", owner))
        if not found:
            found.append(("words", fold(title)))
        return found

    def _title(self, position: UUID | None) -> str:
        return self._directory.titles[position][1] if position in self._directory.titles else ""


class AttendancePlanner:
    """Judges answers of a form: a seat's own guest, a representative, or somebody nobody invited."""

    def __init__(self, directory: DirectorySnapshot, seats: Sequence[Seat]) -> None:
        self._directory = directory
        self._finder = InstitutionFinder(directory)
        self._seats = seats
        self._names: dict[tuple[str, ...], Seat] = {}
        self._rows: dict[tuple[tuple[str, ...], str], int] = {}
        self._used: set[UUID] = set()
        for seat in seats:
            for name in self._names_of(seat):
                self._names.setdefault(bare(name), seat)

    def row(self, entry: Entry) -> PlanRow:
        """The verdict about one answer."""
        made, said = new_id(), entry.values
        if "name" not in said:
            return wrong(entry, made, "name", "Nama belum diisi.", "Isi namanya.")
        words = with_region(said.get("institution", ""), said.get("region", ""))
        values: dict[str, Any] = {"name": said["name"], "title": said.get("position"), "institution": words}
        try:
            values = rules.cleaned(values)
            for key in ("name", "title", "institution"):
                person_rules.refuse_nik({"note": values[key]})
        except InvalidInput as fault:
            return wrong(entry, made, "name", fault.message, fault.advice)
        twice = (bare(said["name"]), institution_key(words))
        if twice in self._rows:
            reason = f"Sama dengan baris {self._rows[twice]}."
            return PlanRow(entry, SAME, made, values, "name", reason, suggested=USE)
        self._rows[twice] = entry.number
        return self._seated(entry, made, values)

    def _seated(self, entry: Entry, made: UUID, values: dict[str, Any]) -> PlanRow:
        name = bare(values["name"])
        seat = self._names.get(name)
        if seat is not None and seat.id not in self._used:
            return self._on_seat(entry, made, values, seat, "hadir")
        near = [other for key, other in self._names.items() if likeness(name, key) >= ALIKE_FROM]
        if near:
            candidates = tuple(Candidate(one.id, self._words(one)) for one in near)
            values |= {"state": "hadir"}
            reason = f"Nama mirip: {candidates[0].words}."
            return PlanRow(entry, ALIKE, made, values, "name", reason, candidates=candidates, suggested=USE)
        seat = self._by_office(values)
        if seat is None:
            return PlanRow(entry, NEW, made, values, reason="Tamu, tidak ada di undangan.")
        other = seat.person_id is not None
        return self._on_seat(entry, made, values, seat, "diwakili" if other else "hadir", named=True)

    def _on_seat(
        self, entry: Entry, made: UUID, values: dict[str, Any], seat: Seat, state: str, *, named: bool = False
    ) -> PlanRow:
        self._used.add(seat.id)
        if not named and seat.state in PRESENT:
            return PlanRow(entry, SAME, made, values, "name", "Sudah dicatat hadir.", suggested=USE)
        values |= {"seat_id": seat.id, "state": state, "named": named}
        words = "Mewakili" if state == "diwakili" else "Undangan"
        return PlanRow(entry, NEW, made, values, reason=f"{words}: {self._words(seat)}.")

    def _by_office(self, values: dict[str, Any]) -> Seat | None:
        """The one free seat of the institution, that of the very post first."""
        owner = self._finder.known(values["institution"] or "")
        free = [
            seat
            for seat in self._seats
            if owner and seat.institution_id == owner and seat.id not in self._used and seat.state not in PRESENT
        ]
        post = self._directory.positions.get((owner, fold(values["title"] or ""))) if owner else None
        same = [seat for seat in free if post is not None and seat.position_id == post]
        return same[0] if same else free[0] if len(free) == 1 else None

    def _names_of(self, seat: Seat) -> list[str]:
        people = [self._directory.people[one].name for one in (seat.present_person_id, seat.person_id)
                  if one in self._directory.people]  # fmt: skip
        return [name for name in (seat.present_name, *people) if name]

    def _words(self, seat: Seat) -> str:
        names = self._names_of(seat)
        office = self._directory.institutions.get(seat.institution_id) if seat.institution_id else seat.label
        return " · ".join(filter(None, (names[0] if names else "", office)))


def _judged(row: PlanRow, verdict: str, column: str | None, reason: str, deed: str) -> PlanRow:
    return PlanRow(
        row.entry, verdict, row.id, row.values, column, reason, candidates=row.candidates, suggested=deed
    )
