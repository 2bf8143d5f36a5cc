"""Kehadiran: who is invited to a meeting, and who came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.children import children_values, count_children, next_order
from desktop.models.queries.records import fields_of
from desktop.models.tables import Participant
from desktop.models.words import ANSWERS, ATTENDANCE, ROLES
from desktop.services import rules
from desktop.services.belonging import require_stay
from desktop.services.desk import Desk
from desktop.services.ordering import move

_NAMED_BY = ("position_id", "person_id", "institution_id", "label")
_WHO_CAME = ("present_person_id", "present_position_id", "present_name", "present_title")
_NEW: dict[str, Any] = {"role": "peserta", "answer": "belum", "state": "belum_dicatat"}


def invite(desk: Desk, meeting: UUID, seats: Sequence[dict[str, Any]]) -> ChangeSet:
    """Put seats on the list; an institution or post that is invited already is not put on it again.

    A seat is named by `position_id`, `institution_id` or, for a guest or group, `label`.
    """
    with writing(desk.store, "participant.invite", by=desk.user) as write:
        order, taken = next_order(desk.store, Participant, "meeting_id", meeting), _taken(desk, meeting)
        for seat in seats:
            checked = _checked({**_NEW, **seat})
            key = _key(checked)
            if key in taken:
                continue
            taken.add(key)
            write.insert(Participant, meeting_id=meeting, order_no=order, **checked)
            order += 1
        return write.finish()


def add_guest(desk: Desk, meeting: UUID, *, name: str, title: str = "", institution: str = "") -> ChangeSet:
    """Note somebody present whom nobody invited: a name, and what is known of their post and institution."""
    values = rules.cleaned({"present_name": name, "present_title": title, "label": institution})
    rules.required(values, "present_name", "Nama tamu")
    with writing(desk.store, "participant.guest", by=desk.user) as write:
        order = next_order(desk.store, Participant, "meeting_id", meeting)
        write.insert(Participant, meeting_id=meeting, order_no=order, **{**_NEW, **values, "state": "hadir"})
        return write.finish()


def mark(desk: Desk, participants: Sequence[UUID], state: str, **values: Any) -> ChangeSet:
    """Note the attendance of one or many seats; any state may follow any other."""
    checked = _checked({"state": state, **values})
    with writing(desk.store, "participant.mark", by=desk.user) as write:
        for one in participants:
            write.update(Participant, one, **_with_who_came(desk, one, checked))
        return write.finish()


def update_participant(desk: Desk, participant: UUID, **values: Any) -> ChangeSet:
    """Change a seat: role, post, who came, answer, note."""
    checked = _checked(values)
    with writing(desk.store, "participant.update", by=desk.user) as write:
        require_stay(desk.store, "participant", participant, checked)
        write.update(Participant, participant, **checked)
        return write.finish()


def move_participant(desk: Desk, participant: UUID, to: int) -> ChangeSet:
    """Put a seat at another place of the list."""
    meeting = fields_of(desk.store, "participant", participant)["meeting_id"]
    with writing(desk.store, "participant.move", by=desk.user) as write:
        move(write, Participant, "meeting_id", meeting, participant, to)
        return write.finish()


def remove_participants(desk: Desk, participants: Sequence[UUID]) -> ChangeSet:
    """Take seats off the list; refused for somebody whose words are in the minutes."""
    with writing(desk.store, "participant.remove", by=desk.user) as write:
        for one in participants:
            _refuse_speaker(write, one)
            write.delete(Participant, one)
        return write.finish()


def _with_who_came(desk: Desk, participant: UUID, values: dict[str, Any]) -> dict[str, Any]:
    """Where nobody says who came: hadir means the person invited, diwakili somebody not named yet, else nobody.

    A guest is known only by who came, and stays who they are.
    """
    if any(name in values for name in _WHO_CAME):
        return values
    seat = fields_of(desk.store, "participant", participant)
    came = any(seat[name] is not None for name in _WHO_CAME)
    if _is_guest(seat.values) or (came and values["state"] == seat["state"]):
        return values
    nobody: dict[str, Any] = dict.fromkeys(_WHO_CAME)
    if values["state"] != "hadir":
        return {**nobody, **values}
    if came and seat["state"] != "diwakili":
        return values
    invited = {"present_person_id": seat["person_id"], "present_position_id": seat["position_id"]}
    return {**nobody, **invited, **values}


def _is_guest(seat: dict[str, Any]) -> bool:
    """Whether a seat was given to somebody whom nobody invited."""
    invited = any(seat[name] is not None for name in ("institution_id", "position_id", "person_id"))
    named = seat["present_person_id"] is not None or seat["present_name"] is not None
    return not invited and named and seat["state"] != "diwakili"


def _refuse_speaker(write: Write, participant: UUID) -> None:
    said = count_children(write.store, "statement", "speaker_id", participant)
    if said:
        raise InvalidInput(
            "speaker", f"Peserta ini tercatat berbicara {said} kali.", "Ganti pembicaranya lebih dulu."
        )


def _taken(desk: Desk, meeting: UUID) -> set[tuple[str, Any]]:
    rows = children_values(desk.store, Participant, "meeting_id", meeting, _NAMED_BY)
    return {key for row in rows if (key := _first_name(row)) is not None}


def _key(seat: dict[str, Any]) -> tuple[str, Any]:
    key = _first_name([seat.get(name) for name in _NAMED_BY])
    if key is None:
        raise InvalidInput(
            "institution_id", "Peserta belum disebut.", "Pilih jabatan atau instansi, atau tulis namanya."
        )
    return key


def _first_name(values: Sequence[Any]) -> tuple[str, Any] | None:
    """What a seat is known by: its post, whoever holds it; else a person, an institution, or words."""
    return next(((name, value) for name, value in zip(_NAMED_BY, values, strict=True) if value), None)


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    rules.one_of(found, "role", ROLES, "Peran")
    rules.one_of(found, "state", ATTENDANCE, "Kehadiran")
    rules.one_of(found, "answer", ANSWERS, "Jawaban undangan")
    return found
