"""Tindak Lanjut: what must be followed up, by whom, and how far each addressee is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models import drafts
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.children import children_values, next_order
from desktop.models.queries.progress import due_is_settled
from desktop.models.queries.records import fields_of
from desktop.models.seeds import fixed_id
from desktop.models.tables import (
    Addressee,
    Attachment,
    Commitment,
    CommitmentChecklistItem,
    CommitmentInstitution,
    CommitmentRegion,
    IssueCommitment,
    ProgressReport,
    Record,
    Reminder,
)
from desktop.models.words import COMMITMENT_KINDS, COMMITMENT_STATES, DUE_SOURCES
from desktop.services import rules
from desktop.services.addressee_states import set_by_hand
from desktop.services.belonging import require_own_parts, require_stay
from desktop.services.desk import Desk
from desktop.services.removal import delete_with_children

UNDER_REPORT = ((Attachment, "progress_report_id"),)
"""The rows that belong to a report on it: its evidence."""

UNDER_COMMITMENT = (
    (Addressee, "commitment_id"),
    (CommitmentRegion, "commitment_id"),
    (CommitmentChecklistItem, "commitment_id"),
    (CommitmentInstitution, "commitment_id"),
    (IssueCommitment, "commitment_id"),
    (Reminder, "commitment_id"),
    (Attachment, "commitment_id"),
    (ProgressReport, "commitment_id", UNDER_REPORT),
)
"""The rows that belong to a follow-up."""

UNDER_ADDRESSEE = ((Reminder, "addressee_id"), (ProgressReport, "addressee_id", UNDER_REPORT))
"""The rows that belong to one of its addressees."""

_Relation = tuple[type[Record], str]
_REGIONS: _Relation = (CommitmentRegion, "region_id")
_RELATED: _Relation = (CommitmentInstitution, "institution_id")
_ITEMS: _Relation = (CommitmentChecklistItem, "item_id")


@dataclass(frozen=True, slots=True)
class To:
    """An addressee: an institution or post of the directory, or words; `via` is the group it was said through."""

    institution_id: UUID | None = None
    position_id: UUID | None = None
    label: str | None = None
    via: str | None = None


_NAMED_BY = tuple(one.name for one in fields(To))


def add_commitment(
    desk: Desk, *, kind: str, text: str, to: Sequence[To] = (), draft: str | None = None, **values: Any
) -> tuple[UUID, ChangeSet]:
    """Keep a follow-up with its addressees; each starts as not followed up.

    It belongs to the topic of its meeting unless `values` name another. `draft` names the place it was typed in,
    whose draft is dropped with it.
    """
    with writing(desk.store, "commitment.add", by=desk.user) as write:
        if values.get("meeting_id") and "topic_id" not in values:
            values["topic_id"] = fields_of(desk.store, "meeting", values["meeting_id"])["topic_id"]
        require_own_parts(desk.store, values.get("meeting_id"), values)
        one = insert_commitment(write, kind=kind, text=text, to=to, **values)
        if draft is not None:
            drafts.forget(desk.store, draft)
        return one, write.finish()


def insert_commitment(
    write: Write,
    *,
    kind: str,
    text: str,
    to: Sequence[To] = (),
    regions: Sequence[UUID] = (),
    related: Sequence[UUID] = (),
    items: Sequence[UUID] = (),
    **values: Any,
) -> UUID:
    """The same inside an open transaction; `regions` and `related` institutions are those it concerns."""
    checked = _checked({**values, "kind": kind, "text": text})
    meeting = checked.get("meeting_id")
    order = next_order(write.store, Commitment, "meeting_id", meeting) if meeting else 1
    one = write.insert(Commitment, **{"order_no": order, **checked})
    _insert_addressees(write, one, to)
    for relation, ends in ((_REGIONS, regions), (_RELATED, related), (_ITEMS, items)):
        if ends:
            _relate(write, one, relation, ends)
    return one


def update_commitment(
    desk: Desk,
    commitment: UUID,
    *,
    to: Sequence[To] | None = None,
    regions: Sequence[UUID] | None = None,
    related: Sequence[UUID] | None = None,
    **values: Any,
) -> ChangeSet:
    """Change a follow-up; with `to`, addressees that are no longer named go, new ones start at the beginning.

    `regions` and `related`, where given, are all the regions and institutions it concerns from now on. A date that
    was promised for good moves only by a report, which tells why (`progress.keep_report`).
    """
    with writing(desk.store, "commitment.update", by=desk.user) as write:
        for relation, ends in ((_REGIONS, regions), (_RELATED, related)):
            if ends is not None:
                _relate_only(write, commitment, relation, ends)
        if values:
            before = _due_of(desk, commitment)
            checked = _checked({**before, **values})
            if any(checked[name] != before[name] for name in before):
                _require_movable(desk, commitment)
            require_stay(desk.store, "commitment", commitment, checked)
            write.update(Commitment, commitment, **checked)
        if to is not None:
            _replace_addressees(write, commitment, to)
        return write.finish()


def set_state(desk: Desk, addressees: Sequence[UUID], state: str, on: date | None = None) -> ChangeSet:
    """Note how far one or many addressees are; it stands in their logs (`addressee_states`)."""
    given = {"state": state}
    rules.required(given, "state", "Status")
    rules.one_of(given, "state", COMMITMENT_STATES, "Status")
    with writing(desk.store, "commitment.state", by=desk.user) as write:
        set_by_hand(write, addressees, state, on)
        return write.finish()


def delete_commitment(desk: Desk, commitment: UUID) -> ChangeSet:
    """Take a follow-up away with its addressees."""
    with writing(desk.store, "commitment.delete", by=desk.user) as write:
        delete_with_children(write, Commitment, commitment, UNDER_COMMITMENT)
        return write.finish()


def concern_region(write: Write, commitment: UUID, region: UUID) -> None:
    """Note, inside an open transaction, that a follow-up also concerns a region."""
    _relate(write, commitment, _REGIONS, [region])


def concern_institution(write: Write, commitment: UUID, institution: UUID) -> None:
    """Note, inside an open transaction, that a follow-up also concerns an institution."""
    _relate(write, commitment, _RELATED, [institution])


def _relate(write: Write, commitment: UUID, relation: _Relation, ends: Sequence[UUID]) -> None:
    """Let a follow-up concern these too; known ones stay as they are."""
    table, column = relation
    known = {end for (end,) in children_values(write.store, table, "commitment_id", commitment, (column,))}
    for end in dict.fromkeys(ends):
        if end not in known:
            one = fixed_id(table._meta.table_name, commitment, end)
            write.ensure(table, one, commitment_id=commitment, **{column: end})


def _relate_only(write: Write, commitment: UUID, relation: _Relation, ends: Sequence[UUID]) -> None:
    """Let a follow-up concern these and no others."""
    table, column = relation
    for one, end in children_values(write.store, table, "commitment_id", commitment, ("id", column)):
        if end not in ends:
            write.delete(table, one)
    _relate(write, commitment, relation, ends)


def _insert_addressees(write: Write, commitment: UUID, to: Sequence[To]) -> None:
    _insert_numbered(write, commitment, list(enumerate(_sound(to), start=1)))


def _insert_numbered(write: Write, commitment: UUID, numbered: Sequence[tuple[int, To]]) -> None:
    write.insert_rows(
        Addressee,
        ("commitment_id", "order_no", *_NAMED_BY, "state"),
        [(commitment, number, *astuple(one), "belum") for number, one in numbered],
    )


def _replace_addressees(write: Write, commitment: UUID, to: Sequence[To]) -> None:
    """Keep who stays with their state, in the order now named.

    Somebody may be named by themselves and through a group: those are two addressees.
    """
    rows = children_values(write.store, Addressee, "commitment_id", commitment, ("id", *_NAMED_BY))
    kept = {To(*named): one for one, *named in reversed(rows)}
    wanted = {one: number for number, one in enumerate(_sound(to), start=1)}
    for existing, *named in rows:
        one = To(*named)
        if one in wanted and kept[one] == existing:
            write.update(Addressee, existing, order_no=wanted[one])
        else:
            delete_with_children(write, Addressee, existing, UNDER_ADDRESSEE)
    _insert_numbered(write, commitment, [(number, one) for one, number in wanted.items() if one not in kept])


def _sound(to: Sequence[To]) -> list[To]:
    """Each addressee once, with words that can be kept."""
    found = []
    for one in to:
        words = rules.cleaned({"label": one.label, "via": one.via})
        if one.institution_id is None and one.position_id is None:
            rules.required(words, "label", "Penanggung jawab")
        found.append(replace(one, **words))
    return list(dict.fromkeys(found))


def _due_of(desk: Desk, commitment: UUID) -> dict[str, Any]:
    before = fields_of(desk.store, "commitment", commitment)
    return {name: before[name] for name in ("due_date", "due_source")}


def _require_movable(desk: Desk, commitment: UUID) -> None:
    if due_is_settled(desk.store, commitment):
        raise InvalidInput(
            "due_date", "Batas waktu yang sudah disepakati hanya berubah dengan alasan.",
            "Catat batas waktu baru dan alasannya di tab Perkembangan.",
        )  # fmt: skip


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    rules.required(found, "text", "Uraian tindak lanjut")
    rules.required(found, "kind", "Jenis tindak lanjut")
    rules.one_of(found, "kind", COMMITMENT_KINDS, "Jenis tindak lanjut")
    rules.one_of(found, "due_source", DUE_SOURCES, "Sumber batas waktu")
    if found.get("due_date") and not found.get("due_source"):
        raise InvalidInput(
            "due_source",
            "Sumber batas waktu belum dipilih.",
            "Pilih: disepakati dalam rapat, mengikuti jadwal tahapan, atau acuan internal.",
        )
    if found.get("due_date") is None and found.get("due_source"):
        found["due_source"] = None
    return found
