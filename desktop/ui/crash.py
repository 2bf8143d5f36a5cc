"""What happens when the program meets a defect of its own: it says so, keeps running if it can, and loses nothing.

Three guards: a second defect while the dialog is open is only logged; one from another thread is brought to the
main thread before any window appears; one before the application exists is only logged and printed.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import plain_label

log = logging.getLogger(__name__)


class CrashHook(QObject):
    """Catches what no other place expected. `report` is shown on the main thread, once at a time."""

    _caught = Signal(str)

    def __init__(self, quit_program: Callable[[], None] | None = None) -> None:
        """`quit_program` ends the program in order; by default the application quits."""
        super().__init__()
        self._quit = quit_program or QCoreApplication.quit
        self._showing = False
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self.ask: Callable[[str], bool] = ask_about_defect

    def install(self) -> None:
        """Take over defects of all threads."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread

    def remove(self) -> None:
        """Give the hooks back to Python."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def caught(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """What Python calls for an exception nobody handled."""
        if issubclass(kind, KeyboardInterrupt):
            self._quit()
            return
        log.critical("Unhandled defect", exc_info=(kind, fault, trace))
        if not isinstance(QCoreApplication.instance(), QApplication):
            sys.__excepthook__(kind, fault, trace)
            return
        # The signal is queued: the slot runs on the main thread, after the failing call has unwound.
        self._caught.emit(report(kind, fault, trace))

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.caught(args.exc_type, args.exc_value, args.exc_traceback)

    def _show(self, details: str) -> None:
        if self._showing:
            return
        self._showing = True
        try:
            goes_on = self.ask(details)
        finally:
            self._showing = False
        if not goes_on:
            self._quit()


def report(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> str:
    """What may be sent to the makers: versions and the trace, without personal data."""
    from desktop.base.log import environment_summary, redact

    lines = "".join(traceback.format_exception(kind, fault, trace))
    return redact(f"{environment_summary()}\n\n{lines}").strip()


def ask_about_defect(details: str) -> bool:
    """Show the dialog; True to go on, False to close the program."""
    dialog = CrashDialog(details, QApplication.activeWindow())
    goes_on = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return goes_on


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
