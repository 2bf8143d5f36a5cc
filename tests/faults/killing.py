"""Processes of our own that are ended without warning, the way a power cut or the task manager ends them."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import time
from collections.abc import Callable

Report = Callable[[bytes], None]


def killed_at_random(work: Callable[[Report], None], longest: float, chance: random.Random) -> list[bytes]:
    """Run `work` in a child and kill it after 0 to `longest` seconds; what it reported until then, in order.

    A report is a line; only what `work` gave out before the kill arrives.
    """
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        run(work, write)
    os.close(write)
    time.sleep(chance.uniform(0, longest))
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(read, "rb") as reports:
        lines = reports.read().split(b"\n")
    failures = [line for line in lines if line.startswith(b"!")]
    if failures:
        raise AssertionError(failures[0].decode(errors="replace"))
    return lines[:-1]


def run(work: Callable[[Report], None], write: int) -> None:
    """The child's whole life; it never returns."""
    try:
        work(lambda line: void(os.write(write, line + b"\n")))
    except BaseException as error:
        os.write(write, f"!{type(error).__name__}: {error}\n".replace("\n", " ").encode() + b"\n")
    os._exit(0)


def void(_: object) -> None:
    """Forget a result."""
