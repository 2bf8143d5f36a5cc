"""What the office prints, gathered from what it knows: contents go to the worker, bytes come back.

Nothing is invented: what is not known stays None and prints as a dotted line. A date for internal use never
reaches a paper.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.base.places import safe_file_name
from desktop.documents import content as paper
from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.models.queries.commitments import CommitmentRow, commitments_of
from desktop.models.queries.discussion import AgendaRow, StatementRow, agenda, statements
from desktop.models.queries.minutes_versions import current_version, frozen_parts
from desktop.models.queries.records import fields_of
from desktop.models.queries.review import ReviewPart, review_parts
from desktop.models.queries.sheet_order import SheetLine, sheet_lines
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_STATES, DUE_SOURCES, FROZEN_STATES, PROMISED_DUE
from desktop.services.agenda_times import end_of
from desktop.services.frozen_content import from_plain
from desktop.services.meeting_papers import head_of, leader_brief_content, rundown_content
from desktop.services.office_paper import paper_profile, person_signatory
from desktop.services.readiness_paper import readiness_content

_CIVIL_SERVICE = ("bakorwil", "pemerintah", "perangkat_daerah")
_UNSIGNED = ("konsep", "dikoreksi")


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper: the worker's job that makes it, its file name, and how its content is gathered."""

    job: str
    name: str
    gather: Callable[[Store, UUID], Any]


def paper_file_name(store: Store, kind: str, meeting: UUID) -> str:
    """A proper name to save a meeting's paper under: date, kind, meeting."""
    head = head_of(store, meeting)
    return safe_file_name(f"{head.held_on:%Y-%m-%d}", PAPERS[kind].name, head.title, suffix=".pdf")


def minutes_content(store: Store, meeting: UUID) -> paper.MinutesContent:
    """The minutes of a meeting: as they were frozen once they are ready to be signed, else as they stand."""
    if head_of(store, meeting).state in FROZEN_STATES and (version := current_version(store, meeting)) is not None:
        parts = frozen_parts(store, version.id)
        assert parts is not None
        return from_plain(paper.MinutesContent, parts[0])
    return live_minutes(store, meeting)


def printed_profile(store: Store, kind: str, meeting: UUID) -> paper.OfficeProfile:
    """How a paper of a meeting is printed; frozen minutes as they were when they were frozen."""
    profile = paper_profile(store, meeting)
    if kind == "minutes" and head_of(store, meeting).state in FROZEN_STATES:
        version = current_version(store, meeting)
        parts = frozen_parts(store, version.id) if version else None
        if parts is not None:
            return replace(from_plain(paper.OfficeProfile, parts[1]), logo=profile.logo)
    return profile


def live_minutes(store: Store, meeting: UUID) -> paper.MinutesContent:
    """The minutes of a meeting as they stand, all parts in order."""
    head, seats = head_of(store, meeting), participants(store, meeting)
    by_id = {seat.id: seat for seat in seats}
    said, points = statements(store, meeting), agenda(store, meeting)
    chair = next((seat for seat in seats if seat.role == "pimpinan" and seat.name), None)
    return paper.MinutesContent(
        title=head.title,
        held_on=head.held_on,
        starts_at=head.starts_at,
        ends_at=head.ends_at,
        ended_at=end_of(points),
        zone=head.zone,
        place=head.place,
        number=head.minutes_number or "",
        invitation_number=head.invitation_number,
        invitation_date=head.invitation_date,
        agenda=tuple(paper.AgendaPoint(one.title, one.started_at, one.ended_at) for one in points) or None,
        chair=_official(chair) if chair else None,
        secretary=paper.Official(head.secretary) if head.secretary else None,
        minute_taker=paper.Official(head.minute_taker) if head.minute_taker else None,
        attendees=tuple(_attendee(seat) for seat in seats if seat.is_present and seat.name),
        participants_in_brief=_in_brief(seats),
        opening=head.opening,
        reviewed=tuple(_reviewed(part) for part in review_parts(store, meeting) if part.answer_id),
        discussions=_discussions(points, said, by_id),
        decisions=tuple(one.text for one in said if one.kind == "kesimpulan"),
        closing=head.closing,
        follow_ups=tuple(_follow_up(one, by_id) for one in commitments_of(store, meeting)),
        signed_on=head.minutes_date,
        signatory=_chair_signatory(store, chair),
        minute_signatory=person_signatory(store, head.minute_taker_id, "Notulis"),
        draft=head.state in _UNSIGNED,
    )


def attendance_sheet_content(store: Store, meeting: UUID) -> paper.AttendanceSheetContent:
    """The sheet to sign at the door: those invited by protocol rank, then each group's institutions."""
    head, seats = head_of(store, meeting), participants(store, meeting)
    groups = tuple(
        paper.SheetGroup(heading, tuple(_sheet_row(line) for line in lines))
        for heading, lines in groupby(sheet_lines(store, meeting, seats), key=_sheet_heading)
    )
    return paper.AttendanceSheetContent(
        title=head.title,
        held_on=head.held_on,
        starts_at=head.starts_at,
        ends_at=head.ends_at,
        zone=head.zone,
        place=head.place,
        groups=groups,
        signatory=_chair_signatory(
            store, next((seat for seat in seats if seat.role == "pimpinan" and seat.name), None)
        ),
    )


