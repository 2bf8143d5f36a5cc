"""The minutes of a meeting: as they stand, or as they were frozen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import time
from typing import Any, NamedTuple
from uuid import UUID

from desktop.base.dates import medium_date
from desktop.documents import minutes_content as paper
from desktop.documents.action_matrix_content import FollowUpRow
from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.models.queries.discussion import AgendaRow, StatementRow, agenda, statements
from desktop.models.queries.minutes_versions import current_version, frozen_parts
from desktop.models.queries.review import ReviewPart, review
from desktop.models.recall import while_unchanged
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_STATES, ENDS, FROZEN_STATES, UNSIGNED_STATES
from desktop.services.agenda_times import end_of
from desktop.services.frozen_content import from_plain
from desktop.services.meetings import as_kept
from desktop.services.papers.matrix import follow_up_rows
from desktop.services.papers.meeting import head_of, occasion
from desktop.services.papers.profile import person_signatory
from desktop.services.papers.seats import came_from, chair_of, chair_signatory, in_brief

READ = (
    "participant", "person", "position", "institution", "agenda_item", "statement", "commitment", "addressee",
    "commitment_region", "region", "commitment_checklist_item", "checklist_item",
)  # fmt: skip
"""Whose records make up what is recalled of the minutes."""
_FORM = {"minutes_number": "number", "minutes_date": "signed_on", "opening": "opening", "closing": "closing"}
"""What is typed beside the minutes and stands on them: the field of the meeting, and that of the paper."""


def minutes_content(
    store: Store, meeting: UUID, *, typed: Mapping[str, Any] | None = None
) -> paper.MinutesContent:
    """The minutes of a meeting: as they were frozen once they are ready to be signed, else as they stand.

    `typed` are values of the meeting that are not kept yet.
    """
    if head_of(store, meeting).state in FROZEN_STATES and (version := current_version(store, meeting)) is not None:
        parts = frozen_parts(store, version.id)
        assert parts is not None
        return from_plain(paper.MinutesContent, parts[0])
    said = live_minutes(store, meeting)
    values = {_FORM[name]: value for name, value in as_kept(typed or {}).items() if name in _FORM}
    if "number" in values:
        values["number"] = values["number"] or ""
    return replace(said, **values)


def live_minutes(store: Store, meeting: UUID) -> paper.MinutesContent:
    """The minutes of a meeting as they stand, all parts in order."""
    head, told, earlier = head_of(store, meeting), _told(store, meeting), review(store, meeting)
    chair = chair_of(told.seats)
    return paper.MinutesContent(
        title=head.title,
        ended_at=told.ended_at,
        **occasion(head),
        number=head.minutes_number or "",
        invitation_number=head.invitation_number,
        invitation_date=head.invitation_date,
        agenda=told.agenda or None,
        chair=_official(chair) if chair else None,
        secretary=paper.Official(head.secretary) if head.secretary else None,
        minute_taker=paper.Official(head.minute_taker) if head.minute_taker else None,
        attendees=told.attendees,
        participants_in_brief=told.in_brief,
        opening=head.opening,
        reviewed=tuple(_reviewed(part) for part in earlier.asked if part.answer_id),
        discussions=told.discussions,
        decisions=told.decisions,
        closing=head.closing,
        follow_ups=told.follow_ups,
        closed_since=tuple(closed_rows(earlier.closed)),
        signed_on=head.minutes_date,
        signatory=chair_signatory(store, meeting, chair),
        minute_signatory=person_signatory(store, head.minute_taker_id, "Notulis"),
        draft=head.state in UNSIGNED_STATES,
    )


class _Told(NamedTuple):
    """What others recorded of the meeting: nearly all of the paper, and none of it typed beside it."""

    seats: list[ParticipantRow]
    agenda: tuple[paper.AgendaPoint, ...]
    ended_at: time | None
    attendees: tuple[paper.Attendee, ...]
    in_brief: tuple[str, ...]
    discussions: tuple[paper.Discussion, ...]
    decisions: tuple[str, ...]
    follow_ups: tuple[FollowUpRow, ...]


@while_unchanged(*READ)
def _told(store: Store, meeting: UUID) -> _Told:
    seats, said, points = participants(store, meeting), statements(store, meeting), agenda(store, meeting)
    by_id = {seat.id: seat for seat in seats}
    return _Told(
        seats=seats,
        agenda=tuple(paper.AgendaPoint(one.title, one.started_at, one.ended_at) for one in points),
        ended_at=end_of(points),
        attendees=tuple(_attendee(seat) for seat in seats if seat.is_present and seat.name),
        in_brief=in_brief(seats),
        discussions=discussions(points, said, by_id),
        decisions=tuple(one.text for one in said if one.kind == "kesimpulan"),
        follow_ups=follow_up_rows(store, meeting, by_id),
    )


def _official(seat: ParticipantRow) -> paper.Official:
    return paper.Official(seat.name, seat.title or "", came_from(seat), seat.represents or "")


def _attendee(seat: ParticipantRow) -> paper.Attendee:
    return paper.Attendee(seat.name or "", seat.title or "", came_from(seat), seat.represents or "")


def discussions(
    points: list[AgendaRow], said: list[StatementRow], seats: dict[UUID, ParticipantRow]
) -> tuple[paper.Discussion, ...]:
    """What was said point by point, conclusions apart; points nobody said anything about stand there too."""
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
        institution=came_from(seat) if seat and seat.name else "",
        on_behalf_of=one.on_behalf_of or "",
    )


def _reviewed(part: ReviewPart) -> paper.ReviewedRow:
    moved = f"Batas waktu disepakati menjadi {medium_date(part.due_after)}." if part.due_after else ""
    note = "\n".join(filter(None, (part.note, moved)))
    return paper.ReviewedRow(part.text, part.group, COMMITMENT_STATES[part.state], note)


def closed_rows(parts: Sequence[ReviewPart]) -> Iterator[paper.ReviewedRow]:
    """What was closed since the meeting held last: each follow-up once for each way it was closed.

    What was written about it between meetings stays inside; the day prints where it is one.
    """
    together: dict[tuple[UUID, str], list[ReviewPart]] = {}
    for part in parts:
        together.setdefault((part.commitment_id, closed_words(part)), []).append(part)
    for (_, words), some in together.items():
        days = {part.closed_on for part in some}
        day = days.pop() if len(days) == 1 else None
        institutions = ", ".join(dict.fromkeys(part.group for part in some))
        yield paper.ReviewedRow(some[0].text, institutions, words, f"Sejak {medium_date(day)}." if day else "")


def closed_words(part: ReviewPart) -> str:
    """How a part ended: its state, or that another topic goes on with it."""
    handed_over = part.ended_how == "dialihkan" and part.state == "dihentikan"
    return ENDS["dialihkan"] if handed_over else COMMITMENT_STATES[part.state]
