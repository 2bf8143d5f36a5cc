"""What is told by WhatsApp of a meeting: only what may leave the office that way."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from desktop.base.clock import today
from desktop.base.dates import long_date, medium_date, time_span
from desktop.base.errors import PaperProblem
from desktop.documents.action_matrix_content import FollowUpRow
from desktop.exchange.chat_text import (
    Due,
    Head,
    InstitutionChat,
    InvitationChat,
    ResultChat,
    Task,
    institution_text,
    invitation_text,
    result_text,
)
from desktop.models.queries.attendance import office_words
from desktop.models.queries.commitments import CommitmentRow, commitments_of
from desktop.models.queries.discussion import agenda
from desktop.models.queries.meetings import MeetingHead
from desktop.models.queries.own_office import office_name
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_STATES, PROMISED_DUE, SECURITY, UNSIGNED_STATES
from desktop.services.papers.meeting import head_of
from desktop.services.papers.minutes import minutes_content


def invitation_chat(store: Store, meeting: UUID) -> str:
    """The invitation to a meeting as a message; raises PaperProblem where the meeting is classified."""
    head = _open_head(store, meeting)
    dated = f" tanggal {medium_date(head.invitation_date)}" if head.invitation_date else ""
    return invitation_text(
        InvitationChat(
            _head(store, head),
            agenda=tuple(one.title for one in agenda(store, meeting)),
            letter=f"Nomor {head.invitation_number}{dated}" if head.invitation_number else "",
            cancelled=head.cancelled,
        )
    )


def result_chat(store: Store, meeting: UUID) -> str:
    """The result of a meeting as a message: no absences, no internal dates; raises PaperProblem as above."""
    head = _open_head(store, meeting)
    said = minutes_content(store, meeting)
    return result_text(
        ResultChat(
            _head(store, head),
            said.decisions,
            tuple(map(_task, said.follow_ups)),
            tuple(Task(one.text, (one.institution,), status=one.status) for one in said.closed_since),
            said.draft,
        )
    )


def institution_chat(store: Store, meeting: UUID, institution: UUID) -> str:
    """The follow-ups of one institution as a message to it; raises PaperProblem as above."""
    head = _open_head(store, meeting)
    values = fields_of(store, "institution", institution).values
    leader = values["leader_title"]
    tasks = [
        _own_task(one, institution)
        for one in commitments_of(store, meeting)
        if any(each.institution_id == institution for each in one.addressees)
    ]
    content = InstitutionChat(
        _head(store, head),
        to=office_words(leader, values["name"], leads=True) if leader else values["name"],
        tasks=tuple(tasks),
        as_of=today(head.zone),
        draft=head.state in UNSIGNED_STATES,
    )
    return institution_text(content)


def addressed_institutions(store: Store, meeting: UUID) -> Sequence[tuple[UUID, str]]:
    """The institutions with follow-ups of a meeting, each once, in the order of the follow-ups."""
    found = {
        each.institution_id: each.institution or each.words
        for one in commitments_of(store, meeting)
        for each in one.addressees
        if each.institution_id is not None
    }
    return list(found.items())


def _open_head(store: Store, meeting: UUID) -> MeetingHead:
    """A meeting that may be told of in messages."""
    head = head_of(store, meeting)
    security = fields_of(store, "meeting", meeting)["security"]
    if security != "biasa":
        raise PaperProblem(
            f"Rapat ini berklasifikasi {SECURITY[security].lower()}, sehingga tidak dijadikan teks WhatsApp.",
            "Sampaikan lewat surat, atau ubah klasifikasinya di tab Persiapan bila keliru.",
        )
    return head


def _head(store: Store, head: MeetingHead) -> Head:
    when = time_span(head.starts_at, head.ends_at, head.zone, head.held_on)
    return Head(head.title, long_date(head.held_on), when or "", head.place or "", office_name(store))


def _task(row: FollowUpRow) -> Task:
    return Task(row.text, row.responsible, Due(row.due, row.due_words))


def _own_task(one: CommitmentRow, institution: UUID) -> Task:
    state = next(each.state for each in one.addressees if each.institution_id == institution)
    promised = one.due_source in PROMISED_DUE
    note = one.due_note or "" if promised or one.due_date is None else ""
    return Task(one.text, (), Due(one.due_date if promised else None, note), COMMITMENT_STATES[state])
