"""A tab that fills itself when it comes into sight, and anew when data or day changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.base.clock import today
from desktop.models.journal import ChangeSet
from desktop.ui.session import Session


class RefilledTab(QWidget):
    """A tab says in `SHOWS` which tables it reads, and in `fill` how; it is made as `Tab(session)`.

    navigate(page, where)    another page of the window is wanted
    """

    SHOWS: frozenset[str] = frozenset()
    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._stale = True
        self._as_of = today()  # the day on which it was filled
        session.bus.changed.connect(self._changed)

    def fill(self) -> None:
        """Show the data as they are now."""
        raise NotImplementedError

    def open(self, **where: object) -> None:
        """Go to something particular; a tab that has nothing of the kind stays as it is."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale or self._as_of != today():
            self.refill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        woken = event.type() == QEvent.Type.ActivationChange and self.isVisible()
        if woken and self._as_of != today():  # a laptop that slept over midnight with the tab in sight
            self.refill()

    def catch_up(self) -> None:
        """Show the data as they are now, in sight or not, before something particular is looked for."""
        if self._stale or self._as_of != today():
            self._stale, self._as_of = False, today()
            self.fill()

    def flush(self) -> None:
        """Keep what is still being typed; a tab without fields has nothing to keep."""

    @Slot()
    def refill(self) -> None:
        """Fill what is in sight; what is not, when it comes into sight."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._as_of = today()
            self.fill()

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if changes.tables & self.SHOWS:
            self.refill()
