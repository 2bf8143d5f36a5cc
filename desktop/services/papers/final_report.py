"""Laporan Akhir Topik: what was done in a topic and how everything in it ended, as it goes on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.places import safe_file_name
from desktop.documents import final_report_content as paper
from desktop.documents.action_matrix_content import FollowUpRow
from desktop.models.queries.closing import EndRow, TopicMeeting, ends_in_topic, meetings_in_topic
from desktop.models.queries.commitments import CommitmentRow, commitments_of_topic
from desktop.models.queries.issues import IssueRow, problems
from desktop.models.queries.office import stages
from desktop.models.queries.readiness import matrix
from desktop.models.queries.records import fields_of
from desktop.models.queries.regions import regions_of_commitments
from desktop.models.queries.situation import taking_part
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_KINDS, ENDS
from desktop.services.papers.matrix import follow_up_row
from desktop.services.papers.minutes import minutes_content
from desktop.services.papers.profile import head_signatory
from desktop.services.papers.situation import handling_words

NAME = "Laporan Akhir"


def final_report_content(
    store: Store, topic: UUID, *, typed: Mapping[str, Any] | None = None
) -> paper.FinalReportContent:
    """The report on a topic as it was closed, a draft while it is open; raises NotFound where it is gone.

    `typed` are `closed_on` and `closing_note` as they are being written before the topic is closed.
    """
    values = fields_of(store, "topic", topic).values
    is_open = values["state"] == "open"
    if is_open:
        values = values | dict(typed or {})
    last_day = values["closed_on"] or today()
    meetings = meetings_in_topic(store, topic)
    held = [one for one in meetings if not one.cancelled and one.held_on <= last_day]
    rows, ends = commitments_of_topic(store, topic), ends_in_topic(store, topic)
    return paper.FinalReportContent(
        title=values["name"],
        event_label=values["event_label"],
        event_date=values["event_date"],
        begun_on=held[0].held_on if held else None,
        closed_on=values["closed_on"],
        regions=tuple(taking_part(store, topic).values()),
        stages=tuple(paper.ReportedStage(one.name, one.starts_on, one.ends_on) for one in stages(store, topic)),
        meetings=tuple(_meeting(store, one) for one in held),
        cancelled=sum(one.cancelled for one in meetings),
        ends=_counted(rows, ends),
        handed_over=tuple(_ended(one, ends[one.id]) for one in rows if _end_of(one, ends) == "dialihkan"),
        stopped=tuple(_ended(one, ends.get(one.id)) for one in rows if _end_of(one, ends) == "dihentikan"),
        problems=tuple(_problem(one) for one in problems(store, topic)),
        readiness=_readiness(store, topic),
        note=values["closing_note"] or (None if is_open else ""),
        follow_ups=_annex(store, rows, ends),
        signatory=head_signatory(store),
        draft=is_open,
    )


def final_report_title(store: Store, topic: UUID) -> str:
    """What the register calls the report, which each topic has its own of."""
    return f"{NAME} {fields_of(store, 'topic', topic)['name']}"


def final_report_file_name(store: Store, topic: UUID) -> str:
    """A proper name to save the report under: the day of closing, what it is, the topic."""
    values = fields_of(store, "topic", topic)
    day: date = values["closed_on"] or today()
    return safe_file_name(f"{day:%Y-%m-%d}", NAME, values["name"], suffix=".pdf")


def _meeting(store: Store, one: TopicMeeting) -> paper.ReportedMeeting:
    """As its minutes say, signed ones as they were frozen."""
    said = minutes_content(store, one.id)
    return paper.ReportedMeeting(
        one.title,
        one.held_on,
        one.place or "",
        len(said.attendees),
        len(said.participants_in_brief),
        said.decisions,
    )


def _end_of(one: CommitmentRow, ends: Mapping[UUID, EndRow]) -> str:
    """How a follow-up ended: a word of `words.ENDS`, or "" while somebody still has to do it."""
    end = ends.get(one.id)
    if one.addressees and one.unfinished:
        return ""
    if end is not None:
        return end.how
    if not one.addressees:
        return ""
    return "dihentikan" if one.state == "dihentikan" else "selesai"


def _counted(rows: Sequence[CommitmentRow], ends: Mapping[UUID, EndRow]) -> tuple[paper.EndsOfKind, ...]:
    counts = Counter((one.kind, _end_of(one, ends)) for one in rows)
    return tuple(
        paper.EndsOfKind(
            words, counts[kind, "selesai"], counts[kind, "dihentikan"], counts[kind, "dialihkan"], counts[kind, ""]
        )
        for kind, words in COMMITMENT_KINDS.items()
        if any(counts[kind, how] for how in (*ENDS, ""))
    )


def _ended(one: CommitmentRow, end: EndRow | None) -> paper.EndedFollowUp:
    to, reason = _where_to(end)
    return paper.EndedFollowUp(one.text, tuple(one.addressee_words()), to, reason)


def _where_to(end: EndRow | None) -> tuple[str, str]:
    """Where a follow-up went and why; to an institution outside it went in words (`Ke BPBD Jatim: …`)."""
    if end is None:
        return "", ""
    if end.how != "dialihkan" or end.topic:
        return (f"topik {end.topic}" if end.topic else ""), end.note
    to, _, reason = end.note.removeprefix("Ke ").partition(": ")
    return to, reason


def _annex(store: Store, rows: Sequence[CommitmentRow], ends: Mapping[UUID, EndRow]) -> tuple[FollowUpRow, ...]:
    regions = regions_of_commitments(store)
    return tuple(_annex_row(one, tuple(regions.get(one.id, ())), ends.get(one.id)) for one in rows)


def _annex_row(one: CommitmentRow, related: tuple[str, ...], end: EndRow | None) -> FollowUpRow:
    row = follow_up_row(one, {}, related)
    if end is None:
        return row
    to, reason = _where_to(end)
    if end.how == "selesai":
        return replace(row, note=reason)
    words = f"{ENDS[end.how]} ke {to}" if to else ENDS[end.how]
    status = ENDS[end.how] if len(one.addressees) < 2 else row.status
    return replace(row, status=status, note=f"{words}: {reason}" if reason else words)


def _problem(one: IssueRow) -> paper.ReportedProblem:
    return paper.ReportedProblem(one.text, one.happened_on, one.region or "", one.field or "", handling_words(one))


def _readiness(store: Store, topic: UUID) -> tuple[paper.ReadyRegion, ...]:
    """Only the regions something was reported of: no report says nothing."""
    found = matrix(store, topic)
    return tuple(
        paper.ReadyRegion(
            region.name, total.tally.ready, total.tally.reported, total.tally.applicable, total.tally.percent
        )
        for region, total in zip(found.regions, found.by_region, strict=True)
        if total.tally.reported
    )
