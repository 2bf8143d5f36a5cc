"""Kelompok undangan: offices that are often invited together, kept under a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.attendance import participants
from desktop.models.queries.children import next_order
from desktop.models.queries.preparation import group_offices, invitation_groups
from desktop.models.store import Store
from desktop.models.tables import InvitationGroup, InvitationGroupMember
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.ordering import move
from desktop.services.removal import delete_with_children

_NAMED_BY = ("position_id", "institution_id", "label")


def make_group(desk: Desk, name: str, offices: Sequence[dict[str, Any]] = ()) -> tuple[UUID, ChangeSet]:
    """Make a group of that name; an office is named as a seat is: `position_id`, `institution_id` or `label`."""
    with writing(desk.store, "group.save", by=desk.user) as write:
        group = write.insert(InvitationGroup, **_named(desk.store, name), order_no=0)
        _add(write, group, offices)
        return group, write.finish()


def group_from_invitations(desk: Desk, meeting: UUID, name: str) -> tuple[UUID, ChangeSet]:
    """Keep the offices invited to a meeting as a group; guests were not invited and stay out."""
    seats = [
        {
            "role": row.role,
            "position_id": row.position_id,
            "institution_id": row.institution_id,
            "label": row.label or (None if row.institution_id else row.invited_name),
        }
        for row in participants(desk.store, meeting)
        if not row.is_guest
    ]
    if not seats:
        raise InvalidInput("name", "Daftar undangan masih kosong.", "Tambahkan undangan lebih dulu.")
    return make_group(desk, name, seats)


def add_to_group(desk: Desk, group: UUID, offices: Sequence[dict[str, Any]]) -> ChangeSet:
    """Add offices; one that is in the group already is not added again."""
    with writing(desk.store, "group.save", by=desk.user) as write:
        _add(write, group, offices)
        return write.finish()


def remove_from_group(desk: Desk, members: Sequence[UUID]) -> ChangeSet:
    """Take offices out of their group."""
    with writing(desk.store, "group.save", by=desk.user) as write:
        for one in members:
            write.delete(InvitationGroupMember, one)
        return write.finish()


def move_in_group(desk: Desk, group: UUID, member: UUID, to: int) -> ChangeSet:
    """Put an office at another place of its group."""
    with writing(desk.store, "group.save", by=desk.user) as write:
        move(write, InvitationGroupMember, "group_id", group, member, to)
        return write.finish()


def rename_group(desk: Desk, group: UUID, name: str) -> ChangeSet:
    """Call a group something else."""
    with writing(desk.store, "group.save", by=desk.user) as write:
        write.update(InvitationGroup, group, **_named(desk.store, name, group))
        return write.finish()


def delete_group(desk: Desk, group: UUID) -> ChangeSet:
    """Take a group away; invitations made from it stay."""
    with writing(desk.store, "group.delete", by=desk.user) as write:
        delete_with_children(write, InvitationGroup, group, ((InvitationGroupMember, "group_id"),))
        return write.finish()


def _add(write: Write, group: UUID, offices: Sequence[dict[str, Any]]) -> None:
    taken = {_key(row.position_id, row.institution_id, row.label) for row in group_offices(write.store, group)}
    order = next_order(write.store, InvitationGroupMember, "group_id", group)
    for office in offices:
        named = {name: office.get(name) for name in _NAMED_BY}
        key = _key(*named.values())
        if key is None:
            raise InvalidInput("label", "Anggota belum disebut.", "Pilih jabatan atau instansi.")
        if key not in taken:
            taken.add(key)
            role = office.get("role", "peserta")
            write.insert(InvitationGroupMember, group_id=group, order_no=order, role=role, **named)
            order += 1


def _key(position: Any, institution: Any, label: Any) -> Any:
    return position or institution or (fold(label) if label else None)


def _named(store: Store, name: str, own: UUID | None = None) -> dict[str, Any]:
    values = rules.cleaned({"name": name})
    rules.required(values, "name", "Nama kelompok")
    if any(fold(row.name) == fold(values["name"]) for row in invitation_groups(store) if row.id != own):
        raise InvalidInput("name", f"Kelompok “{values['name']}” sudah ada.", "Pilih nama lain.")
    return values
