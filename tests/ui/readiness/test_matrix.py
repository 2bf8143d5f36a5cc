"""The matrix on screen: what stands in a cell, how it sounds, and that it can be walked by keyboard."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QImage, QShortcut
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.base.clock import frozen
from desktop.exchange.meeting_file import read_meeting
from desktop.models.journal import writing
from desktop.models.queries.readiness import matrix
from desktop.models.score import SCORED_STATES, Answer, Tally, tally
from desktop.models.seeds import PILKADA, example_meeting_file, fixed_id, item_id
from desktop.models.tables import Topic
from desktop.services.meeting_import import import_meeting
from desktop.services.readiness import assess
from desktop.services.topic_closing import close_topic
from desktop.services.topics import add_topic
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.readiness.matrix_model import MatrixModel
from desktop.ui.readiness.page import ReadinessPage
from desktop.ui.readiness.wording import coverages, score_text, tone_of
from desktop.ui.session import Session
from desktop.ui.widgets.grid_headers import wrapped

TOPIC, TUBAN = fixed_id("topic", PILKADA), fixed_id("region", "35.23")
PROVINCE = fixed_id("region", "35")


def report(session: Session, code: str, state: str, **values: object) -> None:
    assert session.run(lambda: assess(session.desk, item_id(code), TUBAN, state=state, **values))


def said(page: ReadinessPage, row: int, column: int) -> str:
    return str(page.matrix.model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_page_names_the_topic_and_counts_the_days(page: ReadinessPage) -> None:
    assert page.topic_field.currentText() == "Pilkada Serentak 2024"
    assert page.header._subtitle.text() == "H-62 menuju Hari H, 27 November 2024"


def test_a_page_in_sight_over_midnight_shows_the_new_day_once_one_is_back(
    page: ReadinessPage, session: Session
) -> None:
    report(session, "LOG-01", "siap", as_of=date(2024, 9, 20))
    assert page.matrix.model.matrix.total.to_confirm == 0
    with frozen(datetime(2024, 11, 24, 20, tzinfo=UTC)):
        page.changeEvent(QEvent(QEvent.Type.ActivationChange))
        page.matrix.changeEvent(QEvent(QEvent.Type.ActivationChange))
        assert page.header._subtitle.text() == "H-2 menuju Hari H, 27 November 2024"
        assert page.matrix.model.matrix.total.to_confirm == 1


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 9, 26), "Hari ini Hari H, 26 September 2024"),
        (date(2024, 9, 20), "H+6 (Hari H: 20 September 2024)"),
        (None, ""),
    ],
)
def test_the_countdown_fits_the_day(page: ReadinessPage, session: Session, day: date | None, words: str) -> None:
    with writing(session.store, "topic.update", by="Uji") as write:
        write.update(Topic, TOPIC, event_date=day)
        session.bus.changed.emit(write.finish())
    assert page.header._subtitle.text().strip() == words


def test_the_model_keeps_the_rules_of_qt_through_changes(session: Session, qtbot: QtBot) -> None:
    model = MatrixModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_matrix(matrix(session.store, TOPIC))
    report(session, "LOG-01", "siap")
    model.set_matrix(matrix(session.store, TOPIC))
    assert (model.rowCount(), model.columnCount()) == (11, 6)
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert tester.model() is model


def test_one_report_repaints_its_cell_and_its_totals_only(session: Session, qtbot: QtBot) -> None:
    model = MatrixModel()
    model.set_matrix(matrix(session.store, TOPIC))
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, _last: changed.append((first.row(), first.column())))
    report(session, "LOG-01", "siap")
    model.set_matrix(matrix(session.store, TOPIC))
    assert changed == [(1, 0), (1, 5), (10, 0), (10, 5)]


def test_a_cell_shows_counts_first_and_the_score_beside(page: ReadinessPage, session: Session) -> None:
    report(session, "LOG-01", "siap_bukti")
    report(session, "LOG-02", "belum_siap")
    assert page.matrix.model.index(1, 0).data() == "1/25 · 2 dilaporkan · 50%"
    assert page.matrix.model.index(1, 5).data() == "1/94 · 2 dilaporkan · 50%"


def test_a_cell_without_reports_has_no_score(page: ReadinessPage) -> None:
    assert page.matrix.model.index(0, 0).data() == "25 butir · 0 dilaporkan · –"


def test_a_screen_reader_hears_everything_about_a_cell(page: ReadinessPage, session: Session) -> None:
    report(session, "LOG-01", "siap_bukti")
    report(session, "LOG-05", "belum_siap")
    assert said(page, 1, 0) == (
        "Kabupaten Tuban · Logistik. 1 dari 25 siap. 2 dari 25 dilaporkan. skor 50%. Belum siap: 1. "
        "Siap, bukti diterima: 1. Paling perlu perhatian: LOG-05 Tinta diterima dan diuji (2 botol per TPS) "
        "– belum siap. Laporan terakhir 26 September 2024"
    )
    assert "Tidak ada butir" in said(page, 9, 0)
    assert said(page, 10, 5).startswith("Semua wilayah · Semua kategori. 1 dari 765 siap. 2 dari 765")


def test_headers_name_regions_shortly_and_in_full(page: ReadinessPage) -> None:
    down = [page.matrix.model.headerData(row, Qt.Orientation.Vertical) for row in (1, 7, 8, 9, 10)]
    assert down == ["Kab. Tuban", "Kota Mojokerto", "Prov. Jawa Timur", "Wilker Bojonegoro", "Semua wilayah"]
    tip = page.matrix.model.headerData(9, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert "Wilayah Kerja Bakorwil Bojonegoro" in str(tip)


def test_the_keyboard_is_in_the_matrix_whose_rows_all_stand_in_sight(page: ReadinessPage) -> None:
    view = page.matrix.view
    assert page.focusWidget() is view
    page.resize(1154, 666)  # as the window leaves it on a laptop
    assert view.rowViewportPosition(10) + view.rowHeight(10) <= view.viewport().height()
    page.resize(1154, 460)
    assert view.rowHeight(10) > 2 * view.fontMetrics().height() + 2
    page.tabs.go_to("entry")
    assert page.focusWidget() is page.tab("entry").focusProxy()
    page.tabs.tabBar().setFocus()
    page.tabs.go_to("matrix")
    assert page.focusWidget() is page.tabs.tabBar()  # where arrow keys go on to the next tab
    keys = {key.toString() for one in page.findChildren(QShortcut) for key in QShortcut.keys(one)}
    assert not keys & {f"Ctrl+{number}" for number in range(1, 9)}  # the pages of the window


def test_no_report_is_never_a_problem() -> None:
    assert tone_of(tally(Answer())) is Tone.NONE
    assert tone_of(Tally()) is Tone.NONE


def test_on_the_first_day_nothing_is_a_problem(page: ReadinessPage, session: Session) -> None:
    result = import_meeting(session.desk, read_meeting(example_meeting_file().read_bytes()))
    session.bus.changed.emit(result.changes)
    model = page.matrix.model
    cells = [model.cell(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    assert Tone.PROBLEM not in {tone_of(cell.tally) for cell in cells}
    assert model.index(8, 2).data() == "3/5 · 3 dilaporkan · 50%"


def test_tones_follow_the_score() -> None:
    def tone(*states: str) -> Tone:
        return tone_of(sum((tally(Answer(state)) for state in states), Tally()))

    assert tone("siap") is Tone.OK
    assert tone("siap", "siap", "siap", "belum_siap") is Tone.OK
    assert tone("siap", "belum_siap") is Tone.ATTENTION
    assert tone("belum_siap") is Tone.PROBLEM
    assert tone("siap") is Tone.OK


def test_a_good_score_of_less_than_half_of_the_items_is_not_calm_but_a_bad_one_is_bad() -> None:
    def tone(reported: int, *states: str) -> Tone:
        told = sum((tally(Answer(state)) for state in states), Tally())
        return tone_of(told + Tally(applicable=reported - len(states)))

    assert tone(3, "siap") is Tone.NONE
    assert tone(2, "siap") is Tone.OK
    assert tone(25, "belum_siap") is Tone.PROBLEM
    assert tone(25, "siap", "belum_siap") is Tone.ATTENTION
    assert score_text(Tally()) == "–"
    assert len(SCORED_STATES) == 4


def test_counts_have_three_lengths() -> None:
    assert coverages(Tally(applicable=28, reported=3)) == ("3 dari 28 dilaporkan", "3 dilaporkan", "3 masuk")


def test_long_category_names_take_two_lines_and_end_in_an_ellipsis(qtbot: QtBot) -> None:
    metrics = QFontMetrics(theme.current().font())
    width = metrics.horizontalAdvance("Penyelenggara &")
    assert wrapped("Penyelenggara & Pemilih", metrics, width) == "Penyelenggara &\nPemilih"
    lines = wrapped("Penyelenggara & Pemilih", metrics, width // 2).split("\n")
    assert len(lines) == 2
    assert all(metrics.horizontalAdvance(line) <= width // 2 for line in lines)
    assert lines[0].endswith("…")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_arrows_walk_and_a_key_opens_the_cell(page: ReadinessPage, qtbot: QtBot, key: Qt.Key) -> None:
    page.matrix.view.setFocus()
    qtbot.keyClick(page.matrix.view, Qt.Key.Key_Down)
    qtbot.keyClick(page.matrix.view, Qt.Key.Key_Right)
    assert page.matrix.view.place() == (1, 1)
    qtbot.keyClick(page.matrix.view, key)
    assert page.matrix.panel.isVisible()
    assert page.matrix.panel._title.text() == "Kabupaten Tuban · Penyelenggara & Pemilih"


def test_a_double_click_opens_the_cell(page: ReadinessPage, qtbot: QtBot) -> None:
    where = page.matrix.view.visualRect(page.matrix.model.index(2, 3)).center()
    qtbot.mouseClick(page.matrix.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseDClick(page.matrix.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert page.matrix.panel._title.text() == "Kabupaten Lamongan · Pengawasan"


def test_the_matrix_needs_no_sideways_scrolling_beside_the_items(page: ReadinessPage, qtbot: QtBot) -> None:
    page.open(region=TUBAN)
    QApplication.processEvents()
    assert page.matrix.view.horizontalScrollBar().maximum() == 0


def test_a_score_can_be_told_from_another_without_colour(page: ReadinessPage, session: Session) -> None:
    report(session, "LOG-01", "belum_siap")
    report(session, "SEC-07", "siap_bukti")
    unknown, bad, good = (ink_of(page, row, column) for row, column in ((0, 0), (1, 0), (1, 2)))
    assert len({unknown, bad, good}) == 3


def ink_of(page: ReadinessPage, row: int, column: int) -> bytes:
    """A cell as a grey picture of eight shades."""
    QApplication.processEvents()
    picture = (
        page.matrix.view.viewport()
        .grab(page.matrix.view.visualRect(page.matrix.model.index(row, column)))
        .toImage()
    )
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(shade >> 5 for shade in bytes(grey.constBits()))


def test_a_topic_without_a_checklist_says_what_it_needs(page: ReadinessPage, session: Session) -> None:
    made = session.make(lambda: add_topic(session.desk, "Banjir 2025"))
    assert made is not None
    page.open(topic=made[0])
    assert page.matrix._nothing.isVisible()
    assert not page.matrix.view.isVisible()


def test_a_closed_topic_is_still_read_and_says_since_when_it_stands_still(
    page: ReadinessPage, session: Session
) -> None:
    page.open(region=TUBAN)
    session.run(lambda: close_topic(session.desk, TOPIC, on=date(2024, 9, 26)))
    assert page.matrix.view.isVisible()
    assert "Topik ditutup pada 26 September 2024" in page.closed.text()
    assert not page.matrix.panel.form.isEnabled()


def test_a_hidden_page_reads_again_when_it_is_shown(page: ReadinessPage, session: Session) -> None:
    page.hide()
    report(session, "LOG-01", "siap")
    assert page.matrix.model.cell(1, 0).tally.reported == 0
    page.show()
    assert page.matrix.model.cell(1, 0).tally.reported == 1


def test_changes_elsewhere_are_not_read(page: ReadinessPage, session: Session, qtbot: QtBot) -> None:
    page.matrix.view.go_to(3, 3)
    report(session, "LOG-01", "siap")
    assert page.matrix.view.place() == (3, 3)
    assert not page.matrix.model.index(3, 3).parent().isValid()
    assert page.matrix.model.data(QModelIndex()) is None
