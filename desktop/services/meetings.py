"""Rapat: make one, change its data, take it away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.dates import HOME_ZONE
from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, Version, Write, writing
from desktop.models.queries.children import children_values, live_children
from desktop.models.queries.records import fields_of
from desktop.models.tables import (
    AccountingItem,
    AgendaItem,
    Assessment,
    Attachment,
    Commitment,
    DoorMark,
    IssuedPaper,
    Letter,
    Meeting,
    MinutesVersion,
    Participant,
    ProgressReport,
    ReadinessSnapshot,
    RundownItem,
)
from desktop.models.tables import Statement as Said
from desktop.models.words import FROZEN_STATES, MEETING_STATES, SECURITY, SETTABLE_STATES
from desktop.services import rules
from desktop.services.addressee_states import keep_unlogged, settle
from desktop.services.commitments import UNDER_COMMITMENT
from desktop.services.desk import Desk
from desktop.services.removal import delete_with_children

_NEW: dict[str, Any] = {"zone": HOME_ZONE, "state": "konsep", "cancelled": False, "security": "biasa"}


def create_meeting(desk: Desk, *, title: str, held_on: date, **values: Any) -> tuple[UUID, ChangeSet]:
    """Make a new meeting; raises InvalidInput naming the field that cannot be kept."""
    with writing(desk.store, "meeting.create", by=desk.user) as write:
        return insert_meeting(write, title=title, held_on=held_on, **values), write.finish()


def insert_meeting(write: Write, *, title: str, held_on: date, **values: Any) -> UUID:
    """The same within a greater action."""
    checked = _checked({**_NEW, **values, "title": title, "held_on": held_on}, state=None)
    rules.in_order(checked.get("starts_at"), checked.get("ends_at"), "ends_at")
    return write.insert(Meeting, **checked)


def update_meeting(desk: Desk, meeting: UUID, *, expect: Version | None = None, **values: Any) -> ChangeSet:
    """Change fields of a meeting; `expect` is the version that was on screen.

    Its follow-ups go with it to another topic, except those that belong to one of their own.
    """
    with writing(desk.store, "meeting.update", by=desk.user) as write:
        before = fields_of(desk.store, "meeting", meeting)
        checked = _checked(values, state=before["state"])
        merged: dict[str, Any] = before.values | checked
        rules.in_order(merged["starts_at"], merged["ends_at"], "ends_at" if "ends_at" in checked else "starts_at")
        write.update(Meeting, meeting, expect, **checked)
        if merged["topic_id"] != before["topic_id"]:
            _move_follow_ups(write, meeting, before["topic_id"], merged["topic_id"])
        if merged["held_on"] != before["held_on"]:
            _move_reports(write, meeting, before["held_on"], merged["held_on"])
        return write.finish()


def as_kept(typed: Mapping[str, Any]) -> dict[str, Any]:
    """Fields that are being typed, as `update_meeting` would keep them; without those it would refuse."""
    return rules.passing(lambda values: _checked(values, state="konsep"), typed)


def _move_follow_ups(write: Write, meeting: UUID, old: UUID | None, new: UUID | None) -> None:
    for one, topic in children_values(write.store, Commitment, "meeting_id", meeting, ("id", "topic_id")):
        if topic == old:
            write.update(Commitment, one, topic_id=new)


def _move_reports(write: Write, meeting: UUID, old: date, new: date) -> None:
    """What was answered in a meeting was answered on its day."""
    told = ("id", "addressee_id", "reported_on")
    rows = children_values(write.store, ProgressReport, "meeting_id", meeting, told)
    moved = {report: part for report, part, day in rows if day == old}
    keep_unlogged(write, moved.values())
    for report in moved:
        write.update(ProgressReport, report, reported_on=new)
    settle(write, moved.values())


def delete_meeting(desk: Desk, meeting: UUID) -> ChangeSet:
    """Take a meeting away with everything in it; one undo brings all of it back."""
    with writing(desk.store, "meeting.delete", by=desk.user) as write:
        for commitment in live_children(desk.store, Commitment, "meeting_id", meeting):
            delete_with_children(write, Commitment, commitment, UNDER_COMMITMENT)
        for report in live_children(desk.store, ProgressReport, "meeting_id", meeting):
            write.update(ProgressReport, report, meeting_id=None)  # a follow-up of another meeting keeps its log
        for issued in live_children(desk.store, IssuedPaper, "meeting_id", meeting):
            write.update(IssuedPaper, issued, meeting_id=None)  # what left the office stays in the register
        for position in live_children(desk.store, ReadinessSnapshot, "meeting_id", meeting):
            write.update(ReadinessSnapshot, position, meeting_id=None)  # how it was stays known
        delete_with_children(write, Meeting, meeting, _UNDER_MEETING)
        return write.finish()


_UNDER_MEETING = (
    (Said, "meeting_id"),
    (AgendaItem, "meeting_id"),
    (RundownItem, "meeting_id"),
    (DoorMark, "meeting_id"),
    (Participant, "meeting_id"),
    (Assessment, "meeting_id"),
    (Letter, "meeting_id"),
    (AccountingItem, "meeting_id"),
    (MinutesVersion, "meeting_id"),
    (Attachment, "meeting_id"),
)


def _checked(values: dict[str, Any], *, state: str | None) -> dict[str, Any]:
    """`state` is the one the minutes have now."""
    found = rules.cleaned(values)
    rules.required(found, "title", "Nama rapat")
    rules.required(found, "held_on", "Tanggal rapat")
    rules.required(found, "state", "Status notula")
    rules.one_of(found, "state", MEETING_STATES, "Status notula")
    wanted = str(found.get("state", state))
    if wanted != state and (wanted not in SETTABLE_STATES or state in FROZEN_STATES):
        raise InvalidInput(
            "state",
            f"Status notula tidak diubah menjadi {MEETING_STATES[wanted]} dengan memilih kata.",
            "Pakai langkah yang ditawarkan di tab Notula.",
        )
    rules.required(found, "security", "Klasifikasi keamanan")
    rules.one_of(found, "security", SECURITY, "Klasifikasi keamanan")
    rules.required(found, "zone", "Zona waktu")
    rules.known_zone(found)
    return found
