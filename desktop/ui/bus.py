"""How pages hear of what happened elsewhere: what changed, what is safe, what to tell the user."""

from __future__ import annotations

from collections.abc import Set
from typing import Protocol

from PySide6.QtCore import QObject, Signal


class Changes(Protocol):
    """What one action changed, as services return it (`desktop.models.journal.ChangeSet`)."""

    @property
    def tables(self) -> Set[str]: ...

    def ids(self, table: str, /) -> Set[object]: ...


class ChangeBus(QObject):
    """The one place pages listen to. Every signal is sent on the main thread, after the commit.

    changed(Changes)         records changed; compare `changes.tables` and refresh only what you show
    saved(datetime)          what was typed is in the database, committed at that moment (UTC)
    draft_saved(datetime)    unfinished typing is safe in the draft table
    saving()                 a write has begun
    not_saved(str)           it was refused or failed, and why
    message(str, str)        a sentence for the bar at the bottom and its tone
    done(str)                a deed was done; the bar says so and offers to take it back
    noticed(str)             what the day brings, in a few words for the line at the bottom; "" when it was read
    """

    changed = Signal(object)
    saved = Signal(object)
    draft_saved = Signal(object)
    saving = Signal()
    not_saved = Signal(str)
    message = Signal(str, str)
    done = Signal(str)
    noticed = Signal(str)
