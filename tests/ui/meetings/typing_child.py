"""Types into the real tab until somebody kills it; says after each letter how many it has typed, and when."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from uuid import UUID

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.base.settings import Settings
from desktop.models import opening
from desktop.services.desk import Desk
from desktop.ui.meetings.capture_tab import CaptureTab
from desktop.ui.session import Session
from desktop.worker.client import WorkerClient


def type_for_ever(folder: Path, meeting: UUID) -> None:
    application = QApplication([])
    store = opening.open_folder(folder)
    tab = CaptureTab(Session(Desk(store, "Uji"), WorkerClient(), Settings(folder / "settings.json")))
    tab.show()
    tab.show_meeting(meeting)
    tab.focus_line()
    for count in range(1, 100_000):
        QTest.keyClick(tab.bar.line, "abcdefghi "[count % 10], delay=15)
        application.processEvents()
        print(count, time.monotonic(), flush=True)


if __name__ == "__main__":
    type_for_ever(Path(sys.argv[1]), UUID(sys.argv[2]))
