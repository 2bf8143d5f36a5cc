"""The names in a meeting's file: those of the directory are used, new ones are added to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.folding import fold
from desktop.exchange.meeting_file import FilePerson
from desktop.models.journal import Write
from desktop.models.queries.directory_details import tenures_of_position
from desktop.models.queries.lookup import Lookup
from desktop.models.tables import Institution, Person, Position, Tenure
from desktop.services import person_rules


@dataclass(frozen=True, slots=True)
class ImportRow:
    """What became of one entry of the file: "baru" (new) or "sama" (known already)."""

    verdict: str
    what: str
    name: str


@dataclass
class Names:
    """The directory during an import of a meeting on `day`; `rows` tells of each name whether it is new."""

    write: Write
    known: Lookup
    rows: list[ImportRow]
    day: date

    def seat_of(self, person: FilePerson) -> dict[str, Any]:
        """Who was invited and who came, as a participant keeps it."""
        one = self.person(person.name)
        institution = self.institution(person.institution) if person.institution else None
        position = self._post(institution, person.position) if institution and person.position else None
        if position is not None:
            self._hold(one, position)
        came = {"present_person_id": one, "present_position_id": position}
        if position is None and person.position:
            came["present_title"] = person.position  # type: ignore[assignment]
        if person.represents is None:
            return {
                **came, "state": "hadir", "institution_id": institution, "position_id": position, "person_id": one
            }  # fmt: skip
        office = self.known.offices.get(fold(person.represents))
        if office is None:
            return {**came, "state": "diwakili", "label": person.represents}
        return {**came, "state": "diwakili", "position_id": office[0], "institution_id": office[1]}

    def person(self, name: str) -> UUID:
        """A person by name; raises InvalidInput for a name with a NIK in it."""
        person_rules.refuse_nik({"name": name})
        return self.find_or_make(self.known.people, "orang", name, Person, name=name, identity_kind="none")

    def institution(self, name: str) -> UUID:
        """An institution by name; of a new one no more is known."""
        values = {"name": name, "kind": "lainnya", "level": "lainnya", "protocol_rank": 900}
        return self.find_or_make(self.known.institutions, "instansi", name, Institution, **values)

    def _post(self, institution: UUID, title: str) -> UUID:
        key = (institution, fold(title))
        if key not in self.known.positions:
            self.known.positions[key] = self.write.insert(
                Position, institution_id=institution, title=title, leads=False, protocol_rank=500
            )
        return self.known.positions[key]

    def find_or_make(self, known: dict[str, UUID], what: str, words: str, table: type[Any], **values: Any) -> UUID:
        """The record these words name, made with `values` where there is none; `what` is what one calls it."""
        found = known.get(fold(words))
        self.rows.append(ImportRow("baru" if found is None else "sama", what, words))
        if found is None:
            found = known[fold(words)] = self.write.insert(table, **values)
        return found

    def _hold(self, person: UUID, position: UUID) -> None:
        """Put a person in a post that nobody is known to hold on the day; what the directory says stays."""
        if not any(one.covers(self.day) for one in tenures_of_position(self.write.store, position)):
            self.write.insert(Tenure, person_id=person, position_id=position, acting="definitive")
