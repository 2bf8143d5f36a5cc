"""A meeting as calendars take it."""

from __future__ import annotations

from datetime import UTC, datetime, time
from uuid import UUID

from desktop.base.dates import time_span
from desktop.exchange.calendar_file import CalendarEvent
from desktop.models.queries.discussion import agenda
from desktop.models.queries.own_office import office_name
from desktop.models.queries.records import changed_at, fields_of
from desktop.models.store import Store
from desktop.services.papers.meeting import head_of


def calendar_event(store: Store, meeting: UUID) -> CalendarEvent:
    """When and where a meeting is, with its agenda; raises NotFound where it is gone."""
    head, version = head_of(store, meeting), fields_of(store, "meeting", meeting).version
    points = [f"{number}. {one.title}" for number, one in enumerate(agenda(store, meeting), 1)]
    when = time_span(head.starts_at, head.ends_at, head.zone, head.held_on)
    lines = [
        f"Waktu: {when}" if when else "",
        *(["Acara:", *points] if points else []),
        f"Surat undangan: Nomor {head.invitation_number}" if head.invitation_number else "",
        office_name(store),
    ]
    return CalendarEvent(
        id=head.id,
        title=head.title,
        held_on=head.held_on,
        changed_at=changed_at(store, version) or datetime.combine(head.held_on, time(), UTC),
        starts_at=head.starts_at,
        ends_at=head.ends_at,
        zone=head.zone,
        place=head.place or "",
        lines=tuple(filter(None, lines)),
        sequence=version.clock,
        cancelled=head.cancelled,
    )
