"""A client with trial jobs, and ears for what it says."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from io import BytesIO

import pytest

from desktop.worker.client import WorkerClient
from desktop.worker.frames import Answer
from desktop.worker.ticket import Ticket
from tests.worker.trial_jobs import COMMAND

PATIENCE = 20.0


class Ear:
    """Hears how one request goes; `outcome` waits for its end."""

    def __init__(self) -> None:
        self.progress: list[tuple[int, int]] = []
        self.moving: queue.SimpleQueue[tuple[int, int]] = queue.SimpleQueue()
        self._ends: queue.SimpleQueue[Answer | Exception] = queue.SimpleQueue()
        self.ticket: Ticket | None = None

    def hear_progress(self, done: int, total: int) -> None:
        self.progress.append((done, total))
        self.moving.put((done, total))

    def ask(self, client: WorkerClient, job: str, *args: object, **named: object) -> Ear:
        end = self._ends.put
        self.ticket = client.submit(job, *args, on_done=end, on_error=end, on_progress=self.hear_progress, **named)
        return self

    def wait_until_it_moves(self) -> Ear:
        self.moving.get(timeout=PATIENCE)
        return self

    @property
    def outcome(self) -> Answer | Exception:
        return self._ends.get(timeout=PATIENCE)

    @property
    def heard_more(self) -> bool:
        return not self._ends.empty()


@pytest.fixture(scope="module")
def warm() -> Iterator[WorkerClient]:
    """One client for the tests of a file that leave its child alive."""
    with WorkerClient(COMMAND, grace=PATIENCE) as client:
        yield client


@pytest.fixture
def impatient() -> Iterator[WorkerClient]:
    """A client that waits a tenth of a second for a job to stop."""
    with WorkerClient(COMMAND, grace=0.1) as client:
        yield client


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """Two pages: A4 with a black square at its lower left, and F4 upright."""
    from reportlab.pdfgen.canvas import Canvas

    made = BytesIO()
    canvas = Canvas(made, pagesize=(595, 842), invariant=True)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 100, 100, stroke=0, fill=1)
    canvas.showPage()
    canvas.setPageSize((609, 935))
    canvas.showPage()
    canvas.save()
    return made.getvalue()
