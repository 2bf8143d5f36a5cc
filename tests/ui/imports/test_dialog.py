"""A list is pasted or opened, looked at and kept, in a few steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.settings import Settings
from desktop.exchange.sheets import Sheet, Table, read_clipboard, read_table
from desktop.models.queries.attendance import participants
from desktop.models.queries.discussion import agenda
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting
from desktop.ui.bus import ChangeBus
from desktop.ui.directory.people_tab import PeopleTab
from desktop.ui.imports.import_dialog import ImportDialog
from desktop.ui.imports.rows_model import REASON, VERDICT
from desktop.ui.imports.source import ImportSource
from desktop.ui.meetings.preparation_tab import PreparationTab
from desktop.ui.session import Session
from desktop.worker.client import WorkerClient
from tests.exchange import messy
from tests.ui.conftest import RecordedDoor

Key, Held = Qt.Key, Qt.KeyboardModifier
PEOPLE = messy.people(300)


@pytest.fixture
def session(sqlite_store: Store, tmp_path: Path, bus: ChangeBus) -> Iterator[Session]:
    with WorkerClient() as worker:
        yield Session(Desk(sqlite_store, "Uji"), worker, Settings(tmp_path / "settings.json"), bus)


def dialog(qtbot: QtBot, session: Session, table: Table, target: str, meeting: UUID | None = None) -> ImportDialog:
    made = ImportDialog(session, table, target, meeting)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def count(session: Session, table: str) -> int:
    (row,) = session.store.rows(f"SELECT count(*) FROM {table} WHERE NOT deleted")
    return int(row[0])


def words(made: ImportDialog, row: int, column: int) -> str:
    return str(made.model.index(row, column).data())


@pytest.mark.timeout(90)
def test_three_hundred_rows_are_pasted_and_kept_in_two_keys(
    qtbot: QtBot, session: Session, bus: ChangeBus
) -> None:
    QApplication.clipboard().setText(messy.copied(PEOPLE))
    tab = PeopleTab(session)
    qtbot.addWidget(tab)
    bus.changed.connect(tab.refresh)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    tab.table.setFocus()
    before = count(session, "person")
    keys = 0
    qtbot.keyClick(tab.table, Key.Key_V, Held.ControlModifier)
    keys += 1
    qtbot.waitUntil(lambda: bool(tab.window().findChildren(ImportDialog)), timeout=10_000)
    (made,) = tab.window().findChildren(ImportDialog)
    assert made.plan is not None
    counts = made.plan.counts()
    assert (counts["baru"] + counts["mirip"], counts["salah"]) == (300, 0)
    made.activateWindow()
    qtbot.keyClick(made, Key.Key_Return)
    keys += 1
    assert count(session, "person") - before == counts["baru"] > 290
    assert keys < 10


def test_the_same_list_again_has_nothing_to_keep(qtbot: QtBot, session: Session) -> None:
    table = read_clipboard(messy.copied(PEOPLE[:20]))
    first = dialog(qtbot, session, table, "people")
    first.save.click()
    again = dialog(qtbot, session, table, "people")
    assert again.plan is not None
    assert again.plan.counts()["sama"] == 20
    assert not again.save.isEnabled()


def test_a_messy_file_is_understood(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    rows = sorted(PEOPLE[:30], key=lambda row: str(row[3]))
    made = dialog(qtbot, session, read_table(messy.messy(tmp_path / "a.xlsx", rows)), "people")
    assert made.header_row.value() == 4
    assert set(made.mapping.fields().values()) == {"name", "position", "institution", "phone"}
    assert made.plan is not None
    assert made.plan.counts()["baru"] == 30


def heading_is_in(made: ImportDialog, row: int) -> None:
    made.header_row.set_value(row)
    made.header_row.edited.emit()


def test_a_column_may_mean_something_else(qtbot: QtBot, session: Session) -> None:
    table = read_clipboard("Siapa\tApa\nBudi\tKetua\nSiti\tAnggota\n")
    made = dialog(qtbot, session, table, "people")
    heading_is_in(made, 1)
    choice = made.mapping._choices[0]
    choice.set_value("name")
    choice.edited.emit()
    assert made.plan is not None
    assert made.plan.counts()["baru"] == 2
    made.save.click()
    again = dialog(qtbot, session, read_clipboard("Siapa\tApa\nTono\tKetua\n"), "people")
    heading_is_in(again, 1)
    assert again.mapping.fields()[0] == "name"


def test_verdicts_filter_the_rows(qtbot: QtBot, session: Session) -> None:
    table = read_clipboard(
        "Nama\tJabatan\tNo HP\nBudi\tKetua\t0812000001\n\tAnggota\t\nSiti\tAnggota\t0812000003\n"
    )
    made = dialog(qtbot, session, table, "people")
    made.chips.choose({"salah"})
    made.chips.changed.emit(frozenset({"salah"}))
    assert made.model.rowCount() == 1
    assert (words(made, 0, VERDICT), words(made, 0, 0)) == ("Salah", "3")
    assert words(made, 0, REASON)


def test_a_key_leaves_a_row_out(qtbot: QtBot, session: Session) -> None:
    before = count(session, "person")
    made = dialog(qtbot, session, read_clipboard(messy.copied(PEOPLE[:3])), "people")
    qtbot.keyClick(made.view, Key.Key_L)
    assert "2" in made.save.text()
    made.save.click()
    assert count(session, "person") - before == 2


def test_rows_that_are_wrong_are_saved_to_be_corrected(
    qtbot: QtBot, session: Session, tmp_path: Path, door: RecordedDoor
) -> None:
    table = read_clipboard(
        "Nama\tJabatan\tNo HP\tNIK\n"
        "Budi\tKetua\t0812\t3522012304850001\n\t=Anggota\t\t\nSiti\tAnggota\t0813000000\t3522012304850002\n"
    )
    made = dialog(qtbot, session, table, "people")
    door.will_choose(tmp_path / "salah.csv")
    made.reject_button.click()
    qtbot.waitUntil((tmp_path / "salah.csv").exists)
    saved = read_table(tmp_path / "salah.csv").first.rows
    assert saved[0].cells[-3:] == ("Baris", "Alasan", "Perbaikan")
    assert "3" in {row.cell(len(saved[0].cells) - 3) for row in saved[1:]}
    assert not any(cell.startswith(("=", "3522")) for row in saved for cell in row.cells)


def test_one_undo_takes_the_list_back(qtbot: QtBot, session: Session) -> None:
    before = count(session, "person")
    made = dialog(qtbot, session, read_clipboard(messy.copied(PEOPLE[:5])), "people")
    made.save.click()
    session.undo()
    assert count(session, "person") == before


def test_invitations_come_from_a_list(qtbot: QtBot, session: Session) -> None:
    meeting, _ = create_meeting(session.desk, title="Rakor", held_on=date(2024, 10, 3))
    made = dialog(qtbot, session, read_clipboard(messy.copied(PEOPLE[:8])), "participants", meeting)
    made.save.click()
    assert len(participants(session.store, meeting)) == 8


def test_an_agenda_comes_from_a_list(qtbot: QtBot, session: Session) -> None:
    meeting, _ = create_meeting(session.desk, title="Rakor", held_on=date(2024, 10, 3))
    text = "Acara\tDurasi\nPembukaan\t10\nPaparan\t1 jam\n"
    made = dialog(qtbot, session, read_clipboard(text), "agenda", meeting)
    made.save.click()
    assert [(one.title, one.planned_minutes) for one in agenda(session.store, meeting)] == [
        ("Pembukaan", 10),
        ("Paparan", 60),
    ]


def test_a_list_pasted_into_the_invitations_is_theirs(qtbot: QtBot, session: Session, bus: ChangeBus) -> None:
    meeting, _ = create_meeting(session.desk, title="Rakor", held_on=date(2024, 10, 3))
    QApplication.clipboard().setText(messy.copied(PEOPLE[:6]))
    tab = PreparationTab(session)
    qtbot.addWidget(tab)
    bus.changed.connect(tab.refresh)
    tab.show_meeting(meeting)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    tab.invitations.table.setFocus()
    qtbot.keyClick(tab.invitations.table, Key.Key_V, Held.ControlModifier)
    (made,) = tab.findChildren(ImportDialog)
    made.save.click()
    assert tab.invitations.model.rowCount() == 6


def test_answers_of_a_form_are_attendance(qtbot: QtBot, session: Session) -> None:
    meeting, _ = create_meeting(session.desk, title="Rakor", held_on=date(2024, 10, 3))
    dialog_ = dialog(qtbot, session, read_clipboard(messy.copied(PEOPLE[:4])), "participants", meeting)
    dialog_.save.click()
    text = messy.copied([("2024-10-03 09:02", row[1], row[2], row[3]) for row in PEOPLE[2:6]],
                        ("Timestamp", "Nama", "Jabatan", "Instansi"))  # fmt: skip
    made = dialog(qtbot, session, read_clipboard(text), "attendance", meeting)
    made.save.click()
    seats = participants(session.store, meeting)
    assert len(seats) == 6
    assert sorted(seat.state for seat in seats) == ["belum_dicatat"] * 2 + ["hadir"] * 4


def test_the_fullest_sheet_is_shown_first_and_another_can_be_chosen(qtbot: QtBot, session: Session) -> None:
    rows = read_clipboard(messy.copied(PEOPLE[:4])).first.rows
    table = Table("dua.xlsx", (Sheet("Kecil", rows[:2]), Sheet("Besar", rows)))
    made = dialog(qtbot, session, table, "people")
    assert made.sheets.value() == 1
    made.sheets.set_value(0)
    made.sheets.edited.emit()
    assert made.plan is not None
    assert len(made.plan.rows) == 1


def test_a_file_is_read_by_the_worker(qtbot: QtBot, session: Session, tmp_path: Path, door: RecordedDoor) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    source = ImportSource(session, "people", owner)
    door.will_choose(messy.plain(tmp_path / "daftar.xlsx", PEOPLE[:5]))
    with qtbot.waitSignal(source.read, timeout=20_000):
        source.choose()
    (made,) = owner.findChildren(ImportDialog)
    assert made.plan is not None
    assert len(made.plan.rows) == 5
    made.reject()


def test_a_damaged_file_is_named_and_opens_nothing(
    qtbot: QtBot, session: Session, tmp_path: Path, bus: ChangeBus, messages: list[tuple[str, str]]
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    source = ImportSource(session, "people", owner)
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04rusak")
    source.read_file(tmp_path / "rusak.xlsx")
    source.read_file(tmp_path / "rusak.xlsx")  # in place of the first, of which nothing more is said
    qtbot.waitUntil(lambda: any("rusak atau terpotong" in text for text, _ in messages), timeout=20_000)
    assert not any("Dibatalkan" in text for text, _ in messages)
    assert owner.findChildren(ImportDialog) == []
