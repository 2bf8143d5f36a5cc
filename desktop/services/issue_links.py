"""From a problem to what is done about it: a new follow-up filled in, or one there is."""

from __future__ import annotations

from uuid import UUID

from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.issue_items import issue_item
from desktop.models.queries.issue_links import institutions_of_region
from desktop.models.queries.records import RecordFields, fields_of
from desktop.models.seeds import fixed_id
from desktop.models.store import Store
from desktop.models.tables import IssueCommitment
from desktop.services.commitments import To, insert_commitment
from desktop.services.desk import Desk
from desktop.services.item_follow_ups import who_answers
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


def proposed_addressee(store: Store, values: RecordFields) -> To | None:
    """Whom a follow-up of a problem would go to: who answers for its readiness item, else for its field, there.

    Words where the directory has nobody of that name in the region; None where nothing is known.
    """
    region = values["region_id"]
    item = issue_item(store, values["item_id"]) if values["item_id"] else None
    if item is not None:
        return who_answers(store, item, region)[0]
    known = institutions_of_region(store, region) if region else []
    kind = _ANSWERS_FOR.get(values["field"] or "", _ANY_OTHER)
    one = next((one for one, _, other in known if other == kind), None)
    return To(institution_id=one) if one else None


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
