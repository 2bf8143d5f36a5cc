"""Says that the position of a review point was kept by itself, and takes it back if it is not wanted."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.models.journal import ChangeSet
from desktop.models.queries.snapshots import kept_among
from desktop.services.snapshots import KEPT_BY_ITSELF, due_points, forget_positions, keep_due_points
from desktop.ui.colours import Tone
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner


class PositionNotice(Banner):
    """Hidden until something was kept; goes with its cross, its button, or when the deed is undone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.INFO, closable=True, parent=parent)
        self._session = session
        self._kept: frozenset[UUID] = frozenset()
        self.hide()
        self.wanted.connect(self._take_back)
        self.closed.connect(self.hide)

    def hear(self, changes: ChangeSet) -> None:
        """Something was done to positions: speak of those kept by themselves, be still when they are gone."""
        touched = changes.ids("readiness_snapshot")
        if changes.name == KEPT_BY_ITSELF:
            self._kept = touched
        elif not touched & self._kept:
            return
        words = [
            self.tr("{topic} {point}, posisi per {day}").format(
                topic=one.topic, point=one.label.partition(",")[0], day=medium_date(one.taken_on)
            )
            for one in kept_among(self._session.store, self._kept)
        ]
        told = self.tr("Titik tinjau tercapai, posisi kesiapan direkam: {which}.").format(which="; ".join(words))
        self.say(told, Tone.INFO, self.tr("Urungkan"))
        self.setVisible(bool(words))

    @Slot()
    def _take_back(self) -> None:
        store, desk = self._session.store, self._session.desk
        kept = [one.id for one in kept_among(store, self._kept)]
        told = self.tr("Posisi titik tinjau tidak direkam")
        self._session.run(lambda: forget_positions(desk, kept), told=told)


def keep_review_points(session: Session) -> None:
    """Keep the positions of review points that have come; late in the start, for it goes over all reports."""
    if due_points(session.store, today()):
        session.make(lambda: keep_due_points(session.desk))
