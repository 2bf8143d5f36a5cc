from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.picker_field import Choice, PickerField

PEOPLE = [
    Choice(1, "Endang Wulandari", "KPU Contoh"),
    Choice(2, "Bambang Hariyadi", "Dandim"),
    Choice(3, "Bambang Irawan"),
]


def search(text: str) -> list[Choice]:
    return [person for person in PEOPLE if text.casefold() in person.label.casefold()]


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[PickerField]:
    page = QWidget()
    qtbot.addWidget(page)
    made = PickerField(search, parent=page)
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    with qtbot.waitActive(page):
        page.show()
    made.setFocus()
    yield made
    page.close()


def leave(field: PickerField) -> None:
    field.window().findChildren(QLineEdit)[-1].setFocus()


def popup_of(field: PickerField) -> QWidget:
    return field._popup


def test_hits_appear_while_typing_and_enter_takes_one(qtbot: QtBot, field: PickerField) -> None:
    qtbot.keyClicks(field, "bam")
    qtbot.waitUntil(lambda: popup_of(field).isVisible())
    qtbot.keyClick(popup_of(field), Qt.Key.Key_Down)
    with qtbot.waitSignals([field.edited, field.chosen]):
        qtbot.keyClick(popup_of(field), Qt.Key.Key_Return)
    assert (field.value(), field.text()) == (2, "Bambang Hariyadi")


def test_typing_on_after_a_choice_takes_it_back(qtbot: QtBot, field: PickerField) -> None:
    field.set_value(PEOPLE[0])
    qtbot.keyClicks(field, "x")
    assert field.value() is None


def test_a_name_typed_in_full_is_chosen_when_left(qtbot: QtBot, field: PickerField) -> None:
    qtbot.keyClicks(field, "endang wulandari")
    leave(field)
    assert field.value() == 1


def test_a_name_that_is_not_in_the_list_is_a_problem(qtbot: QtBot, field: PickerField) -> None:
    qtbot.keyClicks(field, "bambang")
    leave(field)
    assert field.value() is None
    assert "bambang" in field.problem()


def test_a_free_name_is_kept_as_typed(qtbot: QtBot) -> None:
    field = PickerField(search, free=True)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "Tamu dari Cepu")
    assert (field.value(), field.typed(), field.problem()) == (None, "Tamu dari Cepu", "")


def test_the_whole_list_opens_from_the_keyboard(qtbot: QtBot, field: PickerField) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: popup_of(field).isVisible())
    assert popup_of(field).model().rowCount() == 3  # type: ignore[attr-defined]
    qtbot.keyClick(popup_of(field), Qt.Key.Key_Escape)
    assert not popup_of(field).isVisible()
