"""What is known of the electronic signatures in a file: plain sentences, nothing that looks like a seal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.errors import AppError, Cancelled
from desktop.base.extras import can_sign
from desktop.exchange.signatures.shapes import SignatureReport
from desktop.services.signatures import NOT_INSTALLED, Line, Weight, signature_lines, signature_summary
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.handover import handed_over
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.text import plain_label
from desktop.worker.client import WorkerClient
from desktop.worker.frames import Answer
from desktop.worker.signatures import report_from

_TONES = {Weight.DOUBT: Tone.ATTENTION, Weight.BAD: Tone.PROBLEM}


class SignatureNotes(QWidget):
    """One line for each signature, or in `brief` a single one for all.

    settled(bytes, SignatureReport)     this file was read, as far as that was possible
    details_wanted(bytes)               more is asked of this file than the single line says
    """

    settled = Signal(bytes, object)
    details_wanted = Signal(bytes)
    _read = Signal(int, object)
    _failed = Signal(int, object)

    def __init__(
        self, worker: WorkerClient, slot: str, *, brief: bool = False, parent: QWidget | None = None
    ) -> None:
        """`slot` is its place at the worker: of several files only the last one counts."""
        super().__init__(parent)
        self._worker = worker
        self._place = slot
        self._brief = brief
        self._number = 0
        self._content = b""
        self._told: list[Line] = []
        self.setAccessibleName(self.tr("Tanda tangan elektronik"))
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.current().unit * 2)
        self._read.connect(self._take_report, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._take_failure, Qt.ConnectionType.QueuedConnection)
        self.hide()

    def look_at(self, pdf: bytes) -> None:
        """Read the signatures of a file in the worker process, and say what was found."""
        self.clear()
        self._content = pdf
        if not can_sign():
            self._settle(SignatureReport(), [Line(NOT_INSTALLED)])
            return
        self._worker.submit(
            "signatures",
            pdf,
            slot=self._place,
            on_done=handed_over(self._read, self._number),
            on_error=handed_over(self._failed, self._number),
        )

    def tell(self, fault: AppError) -> None:
        """Say why there is no file to read."""
        self.clear()
        self._show([Line(str(fault), Weight.BAD)])

    def put_first(self, line: Line) -> None:
        """Say one thing more of this file, before all others."""
        self._told.insert(0, line)
        self._lines.insertWidget(0, self._face(line, with_details=False))

    def clear(self) -> None:
        """Say nothing, and no longer wait for a file."""
        self._number += 1
        self._content = b""
        self._show([])

    def words(self) -> list[str]:
        """What it says, line by line."""
        return [line.words for line in self._told]

    @Slot(int, object)
    def _take_report(self, number: int, answer: Answer) -> None:
        if number == self._number:
            report = report_from(answer)
            self._settle(report, [signature_summary(report)] if self._brief else signature_lines(report))

    @Slot(int, object)
    def _take_failure(self, number: int, fault: Exception) -> None:
        if not isinstance(fault, AppError):
            raise fault
        if number == self._number and not isinstance(fault, Cancelled):
            self._settle(SignatureReport(), [Line(str(fault), Weight.DOUBT)])

    def _settle(self, report: SignatureReport, lines: list[Line]) -> None:
        self._show(lines, report)
        self.settled.emit(self._content, report)

    def _show(self, lines: list[Line], report: SignatureReport | None = None) -> None:
        self._told = lines
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._lines.addWidget(self._face(line, with_details=bool(report and report.signatures)))
        self.setVisible(bool(lines))

    def _face(self, line: Line, *, with_details: bool) -> QWidget:
        tone = _TONES.get(line.weight)
        if self._brief and with_details:
            banner = Banner(line.words, tone or Tone.INFO, self.tr("Rincian…"))
            banner.wanted.connect(lambda: self.details_wanted.emit(self._content))
            return banner
        if tone is not None:
            return Banner(line.words, tone)
        label = plain_label(line.words)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
