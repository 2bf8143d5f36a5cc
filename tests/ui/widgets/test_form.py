from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.errors import InvalidInput
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import CheckField, ChoiceField, LineField, TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.picker_field import Choice, PickerField
from tests.ui.gallery import example_form


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form(pause_ms=20)
    made.add_row("title", "Judul", LineField())
    made.add_row("date", "Tanggal", DateField(), help="Boleh kosong.")
    made.add_row("seats", "Kursi", LineField(), unit="orang")
    made.add_row("public", "Terbuka untuk umum", CheckField())
    made.load({"title": "Rapat", "date": date(2024, 9, 26), "seats": "40", "public": False})
    qtbot.addWidget(made)
    made.resize(500, 400)
    with qtbot.waitActive(made):
        made.show()
    return made


def line(form: Form, key: str) -> LineField:
    field = form.field(key)
    assert isinstance(field, LineField)
    return field


def errors(form: Form) -> list[str]:
    return [
        label.text()
        for label in form.findChildren(QLabel)
        if label.property("role") == "error" and label.isVisible()
    ]


def test_loading_is_no_change(qtbot: QtBot, form: Form) -> None:
    with qtbot.assertNotEmitted(form.edited, wait=60), qtbot.assertNotEmitted(form.typing):
        form.load({"title": "Rapat lain", "public": True})
    assert form.changes() == {}


def test_changes_are_told_once_after_a_pause(qtbot: QtBot, form: Form) -> None:
    told: list[None] = []
    form.edited.connect(lambda: told.append(None))
    with qtbot.waitSignal(form.edited):
        qtbot.keyClicks(line(form, "title"), " dua")
    assert len(told) == 1


def test_only_what_changed_is_given(qtbot: QtBot, form: Form) -> None:
    line(form, "title").selectAll()
    qtbot.keyClicks(line(form, "title"), "Rapat dua")
    assert form.changes() == {"title": "Rapat dua"}


def test_what_is_saved_is_no_longer_a_change(qtbot: QtBot, form: Form) -> None:
    qtbot.keyClicks(line(form, "seats"), "0")
    form.mark_saved()
    assert form.changes() == {}


def test_an_unreadable_field_is_no_change_but_an_error(qtbot: QtBot, form: Form) -> None:
    field = form.field("date")
    assert isinstance(field, DateField)
    field.selectAll()
    qtbot.keyClicks(field, "31 feb")
    assert form.changes() == {}
    assert not form.check()
    assert len(errors(form)) == 1
    assert "Februari" in field.accessibleDescription()


def test_an_error_goes_when_the_field_is_put_right(qtbot: QtBot, form: Form) -> None:
    field = form.field("date")
    assert isinstance(field, DateField)
    form.show_error("date", "Belum benar.")
    field.setFocus()
    line(form, "title").setFocus()
    qtbot.waitUntil(lambda: errors(form) == [])
    assert field.accessibleDescription() == "Boleh kosong."


def test_leaving_a_field_tells_the_change_at_once(qtbot: QtBot) -> None:
    form = Form(pause_ms=60_000)
    qtbot.addWidget(form)
    for key in ("one", "two"):
        form.add_row(key, key, LineField())
    with qtbot.waitActive(form):
        form.show()
    form.field("one").setFocus()
    qtbot.keyClicks(form.field("one"), "x")
    with qtbot.waitSignal(form.edited):
        form.field("two").setFocus()


def test_flush_tells_a_waiting_change_and_nothing_else(qtbot: QtBot, form: Form) -> None:
    with qtbot.assertNotEmitted(form.edited):
        form.flush()
    qtbot.keyClicks(line(form, "title"), "x")
    with qtbot.waitSignal(form.edited):
        form.flush()


def test_news_from_elsewhere_leave_alone_what_is_being_typed(qtbot: QtBot, form: Form) -> None:
    qtbot.keyClicks(line(form, "seats"), "0")
    form.reload({"title": "Judul baru", "seats": "55"})
    assert (line(form, "title").value(), form.changes()) == ("Judul baru", {"seats": "040"})


def test_news_leave_alone_a_date_that_is_half_typed(qtbot: QtBot, form: Form) -> None:
    field = form.field("date")
    assert isinstance(field, DateField)
    field.selectAll()
    qtbot.keyClicks(field, "kamis 3/")
    form.reload({"date": date(2024, 9, 26), "seats": "40"})
    assert field.text() == "kamis 3/"


