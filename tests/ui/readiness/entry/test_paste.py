"""Pasting from Excel into Isi Laporan: a block is shown first, a single column is laid over the rows."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.models.queries.item_reports import history
from desktop.models.seeds import item_id
from desktop.services.forms.plan import VERDICTS
from desktop.ui.readiness.entry.paste_dialog import PasteDialog
from desktop.ui.readiness.entry.tab import EntryTab
from desktop.ui.session import Session
from tests.ui.readiness.entry.conftest import TUBAN, go_to

BLOCK = (
    "Kode\tStatus\tCapaian\tKeterangan\n"
    "LOG-01\tsudah siap\t\tBA terlampir\n"
    "LOG-05\t\t1.200\t\n"
    "LOG-99\tsiap\t\t\n"
    "LOG-10\tentah\t\t\n"
    "LOG-02\tsiap\t95%\t\n"
)


def paste(tab: EntryTab, qtbot: QtBot, text: str) -> PasteDialog | None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(tab.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = next((one for one in tab.window().findChildren(PasteDialog) if one.isVisible()), None)
    if dialog is not None:
        qtbot.waitUntil(dialog.rows.hasFocus)
    return dialog


def states(session: Session, *codes: str) -> list[str]:
    found = [history(session.store, item_id(code), TUBAN) for code in codes]
    return [one[0].state if one else "" for one in found]


def test_a_block_is_judged_row_by_row_and_kept_in_one_deed(tab: EntryTab, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(tab.sitting.source, "WhatsApp")
    dialog = paste(tab, qtbot, BLOCK)
    assert dialog is not None
    shown = [dialog._model.record(row).row for row in range(5)]
    assert [VERDICTS[row.verdict] for row in shown] == ["Baik", "Baik", "Salah", "Salah", "Periksa"]
    assert shown[2].reasons == ("Kode “LOG-99” tidak ada di daftar ini.",)
    assert "bukan status yang dikenal" in shown[3].reasons[0]
    assert dialog.save.text() == "Catat 2 laporan"
    assert states(session, "LOG-01", "LOG-05") == ["", ""]
    dialog.rows.go_to_row(4)
    qtbot.keyClick(dialog.rows, Qt.Key.Key_T)
    assert dialog.save.text() == "Catat 3 laporan"
    dialog.save.click()
    assert not dialog.isVisible()
    assert states(session, "LOG-01", "LOG-05", "LOG-02", "LOG-10") == ["siap", "sebagian", "siap", ""]
    (first,) = history(session.store, item_id("LOG-01"), TUBAN)
    assert (first.note, first.source, first.as_of) == ("BA terlampir", "WhatsApp", date(2024, 10, 4))
    session.undo()
    assert states(session, "LOG-01", "LOG-05", "LOG-02") == ["", "", ""]


def test_a_column_is_laid_over_the_rows_from_the_current_one(
    tab: EntryTab, session: Session, qtbot: QtBot
) -> None:
    go_to(tab, "LOG-13")
    assert paste(tab, qtbot, "80%\nbelum\n100%") is None
    assert states(session, "LOG-13", "LOG-14", "LOG-15") == ["sebagian", "belum_siap", "siap"]
    session.undo()
    assert states(session, "LOG-13", "LOG-14", "LOG-15") == ["", "", ""]


def test_one_cell_fills_all_chosen_rows(tab: EntryTab, session: Session, qtbot: QtBot) -> None:
    go_to(tab, "LOG-13")
    qtbot.keyClick(tab.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert paste(tab, qtbot, "80%") is None
    assert states(session, "LOG-13", "LOG-14", "LOG-15") == ["sebagian", "sebagian", ""]


def test_regions_are_known_by_the_names_people_use(tab: EntryTab, session: Session, qtbot: QtBot) -> None:
    tab.open(item=item_id("LOG-13"))
    dialog = paste(tab, qtbot, "Kab. Tuban\t80%\nGresik\t90%\nMojokerto\t10%\nJawa Timur\t85%\nSurabaya\t3%")
    assert dialog is not None
    shown = [dialog._model.record(row).row for row in range(5)]
    assert [VERDICTS[row.verdict] for row in shown] == ["Baik", "Baik", "Salah", "Salah", "Salah"]
    assert shown[2].reasons == ("“Mojokerto” dapat berarti Kabupaten Mojokerto atau Kota Mojokerto.",)
    assert shown[3].reasons == ("Sumber wajib untuk angka keseluruhan. Tulis sumbernya di atas daftar.",)
    assert shown[4].reasons == ("Wilayah “Surabaya” tidak dikenal di daftar ini.",)
    dialog.reject()
    assert states(session, "LOG-13") == [""]
