"""Tahapan: one sees what runs, walks from stage to stage with the keyboard, and arranges them from here."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.models.queries.office import stages, topics
from desktop.models.seeds import PILKADA, fixed_id
from desktop.services.topic_closing import close_topic
from desktop.services.topics import add_shipped_topic, add_topic, update_topic
from desktop.ui.papers.office_dialog import OfficePaperDialog
from desktop.ui.readiness.page import ReadinessPage
from desktop.ui.readiness.timeline.stages_dialog import StagesDialog
from desktop.ui.readiness.timeline.tab import TimelineTab
from desktop.ui.session import Session

TOPIC = fixed_id("topic", PILKADA)
CAMPAIGN = fixed_id("stage", PILKADA, "S06")


@pytest.fixture
def tab(page: ReadinessPage) -> TimelineTab:
    page.open(tab="timeline", topic=TOPIC)
    found = page.tab("timeline")
    assert isinstance(found, TimelineTab)
    return found


@pytest.fixture
def arranging(session: Session, tab: TimelineTab, qtbot: QtBot) -> StagesDialog:
    """The list of the stages of a topic that has none."""
    made, _ = add_topic(session.desk, "Banjir 2025", event_date=date(2024, 12, 1))
    topic = next(one for one in topics(session.store) if one.id == made)
    dialog = StagesDialog(session, topic)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rows(dialog: StagesDialog) -> list[tuple[object, ...]]:
    return [(one.name, one.starts_on, one.ends_on, one.lead) for one in dialog.model.records]


def test_it_says_what_runs_what_comes_and_when_the_position_is_reviewed(tab: TimelineTab) -> None:
    assert "Pelaksanaan kampanye (s.d. 23 Nov)" in tab.now.text()
    assert "Operasi Mantap Praja Semeru 2024" in tab.now.text()
    assert tab.next.text().endswith("mulai 10 November 2024 (45 hari lagi)")
    assert tab.review.text() == "Titik tinjau berikutnya: H-30, 28 Oktober 2024 (32 hari lagi)"
    assert set(tab.view.head.marks()) == {
        "H-30 · 28 Okt", "H-14 · 13 Nov", "H-7 · 20 Nov", "H-1 · 26 Nov", "Hari H · 27 Nov", "Hari ini · 26 Sep",
    }  # fmt: skip


def test_arrows_go_through_the_stages_and_tell_them_in_words(tab: TimelineTab) -> None:
    assert tab.view.current() in stages(tab.session.store, TOPIC)  # one that runs today
    tab.open(stage=CAMPAIGN)
    assert "Rabu, 25 September 2024 s.d. Sabtu, 23 November 2024 (60 hari) · berjalan" in tab.told.text()
    QTest.keyClick(tab.view, Qt.Key.Key_Down)
    assert tab.told.text().startswith("S06a Rapat umum")
    spoken = tab.model.index(tab.view.currentIndex().row(), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken in tab.told.text()
    QTest.keyClick(tab.view, Qt.Key.Key_End)
    assert "tanggal belum ditetapkan" in tab.told.text()  # those without days stand beneath


def test_bars_differ_without_colours(tab: TimelineTab) -> None:
    pictures = set()
    for code in ("S06", "S05", "S09b", "P02"):  # runs, is over, is to come, begins nobody knows when
        tab.open(stage=fixed_id("stage", PILKADA, code))
        tab.view.clearSelection()
        QApplication.processEvents()
        bar = tab.view.viewport().grab(tab.view.visualRect(tab.view.currentIndex())).toImage()
        grey = bar.convertToFormat(QImage.Format.Format_Grayscale8)
        pictures.add(bytes(shade >> 5 for shade in bytes(grey.constBits())))
    assert len(pictures) == 4


def test_a_nearer_look_keeps_the_chosen_bar_in_sight(tab: TimelineTab, qtbot: QtBot) -> None:
    tab.open(stage=fixed_id("stage", PILKADA, "S07"))
    tab.detail.set_value("minggu")
    tab.detail.edited.emit()
    bar = tab.view.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    scale = tab.view.bars.scale
    assert scale is not None
    assert bar.value() <= scale.place(date(2024, 11, 24)) <= bar.value() + tab.view.viewport().width()


def test_the_days_follow_the_topic(tab: TimelineTab, session: Session) -> None:
    session.run(lambda: update_topic(session.desk, TOPIC, event_date=date(2024, 12, 4), review_offsets=(-60, 3)))
    assert tab.review.text() == "Titik tinjau berikutnya: H-60, 5 Oktober 2024 (9 hari lagi)"
    assert "H+3 · 7 Des" in tab.view.head.marks()


def test_a_topic_without_days_claims_none(page: ReadinessPage, session: Session, tab: TimelineTab) -> None:
    made = session.make(lambda: add_shipped_topic(session.desk, "banjir-bengawan-solo-2024"))
    assert made is not None
    page.open(tab="timeline", topic=made[0])
    assert tab.now.text() == "Tanggal tahapan belum ditetapkan."
    assert tab.review.text() == "Titik tinjau: H-30, H-14, H-7, H-1 (tanggal puncak belum ditentukan)"
    assert tab.model.rowCount() == 4
    assert tab.view.currentIndex().row() == 0
    assert "tanggal belum ditetapkan" in tab.told.text()
    assert tab.view.bars.scale is None


def test_enter_arranges_stages_until_the_topic_is_closed(
    tab: TimelineTab, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QDialog] = []
    monkeypatch.setattr(tab, "_ask", asked.append)
    tab.open(stage=CAMPAIGN)
    QTest.keyClick(tab.view, Qt.Key.Key_Return)
    (dialog,) = asked
    assert isinstance(dialog, StagesDialog)
    assert dialog.table.current_id() == CAMPAIGN
    dialog.deleteLater()
    session.run(lambda: close_topic(session.desk, TOPIC, on=date(2024, 9, 26)))
    QTest.keyClick(tab.view, Qt.Key.Key_Return)
    assert len(asked) == 1
    assert not tab.stages_button.isVisible()
    assert tab.view.isVisible()
    assert tab.now.text() == "Topik ditutup Kamis, 26 September 2024; tahapan menurut hari itu."
    assert not tab.next.isVisible()
    assert not tab.review.isVisible()  # nothing comes any more
    assert "Ditutup · 26 Sep" in tab.view.head.marks()


def test_the_stages_are_shown_as_they_will_print(
    tab: TimelineTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QDialog] = []
    monkeypatch.setattr(tab, "_ask", asked.append)
    tab.print_button.click()
    (dialog,) = asked
    assert isinstance(dialog, OfficePaperDialog)
    assert dialog.windowTitle() == "Tahapan Pilkada Serentak 2024"
    dialog.show()
    qtbot.waitUntil(lambda: dialog.panel.preview.page_count > 1, timeout=20_000)
    dialog.close()
    dialog.deleteLater()


def test_stages_are_typed_pasted_ordered_and_taken_away(arranging: StagesDialog) -> None:
    QTest.keyClicks(arranging.line, "Siaga")
    QTest.keyClick(arranging.line, Qt.Key.Key_Return)
    QGuiApplication.clipboard().setText(
        "Tahapan\tMulai\tSelesai\tPelaksana\nTanggap darurat\t5/1\t20 Januari 2025\tBPBD\nPemulihan\t-\t\t\n"
    )
    QTest.keyClick(arranging.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert rows(arranging) == [
        ("Siaga", None, None, None),
        ("Tanggap darurat", date(2025, 1, 5), date(2025, 1, 20), "BPBD"),
        ("Pemulihan", None, None, None),
    ]
    arranging.table.go_to_row(2)
    QTest.keyClick(arranging.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row[0] for row in rows(arranging)] == ["Siaga", "Pemulihan", "Tanggap darurat"]
    QTest.keyClick(arranging.table, Qt.Key.Key_Delete)
    assert [row[0] for row in rows(arranging)] == ["Siaga", "Tanggap darurat"]


def test_what_cannot_be_kept_is_said_in_the_dialog_and_nothing_is_lost(arranging: StagesDialog) -> None:
    QGuiApplication.clipboard().setText("Siaga\t1/12\t31/11\nPemulihan\t\t")
    QTest.keyClick(arranging.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "Baris 1" in arranging.fault.text()
    assert rows(arranging) == []
    QGuiApplication.clipboard().setText("Siaga\t1/12\t5/12\nPemulihan\t\t")
    QTest.keyClick(arranging.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert arranging.fault.isHidden()
    arranging.model.setData(arranging.model.index(0, 3), "30/11")
    assert "selesai sebelum mulai" in arranging.fault.text()
    assert rows(arranging)[0][2] == date(2024, 12, 5)
    assert isinstance(arranging.table.current_id(), UUID)
