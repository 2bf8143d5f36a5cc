"""A field for the scan or the file that came back signed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.exchange.attached.shapes import Taken
from desktop.ui import ask, theme
from desktop.ui.files.taking import FileTaking, files_in
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.text import ElidedLabel


def choose_signed_file(asking: QWidget) -> Path | None:
    """Ask for a PDF or a scan."""
    title = asking.tr("Pilih berkas bertanda tangan")
    return ask.choose_file(title, asking.tr("PDF atau pindaian (*.pdf *.jpg *.jpeg *.png)"))


class SignedFileField(QWidget):
    """`value()` is the file as it was taken in, or None. It is chosen or dropped here."""

    edited = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Taken | None = None
        self._problem = ""
        self.taking = FileTaking(session, self)
        self.choose_button = button(self.tr("Pilih berkas…"), "folder-open")
        self._name = ElidedLabel(role="muted")
        self._remove = icon_button("x", self.tr("Tanpa berkas"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().unit * 2)
        line.addWidget(self.choose_button)
        line.addWidget(self._name, 1)
        line.addWidget(self._remove)
        self.setFocusProxy(self.choose_button)
        self.setAcceptDrops(True)
        self.choose_button.clicked.connect(self._choose)
        self._remove.clicked.connect(self._clear)
        self.taking.finished.connect(self._take)
        self._show()

    def value(self) -> Taken | None:
        return self._value

    def set_value(self, value: object) -> None:
        self._value = value if isinstance(value, Taken) else None
        self._problem = ""
        self._show()

    def problem(self) -> str:
        """Why the file chosen cannot be taken, or that it is still on its way."""
        if self.taking.is_busy:
            return self.tr("Berkasnya masih diambil; tunggu sebentar.")
        return self._problem

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(files_in(event.mimeData())) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.taking.take_files(files_in(event.mimeData())[:1], photos=False)

    @Slot()
    def _choose(self) -> None:
        path = choose_signed_file(self)
        if path is not None:
            self.taking.take_files([path], photos=False)

    @Slot(list, list)
    def _take(self, taken: list[Taken], faults: list[str]) -> None:
        self._value = taken[0] if taken else None
        self._problem = faults[0] if faults else ""
        self._show()
        self.edited.emit()

    @Slot()
    def _clear(self) -> None:
        self.set_value(None)
        self.edited.emit()

    def _show(self) -> None:
        self._name.setText(self._value.name if self._value else self.tr("Belum ada; dapat menyusul"))
        self._remove.setVisible(self._value is not None or bool(self._problem))
