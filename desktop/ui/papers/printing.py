"""Printing a paper: the printer is chosen, asked how it is, and given the pages while one goes on working."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Slot
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.ui import ask, theme
from desktop.ui.colours import Tone
from desktop.ui.papers.outgoing import Outgoing, WaysOut
from desktop.ui.papers.print_job import PrintJob, paper_for, wanted_pages
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import plain_label

_HARDLY_SMALLER = 0.99
_STOPPED = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)


class Printing(QWidget):
    """How far the paper is, with a way to stop it; in sight only while something is printed.

    A paper that cannot be printed is never lost: it can be saved as a PDF instead.
    """

    def __init__(self, session: Session, ways: WaysOut, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._ways = session, ways
        self._job: PrintJob | None = None
        self._printer: QPrinter | None = None  # the last one: the next paper is offered to it too
        self._words = plain_label(role="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Halaman yang sudah dikirim ke pencetak"))
        stop = button(self.tr("Batalkan"))
        stop.clicked.connect(self.stop)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().unit * 2)
        line.addWidget(self._words)
        line.addWidget(self._bar, 1)
        line.addWidget(stop)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether a paper is on its way to the printer."""
        return self._job is not None

    def print_paper(self, outgoing: Outgoing, page: int) -> None:
        """Ask for printer, pages and copies, then print; `page` is the one in view, counted from 0."""
        if self._job is not None:
            self._session.bus.message.emit(self.tr("Masih mencetak surat sebelumnya."), str(Tone.INFO))
            return
        if not ask.printers():
            trouble = self.tr("Belum ada pencetak di komputer ini.")
            self._offer_file(outgoing, trouble, self.tr("Pasang pencetak dahulu, atau simpan sebagai PDF."))
            return
        printer = self._made_ready(outgoing)
        before = printer.pageLayout().pageSize()
        if not ask.set_up_printer(printer, len(outgoing.sizes)) or self._is_refused(printer, outgoing):
            return
        pages = wanted_pages(printer, len(outgoing.sizes), page)
        if not pages:
            self._session.bus.message.emit(self.tr("Tidak ada halaman dengan nomor itu."), str(Tone.PROBLEM))
            return
        self._printer = printer
        other_paper = printer.pageLayout().pageSize() != before
        self._start(printer, outgoing, pages, keep_paper=other_paper)

    @Slot()
    def stop(self) -> None:
        """Take the paper back from the printer."""
        if self._job is not None:
            self._job.cancel()

    def _made_ready(self, outgoing: Outgoing) -> QPrinter:
        """A printer set to the paper of the first page, the one used last where it is still there."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self._printer is not None and self._printer.printerName() in ask.printers():
            printer.setPrinterName(self._printer.printerName())
        printer.setDocName(outgoing.names.file_name)
        printer.setCreator("Rakor")
        printer.setPageSize(paper_for(outgoing.sizes[0], QPrinterInfo(printer).supportedPageSizes()))
        return printer

    def _is_refused(self, printer: QPrinter, outgoing: Outgoing) -> bool:
        """Whether the printer is not there, or the user will not wait for one that stands still."""
        standing, name = standing_of(printer), printer.printerName()
        if standing is Standing.READY:
            return False
        if standing is Standing.STOPPED:
            return self._will_not_wait(printer, outgoing)
        trouble = self.tr("Pencetak tidak ditemukan.")
        if name:
            trouble = self.tr("Pencetak “{name}” tidak ditemukan lagi.").format(name=name)
        self._offer_file(outgoing, trouble, self.tr("Sambungkan lagi dan nyalakan, atau simpan sebagai PDF."))
        return True

    def _will_not_wait(self, printer: QPrinter, outgoing: Outgoing) -> bool:
        answer = ask.choose(
            self.tr("Pencetak “{name}” sedang tidak siap.").format(name=printer.printerName()),
            self.tr("Mungkin dijeda, kehabisan kertas atau tinta, macet, penuh, atau tidak tersambung. Surat yang "
                    "tetap dikirim menunggu di antrean sampai pencetak siap."),
            options=(self.tr("Simpan PDF…"), self.tr("Tetap kirim"), self.tr("Batal")),
        )  # fmt: skip
        if answer == 0:
            self._ways.save(outgoing)
        return answer != 1

    def _start(self, printer: QPrinter, outgoing: Outgoing, pages: list[int], *, keep_paper: bool) -> None:
        job = PrintJob(
            self._session.worker, printer, outgoing.pdf, outgoing.sizes, pages, keep_paper=keep_paper, parent=self
        )
        self._job = job
        job.progressed.connect(self._show_progress)
        job.finished.connect(lambda: self._tell_printed(self._ended(), outgoing, len(set(pages))))
        job.failed.connect(lambda reason: self._tell_failed(self._ended(), outgoing, reason))
        job.cancelled.connect(lambda: self._tell_cancelled(self._ended()))
        self._bar.setRange(0, 0)
        self._words.setText(self.tr("Mencetak…"))
        self.show()
        job.start()

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._words.setText(self.tr("Mencetak: {done} dari {total} halaman").format(done=done, total=total))

    def _ended(self) -> PrintJob:
        job, self._job = self._job, None
        assert job is not None
        job.deleteLater()
        self.hide()
        return job

    def _tell_printed(self, job: PrintJob, outgoing: Outgoing, pages: int) -> None:
        name = self._printer.printerName() if self._printer is not None else ""
        told = self.tr("{n} halaman dikirim ke pencetak {name}.").format(n=pages, name=name)
        if job.smallest < _HARDLY_SMALLER:
            told += " " + self.tr("Diperkecil menjadi {n} % agar muat di kertasnya.").format(
                n=int(job.smallest * 100)
            )
        self._session.bus.message.emit(told, str(Tone.OK))
        self._ways.note(outgoing, "cetak", pages=pages)

    def _tell_failed(self, _job: PrintJob, outgoing: Outgoing, reason: str) -> None:
        advice = self.tr("Periksa kertas, kabel, dan antrean pencetak, lalu cetak lagi, atau simpan sebagai PDF.")
        self._offer_file(outgoing, reason, advice)

    def _tell_cancelled(self, _job: PrintJob) -> None:
        self._session.bus.message.emit(self.tr("Pencetakan dibatalkan."), str(Tone.NONE))

    def _offer_file(self, outgoing: Outgoing, trouble: str, advice: str) -> None:
        words = self.tr("Surat ini belum tercetak.")
        answer = ask.choose(words, f"{trouble} {advice}", options=(self.tr("Simpan PDF…"), self.tr("Tutup")))
        if answer == 0:
            self._ways.save(outgoing)


class Standing(Enum):
    """How a printer stands before it is given anything."""

    READY = auto()
    STOPPED = auto()
    """Paused, out of paper or ink, jammed, full, or switched off: what is sent waits in its queue."""
    GONE = auto()


def standing_of(printer: QPrinter) -> Standing:
    """How the printer stands, as far as the system knows; Qt makes one that is nowhere a PDF without a name."""
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
        return Standing.READY if printer.outputFileName() else Standing.GONE
    found = QPrinterInfo.printerInfo(printer.printerName())
    if found.isNull():
        return Standing.GONE
    return Standing.STOPPED if found.state() in _STOPPED else Standing.READY
