"""A window with one table, for what it costs: its first paint, scrolling, sorting, and the memory it adds.

    table_window.py paint|sort|scroll|page DATA pairs (ours, reference) in milliseconds
    table_window.py small|million|sorted DATA   memory when the rows are all there

Ours is the table of the program over a million meetings. The references: the same table over 60 rows in memory
(paint, small), the driver reading the order (sort), a plain QTableView on a QSqlQueryModel (scroll).
"""

from __future__ import annotations

import gc
import json
import os
import sys
from array import array
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time

from PySide6.QtSql import QSqlDatabase, QSqlQueryModel
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.office import opened
from desktop.base.dates import short_date
from desktop.models.fields import DayField
from desktop.models.queries.meetings import meeting_list
from desktop.models.store import Store
from desktop.ui import theme
from desktop.ui.widgets.columns import Column, Row, cell
from desktop.ui.widgets.table import DataTable, let_scroll_by_copying

ROUNDS, STEPS, PAGE = 21, 60, 25
_DAY = DayField()


class InMemory:
    """Sixty rows that are already there."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def head(self, limit: int) -> Sequence[Row]:
        return self._rows[:limit]

    def key_chunks(self) -> Iterator[array[int]]:
        return iter([array("I", [row[0] for row in self._rows])])

    def rows(self, seqs: Sequence[int]) -> Sequence[Row]:
        return [row for row in self._rows if row[0] in seqs]


def main(what: str, folder: Path) -> None:
    """Measure one thing and print it on the last line."""
    application = QApplication([])
    look = theme.Theme(theme.ThemeChoice.LIGHT)
    look.install(application)
    with opened(folder) as store:
        if what in ("small", "million", "sorted"):
            memory(store, what)
        else:
            print(
                json.dumps({"pairs": {"paint": paint, "sort": sort, "scroll": scroll, "page": page}[what](store)}),
                flush=True,
            )
    os._exit(0)


def new_table() -> DataTable:
    """The columns of Rapat, all as text."""
    table = DataTable(
        [
            Column("held_on", "Tanggal", cell(1, lambda day: short_date(_DAY.python_value(day))), width=16),
            Column("title", "Rapat", cell(2), width=30, stretch=True),
            Column("place", "Tempat", cell(3), width=22),
            Column("state", "Status", cell(4), width=19),
            Column("present", "Hadir", cell(6), width=6, right=True, sortable=False),
            Column("commitments", "Tindak lanjut", cell(7), width=10, right=True, sortable=False),
        ],
        "meetings",
    )
    table.resize(1100, 900)
    return table


def timed(work: Callable[[], object]) -> float:
    """CPU milliseconds of one call."""
    gc.collect()
    start = process_time()
    work()
    return (process_time() - start) * 1000


def paint(store: Store) -> list[tuple[float, float]]:
    """From the new widget to its first rows on the screen."""
    sixty = InMemory(meeting_list(store).head(60))

    def first_paint(listing: Callable[[], object]) -> float:
        def work() -> DataTable:
            table = new_table()
            table.set_listing(listing())  # type: ignore[arg-type]
            table.show()
            QApplication.processEvents()
            return table

        kept: list[DataTable] = []
        spent = timed(lambda: kept.append(work()))
        kept[0].close()
        kept[0].deleteLater()
        QApplication.processEvents()
        return spent

    return in_turns(lambda: first_paint(lambda: meeting_list(store)), lambda: first_paint(lambda: sixty))


def sort(store: Store) -> list[tuple[float, float]]:
    """From the click on a header until all rows are in order and painted."""
    table = shown(store)
    wanted = iter([("place", True), ("title", False)] * ROUNDS * 2)
    sql = "SELECT seq FROM meeting WHERE deleted = 0 ORDER BY "
    orders = {"place": "(place IS NULL) DESC, place DESC, seq DESC", "title": "sort_key, seq"}
    current = "title"

    def ours() -> float:
        nonlocal current
        current, descending = next(wanted)

        def work() -> None:
            table.set_listing(meeting_list(store, order=current, descending=descending))
            table.rows.finish()
            table.viewport().repaint()

        return timed(work)

    def reference() -> float:
        return timed(lambda: store.database.connection().execute(sql + orders[current]).fetchall())

    return [(ours(), reference()) for _ in range(8)][2:]


def scroll(store: Store) -> list[tuple[float, float]]:
    """Three rows further, painted as the event loop does it."""
    return scrolled(store, rows=3, steps=STEPS)


def page(store: Store) -> list[tuple[float, float]]:
    """A screen of rows further: all of them are new."""
    return scrolled(store, rows=PAGE, steps=STEPS // 3)


def scrolled(store: Store, rows: int, steps: int) -> list[tuple[float, float]]:
    """So many rows further, as often as told, beside a plain view that scrolls by copying like ours."""
    table = shown(store)
    table.rows.finish()
    assert store.path is not None
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(str(store.path))
    assert database.open()
    model, plain = QSqlQueryModel(), QTableView()
    model.setQuery(
        "SELECT held_on, title, place, state, "
        "(SELECT count(seq) FROM participant p WHERE p.meeting_id = m.id AND state IN ('hadir', 'diwakili')), "
        "(SELECT count(seq) FROM commitment c WHERE c.meeting_id = m.id AND NOT deleted) "
        "FROM meeting m WHERE deleted = 0 ORDER BY held_on DESC, seq DESC",
        database,
    )
    while model.rowCount() < rows * steps * ROUNDS + PAGE:
        model.fetchMore()
    plain.setModel(model)
    for column in range(6):
        plain.setColumnWidth(column, table.columnWidth(column))
    plain.verticalHeader().hide()
    plain.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
    plain.setAlternatingRowColors(True)
    plain.setShowGrid(False)
    plain.setWordWrap(False)
    plain.resize(table.size())
    plain.show()
    let_scroll_by_copying(plain)
    QApplication.processEvents()

    def through(view: QTableView) -> float:
        def work() -> None:
            for _ in range(steps):
                view.verticalScrollBar().setValue(view.verticalScrollBar().value() + rows)
                QApplication.processEvents()

        return timed(work) / steps

    return in_turns(lambda: through(table), lambda: through(plain))


def memory(store: Store, what: str) -> None:
    """Tell the memory with 60 rows, with a million, and with a million in another order.

    SQLite's own cache (8 MiB, whatever the table does) is filled in all three.
    """
    from benchmarks.runners import tell

    for (_,) in store.database.connection().execute("SELECT seq FROM meeting ORDER BY deleted, held_on, seq"):
        pass

    table = new_table()
    table.set_listing(InMemory(meeting_list(store).head(60)) if what == "small" else meeting_list(store))
    table.show()
    QApplication.processEvents()
    table.rows.finish()
    if what == "sorted":
        table.set_listing(meeting_list(store, order="title", descending=False))
        table.rows.finish()
    for place in range(0, table.rows.rowCount(), max(1, table.rows.rowCount() // 20)):
        table.scrollTo(table.rows.index(place, 0))
        QApplication.processEvents()
    gc.collect()
    tell.cost()


def shown(store: Store) -> DataTable:
    """The table over a million rows, painted."""
    table = new_table()
    table.set_listing(meeting_list(store))
    table.show()
    QApplication.processEvents()
    return table


def in_turns(ours: Callable[[], float], reference: Callable[[], float]) -> list[tuple[float, float]]:
    """Pairs, the first of each alternating; the first round is thrown away."""
    pairs = []
    for number in range(ROUNDS):
        if number % 2:
            second = reference()
            pairs.append((ours(), second))
        else:
            first = ours()
            pairs.append((first, reference()))
    return pairs[1:]


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
