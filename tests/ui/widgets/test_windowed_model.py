from __future__ import annotations

import sqlite3
import sys
from array import array
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.base.errors import DatabaseBusy
from desktop.ui.colours import Tone
from desktop.ui.widgets.columns import SYMBOL_ROLE, TONE_ROLE, Column, cell
from desktop.ui.widgets.windowed_model import PAGE, PAGES_KEPT, EmptyListing, Row, WindowedTableModel
from tests.ui.listings import MemoryListing

COLUMNS = (
    Column("name", "Nama", cell(1), tip=lambda row: f"{row[1]} <b>", spoken=lambda row: f"Nama {row[1]}"),
    Column("state", "Keadaan", cell(2), tone=lambda row: Tone.OK if row[2] else None),
    Column("count", "Jumlah", cell(3), right=True),
)


class SqliteListing:
    """A list in a real database, ordered by name."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def head(self, limit: int) -> list[Row]:
        return self.connection.execute("select * from people order by name, seq limit ?", [limit]).fetchall()

    def key_chunks(self) -> Iterator[array[int]]:
        cursor = self.connection.execute("select seq from people order by name, seq")
        while chunk := cursor.fetchmany(1000):
            yield array("I", [row[0] for row in chunk])

    def rows(self, seqs: Sequence[int]) -> list[Row]:
        places = ",".join("?" * len(seqs))
        found = self.connection.execute(f"select * from people where seq in ({places})", list(seqs))
        by_seq = {row[0]: row for row in found}
        return [by_seq[seq] for seq in seqs if seq in by_seq]


def people(count: int) -> list[Row]:
    return [(seq, f"Orang {seq:05d}", seq % 2, seq * 10) for seq in range(1, count + 1)]


@pytest.fixture
def model(dressed_app: QApplication) -> Iterator[WindowedTableModel]:
    made = WindowedTableModel(COLUMNS)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    del tester


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    made = sqlite3.connect(":memory:")
    made.execute("create table people (seq integer primary key, name text, state integer, count integer)")
    made.executemany(
        "insert into people values (?, ?, ?, ?)",
        [(s, f"Orang {(s * 7919) % 5000:05d}", s % 2, s) for s in range(1, 5001)],
    )
    yield made
    made.close()


def shown(model: WindowedTableModel, row: int, column: int = 0) -> object:
    return model.index(row, column).data()


def test_the_first_rows_are_there_before_any_key_is_read(model: WindowedTableModel) -> None:
    listing = MemoryListing(people(1000), chunk=300)
    model.set_listing(listing)
    assert (model.rowCount(), shown(model, 255)) == (PAGE, "Orang 00256")
    assert listing.fetched == []
    assert not model.complete


def test_the_rest_arrives_by_insertion_never_by_reset(qtbot: QtBot, model: WindowedTableModel) -> None:
    model.set_listing(MemoryListing(people(1000), chunk=300))
    grown: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: grown.append((first, last)))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.total_known) as total:
        pass
    assert total.args == [1000]
    assert grown == [(256, 299), (300, 599), (600, 899), (900, 999)]


def test_a_short_list_is_complete_at_once(qtbot: QtBot, model: WindowedTableModel) -> None:
    with qtbot.waitSignal(model.total_known) as total:
        model.set_listing(MemoryListing(people(3)))
    assert total.args == [3]
    assert model.complete


def test_a_list_of_exactly_one_page_is_counted(qtbot: QtBot, model: WindowedTableModel) -> None:
    model.set_listing(MemoryListing(people(PAGE)))
    with qtbot.waitSignal(model.total_known) as total:
        pass
    assert total.args == [PAGE]


def test_an_empty_list_has_no_rows(model: WindowedTableModel) -> None:
    model.set_listing(MemoryListing(people(3)))
    model.set_listing(EmptyListing())
    assert model.rowCount() == 0


def test_every_row_of_a_database_is_shown_in_its_order(
    model: WindowedTableModel, connection: sqlite3.Connection
) -> None:
    model.set_listing(SqliteListing(connection))
    model.finish()
    names = [row[0] for row in connection.execute("select name from people order by name, seq")]
    assert [shown(model, row) for row in range(model.rowCount())] == names


def test_pages_are_fetched_once_and_the_oldest_forgotten(model: WindowedTableModel) -> None:
    listing = MemoryListing(people(PAGE * (PAGES_KEPT + 10)))
    model.set_listing(listing)
    model.finish()
    for page in range(PAGES_KEPT + 10):
        shown(model, page * PAGE)
        shown(model, page * PAGE + 1)
    assert len(listing.fetched) == PAGE * (PAGES_KEPT + 9)
    assert len(model._pages) == PAGES_KEPT


def test_text_is_made_once_a_row(model: WindowedTableModel) -> None:
    made: list[int] = []
    counting = WindowedTableModel([Column("n", "N", lambda row: made.append(row[0]) or str(row[0]))])  # type: ignore[func-returns-value]
    counting.set_listing(MemoryListing(people(10)))
    for _ in range(5):
        assert shown(counting, 3) == "4"
    assert len(made) == 10


def test_cells_tell_their_state_tip_and_spoken_text(model: WindowedTableModel) -> None:
    model.set_listing(MemoryListing(people(3)))
    name, state = model.index(0, 0), model.index(0, 1)
    assert state.data(TONE_ROLE) == Tone.OK
    assert model.index(1, 1).data(TONE_ROLE) is None
    assert state.data(SYMBOL_ROLE) is None
    assert name.data(Qt.ItemDataRole.ToolTipRole) == "<span>Orang 00001 &lt;b&gt;</span>"
    assert name.data(Qt.ItemDataRole.AccessibleTextRole) == "Nama Orang 00001"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Jumlah"


def test_a_changed_record_repaints_its_row_only(qtbot: QtBot, model: WindowedTableModel) -> None:
    listing = MemoryListing(people(600))
    model.set_listing(listing)
    model.finish()
    shown(model, 300)
    listing.by_seq[301] = (301, "Nama baru", 1, 0)
    painted: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: painted.append((first.row(), last.row())))
    model.refresh_rows([301])
    assert painted == [(300, 300)]
    assert shown(model, 300) == "Nama baru"


def test_neighbouring_changes_are_told_together(model: WindowedTableModel) -> None:
    model.set_listing(MemoryListing(people(100)))
    painted: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: painted.append((first.row(), last.row())))
    model.refresh_rows([4, 3, 5, 90, 4000])
    assert painted == [(2, 4), (89, 89)]


def test_a_record_that_left_the_list_leaves_the_table(model: WindowedTableModel) -> None:
    listing = MemoryListing(people(600))
    model.set_listing(listing)
    model.finish()
    del listing.by_seq[2]
    model.refresh_rows([2, 3])
    assert (model.rowCount(), shown(model, 1), shown(model, 256), model.row_of(2)) == (
        599,
        "Orang 00003",
        "Orang 00258",
        -1,
    )


def test_many_changes_are_found_in_one_pass(model: WindowedTableModel) -> None:
    listing = MemoryListing(people(200))
    model.set_listing(listing)
    for seq in range(1, 101):
        listing.by_seq[seq] = (seq, "baru", 0, 0)
    model.refresh_rows(range(1, 101))
    assert [shown(model, row) for row in (0, 99, 100)] == ["baru", "baru", "Orang 00101"]


def test_rows_and_records_find_each_other(model: WindowedTableModel) -> None:
    model.set_listing(MemoryListing(list(reversed(people(500)))))
    model.finish()
    assert (model.seq_at(0), model.row_of(500), model.row_of(1), model.row_of(9999)) == (500, 0, 499, -1)


def test_another_order_between_first_rows_and_keys_ends_in_the_right_order(model: WindowedTableModel) -> None:
    listing = MemoryListing(people(600), chunk=200)
    model.set_listing(listing)
    listing.order.reverse()
    model.finish()
    assert [model.seq_at(row) for row in range(600)] == list(range(600, 0, -1))
    assert shown(model, 0) == "Orang 00600"


def test_rows_gone_between_first_rows_and_keys_leave_the_table(model: WindowedTableModel) -> None:
    listing = MemoryListing(people(300))
    model.set_listing(listing)
    listing.order = listing.order[:100]
    model.finish()
    assert model.rowCount() == 100


def test_rows_that_cannot_be_read_are_blank_and_the_fault_is_told(qtbot: QtBot, model: WindowedTableModel) -> None:
    listing = MemoryListing(people(600))
    model.set_listing(listing)
    model.finish()
    fault = DatabaseBusy("Basis data sedang dipakai.")
    listing.fault = fault
    with qtbot.waitSignal(model.failed) as told:
        assert shown(model, 300) == ""
    assert told.args == [fault]


def test_a_defect_while_painting_reaches_the_crash_hook(
    model: WindowedTableModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = MemoryListing(people(600))
    model.set_listing(listing)
    model.finish()
    caught: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, defect, _trace: caught.append(defect))
    listing.fault = ZeroDivisionError()
    assert (shown(model, 300), shown(model, 301)) == ("", "")
    assert caught == [listing.fault]


def test_a_row_without_a_parent_has_no_rows_of_its_own(model: WindowedTableModel) -> None:
    model.set_listing(MemoryListing(people(3)))
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.rowCount(QModelIndex()) == 3


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1200), st.integers(1, 400), st.lists(st.integers(1, 1200), max_size=40))
def test_any_list_with_any_deletions_shows_exactly_what_is_left(count: int, chunk: int, gone: list[int]) -> None:
    listing = MemoryListing(people(count), chunk=chunk)
    model = WindowedTableModel(COLUMNS)
    model.set_listing(listing)
    model.finish()
    for seq in gone:
        listing.by_seq.pop(seq, None)
    model.refresh_rows(gone)
    left = [seq for seq in range(1, count + 1) if seq not in gone]
    assert [model.seq_at(row) for row in range(model.rowCount())] == left
    assert [shown(model, row) for row in range(0, len(left), 97)] == [
        f"Orang {left[row]:05d}" for row in range(0, len(left), 97)
    ]
