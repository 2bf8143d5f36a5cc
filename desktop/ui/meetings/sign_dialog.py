"""Asks how and when the minutes were signed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.words import SIGNED_HOW
from desktop.ui import theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.text import plain_label


class SignDialog(QDialog):
    """`keep(how, day, form)` notes it and says whether it was done; a fault stands beside its field."""

    def __init__(self, keep: Callable[[str, date, Form], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keep = keep
        title = self.tr("Notula sudah ditandatangani")
        self.setWindowTitle(title)
        self.setModal(True)
        unit = theme.current().unit
        self.form = Form()
        self.form.add_row("signed_how", self.tr("Cara"), ChoiceField(tuple(SIGNED_HOW.items())))
        self.form.add_row("signed_on", self.tr("Tanggal tanda tangan"), DateField())
        self.form.load({"signed_how": next(iter(SIGNED_HOW)), "signed_on": today()})
        save = button(self.tr("Catat"), kind="primary")
        save.setDefault(True)
        save.clicked.connect(self._save)
        cancel = button(self.tr("Batal"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(unit * 2)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(title, role="title"))
        whole.addWidget(self.form, 1)
        whole.addLayout(buttons)
        self.form.field("signed_on").setFocus()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 105, unit * 66)

    @Slot()
    def _save(self) -> None:
        values = self.form.values()
        day = values["signed_on"]
        if not self.form.check():
            return
        if not isinstance(day, date):
            self.form.show_error("signed_on", self.tr("Tanggal tanda tangan belum diisi."))
        elif self._keep(str(values["signed_how"]), day, self.form):
            self.accept()
