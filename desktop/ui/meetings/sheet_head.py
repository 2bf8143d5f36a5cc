"""The line above the signed sheet: how far it is read, the row one is about to go to, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.base.numbers import grouped
from desktop.ui import theme
from desktop.ui.meetings.sheet_reading import SheetReading
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import plain_label


class SheetHead(QWidget):
    """Its buttons are to be connected: `save`, `restart`, `close_sheet`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.save = button(self.tr("Simpan…"), "save", "primary")
        self.restart = button(self.tr("Mulai dari awal"), kind="quiet")
        self.close_sheet = button(self.tr("Tutup"))
        self._progress = plain_label(role="heading")
        self._jump = plain_label(role="muted")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().unit * 2)
        line.addWidget(self._progress)
        line.addWidget(self._jump, 1)
        for one in (self.restart, self.close_sheet, self.save):
            line.addWidget(one)

    def show_progress(self, reading: SheetReading) -> None:
        """How many of the printed rows were read."""
        words = self.tr("Dibaca {read} dari {all} baris").format(
            read=grouped(reading.read()), all=grouped(len(reading.lines))
        )
        self._progress.setText(words)
        self.save.setEnabled(bool(reading))
        self.restart.setEnabled(bool(reading))

    @Slot(str)
    def show_digits(self, digits: str) -> None:
        """The number of a row being typed, "" when none is."""
        self._jump.setText(self.tr("Ke baris {number} – Enter").format(number=digits) if digits else "")
