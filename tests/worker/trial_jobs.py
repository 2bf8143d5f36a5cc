"""The child process with jobs of its own for tests: the product's child, given a longer list."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

from desktop.base.errors import InvalidInput
from desktop.worker.child import main
from desktop.worker.frames import Answer
from desktop.worker.jobs import JOBS, Context, Job

ROOT = Path(__file__).resolve().parents[2]
START = "import sys; sys.path.insert(0, sys.argv[1]); from tests.worker.trial_jobs import serve; serve()"
COMMAND = [sys.executable, "-P", "-c", START, str(ROOT)]


def echo(context: Context, value: object) -> bytes:
    """What was given, as text."""
    return repr(value).encode()


def steps(context: Context, total: int) -> bytes:
    """Report each step."""
    for done in range(1, total + 1):
        context.progress(done, total)
    return b"finished"


def until_cancelled(context: Context, started: str) -> bytes:
    """Create the file `started`, then work until nobody waits any more."""
    Path(started).touch()
    while True:
        context.progress(1, 2)


def deaf(context: Context) -> bytes:
    """Report once, then work for ever without looking up."""
    context.progress(1, 1)
    while True:
        pass


def crash(context: Context) -> bytes:
    """End as a fault in a native library ends."""
    os._exit(139)


def garbage(context: Context) -> bytes:
    """Print in all ways there are."""
    print("stray print")
    os.write(1, b"stray bytes\n")
    subprocess.run([sys.executable, "-c", "print('stray child')"], check=True)
    if os.name == "posix":
        ctypes.CDLL(None).puts(b"stray C")
        ctypes.CDLL(None).fflush(None)
    return sys.stdin.read().encode() + b"clean"


def refuse(context: Context) -> bytes:
    """A known fault."""
    raise InvalidInput("title", "Judul belum diisi.", "Isi judulnya.")


def defect(context: Context) -> bytes:
    """A defect."""
    return str(1 // 0).encode()


def eat(context: Context, size: int) -> bytes:
    """Take memory."""
    return b"%d" % len(bytearray(size))


def modules(context: Context) -> Answer:
    """What the child has loaded."""
    return Answer(b"", {"modules": sorted(sys.modules), "pid": os.getpid(), "folder": str(Path.cwd())})


TRIAL_JOBS = {
    name: Job(run)
    for name, run in {
        "echo": echo, "steps": steps, "until-cancelled": until_cancelled, "deaf": deaf, "crash": crash,
        "garbage": garbage, "refuse": refuse, "defect": defect, "eat": eat, "modules": modules,
    }.items()
}  # fmt: skip


def serve() -> None:
    """Be the child."""
    main(dict(JOBS) | TRIAL_JOBS)
