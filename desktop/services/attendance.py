"""Kehadiran: who is invited to a meeting, and who came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.children import children_values, live_children, next_order
from desktop.models.queries.records import fields_of
from desktop.models.tables import DoorMark, Participant
from desktop.models.words import ANSWERS, ATTENDANCE, PRESENT, ROLES
from desktop.services import rules
from desktop.services.belonging import require_stay, used_by
from desktop.services.desk import Desk
from desktop.services.ordering import move

_NAMED_BY = ("position_id", "person_id", "institution_id", "label")
_WHO_CAME = ("present_person_id", "present_position_id", "present_name", "present_title")
_WHEN_THERE = {"arrived_at": "Waktu datang", "left_at": "Waktu pulang"}
_SOMEBODY = "Tamu"
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


def add_guest(
    desk: Desk, meeting: UUID, *, name: str = "", title: str = "", institution: str = "", unreadable: bool = False
) -> ChangeSet:
    """Note somebody present whom nobody invited: a name, and what is known of their post and institution.

    Of somebody who signed `unreadable` no name is needed.
    """
    with writing(desk.store, "participant.guest", by=desk.user) as write:
        write_guest(write, meeting, name=name, title=title, institution=institution, unreadable=unreadable)
        return write.finish()


def write_guest(
    write: Write, meeting: UUID, *, name: str, title: str, institution: str, unreadable: bool = False
) -> UUID:
    """The same within a transaction that is open already; returns the seat."""
    values = rules.cleaned({"present_name": name, "present_title": title, "label": institution})
    if unreadable:
        values |= {"present_name": None, "label": values["label"] or _SOMEBODY}
    else:
        rules.required(values, "present_name", "Nama tamu")
    order = next_order(write.store, Participant, "meeting_id", meeting)
    new = {**_NEW, **values, "state": "hadir", "unreadable": unreadable, "marked_at": write.done_at}
    return write.insert(Participant, meeting_id=meeting, order_no=order, **new)


def mark(desk: Desk, participants: Sequence[UUID], state: str, **values: Any) -> ChangeSet:
    """Note the attendance of one or many seats; any state may follow any other, also of a guest.

    `values` may name who came (`present_*`), and for those there when they came and left (`arrived_at`,
    `left_at`); whoever was not there after all loses those times. `unreadable` says that somebody signed for an
    invited office whose name nobody can read.
    """
    with writing(desk.store, "participant.mark", by=desk.user) as write:
        for one in participants:
            write_mark(write, one, state, **values)
        return write.finish()


def write_mark(write: Write, participant: UUID, state: str, **values: Any) -> None:
    """The same for one seat within a transaction that is open already; the moment is kept with each mark."""
    checked = _checked({"unreadable": False, **values, "state": state})
    seat = fields_of(write.store, "participant", participant).values
    if not _is_invited(seat):
        del checked["unreadable"]  # whoever came of their own is known by their name, or never was
    changed = {**_times_gone(checked), **_with_who_came(seat, checked)}
    _check_seat({**seat, **changed}, changed)
    changed["marked_at"] = None if state == "belum_dicatat" else write.done_at
    write.update(Participant, participant, **changed)


def mark_leaving(desk: Desk, participants: Sequence[UUID], at: time | None) -> ChangeSet:
    """Note when those who are there left; None takes the time away again. They stay counted as present."""
    with writing(desk.store, "participant.leave", by=desk.user) as write:
        for one in participants:
            seat = fields_of(desk.store, "participant", one).values
            _check_seat({**seat, "left_at": at}, {"left_at": at})
            write.update(Participant, one, left_at=at)
        return write.finish()


def update_participant(desk: Desk, participant: UUID, **values: Any) -> ChangeSet:
    """Change a seat: role, post, who came and when, answer, reason, note."""
    checked = _checked(values)
    with writing(desk.store, "participant.update", by=desk.user) as write:
        require_stay(desk.store, "participant", participant, checked)
        _check_seat({**fields_of(desk.store, "participant", participant).values, **checked}, checked)
        write.update(Participant, participant, **checked)
        return write.finish()


def move_participant(desk: Desk, participant: UUID, to: int) -> ChangeSet:
    """Put a seat at another place of the list."""
    with writing(desk.store, "participant.move", by=desk.user) as write:
        meeting = fields_of(desk.store, "participant", participant)["meeting_id"]
        move(write, Participant, "meeting_id", meeting, participant, to)
        return write.finish()


def remove_participants(desk: Desk, participants: Sequence[UUID]) -> ChangeSet:
    """Take seats off the list; refused for somebody the minutes name."""
    with writing(desk.store, "participant.remove", by=desk.user) as write:
        for one in participants:
            for noted in live_children(desk.store, DoorMark, "participant_id", one):
                write.delete(DoorMark, noted)
            if found := used_by(desk.store, "participant", one):
                raise InvalidInput(
                    "speaker", f"Peserta ini tercatat pada {found}.", "Ganti orangnya di sana lebih dulu."
                )
            write.delete(Participant, one)
        return write.finish()


def _with_who_came(seat: Mapping[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """Where nobody says who came: hadir means the person invited, diwakili whom they announced, else nobody.

    Of a seat the directory does not know, such as a guest's, only who came is known: they stay who they are.
    """
    if any(name in values for name in _WHO_CAME):
        return values
    nobody: dict[str, Any] = dict.fromkeys(_WHO_CAME)
    if values.get("unreadable"):
        return {**nobody, **values}
    came = any(seat[name] is not None for name in _WHO_CAME)
    if not _is_invited(seat) or (came and values["state"] == seat["state"]):
        return values
    announced = seat["state"] == "belum_dicatat" and seat["answer"] == "diwakili"
    if values["state"] != "hadir":
        return values if announced and values["state"] == "diwakili" else {**nobody, **values}
    if came and seat["state"] != "diwakili" and not announced:
        return values
    in_person = {"present_person_id": seat["person_id"], "present_position_id": seat["position_id"]}
    return {**nobody, **in_person, **values}


def _is_invited(seat: Mapping[str, Any]) -> bool:
    return any(seat[name] is not None for name in ("institution_id", "position_id", "person_id"))


def _times_gone(values: Mapping[str, Any]) -> dict[str, Any]:
    return {} if values["state"] in PRESENT else dict.fromkeys(_WHEN_THERE)


def _check_seat(seat: Mapping[str, Any], changed: Mapping[str, Any]) -> None:
    """Raise InvalidInput when a seat would be nobody's, or its times could not be."""
    if all(seat[name] is None for name in (*_NAMED_BY, "present_person_id", "present_name")):
        field = next((name for name in (*_NAMED_BY, *_WHO_CAME) if name in changed), "label")
        raise InvalidInput(field, "Peserta ini tidak akan bernama lagi.", "Tulis namanya, atau hapus pesertanya.")
    for field, what in _WHEN_THERE.items():
        if changed.get(field) is not None and seat["state"] not in PRESENT:
            raise InvalidInput(
                field,
                f"{what} hanya untuk yang hadir atau diwakili; peserta ini {ATTENDANCE[seat['state']].lower()}.",
                "Catat kehadirannya lebih dulu.",
            )
    came, left = seat["arrived_at"], seat["left_at"]
    if came is not None and left is not None and left <= came and changed.keys() & _WHEN_THERE.keys():
        field = "left_at" if "left_at" in changed else "arrived_at"
        raise InvalidInput(field, "Waktu pulang harus sesudah waktu datang.", "Periksa kedua waktunya.")


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
    for field, words, what in (
        ("role", ROLES, "Peran"),
        ("state", ATTENDANCE, "Kehadiran"),
        ("answer", ANSWERS, "Jawaban undangan"),
    ):
        rules.required(found, field, what)
        rules.one_of(found, field, words, what)
    return found
