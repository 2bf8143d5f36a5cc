"""One paper on its way to the printer, page by page, while the window goes on.

The worker draws each page at the printer's resolution, one at a time, so that a paper of a hundred pages needs no
more memory than one. A page is handed to the printer in bands, each in a turn of its own: compressing a whole page
would stop the window for half a second. A line of a photograph takes much longer than one of letters, so each kind
has a measure of its own, which follows what the last band took.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.base.errors import AppError, Cancelled
from desktop.ui.handover import handed_over
from desktop.ui.papers.page_layout import Size
from desktop.worker.client import WorkerClient
from desktop.worker.frames import Answer
from desktop.worker.pages import PageImage, images_of

_DPI = 300
_MOST_PIXELS = 39_000_000  # of a page; the worker draws no more than 40 million
_GREY, _COLOURED = 64, 32  # lines of pixels handed over in the first turn
_LEAST_BAND, _MOST_BAND = 24, 200
_TURN = 0.008  # seconds of work in a turn, as near as the lines before can tell
_OVERLAP = 1  # lines that two bands share, so that no seam can show
_NEAR = 2.0  # millimetres in which two papers are the same
_STOPPED = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)


class PrintJob(QObject):
    """Ends with exactly one of finished, failed, cancelled.

    progressed(int, int)   this many pages of so many are handed over
    failed(str)            the printer does not take it; the reason in words
    """

    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal(str)
    cancelled = Signal()
    _drawn = Signal(object)
    _refused = Signal(object)

    def __init__(
        self, worker: WorkerClient, printer: QPrinter, pdf: bytes, sizes: Sequence[Size], pages: Sequence[int],
        *, keep_paper: bool = False, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        """Print these pages (counted from 0); with `keep_paper` on the paper the printer is set to."""
        super().__init__(parent)
        self._worker, self._printer, self._pdf, self._sizes = worker, printer, pdf, sizes
        self._order = in_order(printer, pages)
        self._keep_paper = keep_paper
        self._supported = QPrinterInfo(printer).supportedPageSizes()
        self._painter = QPainter()
        self._at = 0  # the place in the order
        self._image: PageImage | None = None
        self._corner = QPoint()
        self._line = 0
        self._lines = {True: _GREY, False: _COLOURED}  # of a band, by whether it is grey
        self._ended = False
        self.smallest = 1.0  # how small a page had to become to fit on its paper
        self._drawn.connect(self._take_page, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self._take_refusal, Qt.ConnectionType.QueuedConnection)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.cancel)  # a painter left open would end in a crash

    def start(self) -> None:
        """Open the job at the printer and go on from turn to turn."""
        self._printer.setResolution(_DPI)
        self._printer.setFullPage(True)
        self._lay_paper()
        if not self._painter.begin(self._printer):
            self._fail(self.tr("Pencetak tidak menerima pekerjaan."))
            return
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # letters, no photographs
        self._ask_page()

    @Slot()
    def cancel(self) -> None:
        """Take the job back; pages that are out already stay out."""
        if not self._ended:
            self._close(abort=True)
            self.cancelled.emit()

    # One page after the other

    def _lay_paper(self) -> None:
        """Put the right paper in: size and direction of the page that comes."""
        width, height = self._sizes[self._order[self._at]]
        turned = width > height
        if not self._keep_paper:
            self._printer.setPageSize(paper_for((width, height), self._supported))
        sides = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(sides[0] if turned else sides[1])

    def _ask_page(self) -> None:
        page = self._order[self._at]
        width, height = self._sizes[page]
        paper = self._printer.pageLayout().fullRect(QPageLayout.Unit.Point)
        fits = min(1.0, (paper.width() + 1) / width, (paper.height() + 1) / height)
        self.smallest = min(self.smallest, fits)
        scale = min(fits * _DPI / 72, sqrt(_MOST_PIXELS / (width * height)))
        self._worker.submit(
            "page-images", self._pdf, page, page + 1, scale, True,
            slot=None, on_done=handed_over(self._drawn), on_error=handed_over(self._refused),
        )  # fmt: skip

    @Slot(object)
    def _take_page(self, answer: Answer) -> None:
        if self._ended:
            return
        (self._image,) = images_of(answer)
        paper = self._printer.pageLayout().fullRectPixels(_DPI)
        beside, below = paper.width() - self._image.width, paper.height() - self._image.height
        self._corner = QPoint(max(beside, 0) // 2, max(below, 0) // 2)
        self._line = 0
        self._next_turn(self._paint_band)

    @Slot()
    def _paint_band(self) -> None:
        image = self._image
        if self._ended or image is None:
            return
        begun = perf_counter()
        first, last = max(self._line - _OVERLAP, 0), min(self._line + max(self._lines.values()), image.height)
        if not _is_white(image, first, last):  # nothing is drawn where the paper stays white
            grey = image.grey or _band(image, first, last).allGray()
            last = min(last, self._line + self._lines[grey])
            band = _band(image, first, last)
            plain = band.convertToFormat(QImage.Format.Format_Grayscale8) if grey and not image.grey else band
            self._painter.drawImage(self._corner + QPoint(0, first), plain)
            self._learn(grey, last - first, perf_counter() - begun)
        self._line = last
        if self._printer.printerState() in _STOPPED:
            self._fail(self.tr("Pencetak berhenti di tengah pekerjaan."))
        elif last < image.height:
            self._next_turn(self._paint_band)
        else:
            self._end_page()

    def _learn(self, grey: bool, lines: int, took: float) -> None:
        """How many lines of the same kind fit into a turn; growing slowly, for what comes may be denser."""
        fit = round(lines * _TURN / max(took, 1e-6))
        self._lines[grey] = max(min(fit, 2 * self._lines[grey], _MOST_BAND), _LEAST_BAND)

    def _end_page(self) -> None:
        self._image = None
        self._at += 1
        self.progressed.emit(self._at, len(self._order))
        if self._ended:  # cancelled by who heard that
            return
        if self._at == len(self._order):
            self._finish()
            return
        self._lay_paper()
        if self._printer.newPage():
            self._ask_page()
        else:
            self._fail(self.tr("Pencetak tidak menerima halaman berikutnya."))

    # The end

    def _finish(self) -> None:
        if self._close() and self._printer.printerState() not in _STOPPED:
            self.finished.emit()
        else:
            self.failed.emit(self.tr("Pencetak tidak menerima pekerjaan sampai selesai."))

    def _fail(self, reason: str) -> None:
        self._close(abort=True)
        self.failed.emit(reason)

    def _close(self, *, abort: bool = False) -> bool:
        self._ended, self._image = True, None
        if not self._painter.isActive():
            return False
        if abort:
            self._printer.abort()
        return self._painter.end()

    @Slot(object)
    def _take_refusal(self, fault: Exception) -> None:
        if self._ended:
            return
        if isinstance(fault, Cancelled):
            self.cancel()
            return
        self._fail(str(fault) if isinstance(fault, AppError) else self.tr("Halaman tidak dapat digambar."))
        if not isinstance(fault, AppError):
            raise fault

    def _next_turn(self, step: Callable[[], None]) -> None:
        QTimer.singleShot(0, self, step)


def _band(image: PageImage, first: int, last: int) -> QImage:
    kind = QImage.Format.Format_Grayscale8 if image.grey else QImage.Format.Format_RGBX8888
    return QImage(_pixels(image, first, last), image.width, last - first, image.stride, kind)


def _is_white(image: PageImage, first: int, last: int) -> bool:
    pixels = bytes(_pixels(image, first, last))
    return pixels.count(b"\xff") == len(pixels)


def _pixels(image: PageImage, first: int, last: int) -> memoryview:
    return image.pixels[first * image.stride : last * image.stride]


def in_order(printer: QPrinter, pages: Sequence[int]) -> list[int]:
    """The pages as they are handed over: again for each copy where the printer does not copy by itself."""
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if printer.collateCopies():
        return list(pages) * copies
    return [page for page in pages for _ in range(copies)]


def wanted_pages(printer: QPrinter, count: int, current: int) -> list[int]:
    """The pages chosen in the printer's dialog, counted from 0."""
    kind = printer.printRange()
    if kind is QPrinter.PrintRange.CurrentPage:
        return [current]
    if kind is not QPrinter.PrintRange.PageRange:
        return list(range(count))
    ranges = [(one.from_, one.to) for one in printer.pageRanges().toRangeList()]
    if not ranges:
        ranges = [(printer.fromPage() or 1, printer.toPage() or count)]
    return [page - 1 for first, last in ranges for page in range(max(first, 1), min(last, count) + 1)]


def paper_for(size: Size, supported: Sequence[QPageSize] = ()) -> QPageSize:
    """The paper for a page, by the printer's own name where it has one; upright, as papers are measured."""
    short, long = sorted(side / 72 * 25.4 for side in size)
    for paper in supported:
        there = paper.size(QPageSize.Unit.Millimeter)
        if abs(there.width() - short) < _NEAR and abs(there.height() - long) < _NEAR:
            return paper
    return QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