def action_matrix_content(store: Store, meeting: UUID) -> paper.ActionMatrixContent:
    """The follow-ups of a meeting as they stand today."""
    head, by_id = head_of(store, meeting), {seat.id: seat for seat in participants(store, meeting)}
    return paper.ActionMatrixContent(
        title=head.title,
        subject=head.topic or "",
        rows=tuple(_follow_up(one, by_id) for one in commitments_of(store, meeting)),
        as_of=today(head.zone),
        draft=head.state in _UNSIGNED,
    )


PAPERS = {
    "minutes": Paper("minutes", "Notula", minutes_content),
    "attendance-sheet": Paper("attendance-sheet", "Daftar Hadir", attendance_sheet_content),
    "action-matrix": Paper("action-matrix", "Matriks Tindak Lanjut", action_matrix_content),
    "readiness": Paper("readiness", "Kesiapan", readiness_content),
    "briefing": Paper("leader-brief", "Bahan Pimpinan", leader_brief_content),
    "rundown": Paper("rundown", "Susunan Acara", rundown_content),
}
"""The papers of a meeting, by the name the console knows them by."""


def _official(seat: ParticipantRow) -> paper.Official:
    return paper.Official(seat.name, seat.title or "", _came_from(seat), seat.represents or "")


def _attendee(seat: ParticipantRow) -> paper.Attendee:
    return paper.Attendee(seat.name or "", seat.title or "", _came_from(seat), seat.represents or "")


def _in_brief(seats: list[ParticipantRow]) -> tuple[str, ...]:
    """Who came without a name; a group of which single institutions are noted is not named beside them."""
    return tuple(
        seat.institution or seat.label or ""
        for seat in seats
        if seat.is_present and not seat.name and not any(one.is_member_of(seat) for one in seats)
    )


def _came_from(seat: ParticipantRow) -> str:
    return seat.present_institution or seat.institution or seat.label or ""


def _discussions(
    points: list[AgendaRow], said: list[StatementRow], seats: dict[UUID, ParticipantRow]
) -> tuple[paper.Discussion, ...]:
    found = []
    for key, topic in [*((point.id, point.title) for point in points), (None, "Catatan lain")]:
        lines = tuple(
            _statement(one, seats) for one in said if one.agenda_item_id == key and one.kind != "kesimpulan"
        )
        if lines or key is not None:
            found.append(paper.Discussion(topic, lines))
    return tuple(found)


def _statement(one: StatementRow, seats: dict[UUID, ParticipantRow]) -> paper.Statement:
    seat = seats.get(one.speaker_id) if one.speaker_id else None
    return paper.Statement(
        kind=one.kind,  # type: ignore[arg-type]  # the database keeps to the same words
        text=one.text,
        speaker=seat.name or seat.institution or seat.label if seat else None,
        position=seat.title or "" if seat else "",
        institution=_came_from(seat) if seat and seat.name else "",
        on_behalf_of=one.on_behalf_of or "",
    )


def _follow_up(one: CommitmentRow, seats: dict[UUID, ParticipantRow]) -> paper.FollowUpRow:
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
    )


def _reviewed(part: ReviewPart) -> paper.ReviewedRow:
    moved = f"Batas waktu disepakati menjadi {medium_date(part.due_after)}." if part.due_after else ""
    note = "\n".join(filter(None, (part.note, moved)))
    return paper.ReviewedRow(part.text, part.group, COMMITMENT_STATES[part.state], note)


def _status(one: CommitmentRow) -> str:
    if len(one.addressees) == 1:
        return COMMITMENT_STATES[one.addressees[0].state]
    return f"{one.done} dari {len(one.addressees)} selesai" if one.addressees else ""


def _chair_signatory(store: Store, chair: ParticipantRow | None) -> paper.Signatory:
    if chair is None:
        return paper.Signatory(role="Pimpinan Rapat")
    signatory = person_signatory(store, chair.present_person_id, "Pimpinan Rapat", name=chair.name)
    civil = bool(chair.institution_id) and (
        fields_of(store, "institution", chair.institution_id)["kind"] in _CIVIL_SERVICE  # type: ignore[arg-type]
    )
    kind = signatory.number_kind or ("NIP" if civil else None)
    return paper.Signatory(
        role="Pimpinan Rapat",
        position=chair.title,
        name=chair.name,
        rank=signatory.rank,
        number_kind=kind,
        number=signatory.number,
    )


def _sheet_heading(line: SheetLine) -> str:
    if line.group is not None:
        return line.group.label or ""
    return "Tamu" if line.is_guest else ""


def _sheet_row(line: SheetLine) -> paper.SheetRow:
    seat = line.seat
    if seat is None or seat.is_group:
        return paper.SheetRow(institution=line.institution or (seat.label or "" if seat else ""))
    return paper.SheetRow(seat.name or "", seat.title or "", _came_from(seat))
