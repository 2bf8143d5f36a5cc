"""The items behind a cell: noting states with one key, writing a report, and that no typing is lost."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.queries.item_reports import ReportRow, history
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.store import Store
from desktop.services.draft_keeper import recall_draft
from desktop.services.readiness import assess
from desktop.ui.colours import Tone
from desktop.ui.readiness.items_panel import ItemsPanel
from desktop.ui.readiness.page import ReadinessPage
from desktop.ui.session import Session
from desktop.ui.widgets.columns import SYMBOL_ROLE, TONE_ROLE
from desktop.ui.widgets.picker_field import Choice

TOPIC, TUBAN, GRESIK = fixed_id("topic", PILKADA), fixed_id("region", "35.23"), fixed_id("region", "35.25")
LOGISTICS = 0


@pytest.fixture
def panel(page: ReadinessPage) -> ItemsPanel:
    """The items of Tuban's logistics, the first in hand."""
    page.open(region=TUBAN, category=page.matrix.model.matrix.categories[LOGISTICS].id)
    return page.matrix.panel


def told(store: Store, code: str) -> list[ReportRow]:
    return history(store, item_id(code), TUBAN)


def go_to(panel: ItemsPanel, code: str) -> None:
    """Let the keyboard be at an item."""
    places = range(panel.table.rows.rowCount())
    panel.table.select_seq(next(place for place in places if panel.table.item(place).code == code))  # type: ignore[union-attr]


def current(panel: ItemsPanel) -> str:
    item = panel.table.item(panel.table.current_seq())
    return item.code if item else ""


