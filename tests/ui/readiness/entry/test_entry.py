"""Isi Laporan by keyboard: states, values and notes one after another, by region, item and institution."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.queries.item_reports import ReportRow, history
from desktop.models.queries.readiness import matrix
from desktop.models.queries.readiness_items import reported_for_the_whole
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.services.draft_keeper import recall_draft
from desktop.services.meetings import create_meeting
from desktop.services.readiness import assess
from desktop.services.topic_closing import close_topic
from desktop.ui.readiness.entry.lines import BY_INSTITUTION, BY_ITEM, TO_CONFIRM, UNREPORTED
from desktop.ui.readiness.entry.tab import EntryTab
from desktop.ui.session import Session
from desktop.ui.widgets.picker_field import Choice
from tests.ui.readiness.entry.conftest import JAWA_TIMUR, TUBAN, cell, go_to

TOPIC, KPU = fixed_id("topic", PILKADA), fixed_id("institution", "kpu-35.23")
SILOG = "SILOG, jpnews"


def told(session: Session, code: str, region: UUID = TUBAN) -> list[ReportRow]:
    return history(session.store, item_id(code), region)


def type_value(tab: EntryTab, qtbot: QtBot, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """F2, the words, Enter: as one does in Excel."""
    qtbot.keyClick(tab.table, Qt.Key.Key_F2)
    tab.typing.editor.selectAll()
    qtbot.keyClicks(tab.typing.editor, words)
    qtbot.keyClick(tab.typing.editor, key)


def test_a_key_notes_a_state_of_the_sitting_and_goes_on(tab: EntryTab, session: Session, qtbot: QtBot) -> None:
    tab.sitting.institution.set_value(Choice(KPU, "KPU Kabupaten Tuban"))
    tab.sitting.institution.edited.emit()
    qtbot.keyClicks(tab.sitting.source, "WhatsApp")
    qtbot.keyClick(tab.table, Qt.Key.Key_2)
    (one,) = told(session, "LOG-01")
    assert (one.state, one.institution_id, one.source, one.as_of) == ("siap", KPU, "WhatsApp", date(2024, 10, 4))
    assert cell(tab, "state", 0) == "Siap (bukti belum ada)"
    assert tab.table.current().item.code == "LOG-02"  # type: ignore[union-attr]
    qtbot.keyClick(tab.table, Qt.Key.Key_0)
    assert [one.source for one in told(session, "LOG-02")] == ["WhatsApp"]


def test_a_range_is_noted_with_one_key_and_taken_back_with_one_undo(
    tab: EntryTab, session: Session, qtbot: QtBot
) -> None:
    for _ in range(2):
        qtbot.keyClick(tab.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(tab.table, Qt.Key.Key_N)
    codes = ("LOG-01", "LOG-02", "LOG-03", "LOG-04")
    assert [len(told(session, code)) for code in codes] == [1, 1, 1, 0]
    session.undo()
    assert not any(told(session, code) for code in codes)


def test_a_number_typed_in_its_cell_becomes_a_report_with_its_state(
    tab: EntryTab, session: Session, qtbot: QtBot
) -> None:
    for typed, *kept in (
        ("95 persen", 95, "persen", None, "sebagian"),
        ("1.200", 1200, "jumlah", None, "sebagian"),
        ("3.734", 3734, "jumlah", None, "siap"),
        ("4.000", 4000, "jumlah", None, "siap"),
        ("1.200 dari 1.867", 64.274237, "persen", "1.200 dari 1.867", "sebagian"),
        ("0", 0, "jumlah", None, "belum_siap"),
    ):
        go_to(tab, "LOG-05")
        type_value(tab, qtbot, typed)
        newest = told(session, "LOG-05")[0]
        assert [newest.value, newest.measure, newest.value_text, newest.state] == kept, typed
        assert tab.table.current().item.code == "LOG-06"  # type: ignore[union-attr]


def test_what_is_needed_is_said_with_its_figure_and_that_it_may_change(tab: EntryTab, qtbot: QtBot) -> None:
    go_to(tab, "LOG-05")
    assert cell(tab, "need") == "3.734 botol*"
    facts = [value.text() for _name, value in tab.report.form.facts._facts]
    assert facts[1:3] == ["2 × 1.867 TPS = 3.734 botol", "jumlah TPS dari DPS (jtvbojonegoro)"]
    qtbot.keyClick(tab.table, Qt.Key.Key_F2)
    qtbot.keyClicks(tab.typing.editor, "4.000")
    assert (
        "107% dari kebutuhan. Melebihi kebutuhan (3.734 botol)" in tab.report.form.achieved.accessibleDescription()
    )
    qtbot.keyClick(tab.typing.editor, Qt.Key.Key_Escape)
    assert tab.report.form.achieved.value() == ""
    assert not tab.report.is_writing


def test_down_keeps_a_number_and_types_the_next(tab: EntryTab, session: Session, qtbot: QtBot) -> None:
    go_to(tab, "LOG-13")
    type_value(tab, qtbot, "80", Qt.Key.Key_Down)
    assert tab.typing.editor.isVisible()
    qtbot.keyClicks(tab.typing.editor, "60")
    qtbot.keyClick(tab.typing.editor, Qt.Key.Key_Return)
    assert [told(session, code)[0].value for code in ("LOG-13", "LOG-14")] == [80, 60]


def test_a_number_that_cannot_be_read_stays_in_the_form(tab: EntryTab, session: Session, qtbot: QtBot) -> None:
    go_to(tab, "LOG-05")
    type_value(tab, qtbot, "banyak")
    assert told(session, "LOG-05") == []
    tab.table.select_seq(0)
    go_to(tab, "LOG-05")
    assert tab.report.form.achieved.value() == "banyak"


def test_a_digit_that_is_no_state_notes_nothing_and_says_how(
    tab: EntryTab, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.bus.message) as said:
        qtbot.keyClick(tab.table, Qt.Key.Key_7)
    assert said.args[0] == "Angka diketik setelah Enter atau F2; 0–3 adalah status."
    assert (told(session, "LOG-01"), tab.table.current_seq()) == ([], 0)


def test_one_is_led_to_the_line_of_an_item(tab: EntryTab) -> None:
    tab.open(region=JAWA_TIMUR, item=item_id("SEC-03"))
    assert tab.table.current().item.code == "SEC-03"  # type: ignore[union-attr]
    tab.open(item=item_id("LOG-05"))
    assert (tab.bar.walk(), tab.table.current_seq()) == (BY_ITEM, 0)


def test_letters_begin_a_note_that_a_state_completes(tab: EntryTab, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(tab.table, Qt.Key.Key_K)
    qtbot.keyClicks(tab.typing.editor, "urang palet")
    qtbot.keyClick(tab.typing.editor, Qt.Key.Key_Return)
    assert told(session, "LOG-01") == []
    tab.report.flush()
    draft = recall_draft(session.desk, f"readiness:{item_id('LOG-01')}:{TUBAN}")
    assert draft is not None
    assert draft["note"] == "kurang palet"
    qtbot.keyClick(tab.table, Qt.Key.Key_1)
    assert [(one.state, one.note) for one in told(session, "LOG-01")] == [("sebagian", "kurang palet")]


def test_a_note_may_begin_with_any_letter_after_a_blank(tab: EntryTab, session: Session, qtbot: QtBot) -> None:
    assess(session.desk, item_id("LOG-01"), TUBAN, state="siap", as_of=date(2024, 10, 1))
    tab.fill()
    qtbot.keyClick(tab.table, Qt.Key.Key_Space)
    qtbot.keyClicks(tab.typing.editor, "Nihil")
    qtbot.keyClick(tab.typing.editor, Qt.Key.Key_Return)
    newest = told(session, "LOG-01")[0]
    assert (newest.state, newest.note, newest.as_of) == ("siap", "Nihil", date(2024, 10, 4))


def test_a_note_of_another_day_is_not_told_again(tab: EntryTab, session: Session, qtbot: QtBot) -> None:
    assess(
        session.desk, item_id("LOG-05"), TUBAN, state="belum_siap", note="Belum dikirim", as_of=date(2024, 9, 20)
    )
    tab.fill()
    go_to(tab, "LOG-05")
    type_value(tab, qtbot, "900")
    assert [(one.value, one.note) for one in told(session, "LOG-05")] == [(900, None), (None, "Belum dikirim")]


def test_a_state_after_a_number_of_the_same_day_keeps_the_number(
    tab: EntryTab, session: Session, qtbot: QtBot
) -> None:
    go_to(tab, "LOG-05")
    type_value(tab, qtbot, "1.200")
    go_to(tab, "LOG-05")
    qtbot.keyClick(tab.table, Qt.Key.Key_2)
    newest = told(session, "LOG-05")[0]
    assert (newest.state, newest.value, newest.measure) == ("siap", 1200, "jumlah")


def test_filters_count_and_what_is_noted_stays_in_sight(tab: EntryTab, session: Session, qtbot: QtBot) -> None:
    assess(session.desk, item_id("LOG-01"), TUBAN, state="siap", as_of=date(2024, 8, 1))
    tab.fill()
    tab.bar.filters._chips[TO_CONFIRM].click()
    assert [line.item.code for line in tab.table.lines()] == ["LOG-01"]
    assert tab.bar.filters._chips[TO_CONFIRM].text() == "Perlu dikonfirmasi  1"
    qtbot.keyClick(tab.table, Qt.Key.Key_2)
    assert [line.item.code for line in tab.table.lines()] == ["LOG-01"]
    assert tab.bar.filters._chips[TO_CONFIRM].text() == "Perlu dikonfirmasi  0"
    tab.bar.filters._chips[UNREPORTED].click()
    assert "LOG-01" not in [line.item.code for line in tab.table.lines()]


def test_by_institution_what_is_noted_is_its_own_report(tab: EntryTab, session: Session, qtbot: QtBot) -> None:
    tab.sitting.source.set_value("KPU Jawa Timur")
    qtbot.keyClick(tab.table, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert tab.bar.walk() == BY_INSTITUTION
    polres = fixed_id("institution", "polres-mojokerto-kota")
    tab.open(institution=polres)
    assert {line.item.region for line in tab.table.lines()} == {"Kabupaten Mojokerto", "Kota Mojokerto"}
    first = tab.table.lines()[0].item
    tab.table.select_seq(0)
    qtbot.keyClick(tab.table, Qt.Key.Key_2)
    (kept,) = history(session.store, first.item_id, first.region_id)
    assert (kept.institution_id, kept.source) == (polres, None)
    assert tab.table.lines()[0].item.state == "siap"
    tab.bar.choose_walk(BY_ITEM)
    assert tab.sitting.sitting().institution is None
    assert tab.sitting.source.value() == "KPU Jawa Timur"


def test_the_figures_of_october_are_entered_as_reported_and_invent_nothing(
    tab: EntryTab, session: Session, qtbot: QtBot
) -> None:
    before = matrix(session.store, TOPIC)
    qtbot.keyClick(tab.table, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert tab.bar.walk() == BY_ITEM
    reported = {"LOG-03": "96 %", "LOG-04": "94 %", "LOG-05": "50 %", "LOG-06": "20 %", "LOG-16": "94 %"}
    for code, share in reported.items():
        tab.open(item=item_id(code))
        assert cell(tab, "region", 8) == "Jawa Timur (angka keseluruhan)"
        qtbot.keyClick(tab.table, Qt.Key.Key_End)
        qtbot.keyClick(tab.table, Qt.Key.Key_Up)
        if code == "LOG-03":  # the source is asked for once, and stays
            type_value(tab, qtbot, share)
            assert reported_for_the_whole(session.store, TOPIC) == []
            assert tab.sitting.source.accessibleDescription().startswith("Sumber wajib")
            qtbot.keyClicks(tab.sitting.source, SILOG)
            qtbot.keyClick(tab.sitting.source, Qt.Key.Key_Return)
        if code == "LOG-16":
            qtbot.keyClick(tab.table, Qt.Key.Key_Space)
            qtbot.keyClicks(tab.typing.editor, "Kabel ties")
            qtbot.keyClick(tab.typing.editor, Qt.Key.Key_Return)
        type_value(tab, qtbot, share)
    found = reported_for_the_whole(session.store, TOPIC, JAWA_TIMUR)
    assert {one.code: (one.value, one.source, one.as_of) for one in found} == {
        code: (float(share.removesuffix(" %")), SILOG, date(2024, 10, 4)) for code, share in reported.items()
    }
    assert next(one.note for one in found if one.code == "LOG-16") == "Kabel ties"
    tab.open(item=item_id("LOG-03"))
    assert (cell(tab, "value", 8), cell(tab, "state", 8), cell(tab, "day", 8)) == (
        "96%", "Sebagian siap", f"4 Okt · {SILOG}",
    )  # fmt: skip
    assert {cell(tab, "state", row) for row in range(8)} == {"Belum ada laporan"}
    assert matrix(session.store, TOPIC) == before


def test_an_item_that_repeats_shows_its_last_periods_and_takes_one_entry_each(
    tab: EntryTab, session: Session, qtbot: QtBot
) -> None:
    assess(session.desk, item_id("GOV-12"), TUBAN, state="siap", as_of=date(2024, 10, 2))
    tab.fill()
    go_to(tab, "GOV-12")
    strip = tab.report.form.period
    assert [chip.text() for chip in strip._chips.values()][-3:] == ["Rab 2 Okt", "Kam 3 Okt", "Jum 4 Okt"]
    names = [chip.accessibleName() for chip in strip._chips.values()][-3:]
    assert names == [
        "2 Oktober 2024: sudah ada laporan", "3 Oktober 2024: belum ada laporan", "4 Oktober 2024: belum ada laporan",
    ]  # fmt: skip
    form = tab.report.form
    assert (strip.value(), form.state.value()) == ("2024-10-04", None)
    strip._chips["2024-10-02"].click()
    assert form.state.value() == "siap"
    assert not tab.report.is_writing  # looking at a period is no report
    strip._chips["2024-10-03"].click()
    assert form.state.value() is None
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_2)
    go_to(tab, "GOV-12")
    qtbot.keyClick(tab.table, Qt.Key.Key_1)
    assert [(one.period, one.state) for one in told(session, "GOV-12")] == [
        ("2024-10-04", "sebagian"), ("2024-10-03", "siap"), ("2024-10-02", "siap"),
    ]  # fmt: skip


def test_leaving_keeps_a_complete_report(tab: EntryTab, session: Session, qtbot: QtBot) -> None:
    go_to(tab, "LOG-05")
    qtbot.keyClick(tab.table, Qt.Key.Key_F2)
    qtbot.keyClicks(tab.typing.editor, "900")
    qtbot.keyClick(tab.table, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert [one.value for one in told(session, "LOG-05")] == [900]
    assert tab.bar.at() != TUBAN


def test_reports_of_a_meeting_name_it(tab: EntryTab, session: Session, qtbot: QtBot) -> None:
    session.make(
        lambda: create_meeting(session.desk, title="Rakor Kesiapan", held_on=date(2024, 10, 4), topic_id=TOPIC)
    )
    assert tab.sitting.meeting.itemText(1) == "4 Oktober 2024 · Rakor Kesiapan"
    tab.sitting.meeting.setCurrentIndex(1)
    tab.sitting.meeting.edited.emit()
    qtbot.keyClick(tab.table, Qt.Key.Key_2)
    type_value(tab, qtbot, "90")
    assert [told(session, code)[0].meeting for code in ("LOG-01", "LOG-02")] == ["Rakor Kesiapan"] * 2


def test_a_closed_topic_takes_no_reports(tab: EntryTab, session: Session, qtbot: QtBot) -> None:
    assert session.run(lambda: close_topic(session.desk, TOPIC))
    qtbot.keyClick(tab.table, Qt.Key.Key_2)
    qtbot.keyClick(tab.table, Qt.Key.Key_F2)
    assert told(session, "LOG-01") == []
    assert not tab.typing.editor.isVisible()
    assert not tab.sitting.isEnabled()


def test_every_input_has_a_name(tab: EntryTab) -> None:
    bar, line = tab.bar, tab.sitting
    fields = (line.institution, line.as_of, line.source, line.meeting, bar.place, bar.back, bar.on, tab.table)
    assert all(field.accessibleName() for field in fields)
