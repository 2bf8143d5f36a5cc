"""The dialog about a defect of the program itself."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import plain_label


class CrashDialog(QDialog):
    """Says what is safe, shows the details for the makers, and lets the user go on or stop."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Gangguan pada program"))
        unit = theme.current().unit

        # Text
        title = plain_label(self.tr("Terjadi kesalahan pada program."), role="heading")
        words = plain_label(
            self.tr(
                "Data yang sudah tersimpan tetap aman. Anda dapat melanjutkan; bila ada yang janggal, "
                "tutup lalu buka kembali program. Rincian di bawah membantu pembuat program memperbaikinya."
            )
        )
        words.setWordWrap(True)
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Rincian kesalahan"))
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setTabChangesFocus(True)

        # Buttons
        self.copy_button = button(self.tr("Salin"), "copy")
        self.quit_button = button(self.tr("Tutup program"))
        self.go_on_button = button(self.tr("Lanjutkan"), kind="primary")
        self.copy_button.clicked.connect(self._copy)
        self.quit_button.clicked.connect(self.reject)
        self.go_on_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch()
        buttons.addWidget(self.quit_button)
        buttons.addWidget(self.go_on_button)

        # Assemble
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(title)
        whole.addWidget(words)
        whole.addWidget(self.details, 1)
        whole.addLayout(buttons)
        self.resize(unit * 160, unit * 110)
        self.go_on_button.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy_button.setText(self.tr("Sudah disalin"))
        QTimer.singleShot(2000, self, self._offer_copy)

    def _offer_copy(self) -> None:
        self.copy_button.setText(self.tr("Salin"))
