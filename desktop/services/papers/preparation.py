"""The papers that are printed before a meeting: Bahan Pimpinan for the head, Susunan Acara for the MC."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.errors import NotFound
from desktop.documents import preparation_content as paper
from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.models.queries.escalations import awaited_directions
from desktop.models.queries.issues import open_problems
from desktop.models.queries.moments import now_moment, position_of, since_the_last_meeting
from desktop.models.queries.positions import template_in_force
from desktop.models.queries.readiness_items import ItemRow, items
from desktop.models.queries.records import fields_of
from desktop.models.queries.review import ReviewPart, review
from desktop.models.queries.rundown import clock_times, rundown
from desktop.models.score import Tally, tally, value_of
from desktop.models.store import Store
from desktop.models.then_and_now import NOT_READY, WORSE, compared
from desktop.models.words import ANSWERS, ATTENDANCE, COMMITMENT_STATES, OPEN_STATES, PROMISED_DUE
from desktop.services.papers.meeting import head_of, occasion
from desktop.services.papers.minutes import closed_rows
from desktop.services.papers.readiness_progress import summary_words
from desktop.services.papers.situation import handling_words

_WORST_SHOWN = 3


def leader_brief_content(store: Store, meeting: UUID) -> paper.LeaderBriefContent:
    """What the head should know before a meeting: who comes, what is open, what is weak, what to raise."""
    head = head_of(store, meeting)
    found = items(store, head.topic_id) if head.topic_id else []
    earlier = review(store, meeting)
    counted = sum((tally(one.answer) for one in found), Tally())
    return paper.LeaderBriefContent(
        title=head.title,
        **occasion(head),
        purpose=head.purpose or "",
        subject=head.topic or "",
        guests=tuple(_guest(seat) for seat in _by_rank(participants(store, meeting))),
        tasks=_tasks(earlier.asked),
        closed=tuple(
            paper.BriefTask(one.institution, one.text, one.status) for one in closed_rows(earlier.closed)
        ),
        weaknesses=_weaknesses(found),
        **_progress(store, head.topic_id, head.held_on),
        readiness=f"{counted.reported} dari {counted.applicable} butir dilaporkan" if counted.applicable else "",
        problems=tuple(
            paper.BriefProblem(one.text, one.region or "", handling_words(one))
            for one in (open_problems(store, head.topic_id) if head.topic_id else ())
        ),
        questions=tuple(
            paper.BriefQuestion(one.text, one.question, one.place, one.asked_on)
            for one in (awaited_directions(store, head.topic_id) if head.topic_id else ())
        ),
        points=tuple(_points(fields_of(store, "meeting", meeting)["briefing_points"] or "")),
        as_of=today(head.zone),
    )


def _progress(store: Store, topic: UUID | None, held_on: date) -> dict[str, Any]:
    """What became of readiness since the meeting before; nothing where there was none, or nothing is asked."""
    since = since_the_last_meeting(store, topic, held_on) if topic else None
    if topic is None or since is None or template_in_force(store, topic) is None:
        return {}
    found = compared(position_of(store, topic, since), position_of(store, topic, now_moment(store, topic)))
    worst = [one for one in found.changes if one.kind in (WORSE, NOT_READY)]
    lines = [
        f"{one.region.replace('Kabupaten ', 'Kab. ')}: {one.text}, "
        f"dari {_in_words(one.then)} menjadi {_in_words(one.now)}"
        for one in worst
    ]
    return {"progress": (summary_words(found), *lines[:_WORST_SHOWN]), "progress_since": since.day}


def _in_words(state: str) -> str:
    return f"{state[:1].lower()}{state[1:]}"


def rundown_content(store: Store, meeting: UUID) -> paper.RundownContent:
    """The order of the ceremony with the times that follow; raises NotFound where none is written."""
    head, rows = head_of(store, meeting), rundown(store, meeting)
    if not rows:
        raise NotFound("Susunan acara rapat ini belum ditulis.", "Tulis susunannya di Persiapan.")
    times = clock_times(rows, head.starts_at)
    return paper.RundownContent(
        title=head.title,
        **occasion(head),
        lines=tuple(
            paper.RundownLine(row.title, begin, end, row.officer or "", row.note or "")
            for row, (begin, end) in zip(rows, times, strict=True)
        ),
    )


def _points(text: str) -> list[str]:
    """Each line is a point, without a dash or number of its own."""
    return [point for line in text.splitlines() if (point := _BULLET.sub("", line).strip())]


_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")


def _by_rank(seats: Sequence[ParticipantRow]) -> list[ParticipantRow]:
    """Those invited in protocol order; guests nobody invited stand in no invitation."""
    return sorted((seat for seat in seats if not seat.is_guest), key=lambda seat: seat.protocol_rank)


def _guest(seat: ParticipantRow) -> paper.BriefGuest:
    noted = seat.state != "belum_dicatat"
    answer = ATTENDANCE[seat.state] if noted else ANSWERS[seat.answer]
    away = seat.state in ("berhalangan", "tidak_hadir") or (not noted and seat.answer == "berhalangan")
    return paper.BriefGuest(seat.invited_office or seat.name or "", "" if away else seat.name or "", answer)


def _tasks(parts: Sequence[ReviewPart]) -> tuple[paper.BriefTask, ...]:
    """What is open by institution; one that went to a whole group stands once, with how many are open."""
    found: dict[tuple[UUID, str], list[ReviewPart]] = defaultdict(list)
    for part in parts:
        if part.state in OPEN_STATES:
            found[part.commitment_id, part.via or part.group].append(part)
    tasks = [_task(words, shared) for (_, words), shared in found.items()]
    order = {words: place for place, words in enumerate(dict.fromkeys(task.institution for task in tasks))}
    return tuple(sorted(tasks, key=lambda task: order[task.institution]))


def _task(words: str, parts: Sequence[ReviewPart]) -> paper.BriefTask:
    one = parts[0]
    due = one.due_date if one.due_source in PROMISED_DUE else None
    state = COMMITMENT_STATES[one.state] if len(parts) == 1 else f"Terbuka di {len(parts)} instansi"
    return paper.BriefTask(words, one.text, state, due, max(part.appearance for part in parts), one.moved)


def _weaknesses(found: Sequence[ItemRow]) -> tuple[paper.BriefWeakness, ...]:
    """The reported items that are not ready, those that hold back the most first, each with its regions."""
    weak: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    lost: dict[tuple[str, str, str], float] = defaultdict(float)
    for one in found:
        value = value_of(one.answer)
        if one.state not in ("belum_siap", "sebagian") or value is None:
            continue
        key = (one.code, one.text, one.state_words)
        weak[key].append(one.region)
        lost[key] += float(1 - value) * one.weight
    return tuple(
        paper.BriefWeakness(key[1], key[2], tuple(weak[key])) for key in sorted(weak, key=lambda key: -lost[key])
    )
