"""The child process seen from the window: started, spoken to without waiting, ended."""

from __future__ import annotations

import logging
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import BinaryIO

from desktop.base.paths import program_folder
from desktop.worker.frames import BrokenFrameError, Header, read_frame, write_frame

log = logging.getLogger(__name__)

SUBCOMMAND = "_worker"
if sys.platform == "win32":
    _NO_CONSOLE = subprocess.CREATE_NO_WINDOW
else:
    _NO_CONSOLE = 0
_FROM_SOURCE = "import sys; sys.path.insert(0, sys.argv[1]); from desktop.worker.child import main; main()"


def worker_command() -> list[str]:
    """How the child is started: our own program again, packaged or from source, whatever the current folder."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SUBCOMMAND]
    return [sys.executable, "-P", "-c", _FROM_SOURCE, str(program_folder()), SUBCOMMAND]


class ChildProcess:
    """One running child; two threads keep its pipes moving, so that nobody waits for it.

    `on_frame` and `on_gone` are called on the reading thread; `on_gone` exactly once, after the last frame.
    """

    def __init__(
        self,
        command: Sequence[str],
        on_frame: Callable[[ChildProcess, Header, bytes], None],
        on_gone: Callable[[ChildProcess], None],
    ) -> None:
        self._on_frame = on_frame
        self._on_gone = on_gone
        self._outbox: queue.SimpleQueue[tuple[Header, bytes] | None] = queue.SimpleQueue()
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if sys.stderr is not None else subprocess.DEVNULL,
            cwd=program_folder(),  # never the data folder: it may be on a stick somebody wants to pull
            creationflags=_NO_CONSOLE,
        )
        self.pid = self._process.pid
        self._threads = [
            threading.Thread(target=self._write, name="worker-requests", daemon=True),
            threading.Thread(target=self._read, name="worker-answers", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def send(self, header: Header, body: bytes = b"") -> None:
        """Queue a frame for the child."""
        self._outbox.put((header, body))

    def kill(self) -> None:
        """End the child now, whatever it does."""
        self._process.kill()
        self._outbox.put(None)

    def close(self, patience: float = 2.0) -> None:
        """Let the child end by itself, and see that it did."""
        self._outbox.put(None)
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for thread in self._threads:
            thread.join(patience)

    def _write(self) -> None:
        pipe = self._pipe(self._process.stdin)
        # A child that ended does not read; the reading thread tells.
        with suppress(OSError):
            while (frame := self._outbox.get()) is not None:
                write_frame(pipe, *frame)
        with suppress(OSError):
            pipe.close()

    def _read(self) -> None:
        pipe = self._pipe(self._process.stdout)
        try:
            while (frame := read_frame(pipe)) is not None:
                self._on_frame(self, *frame)
        except (OSError, BrokenFrameError) as error:
            log.warning("worker %d is not understood: %s", self.pid, error)
            self._process.kill()
        pipe.close()
        self._outbox.put(None)
        log.info("worker %d ended with %d", self.pid, self._process.wait())
        self._on_gone(self)

    @staticmethod
    def _pipe(stream: object) -> BinaryIO:
        assert stream is not None
        return stream  # type: ignore[return-value]
