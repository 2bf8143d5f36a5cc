"""Two windows on one folder: exactly one of them writes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.base.errors import LockedFolder
from desktop.base.lock import FolderLock
from desktop.models import integrity, opening
from tests.models.made_up import add_meeting, count

STARTERS = 6


@pytest.mark.timeout(300)
@pytest.mark.parametrize("rounds", [3, pytest.param(50, marks=pytest.mark.fault)])
def test_of_several_starts_at_once_exactly_one_writes(data_folder: Path, rounds: int) -> None:
    for number in range(rounds):
        answers = start_together(data_folder)
        assert sorted(answers) == [b"L"] * (STARTERS - 1) + [b"W"], answers
        store = opening.open_folder(data_folder)
        assert count(store, "meeting") == number + 1
        assert integrity.check(store) == []
        opening.close(store)


def start_together(folder: Path) -> list[bytes]:
    """Start several processes at one signal; each answers W (it wrote) or L (locked out), then all end."""
    go_read, go = os.pipe()
    end_read, end = os.pipe()
    read, write = os.pipe()
    children = []
    for _ in range(STARTERS):
        child = os.fork()
        if child == 0:
            os.close(go)
            os.close(end)
            os.read(go_read, 1)  # the parent closing its end is the signal
            answer_as(folder, write, end_read)
        children.append(child)
    for one in (go_read, end_read, write):
        os.close(one)
    os.close(go)
    with os.fdopen(read, "rb") as answers:
        found = [answers.read(1) for _ in range(STARTERS)]
    os.close(end)
    for child in children:
        os.waitpid(child, 0)
    return found


def answer_as(folder: Path, write: int, end: int) -> None:
    """One start of the program; it holds what it got until all have answered, and never returns."""
    try:
        with FolderLock(folder):
            store = opening.open_folder(folder)
            add_meeting(store)
            os.write(write, b"W")
            os.read(end, 1)
            opening.close(store)
    except LockedFolder:
        os.write(write, b"L")
    except BaseException:
        os.write(write, b"!")
    os._exit(0)
