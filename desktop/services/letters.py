"""The letters of a meeting: invitation, nota dinas and report, typed field by field, one of each kind.

What is not typed is worded by `letter_defaults` when it is printed, and never kept. Number and date of an
invitation are the meeting's own, because its minutes name them too; so is the profile that letters are printed
with. Numbers come from SRIKANDI: one that is used twice is pointed out, never refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

from desktop.base.dates import medium_date
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.letters import TYPED, letter, uses_of_number
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.tables import Letter, Meeting
from desktop.models.words import LETTER_KINDS, URGENCIES
from desktop.services import rules
from desktop.services.desk import Desk

FIELDS = {
    "undangan": (
        "number", "dated_on", "urgency", "enclosure", "subject", "addressee", "opening", "body", "closing", "note",
        "copies", "profile_id",
    ),
    "nota_dinas": (
        "number", "dated_on", "urgency", "enclosure", "subject", "addressee", "sender", "opening", "basis", "body",
        "suggestion", "closing", "copies", "profile_id",
    ),
    "laporan": (
        "number", "dated_on", "subject", "sender", "opening", "basis", "purpose", "body", "suggestion", "closing",
        "profile_id",
    ),
}  # fmt: skip
"""What is typed for each kind of letter."""

_ONE_LINE = ("number", "enclosure", "subject", "sender")
_OF_MEETING = {"profile_id": "profile_id"}
_IN_MEETING = {
    "undangan": {"number": "invitation_number", "dated_on": "invitation_date", **_OF_MEETING},
    "nota_dinas": _OF_MEETING,
    "laporan": _OF_MEETING,
}
_PAPERS = {**LETTER_KINDS, "notula": "Notula"}


def letter_values(store: Store, meeting: UUID, kind: str) -> dict[str, Any]:
    """What was typed for a letter, by field; None where nothing was."""
    found = letter(store, meeting, kind)
    values = {name: found[1].get(name) if found else None for name in FIELDS[kind]}
    head = fields_of(store, "meeting", meeting)
    return values | {name: head[column] for name, column in _IN_MEETING[kind].items()}


def update_letter(desk: Desk, meeting: UUID, kind: str, **values: Any) -> ChangeSet:
    """Change fields of a letter, which is made with the first of them.

    `kind` is one of `FIELDS`; raises InvalidInput naming the field that cannot be kept.
    """
    checked = _checked(kind, values)
    with writing(desk.store, "letter.update", by=desk.user) as write:
        own = {column: checked.pop(name) for name, column in _IN_MEETING[kind].items() if name in checked}
        write.update(Meeting, meeting, **own)  # refuses also where it was deleted meanwhile
        _write(write, meeting, kind, checked)
        return write.finish()


def as_kept(kind: str, typed: Mapping[str, Any]) -> dict[str, Any]:
    """Fields that are being typed, as `update_letter` would keep them; without those it would refuse."""
    return rules.passing(lambda values: _checked(kind, values), typed)


def number_elsewhere(store: Store, number: str | None, *, meeting: UUID, kind: str) -> str:
    """Which other paper has this number already, in a sentence; empty where none has.

    `kind` is that of the letter asked for, or "notula".
    """
    for use in uses_of_number(store, number) if number else ():
        if (use.meeting_id, use.kind) == (meeting, kind):
            continue
        paper = _PAPERS[use.kind].lower()
        where = "rapat ini" if use.meeting_id == meeting else f"“{use.title}”, {medium_date(use.held_on)}"
        return f"Nomor {number} sudah dipakai {paper} {where}."
    return ""


def _write(write: Write, meeting: UUID, kind: str, values: dict[str, Any]) -> None:
    found = letter(write.store, meeting, kind)
    if found is not None:
        write.update(Letter, found[0], **values)
    elif any(value is not None for value in values.values()):
        # Two laptops that begin the same letter begin one letter; one whose beginning was undone begins empty.
        whole = dict.fromkeys(TYPED) | values
        write.ensure(Letter, uuid5(meeting, kind), meeting_id=meeting, kind=kind, **whole)


def _checked(kind: str, values: dict[str, Any]) -> dict[str, Any]:
    unknown = values.keys() - set(FIELDS[kind])
    if unknown:
        raise KeyError(f"no fields of a letter {kind}: {sorted(unknown)}")
    found = rules.cleaned(values)
    for name in _ONE_LINE:
        if found.get(name):
            found[name] = " ".join(found[name].split())
    rules.one_of(found, "urgency", URGENCIES, "Sifat surat")
    return found
