"""Rapat baru: a name and a day are enough to begin; everything else is filled in afterwards."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.services.meetings import create_meeting
from desktop.ui import theme
from desktop.ui.meetings.meeting_fields import HeldOnField, TitleField
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.text import plain_label


class NewMeetingDialog(QDialog):
    """Asks for name and date; made(UUID) is sent when the meeting exists."""

    made = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Rapat baru"))
        self.setModal(True)
        unit = theme.current().unit

        # Fields
        self._form = Form()
        self._form.add_row(
            "title",
            self.tr("Nama rapat"),
            TitleField(self.tr("misalnya Rapat Koordinasi Penanganan Banjir")),
        )
        help_text = self.tr("Boleh ditulis 3/10, besok, atau kamis 3 okt.")
        self._form.add_row("held_on", self.tr("Tanggal"), HeldOnField(), help=help_text)
        self._form.load({"title": "", "held_on": today()})

        # Buttons
        self._make = button(self.tr("Buat rapat"), kind="primary")
        self._make.setDefault(True)
        self._make.clicked.connect(self._create)
        cancel = button(self.tr("Batal"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(unit * 2)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self._make)

        # Assemble
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(self.tr("Rapat baru"), role="title"))
        whole.addWidget(
            plain_label(self.tr("Acara, undangan, dan lainnya dapat diisi sesudah ini."), role="muted")
        )
        whole.addWidget(self._form, 1)
        whole.addLayout(buttons)
        self._form.field("title").setFocus()

    @property
    def form(self) -> Form:
        """The fields `title` and `held_on`."""
        return self._form

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 125, unit * 88)

    @Slot()
    def _create(self) -> None:
        if not self._form.check():
            return
        values = self._form.values()
        title, held_on = str(values["title"]), values["held_on"]
        done = self._session.make(
            lambda: create_meeting(self._session.desk, title=title, held_on=held_on),  # type: ignore[arg-type]
            form=self._form,
            told=self.tr("Rapat baru dibuat: {title}").format(title=title),
        )
        if done is not None:
            meeting: UUID = done[0]
            self.accept()
            self.made.emit(meeting)
