"""From a problem or a readiness item to what is done about it: a new follow-up filled in, or one there is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from desktop.base.errors import NotFound
from desktop.base.folding import fold
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.issue_items import IssueItem, issue_item
from desktop.models.queries.issue_links import institutions_of_region
from desktop.models.queries.lookup import Lookup
from desktop.models.queries.readiness_items import INTERNAL_BASIS
from desktop.models.queries.records import RecordFields, fields_of
from desktop.models.seeds import fixed_id
from desktop.models.store import Store
from desktop.models.tables import IssueCommitment
from desktop.services.commitments import To, insert_commitment
from desktop.services.desk import Desk
from desktop.services.open_topic import require_open_topic

_ANSWERS_FOR = {
    "Tahapan": "kpu",
    "Logistik": "kpu",
    "Data pemilih": "kpu",
    "Badan ad hoc": "kpu",
    "Sengketa": "bawaslu",
    "Netralitas ASN": "bawaslu",
    "Keamanan & ketertiban": "polri",
}
"""Which kind of institution usually answers for a field; the regional government for the others."""
_ANY_OTHER = "pemerintah"
_IN_EACH_REGION = " kabupaten/kota"


def proposed_addressee(store: Store, values: RecordFields) -> To | None:
    """Whom a follow-up of a problem would go to: who answers for its readiness item, else for its field, there.

    Words where the directory has nobody of that name in the region; None where nothing is known.
    """
    region = values["region_id"]
    item = issue_item(store, values["item_id"]) if values["item_id"] else None
    if item is not None:
        return answers_for_item(store, item, region)
    known = institutions_of_region(store, region) if region else []
    kind = _ANSWERS_FOR.get(values["field"] or "", _ANY_OTHER)
    one = next((one for one, _, other in known if other == kind), None)
    return To(institution_id=one) if one else None


def answers_for_item(store: Store, item: IssueItem, region: UUID | None) -> To:
    """Who answers for a readiness item in a region; words where the directory has nobody of that name there."""
    named = fold(item.responsible.casefold().removesuffix(_IN_EACH_REGION))
    known = institutions_of_region(store, region) if region else []
    one = next((one for one, name, _ in known if f"{fold(name)} ".startswith(f"{named} ")), None)
    one = one or Lookup.read(store).institutions.get(fold(item.responsible))
    return To(institution_id=one) if one else To(label=item.responsible)


def follow_up_of_item(desk: Desk, item: UUID, region: UUID) -> tuple[UUID, ChangeSet]:
    """Make a follow-up of a readiness item that is not ready in a region: its words, who answers, until when.

    A day the office only proposed stays an internal one. Raises NotFound where the item is gone.
    """
    with writing(desk.store, "readiness.follow_up", by=desk.user) as write:
        found = issue_item(desk.store, item)
        if found is None:
            raise NotFound("Butir kesiapan ini sudah dihapus.", "Muat ulang halaman ini.")
        require_open_topic(desk.store, found.topic_id)
        made = insert_commitment(
            write,
            kind="permintaan",
            text=found.text,
            to=[answers_for_item(desk.store, found, region)],
            regions=[region],
            items=[item],
            topic_id=found.topic_id,
            **_due(desk, item, found.topic_id),
        )
        return made, write.finish()


def _due(desk: Desk, item: UUID, topic: UUID) -> dict[str, Any]:
    values = fields_of(desk.store, "checklist_item", item)
    event, offset = fields_of(desk.store, "topic", topic)["event_date"], values["due_offset"]
    if event is None or offset is None:
        return {}
    source = "internal" if values["due_basis"] == INTERNAL_BASIS else "jadwal"
    return {"due_date": event + timedelta(days=offset), "due_source": source}


def follow_up_of_issue(desk: Desk, issue: UUID) -> tuple[UUID, ChangeSet]:
    """Make a follow-up of a problem with its words, region, item and a proposed addressee, and link it."""
    with writing(desk.store, "issue.follow_up", by=desk.user) as write:
        values = _open(desk, issue)
        to = proposed_addressee(desk.store, values)
        made = insert_commitment(
            write,
            kind="permintaan",
            text=values["text"],
            to=[to] if to else (),
            regions=[values["region_id"]] if values["region_id"] else (),
            items=[values["item_id"]] if values["item_id"] else (),
            topic_id=values["topic_id"],
        )
        _link(write, issue, made)
        return made, write.finish()


def link_follow_up(desk: Desk, issue: UUID, commitment: UUID) -> ChangeSet:
    """Say that a follow-up that exists deals with a problem; said twice it stands once."""
    with writing(desk.store, "issue.link", by=desk.user) as write:
        _open(desk, issue)
        fields_of(desk.store, "commitment", commitment)  # refuses one deleted meanwhile
        _link(write, issue, commitment)
        return write.finish()


def unlink_follow_up(desk: Desk, issue: UUID, commitment: UUID) -> ChangeSet:
    """Take the link away; problem and follow-up stay."""
    with writing(desk.store, "issue.unlink", by=desk.user) as write:
        _open(desk, issue)
        write.delete(IssueCommitment, fixed_id("issue_commitment", issue, commitment))
        return write.finish()


def _link(write: Write, issue: UUID, commitment: UUID) -> None:
    relation = fixed_id("issue_commitment", issue, commitment)
    write.ensure(IssueCommitment, relation, issue_id=issue, commitment_id=commitment)


def _open(desk: Desk, issue: UUID) -> RecordFields:
    values = fields_of(desk.store, "issue", issue)
    require_open_topic(desk.store, values["topic_id"])
    return values
