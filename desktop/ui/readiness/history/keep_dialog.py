"""Rekam posisi: under which name, and for which meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.models.queries.closing import TopicMeeting
from desktop.services.snapshots import LONGEST_LABEL
from desktop.ui import theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_foot import dialog_foot
from desktop.ui.widgets.fields import ChoiceField, LineField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.text import plain_label


class KeepDialog(QDialog):
    """`keep(label, meeting, form)` carries the deed out and says whether it was done."""

    def __init__(
        self,
        meetings: Sequence[TopicMeeting],
        keep: Callable[[str, UUID | None, Form], bool],
        parent: QWidget | None = None,
    ) -> None:
        """`meetings` are those the position may be kept for."""
        super().__init__(parent)
        self._keep = keep
        self._meetings = {one.id: one for one in meetings}
        self.setWindowTitle(self.tr("Rekam posisi sekarang"))
        self.setModal(True)
        unit = theme.current().unit
        self.form = Form()
        self.label = self.form.add_row(
            "label", self.tr("Nama posisi"), LineField(max_length=LONGEST_LABEL),
            help=self.tr("Posisi memuat semua laporan yang tercatat sekarang dan tidak berubah lagi."),
        )  # fmt: skip
        choices = [(one.id, f"{medium_date(one.held_on)} · {one.title}") for one in meetings]
        self.meeting = self.form.add_row(
            "meeting", self.tr("Untuk rapat"), ChoiceField(choices, empty=self.tr("Bukan untuk rapat tertentu"))
        )
        usual = self.tr("Posisi {day}").format(day=medium_date(today()))
        self.form.load({"label": usual, "meeting": None})
        self._proposed = usual
        save = button(self.tr("Rekam"), kind="primary")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(self.windowTitle(), role="title"))
        whole.addWidget(self.form, 1)
        whole.addLayout(dialog_foot(self, save, self._save))
        self.meeting.edited.connect(self._propose)
        self.label.setFocus()
        self.label.selectAll()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 115, unit * 72)

    @Slot()
    def _propose(self) -> None:
        """Name it after the meeting, unless somebody named it already."""
        chosen = self._meetings.get(self.meeting.value())  # type: ignore[call-overload]
        if chosen is not None and self.label.value() == self._proposed:
            self._proposed = self.tr("Sebelum rapat {day}").format(day=medium_date(chosen.held_on))
            self.label.set_value(self._proposed)

    @Slot()
    def _save(self) -> None:
        meeting = self.meeting.value()
        if self._keep(self.label.value(), meeting if isinstance(meeting, UUID) else None, self.form):
            self.accept()
