"""One request to the child: what was asked, who wants to know, and how it ended."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from desktop.base.errors import AppError
from desktop.worker.frames import Answer
from desktop.worker.jobs import Limits

log = logging.getLogger(__name__)

OnDone = Callable[[Answer], None]
OnError = Callable[[Exception], None]
OnProgress = Callable[[int, int], None]


@dataclass(frozen=True)
class Listeners:
    """Who is told how a request goes; each is called on the client's thread."""

    on_done: OnDone | None = None
    on_error: OnError | None = None
    on_progress: OnProgress | None = None


@dataclass(eq=False)
class Ticket:
    """A request on its way; it ends in exactly one call of `on_done` or `on_error`."""

    number: int
    job: str
    slot: str | None
    request: bytes = field(repr=False)
    limits: Limits
    listeners: Listeners = field(repr=False)
    give_up: Callable[[Ticket], None] = field(repr=False)
    settled: threading.Event = field(default_factory=threading.Event, repr=False)
    """Set after the last callback."""
    was_sent_before: bool = False

    def cancel(self) -> None:
        """Give up: `on_error` gets Cancelled, unless the request has ended already."""
        self.give_up(self)

    def report(self, done: int, total: int) -> None:
        """Tell the listener how far the work is."""
        if self.listeners.on_progress is not None:
            _call(self.listeners.on_progress, done, total)

    def finish(self, answer: Answer) -> None:
        """End well."""
        if self.listeners.on_done is not None:
            _call(self.listeners.on_done, answer)
        self.settled.set()

    def fail(self, error: Exception) -> None:
        """End with an error; a defect nobody listens to goes to the log."""
        if self.listeners.on_error is not None:
            _call(self.listeners.on_error, error)
        elif not isinstance(error, AppError):
            log.error("%s", error)
        self.settled.set()


def _call(tell: Callable[..., None], *what: Any) -> None:
    try:
        tell(*what)
    except Exception:  # the boundary: a faulty listener must not end the thread all others rely on
        log.exception("a listener of the worker failed")
