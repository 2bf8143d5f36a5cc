"""Asks for one name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_foot import dialog_foot
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.text import plain_label


class NameDialog(QDialog):
    """`keep(name, form)` carries the deed out and says whether it was done; a fault stands beside the field."""

    def __init__(
        self,
        title: str,
        label: str,
        keep: Callable[[str, Form], bool],
        *,
        help_text: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self.setWindowTitle(title)
        self.setModal(True)
        unit = theme.current().unit
        self.form = Form()
        field = self.form.add_row("name", label, LineField(max_length=200), help=help_text)
        self.form.load({"name": name})
        save = button(self.tr("Simpan"), kind="primary")
        buttons = dialog_foot(self, save, self._save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(title, role="title"))
        whole.addWidget(self.form, 1)
        whole.addLayout(buttons)
        field.setFocus()
        field.selectAll()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 105, unit * 56)

    @Slot()
    def _save(self) -> None:
        if self._keep(str(self.form.values()["name"]), self.form):
            self.accept()
