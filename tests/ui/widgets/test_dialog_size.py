from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.dialog_size import take_its_size


class Wanting(QDialog):
    def __init__(self, wanted: QSize) -> None:
        super().__init__()
        self._wanted = wanted

    def sizeHint(self) -> QSize:
        return self._wanted


def opened(qtbot: QtBot, wanted: QSize) -> QDialog:
    dialog = Wanting(wanted)
    qtbot.addWidget(dialog)
    take_its_size(dialog)
    return dialog


def test_a_dialog_takes_the_size_it_asks_for_within_the_screen(qtbot: QtBot) -> None:
    assert opened(qtbot, QSize(300, 200)).size() == QSize(300, 200)
    large = opened(qtbot, QSize(9000, 9000))
    room = large.screen().availableSize().expandedTo(QSize(1366, 720))
    assert large.width() < room.width()
    assert large.height() < room.height() - 30  # its title is above it
