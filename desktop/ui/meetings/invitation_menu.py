"""What is done with the list of invitations as a whole: its order, and groups."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.models.journal import ChangeSet
from desktop.services.desk import Desk
from desktop.services.invitation_groups import group_from_invitations
from desktop.services.seating import order_by_protocol, order_by_region
from desktop.ui import icons
from desktop.ui.meetings.groups_dialog import GroupsDialog
from desktop.ui.session import Session
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.name_dialog import NameDialog
from desktop.ui.widgets.text import set_tip


class InvitationMenu(QToolButton):
    """Set `meeting` to the meeting it works on."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.meeting: UUID | None = None
        self.setIcon(icons.icon("ellipsis", "muted"))
        self.setAccessibleName(self.tr("Urutan dan kelompok undangan"))
        set_tip(self, self.tr("Urutan dan kelompok undangan"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.addAction(self.tr("Urutkan menurut protokol")).triggered.connect(self.put_by_protocol)
        menu.addAction(self.tr("Urutkan menurut wilayah")).triggered.connect(self.put_by_region)
        menu.addSeparator()
        menu.addAction(self.tr("Simpan undangan ini sebagai kelompok…")).triggered.connect(self.save_as_group)
        menu.addAction(self.tr("Atur kelompok undangan…")).triggered.connect(self.arrange_groups)
        self.setMenu(menu)

    @Slot()
    def put_by_protocol(self) -> None:
        """The highest first."""
        self._order(order_by_protocol)

    @Slot()
    def put_by_region(self) -> None:
        """Region by region, in the office's own order."""
        self._order(order_by_region)

    @Slot()
    def save_as_group(self) -> None:
        """Keep those invited as a group for later meetings."""
        dialog = NameDialog(
            self.tr("Simpan sebagai kelompok"),
            self.tr("Nama kelompok"),
            self._keep_group,
            help_text=self.tr("Semua jabatan dan instansi di daftar ini, tanpa nama orangnya."),
            parent=self,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot()
    def arrange_groups(self) -> None:
        """Make, rename and delete groups."""
        dialog = GroupsDialog(self._session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _order(self, service: Callable[[Desk, UUID], ChangeSet]) -> None:
        meeting = self.meeting
        if meeting is not None:
            told = self.tr("Undangan sudah diurutkan.")
            self._session.run(lambda: service(self._session.desk, meeting), told=told)

    def _keep_group(self, name: str, form: Form) -> bool:
        meeting = self.meeting
        if meeting is None:
            return False
        told = self.tr("Kelompok disimpan: {name}").format(name=name)
        done = self._session.make(
            lambda: group_from_invitations(self._session.desk, meeting, name), form=form, told=told
        )
        return done is not None
