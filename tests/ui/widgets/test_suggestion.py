"""What is suggested for an empty field is shown in grey and taken over on demand, never by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.fields import LineField, TextField
from desktop.ui.widgets.suggestion import Suggestion

Field = LineField | TextField


@pytest.fixture(params=[LineField, TextField])
def field(request: pytest.FixtureRequest, qtbot: QtBot, dressed_app: QApplication) -> Field:
    made: Field = request.param()
    qtbot.addWidget(made)
    return made


def test_f2_takes_it_over_to_be_changed_and_tells_so(field: Field, qtbot: QtBot) -> None:
    Suggestion(field).offer("Undangan Rakor")
    assert (field.value(), field.placeholderText()) == ("", "Undangan Rakor")
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(field, Qt.Key.Key_F2)
    qtbot.keyClicks(field, " Banjir")
    assert field.value() == "Undangan Rakor Banjir"


def test_so_does_a_double_click(field: Field, qtbot: QtBot) -> None:
    Suggestion(field).offer("Undangan")
    where = field.viewport() if isinstance(field, TextField) else field
    qtbot.mouseDClick(where, Qt.MouseButton.LeftButton)
    assert field.value() == "Undangan"


def test_what_was_typed_and_what_is_read_only_stay(field: Field, qtbot: QtBot) -> None:
    suggestion = Suggestion(field)
    qtbot.keyClick(field, Qt.Key.Key_F2)
    assert field.value() == ""
    suggestion.offer("Undangan")
    field.setReadOnly(True)
    qtbot.keyClick(field, Qt.Key.Key_F2)
    assert field.value() == ""
    field.setReadOnly(False)
    qtbot.keyClicks(field, "Lain")
    qtbot.keyClick(field, Qt.Key.Key_F2)
    assert field.value() == "Lain"
