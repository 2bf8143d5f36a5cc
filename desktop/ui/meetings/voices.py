"""Who can be chosen as the speaker of a line, and the offices one can speak for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from desktop.base.folding import fold
from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.models.queries.directory import search_positions
from desktop.models.queries.meetings import meeting_head
from desktop.models.store import Store
from desktop.models.words import ATTENDANCE
from desktop.ui.widgets.picker_field import Choice


class Voices:
    """The seats of one meeting as one finds them by typing; those present come first."""

    def __init__(self, store: Store, meeting: UUID | None) -> None:
        self._store = store
        head = meeting_head(store, meeting) if meeting else None
        self._on = head.held_on if head else date.min
        self._seats = participants(store, meeting) if meeting else []
        self._by_id = {seat.id: seat for seat in self._seats}

    def present(self) -> list[ParticipantRow]:
        """Those who came, in the order of the list."""
        return [seat for seat in self._seats if seat.is_present]

    def name(self, seat: UUID | None) -> str:
        """A speaker as the notes name them: "AKBP Rahmat Ansori"."""
        found = self._by_id.get(seat) if seat else None
        return _name(found) if found else ""

    def speaker(self, seat: UUID | None) -> Choice | None:
        """A seat as the picker shows it."""
        found = self._by_id.get(seat) if seat else None
        return _choice(found) if found else None

    def speakers(self, text: str) -> Sequence[Choice]:
        """Seats in whose name, post or institution every typed word begins a word."""
        words = fold(text).split()
        found = [seat for seat in self._seats if _has(seat, words)]
        return [_choice(seat) for seat in sorted(found, key=lambda seat: not seat.is_present)]

    def offices(self, text: str) -> Sequence[Choice]:
        """Offices to speak for; those that sent somebody in their place come first."""
        words = fold(text).split()
        sent = {
            seat.position_id: seat.invited_office or ""
            for seat in self._seats
            if seat.state == "diwakili" and seat.position_id and _begins(seat.invited_office, words)
        }
        for hit in search_positions(self._store, text, self._on) if words else ():
            sent.setdefault(hit.id, hit.words)
        return [Choice(one, label) for one, label in sent.items()]


def _name(seat: ParticipantRow) -> str:
    return seat.name or seat.invited_office or ""


def post_of(seat: ParticipantRow) -> str:
    """What to say beside a name; "" for a seat that is named by its post already."""
    if not seat.name:
        return ""
    return ", ".join(filter(None, (seat.title, seat.present_institution or seat.institution)))


def _choice(seat: ParticipantRow) -> Choice:
    name = _name(seat)
    details = [post_of(seat)]
    if not seat.is_present:
        details.append(QCoreApplication.translate("Voices", ATTENDANCE[seat.state]).lower())
    return Choice(seat.id, name, " · ".join(filter(None, details)))


def _has(seat: ParticipantRow, words: Sequence[str]) -> bool:
    return _begins(
        " ".join(filter(None, (_name(seat), seat.title, seat.institution, seat.present_institution, seat.label))),
        words,
    )


def _begins(text: str | None, words: Sequence[str]) -> bool:
    folded = f" {fold(text or '')}"
    return all(f" {word}" in folded for word in words)
