"""Urungkan and Ulangi: the deeds of this sitting, newest last, taken back and brought back by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.base.errors import ChangedMeanwhile
from desktop.services.desk import Desk

if TYPE_CHECKING:  # the write door opens with the first deed
    from desktop.models.journal import ChangeSet

_LONGEST = 200
# Deeds with a way back of their own: Kembalikan, Perbaiki, a new paper.
_FOR_GOOD = frozenset(
    {"minutes.ready", "minutes.paper", "minutes.back", "minutes.sign", "minutes.revise", "paper.issue"}
)


class History:
    """What can be undone and redone now; it forgets when the program ends, the journal does not."""

    def __init__(self) -> None:
        self._done: list[ChangeSet] = []
        self._undone: list[ChangeSet] = []

    @property
    def undo_name(self) -> str | None:
        """The name of the deed that undo would take back, such as "meeting.update"."""
        return self._done[-1].name if self._done else None

    @property
    def redo_name(self) -> str | None:
        """The name of the deed that redo would bring back."""
        return self._undone[-1].name if self._undone else None

    def note(self, changes: ChangeSet) -> None:
        """Remember a deed; what was undone before it can no longer be brought back."""
        if changes and changes.name not in _FOR_GOOD:
            self._done = [*self._done[1 - _LONGEST :], changes]
            self._undone.clear()

    def undo(self, desk: Desk) -> ChangeSet | None:
        """Take the newest deed back; raises ChangedMeanwhile, and drops it, when it cannot be taken back."""
        return self._step(desk, self._done, self._undone)

    def redo(self, desk: Desk) -> ChangeSet | None:
        """Bring the last undone deed back."""
        return self._step(desk, self._undone, self._done)

    @staticmethod
    def _step(desk: Desk, source: list[ChangeSet], target: list[ChangeSet]) -> ChangeSet | None:
        if not source or source[-1].action is None:
            return None
        from desktop.models.undo import revert

        try:
            changes = revert(desk.store, source[-1].action, by=desk.user)
        except ChangedMeanwhile:
            source.pop()
            raise
        source.pop()
        target.append(changes)
        return changes
