"""The letters of a meeting: what was typed, what is worded where nothing was, and the facts of the meeting."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from desktop.documents import letter_content as paper
from desktop.documents.preparation_content import RundownLine
from desktop.models.queries.attendance import participants
from desktop.models.queries.discussion import agenda
from desktop.models.queries.meetings import MeetingHead
from desktop.models.queries.records import fields_of
from desktop.models.queries.rundown import RundownRow, clock_times, rundown
from desktop.models.store import Store
from desktop.services.invitees import invitees
from desktop.services.letter_defaults import letter_words
from desktop.services.papers.meeting import head_of, occasion
from desktop.services.papers.profile import head_signatory

_ANNEXED = "terlampir"
_ANNEX = "1 (satu) berkas"
_NO_ANNEX = "-"
_AT = re.compile(r"^di\s*[-–—]?\s*", re.IGNORECASE)
_MARK = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")


def invitation_content(
    store: Store, meeting: UUID, programme: str = "", *, typed: Mapping[str, Any] | None = None
) -> paper.InvitationContent:
    """The invitation to a meeting; `typed` are fields of the letter that are not kept yet.

    `programme` annexes "acara" (the agenda) or "susunan" (the order of the ceremony). The list of those invited is
    annexed where the addressees say so ("Daftar terlampir").
    """
    head, words = head_of(store, meeting), letter_words(store, meeting, "undangan", typed)
    addressees, at = addressees_of(words["addressee"])
    annexed = _ANNEXED in (words["addressee"] or "").casefold()
    recipients = _recipients(store, meeting) if annexed else ()
    lines = _programme(store, head, programme)
    annex = _ANNEX if recipients or lines else _NO_ANNEX
    return paper.InvitationContent(
        title=head.title,
        head=letter_head(words | {"enclosure": words["enclosure"] or annex}),
        addressees=addressees,
        addressed_at=at or "Tempat",
        opening=words["opening"],
        **occasion(head),
        body=words["body"] or "",
        closing=words["closing"],
        signatory=head_signatory(store, fields_of(store, "meeting", meeting)["profile_id"]),
        note=lines_of(words["note"]) or (),
        copies=lines_of(words["copies"]) or (),
        recipients=recipients,
        programme=lines,
        programme_heading="ACARA" if programme == "acara" else "SUSUNAN ACARA",
    )


def programme_choices(store: Store, meeting: UUID) -> Sequence[tuple[str, str]]:
    """Which programme can be annexed to an invitation; nothing to choose where none was written."""
    found = [("acara", "Dengan lampiran acara")] if agenda(store, meeting) else []
    found += [("susunan", "Dengan susunan acara")] if rundown(store, meeting) else []
    return [("", "Tanpa lampiran acara"), *found] if found else []


def letter_head(words: Mapping[str, Any]) -> paper.LetterHead:
    """Nomor, Sifat, Lampiran, Hal and date of a letter."""
    return paper.LetterHead(
        words["number"], words["dated_on"], words["urgency"], words["enclosure"], words["subject"]
    )


def lines_of(text: str | None) -> tuple[str, ...] | None:
    """Each line is a point, without a dash or number of its own; None stays unknown."""
    if text is None:
        return None
    return tuple(line for part in text.splitlines() if (line := _MARK.sub("", part).strip()))


def addressees_of(text: str | None) -> tuple[tuple[str, ...] | None, str]:
    """The addressees line by line, and the place below them where the last line says it ("di Bojonegoro").

    A line that begins with a small letter ("c.q. Sekretaris", "melalui …") belongs to the one above it.
    """
    lines = list(lines_of(text) or ())
    at = ""
    if lines and lines[-1].startswith("di "):
        at = _AT.sub("", lines.pop())
    found: list[str] = []
    for line in lines:
        if found and line[0].islower():
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return (tuple(found) or None), at


def _recipients(store: Store, meeting: UUID) -> tuple[paper.RecipientGroup, ...]:
    return tuple(
        paper.RecipientGroup(
            heading[:1].upper() + heading[1:], tuple(paper.Recipient(one.office, one.name) for one in rows)
        )
        for heading, rows in invitees(store, meeting).groups
    )


def _programme(store: Store, head: MeetingHead, which: str) -> tuple[RundownLine, ...]:
    if which == "susunan":
        rows = rundown(store, head.id)
    elif which == "acara":
        rows = _agenda_lines(store, head.id)
    else:
        return ()
    # Where no length is known only the first line would have a time, which the letter gives already.
    timed = any(row.planned_minutes or row.starts_at for row in rows)
    times = clock_times(rows, head.starts_at if timed else None)
    return tuple(
        RundownLine(row.title, begin, end, row.officer or "")
        for row, (begin, end) in zip(rows, times, strict=True)
    )


def _agenda_lines(store: Store, meeting: UUID) -> list[RundownRow]:
    """The agenda as lines with their lengths and who presents them."""
    seats = {seat.id: seat.name for seat in participants(store, meeting)}
    return [
        RundownRow(
            one.id, one.order_no, None, one.planned_minutes, one.title,
            seats.get(one.presenter_id) if one.presenter_id else None, None,
        )
        for one in agenda(store, meeting)
    ]  # fmt: skip
