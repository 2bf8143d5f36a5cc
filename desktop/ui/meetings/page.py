"""The place Rapat: the list of meetings, and the workspace of the one that is open."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.models.queries.meetings import meeting_head
from desktop.ui.colours import Tone
from desktop.ui.meetings.list_page import MeetingListPage
from desktop.ui.meetings.workspace import MeetingWorkspace
from desktop.ui.session import Session


class MeetingsPage(QWidget):
    """Shows the list first.

    navigate(str, dict)            another page is wanted
    """

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._list = MeetingListPage(session)
        self._workspace: MeetingWorkspace | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._list)
        self._list.opened.connect(self._open_meeting)

    @property
    def list_page(self) -> MeetingListPage:
        return self._list

    @property
    def workspace(self) -> MeetingWorkspace:
        """The workspace, made at the first meeting opened."""
        if self._workspace is None:
            made = self._workspace = MeetingWorkspace(self._session)
            self._stack.addWidget(made)
            made.left.connect(self.show_list)
            made.navigate.connect(self.navigate)
        return self._workspace

    def open(
        self, meeting: UUID | None = None, tab: str | None = None, *, new: bool = False, **part: object
    ) -> None:
        """Show a meeting, at a tab and a part of it if they are named; without a meeting the list.

        `new` asks for a new meeting. What a part is, the tab knows: a note (`line`), a `paper`, a `file`.
        """
        if meeting is None:
            self.show_list()
            if new:
                self._list.new_meeting()
        elif meeting_head(self._session.store, meeting) is None:
            self.show_list()
            told = self.tr("Rapat ini tidak ditemukan atau sudah dihapus.")
            self._session.bus.message.emit(told, str(Tone.ATTENTION))
        else:
            self.workspace.show_meeting(meeting, tab)
            self._stack.setCurrentWidget(self.workspace)
            self.workspace.focus_tab()
            if part:
                self.workspace.show_part(**part)

    def flush(self) -> None:
        """Save what is still being typed."""
        if self._workspace is not None:
            self._workspace.flush()

    @Slot()
    def show_list(self) -> None:
        """Back to the list, at the meeting that was open."""
        self.flush()
        self._stack.setCurrentWidget(self._list)
        if self._workspace is not None and self._workspace.meeting is not None:
            self._list.select(self._workspace.meeting)
        self._list.table.setFocus()

    @Slot(object)
    def _open_meeting(self, meeting: UUID) -> None:
        self.open(meeting=meeting)
