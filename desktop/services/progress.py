"""Perkembangan: what is reported on a follow-up, each report with the state it leads to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models import drafts
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.addressee_logs import addressee_logs
from desktop.models.queries.children import next_order
from desktop.models.queries.records import RecordFields, fields_of
from desktop.models.queries.review import report_in_meeting
from desktop.models.tables import ProgressReport
from desktop.models.words import COMMITMENT_STATES, REPORT_CHANNELS
from desktop.services import rules
from desktop.services.addressee_states import keep_unlogged, settle, state_at
from desktop.services.capture_line.dates import read_due
from desktop.services.commitments import UNDER_REPORT
from desktop.services.desk import Desk
from desktop.services.due_moves import change_move, move_due, take_move_back
from desktop.services.removal import delete_with_children
from desktop.services.resting import rest_until

_TOLD = ("note", "reporter", "institution_id", "amount", "target", "unit", "reported_at", "form_id")
"""What a report says beside its state, its day and a change of the date."""


@dataclass(frozen=True, slots=True)
class TypedNote:
    """What was typed about a follow-up: the words, and a new date where one stands among them (`!12/11`).

    `again` is the day it shall be asked for again (`>12/11`), where that was looked for. `warning` says why
    something that looks like a date is none; it then stays in the words.
    """

    note: str
    due: date | None = None
    warning: str = ""
    again: date | None = None


def read_note(text: str, on: date, event: date | None = None, *, may_rest: bool = False) -> TypedNote:
    """Part the words from a new date after `!`; `on` is the meeting's day, `event` the topic's Hari H.

    Where it `may_rest`, also from a day after `>`.
    """
    words, due, warned = _dated("!", text, on, event)
    again, also = None, ""
    if may_rest:
        words, again, also = _dated(">", words, on, event)
    return TypedNote(words, due, warned or also, again)


def _dated(mark: str, text: str, on: date, event: date | None) -> tuple[str, date | None, str]:
    """The words without the date after a mark, that date, and a warning."""
    for place in re.finditer(rf"(?:^|(?<=\s)){mark}", text):
        found = read_due(text, place.end(), on, event)
        if found is not None and found.day is not None:
            return " ".join((text[: place.start()] + text[found.end :]).split()), found.day, found.warning
        if found is not None:
            return text.strip(), None, found.warning
    return text.strip(), None, ""


def answer_in_meeting(
    desk: Desk, meeting: UUID, addressee: UUID, *, show_again_on: date | None = None, **values: Any
) -> ChangeSet:
    """Note what an addressee answers when a meeting goes through what was open.

    `values` are those of `keep_report`; an answer given before in the same meeting is changed, not repeated.
    `show_again_on` lets the whole follow-up rest until that day.
    """
    with writing(desk.store, "commitment.progress", by=desk.user) as write:
        on = fields_of(desk.store, "meeting", meeting)["held_on"]
        before = report_in_meeting(desk.store, meeting, addressee)
        if show_again_on is not None:
            kept = fields_of(desk.store, "progress_report", before)["note"] if before else None
            values["note"] = rest_until(write, addressee, show_again_on, on, values.get("note", kept) or "")
        keep_report(write, addressee, on=on, channel="rapat", meeting=meeting, before=before, **values)
        return write.finish()


def report_progress(
    desk: Desk,
    addressees: Sequence[UUID],
    *,
    on: date,
    channel: str,
    draft: str | None = None,
    **values: Any,
) -> tuple[list[UUID], ChangeSet]:
    """Keep what was reported between meetings, one report for each addressee it concerns; returns their ids.

    `values` are those of `keep_report`. `draft` names the place it was typed in, whose draft is dropped with it.
    Raises InvalidInput when nobody is named, or nothing is told.
    """
    if not addressees:
        raise InvalidInput("addressee", "Penanggung jawab belum dipilih.", "Pilih penanggung jawabnya.")
    require_news(values)
    with writing(desk.store, "commitment.progress", by=desk.user) as write:
        made = keep_reports(write, addressees, on=on, channel=channel, **values)
        if draft is not None:
            drafts.forget(desk.store, draft)
        return made, write.finish()


def keep_reports(write: Write, addressees: Sequence[UUID], **values: Any) -> list[UUID]:
    """The same report on several addressees' parts, inside an open transaction; a new date is noted once."""
    made = []
    for one in dict.fromkeys(addressees):
        made.append(keep_report(write, one, **values))
        values = {name: value for name, value in values.items() if name not in ("due_date", "due_reason")}
    return made


