"""Asking the child process: papers, previews and page images without the window stuttering.

One thread owns everything that happens here, so nothing needs a lock: requests, cancellations and what the
child says are put into its inbox. Callbacks run on that thread and must be short; the window hands them on to
its own.
"""

from __future__ import annotations

import itertools
import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Any

from desktop.base.errors import Cancelled, PaperProblem
from desktop.worker.frames import Answer, Header, WorkerDefectError, error_from_json, packed
from desktop.worker.jobs import WARM_UP, Limits, limits_of, words_of
from desktop.worker.process import ChildProcess, worker_command
from desktop.worker.ticket import Listeners, OnDone, OnError, OnProgress, Ticket

log = logging.getLogger(__name__)

_START_SECONDS = 60.0  # a slow disk and a virus scanner at the first start
_LISTEN_TO_CTRL_C = 0.5


@dataclass
class _Run:
    """What the child is busy with."""

    ticket: Ticket
    deadline: float
    started: bool = False
    stopping: bool = False


class WorkerClient:
    """The one way to the child process; safe to use from any thread.

    The child starts at the first request. Within a `slot` only the newest request counts: a waiting one is
    replaced, a running one is asked to stop and killed when it does not within `grace` seconds. Requests with
    slot None are all done, in order. Slots are served in order of arrival, so none starves another.
    """

    def __init__(self, command: Sequence[str] | None = None, grace: float = 2.0) -> None:
        self._command = list(command or worker_command())
        self._grace = grace
        self._gate = threading.Lock()
        self._inbox: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._numbers = itertools.count(1)
        self._closed = False
        # From here on only the client's thread looks.
        self._waiting: list[Ticket] = []
        self._run: _Run | None = None
        self._child: ChildProcess | None = None
        self._ended = False

    def submit(
        self,
        job: str,
        *args: Any,
        slot: str | None = "preview",
        on_done: OnDone | None = None,
        on_error: OnError | None = None,
        on_progress: OnProgress | None = None,
        limits: Limits | None = None,
    ) -> Ticket:
        """Ask for a job and go on; the callbacks tell how it ends.

        `on_error` gets the same AppError as was raised in the child, Cancelled, or WorkerDefectError.
        """
        request = packed(args)
        listeners = Listeners(on_done, on_error, on_progress)
        number = next(self._numbers)
        ticket = Ticket(number, job, slot, request, limits or limits_of(job), listeners, self._give_up)
        if not self._post(partial(self._queue, ticket)):
            ticket.fail(Cancelled())
        return ticket

    def ask(
        self, job: str, *args: Any, on_progress: OnProgress | None = None, limits: Limits | None = None
    ) -> Answer:
        """Wait for a job: for console commands, never for the window. Raises what `on_error` would get."""
        if threading.current_thread() is self._thread:
            raise RuntimeError("waiting inside a callback would wait for ever")
        outcome: list[Answer | Exception] = []
        ticket = self.submit(
            job, *args, slot=None, on_done=outcome.append, on_error=outcome.append, on_progress=on_progress,
            limits=limits,
        )  # fmt: skip
        try:
            while not ticket.settled.wait(_LISTEN_TO_CTRL_C):  # on Windows an endless wait is deaf to Ctrl+C
                pass
        except KeyboardInterrupt:
            ticket.cancel()
            raise
        if isinstance(outcome[0], Exception):
            raise outcome[0]
        return outcome[0]

    def run(
        self, job: str, *args: Any, on_progress: OnProgress | None = None, limits: Limits | None = None
    ) -> bytes:
        """Wait for a job and take its bytes; see `ask`."""
        return self.ask(job, *args, on_progress=on_progress, limits=limits).body

    def warm_up(self, *, signing: bool = False) -> Ticket:
        """Start the child and let it load its libraries, so that the first paper comes quickly.

        `signing` loads what an office's papers with signature fields need, too: another second.
        """
        return self.submit(WARM_UP, signing, slot=WARM_UP)

    def close(self) -> None:
        """End the child; what still waits or runs gets Cancelled."""
        with self._gate:
            if self._closed:
                return
            self._closed = True
            self._inbox.put(self._end)
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    def __enter__(self) -> WorkerClient:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _give_up(self, ticket: Ticket) -> None:
        self._post(partial(self._cancel, ticket))

    def _post(self, action: Callable[[], None]) -> bool:
        """Put an action into the inbox; False when the client is closed."""
        with self._gate:
            if self._closed:
                return False
            if self._thread is None:
                self._thread = threading.Thread(target=self._live, name="worker-client", daemon=True)
                self._thread.start()
            self._inbox.put(action)
            return True

    # Below this line everything runs on the client's thread.

    def _live(self) -> None:
        while not self._ended:
            patience = max(0.0, self._run.deadline - time.monotonic()) if self._run else None
            try:
                action = self._inbox.get(timeout=patience)
            except queue.Empty:
                self._give_up_run()
            else:
                action()
            self._start_next()

    def _queue(self, ticket: Ticket) -> None:
        if ticket.slot is not None:
            for place, older in enumerate(self._waiting):
                if older.slot == ticket.slot:
                    self._waiting[place] = ticket
                    older.fail(Cancelled())
                    return
            if self._run is not None and self._run.ticket.slot == ticket.slot:
                self._stop_run()
        self._waiting.append(ticket)

    def _cancel(self, ticket: Ticket) -> None:
        if ticket in self._waiting:
            self._waiting.remove(ticket)
            ticket.fail(Cancelled())
        elif self._run is not None and self._run.ticket is ticket:
            self._stop_run()

    def _start_next(self) -> None:
        while self._run is None and self._waiting and not self._ended:
            ticket = self._waiting.pop(0)
            if self._child is None and not self._start_child(ticket):
                continue
            self._run = _Run(ticket, time.monotonic() + _START_SECONDS)
            header = {"kind": "job", "id": ticket.number, "job": ticket.job, "memory": ticket.limits.memory}
            self._child.send(header, ticket.request)  # type: ignore[union-attr]

    def _start_child(self, ticket: Ticket) -> bool:
        def heard(child: ChildProcess, header: Header, body: bytes) -> None:
            self._inbox.put(partial(self._hear, child, header, body))

        def gone(child: ChildProcess) -> None:
            self._inbox.put(partial(self._lose, child))

        try:
            self._child = ChildProcess(self._command, heard, gone)
        except OSError as error:
            log.warning("worker does not start: %s", error)
            problem = PaperProblem(
                "Bagian program yang membuat dokumen tidak dapat dijalankan.",
                "Periksa apakah antivirus menahannya, lalu coba lagi.",
            )
            ticket.fail(problem)
            return False
        return True

    def _hear(self, child: ChildProcess, header: Header, body: bytes) -> None:
        run = self._run
        if child is not self._child or run is None or header.get("id") != run.ticket.number:
            return
        kind, ticket = header.get("kind"), run.ticket
        if kind == "started":
            run.started = True
            if not run.stopping:
                run.deadline = time.monotonic() + ticket.limits.seconds
        elif kind == "progress":
            if not run.stopping:
                ticket.report(header.get("done", 0), header.get("total", 0))
        else:
            self._run = None
            if run.stopping:
                return
            if kind == "done":
                ticket.finish(Answer(body, header.get("meta", {})))
            elif kind == "error":
                ticket.fail(error_from_json(header.get("error", {})))
            else:
                ticket.fail(WorkerDefectError(ticket.job, str(header.get("trace"))))

    def _lose(self, child: ChildProcess) -> None:
        if child is not self._child:
            return
        self._child, run, self._run = None, self._run, None
        if run is None or run.stopping:
            return
        if not run.started and not run.ticket.was_sent_before:
            # It had died while idle; this request is not to blame.
            run.ticket.was_sent_before = True
            self._waiting.insert(0, run.ticket)
            return
        words = words_of(run.ticket.job)
        run.ticket.fail(PaperProblem(f"{words.deed} terhenti di tengah jalan.", words.if_lost))

    def _stop_run(self) -> None:
        run = self._run
        if run is None or run.stopping or self._child is None:
            return
        run.stopping = True
        run.deadline = min(run.deadline, time.monotonic() + self._grace)
        self._child.send({"kind": "cancel", "id": run.ticket.number})
        run.ticket.fail(Cancelled())

    def _give_up_run(self) -> None:
        run, self._run = self._run, None
        if self._child is not None:
            self._child.kill()
            self._child = None
        if run is not None and not run.stopping:
            log.warning("worker job %s took too long", run.ticket.job)
            words = words_of(run.ticket.job)
            run.ticket.fail(PaperProblem(f"{words.deed} memakan waktu terlalu lama.", words.if_slow))

    def _end(self) -> None:
        self._ended = True
        waiting, self._waiting = self._waiting, []
        run, self._run = self._run, None
        child, self._child = self._child, None
        if child is not None:
            child.close()
        for ticket in ([run.ticket] if run and not run.stopping else []) + waiting:
            ticket.fail(Cancelled())
