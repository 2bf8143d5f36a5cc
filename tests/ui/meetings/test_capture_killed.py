"""The promise of Catat Rapat: whoever pulls the plug takes at most two seconds of typing."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.base.settings import Settings
from desktop.models import opening
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting
from desktop.ui.bus import ChangeBus
from desktop.ui.meetings.capture_tab import CaptureTab
from desktop.ui.session import Session
from desktop.worker.client import WorkerClient

_ROOT = Path(__file__).resolve().parents[3]
_ALLOWED_LOSS = 2.0  # seconds of typing
_TYPED_BEFORE = 3.0  # seconds the child types before it is killed


def test_a_killed_program_loses_at_most_two_seconds(qtbot: QtBot, data_folder: Path, bus: ChangeBus) -> None:
    store = opening.open_folder(data_folder)
    meeting, _ = create_meeting(Desk(store, "Uji"), title="Rakor Uji", held_on=date(2024, 10, 3))
    opening.close(store)
    command = [sys.executable, "-m", "tests.ui.meetings.typing_child", str(data_folder), str(meeting)]
    child = subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True)
    typed: list[tuple[int, float]] = []
    assert child.stdout is not None
    for line in child.stdout:
        count, moment = line.split()
        typed.append((int(count), float(moment)))
        if typed[-1][1] - typed[0][1] > _TYPED_BEFORE:
            break
    child.kill()  # kill -9
    killed = time.monotonic()
    child.stdout.close()
    child.wait()

    store = opening.open_folder(data_folder)
    with WorkerClient() as worker:
        tab = CaptureTab(Session(Desk(store, "Uji"), worker, Settings(data_folder / "settings.json"), bus))
        qtbot.addWidget(tab)
        tab.show_meeting(meeting)
    found = tab.bar.line.toPlainText()
    due = max(count for count, moment in typed if moment <= killed - _ALLOWED_LOSS)
    assert due > 10
    assert len(found) >= due
    assert found == "".join("abcdefghi "[count % 10] for count in range(1, len(found) + 1))
    assert tab.bar.line.caret() == (len(found), len(found))
    opening.close(store)
