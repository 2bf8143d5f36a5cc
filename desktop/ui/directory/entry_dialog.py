"""A small form over the page for something new: it closes when it was kept, and stays with the reason when not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.ui import theme
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.shortcuts import CTRL_ENTER, on_keys

Deed = Callable[[dict[str, Any]], tuple[Any, ChangeSet]]


class EntryDialog(QDialog):
    """`deed` gets the values of `form` and returns what it made and what changed.

    kept(object)    it was kept; what the deed made
    """

    kept = Signal(object)

    def __init__(
        self, session: Session, title: str, deed: Deed, *, verb: str = "", told: str = "", parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._session, self._deed, self._told = session, deed, told
        unit = theme.current().unit

        # Form and buttons
        self.form = Form()
        self._keep = button(verb or self.tr("Simpan"), kind="primary")
        self._keep.setDefault(True)
        self._keep.clicked.connect(self.keep)
        leave = button(self.tr("Batal"))
        leave.clicked.connect(self.reject)
        on_keys(self, CTRL_ENTER, self.keep)

        # Assemble
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(leave)
        buttons.addWidget(self._keep)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 4)
        whole.addWidget(self.form, 1)
        whole.addLayout(buttons)

    def show_form(self) -> None:
        """Open over the window, as large as its form, with the first field ready."""
        unit = theme.current().unit
        width, body = unit * 130, self.form.widget()
        assert body is not None
        wanted = body.heightForWidth(width) if body.hasHeightForWidth() else body.sizeHint().height()
        self.form.setMinimumSize(width, min(wanted + unit, unit * 130))
        self.adjustSize()
        self.open()
        first = next(iter(self.form.keys()), None)
        if first is not None:
            self.form.field(first).setFocus()

    @Slot()
    def keep(self) -> None:
        """Keep what was typed, or say what is wrong with it.

        The field being typed in is left first, and has settled in the next turn of the event loop.
        """
        self._keep.setFocus()
        QTimer.singleShot(0, self, self._keep_settled)

    @Slot()
    def _keep_settled(self) -> None:
        self.form.clear_errors()
        if not self.form.check():
            return
        values = self.form.values()
        made = self._session.make(lambda: self._deed(values), form=self.form, told=self._told)
        if made is not None:
            self.kept.emit(made[0])
            self.accept()
