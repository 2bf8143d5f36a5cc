from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.errors import DamagedFile
from desktop.ui.bus import ChangeBus
from desktop.ui.colours import Tone
from desktop.ui.memory import SPLIT_SIZES, Forgetful
from desktop.ui.theme import Theme
from desktop.ui.trouble_page import TroublePage
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.save_indicator import SaveIndicator
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.text import ElidedLabel, plain_label, set_tip, tip
from desktop.ui.widgets.undo_bar import UndoBar

TRICK = '<img src="x.png"> <b>Budi</b> & Co'
MOMENT = datetime(2024, 9, 26, 3, 42, tzinfo=UTC)


def with_trick() -> dict[str, Callable[[], QWidget]]:
    return {
        "label": lambda: plain_label(TRICK),
        "elided": lambda: ElidedLabel(TRICK),
        "header": lambda: PageHeader(TRICK, TRICK),
        "card": lambda: Card(TRICK),
        "empty": lambda: EmptyState("inbox", TRICK, TRICK, "Catat"),
        "banner": lambda: Banner(TRICK, Tone.OK),
        "trouble": lambda: TroublePage(DamagedFile(TRICK, TRICK), TRICK),
    }


@pytest.mark.parametrize("kind", with_trick())
def test_names_are_shown_as_typed_never_as_markup(qtbot: QtBot, kind: str) -> None:
    widget = with_trick()[kind]()
    qtbot.addWidget(widget)
    labels = [widget] if isinstance(widget, QLabel) else widget.findChildren(QLabel)
    assert any(TRICK in label.text() for label in labels)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("kind", with_trick())
def test_no_part_shows_itself_before_it_has_a_place(qtbot: QtBot, kind: str) -> None:
    before = set(QApplication.topLevelWindows())
    qtbot.addWidget(with_trick()[kind]())
    assert set(QApplication.topLevelWindows()) == before


