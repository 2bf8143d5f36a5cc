"""Perkembangan: what is reported on a follow-up, each report with the state it leads to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.children import next_order
from desktop.models.queries.records import RecordFields, fields_of
from desktop.models.queries.review import report_in_meeting
from desktop.models.tables import Addressee, Commitment, ProgressReport
from desktop.models.words import COMMITMENT_STATES, REPORT_CHANNELS
from desktop.services import rules
from desktop.services.capture_line.dates import read_due
from desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class TypedNote:
    """What was typed about a follow-up: the words, and a new date where one stands among them (`!12/11`).

    `warning` says why something that looks like a date is none; it then stays in the words.
    """

    note: str
    due: date | None = None
    warning: str = ""


def read_note(text: str, on: date, event: date | None = None) -> TypedNote:
    """Part the words from a new date after `!`; `on` is the meeting's day, `event` the topic's Hari H."""
    for mark in re.finditer(r"(?:^|(?<=\s))!", text):
        due = read_due(text, mark.end(), on, event)
        if due is not None and due.day is not None:
            return TypedNote(" ".join((text[: mark.start()] + text[due.end :]).split()), due.day, due.warning)
        if due is not None:
            return TypedNote(text.strip(), None, due.warning)
    return TypedNote(text.strip())


def answer_in_meeting(desk: Desk, meeting: UUID, addressee: UUID, **values: Any) -> ChangeSet:
    """Note what an addressee answers when a meeting goes through what was open.

    `values` are those of `keep_report`; an answer given before in the same meeting is changed, not repeated.
    """
    with writing(desk.store, "commitment.progress", by=desk.user) as write:
        on = fields_of(desk.store, "meeting", meeting)["held_on"]
        before = report_in_meeting(desk.store, meeting, addressee)
        keep_report(write, addressee, on=on, channel="rapat", meeting=meeting, before=before, **values)
        return write.finish()


def keep_report(
    write: Write,
    addressee: UUID,
    *,
    on: date,
    channel: str,
    meeting: UUID | None = None,
    before: UUID | None = None,
    **values: Any,
) -> UUID:
    """Keep a report on one addressee's part, inside an open transaction, and take its state over.

    `values`: `state` (else it stays what it is), `note`, `reporter`, and `due_date` with `due_reason`, which moves
    the date of the whole follow-up. `before` is a report to be changed instead. Raises InvalidInput for a state
    nobody knows, and for a new date without a reason or that is no new one.
    """
    part = fields_of(write.store, "addressee", addressee)
    checked = _checked({"channel": channel, **values})
    due = _moved_due(write, part["commitment_id"], checked, before)
    state = checked.get("state") or part["state"]
    told: dict[str, Any] = {name: checked[name] for name in ("note", "reporter") if name in checked}
    kept: dict[str, Any] = {"state": state, **told, **due}
    if before is None:
        order = next_order(write.store, ProgressReport, *_siblings(meeting, addressee))
        before = write.insert(
            ProgressReport, commitment_id=part["commitment_id"], addressee_id=addressee, meeting_id=meeting,
            order_no=order, reported_on=on, institution_id=part["institution_id"], channel=channel, **kept,
        )  # fmt: skip
    else:
        write.update(ProgressReport, before, **kept)
    if "state" in checked:
        write.update(Addressee, addressee, state=state, state_on=on)
    return before


def _siblings(meeting: UUID | None, addressee: UUID) -> tuple[str, UUID]:
    return ("addressee_id", addressee) if meeting is None else ("meeting_id", meeting)


def _moved_due(write: Write, commitment: UUID, values: dict[str, Any], before: UUID | None) -> dict[str, Any]:
    if "due_date" not in values:
        return {}
    follow_up = fields_of(write.store, "commitment", commitment)
    if values["due_date"] == follow_up["due_date"]:
        raise InvalidInput("due_date", "Batas waktunya sudah tanggal itu.", "Tulis tanggal yang baru.")
    write.update(
        Commitment, commitment, due_date=values["due_date"], due_source="disepakati",
        due_note=None,  # words that stood beside the old date say nothing of the new one
    )  # fmt: skip
    first = _first_due(fields_of(write.store, "progress_report", before) if before else None, follow_up)
    return {"due_before": first, "due_after": values["due_date"], "due_reason": values["due_reason"]}


def _first_due(report: RecordFields | None, follow_up: RecordFields) -> Any:
    """The date before the first change in the same report."""
    moved = report is not None and report["due_after"] is not None
    return report["due_before"] if report is not None and moved else follow_up["due_date"]


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    rules.required(found, "state", "Status")
    rules.one_of(found, "state", COMMITMENT_STATES, "Status")
    rules.one_of(found, "channel", REPORT_CHANNELS, "Cara melapor")
    rules.required(found, "due_date", "Batas waktu baru")
    if "due_date" in found and not found.get("due_reason"):
        raise InvalidInput("due_reason", "Alasan perubahan batas waktu belum diisi.", "Tulis alasannya.")
    return found
