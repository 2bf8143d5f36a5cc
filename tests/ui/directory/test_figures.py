"""The figures of a region: noted with their source, taken back, pasted as a column; the list follows at once."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from desktop.models.queries.region_figures import figures_of
from desktop.models.queries.regions import area_members
from desktop.models.seeds import fixed_id
from desktop.ui.directory.figures_dialog import FiguresDialog
from desktop.ui.directory.figures_paste_dialog import PasteFiguresDialog
from desktop.ui.session import Session

HOME, TUBAN = fixed_id("working_area", "wilker.2"), fixed_id("region", "35.23")


def stations(session: Session) -> list[tuple[int, str, bool]]:
    found = figures_of(session.store, TUBAN)
    return [(one.figure.value, one.figure.basis, one.counts) for one in found if one.kind == "polling_stations"]


def test_a_figure_is_noted_with_its_source_and_taken_back(session: Session, qtbot: QtBot) -> None:
    dialog = FiguresDialog(session, TUBAN, "Kabupaten Tuban")
    qtbot.addWidget(dialog)
    fields = {key: dialog.form.field(key) for key in ("basis", "source", "as_of")}
    qtbot.keyClicks(dialog.number, "1.871")
    dialog.add_button.click()
    assert stations(session) == [(1867, "DPS", True)]  # without kind and source nothing is kept
    qtbot.keyClicks(fields["basis"], "DPT")
    qtbot.keyClicks(fields["source"], "BA pleno KPU Tuban")
    fields["as_of"].set_value(date(2024, 9, 20))  # type: ignore[attr-defined]
    dialog.add_button.click()
    assert stations(session) == [(1871, "DPT", True), (1867, "DPS", False)]
    assert [dialog.table.rows.index(row, 5).data() for row in range(3)] == ["Berlaku", "Berlaku", ""]
    dialog.table.select_seq(dialog.table.rows.seq_at(1))
    dialog.withdraw_button.click()
    assert stations(session) == [(1867, "DPS", True)]


def test_a_pasted_column_is_shown_before_it_is_kept(session: Session, qtbot: QtBot) -> None:
    dialog = PasteFiguresDialog(session, area_members(session.store, HOME))
    qtbot.addWidget(dialog)
    dialog.text.setPlainText("Tuban\t1.871\nSleman\t12")
    assert dialog.keep_button.text() == "Catat 1 angka"
    assert dialog.table.rows.index(1, 3).data() == "Wilayahnya tidak dikenal."
    qtbot.keyClicks(dialog.form.field("basis"), "DPT")
    qtbot.keyClicks(dialog.form.field("source"), "KPU Jatim")
    dialog.keep_button.click()
    assert stations(session) == [(1871, "DPT", True), (1867, "DPS", False)]
