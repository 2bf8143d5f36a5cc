"""What a panel says of the paper it shows."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.documents.attendance_content import AttendanceSheetContent, SheetGroup, SheetRow
from desktop.documents.content import OfficeProfile
from desktop.ui.papers.outgoing import PaperNames
from desktop.ui.papers.panel import PaperPanel
from desktop.ui.session import Session
from tests.documents.reading import paper_text


@pytest.fixture
def panel(session: Session, qtbot: QtBot, dressed_app: object) -> PaperPanel:
    made = PaperPanel(session, lambda: PaperNames("attendance-sheet", "Daftar Hadir", "Daftar-Hadir.pdf"))
    qtbot.addWidget(made)
    made.resize(700, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def sheet(title: str, *names: str) -> tuple[Any, ...]:
    groups = (SheetGroup("", tuple(SheetRow(name) for name in names)),)
    return "attendance-sheet", AttendanceSheetContent(title, None, groups=groups), OfficeProfile()


def test_letters_that_print_as_codes_are_told_before_printing(qtbot: QtBot, panel: PaperPanel) -> None:
    with qtbot.waitSignal(panel.made, timeout=20_000) as made:
        panel.show_paper(lambda: sheet("Rapat \U00012000", "Budi \U00012000\U00012000", "\u6f22 \ue000"))
    assert panel.as_codes.isVisible()
    assert panel.as_codes.text() == (
        "Huruf yang tidak ada pada fon dan tercetak sebagai kode: \U00012000 [U+12000] (3×), \u6f22 [U+6F22], [U+E000]"
    )
    assert all(code in paper_text(made.args[0]) for code in ("[U+12000][U+12000]", "[U+6F22]", "[U+E000]"))
    with qtbot.waitSignal(panel.made, timeout=20_000):
        panel.show_paper(lambda: sheet("Rapat", "Budi Łódź"))
    assert not panel.as_codes.isVisible()


def test_of_very_many_letters_the_first_are_told(qtbot: QtBot, panel: PaperPanel) -> None:
    with qtbot.waitSignal(panel.made, timeout=20_000):
        panel.show_paper(lambda: sheet("".join(map(chr, range(0x6F22, 0x6F36)))))
    assert panel.as_codes.text().endswith("[U+6F29] dan 12 huruf lain")


def test_what_was_to_be_printed_is_not_done_to_another_paper(
    session: Session, qtbot: QtBot, dressed_app: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = "attendance-sheet"
    panel = PaperPanel(session, lambda: PaperNames(kind, "Daftar Hadir", "Daftar-Hadir.pdf"))
    qtbot.addWidget(panel)
    printed: list[bytes] = []
    monkeypatch.setattr(panel.printing, "print_paper", lambda outgoing, _page: printed.append(outgoing.pdf))
    for newest in ("attendance-list", "attendance-sheet"):
        kind = "attendance-sheet"
        with qtbot.waitSignal(panel.made, timeout=20_000):
            panel.show_paper(lambda: sheet("Rapat"))
        panel.show_paper(lambda: sheet("Rapat Lain"))
        panel.print_paper()
        kind = newest
        panel.show_paper(lambda: sheet("Rapat Susulan"))
        qtbot.waitUntil(lambda: panel.preview.is_current, timeout=20_000)
        assert (printed == []) == (newest == "attendance-list")
