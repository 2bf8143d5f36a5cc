"""Judges rows about people: known, alike, new or wrong; their institution and post come with them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.models.identity import new_id
from desktop.models.queries.directory_snapshot import DirectorySnapshot, KnownPerson
from desktop.services import person_rules, rules
from desktop.services.imports import cells
from desktop.services.imports.entries import Entry
from desktop.services.imports.institution_names import with_region
from desktop.services.imports.matching import InstitutionFinder, PersonFinder
from desktop.services.imports.person_names import bare, same_degrees
from desktop.services.imports.plan import ALIKE, NEW, SAME, UPDATE, USE, Candidate, PlanRow, wrong

_DETAILS = ("rank", "identity_number", "phone", "email")
_WORDS = {"rank": "pangkat", "identity_number": "NIP/NRP", "phone": "telepon", "email": "surel"}


@dataclass(slots=True)
class _Earlier:
    """A person this list brings, as a later row sees them."""

    row: int
    institution: UUID | None
    posts: set[tuple[UUID | None, str]]


class PeoplePlanner:
    """Judges one row after the other; a row knows those above it."""

    def __init__(self, directory: DirectorySnapshot) -> None:
        self.directory = directory
        self.institutions = InstitutionFinder(directory)
        self.finder = PersonFinder(directory)
        self._people: dict[UUID, KnownPerson] = dict(directory.people)
        self._earlier: dict[UUID, _Earlier] = {}
        self._staff: dict[UUID, set[UUID]] = defaultdict(set)
        for post, people in directory.holders.items():
            self._staff[directory.titles[post][0]] |= people

    def row(self, entry: Entry) -> PlanRow:
        """The verdict about one row of people."""
        made = new_id()
        if "name" not in entry.values:
            return wrong(entry, made, "name", "Nama belum diisi.", "Isi namanya.")
        try:
            values = person_values(entry)
        except InvalidInput as fault:
            return wrong(entry, made, fault.field, fault.message, fault.advice)
        values |= self.post_of(entry)
        return self._judged(entry, made, values)

    def post_of(self, entry: Entry) -> dict[str, Any]:
        """The institution, the title and how the post is held."""
        words = with_region(entry.values.get("institution", ""), entry.values.get("region", ""))
        held, title = cells.post(entry.values.get("position", ""), words)
        one = self.institutions.bring(words) if words else None
        return {"institution_id": one, "title": title, "acting": held, "institution": words}

    def _judged(self, entry: Entry, made: UUID, values: dict[str, Any]) -> PlanRow:
        colleagues = self._colleagues(values["institution_id"])
        found, words = self.finder.exact(values["name"]), bare(values["name"])
        exact = [one for one in found if bare(self._people[one].name) == words]  # not by another spelling above
        for one in sorted(exact, key=lambda one: one not in colleagues):
            if self._surely(one, values):
                return self._known(entry, made, values, one)
        near = list(dict.fromkeys([*exact, *found, *self.finder.alike(values["name"], colleagues)]))
        if near:
            reason = "Nama sama, instansinya lain." if exact else f"Nama mirip: {self._people[near[0]].name}."
            return self._alike(entry, made, values, near, reason, "name", USE)
        self._bring(entry, made, values)
        return PlanRow(entry, NEW, made, values)

    def _surely(self, one: UUID, values: dict[str, Any]) -> bool:
        """The same words are one person unless both are known to sit in different institutions."""
        where = self._where(one)
        number, kept = values.get("identity_number"), self._people[one].identity_number
        if number and kept and number != kept:
            return False
        return not where or values["institution_id"] is None or values["institution_id"] in where

    def _known(self, entry: Entry, made: UUID, values: dict[str, Any], one: UUID) -> PlanRow:
        kept = self._people[one]
        if one in self._earlier:
            earlier, row = self._earlier[one], self._earlier[one].row
            says_more = _differing(values, kept) or _missing(values, kept)
            post = (values["institution_id"], fold(values["title"]))
            if post in earlier.posts and not says_more and same_degrees(values["name"], kept.name):
                return PlanRow(
                    entry, SAME, made, values, "name", f"Sama dengan baris {row}.",
                    candidates=(self._candidate(one),), suggested=USE,
                )  # fmt: skip
            return self._alike(entry, made, values, [one], f"Orang yang sama di baris {row}.", "name", UPDATE)
        differing, missing = _differing(values, kept), _missing(values, kept)
        if not same_degrees(values["name"], kept.name):
            return self._alike(entry, made, values, [one], f"Tertulis lain: {kept.name}.", "name", USE)
        if differing:
            words = " dan ".join(f"{_WORDS[key]} {getattr(kept, key)}" for key in differing)
            return self._alike(entry, made, values, [one], f"Yang tersimpan lain: {words}.", differing[0], USE)
        if missing:
            words = " dan ".join(_WORDS[key] for key in missing)
            return self._alike(entry, made, values, [one], f"Melengkapi {words}.", missing[0], UPDATE)
        if self.lacks_post(one, values):
            reason = f"Jabatan baru: {values['title']}."
            return self._alike(entry, made, values, [one], reason, "position", UPDATE)
        return PlanRow(entry, SAME, made, values, candidates=(self._candidate(one),), suggested=USE)

    def lacks_post(self, one: UUID, values: dict[str, Any]) -> bool:
        """Whether the directory would gain by noting that this person holds this post."""
        if not values["title"] or values["institution_id"] is None:
            return False
        owner = values["institution_id"]
        post = self.directory.positions.get((owner, fold(values["title"])))
        if post is None:
            return True
        holders = self.directory.holders.get(post, set())
        return one not in holders and not (holders and self.directory.leading.get(owner) == post)

    def _alike(
        self,
        entry: Entry,
        made: UUID,
        values: dict[str, Any],
        near: list[UUID],
        reason: str,
        column: str,
        deed: str,
    ) -> PlanRow:
        candidates = tuple(self._candidate(one) for one in near)
        # For the rows below: one more way to write the same person, and what of them will be kept.
        self.finder.add(values["name"], near[0])
        if deed == UPDATE:
            self._updated(near[0], values)
        return PlanRow(entry, ALIKE, made, values, column, reason, candidates=candidates, suggested=deed)

    def _updated(self, one: UUID, values: dict[str, Any]) -> None:
        """Know a person as they will be once a row about them is kept."""
        kept = self._people[one]
        details = {key: values.get(key) or getattr(kept, key) for key in _DETAILS}
        self._people[one] = KnownPerson(values["name"], **details)
        if one in self._earlier:
            earlier, place = self._earlier[one], values["institution_id"]
            earlier.posts.add((place, fold(values["title"])))
            if self.lacks_post(one, values):
                earlier.institution = earlier.institution or place
        if self.lacks_post(one, values):
            self._staff[values["institution_id"]].add(one)

    def _bring(self, entry: Entry, made: UUID, values: dict[str, Any]) -> None:
        """Let the rows below find this one."""
        details = {key: values.get(key) for key in _DETAILS}
        self._people[made] = KnownPerson(values["name"], **details)
        place = values["institution_id"] if self.lacks_post(made, values) else None  # only a post is kept of where
        self._earlier[made] = _Earlier(entry.number, place, {(values["institution_id"], fold(values["title"]))})
        self.finder.add(values["name"], made)
        if place is not None:
            self._staff[place].add(made)

    def _candidate(self, one: UUID) -> Candidate:
        where = ", ".join(self.institutions.names[place] for place in sorted(self._where(one), key=str))
        row = f"baris {self._earlier[one].row}" if one in self._earlier else ""
        return Candidate(one, " · ".join(filter(None, (self._people[one].name, where, row))))

    def _where(self, one: UUID) -> set[UUID]:
        if one in self._earlier:
            place = self._earlier[one].institution
            return {place} if place else set()
        return self.directory.institutions_of(one)

    def _colleagues(self, institution: UUID | None) -> set[UUID]:
        if institution is None:
            return set()
        return self._staff[institution]


def person_values(entry: Entry) -> dict[str, Any]:
    """What a row says of a person, as it would be kept. Raises InvalidInput."""
    said = entry.values
    values: dict[str, Any] = {"name": said["name"], "rank": said.get("rank"), "email": said.get("email")}
    values["phone"] = cells.phone(said["phone"]) if "phone" in said else None
    if "phone" in said and (cells.is_nik(said["phone"]) or values["phone"] is None):
        person_rules.refuse_nik({"phone": said["phone"]})
        raise InvalidInput("phone", "Nomor telepon ini tidak dikenal.", "Tulis misalnya 0812-3456-7890.")
    values = rules.cleaned(values)
    for key in ("institution", "position"):
        rules.cleaned({key: said.get(key)})
        person_rules.refuse_nik({"note": said.get(key)})
    person_rules.refuse_nik(values)
    person_rules.check_contacts(values)
    number = said.get("identity_number")
    kind = "none" if not number else "nip" if len(cells.digits(number)) >= 15 else "nrp"
    found = {**values, "identity_kind": kind, "identity_number": number}
    return {"identity_number": None, **person_rules.checked_identity(found, found)}


def _differing(values: dict[str, Any], kept: KnownPerson) -> list[str]:
    return [
        key
        for key in _DETAILS
        if values.get(key) and getattr(kept, key) and _plain(key, values[key]) != _plain(key, getattr(kept, key))
    ]


def _missing(values: dict[str, Any], kept: KnownPerson) -> list[str]:
    return [key for key in _DETAILS if values.get(key) and not getattr(kept, key)]


def _plain(key: str, value: str) -> str:
    return cells.phone(value) or value if key == "phone" else fold(value)
