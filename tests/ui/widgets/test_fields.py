from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.clock import frozen
from desktop.ui.widgets.date_field import Calendar, DateField, TimeField
from desktop.ui.widgets.fields import CheckField, ChoiceField, LineField, TextField

LONG = "Rapat koordinasi kesiapan pemungutan suara serentak di seluruh wilayah kerja " * 3


def test_a_long_text_shows_its_beginning(qtbot: QtBot) -> None:
    field = LineField()
    qtbot.addWidget(field)
    field.set_value(LONG)
    assert field.cursorPosition() == 0


def test_filling_a_field_is_no_editing(qtbot: QtBot) -> None:
    fields = [
        LineField(),
        TextField(),
        ChoiceField([("a", "A"), ("b", "B")]),
        CheckField(),
        DateField(),
        TimeField(),
    ]
    values = ["x", "x", "b", True, date(2024, 9, 26), time(9, 0)]
    for field, value in zip(fields, values, strict=True):
        qtbot.addWidget(field)
        with qtbot.assertNotEmitted(field.edited):
            field.set_value(value)
        assert field.value() == value


def test_typing_is_editing(qtbot: QtBot) -> None:
    for field in (LineField(), TextField()):
        qtbot.addWidget(field)
        with qtbot.waitSignal(field.edited):
            qtbot.keyClicks(field, "Budi")
        assert field.value() == "Budi"


def test_a_text_field_grows_with_its_text_up_to_a_limit(qtbot: QtBot) -> None:
    field = TextField(lines=2, most=5)
    qtbot.addWidget(field)
    field.resize(300, 200)
    field.show()
    heights = []
    for lines in (1, 2, 4, 5, 40):
        field.set_value("\n".join("baris" for _ in range(lines)))
        heights.append(field.sizeHint().height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_no_line_of_a_long_text_runs_under_the_scroll_bar(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = TextField(most=5)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addStretch()
    field.set_value("Rapat dibuka oleh Kepala Bakorwil. " * 20)
    window.resize(300, 400)
    window.show()
    qtbot.waitUntil(field.verticalScrollBar().isVisible)
    lines = field.document().firstBlock().layout()
    assert max(lines.lineAt(row).width() for row in range(lines.lineCount())) <= field.viewport().width()


def test_an_empty_text_field_has_room_for_its_placeholder(qtbot: QtBot) -> None:
    field = TextField(lines=2)
    qtbot.addWidget(field)
    field.resize(300, 200)
    field.show()
    bare = field.sizeHint().height()
    field.setPlaceholderText("Dalam rangka kesiapan logistik, kami mohon kehadiran Saudara pada: " * 3)
    assert field.sizeHint().height() > bare
    field.set_value("Lain")
    assert field.sizeHint().height() == bare


def test_pasted_markup_stays_text(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    QApplication.clipboard().setText("<b>Budi</b> & <img src=x>")
    field.paste()
    assert field.value() == "<b>Budi</b> & <img src=x>"


def wheel(widget: QWidget) -> None:
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_wheel_changes_a_choice_only_with_the_focus(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first, second = ChoiceField([(1, "A"), (2, "B")]), LineField()
    column = QVBoxLayout(page)
    column.addWidget(first)
    column.addWidget(second)
    with qtbot.waitActive(page):
        page.show()
    second.setFocus()
    wheel(first)
    untouched = first.value()
    first.setFocus()
    wheel(first)
    assert (untouched, first.value()) == (1, 2)


def test_a_choice_keeps_its_value_when_others_are_offered(qtbot: QtBot) -> None:
    field = ChoiceField([(1, "A"), (2, "B")], empty="semua")
    qtbot.addWidget(field)
    field.set_value(2)
    field.set_options([(2, "B"), (3, "C")])
    assert field.value() == 2


def test_a_value_no_longer_offered_leaves_no_choice(qtbot: QtBot) -> None:
    field = ChoiceField([(1, "A"), (2, "B")], empty="semua")
    qtbot.addWidget(field)
    field.set_value(1)
    field.set_options([(2, "B")])
    assert field.value() is None


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("26/9/24", "Kamis, 26 September 2024"),
        ("besok", "Jumat, 27 September 2024"),
        ("1 okt", "Selasa, 1 Oktober 2024"),
    ],
)
def test_a_typed_date_is_written_out_when_left(qtbot: QtBot, typed: str, shown: str) -> None:
    field = DateField()
    qtbot.addWidget(field)
    with frozen(datetime(2024, 9, 26, 3, tzinfo=UTC)):
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == shown
    assert field.problem() == ""


def test_a_date_is_written_as_fully_as_there_is_room(qtbot: QtBot, dressed_app: QApplication) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.resize(400, 32)
    field.set_value(date(2024, 9, 26))
    field.show()
    seen = [field.text()]
    for width in range(400, 60, -2):
        field.resize(width, 32)
        if field.text() != seen[-1]:
            seen.append(field.text())
        assert field.value() == date(2024, 9, 26)
    assert seen == ["Kamis, 26 September 2024", "Kam, 26 Sep 2024", "26 Sep 2024", "26/9/2024"]
    field.resize(400, 32)
    assert field.text() == seen[0]


def test_an_unreadable_date_stays_and_says_why(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "31 feb 2024")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "31 feb 2024"
    assert field.value() is None
    assert "Februari" in field.problem()


def test_the_calendar_opens_at_the_date_and_gives_it_back(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.set_value(date(2024, 9, 26))
    field.show()
    qtbot.keyClick(field, Qt.Key.Key_F4)
    month = field.findChild(Calendar)
    assert month is not None
    assert month.selectedDate().toPython() == date(2024, 9, 26)
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(month.focusWidget() or month, Qt.Key.Key_Right)
        month.activated.emit(month.selectedDate())
    assert field.value() == date(2024, 9, 27)


def test_the_week_begins_on_monday(qtbot: QtBot) -> None:
    month = Calendar()
    qtbot.addWidget(month)
    assert month.firstDayOfWeek() is Qt.DayOfWeek.Monday


@pytest.mark.parametrize(("typed", "value", "shown"), [("9", time(9), "09.00"), ("0930", time(9, 30), "09.30")])
def test_a_typed_time_is_written_out_when_left(qtbot: QtBot, typed: str, value: time, shown: str) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field, other = TimeField(), LineField()
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addWidget(other)
    with qtbot.waitActive(page):
        page.show()
    field.setFocus()
    qtbot.keyClicks(field, typed)
    other.setFocus()
    assert (field.value(), field.text()) == (value, shown)


def test_an_impossible_time_says_why(qtbot: QtBot) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "25.00")
    assert field.value() is None
    assert "25" in field.problem()


def test_a_short_list_of_choices_is_seen_whole(qtbot: QtBot, dressed_app: QApplication) -> None:
    field = ChoiceField([(1, "WIB"), (2, "WITA"), (3, "WIT")])
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.setFocus()
    field.showPopup()
    view = field.view()
    assert view.viewport().rect().contains(view.visualRect(view.model().index(2, 0)))
    field.hidePopup()
