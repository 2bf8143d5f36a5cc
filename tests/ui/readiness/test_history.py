"""Perkembangan: two positions side by side, the way to the items that changed, charts that say what they show."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.snapshots import kept_positions
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.tables import Topic
from desktop.services.readiness import assess
from desktop.services.snapshots import keep_position
from desktop.ui.readiness.history.keep_dialog import KeepDialog
from desktop.ui.readiness.history.tab import HistoryTab
from desktop.ui.readiness.page import ReadinessPage
from desktop.ui.session import Session

TOPIC = fixed_id("topic", PILKADA)
TUBAN = fixed_id("region", "35.23")


def report(session: Session, code: str, state: str, day: date) -> None:
    session.run(lambda: assess(session.desk, item_id(code), TUBAN, state=state, as_of=day))


def closed(session: Session) -> ChangeSet:
    with writing(session.store, "topic.close", by="Uji") as write:
        write.update(Topic, TOPIC, state="closed", closed_on=date(2024, 9, 26))
        return write.finish()


@pytest.fixture
def tab(page: ReadinessPage, session: Session) -> HistoryTab:
    """The tab when a position was kept, and after it one item got worse and another was reported."""
    report(session, "LOG-02", "siap", date(2024, 9, 20))
    session.make(lambda: keep_position(session.desk, TOPIC, "Awal"))
    report(session, "LOG-02", "belum_siap", date(2024, 9, 26))
    report(session, "SUP-01", "belum_siap", date(2024, 9, 26))
    page.open(tab="history", topic=TOPIC)
    shown = page.tab("history")
    assert isinstance(shown, HistoryTab)
    return shown


def test_then_and_now_stand_side_by_side_and_lead_to_the_item(
    tab: HistoryTab, page: ReadinessPage, qtbot: QtBot
) -> None:
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tab.bar.then.currentText() == "Awal, posisi per 26 September 2024"
    assert tab.summary.text() == (
        "Skor semua wilayah 50% menjadi 0% (turun 50 poin ▼). 1 butir memburuk, 1 baru dilaporkan dan belum siap."
    )
    row = [tab.model.headerData(row, Qt.Orientation.Vertical) for row in range(3)].index("Kab. Tuban")
    assert tab.model.index(row, 0).data() == "50% → 0% · turun 50 poin ▼"
    spoken = str(tab.model.index(row, 0).data(int(Qt.ItemDataRole.AccessibleTextRole)))
    assert "Dulu: 50%, 1 dari 25 dilaporkan. Kini: 0%, 1 dari 25 dilaporkan. turun 50 poin" in spoken

    tab.steps.setCurrentIndex(tab.model.index(row, 0))
    qtbot.keyClick(tab.steps, Qt.Key.Key_Return)
    assert tab.views.chosen() == {"berubah"}
    assert [one.code for one in map(tab.changes.change, range(9)) if one] == ["LOG-02"]
    assert tab.narrowed.text() == "Kab. Tuban · Logistik"
    wanted: list[tuple[str, dict[str, object]]] = []
    tab.navigate.connect(lambda where, how: wanted.append((where, how)))
    qtbot.keyClick(tab.changes, Qt.Key.Key_Return)
    ((where, how),) = wanted
    assert (where, how["tab"], how["region"], how["item"]) == ("readiness", "matrix", TUBAN, item_id("LOG-02"))
    page.open(**how)  # type: ignore[arg-type]
    assert page.matrix.panel.table.item(page.matrix.panel.table.current_seq()).code == "LOG-02"  # type: ignore[union-attr]
    tab.narrowed.click()
    assert [one.code for one in map(tab.changes.change, range(9)) if one] == ["LOG-02", "SUP-01"]


def test_a_chart_says_in_words_what_it_shows_and_takes_the_keyboard(tab: HistoryTab, qtbot: QtBot) -> None:
    tab.go_to("grafik")
    charts = tab.charts.charts
    assert [one.name for one in charts[:3]] == ["Semua wilayah", "Kab. Bojonegoro", "Kab. Tuban"]
    assert charts[2].accessibleDescription() == (
        "20 September 2024: 50%. Kini: 0%, 2 dari 94 dilaporkan, turun 50 poin ▼."
    )
    assert charts[1].accessibleDescription() == "Belum ada laporan"
    charts[0].setFocus()
    qtbot.keyClick(charts[0], Qt.Key.Key_Right)
    assert charts[1].hasFocus()
    image = tab.charts.grab().toImage()
    assert not image.isNull()


def test_a_position_is_kept_by_hand_under_its_name(tab: HistoryTab, session: Session, qtbot: QtBot) -> None:
    tab.bar.keep_now()
    dialog = tab.findChild(KeepDialog)
    assert dialog is not None
    assert dialog.label.value() == "Posisi 26 September 2024"
    dialog.label.set_value("Sesudah laporan KPU")
    dialog._save()
    assert [one.label for one in kept_positions(session.store, TOPIC)] == ["Awal", "Sesudah laporan KPU"]
    assert tab.bar.then.findText("Sesudah laporan KPU, posisi per 26 September 2024") >= 0
    session.undo()
    assert tab.bar.then.findText("Sesudah laporan KPU, posisi per 26 September 2024") < 0


def test_nothing_is_kept_of_a_closed_topic(tab: HistoryTab, page: ReadinessPage, session: Session) -> None:
    session.run(lambda: closed(session))
    page.open(tab="history", topic=TOPIC)
    assert not tab.bar.keep.isEnabled()
    assert not tab.bar.forget.isEnabled()


def test_without_a_position_all_is_told_since_the_first_report(page: ReadinessPage, session: Session) -> None:
    report(session, "LOG-02", "siap", date(2024, 9, 20))
    page.open(tab="history", topic=TOPIC)
    tab = page.tab("history")
    assert isinstance(tab, HistoryTab)
    assert tab.bar.then.currentText() == "Sebelum laporan pertama"
    assert tab.summary.text() == "Skor semua wilayah 50% (baru dilaporkan). 1 baru dilaporkan dan belum siap."


def test_the_paper_shows_the_two_positions_in_hand(tab: HistoryTab, qtbot: QtBot) -> None:
    tab.go_to("kertas")
    panel = tab.panel
    assert panel is not None
    with qtbot.waitSignal(panel.made, timeout=60_000):
        pass
    assert panel.preview.pdf.startswith(b"%PDF")
