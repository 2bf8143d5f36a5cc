"""A list saved as a workbook: the same rows as on screen, and one that can be taken in again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from desktop.base.settings import Settings
from desktop.exchange.meeting_file import read_meeting
from desktop.exchange.sheets.reading import read_table
from desktop.models import seeds
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.meeting_import import import_meeting
from desktop.services.meetings import create_meeting
from desktop.ui.bus import ChangeBus
from desktop.ui.directory.people_tab import PeopleTab
from desktop.ui.exports.list_export import ListExport
from desktop.ui.exports.sources import ModelSource, TableSource
from desktop.ui.meetings.attendance_tab import AttendanceTab
from desktop.ui.meetings.list_page import MeetingListPage
from desktop.ui.session import Session
from desktop.ui.widgets.columns import Column, cell, value
from desktop.ui.widgets.table import DataTable
from desktop.worker.client import WorkerClient
from tests.services.imports.lists import planned, verdicts
from tests.ui.conftest import RecordedDoor
from tests.ui.listings import MemoryListing
from tests.unwritable import FULL_DISK, GONE, HELD, READ_ONLY, unwritable

PATIENCE = 20_000


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerClient]:
    with WorkerClient() as started:
        yield started


@pytest.fixture
def session(sqlite_store: Store, tmp_path: Path, bus: ChangeBus, worker: WorkerClient) -> Session:
    return Session(Desk(sqlite_store, "Uji"), worker, Settings(tmp_path / "settings.json"), bus)


def _save(qtbot: QtBot, door: RecordedDoor, owner: QWidget, target: Path) -> list[list[Any]]:
    export = owner.findChild(ListExport)
    assert export is not None
    door.will_choose(target)
    with qtbot.waitSignal(export.written, timeout=PATIENCE):
        export.save()
    sheet = CalamineWorkbook.from_path(target.with_suffix(".xlsx")).get_sheet_by_index(0)
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    return rows


ROWS = st.lists(
    st.tuples(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), st.integers(0, 9_999)),
    max_size=600,
)


@given(ROWS)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_has_the_rows_of_the_screen_in_their_order(
    dressed_app: object, rows: list[tuple[str, int]]
) -> None:
    columns = (
        Column("a", "Nama", cell(1)),
        Column("b", "Jumlah", cell(2), value=value(2)),
        Column("c", "X", cell(1)),
    )
    table = DataTable(columns, "uji")
    table.set_listing(MemoryListing([(seq, *row) for seq, row in enumerate(rows, 1)], chunk=70))
    table.rows.finish()
    table.setColumnHidden(2, True)
    table.header.moveSection(0, 1)

    source = TableSource(table)
    written = [row for piece in source.pieces() for row in piece]

    shown = [
        tuple(table.rows.index(row, column).data() for column in (1, 0)) for row in range(table.rows.rowCount())
    ]
    assert [column.title for column in source.columns] == ["Jumlah", "Nama"]
    assert [(str(count), name) for count, name in written] == shown
    table.deleteLater()


def test_the_list_of_meetings_has_real_days_and_says_what_was_searched(
    qtbot: QtBot, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    for title, day in (("Banjir Bengawan", date(2024, 3, 4)), ("Mudik", date(2024, 5, 6))):
        create_meeting(session.desk, title=title, held_on=day)
    page = MeetingListPage(session)
    qtbot.addWidget(page)
    page.search.setText("banjir")
    page.search.searched.emit("banjir")

    rows = _save(qtbot, door, page, tmp_path / "rapat")  # the ending is put behind it

    assert rows[0][0] == "Daftar Rapat"
    assert rows[1][0] == "Pencarian: banjir"
    assert [row[:2] for row in rows[5:]] == [[date(2024, 3, 4), "Banjir Bengawan"]]


def test_the_list_of_people_taken_in_again_changes_nothing(
    qtbot: QtBot, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    import_meeting(session.desk, read_meeting(seeds.example_meeting_file().read_bytes()))
    tab = PeopleTab(session)
    qtbot.addWidget(tab)
    target = tmp_path / "orang.xlsx"

    rows = _save(qtbot, door, tab, target)

    _, plan = planned(session.desk, "people", read_table(target).first)
    assert len(plan.rows) == len(rows) - 4 > 3
    assert set(verdicts(plan)) == {"sama"}


def test_attendance_is_saved_as_it_is_shown(
    qtbot: QtBot, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    meeting = import_meeting(session.desk, read_meeting(seeds.example_meeting_file().read_bytes())).meeting
    assert meeting is not None
    tab = AttendanceTab(session)
    qtbot.addWidget(tab)
    tab.show_meeting(meeting)

    source = ModelSource(tab.table)
    (rows,) = list(source.pieces())

    model = tab.model
    assert len(rows) == model.rowCount()
    assert rows[0][0] == 1
    assert [row[4] for row in rows] == [model.index(row, 4).data() for row in range(model.rowCount())]


def test_a_long_list_lets_the_window_go_on(
    qtbot: QtBot, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    table = DataTable((Column("a", "Nama", cell(1)),), "uji", parent=owner)
    table.set_listing(MemoryListing([(seq, f"Orang {seq}") for seq in range(1, 12_001)]))
    ListExport(session, owner, "Orang", lambda: TableSource(table))
    turns: list[int] = []
    heart = QTimer(owner, interval=0)
    heart.timeout.connect(lambda: turns.append(1))
    heart.start()

    rows = _save(qtbot, door, owner, tmp_path / "orang.xlsx")

    assert len(rows) == 12_000 + 4
    assert len(turns) > 40  # other work was done in between


def test_rows_that_cannot_be_read_to_the_end_make_no_file(
    qtbot: QtBot, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    table = DataTable([Column("a", "Nama", lambda row: f"{1 // (row[0] - 300)}")], "uji")
    qtbot.addWidget(table)
    table.set_listing(MemoryListing([(seq,) for seq in range(1, 600)]))
    export = ListExport(session, table, "Daftar", lambda: TableSource(table))
    door.will_choose(tmp_path / "daftar.xlsx")
    with qtbot.captureExceptions() as defects:
        export.save()
        qtbot.waitUntil(lambda: not export._turn.isActive())
    assert [kind for kind, *_ in defects] == [ZeroDivisionError]
    assert not export._busy
    assert not list(tmp_path.glob("*.xlsx"))


@pytest.mark.parametrize("kind", [FULL_DISK, READ_ONLY, HELD, GONE])
def test_a_list_that_cannot_be_written_goes_to_another_place(
    qtbot: QtBot, session: Session, door: RecordedDoor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    page = MeetingListPage(session)
    qtbot.addWidget(page)
    export = page.findChild(ListExport)
    assert export is not None
    with unwritable(kind, tmp_path, monkeypatch, "rapat.xlsx") as place:
        door.will_choose(place.target, tmp_path / "lain.xlsx")
        door.will_answer(0)
        with qtbot.waitSignal(export.written, timeout=PATIENCE):
            export.save()
        place.assert_told(f"{door.asked[-1].text} {door.asked[-1].detail}")
        place.assert_untouched()
    assert CalamineWorkbook.from_path(tmp_path / "lain.xlsx").sheet_names == ["Daftar Rapat"]
    door.will_choose(None)
    export.save()  # it can be asked again
