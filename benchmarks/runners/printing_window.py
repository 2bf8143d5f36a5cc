"""The minutes of a meeting on their way to a printer: for how long the window stands still.

    printing_window.py DATA MEETING ROUNDS     of each round: the longest gap in milliseconds

The printer is Qt's own that writes a PDF; what a driver does with a band is its own affair.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtPrintSupport import QPrinter

from benchmarks.office import opened
from benchmarks.runners.paper_window import Ticker, meetings
from desktop.services.papers.catalogue import gathered
from desktop.ui import theme
from desktop.ui.papers.print_job import PrintJob
from desktop.worker.client import WorkerClient

PAGES = 6


def main(folder: Path, number: int, rounds: int) -> None:
    """Measure and print the gaps on the last line."""
    application = theme.make_application()
    with opened(folder) as store, WorkerClient() as worker, tempfile.TemporaryDirectory() as room:
        pdf = worker.run(*gathered(store, "minutes", meetings(store)[number]))
        sizes = [(wide, high) for wide, high in worker.ask("page-count", pdf).meta["sizes"]]
        tickers = [printed(worker, pdf, sizes, Path(room, "printed.pdf")) for _ in range(rounds + 1)][1:]
        gaps, own = [one.longest * 1000 for one in tickers], [one.own * 1000 for one in tickers]
        print(json.dumps({"gaps": gaps, "own": own, "pages": PAGES}), flush=True)
    del application
    os._exit(0)


def printed(worker: WorkerClient, pdf: bytes, sizes: list[tuple[float, float]], target: Path) -> Ticker:
    """The gaps while the first pages are handed over."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    job, loop = PrintJob(worker, printer, pdf, sizes, range(PAGES)), QEventLoop()
    job.finished.connect(loop.quit)
    job.failed.connect(sys.exit)
    ticker = Ticker()
    job.start()
    loop.exec()
    ticker.tick()
    ticker.stop()
    return ticker


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
