"""From another thread to the window: an answer is told by a signal, unless whoever wanted it is gone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import SignalInstance


def handed_over(signal: SignalInstance, *known: object) -> Callable[[object], None]:
    """A callback for another thread: emits the signal with what is known already and what it is given.

    A dialog may be closed before its answer comes. Qt has deleted it then, and nobody is told.
    """

    def tell(answer: object) -> None:
        with suppress(RuntimeError):  # all that emitting raises; a slot here runs later, in the window's thread
            signal.emit(*known, answer)

    return tell
