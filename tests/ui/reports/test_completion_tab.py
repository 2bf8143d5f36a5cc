"""Capaian: bars and numbers of how far follow-ups are; Enter on a number leads to the list it counts."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.base.clock import today
from desktop.models.queries.commitments import commitments_of
from desktop.models.queries.register import commitment_list
from desktop.services.commitments import set_state
from desktop.ui.exports.sources import ModelSource
from desktop.ui.reports.completion_model import CompletionModel
from desktop.ui.reports.completion_tab import CompletionTab
from desktop.ui.reports.counted_model import BAR
from desktop.ui.session import Session


@pytest.fixture
def tab(qtbot: QtBot, session: Session, example: UUID, look: object) -> CompletionTab:
    parts = [part.id for one in commitments_of(session.store, example) for part in one.addressees]
    set_state(session.desk, parts[:2], "selesai_bukti")
    made = CompletionTab(session)
    qtbot.addWidget(made)
    made.resize(1140, 560)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def texts(tab: CompletionTab, row: int) -> list[str]:
    return [tab.model.index(row, column).data() for column in range(tab.model.columnCount())]


def test_enter_on_a_number_opens_what_it_counts_and_on_none_nothing(
    tab: CompletionTab, session: Session, qtbot: QtBot
) -> None:
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    wanted: list[tuple[str, dict[str, object]]] = []
    tab.navigate.connect(lambda page, where: wanted.append((page, where)))
    tab.view.setFocus()
    for way in ("institution", "region", "month"):
        tab.way.set_value(way)
        tab.refill()
        for row in range(tab.model.rowCount()):
            for column in range(tab.model.columnCount()):
                wanted.clear()
                tab.view.setCurrentIndex(tab.model.index(row, column))
                qtbot.keyClick(tab.view, Qt.Key.Key_Return)
                shown = texts(tab, row)[column if column > BAR else 1]
                if shown == "–":
                    assert not wanted
                    continue
                ((page, where),) = wanted
                assert page == "commitments"
                assert str(commitment_list(session.store, where["filter"], today=today()).count()) == shown


def test_the_bars_have_the_share_that_is_done_in_words(tab: CompletionTab) -> None:
    last = tab.model.rowCount() - 1
    assert tab.model.headerData(last, Qt.Orientation.Vertical) == "Semua"
    row = tab.model.row(last)
    assert texts(tab, last)[BAR] == f"{row.percent}% · {row.done} dari {row.total}"
    assert len(texts(tab, last)) == 1 + len(CompletionModel.COUNTED)
    spoken = tab.model.index(last, BAR).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Belum ditindaklanjuti" in spoken


def test_a_period_without_meetings_says_so(tab: CompletionTab) -> None:
    tab.period.set_value("tahun_lalu")
    tab.period.edited.emit()
    assert tab.model.rowCount() == 0
    assert tab.model.columnCount() > 0
    assert not tab.view.isVisible()
    assert tab.view.model().index(0, 0) == QModelIndex()


def test_a_file_has_the_numbers_as_numbers(tab: CompletionTab) -> None:
    ((*_, last),) = list(ModelSource(tab.view, "Instansi").pieces())
    assert last == ("Semua", *texts(tab, tab.model.rowCount() - 1)[:1], *last[2:])
    assert all(isinstance(number, int) for number in last[2:])
