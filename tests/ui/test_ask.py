from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui import ask
from desktop.ui.ask import preview_question
from desktop.ui.colours import Tone
from tests.ui.conftest import RecordedDoor


def shown(qtbot: QtBot) -> QDialog:
    dialog = preview_question()
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def test_a_question_that_destroys_puts_the_keyboard_on_the_safe_side(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    focused = dialog.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Batal"


def test_escape_answers_nothing(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.chosen is None  # type: ignore[attr-defined]


def test_pressing_the_deed_answers_with_it(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    (deed,) = (button for button in dialog.findChildren(QPushButton) if button.text() == "Hapus")
    qtbot.mouseClick(deed, Qt.MouseButton.LeftButton)
    assert dialog.chosen == 0  # type: ignore[attr-defined]


def test_names_in_a_question_are_shown_as_typed(qtbot: QtBot) -> None:
    labels = shown(qtbot).findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels if label.text())


def test_yes_is_the_first_button(door: RecordedDoor) -> None:
    door.will_answer(True, False, None)
    answers = [ask.question("Hapus?", yes="Hapus", danger=True) for _ in range(3)]
    assert answers == [True, False, False]
    assert door.asked[0].options == ("Hapus", "Batal")


def test_a_notice_asks_nothing(door: RecordedDoor) -> None:
    ask.notice("Selesai", tone=Tone.OK)
    assert door.asked[0].options == ("Tutup",)


def test_files_are_chosen_through_the_same_door(door: RecordedDoor, tmp_path: Path) -> None:
    door.will_choose(tmp_path / "a.xlsx", tmp_path, None)
    assert ask.choose_file("Buka") == tmp_path / "a.xlsx"
    assert ask.choose_folder("Pilih") == tmp_path
    assert ask.save_file("Simpan", tmp_path / "b.pdf") is None
