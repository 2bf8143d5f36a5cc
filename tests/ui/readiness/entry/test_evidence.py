"""Evidence of a readiness report: attached with Ctrl+Enter, listed, and noted as received."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.exchange.attached import Taken
from desktop.models.queries.attachments import evidence_of_assessment
from desktop.models.queries.item_reports import history
from desktop.models.seeds import item_id
from desktop.services.attachments import add_files
from desktop.services.readiness import assess
from desktop.ui.colours import Tone
from desktop.ui.readiness.entry.tab import EntryTab
from desktop.ui.readiness.evidence_dialog import EvidenceDialog
from desktop.ui.session import Session
from tests.ui.readiness.entry.conftest import TUBAN, cell, go_to

STORE = item_id("LOG-01")


def test_evidence_is_attached_to_the_report_and_noted_as_received(
    tab: EntryTab, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.bus.message) as said:
        qtbot.keyClick(tab.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said.args == ["Catat dulu statusnya, lalu lampirkan buktinya.", str(Tone.ATTENTION)]
    session.run(lambda: assess(session.desk, STORE, TUBAN, state="siap", as_of=date(2024, 10, 3)))
    (report,) = history(session.store, STORE, TUBAN)
    scan = Taken("ba-gudang.pdf", "application/pdf", b"%PDF-1.4 berita acara")
    session.make(lambda: add_files(session.desk, evidence_of_assessment(report.id), "bukti", [scan]))
    go_to(tab, "LOG-01")
    assert tab.report.evidence.words() == ["Bukti · ba-gudang.pdf · 4 Oktober 2024"]
    assert cell(tab, "state") == "Siap (bukti belum ada)"
    qtbot.keyClick(tab.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = tab.window().findChildren(EvidenceDialog)
    assert dialog.files.list.count() == 1
    assert dialog.offer.isVisible()
    dialog.offer.wanted.emit()
    assert not dialog.offer.isVisible()
    dialog.accept()
    assert [one.state for one in history(session.store, STORE, TUBAN)] == ["siap_bukti", "siap"]
    assert cell(tab, "state") == "Siap, bukti diterima"
    assert tab.report.evidence.words() == ["Bukti · ba-gudang.pdf · 4 Oktober 2024"]
