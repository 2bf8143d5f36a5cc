"""Keys of a part of the window, whatever language the names of keys are in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.shortcuts import CTRL_ENTER, on_keys

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def pressed() -> list[str]:
    return []


@pytest.fixture
def page(qtbot: QtBot, pressed: list[str]) -> Iterator[QWidget]:
    """A field in a part with keys, beside another part without."""
    page = QWidget()
    qtbot.addWidget(page)
    inside, outside = QWidget(page), QLineEdit(page)
    line = QHBoxLayout(page)
    line.addWidget(inside)
    line.addWidget(outside)
    made = QLineEdit(inside)
    made.setObjectName("inside")
    outside.setObjectName("outside")
    on_keys(inside, CTRL_ENTER, lambda: pressed.append("enter"))
    on_keys(inside, "Alt+Up", lambda: pressed.append("up"))
    with qtbot.waitActive(page):
        page.show()
    made.setFocus()
    yield page
    page.close()


def field(page: QWidget, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter], ids=["letters", "numbers"])
def test_ctrl_enter_is_either_enter_key(qtbot: QtBot, page: QWidget, pressed: list[str], key: Qt.Key) -> None:
    qtbot.keyClick(field(page, "inside"), key, Held.ControlModifier)
    assert pressed == ["enter"]


def test_keys_are_named_as_in_the_code_not_as_on_the_keyboard(
    qtbot: QtBot, page: QWidget, pressed: list[str]
) -> None:
    qtbot.keyClick(field(page, "inside"), Key.Key_Up, Held.AltModifier)
    assert pressed == ["up"]


def test_keys_of_a_part_are_left_alone_elsewhere(qtbot: QtBot, page: QWidget, pressed: list[str]) -> None:
    other = field(page, "outside")
    other.setFocus()
    qtbot.keyClick(other, Key.Key_Return, Held.ControlModifier)
    assert pressed == []
