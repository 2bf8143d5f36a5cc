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

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

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
    from desktop.ui.crash_dialog import CrashDialog  # hopefully never needed

    dialog = CrashDialog(details, QApplication.activeWindow())
    goes_on = dialog.exec() == dialog.DialogCode.Accepted
    dialog.deleteLater()
    return goes_on