def status(panel: ItemsPanel, row: int, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return panel.table.rows.index(row, 4).data(role)


def test_the_panel_says_where_it_is_and_shows_what_is_asked(panel: ItemsPanel) -> None:
    assert panel._title.text() == "Kabupaten Tuban · Logistik"
    assert panel._subtitle.text() == "0 dari 25 dilaporkan"
    facts = [value.text() for _label, value in panel.form.facts._facts]
    assert facts == [
        "KPU Kabupaten/Kota",
        "Ya (terlaksana atau tersedia)",
        "",
        "Sabtu, 28 September 2024 (H-60) · Acuan internal",
        "BA serah terima gudang; foto",
    ]


def test_items_without_report_say_so_and_are_no_problem(panel: ItemsPanel) -> None:
    assert panel.table.rows.rowCount() == 25
    assert {status(panel, row) for row in range(25)} == {"Belum ada laporan"}
    assert {status(panel, row, TONE_ROLE) for row in range(25)} == {Tone.NONE}


def test_the_items_keep_the_rules_of_qt_through_changes(panel: ItemsPanel, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(panel.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.keyClick(panel.table, Qt.Key.Key_2)
    qtbot.keyClick(panel.table, Qt.Key.Key_0)
    assert tester.model() is panel.table.rows


@pytest.mark.parametrize(
    ("key", "state", "words"),
    [
        (Qt.Key.Key_0, "belum_siap", "Belum siap"),
        (Qt.Key.Key_1, "sebagian", "Sebagian siap"),
        (Qt.Key.Key_2, "siap", "Siap (bukti belum ada)"),
        (Qt.Key.Key_3, "siap_bukti", "Siap, bukti diterima"),
        (Qt.Key.Key_N, "tidak_berlaku", "Tidak berlaku"),
    ],
)
def test_one_key_notes_a_state_and_goes_on(
    panel: ItemsPanel, session: Session, qtbot: QtBot, key: Qt.Key, state: str, words: str
) -> None:
    qtbot.keyClick(panel.table, key)
    assert [(one.state, one.as_of) for one in told(session.store, "LOG-01")] == [(state, date(2024, 9, 26))]
    assert status(panel, 0) == words
    assert current(panel) == "LOG-02"


def test_a_noted_state_shows_in_the_matrix_at_once(panel: ItemsPanel, page: ReadinessPage, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.table, Qt.Key.Key_3)
    assert page.matrix.model.index(1, LOGISTICS).data() == "1/25 · 1 dilaporkan · 99%"
    assert panel._subtitle.text() == "1 dari 25 siap · 1 dari 25 dilaporkan · skor 99%"


def test_undo_takes_a_noted_state_back(panel: ItemsPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.table, Qt.Key.Key_2)
    assert session.undo_text() == "Urungkan: catat kesiapan"
    session.undo()
    assert status(panel, 0) == "Belum ada laporan"


def test_a_key_notes_all_selected_items_as_one_deed(panel: ItemsPanel, session: Session, qtbot: QtBot) -> None:
    for _ in range(2):
        qtbot.keyClick(panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(panel.table, Qt.Key.Key_2)
    assert [len(told(session.store, code)) for code in ("LOG-01", "LOG-02", "LOG-03", "LOG-04")] == [1, 1, 1, 0]
    session.undo()
    assert told(session.store, "LOG-02") == []


def test_other_keys_and_shortcuts_note_nothing(panel: ItemsPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.table, Qt.Key.Key_7)
    qtbot.keyClick(panel.table, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert told(session.store, "LOG-01") == []


def test_escape_goes_back_to_the_cell(page: ReadinessPage, panel: ItemsPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.table, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert page.matrix.view.place() == (1, LOGISTICS)


def test_enter_leads_into_the_form(panel: ItemsPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert panel.form.state.hasFocus() or QApplication.focusWidget() is None


def write(panel: ItemsPanel, qtbot: QtBot, *, state: str = "", value: str = "", note: str = "") -> None:
    """Type into the form as a coordinator does."""
    form = panel.form
    if state:
        form.state.set_value(state)
        form.state.activated.emit(form.state.currentIndex())
    if value:
        form.achieved.clear()
        qtbot.keyClicks(form.achieved, value)
    if note:
        qtbot.keyClicks(form.note, note)


def test_a_report_is_written_with_number_note_and_institution(
    panel: ItemsPanel, session: Session, qtbot: QtBot
) -> None:
    go_to(panel, "LOG-10")
    write(panel, qtbot, state="sebagian", value="62,5 persen", note="Sortir di dua gudang")
    kpu = fixed_id("institution", "kpu-35.23")
    panel.form.institution.set_value(Choice(kpu, "KPU Kabupaten Tuban"))
    panel.form.as_of.set_value(date(2024, 9, 25))
    panel.form.record_button.click()
    (one,) = told(session.store, "LOG-10")
    assert (one.state, one.value, one.note, one.institution_id) == ("sebagian", 62.5, "Sortir di dua gudang", kpu)
    assert one.as_of == date(2024, 9, 25)
    assert panel.form._history.text() == (
        "25 September 2024 · Sebagian siap · 62,5% · KPU Kabupaten Tuban · Sortir di dua gudang"
    )
    assert not panel.form.changes()


def test_ctrl_enter_keeps_the_report_from_within_the_note(
    panel: ItemsPanel, session: Session, qtbot: QtBot
) -> None:
    write(panel, qtbot, state="siap", note="Lengkap")
    panel.form.note.setFocus()
    qtbot.keyClick(panel.form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [one.note for one in told(session.store, "LOG-01")] == ["Lengkap"]


def test_the_next_report_begins_from_the_one_that_counts(
    page: ReadinessPage, session: Session, qtbot: QtBot
) -> None:
    assess(session.desk, item_id("LOG-10"), TUBAN, state="sebagian", value=40, as_of=date(2024, 9, 20))
    page.open(region=TUBAN, category=page.matrix.model.matrix.categories[LOGISTICS].id)
    go_to(page.matrix.panel, "LOG-10")
    form = page.matrix.panel.form
    assert (form.state.value(), form.achieved.value(), form.as_of.value()) == (
        "sebagian", "40%", date(2024, 9, 26),
    )  # fmt: skip
    assert not form.changes()


def test_a_number_that_cannot_be_read_is_refused_at_its_field(
    panel: ItemsPanel, session: Session, qtbot: QtBot
) -> None:
    go_to(panel, "LOG-10")
    write(panel, qtbot, state="sebagian", value="banyak")
    panel.form.record_button.click()
    assert told(session.store, "LOG-10") == []
    assert panel.form.achieved.property("wrong")


def test_a_target_in_words_takes_words(panel: ItemsPanel, session: Session, qtbot: QtBot) -> None:
    go_to(panel, "LOG-04")
    write(panel, qtbot, state="sebagian", value="5.376 bilik")
    panel.form.record_button.click()
    (one,) = told(session.store, "LOG-04")
    assert (one.value, one.measure, one.value_text) == (5376, "jumlah", "5.376 bilik")


def test_a_yes_or_no_item_asks_for_no_number(panel: ItemsPanel) -> None:
    assert not panel.form.achieved.isVisible()
    go_to(panel, "LOG-10")
    assert panel.form.achieved.isVisible()


def test_a_complete_report_is_kept_when_the_item_is_left(
    panel: ItemsPanel, session: Session, qtbot: QtBot
) -> None:
    write(panel, qtbot, state="siap", note="Diperiksa")
    panel.table.select_seq(1)
    assert [one.note for one in told(session.store, "LOG-01")] == ["Diperiksa"]
    assert current(panel) == "LOG-02"
    assert panel.form.note.value() == ""


def test_an_incomplete_report_waits_as_a_draft_and_comes_back(
    panel: ItemsPanel, session: Session, qtbot: QtBot
) -> None:
    write(panel, qtbot, note="Menunggu kepastian")
    with qtbot.waitSignal(session.bus.message) as message:
        panel.table.select_seq(1)
    assert "LOG-01 belum lengkap" in message.args[0]
    assert told(session.store, "LOG-01") == []
    panel.table.select_seq(0)
    assert panel.form.note.value() == "Menunggu kepastian"
    write(panel, qtbot, state="belum_siap")
    panel.form.record_button.click()
    assert [one.note for one in told(session.store, "LOG-01")] == ["Menunggu kepastian"]
    assert recall_draft(session.desk, f"readiness:{item_id('LOG-01')}:{TUBAN}") is None


def test_typing_is_safe_before_it_is_kept(panel: ItemsPanel, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.bus.draft_saved, timeout=5000):
        write(panel, qtbot, note="Menunggu")
    kept = recall_draft(session.desk, f"readiness:{item_id('LOG-01')}:{TUBAN}")
    assert kept is not None
    assert kept["note"] == "Menunggu"


def test_what_is_written_can_be_thrown_away(panel: ItemsPanel, session: Session, qtbot: QtBot) -> None:
    write(panel, qtbot, state="siap", note="Keliru")
    panel.form._show_buttons()
    panel.form.discard_button.click()
    panel.table.select_seq(1)
    assert told(session.store, "LOG-01") == []


def test_a_state_key_completes_what_is_being_written(panel: ItemsPanel, session: Session, qtbot: QtBot) -> None:
    write(panel, qtbot, note="Disampaikan lisan")
    qtbot.keyClick(panel.table, Qt.Key.Key_2)
    assert [(one.state, one.note) for one in told(session.store, "LOG-01")] == [("siap", "Disampaikan lisan")]


def test_leaving_the_page_keeps_a_complete_report(
    page: ReadinessPage, panel: ItemsPanel, session: Session, qtbot: QtBot
) -> None:
    write(panel, qtbot, state="siap", note="Sebelum pindah")
    page.flush()
    assert [one.note for one in told(session.store, "LOG-01")] == ["Sebelum pindah"]


def test_a_report_from_elsewhere_does_not_disturb_the_writing(
    panel: ItemsPanel, session: Session, qtbot: QtBot
) -> None:
    write(panel, qtbot, note="Sedang ditulis")
    session.run(lambda: assess(session.desk, item_id("LOG-01"), TUBAN, state="siap", note="Lain"))
    assert panel.form.note.value() == "Sedang ditulis"
    assert "Lain" in panel.form._history.text()


def test_the_institution_is_found_by_part_of_its_name(panel: ItemsPanel) -> None:
    assert "KPU Kabupaten Tuban" in [hit.label for hit in panel.report.institutions("kpu tub")]


def test_moving_in_the_matrix_takes_the_items_along(page: ReadinessPage, panel: ItemsPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(page.matrix.view, Qt.Key.Key_Down)
    assert panel._title.text() == "Kabupaten Lamongan · Logistik"
    qtbot.keyClick(page.matrix.view, Qt.Key.Key_Up)
    qtbot.keyClick(page.matrix.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert panel._title.text() == "Semua wilayah · Semua kategori"


def test_a_column_total_lists_every_region_by_name(page: ReadinessPage, panel: ItemsPanel) -> None:
    assert panel.table.isColumnHidden(0)
    page.open(category=page.matrix.model.matrix.categories[LOGISTICS].id)
    assert not panel.table.isColumnHidden(0)
    assert panel.table.rows.rowCount() == page.matrix.model.cell(10, LOGISTICS).tally.applicable
    assert panel.form.facts._text.text().endswith("Kabupaten Bojonegoro")


def test_a_region_nothing_is_asked_of_says_so(page: ReadinessPage, panel: ItemsPanel) -> None:
    page.open(region=fixed_id("region", "wilker.2"), category=page.matrix.model.matrix.categories[LOGISTICS].id)
    assert panel.table.rows.rowCount() == 0
    assert not panel.form.isVisible()


def test_unknown_places_leave_the_matrix_as_it_is(page: ReadinessPage) -> None:
    page.open(region=fixed_id("region", "99"))
    assert page.matrix.panel.isHidden()
    page.open(topic=TOPIC)
    assert page.matrix.panel.isHidden()


def test_what_is_late_says_so_in_words_and_symbol(page: ReadinessPage, session: Session) -> None:
    assess(session.desk, item_id("GOV-01"), TUBAN, state="belum_siap")
    page.open(region=TUBAN)
    go_to(page.matrix.panel, "GOV-01")
    row = page.matrix.panel.table.currentIndex().row()
    assert status(page.matrix.panel, row, SYMBOL_ROLE) == "triangle-alert"
    assert page.matrix.panel.form.facts._late.isVisible()


def test_every_input_has_a_name(page: ReadinessPage, panel: ItemsPanel) -> None:
    form = panel.form
    fields = (form.state, form.achieved, form.note, form.institution, form.as_of, panel.table, page.matrix.view)
    assert all(field.accessibleName() for field in (*fields, page.topic_field, panel.close_button))


def test_an_item_leads_to_its_follow_up_and_to_its_problems(
    page: ReadinessPage, session: Session, qtbot: QtBot
) -> None:
    page.open(region=TUBAN)
    panel = page.matrix.panel
    item = panel.table.chosen()[0]
    qtbot.keyClicks(panel.table, "l")
    (line,) = panel.links.words()
    assert line.startswith("Tindak lanjut · Gudang logistik")
    assert "KPU Kabupaten Tuban" in line
    with qtbot.waitSignal(page.navigate) as led:
        panel.links.issue_button.click()
    assert led.args == ["issues", {"item": item.item_id, "region": TUBAN}]


def test_figures_of_the_whole_stand_apart_from_what_is_asked_of_the_province(
    page: ReadinessPage, session: Session, qtbot: QtBot
) -> None:
    province = fixed_id("region", "35")
    assess(session.desk, item_id("LOG-05"), province, state="sebagian", value=50, measure="persen", source="SILOG")
    page.open(region=province)
    panel = page.matrix.panel
    assert "LOG-05" not in {panel.table.item(row).code for row in range(panel.table.rows.rowCount())}  # type: ignore[union-attr]
    (line,) = panel.wholes.words()
    assert line.startswith("LOG-05 50% · SILOG · 26 September 2024 · Tinta")
    with qtbot.waitSignal(page.navigate) as led:
        panel.wholes._shown[0].click()
    assert led.args == ["readiness", {"tab": "entry", "item": item_id("LOG-05")}]
    page.open(region=TUBAN)
    assert panel.wholes.words() == []
