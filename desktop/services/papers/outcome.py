"""Nota dinas and report: what came of a meeting, from its minutes as they stand or as they were frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from desktop.documents.content import Signatory
from desktop.documents.minutes_content import MinutesContent
from desktop.documents.nota_dinas_content import Absence, NotaDinasContent
from desktop.documents.report_content import ReportContent
from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.words import ATTENDANCE
from desktop.services.letter_defaults import letter_words
from desktop.services.papers.letters import addressees_of, letter_head, lines_of
from desktop.services.papers.meeting import occasion
from desktop.services.papers.minutes import minutes_content
from desktop.services.papers.profile import head_signatory

_AWAY = ("berhalangan", "tidak_hadir")


def nota_dinas_content(store: Store, meeting: UUID, *, typed: Mapping[str, Any] | None = None) -> NotaDinasContent:
    """The internal note on a meeting, with those absent; a draft while its minutes may not be signed yet.

    `typed` are fields of the letter that are not kept yet.
    """
    said, words = minutes_content(store, meeting), letter_words(store, meeting, "nota_dinas", typed)
    seats = [seat for seat in participants(store, meeting) if not seat.is_guest]
    return NotaDinasContent(
        title=said.title,
        head=letter_head(words),
        addressees=addressees_of(words["addressee"])[0],
        sender=words["sender"],
        opening=words["opening"],
        basis=lines_of(words["basis"]),
        **occasion(said),
        chair=said.chair,
        present=len(said.attendees),
        deputies=sum(bool(one.represents) for one in said.attendees),
        groups=said.participants_in_brief,
        absent=tuple(_absence(seat) for seat in seats if seat.state in _AWAY),
        open=sum(seat.state == "belum_dicatat" for seat in seats),
        body=words["body"] or "",
        decisions=said.decisions,
        follow_ups=said.follow_ups,
        suggestion=lines_of(words["suggestion"]) or (),
        closing=words["closing"],
        signatory=_signed_by(store, meeting, words["sender"], said),
        copies=lines_of(words["copies"]) or (),
        draft=said.draft,
    )


def report_content(store: Store, meeting: UUID, *, typed: Mapping[str, Any] | None = None) -> ReportContent:
    """The report on a meeting, which may leave the office; a draft while its minutes may not be signed yet.

    `typed` are fields of the letter that are not kept yet.
    """
    said, words = minutes_content(store, meeting), letter_words(store, meeting, "laporan", typed)
    return ReportContent(
        title=said.title,
        subject=words["subject"],
        number=words["number"] or "",
        dated_on=words["dated_on"],
        general=words["opening"],
        basis=lines_of(words["basis"]),
        purpose=words["purpose"],
        **occasion(said),
        chair=said.chair,
        present=len(said.attendees),
        groups=said.participants_in_brief,
        agenda=tuple(point.title for point in said.agenda or ()),
        body=words["body"] or "",
        discussions=tuple(one for one in said.discussions if one.statements),
        follow_ups=said.follow_ups,
        decisions=said.decisions,
        suggestion=lines_of(words["suggestion"]),
        closing=words["closing"],
        signatory=_signed_by(store, meeting, words["sender"], said),
        draft=said.draft,
    )


def _absence(seat: ParticipantRow) -> Absence:
    office = seat.invited_office or seat.invited_name or ""
    return Absence(office, ATTENDANCE[seat.state], seat.reason or "")


def _signed_by(store: Store, meeting: UUID, sender: str | None, said: MinutesContent) -> Signatory:
    """Who signs as `sender`: the head of the office or the chair, where it is their post; else nobody known.

    "Plt. Kepala Bidang …" is still the post of the one who led the meeting.
    """
    if sender is None:
        return Signatory()
    head = head_signatory(store, fields_of(store, "meeting", meeting)["profile_id"])
    if sender == head.position:
        return head
    for one in (head, replace(said.signatory, role="")):
        if one.position and sender.casefold().endswith(one.position.casefold()):
            return replace(one, position=sender, acting="")
    return Signatory(position=sender)
