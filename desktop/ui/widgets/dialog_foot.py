"""The last line of a dialog: Batal, and the deed that Enter carries out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton

from desktop.ui import theme
from desktop.ui.widgets.buttons import button


def dialog_foot(dialog: QDialog, deed: QPushButton, carry_out: Callable[[], object]) -> QHBoxLayout:
    """Both buttons at the right, the deed last; pressing Batal closes the dialog with nothing done."""
    deed.setDefault(True)
    deed.clicked.connect(carry_out)
    cancel = button(QCoreApplication.translate("dialog_foot", "Batal"))
    cancel.clicked.connect(dialog.reject)
    line = QHBoxLayout()
    line.setSpacing(theme.current().unit * 2)
    line.addStretch()
    line.addWidget(cancel)
    line.addWidget(deed)
    return line
