"""Lainnya: what can be made of an open meeting, its successor and a template."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QMenu, QToolButton, QWidget

from desktop.services.templates import save_template
from desktop.ui import icons
from desktop.ui.meetings.new_meeting_dialog import NewMeetingDialog
from desktop.ui.meetings.templates_dialog import TemplatesDialog
from desktop.ui.session import Session
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.name_dialog import NameDialog
from desktop.ui.widgets.text import set_tip


class MeetingMenu(QToolButton):
    """made(UUID)    the next meeting was made and is to be opened"""

    made = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.meeting: UUID | None = None
        self.setIcon(icons.icon("ellipsis", "muted"))
        self.setAccessibleName(self.tr("Lainnya"))
        set_tip(self, self.tr("Lainnya: rapat berikutnya, templat"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.addAction(self.tr("Buat rapat berikutnya…")).triggered.connect(self.make_next)
        menu.addSeparator()
        menu.addAction(self.tr("Simpan sebagai templat…")).triggered.connect(self.save_as_template)
        menu.addAction(self.tr("Atur templat…")).triggered.connect(self.arrange_templates)
        self.setMenu(menu)

    @Slot()
    def make_next(self) -> None:
        """Ask for a new meeting that takes over this one's agenda and seats."""
        if self.meeting is not None:
            dialog = NewMeetingDialog(self._session, self.window())
            dialog.begin_from(self.meeting)
            dialog.made.connect(self.made)
            _open(dialog)

    @Slot()
    def save_as_template(self) -> None:
        """Keep the meeting as a template."""
        dialog = NameDialog(
            self.tr("Simpan sebagai templat"),
            self.tr("Nama templat"),
            self._keep,
            help_text=self.tr("Acara, undangan, susunan acara, tempat, dan waktu; tanpa catatan dan kehadiran."),
            parent=self.window(),
        )
        _open(dialog)

    @Slot()
    def arrange_templates(self) -> None:
        """Rename and delete templates."""
        _open(TemplatesDialog(self._session, self.window()))

    def _keep(self, name: str, form: Form) -> bool:
        meeting = self.meeting
        if meeting is None:
            return False
        told = self.tr("Templat disimpan: {name}").format(name=name)
        done = self._session.make(lambda: save_template(self._session.desk, meeting, name), form=form, told=told)
        return done is not None


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
