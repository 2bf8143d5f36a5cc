"""From another thread to the window: an answer is told by a signal, unless whoever wanted it is gone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance, Slot


class _Courier(QObject):
    """Lives as long as the program, so that other threads may call on it at any time."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _deliver(self, deed: Callable[[], None]) -> None:
        deed()


@cache
def _courier() -> _Courier:
    return _Courier()


def handed_over(signal: SignalInstance, *known: object) -> Callable[[object], None]:
    """A callback for another thread: emits the signal with what is known already and what it is given.

    To be made in the window's thread, where the signal is emitted too: Qt may delete a dialog at any moment, and a
    thread that used its signal meanwhile would end the program. Nobody is told for one that is gone.
    """
    arrived = _courier().arrived

    def tell(answer: object) -> None:
        arrived.emit(partial(_emit, signal, *known, answer))

    return tell


def _emit(signal: SignalInstance, *values: object) -> None:
    with suppress(RuntimeError):  # all that emitting raises; the slots are connected to run later
        signal.emit(*values)