def test_tips_show_markup_as_text_and_keep_lines(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tip(widget, "<b>Budi</b>\nbaris dua")
    assert widget.toolTip() == "<span>&lt;b&gt;Budi&lt;/b&gt;<br>baris dua</span>"
    assert tip("") == ""


def test_a_long_title_gives_way_and_keeps_its_whole_text_as_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("Rapat koordinasi " * 20)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 100
    assert "Rapat koordinasi" in label.toolTip()


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[SearchBox]:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    made = SearchBox("Cari nama", page)
    other = QPushButton("lain")
    column.addWidget(made)
    column.addWidget(other)
    with qtbot.waitActive(page):
        page.show()
    other.setFocus()
    yield made
    page.close()


def test_ctrl_f_leads_to_the_search_box(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.keyClick(box.parentWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert box.hasFocus()


def test_searching_waits_for_a_pause(qtbot: QtBot, box: SearchBox) -> None:
    searched: list[str] = []
    box.searched.connect(searched.append)
    with qtbot.waitSignal(box.searched):
        qtbot.keyClicks(box, "kpu tuban")
    assert searched == ["kpu tuban"]


def test_enter_searches_at_once_and_only_once(qtbot: QtBot, box: SearchBox) -> None:
    with qtbot.waitSignal(box.searched):
        qtbot.keyClicks(box, "kpu")
        qtbot.keyClick(box, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(box.searched, wait=250):
        qtbot.keyClick(box, Qt.Key.Key_Return)


def test_escape_clears_the_search(qtbot: QtBot, box: SearchBox) -> None:
    with qtbot.waitSignal(box.searched):
        qtbot.keyClicks(box, "kpu")
    with qtbot.waitSignal(box.searched) as told:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (told.args, box.text()) == ([""], "")


def chip(chips: FilterChips, key: str) -> QPushButton:
    found = chips.findChild(QPushButton, key)
    assert isinstance(found, QPushButton)
    return found


def test_chips_filter_by_any_number_of_them(qtbot: QtBot) -> None:
    chips = FilterChips([("late", "Terlambat"), ("open", "Belum selesai")])
    qtbot.addWidget(chips)
    qtbot.mouseClick(chip(chips, "late"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(chips.changed) as told:
        qtbot.mouseClick(chip(chips, "open"), Qt.MouseButton.LeftButton)
    assert told.args == [frozenset({"late", "open"})]


def test_one_of_single_chips_is_always_chosen(qtbot: QtBot) -> None:
    chips = FilterChips([("all", "Semua"), ("late", "Terlambat")], single=True)
    qtbot.addWidget(chips)
    qtbot.mouseClick(chip(chips, "late"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chip(chips, "late"), Qt.MouseButton.LeftButton)
    assert chips.chosen() == {"late"}


def test_chips_show_how_many_rows_they_bring(qtbot: QtBot) -> None:
    chips = FilterChips([("all", "Semua")])
    qtbot.addWidget(chips)
    chips.set_counts({"all": 1026363})
    assert chip(chips, "all").text() == "Semua  1.026.363"


def test_chips_go_on_in_the_next_line(qtbot: QtBot) -> None:
    chips = FilterChips([(f"k{n}", "Terlambat sekali") for n in range(6)])
    qtbot.addWidget(chips)
    chips.resize(300, 300)
    chips.show()
    assert chip(chips, "k5").y() > chip(chips, "k0").y()
    assert max(chip(chips, f"k{n}").geometry().right() for n in range(6)) < 300


def test_saving_is_told_in_the_time_of_the_office(qtbot: QtBot) -> None:
    bus = ChangeBus()
    indicator = SaveIndicator(bus)
    qtbot.addWidget(indicator)
    said = []
    for tell in (bus.saving.emit, lambda: bus.draft_saved.emit(MOMENT), lambda: bus.saved.emit(MOMENT)):
        tell()
        said.append(indicator.text())
    assert said == ["Menyimpan…", "Draf aman 10.42", "Tersimpan 10.42"]
    assert indicator.accessibleName() == "Tersimpan 10.42"


def test_what_was_not_saved_is_said_until_something_is(qtbot: QtBot) -> None:
    bus = ChangeBus()
    indicator = SaveIndicator(bus)
    qtbot.addWidget(indicator)
    said = []
    for tell in (
        lambda: bus.not_saved.emit("Disk penuh."),
        lambda: bus.draft_saved.emit(MOMENT),
        lambda: bus.saved.emit(MOMENT),
    ):
        tell()
        said.append(indicator.text())
    assert said == ["Belum tersimpan: Disk penuh.", "Belum tersimpan: Disk penuh.", "Tersimpan 10.42"]


def test_a_long_reason_leaves_the_window_as_narrow_as_it_was(qtbot: QtBot) -> None:
    indicator = SaveIndicator()
    qtbot.addWidget(indicator)
    indicator.show_failed("Disk penuh. " * 40)
    assert indicator.minimumSizeHint().width() < 200


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[UndoBar]:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 400)
    made = UndoBar(host)
    host.show()
    yield made
    host.close()


def test_the_bar_offers_to_undo_and_goes(qtbot: QtBot, bar: UndoBar) -> None:
    bar.show_message("Budi – hadir", undo=True)
    assert bar.isVisible()
    with qtbot.waitSignal(bar.undo_wanted):
        qtbot.mouseClick(bar.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_the_bar_stays_within_the_window_however_long_the_text(bar: UndoBar) -> None:
    bar.show_message("Rapat koordinasi " * 40, undo=True)
    bar.parentWidget().resize(500, 300)
    assert bar.parentWidget().rect().contains(bar.geometry())


def test_the_bar_takes_no_focus(qtbot: QtBot, bar: UndoBar) -> None:
    focused = QApplication.focusWidget()
    bar.show_message("Tersimpan")
    assert QApplication.focusWidget() is focused


def test_dividers_stay_where_they_were_dragged(qtbot: QtBot) -> None:
    memory = Forgetful()

    def pair() -> MemorySplitter:
        made = MemorySplitter("rapat", memory)
        qtbot.addWidget(made)
        made.addWidget(QWidget())
        made.addWidget(QWidget())
        made.resize(600, 200)
        made.show()
        return made

    first = pair()
    first.setSizes([400, 188])
    first.remember()
    assert memory.get(SPLIT_SIZES)["rapat"] == first.sizes()
    assert pair().sizes() == first.sizes()


def test_buttons_with_icons_only_have_a_name(qtbot: QtBot) -> None:
    made = icon_button("printer", "Cetak", "Ctrl+P")
    qtbot.addWidget(made)
    assert (made.accessibleName(), made.toolTip()) == ("Cetak", "<span>Cetak (Ctrl+P)</span>")


def test_the_main_deed_stands_out(qtbot: QtBot, look: Theme) -> None:
    made = button("Simpan", kind="primary")
    qtbot.addWidget(made)
    assert made.grab().toImage().pixelColor(QPoint(12, 6)).name() == look.colours["primary"]


def test_a_badge_is_wide_enough_for_its_words(qtbot: QtBot, look: Theme) -> None:
    badge = Badge("Siap ditandatangani", Tone.INFO)
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "Siap ditandatangani"
    assert badge.sizeHint().width() > badge.fontMetrics().horizontalAdvance("Siap ditandatangani")


def test_an_empty_list_leads_to_the_next_deed(qtbot: QtBot) -> None:
    empty = EmptyState("inbox", "Belum ada rapat.", action="Rapat baru")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.wanted):
        qtbot.mouseClick(empty.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)


def test_trouble_offers_only_what_is_possible(qtbot: QtBot) -> None:
    page = TroublePage(DamagedFile("Rusak.", "Pulihkan."), "D:\\Data", can_restore=False, can_read=True)
    qtbot.addWidget(page)
    assert [one.text() for one in page.buttons] == ["Buka hanya-baca", "Pilih folder lain…", "Coba lagi", "Keluar"]
    with qtbot.waitSignal(page.read_only_wanted):
        qtbot.mouseClick(page.buttons[0], Qt.MouseButton.LeftButton)
