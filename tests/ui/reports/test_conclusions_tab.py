"""Kesimpulan in Laporan: searched, on paper as listed, Enter at the very line."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.journal import writing
from desktop.models.tables import Statement
from desktop.services.meetings import create_meeting
from desktop.ui.reports.conclusions_tab import ConclusionsTab
from desktop.ui.session import Session
from tests.documents.reading import paper_text, squeezed

PATIENCE = 20_000


@pytest.fixture
def tab(qtbot: QtBot, session: Session, example: UUID, look: object) -> ConclusionsTab:
    newer, _ = create_meeting(session.desk, title="Rapat Gudang", held_on=date(2024, 9, 30))
    with writing(session.store, "statement.create", by="Uji") as write:
        for meeting, texts in ((example, ("Awal",)), (newer, ("Pompa siap", "Jalan dibuka"))):
            for place, text in enumerate(texts, 90):
                write.insert(Statement, meeting_id=meeting, order_no=place, kind="kesimpulan", text=text)
        write.finish()
    made = ConclusionsTab(session)
    qtbot.addWidget(made)
    made.resize(1140, 620)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def texts(tab: ConclusionsTab) -> list[str]:
    place = [one.key for one in tab.table.rows.columns].index("text")
    return [str(tab.table.rows.index(row, place).data()) for row in range(tab.table.rows.rowCount())]


def test_the_newest_meeting_is_first_and_enter_opens_the_line(tab: ConclusionsTab, qtbot: QtBot) -> None:
    assert texts(tab)[:2] == ["Pompa siap", "Jalan dibuka"]
    assert texts(tab)[-1] == "Awal"
    tab.table.selectRow(1)
    with qtbot.waitSignal(tab.navigate) as asked:
        qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    page, where = asked.args
    assert (page, where["tab"]) == ("meetings", "capture")
    (seq,) = tab.session.store.one("SELECT seq FROM statement WHERE text = 'Jalan dibuka'") or ()
    assert seq == tab.table.rows.seq_at(1)


def test_the_paper_has_what_is_searched_and_says_what_is_no_more_than_a_draft(
    tab: ConclusionsTab, qtbot: QtBot
) -> None:
    tab.search.setText("pompa")
    tab.refill()
    assert texts(tab) == ["Pompa siap"]
    tab.show_paper(on=True)
    preview = tab.panel.preview
    qtbot.waitUntil(lambda: bool(preview.pdf) and preview.is_current, timeout=PATIENCE)
    text = paper_text(preview.pdf)
    assert squeezed("1 kesimpulan dari 1 rapat") in text
    assert squeezed("Konsep: notula belum ditandatangani") in text
    assert squeezed("Jalan dibuka") not in text
    tab.show_paper(on=False)
    tab.search.setText("tidak pernah ada")
    tab.refill()
    assert texts(tab) == []
