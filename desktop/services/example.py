"""The example office: a new office with the meeting of 26 September 2024, a flood season, and its papers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop.base.errors import FileProblem, NotFound
from desktop.base.files import atomic_write, read_bytes
from desktop.base.periods import month
from desktop.exchange.meeting_file import read_meeting
from desktop.models import opening, seeds
from desktop.models.queries.meetings import latest_meeting
from desktop.models.queries.office import topics
from desktop.models.shipped_topics import FLOOD
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.meeting_import import import_meeting
from desktop.services.papers.catalogue import OFFICE_PAPERS, PAPERS, paper_file_name
from desktop.services.papers.meeting import head_of
from desktop.services.papers.period_recap import EVERY_MEETING, recap_file_name
from desktop.services.papers.profile import paper_profile
from desktop.services.topics import add_shipped_topic

FOLDER = "rakor-contoh"
_NOTE = "CONTOH.txt"
_TEXT = """Folder ini berisi kantor contoh Rakor.

Isinya rapat koordinasi 26 September 2024 sebagaimana diberitakan; yang tidak diberitakan dibiarkan kosong.
Silakan dicoba dan diubah. Untuk membuat contoh yang baru, hapus folder ini lalu jalankan: main.py demo
"""

Render = Callable[..., bytes]


def is_example(folder: Path) -> bool:
    """Whether the folder was made as an example."""
    return (folder / _NOTE).is_file()


def require_usable(folder: Path) -> None:
    """Raise FileProblem when something other than an example lies in the folder."""
    if folder.exists() and not folder.is_dir():
        raise FileProblem(f"{folder} bukan folder.", "Sebut folder lain: main.py demo NAMA_FOLDER")
    if folder.is_dir() and any(folder.iterdir()) and not is_example(folder):
        raise FileProblem(
            f"Folder {folder} sudah berisi data lain.", "Sebut folder lain: main.py demo NAMA_FOLDER"
        )


def open_example(folder: Path, user: str) -> Store:
    """Open the example, making what is missing of it; what somebody changed in it stays.

    The note that marks the folder is written first, so that an interrupted start is taken up again.
    """
    if not is_example(folder):
        folder.mkdir(parents=True, exist_ok=True)
        atomic_write(folder / _NOTE, _TEXT.encode())
    fresh = not opening.exists(folder)
    store = opening.open_folder(folder, found=seeds.found_office)
    if fresh or latest_meeting(store) is None:
        desk = Desk(store, user)
        import_meeting(desk, read_meeting(read_bytes(seeds.example_meeting_file())))
        if all(one.name != FLOOD.name for one in topics(store)):  # shows that nothing is made for elections alone
            add_shipped_topic(desk, FLOOD.key)
    return store


def print_papers(store: Store, folder: Path, render: Render) -> list[Path]:
    """Write every paper of the last meeting and the recap of its month into a folder.

    `render(job, content, profile)` makes the bytes. A paper the meeting has nothing for (readiness without a
    topic) is left out.
    """
    meeting = latest_meeting(store)
    if meeting is None:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    profile: Any = paper_profile(store)
    written = []
    for kind, paper in PAPERS.items():
        try:
            content = paper.gather(store, meeting)
        except NotFound:
            continue
        path = folder / paper_file_name(store, kind, meeting)
        atomic_write(path, render(paper.job, content, profile))
        written.append(path)
    return [*written, _print_recap(store, meeting, folder, render)]


def _print_recap(store: Store, meeting: UUID, folder: Path, render: Render) -> Path:
    """Write the recap of the month a meeting was held in."""
    period, paper = month(head_of(store, meeting).held_on), OFFICE_PAPERS["recap"]
    path = folder / recap_file_name(period, EVERY_MEETING)
    atomic_write(path, render(paper.job, paper.gather(store, period), paper_profile(store)))
    return path
