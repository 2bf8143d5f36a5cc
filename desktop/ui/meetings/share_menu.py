"""Bagikan rapat ini: files to and from a second laptop at the door, and what the two noted differently."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.base.errors import AppError
from desktop.base.files import read_bytes
from desktop.exchange.shared_meeting import LARGEST, MARKS, MEETING
from desktop.models.store import Store
from desktop.services.shared_meeting import (
    Received,
    differences,
    marks_file,
    receive_marks,
    settle,
    share_file,
    share_name,
    take_shared,
)
from desktop.ui import ask, icons
from desktop.ui.colours import Tone
from desktop.ui.saving import ask_place, save_file
from desktop.ui.session import Session
from desktop.ui.widgets.text import set_tip


class ShareMenu(QToolButton):
    """Set `meeting` to the meeting it works on."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.meeting: UUID | None = None
        self.setIcon(icons.icon("ellipsis", "muted"))
        self.setAccessibleName(self.tr("Laptop kedua di pintu"))
        set_tip(self, self.tr("Laptop kedua di pintu: bagikan rapat, terima kehadiran"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.addAction(self.tr("&Bagikan rapat ini…")).triggered.connect(self.share)
        menu.addAction(self.tr("&Kirim balik kehadiran…")).triggered.connect(self.send_back)
        menu.addSeparator()
        menu.addAction(self.tr("&Terima kehadiran…")).triggered.connect(self.receive)
        menu.addAction(self.tr("&Perbedaan isian…")).triggered.connect(self.decide)
        self.setMenu(menu)

    @Slot()
    def share(self) -> None:
        """Write the meeting for the laptop at the door."""
        if self.meeting is not None:
            save_list(self._session, self.meeting)

    @Slot()
    def send_back(self) -> None:
        """Write what was noted here for the laptop the list came from."""
        if self.meeting is not None:
            save_marks(self._session, self.meeting)

    @Slot()
    def receive(self) -> None:
        """Take in what was noted at the door, as often as it comes."""
        filters = self.tr("Kehadiran dari pintu (*.{suffix})").format(suffix=MARKS)
        path = ask.choose_file(self.tr("Terima kehadiran"), filters)
        if path is None:
            return
        done = self._session.make(
            lambda: receive_marks(self._session.desk, read_bytes(path, LARGEST + 1), path.name)
        )
        if done is None:
            return
        self._session.bus.message.emit(_told(done[0]), str(Tone.OK))
        if done[0].differences:
            self.decide()

    @Slot()
    def decide(self) -> None:
        """Go through what the two laptops noted differently; what is left for later is asked again."""
        if self.meeting is None:
            return
        found = differences(self._session.store, self.meeting)
        if not found:
            self._session.bus.message.emit(self.tr("Tidak ada perbedaan isian."), str(Tone.NONE))
        for number, one in enumerate(found, start=1):
            detail = self.tr("Di sini: {here}\nDi {laptop}: {there}").format(
                here=one.here, laptop=one.laptop, there=one.there
            )
            title = self.tr("Perbedaan isian {n} dari {all}: {seat}").format(
                n=number, all=len(found), seat=one.seat
            )
            answer = ask.choose(
                title, detail, options=(self.tr("Pakai yang di pintu"), self.tr("Tetap yang di sini"))
            )
            if answer is None:
                return
            take = answer == 0
            self._session.run(lambda one=one, take=take: settle(self._session.desk, one.id, take_theirs=take))  # type: ignore[misc]


def save_list(session: Session, meeting: UUID) -> None:
    """Write a meeting with its list into a file one chooses."""
    _save(session, meeting, MEETING, _tr("Bagikan rapat"), share_file)


def save_marks(session: Session, meeting: UUID) -> None:
    """Write the attendance noted here into a file one chooses."""
    _save(session, meeting, MARKS, _tr("Kirim balik kehadiran"), marks_file)


def open_shared(session: Session, path: Path) -> UUID | None:
    """Take in a meeting somebody shared; None when nothing came of it."""
    told = _tr("Rapat bersama dibuka. Catat kehadirannya, lalu Kirim balik kehadiran.")
    done = session.make(lambda: take_shared(session.desk, read_bytes(path, LARGEST + 1), path.name), told=told)
    return done[0] if done else None


def _save(session: Session, meeting: UUID, kind: str, title: str, make: Callable[[Store, UUID], bytes]) -> None:
    path = ask_place(session, title, share_name(session.store, meeting, kind))
    if path is None:
        return
    try:
        content = make(session.store, meeting)
    except AppError as fault:
        session.bus.message.emit(str(fault), str(Tone.PROBLEM))
        return
    told = _tr("{name} disimpan. Pindahkan lewat flashdisk ke laptop yang lain.")
    save_file(session, path, content, lambda target: told.format(name=target.name))


def _told(received: Received) -> str:
    """What became of the marks, in one line."""
    parts = [_tr("{n} tanda diterima").format(n=received.taken), _tr("{n} tamu baru").format(n=received.guests)]
    if received.differences:
        parts.append(_tr("{n} berbeda").format(n=received.differences))
    if received.gone:
        parts.append(_tr("{n} sudah tidak ada di daftar").format(n=received.gone))
    if received.doubled:
        parts.append(_tr("mungkin sama dengan yang sudah ada: {names}").format(names=", ".join(received.doubled)))
    return " · ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ShareMenu", text)
