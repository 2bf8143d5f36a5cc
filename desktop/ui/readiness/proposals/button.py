"""How many items of a topic wait to be brought up to date, as a quiet button that leads to them."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.models.queries.item_proposals import proposals, waiting
from desktop.ui.readiness.proposals.dialog import ProposalsDialog
from desktop.ui.readiness.proposals.shown import SHOWN, waiting_words
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button

_REST_MS = 300  # many reports in a row are counted once


class WaitingButton(QWidget):
    """It is not there while nothing waits. navigate(page, where): from the list to another place."""

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._topic: UUID | None = None
        self._stale = False
        self.button = button("", "refresh-cw", kind="quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.button)
        self._later = QTimer(self, singleShot=True, interval=_REST_MS)
        self._later.timeout.connect(self._count)
        self.button.clicked.connect(self.show_list)
        session.bus.changed.connect(self._changed)
        self.hide()

    def show_topic(self, topic: UUID | None) -> None:
        """Count for a topic that is worked on; None for none."""
        self._topic = topic
        self._count()

    @Slot()
    def show_list(self) -> None:
        """Show what waits, over the window."""
        if self._topic is None:
            return
        dialog = ProposalsDialog(self._session, self._topic, self.window())
        dialog.navigate.connect(self.navigate)
        dialog.exec()
        dialog.deleteLater()

    def catch_up(self) -> None:
        """Count what changed meanwhile."""
        if self._stale or self._later.isActive():
            self._count()

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if changes.tables & SHOWN:
            parent = self.parentWidget()
            self._stale = parent is not None and not parent.isVisible()
            if not self._stale:
                self._later.start()

    @Slot()
    def _count(self) -> None:
        self._stale = False
        self._later.stop()
        words = waiting_words(waiting(proposals(self._session.store, self._topic)) if self._topic else 0)
        self.button.setText(words)
        self.setVisible(bool(words))
