"""The log of a follow-up: everything reported on it, and the meetings that heard of it since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, fn

from desktop.models.fields import JsonField
from desktop.models.queries.commitments import addressee_words
from desktop.models.queries.typed import CLOCK, DAY, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import (
    Addressee,
    Attachment,
    Commitment,
    Institution,
    Meeting,
    OutgoingForm,
    Position,
    ProgressReport,
)
from desktop.models.words import FROZEN_STATES, PROMISED_DUE

_JSON = JsonField()


@dataclass(frozen=True, slots=True)
class LogRow:
    """One report on one addressee's part.

    `institution` is who reported, `reporter` the person; both are None where a state was set by hand. `as_of` is
    the day the data of its form are from, `files` how many files of evidence it has.
    """

    id: UUID
    seq: int
    addressee_id: UUID
    position: str | None
    addressee_institution: str | None
    label: str | None
    via: str | None
    reported_on: date
    reported_at: time | None
    state: str
    note: str | None
    institution_id: UUID | None
    institution: str | None
    reporter: str | None
    channel: str
    meeting_id: UUID | None
    meeting_title: str | None
    held_on: date | None
    meeting_state: str | None
    due_before: date | None
    due_after: date | None
    due_reason: str | None
    amount: float | None
    target: float | None
    unit: str | None
    form_id: UUID | None
    as_of: date | None
    files: int

    @property
    def words(self) -> str:
        """The addressee as one writes it."""
        return addressee_words(self.position, self.addressee_institution, self.label)

    @property
    def is_by_hand(self) -> bool:
        """Whether it only says that the office set the state, and no news."""
        told = (self.institution_id, self.reporter, self.note, self.amount, self.due_after, self.meeting_id)
        return self.channel == "lainnya" and all(one is None for one in told) and not self.files


_Reporting = Institution.alias("reporting")


def _log_query() -> Any:
    return (
        ProgressReport.select(
            ProgressReport.id, ProgressReport.seq, ProgressReport.addressee_id, Position.title, Institution.name,
            Addressee.label, Addressee.via, ProgressReport.reported_on, ProgressReport.reported_at,
            ProgressReport.state, ProgressReport.note, ProgressReport.institution_id, _Reporting.name,
            ProgressReport.reporter, ProgressReport.channel, ProgressReport.meeting_id, Meeting.title,
            Meeting.held_on, Meeting.state, ProgressReport.due_before, ProgressReport.due_after,
            ProgressReport.due_reason, ProgressReport.amount, ProgressReport.target, ProgressReport.unit,
            ProgressReport.form_id, OutgoingForm.as_of,
            Attachment.select(fn.COUNT(Attachment.seq)).where(
                Attachment.progress_report_id == ProgressReport.id, live(Attachment)
            ),
        )
        .join(Addressee, on=(ProgressReport.addressee_id == Addressee.id))
        .join_from(Addressee, Institution, JOIN.LEFT_OUTER, on=(Addressee.institution_id == Institution.id))
        .join_from(Addressee, Position, JOIN.LEFT_OUTER, on=(Addressee.position_id == Position.id))
        .join_from(ProgressReport, Meeting, JOIN.LEFT_OUTER, on=(ProgressReport.meeting_id == Meeting.id))
        .join_from(
            ProgressReport, _Reporting, JOIN.LEFT_OUTER, on=(ProgressReport.institution_id == _Reporting.id)
        )
        .join_from(ProgressReport, OutgoingForm, JOIN.LEFT_OUTER, on=(ProgressReport.form_id == OutgoingForm.id))
        .where(ProgressReport.commitment_id == param("commitment"), live(ProgressReport))
        .order_by(ProgressReport.reported_on.desc(), ProgressReport.seq.desc())
    )  # fmt: skip


_LOG = Statement(_log_query)
_TYPES = (
    ID, None, ID, None, None, None, None, DAY, CLOCK, None, None, ID, None, None, None, ID, None, DAY, None, DAY,
    DAY, None, None, None, None, ID, DAY, None,
)  # fmt: skip


def log_of(store: Store, commitment: UUID) -> list[LogRow]:
    """The log of a follow-up, the newest day first, of one day what was noted last."""
    return [LogRow(*typed(row, _TYPES)) for row in _LOG.rows(store, commitment=commitment)]


class DueMove(NamedTuple):
    """A report that moved the date of a follow-up."""

    report: UUID
    before: date | None
    after: date


_MOVES = Statement(
    lambda: (
        ProgressReport.select(ProgressReport.id, ProgressReport.due_before, ProgressReport.due_after)
        .where(
            ProgressReport.commitment_id == param("commitment"), live(ProgressReport),
            ProgressReport.due_after.is_null(False),
        )
        .order_by(ProgressReport.seq)
    )
)  # fmt: skip


def due_moves(store: Store, commitment: UUID) -> list[DueMove]:
    """The reports that moved the date of a follow-up, in the order they were noted."""
    return [DueMove(*typed(row, (ID, DAY, DAY))) for row in _MOVES.rows(store, commitment=commitment)]


_SETTLED = Statement(
    lambda: (
        Commitment.select(Commitment.due_date)
        .join(Meeting, JOIN.LEFT_OUTER, on=(Commitment.meeting_id == Meeting.id))
        .where(
            Commitment.id == param("commitment"), Commitment.due_date.is_null(False),
            Commitment.due_source.in_(PROMISED_DUE),
            Meeting.state.in_(FROZEN_STATES)
            | fn.EXISTS(
                ProgressReport.select(ProgressReport.seq).where(
                    ProgressReport.commitment_id == Commitment.id, live(ProgressReport),
                    ProgressReport.due_after.is_null(False),
                )
            ),
        )
    )
)  # fmt: skip


def due_is_settled(store: Store, commitment: UUID) -> bool:
    """Whether a date was promised for good: its minutes stand still, or it moved already and the log says why."""
    return _SETTLED.one(store, commitment=commitment) is not None


def source_before(store: Store, commitment: UUID, before: date, after: date) -> str | None:
    """Whose date `before` was when it became `after`, as this copy's journal tells; None where it does not."""
    rows = store.rows(
        "SELECT \"before\", \"after\" FROM change WHERE table_name = 'commitment' AND operation = 'update' "
        f"AND record_id = {store.mark} ORDER BY seq DESC",
        (commitment,),
    )
    for was, now in ((_JSON.python_value(one), _JSON.python_value(other)) for one, other in rows):
        if (was.get("due_date"), now.get("due_date")) == (before.isoformat(), after.isoformat()):
            return was.get("due_source")  # type: ignore[no-any-return]
    return None
