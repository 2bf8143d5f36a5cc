"""Puts the list of invitations in an order: by protocol, or region by region."""

from __future__ import annotations

from uuid import UUID

from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.models.queries.invitees import institution_places, region_places
from desktop.models.store import Store
from desktop.models.tables import Participant
from desktop.services.desk import Desk

_OF_A_REGION = 2  # regions; whoever serves more stands above them


def order_by_protocol(desk: Desk, meeting: UUID) -> ChangeSet:
    """The highest first; equals stay as they stood."""
    rows = participants(desk.store, meeting)
    return _put(desk, sorted(rows, key=lambda row: row.protocol_rank))


def order_by_region(desk: Desk, meeting: UUID) -> ChangeSet:
    """Those above the regions first, then region by region in the office's own order, each by protocol."""
    regions = _first_regions(desk.store)

    def key(row: ParticipantRow) -> tuple[int, int]:
        none = len(regions) if row.institution_id is None else -1
        return (regions.get(row.institution_id, none) if row.institution_id else none, row.protocol_rank)

    return _put(desk, sorted(participants(desk.store, meeting), key=key))


def _first_regions(store: Store) -> dict[UUID, int]:
    """The place of the region each institution serves; those of no region or of many are left out."""
    home = {region.id: place for place, region in enumerate(region_places(store)) if region.home}
    found = {}
    for one in institution_places(store):
        places = [home[region] for region in one.regions if region in home]
        if 0 < len(places) <= _OF_A_REGION:
            found[one.id] = min(places)
    return found


def _put(desk: Desk, rows: list[ParticipantRow]) -> ChangeSet:
    with writing(desk.store, "participant.move", by=desk.user) as write:
        for number, row in enumerate(rows, start=1):
            if row.order_no != number:
                write.update(Participant, row.id, order_no=number)
        return write.finish()
