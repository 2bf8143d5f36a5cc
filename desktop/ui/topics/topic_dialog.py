"""One topic: what it is called, and its day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.models.queries.office import TopicSummary
from desktop.services.topics import USUAL_LABEL
from desktop.ui import theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.dialog_foot import dialog_foot
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.text import plain_label


class TopicDialog(QDialog):
    """`keep(values, form)` carries the deed out and says whether it was done; a fault stands beside its field."""

    def __init__(
        self,
        keep: Callable[[dict[str, Any], Form], bool],
        topic: TopicSummary | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        title = self.tr("Ubah topik") if topic else self.tr("Topik baru")
        self.setWindowTitle(title)
        self.setModal(True)
        unit = theme.current().unit
        self.form = Form()
        name = self.form.add_row("name", self.tr("Nama topik"), LineField(max_length=200))
        self.form.add_row(
            "event_date", self.tr("Tanggal puncak"), DateField(), help=self.tr("Hitung mundur menuju hari ini.")
        )
        self.form.add_row(
            "event_label", self.tr("Sebutannya"), LineField(max_length=200),
            help=self.tr("Misalnya Hari H, Hari Raya, Puncak Arus Mudik."),
        )  # fmt: skip
        self.form.load(
            {"name": topic.name, "event_date": topic.event_date, "event_label": topic.event_label}
            if topic
            else {"event_label": USUAL_LABEL}
        )
        save = button(self.tr("Simpan") if topic else self.tr("Buat topik"), kind="primary")
        buttons = dialog_foot(self, save, self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(title, role="title"))
        whole.addWidget(self.form, 1)
        whole.addLayout(buttons)
        name.setFocus()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 110, unit * 92)

    @Slot()
    def save(self) -> None:
        """Keep what is written, and close when it was kept."""
        if self.form.check() and self._keep(self.form.values(), self.form):
            self.accept()
