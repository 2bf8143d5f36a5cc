"""Minutes that are ready to be signed stand still: who was there, what was said and the facts of the meeting.

The write door asks here at the end of every action. What goes on after a meeting (follow-ups, archive data,
numbers typed from SRIKANDI, internal remarks) is not held up. An action that itself makes the minutes ready, or
takes them back for correction, is free to write the rest; so is one that joins two records of the directory, as
frozen minutes keep the words that were frozen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from desktop.base.errors import FrozenMinutes
from desktop.models.store import Store
from desktop.models.words import FROZEN_STATES

_ROWS: Mapping[str, frozenset[str] | None] = {  # columns that stand still; None: all of them
    "participant": frozenset(
        {"order_no", "role", "institution_id", "position_id", "person_id", "label", "state", "present_person_id",
         "present_position_id", "present_name", "present_title", "unreadable", "deleted"}
    ),
    "agenda_item": None,
    "statement": None,
    # What was answered in a meeting was printed; what is reported later stands in reports of its own.
    "progress_report": frozenset(
        {"addressee_id", "reported_on", "state", "note", "due_before", "due_after", "due_reason", "deleted"}
    ),
}  # fmt: skip
_FACTS = frozenset(
    {"title", "held_on", "starts_at", "ends_at", "zone", "place", "invitation_number", "invitation_date",
     "secretary_id", "minute_taker_id", "opening", "closing", "closed_at", "deleted"}
)  # fmt: skip


class FrozenGuard:
    """What one action did to things that may stand still."""

    def __init__(self) -> None:
        self._meetings: set[UUID] = set()
        self._states_before: dict[UUID, str | None] = {}
        self._joins = False

    def note_inserted(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], ids: Iterable[UUID]
    ) -> None:
        """Rows were added."""
        if table == "redirect":
            self._joins = True
        elif table == "meeting":
            self._states_before.update(dict.fromkeys(ids))
        elif table in _ROWS and "meeting_id" in columns:
            place = columns.index("meeting_id")
            self._meetings.update({row[place] for row in rows} - {None})

    def note_changed(self, table: str, one: UUID, before: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Columns of a row were changed, its deletion included."""
        if table == "redirect":
            self._joins = True
        elif table == "meeting":
            if "state" in values:
                self._states_before.setdefault(one, before["state"])
            if _FACTS & values.keys():
                self._meetings.add(one)
        elif table in _ROWS:
            still = _ROWS[table]
            if before["meeting_id"] is not None and (still is None or still & values.keys()):
                self._meetings.add(before["meeting_id"])

    def require_open(self, store: Store) -> None:
        """Raise FrozenMinutes when something was changed that stands still."""
        if self._joins or not self._meetings:
            return
        asked = list(self._meetings)
        marks = ", ".join([store.mark] * len(asked))
        for one, state in store.rows(f'SELECT id, state FROM "meeting" WHERE id IN ({marks})', asked):
            known = UUID(bytes=one) if isinstance(one, bytes) else one
            if state in FROZEN_STATES and self._states_before.get(known, state) in FROZEN_STATES:
                raise FrozenMinutes(
                    "Notula rapat ini sudah siap ditandatangani, jadi isinya tidak berubah lagi."
                    if state == "siap"
                    else "Notula rapat ini sudah ditandatangani, jadi isinya tidak berubah lagi.",
                    "Di tab Notula, pilih Kembalikan untuk dikoreksi dulu."
                    if state == "siap"
                    else "Di tab Notula, pilih Perbaiki notula dan tulis alasannya dulu.",
                )
