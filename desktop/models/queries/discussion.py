"""What was on the agenda of a meeting and what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import NamedTuple
from uuid import UUID

from peewee import JOIN

from desktop.models.queries.attendance import office_words
from desktop.models.queries.typed import CLOCK, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import AgendaItem, Institution, Position
from desktop.models.tables import Statement as Said


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A point of the agenda."""

    id: UUID
    order_no: int
    title: str
    presenter_id: UUID | None
    planned_minutes: int | None
    started_at: time | None = None
    ended_at: time | None = None


_AGENDA = Statement(
    lambda: (
        AgendaItem.select(
            AgendaItem.id,
            AgendaItem.order_no,
            AgendaItem.title,
            AgendaItem.presenter_id,
            AgendaItem.planned_minutes,
            AgendaItem.started_at,
            AgendaItem.ended_at,
        )
        .where(AgendaItem.meeting_id == param("meeting"), live(AgendaItem))
        .order_by(AgendaItem.order_no, AgendaItem.seq)
    )
)


def agenda(store: Store, meeting: UUID) -> list[AgendaRow]:
    """The agenda in its order."""
    types = (ID, None, None, ID, None, CLOCK, CLOCK)
    return [AgendaRow(*typed(row, types)) for row in _AGENDA.rows(store, meeting=meeting)]


class StatementRow(NamedTuple):
    """Something said, with the speaker's seat and the office spoken for."""

    id: UUID
    order_no: int
    agenda_item_id: UUID | None
    kind: str
    speaker_id: UUID | None
    on_behalf_of: str | None
    text: str
    code: str | None
    on_behalf_of_id: UUID | None = None


_STATEMENTS = Statement(
    lambda: Said.select(
        Said.id, Said.order_no, Said.agenda_item_id, Said.kind,
        Said.speaker_id, Position.title, Institution.name, Position.leads, Said.text,
        Said.code, Said.on_behalf_of_id,
    )
    .join(Position, JOIN.LEFT_OUTER, on=(Said.on_behalf_of_id == Position.id))
    .join_from(Position, Institution, JOIN.LEFT_OUTER, on=(Position.institution_id == Institution.id))
    .where(Said.meeting_id == param("meeting"), live(Said))
    .order_by(Said.order_no, Said.seq)
)  # fmt: skip


def statements(store: Store, meeting: UUID) -> list[StatementRow]:
    """Everything said, in the order it was said."""
    found = []
    for row in _STATEMENTS.rows(store, meeting=meeting):
        one, order_no, item, kind, speaker, title, institution, leads, text, code, office = row
        behalf = office_words(title, institution, bool(leads)) if title and institution else None
        said = typed((one, order_no, item, kind, speaker), (ID, None, ID, None, ID))
        found.append(StatementRow(*[*said, behalf, text, code, ID.python_value(office)]))
    return found
