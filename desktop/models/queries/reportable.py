"""What a message may report on: parts of follow-ups, by institution or by words; and who has which number."""

from __future__ import annotations

from datetime import date, time
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, Case, fn

from desktop.base.folding import fold
from desktop.models.queries.commitments import addressee_words
from desktop.models.queries.typed import CLOCK, DAY, ID, live, typed
from desktop.models.statements import Statement, compiled_once, param, unknown_last
from desktop.models.store import Store
from desktop.models.tables import Addressee, Commitment, Institution, Meeting, Person, Position, ProgressReport
from desktop.models.words import OPEN_STATES


class ReportablePart(NamedTuple):
    """One addressee's part of a follow-up, as it is chosen for a report."""

    id: UUID
    commitment_id: UUID
    code: str | None
    text: str
    due_date: date | None
    held_on: date | None
    state: str
    institution_id: UUID | None
    institution: str | None
    position: str | None
    label: str | None

    @property
    def words(self) -> str:
        """Who has to do it."""
        return addressee_words(self.position, self.institution, self.label)


_TYPES = (ID, ID, None, None, DAY, DAY, None, ID, None, None, None)
_WHO = fn.COALESCE(Addressee.institution_id, Position.institution_id)


def _parts_query() -> Any:
    return (
        Addressee.select(
            Addressee.id, Addressee.commitment_id, Commitment.code, Commitment.text, Commitment.due_date,
            Meeting.held_on, Addressee.state, _WHO, Institution.name, Position.title, Addressee.label,
        )
        .join(Commitment, on=(Addressee.commitment_id == Commitment.id))
        .join_from(Commitment, Meeting, JOIN.LEFT_OUTER, on=(Commitment.meeting_id == Meeting.id))
        .join_from(Addressee, Position, JOIN.LEFT_OUTER, on=(Addressee.position_id == Position.id))
        .join_from(Addressee, Institution, JOIN.LEFT_OUTER, on=(Institution.id == _WHO))
        .where(live(Addressee), live(Commitment))
    )  # fmt: skip


_OF_ONE = Statement(
    lambda: _parts_query().where(Addressee.commitment_id == param("commitment")).order_by(Addressee.order_no)
)


def parts_of(store: Store, commitment: UUID) -> list[ReportablePart]:
    """The parts of one follow-up, in their order."""
    return [ReportablePart(*typed(row, _TYPES)) for row in _OF_ONE.rows(store, commitment=commitment)]


def reportable_parts(
    store: Store, text: str = "", institution: UUID | None = None, limit: int = 40
) -> list[ReportablePart]:
    """Parts in whose follow-up or institution every typed word is found, those of `institution` first.

    Without words only parts of the institution; what is still open stands before what is finished.
    """
    words = fold(text).split()
    if not words and institution is None:
        return []
    own = [Case(None, ((institution == _WHO, 0),), 1)] if institution is not None else []
    finished = Case(None, ((Addressee.state.in_(OPEN_STATES), 0),), 1)
    order = (*own, finished, *unknown_last(Commitment.due_date), Commitment.seq.desc(), Addressee.order_no)
    query = _parts_query().order_by(*order).limit(limit)
    if not words:
        posts = Position.select(Position.id).where(Position.institution_id == institution)
        query = query.where((Addressee.institution_id == institution) | Addressee.position_id.in_(posts))
    for word in words:
        found = fn.COALESCE(Institution.search_text, "").concat(" ").concat(Commitment.search_text)
        query = query.where(found.contains(word))
    return [ReportablePart(*typed(row, _TYPES)) for row in store.rows(*compiled_once(store, query))]


_PHONES = Statement(
    lambda: Person.select(Person.id, Person.name, Person.phone).where(Person.phone.is_null(False), live(Person))
)


def telephones(store: Store) -> list[tuple[UUID, str, str]]:
    """Everybody with a telephone number: id, name, and the numbers as they were kept."""
    return [(ID.python_value(one), name, phone) for one, name, phone in _PHONES.rows(store)]  # type: ignore[misc]


class NotedMessage(NamedTuple):
    """A report that came by WhatsApp: when, from whom, its words, and the follow-up it is on."""

    day: date
    clock: time | None
    reporter: str | None
    note: str | None
    code: str | None
    text: str


def _noted_query() -> Any:
    return (
        ProgressReport.select(
            ProgressReport.reported_on, ProgressReport.reported_at, ProgressReport.reporter, ProgressReport.note,
            Commitment.code, Commitment.text,
        )
        .join(Commitment, on=(ProgressReport.commitment_id == Commitment.id))
        .where(
            ProgressReport.channel == "whatsapp", live(ProgressReport),
            ProgressReport.reported_on >= param("first"), ProgressReport.reported_on <= param("last"),
        )
    )  # fmt: skip


_NOTED = Statement(_noted_query)


def noted_messages(store: Store, first: date, last: date) -> list[NotedMessage]:
    """What came by WhatsApp from one day to another and was noted."""
    types = (DAY, CLOCK, None, None, None, None)
    return [NotedMessage(*typed(row, types)) for row in _NOTED.rows(store, first=first, last=last)]
