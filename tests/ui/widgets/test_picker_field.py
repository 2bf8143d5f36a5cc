from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget
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


def listed(qtbot: QtBot, field: PickerField, text: str) -> QWidget:
    """Type and wait for the list."""
    qtbot.keyClicks(field, text)
    qtbot.waitUntil(lambda: popup_of(field).isVisible())
    return popup_of(field)


def test_the_only_hit_can_be_read_whole_under_a_narrow_field(qtbot: QtBot, field: PickerField) -> None:
    field.window().resize(700, 200)
    field.setFixedWidth(60)
    popup = listed(qtbot, field, "endang")
    assert isinstance(popup, QListView)
    row = popup.visualRect(popup.model().index(0, 0))
    assert popup.viewport().rect().contains(row)


def test_enter_takes_the_first_hit_when_none_is_highlighted(qtbot: QtBot, field: PickerField) -> None:
    popup = listed(qtbot, field, "bam")
    with qtbot.waitSignals([field.edited, field.chosen]):
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert (field.value(), popup.isVisible()) == (2, False)


def test_enter_on_the_whole_list_keeps_what_was_chosen_before(qtbot: QtBot, field: PickerField) -> None:
    field.set_value(PEOPLE[0])
    qtbot.keyClick(field, Qt.Key.Key_F4)
    qtbot.keyClick(popup_of(field), Qt.Key.Key_Return)
    assert (field.value(), popup_of(field).isVisible()) == (1, False)


def test_where_own_words_will_do_enter_shows_what_it_would_take(qtbot: QtBot, field: PickerField) -> None:
    field._free = True
    popup = listed(qtbot, field, "bambang")
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert (field.value(), popup.isVisible()) == (None, True)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert (field.value(), popup.isVisible()) == (2, False)


def test_escape_keeps_words_of_ones_own(qtbot: QtBot, field: PickerField) -> None:
    field._free = True
    popup = listed(qtbot, field, "bambang")
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    with qtbot.waitSignal(field.returnPressed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.value(), field.typed()) == (None, "bambang")


def test_tab_takes_the_highlighted_hit_and_goes_on(qtbot: QtBot, field: PickerField) -> None:
    popup = listed(qtbot, field, "bam")
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Tab)
    assert field.value() == 2
    assert not field.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_closed_list_does_not_open_again_by_itself(qtbot: QtBot, field: PickerField, key: Qt.Key) -> None:
    popup = listed(qtbot, field, "ba")
    qtbot.keyClick(popup, Qt.Key.Key_M)
    with qtbot.assertNotEmitted(field._pause.timeout, wait=150):
        qtbot.keyClick(popup, key)
    assert not popup.isVisible()


def test_a_field_taken_off_the_screen_offers_nothing(qtbot: QtBot, field: PickerField) -> None:
    qtbot.keyClicks(field, "bam")
    with qtbot.assertNotEmitted(field._pause.timeout, wait=150):
        field.hide()
