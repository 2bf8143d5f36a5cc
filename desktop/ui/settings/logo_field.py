"""The logo of the letterhead: what is there, another one, none."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.base.errors import AppError
from desktop.services.logo import read_logo
from desktop.ui import ask, theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import plain_label


class LogoField(QWidget):
    """A field of a form: `value()` are the bytes of a PNG or JPEG, or None.

    refused(AppError)    the file chosen cannot be taken; the logo stays what it was
    """

    edited = Signal()
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: bytes | None = None
        unit = theme.current().unit
        self._picture = QLabel()
        self._picture.setFixedSize(unit * 18, unit * 18)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none = plain_label(self.tr("Tanpa logo"), role="muted")
        self.choose_button = button(self.tr("Pilih gambar…"), "folder-open")
        self.choose_button.clicked.connect(self._choose)
        self.remove_button = button(self.tr("Hapus logo"), "trash-2", kind="quiet")
        self.remove_button.clicked.connect(self._remove)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(unit * 2)
        for one in (self._picture, self._none, self.choose_button, self.remove_button):
            line.addWidget(one)
        line.addStretch()
        self.setFocusProxy(self.choose_button)
        self._show()

    def value(self) -> bytes | None:
        return self._data

    def set_value(self, value: object) -> None:
        self._data = value if isinstance(value, bytes) else None
        self._show()

    def problem(self) -> str:
        return ""

    def setReadOnly(self, read_only: bool) -> None:
        """Keep the logo as it is."""
        self.choose_button.setEnabled(not read_only)
        self.remove_button.setEnabled(not read_only)

    @Slot()
    def _choose(self) -> None:
        path = ask.choose_file(self.tr("Pilih logo"), self.tr("Gambar PNG atau JPEG (*.png *.jpg *.jpeg)"))
        if path is None:
            return
        try:
            self._data = read_logo(path)
        except AppError as fault:
            self.refused.emit(fault)
            return
        self._show()
        self.edited.emit()

    @Slot()
    def _remove(self) -> None:
        self._data = None
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        picture = QPixmap()
        if self._data is not None:
            picture.loadFromData(self._data)
            room = self._picture.size() * self.devicePixelRatioF()
            picture = picture.scaled(
                QSize(room), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture.setPixmap(picture)
        self._picture.setVisible(self._data is not None)
        self._picture.setAccessibleName(self.tr("Logo kantor"))
        self._none.setVisible(self._data is None)
        self.remove_button.setVisible(self._data is not None)
