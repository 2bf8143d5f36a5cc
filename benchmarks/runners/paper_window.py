"""The real window with a meeting's minutes before it, for how long its event loop stands still.

    paper_window.py DATA MEETING ROUNDS     the longest gap of each paper, in milliseconds

A precise timer ticks in the window's thread from the wish for the paper until its first page is painted.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from time import perf_counter
from uuid import UUID

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer

from benchmarks.office import opened
from desktop.base.settings import Settings
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.ui import i18n, theme
from desktop.ui.papers.preview import PaperPreview
from desktop.ui.places import all_places
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from desktop.worker.client import WorkerClient

TICK = 5
PATIENCE = 60_000


class Ticker(QObject):
    """Notes the longest time between two ticks, in seconds; `own` is the longest less the waiting for a core."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.own = 0.0
        self._last, self._waited = perf_counter(), waited_for_a_core()
        self._timer = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def stop(self) -> None:
        """Note no more."""
        self._timer.stop()

    def tick(self) -> None:
        now, waited = perf_counter(), waited_for_a_core()
        gap = now - self._last
        self.longest = max(self.longest, gap)
        self.own = max(self.own, gap - (waited - self._waited))
        self._last, self._waited = now, waited


class Paints(QObject):
    """Ends a loop once the pages have been painted."""

    def __init__(self, preview: PaperPreview, loop: QEventLoop) -> None:
        super().__init__(preview)
        self._preview, self._loop = preview, loop
        self.drawn = False
        preview.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._preview.page_count:
            QTimer.singleShot(0, self._loop.quit)
        return False


def main(folder: Path, number: int, rounds: int) -> None:
    """Measure and print the gaps on the last line."""
    application = theme.make_application()
    theme.Theme(theme.ThemeChoice.LIGHT).install(application)
    i18n.install(application)
    with opened(folder) as store, WorkerClient() as worker:
        worker.warm_up().settled.wait()  # as the program does when it is left in peace
        session = Session(Desk(store, "Pengukur"), worker, Settings())
        window = MainWindow(all_places(lambda: session), Settings(), session.bus)
        window.resize(1366, 768)
        window.show()
        window.set_ready()
        meeting = meetings(store)[number]
        window.open_page("meetings", meeting=meeting, tab="minutes")
        preview = window.findChild(PaperPreview)
        assert preview is not None
        gaps = [longest_gap(preview, first=turn == 0) for turn in range(rounds + 1)]
        print(json.dumps({"gaps": gaps[1:], "pages": preview.page_count}), flush=True)
    os._exit(0)


def waited_for_a_core() -> float:
    """Seconds in which this thread could not go on because others had the cores, as far as Linux tells.

    Others are the programs beside it, and on a rented machine the neighbours.
    """
    try:
        waited = int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9
        stolen = int(Path("/proc/stat").read_text().split(maxsplit=9)[8]) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0.0
    return waited + stolen


def meetings(store: Store) -> list[UUID]:
    """The meetings in the order in which they were made."""
    return [UUID(bytes=one) for (one,) in store.rows("SELECT id FROM meeting ORDER BY seq")]


def longest_gap(preview: PaperPreview, *, first: bool) -> float:
    """Make the paper as if something on it had changed; the first is asked for by the page itself."""
    loop = QEventLoop()
    if not first:
        gather = preview._wanted
        assert gather is not None
        preview.clear()
        preview.show_paper(gather)
    ticker = Ticker()
    watch = Paints(preview, loop)
    QTimer.singleShot(PATIENCE, loop, lambda: sys.exit("no page came"))
    loop.exec()
    ticker.tick()
    watch.deleteLater()
    ticker.deleteLater()
    return ticker.longest * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
