"""A whole meeting without a mouse: made, prepared, checked in, noted, from the first key to the last statement."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.models.queries.attendance import participants
from desktop.models.queries.commitments import commitments_of
from desktop.models.queries.discussion import agenda, statements
from desktop.models.queries.meetings import meeting_head
from tests.e2e.conftest import Start

Key, Held = Qt.Key, Qt.KeyboardModifier


class Keyboard:
    """Types where the keyboard is, as a person does: no widget is named, none is clicked."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot, self._window = qtbot, window

    def here(self) -> QWidget:
        """The widget that gets the next key; brings the dialog or window to the front, as a window manager does."""

        def front() -> QWidget:
            return QApplication.activeModalWidget() or self._window

        def is_in_front() -> bool:
            if front() is not QApplication.activeWindow():
                front().activateWindow()
            return front() is QApplication.activeWindow()

        self._qtbot.waitUntil(is_in_front, timeout=5000)
        return QApplication.activePopupWidget() or QApplication.focusWidget() or front()

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.here(), letter)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.here(), key, held)

    def line(self, text: str) -> None:
        self.type(text)
        self.press(Key.Key_Return)

    def pick(self, letters: str) -> None:
        """Type part of a name; where several bear it a list opens, and the first is chosen there."""
        self.line(letters)
        if QApplication.activePopupWidget() is not None:
            self.press(Key.Key_Down)
            self.press(Key.Key_Return)


def opened(qtbot: QtBot, start: Start, folder: Path) -> Program:
    """The program with its first page, in front of everything else."""
    program = start(folder)
    with qtbot.waitSignal(program.ready, timeout=10_000):
        pass
    return program


def only_meeting(program: Program) -> UUID:
    """The one meeting of the office."""
    assert program._session is not None
    (row,) = program._session.store.rows("SELECT id FROM meeting WHERE deleted = 0")
    return UUID(bytes=row[0])


@pytest.mark.timeout(120)
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the screen without a screen says so
def test_a_whole_meeting_is_kept_by_keyboard_alone(qtbot: QtBot, start: Start, data_folder: Path) -> None:
    program = opened(qtbot, start, data_folder)
    keyboard = Keyboard(qtbot, program.window)
    session = program._session
    assert session is not None

    # Rapat baru
    keyboard.press(Key.Key_2, Held.ControlModifier)
    keyboard.press(Key.Key_N, Held.ControlModifier)
    keyboard.type("Rapat Koordinasi Penanganan Banjir")
    keyboard.press(Key.Key_Tab, times=2)
    keyboard.press(Key.Key_A, Held.ControlModifier)
    keyboard.line("3/10/2024")
    meeting = only_meeting(program)
    head = meeting_head(session.store, meeting)
    assert head is not None
    assert (head.title, head.held_on.isoformat()) == ("Rapat Koordinasi Penanganan Banjir", "2024-10-03")

    # Persiapan
    keyboard.press(Key.Key_F6)
    for point in ("Pembukaan", "Kesiapan tanggul", "Penutup"):
        keyboard.line(point)
    keyboard.press(Key.Key_F6)
    for letters in ("ketua kpu kab boj", "bupati tub", "kapolres lam"):
        keyboard.pick(letters)
    assert [item.title for item in agenda(session.store, meeting)] == ["Pembukaan", "Kesiapan tanggul", "Penutup"]
    assert len(participants(session.store, meeting)) == 3

    # Kehadiran
    keyboard.press(Key.Key_F3)
    for letters in ("kpu", "tub"):
        keyboard.line(letters)
    keyboard.line("Sri Wahyuni, Relawan, PMI Kabupaten Bojonegoro")
    came = {seat.name or seat.invited_office for seat in participants(session.store, meeting) if seat.is_present}
    assert came == {"Ketua KPU Kabupaten Bojonegoro", "Bupati Tuban", "Sri Wahyuni"}

    # Catat Rapat
    keyboard.press(Key.Key_3, Held.AltModifier)
    keyboard.press(Key.Key_2, Held.ControlModifier)
    keyboard.line("bupati tuban: Siapkan posko sebelum hujan")
    keyboard.press(Key.Key_Down, Held.ControlModifier)
    keyboard.press(Key.Key_1, Held.ControlModifier)
    keyboard.line("Tanggul aman di dua titik")
    keyboard.line("Kirim daftar titik rawan #kpu kab bojonegoro +bojonegoro !jumat")
    keyboard.press(Key.Key_4, Held.ControlModifier)
    keyboard.press(Key.Key_Down, Held.ControlModifier)
    keyboard.line("Rapat dilanjutkan pekan depan")
    said = statements(session.store, meeting)
    assert [(one.kind, one.text) for one in said] == [
        ("arahan", "Siapkan posko sebelum hujan"),
        ("paparan", "Tanggul aman di dua titik"),
        ("kesimpulan", "Rapat dilanjutkan pekan depan"),
    ]
    assert {one.speaker_id for one in said} == {
        seat.id for seat in participants(session.store, meeting) if seat.invited_office == "Bupati Tuban"
    }
    (follow_up,) = commitments_of(session.store, meeting)
    assert (follow_up.text, follow_up.due_date.isoformat()) == ("Kirim daftar titik rawan", "2024-10-04")  # type: ignore[union-attr]
    assert follow_up.addressee_words() == ["KPU Kabupaten Bojonegoro"]

    # Nothing typed is left anywhere
    keyboard.press(Key.Key_5, Held.AltModifier)
    assert not session.store.rows("SELECT 1 FROM draft")
