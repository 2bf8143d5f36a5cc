"""What stands beside Uraian in the detail of a follow-up, and what each of these tabs does."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.models.journal import ChangeSet
from desktop.ui.session import Session

TABS = (
    ("progress", "Perkembangan", "ProgressTab"),
    ("contact", "Dihubungi", "ContactTab"),
    ("direction", "Arahan Pimpinan", "DirectionTab"),
)
"""Key (`{key}_tab` is its module in this folder), title and class of each tab after Uraian, in their order."""


class DetailTab(QWidget):
    """A tab says in `SHOWS` what it reads, and in `fill` how; it is made as `Tab(session)` when first seen.

    left()                   Escape: back to where the user came from
    navigate(page, where)    another page of the window is wanted
    """

    SHOWS: frozenset[str] = frozenset()
    left = Signal()
    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.commitment: UUID | None = None
        self._stale = False

    def fill(self, *, afresh: bool) -> None:
        """Show what belongs to `self.commitment`; not `afresh`: without touching what is being typed."""
        raise NotImplementedError

    def flush(self) -> None:
        """Save what is still being typed."""

    def go_in(self) -> None:
        """Put the keyboard where the work begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_commitment(self, one: UUID | None) -> None:
        """Show what belongs to a follow-up, now or when the tab comes into sight; nothing for None."""
        if one == self.commitment:
            return
        self.flush()
        self.commitment = one
        self._stale = False  # what waited belonged to the one before
        self.fill(afresh=True)

    def refresh(self, changes: ChangeSet) -> None:
        """Take over what changed elsewhere; out of sight it waits."""
        if self.commitment is None or not changes.tables & self.SHOWS:
            return
        self._stale = not self.isVisible()
        if not self._stale:
            self.fill(afresh=False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self.commitment is not None:
            self._stale = False
            self.fill(afresh=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
            return
        super().keyPressEvent(event)
