"""The follow-ups of a meeting as rows of the matrix."""

from __future__ import annotations

from uuid import UUID

from desktop.base.clock import today
from desktop.documents import action_matrix_content as paper
from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.models.queries.commitments import CommitmentRow, commitments_of
from desktop.models.queries.regions import regions_of_commitments
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_STATES, DUE_SOURCES, PROMISED_DUE, UNSIGNED_STATES
from desktop.services.papers.meeting import head_of


def action_matrix_content(store: Store, meeting: UUID) -> paper.ActionMatrixContent:
    """The follow-ups of a meeting as they stand today."""
    head = head_of(store, meeting)
    return paper.ActionMatrixContent(
        title=head.title,
        subject=head.topic or "",
        rows=follow_up_rows(store, meeting, {seat.id: seat for seat in participants(store, meeting)}),
        as_of=today(head.zone),
        draft=head.state in UNSIGNED_STATES,
    )


def follow_up_rows(
    store: Store, meeting: UUID, seats: dict[UUID, ParticipantRow]
) -> tuple[paper.FollowUpRow, ...]:
    """All follow-ups of a meeting, with the regions they concern."""
    regions = regions_of_commitments(store, meeting)
    return tuple(
        follow_up_row(one, seats, tuple(regions.get(one.id, ()))) for one in commitments_of(store, meeting)
    )


def follow_up_row(
    one: CommitmentRow, seats: dict[UUID, ParticipantRow], related: tuple[str, ...] = ()
) -> paper.FollowUpRow:
    """A follow-up as it goes on paper, `related` the regions it concerns; an internal date stays inside."""
    promised = one.due_source in PROMISED_DUE
    words = [DUE_SOURCES[one.due_source].lower()] if one.due_source and promised else []
    if one.due_note and (promised or one.due_date is None):  # what is said of an internal date is internal too
        words.append(one.due_note)
    speaker = seats.get(one.speaker_id) if one.speaker_id else None
    return paper.FollowUpRow(
        text=one.text,
        responsible=tuple(one.addressee_words()),
        due=one.due_date if promised else None,
        due_words="; ".join(words),
        indicator=one.indicator or "",
        status=_status(one),
        note=f"Disampaikan oleh {speaker.name}" if speaker and speaker.name else "",
        related=related,
    )


def _status(one: CommitmentRow) -> str:
    if len(one.addressees) == 1:
        return COMMITMENT_STATES[one.addressees[0].state]
    return f"{one.done} dari {len(one.addressees)} selesai" if one.addressees else ""