def test_news_leave_the_selection_of_the_field_one_is_in(qtbot: QtBot, form: Form) -> None:
    field = form.field("date")
    assert isinstance(field, DateField)
    field.setFocus()
    field.selectAll()
    form.reload({"date": date(2024, 9, 26)})
    qtbot.keyClicks(field, "3/10/2024")
    assert form.changes() == {"date": date(2024, 10, 3)}


def test_a_field_is_not_judged_while_its_list_is_open(qtbot: QtBot, form: Form) -> None:
    field = form.add_row("who", "Notulis", PickerField(lambda _text: [Choice(1, "Yudi Widodo")]))
    field.setFocus()
    qtbot.keyClicks(field, "yu")
    qtbot.waitUntil(field._popup.isVisible)
    settle()
    assert errors(form) == []
    field._popup.hide()


def test_what_a_service_refuses_is_shown_at_its_field(form: Form) -> None:
    assert form.show_fault(InvalidInput("seats", "Jumlah kursi terlalu besar.", "Paling banyak 500."))
    assert errors(form) == ["Jumlah kursi terlalu besar. Paling banyak 500."]
    assert QApplication.focusWidget() is form.field("seats")


def settle() -> None:
    """Let what a form does after the focus left happen."""
    QApplication.processEvents()


@pytest.fixture
def refused(form: Form) -> Form:
    """A form with something refused; the user went on to another field."""
    field = line(form, "seats")
    field.setText("900")
    form.show_fault(InvalidInput("seats", "Jumlah kursi terlalu besar."))
    line(form, "title").setFocus()
    return form


def test_what_was_refused_is_still_said_after_one_went_on(refused: Form) -> None:
    settle()
    assert errors(refused) == ["Jumlah kursi terlalu besar."]
    assert line(refused, "seats").property("wrong")


def test_a_refusal_goes_with_the_value_and_comes_back_with_it(qtbot: QtBot, refused: Form) -> None:
    field = line(refused, "seats")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert errors(refused) == []
    qtbot.keyClicks(field, "0")
    assert errors(refused) == ["Jumlah kursi terlalu besar."]


@pytest.mark.parametrize(
    "ends",
    [lambda form: form.mark_saved(["seats"]), lambda form: form.load({"seats": "900"}), lambda form: form.clear_errors()],
    ids=["saved", "loaded", "cleared"],
)  # fmt: skip
def test_a_refusal_ends_when_the_field_is_settled(refused: Form, ends: Callable[[Form], None]) -> None:
    ends(refused)
    line(refused, "seats").setFocus()
    line(refused, "title").setFocus()
    settle()
    assert errors(refused) == []


def test_a_fault_of_another_field_is_left_to_the_page(form: Form) -> None:
    assert not form.show_fault(InvalidInput("place", "Tempat belum diisi."))


def test_labels_lead_to_their_fields(form: Form) -> None:
    buddies = {label.text(): label.buddy() for label in form.findChildren(QLabel) if label.buddy()}
    assert buddies == {
        label: form.field(key) for label, key in (("Judul", "title"), ("Tanggal", "date"), ("Kursi", "seats"))
    }


def test_a_unit_is_part_of_the_spoken_name(form: Form) -> None:
    assert form.field("seats").accessibleName() == "Kursi (orang)"


def nameless(widget: QWidget) -> list[str]:
    """Widgets the keyboard reaches that a screen reader could not name."""
    return [
        f"{type(child).__name__} {child.objectName()}"
        for child in widget.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and not child.isHidden() and child.focusProxy() is None
        and child.window() is widget.window()
        and not (child.accessibleName() or getattr(child, "text", str)())
    ]  # fmt: skip


def test_every_field_the_keyboard_reaches_has_a_name(qtbot: QtBot) -> None:
    form = example_form()
    qtbot.addWidget(form)
    form.show()
    assert nameless(form) == []


def test_tab_goes_through_the_fields_in_reading_order(qtbot: QtBot) -> None:
    form = Form(columns=2)
    qtbot.addWidget(form)
    for key in "abcd":
        form.add_row(key, key, TextField() if key == "b" else LineField())
    with qtbot.waitActive(form):
        form.show()
    form.field("a").setFocus()
    order = []
    for _ in "abcd":
        focused = QApplication.focusWidget()
        assert focused is not None
        order.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert order == ["a", "b", "c", "d"]


def test_a_closed_form_can_be_read_but_not_changed(qtbot: QtBot, form: Form) -> None:
    form.add_row("kind", "Jenis", ChoiceField([(1, "A")]))
    form.set_read_only(True)
    qtbot.keyClicks(line(form, "title"), "x")
    assert line(form, "title").value() == "Rapat"
    assert not form.field("kind").isEnabled()
