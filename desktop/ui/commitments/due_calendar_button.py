"""Simpan kalender: the promised days of open follow-ups as a file for telephones and calendars."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.base.errors import AppError
from desktop.services.formats.due_calendar import due_calendar, due_calendar_name
from desktop.ui import icons
from desktop.ui.colours import Tone
from desktop.ui.exports.file_maker import FileMaker
from desktop.ui.saving import ask_place
from desktop.ui.session import Session


class DueCalendarButton(QPushButton):
    """Offers the days of all, and of the institution in hand."""

    def __init__(
        self, session: Session, in_hand: Callable[[], tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        """`in_hand` gives the institution and what it is called; None where there is none."""
        super().__init__(parent)
        self._session, self._in_hand = session, in_hand
        self.maker = FileMaker(session, self)
        self.setText(self.tr("Simpan kalender"))
        self.setIcon(icons.icon("calendar", "text"))
        self.setToolTip(self.tr("Batas waktu untuk kalender (.ics)"))
        menu = QMenu(self)
        self.of_one = QAction("", menu)
        self.of_all = QAction(self.tr("Semua yang terbuka (.ics)…"), menu)
        self.of_one.triggered.connect(self.save_of_one)
        self.of_all.triggered.connect(self.save_of_all)
        menu.addActions([self.of_one, self.of_all])
        menu.aboutToShow.connect(self._name_one)
        self.setMenu(menu)

    @Slot()
    def save_of_one(self) -> None:
        """Save the days of the institution in hand."""
        institution, words = self._in_hand()
        if isinstance(institution, UUID):
            save_due_calendar(self._session, self.maker, institution=institution, detail=words)

    @Slot()
    def save_of_all(self) -> None:
        """Save the days of everything that is open."""
        save_due_calendar(self._session, self.maker)

    @Slot()
    def _name_one(self) -> None:
        institution, words = self._in_hand()
        self.of_one.setVisible(institution is not None)
        self.of_one.setText(self.tr("{institution} (.ics)…").format(institution=words.replace("&", "&&")))


def save_due_calendar(
    session: Session,
    maker: FileMaker,
    *,
    seqs: Sequence[int] | None = None,
    institution: UUID | None = None,
    detail: str = "",
) -> None:
    """Ask for a file and let the worker write the days of these follow-ups, of an institution, or of all."""
    try:
        args = due_calendar(session.store, seqs=seqs, institution=institution)
    except AppError as fault:
        session.bus.message.emit(str(fault), str(Tone.PROBLEM))
        return
    target = ask_place(session, maker.tr("Simpan batas waktu"), due_calendar_name(detail))
    if target is not None:
        maker.make(target, "due_days", *args)
