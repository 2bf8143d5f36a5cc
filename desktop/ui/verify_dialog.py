"""Periksa surat: a code typed or scanned, or a PDF, and what this office's data say of it."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.base.errors import AppError
from desktop.base.files import file_trouble
from desktop.exchange.signatures.shapes import SignatureReport
from desktop.services.verify import Finding, Verdict, verify_code, verify_file
from desktop.ui import ask, theme
from desktop.ui.colours import Tone
from desktop.ui.handover import handed_over
from desktop.ui.session import Session
from desktop.ui.signature_notes import SignatureNotes
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import plain_label
from desktop.worker.frames import Answer

_TONES = {
    Finding.SAME: Tone.OK,
    Finding.OLDER: Tone.ATTENTION,
    Finding.DRAFT: Tone.ATTENTION,
    Finding.CHANGED: Tone.PROBLEM,
    Finding.UNKNOWN: Tone.PROBLEM,
}
_LARGEST = 200_000_000  # bytes
_MOST_CHANGES = 30


class VerifyDialog(QDialog):
    """Stays open for one paper after the other; a scanner types the code and its Enter."""

    _read = Signal(int, bytes, object)
    _failed = Signal(int, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._number = 0  # of the question; what is read for one before comes too late
        title = self.tr("Periksa surat")
        self.setWindowTitle(title)
        unit = theme.current().unit
        self.code = QLineEdit()
        self.code.setPlaceholderText(self.tr("misalnya ABCD-EFGH-JKMN, atau pindai QR-nya"))
        self.code.setAccessibleName(self.tr("Kode verifikasi"))
        self.code.returnPressed.connect(self._look_up)
        look = button(self.tr("Periksa kode"), "search", kind="primary")
        look.clicked.connect(self._look_up)
        choose = button(self.tr("Periksa berkas PDF…"), "folder-open")
        choose.clicked.connect(self._choose)
        self.answer = Banner("", Tone.NONE)
        self.answer.hide()
        self._texts: list[str] = []
        self.signatures = SignatureNotes(session.worker, slot="verify-signatures")
        self.signatures.settled.connect(self._take_signatures)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(unit)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setSpacing(unit * 2)
        column.addWidget(self.signatures)
        column.addLayout(self._lines)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(below)
        area.setWidgetResizable(True)
        close = button(self.tr("Tutup"))
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.setSpacing(unit * 2)
        line.addWidget(self.code, 1)
        line.addWidget(look)
        foot = QHBoxLayout()
        foot.addWidget(choose)
        foot.addStretch()
        foot.addWidget(close)
        told = plain_label(
            self.tr("Kode menunjukkan naskah mana surat ini; itu bukan tanda tangan elektronik."), role="muted"
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(title, role="title"))
        whole.addWidget(told)
        whole.addLayout(line)
        whole.addWidget(self.answer)
        whole.addWidget(area, 1)
        whole.addLayout(foot)
        self._read.connect(self._take_text, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._take_failure, Qt.ConnectionType.QueuedConnection)
        self.code.setFocus()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 170, unit * 140)

    def look_at(self, path: Path) -> None:
        """Verify a file."""
        self._begin()
        try:
            if path.stat().st_size > _LARGEST:
                self._tell(Tone.PROBLEM, self.tr("Berkas itu terlalu besar untuk sebuah surat."), ())
                return
            content = path.read_bytes()
        except OSError as error:
            self._tell_fault(file_trouble(error, path, reading=True))
        else:
            self.look_into(content)

    def look_into(self, content: bytes) -> None:
        """Verify what a file holds; its text and its signatures are read in the worker process."""
        number = self._begin()
        self._session.worker.submit(
            "page-texts",
            content,
            slot="verify",
            on_done=handed_over(self._read, number, content),
            on_error=handed_over(self._failed, number),
        )

    def _begin(self) -> int:
        """Another paper: nothing more is wanted of the one before."""
        self._number += 1
        self.signatures.clear()
        return self._number

    @Slot()
    def _look_up(self) -> None:
        self._begin()
        try:
            self._show(verify_code(self._session.store, self.code.text()))
        except AppError as fault:
            self._tell_fault(fault)
        self.code.selectAll()  # the next scan replaces this one

    @Slot()
    def _choose(self) -> None:
        path = ask.choose_file(self.tr("Pilih surat"), self.tr("Surat PDF (*.pdf)"))
        if path is not None:
            self.look_at(path)

    @Slot(int, bytes, object)
    def _take_text(self, number: int, content: bytes, answer: Answer) -> None:
        if number == self._number:
            self._texts = json.loads(answer.body)
            self.signatures.look_at(content)

    @Slot(bytes, object)
    def _take_signatures(self, content: bytes, report: SignatureReport) -> None:
        self._show(verify_file(self._session.store, content, self._texts, report.beginnings))

    @Slot(int, object)
    def _take_failure(self, number: int, fault: Exception) -> None:
        if not isinstance(fault, AppError):
            raise fault
        if number == self._number:
            self._tell_fault(fault)

    def _tell_fault(self, fault: AppError) -> None:
        self._tell(Tone.PROBLEM, str(fault), ())

    def _show(self, found: Verdict) -> None:
        told = found.told
        if found.number:
            told += self.tr(" Nomor {number}.").format(number=found.number)
        nothing = self.tr("(tidak ada)")
        lines = [f"{one.place}: {one.before or nothing} → {one.after or nothing}" for one in found.changes]
        if len(lines) > _MOST_CHANGES:
            more = self.tr("… dan {count} perbedaan lain").format(count=len(lines) - _MOST_CHANGES)
            lines = [*lines[:_MOST_CHANGES], more]
        self._tell(_TONES[found.finding], told, lines)

    def _tell(self, tone: Tone, words: str, lines: list[str] | tuple[str, ...]) -> None:
        self.answer.say(words, tone)
        self.answer.show()
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            label = plain_label(line)
            label.setWordWrap(True)
            self._lines.addWidget(label)
