"""The matrix of institutions: switched to by a key, narrowed, remembered; and what holds a cell back, by one key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from desktop.models.journal import writing
from desktop.models.queries.item_reports import history
from desktop.models.queries.readiness import items_of_topic
from desktop.models.queries.readiness_shown import INSTITUTIONS
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.tables import ChecklistItem
from desktop.services.papers.readiness import MATRIX_ONLY
from desktop.services.readiness import assess
from desktop.ui.readiness.matrix_bar import MATRIX_ROWS, MATRIX_SCORES
from desktop.ui.readiness.matrix_model import BELOW_ROLE
from desktop.ui.readiness.page import ReadinessPage
from desktop.ui.session import Session
from tests.ui.conftest import RecordedDoor

TOPIC, TUBAN = fixed_id("topic", PILKADA), fixed_id("region", "35.23")
KPU_TUBAN = fixed_id("institution", "kpu-35.23")


def report(session: Session, code: str, state: str, **values: object) -> None:
    assert session.run(lambda: assess(session.desk, item_id(code), TUBAN, state=state, **values))


def names(page: ReadinessPage) -> list[str]:
    model = page.matrix.model
    return [str(model.headerData(row, Qt.Orientation.Vertical)) for row in range(model.rowCount())]


def test_a_key_turns_to_the_institutions_and_back_and_is_remembered(
    page: ReadinessPage, session: Session, qtbot: QtBot
) -> None:
    regions = names(page)
    qtbot.keyClicks(page.matrix.view, "i")
    assert names(page)[:2] == ["KPU Kab. Bojonegoro", "Bawaslu Kab. Bojonegoro"]
    assert names(page)[-1] == "Semua instansi"
    below = page.matrix.model.headerData(4, Qt.Orientation.Vertical, BELOW_ROLE)
    assert (names(page)[4], below) == ("KPU Kab. Tuban", "Kab. Tuban")
    assert session.settings.get(MATRIX_ROWS) == INSTITUTIONS
    qtbot.keyClicks(page.matrix.view, "w")
    assert names(page) == regions


def test_institutions_are_narrowed_to_a_kind_and_a_region(page: ReadinessPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.matrix.view, "i")
    for field, value in ((page.matrix.bar.kind, "kpu"), (page.matrix.bar.region, TUBAN)):
        field.set_value(value)
        field.edited.emit()
    assert names(page) == ["KPU Kab. Tuban", "Semua instansi"]
    assert page.matrix.region() == TUBAN  # the row the keyboard is at follows
    page.matrix.bar.kind.set_value("bakorwil")
    page.matrix.bar.region.set_value(fixed_id("region", "35"))
    page.matrix.bar.region.edited.emit()
    assert page.matrix.view.isVisible()
    assert page.matrix.line.title.text() == "Tidak ada instansi pada saringan ini."


def test_a_checklist_nobody_of_the_directory_answers_for_says_so_and_leads_back(
    page: ReadinessPage, session: Session, qtbot: QtBot
) -> None:
    with writing(session.store, "item.update", by="Uji") as write:
        for item in items_of_topic(session.store, TOPIC):
            write.update(ChecklistItem, item.id, responsible="Dinas yang tidak terdaftar")
        session.bus.changed.emit(write.finish())
    qtbot.keyClicks(page.matrix.view, "i")
    assert page.matrix.line.title.text().startswith("Belum ada instansi di direktori")
    qtbot.keyClicks(page.matrix.view, "w")
    assert page.matrix.model.rowCount() == 11


def test_a_key_shows_scores_or_leaves_them_out(page: ReadinessPage, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.matrix.view, "s")
    assert session.settings.get(MATRIX_SCORES) is False
    assert not page.matrix.bar.score.value()


def test_enter_on_an_institution_shows_what_it_reported_itself(page: ReadinessPage, session: Session) -> None:
    report(session, "LOG-01", "belum_siap", institution_id=KPU_TUBAN)
    report(session, "LOG-02", "belum_siap")
    page.open(topic=TOPIC, institution=KPU_TUBAN)
    table = page.matrix.panel.table
    found = [table.item(seq) for seq in range(table.rows.rowCount())]
    assert page.matrix.panel._title.text() == "KPU Kabupaten Tuban · Semua kategori"
    assert [item.code for item in found if item and item.state] == ["LOG-01"]
    assert found[0] is not None
    assert found[0].code == "LOG-01"  # what holds back comes first


def test_what_is_noted_on_an_institutions_row_is_reported_by_it(
    page: ReadinessPage, session: Session, qtbot: QtBot
) -> None:
    page.open(topic=TOPIC, institution=KPU_TUBAN)
    panel = page.matrix.panel
    first = panel.table.item(0)
    assert first is not None
    assert panel.form.institution.value() == KPU_TUBAN
    qtbot.keyClick(panel.table, Qt.Key.Key_3)
    (told,) = history(session.store, first.item_id, first.region_id)
    assert (told.institution_id, told.state) == (KPU_TUBAN, "siap_bukti")
    assert page.matrix.model.cell(page.matrix.view.currentIndex().row(), 5).tally.ready == 1
    page.open(topic=TOPIC, region=TUBAN)
    assert panel.form.institution.value() is None


def test_the_line_below_tells_the_cell_in_hand_and_the_rule_of_the_day(
    page: ReadinessPage, session: Session
) -> None:
    report(session, "LOG-05", "belum_siap", as_of=date(2024, 8, 1))
    page.matrix.view.go_to(1, 0)
    line = page.matrix.line
    assert line.title.text() == "Kabupaten Tuban · Logistik"
    assert line.counts.text() == (
        "0 dari 25 siap · 1 dari 25 dilaporkan · skor 0% · 1 perlu dikonfirmasi · laporan terakhir 1 Agustus 2024"
    )
    assert line.worst.text() == (
        "Paling perlu perhatian: LOG-05 Tinta diterima dan diuji (2 botol per TPS) – belum siap"
    )
    assert line.legend.text().startswith("Jawaban lebih tua dari 30 hari perlu dikonfirmasi.")


def test_one_key_leaves_only_what_holds_back_and_noting_it_moves_nothing(
    page: ReadinessPage, session: Session, qtbot: QtBot
) -> None:
    report(session, "LOG-01", "siap_bukti")
    report(session, "LOG-12", "belum_siap")
    page.matrix.open(region=TUBAN, category=page.matrix.model.matrix.categories[0].id)
    panel = page.matrix.panel
    assert (panel.table.rows.rowCount(), panel.holding.text()[-2:]) == (25, "24")
    qtbot.keyClicks(panel.table, "h")
    assert panel.holding.isChecked()
    assert panel.table.rows.rowCount() == 24
    qtbot.keyClick(panel.table, Qt.Key.Key_3)
    first = panel.table.item(0)
    assert first is not None
    assert (first.code, first.state) == ("LOG-12", "siap_bukti")
    assert (panel.table.rows.rowCount(), panel.holding.text()[-2:]) == (24, "23")
    panel.show_item(item_id("LOG-01"))  # led to from elsewhere: it is shown though it holds nothing back
    assert not panel.holding.isChecked()
    shown = panel.table.item(panel.table.current_seq())
    assert shown is not None
    assert shown.code == "LOG-01"


def test_the_matrix_goes_into_a_workbook_as_it_is_looked_at(
    page: ReadinessPage, qtbot: QtBot, door: RecordedDoor, tmp_path: Path
) -> None:
    qtbot.keyClicks(page.matrix.view, "i")
    page.matrix.bar.kind.set_value("kpu")
    page.matrix.bar.kind.edited.emit()
    door.will_choose(tmp_path / "kesiapan.xlsx")
    with qtbot.waitSignal(page.matrix.export.written, timeout=20_000):
        page.matrix.export.save()
    book = CalamineWorkbook.from_path(tmp_path / "kesiapan.xlsx")
    assert book.sheet_names == ["Instansi", "Wilayah", "Butir"]
    first = {str(row[0]) for row in book.get_sheet_by_index(0).to_python()}
    assert {head.name for head in page.matrix.model.matrix.regions} <= first
    assert "Polres Tuban" not in first


def test_a_key_shows_the_matrix_on_paper_and_escape_leads_back(page: ReadinessPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.matrix.view, "i")
    page.matrix.bar.kind.set_value("kpu")
    page.matrix.bar.kind.edited.emit()
    page.matrix.view.setFocus()
    qtbot.keyClicks(page.matrix.view, "p")
    paper = page.matrix.paper
    assert paper is not None
    assert paper.isVisible()
    _job, content, _profile = paper._gather()
    assert [row.name for row in content.rows] == [head.name for head in page.matrix.model.matrix.regions]
    assert (content.scope, {row.group for row in content.rows}) == ("Saringan: jenis KPU", {""})
    paper.extent.set_value(MATRIX_ONLY)
    paper.extent.edited.emit()
    assert paper._gather()[1].groups == ()
    assert paper._names().file_name.endswith("_Kesiapan_Hanya-matriks_Pilkada-Serentak-2024.pdf")
    qtbot.keyClick(paper.back, Qt.Key.Key_Escape)
    assert page.matrix.view.isVisible()
