"""Somebody types into the form beside the minutes: how long the window stands still, how soon the page follows.

    typing_window.py DATA MEETING BURSTS     of each burst: the longest gap, and from the last key to the page

A burst is a few words at the pace of a quick hand into the closing, a rest in which they are saved and drawn, and
all the while a precise timer ticks in the window's thread. The last page is in view, for the closing stands there.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest

from benchmarks.office import opened
from benchmarks.runners.paper_window import Ticker, meetings
from desktop.base.settings import Settings
from desktop.models.journal import writing
from desktop.models.tables import Meeting
from desktop.services.desk import Desk
from desktop.ui import i18n, theme
from desktop.ui.meetings.minutes_form import MinutesForm
from desktop.ui.papers.preview import PaperPreview
from desktop.ui.places import all_places
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from desktop.worker.client import WorkerClient

PACE = 110
"""Milliseconds between two keys: some hundred words a minute."""
REST = 3_000
"""Milliseconds after the last key in which nothing is typed; saving and drawing are over by then."""
WORDS = (" rapat ditutup", " dengan doa", " dan terima kasih", " atas kehadiran")
PATIENCE = 60_000


class Drawn(QObject):
    """Notes when what was typed last is painted: the newest paper's pages in view are on the screen."""

    def __init__(self, preview: PaperPreview) -> None:
        super().__init__(preview)
        self._preview = preview
        self.at: float | None = None
        self._pdf = preview.pdf
        preview.viewport().installEventFilter(self)

    def begin(self) -> None:
        self.at, self._pdf = None, self._preview.pdf

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.at is None and self._is_newest():
            self.at = perf_counter()
        return False

    def _is_newest(self) -> bool:
        preview = self._preview
        return preview.pdf != self._pdf and set(preview.shown_pages) <= preview._drawn.keys()


def main(folder: Path, number: int, bursts: int) -> None:
    """Type, measure, and print what was found on the last line."""
    application = theme.make_application()
    theme.Theme(theme.ThemeChoice.LIGHT).install(application)
    i18n.install(application)
    with opened(folder) as store, WorkerClient() as worker:
        worker.warm_up().settled.wait()
        session = Session(Desk(store, "Pengukur"), worker, Settings())
        window = MainWindow(all_places(lambda: session), Settings(), session.bus)
        window.resize(1366, 768)
        window.show()
        window.set_ready()
        meeting = meetings(store)[number]
        with writing(store, "benchmark.fill", by="Pengukur") as write:
            write.update(Meeting, meeting, state="konsep")  # what is frozen cannot be typed
        window.open_page("meetings", meeting=meeting, tab="minutes")
        preview = window.findChild(PaperPreview)
        form = window.findChild(MinutesForm)
        assert preview is not None
        assert form is not None
        wait(4_000)
        bar = preview.verticalScrollBar()
        bar.setValue(bar.maximum())
        field = form.form.field("closing")
        form.form.go_to("closing")
        wait(1_000)
        gaps, own, follows = [], [], []
        drawn = Drawn(preview)
        for turn in range(bursts + 1):
            ticker, follow = burst(field, drawn, WORDS[turn % len(WORDS)])
            if turn:
                gaps.append(ticker.longest * 1000)
                own.append(ticker.own * 1000)
                follows.append(follow * 1000)
        print(json.dumps({"gaps": gaps, "own": own, "follows": follows, "pages": preview.page_count}), flush=True)
    os._exit(0)


def burst(field: QObject, drawn: Drawn, words: str) -> tuple[Ticker, float]:
    """The gaps of a burst, and the seconds from its last key to the page."""
    ticker = Ticker()
    for letter in words:
        drawn.begin()
        QTest.keyClick(field, letter)
        last = perf_counter()
        wait(PACE)
    wait(REST)
    ticker.tick()
    ticker.deleteLater()
    if drawn.at is None:
        sys.exit("no page followed")
    return ticker, drawn.at - last


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