def update_report(desk: Desk, report: UUID, **values: Any) -> ChangeSet:
    """Correct a report: `values` are those of `keep_report`, and `reported_on`, `channel`.

    `due_date` None takes its change of the date back. Of an answer in a meeting the day and the channel stay.
    Raises FrozenMinutes for an answer in a meeting whose minutes stand still.
    """
    with writing(desk.store, "progress.update", by=desk.user) as write:
        row = fields_of(desk.store, "progress_report", report)
        if row["meeting_id"] is not None:
            _require_same(row, values)
        keep_unlogged(write, [row["addressee_id"]])
        _rewrite(write, report, row, values)
        return write.finish()


def delete_report(desk: Desk, report: UUID) -> ChangeSet:
    """Take a report away with its evidence: its part is as far as the rest of the log says, the date as before.

    Raises FrozenMinutes for an answer in a meeting whose minutes stand still.
    """
    with writing(desk.store, "progress.delete", by=desk.user) as write:
        row = fields_of(desk.store, "progress_report", report)
        keep_unlogged(write, [row["addressee_id"]])
        if row["due_after"] is not None:
            take_move_back(write, report, row)
        delete_with_children(write, ProgressReport, report, UNDER_REPORT)
        settle(write, [row["addressee_id"]])
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
    """Keep a report on one addressee's part, inside an open transaction; its state then follows from the log.

    `values`: `state` (else it stays what it was on that day), `note`, `reporter`, `institution_id` (else the
    addressee's), `amount` of `target` in `unit`, `reported_at`, `form_id`, and `due_date` with `due_reason`, which
    moves the date of the whole follow-up. `before` is a report to be changed instead. Raises InvalidInput for a
    state nobody knows, and for a new date without a reason or that is no new one.
    """
    keep_unlogged(write, [addressee])
    if before is not None:
        row = fields_of(write.store, "progress_report", before)
        _rewrite(write, before, row, {"channel": channel, **values})
        return before
    part = fields_of(write.store, "addressee", addressee)
    checked = _checked({"channel": channel, **values})
    due = move_due(write, part["commitment_id"], checked)
    told = {name: checked[name] for name in _TOLD if name in checked}
    told.setdefault("institution_id", _institution_of(write, part))
    (log,) = addressee_logs(write.store, [addressee])
    made = write.insert(
        ProgressReport, commitment_id=part["commitment_id"], addressee_id=addressee, meeting_id=meeting,
        order_no=next_order(write.store, ProgressReport, *_siblings(meeting, addressee)), reported_on=on,
        channel=channel, state=checked.get("state") or state_at(log.rows, on), **told, **due,
    )  # fmt: skip
    settle(write, [addressee])
    return made


def require_news(values: dict[str, Any]) -> None:
    """Raise InvalidInput when a report would tell nothing at all."""
    if not any(rules.cleaned(values).get(name) is not None for name in ("state", "note", "amount", "due_date")):
        raise InvalidInput("note", "Belum ada yang dilaporkan.", "Tulis catatan, pilih status, atau isi jumlah.")


def _rewrite(write: Write, report: UUID, row: RecordFields, values: dict[str, Any]) -> None:
    checked = _checked(values)
    due = change_move(write, report, row, checked)
    names = (*_TOLD, "state", "reported_on", "channel")
    write.update(ProgressReport, report, **{name: checked[name] for name in names if name in checked}, **due)
    settle(write, [row["addressee_id"]])


def _require_same(row: RecordFields, values: dict[str, Any]) -> None:
    for name in ("reported_on", "channel"):
        if values.get(name, row[name]) != row[name]:
            raise InvalidInput(
                name, "Laporan ini jawaban dalam rapat, jadi tanggal dan caranya mengikuti rapat itu.",
                "Catat laporan baru bila disampaikan di luar rapat.",
            )  # fmt: skip


def _institution_of(write: Write, part: RecordFields) -> UUID | None:
    if part["institution_id"] is not None or part["position_id"] is None:
        return part["institution_id"]  # type: ignore[no-any-return]
    return fields_of(write.store, "position", part["position_id"])["institution_id"]  # type: ignore[no-any-return]


def _siblings(meeting: UUID | None, addressee: UUID) -> tuple[str, UUID]:
    return ("addressee_id", addressee) if meeting is None else ("meeting_id", meeting)


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    for name, what in (("state", "Status"), ("channel", "Cara melapor"), ("reported_on", "Tanggal")):
        rules.required(found, name, what)
    rules.one_of(found, "state", COMMITMENT_STATES, "Status")
    rules.one_of(found, "channel", REPORT_CHANNELS, "Cara melapor")
    amount, target = found.get("amount"), found.get("target")
    if (amount is not None and amount < 0) or (target is not None and target <= 0):
        raise InvalidInput("amount", "Jumlahnya negatif, atau jumlah seluruhnya nol.", "Periksa angkanya.")
    if amount is None and target is not None:
        raise InvalidInput("amount", "Jumlah yang tercapai belum diisi.", "Tulis misalnya 320 dari 400 TPS.")
    return found
