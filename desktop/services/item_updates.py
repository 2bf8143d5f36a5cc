"""A finished follow-up proposes to bring readiness items up to date; somebody agrees or declines to each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.base.errors import InvalidInput, NotFound
from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.issue_items import issue_item
from desktop.models.queries.item_proposals import Place, Proposal, proposals_of
from desktop.models.store import Store
from desktop.models.tables import Assessment, CommitmentChecklistItem
from desktop.models.words import COMMITMENT_STATES, READINESS_STATES
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.item_follow_ups import who_answers
from desktop.services.readiness import periods_of

_QUOTED = 60  # letters of a follow-up without a code that name it as a source


def update_items(desk: Desk, commitment: UUID, item: UUID, states: Mapping[UUID, str]) -> ChangeSet:
    """Report an item as ready as `states` say, by region, because a follow-up was finished; one undo for all.

    Each report speaks of the day the follow-up was finished there, names it as its source and, where the
    institution that finished it answers for the item, that institution. Regions left out stay proposed. Raises
    NotFound where this is not proposed any more, InvalidInput for a state nobody knows.
    """
    for state in states.values():
        rules.one_of({"state": state}, "state", READINESS_STATES, "Status kesiapan")
    if not states:
        raise InvalidInput("region", "Belum ada wilayah yang dipilih.", "Pilih wilayah yang diperbarui.")
    with writing(desk.store, "readiness.update_item", by=desk.user) as write:
        proposal = _proposal(desk.store, commitment, item)
        places = {place.region_id: place for place in proposal.places}
        if not states.keys() <= places.keys():
            raise _gone()
        for region, state in states.items():
            for who in _told_by(desk.store, item, places[region]):
                write.insert(
                    Assessment, institution_id=who, **_report(desk.store, proposal, places[region], state)
                )
        write.update(CommitmentChecklistItem, proposal.link_id, answer="diperbarui", answered_on=today())
        return write.finish()


def decline_update(desk: Desk, commitment: UUID, item: UUID) -> ChangeSet:
    """Leave an item as it was reported; a follow-up that is finished anew later proposes anew."""
    with writing(desk.store, "readiness.decline_update", by=desk.user) as write:
        proposal = _proposal(desk.store, commitment, item)
        write.update(CommitmentChecklistItem, proposal.link_id, answer="ditolak", answered_on=today())
        return write.finish()


def _proposal(store: Store, commitment: UUID, item: UUID) -> Proposal:
    found = next((one for one in proposals_of(store, commitment) if one.item_id == item), None)
    if found is None:
        raise _gone()
    return found


def _gone() -> NotFound:
    return NotFound(
        "Pembaruan ini tidak diusulkan lagi.", "Butirnya sudah dilaporkan, atau tindak lanjutnya dibuka lagi."
    )


def _told_by(store: Store, item: UUID, place: Place) -> list[UUID | None]:
    """Who is named as reporting: of those who finished it whoever answers for the item, else nobody."""
    asked = issue_item(store, item)
    answering = {to.institution_id for to in who_answers(store, asked, place.region_id)} if asked else set()
    return [one for one in place.institutions if one in answering] or [None]


def _report(store: Store, proposal: Proposal, place: Place, state: str) -> dict[str, Any]:
    goes_on = state == "sebagian"  # partly ready is as much as was counted before
    periods = periods_of(store, [proposal.item_id], place.finished_on)
    return {
        "item_id": proposal.item_id,
        "region_id": place.region_id,
        "state": state,
        "as_of": place.finished_on,
        "value": place.value if goes_on else None,
        "measure": place.measure if goes_on else None,
        "period": periods.get(proposal.item_id),
        "evidence_received": state == "siap_bukti",
        "source": _source(proposal, place),
    }


def _source(proposal: Proposal, place: Place) -> str:
    text = " ".join(proposal.commitment_text.split())
    text = text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"
    name = proposal.commitment_code or f"“{text}”"
    return f"Tindak lanjut {name} {COMMITMENT_STATES[place.finished].lower()}, {medium_date(place.finished_on)}"
