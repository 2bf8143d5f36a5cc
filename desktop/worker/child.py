"""The child's side: take a request, do it, answer; stop when nobody is there any more.

It knows no Qt and no database. Whatever prints to the standard output goes to the standard error, because the
real one carries the frames. When the window's end of the input closes, the child ends at once, also in the
middle of a job: no orphan stays behind a killed window.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import sys
import threading
import time
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NoReturn

from desktop.base.errors import AppError, Cancelled, PaperProblem
from desktop.worker.frames import Answer, BrokenFrameError, Header, error_to_json, read_frame, write_frame
from desktop.worker.jobs import JOBS, Job

if sys.platform != "win32":
    import resource

_BETWEEN_REPORTS = 0.05
Request = tuple[Header, bytes]


def main(jobs: Mapping[str, Job] = JOBS) -> NoReturn:
    """Serve requests until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the command that waits for us
    requests, answers = _take_streams()
    Child(requests, answers, jobs).serve()


class Child:
    """One job at a time; a second thread listens for cancellation and for the end."""

    def __init__(self, requests: BinaryIO, answers: BinaryIO, jobs: Mapping[str, Job]) -> None:
        self._requests = requests
        self._answers = answers
        self._jobs = jobs
        self._waiting: queue.SimpleQueue[Request] = queue.SimpleQueue()
        self._unwanted: set[int] = set()

    def serve(self) -> NoReturn:
        """Answer requests until the window's end closes."""
        threading.Thread(target=self._listen, name="requests", daemon=True).start()
        try:
            while True:
                self._do(*self._waiting.get())
        except OSError:
            os._exit(0)  # nobody reads the answers any more

    def _listen(self) -> None:
        while True:
            try:
                frame = read_frame(self._requests)
            except (OSError, BrokenFrameError):
                frame = None
            if frame is None:
                os._exit(0)
            if frame[0]["kind"] == "cancel":
                self._unwanted.add(frame[0]["id"])
            else:
                self._waiting.put(frame)

    def _do(self, header: Header, body: bytes) -> None:
        number = header["id"]
        self._send({"kind": "started", "id": number})
        try:
            with _memory_limit(header["memory"]):
                args = pickle.loads(body)  # noqa: S301 - from our own window, see frames
                made = self._jobs[header["job"]].run(_Context(self, number), *args)
        except AppError as error:
            self._send({"kind": "error", "id": number, "error": error_to_json(error)})
        except MemoryError:
            problem = PaperProblem("Berkas ini terlalu besar untuk diolah.", "Bagi menjadi beberapa bagian.")
            self._send({"kind": "error", "id": number, "error": error_to_json(problem)})
        except Exception:  # the boundary: any defect of a job is told to the window, the child goes on
            self._send({"kind": "defect", "id": number, "trace": traceback.format_exc()})
        else:
            answer = made if isinstance(made, Answer) else Answer(made)
            self._send({"kind": "done", "id": number, "meta": answer.meta}, answer.body)
        self._unwanted.discard(number)

    def tell_progress(self, number: int, done: int, total: int) -> None:
        """Send how far a job is."""
        self._send({"kind": "progress", "id": number, "done": done, "total": total})

    def is_unwanted(self, number: int) -> bool:
        """True when the window no longer waits for this job."""
        return number in self._unwanted

    def _send(self, header: Header, body: bytes = b"") -> None:
        write_frame(self._answers, header, body)


class _Context:
    """What a running job sees of the child."""

    def __init__(self, child: Child, number: int) -> None:
        self._child = child
        self._number = number
        self._told = 0.0

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is; raises Cancelled when nobody waits for it any more."""
        if self._child.is_unwanted(self._number):
            raise Cancelled
        now = time.monotonic()
        if done >= total or now - self._told >= _BETWEEN_REPORTS:
            self._told = now
            self._child.tell_progress(self._number, done, total)


def _take_streams() -> tuple[BinaryIO, BinaryIO]:
    """The input and output for frames, taken away from everything that prints or asks."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    try:
        os.dup2(2, 1)
    except OSError:  # a windowed program may have no standard error
        os.dup2(nothing, 1)
    os.close(nothing)
    return requests, answers


@contextmanager
def _memory_limit(extra: int) -> Iterator[None]:
    """Let the job add this many bytes of address space at most, where the system can hold it to that.

    Windows has no such limit for a process that already runs; there the time limit alone applies.
    """
    if sys.platform != "linux":
        yield
        return
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = pages * resource.getpagesize() + extra
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


if __name__ == "__main__":
    main()
