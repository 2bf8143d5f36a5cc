"""Working areas and the province with what their regions add up to, and the chosen one told in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from desktop.base.clock import today
from desktop.base.numbers import grouped
from desktop.models.queries.size_rollup import SizeSum, WholeSize
from desktop.models.words import FIGURE_KINDS
from desktop.services import rollup_words as words
from desktop.ui import theme
from desktop.ui.memory import Memory
from desktop.ui.widgets.columns import Column, Row
from desktop.ui.widgets.rows_at_hand import LinesAtHand
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import plain_label

T = TypeVar("T")
_WIDTH = 10
_STATIONS, _VOTERS = 0, 1  # places in SIZES


class SizesTable(DataTable):
    """A row a whole; rows are (number, WholeSize)."""

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(self._short_columns(), "readiness.wholes", memory, parent)
        self.setAccessibleName(self.tr("Wilayah kerja dan provinsi"))
        self._listing = LinesAtHand[WholeSize]()

    def show_sizes(self, sizes: Sequence[WholeSize]) -> None:
        """Show these; the current one stays current."""
        self._listing = LinesAtHand(sizes)
        self.set_listing(self._listing)

    def size_of(self, seq: int | None) -> WholeSize | None:
        """The whole of a row."""
        return self._listing.at(seq)

    def file_columns(self) -> list[Column]:
        """What a workbook gets: everything the window says of each whole."""
        found = self._short_columns()[:2]
        for place, kind in ((_STATIONS, FIGURE_KINDS["polling_stations"]), (_VOTERS, FIGURE_KINDS["voters"])):
            named = (
                (self.tr("{kind}, jumlah wilayah"), _total, _number),
                (self.tr("{kind}, terdiri atas"), words.made_of_words, None),
                (self.tr("{kind}, posisi data"), _days, None),
                (self.tr("{kind}, dilaporkan keseluruhan"), _reported, None),
                (self.tr("{kind}, selisih"), words.difference_words, None),
            )
            found += [
                _column(f"{place}-{number}", title.format(kind=kind), place, text, read)
                for number, (title, text, read) in enumerate(named)
            ]
        return found

    def _short_columns(self) -> list[Column]:
        return [
            Column("name", self.tr("Wilayah"), lambda row: row[1].whole.name, 15, stretch=True, sortable=False),
            Column(
                "members", self.tr("Kab./kota"), lambda row: grouped(len(row[1].whole.members)), 8, right=True,
                sortable=False, value=lambda row: len(row[1].whole.members),
            ),
            _column("stations", self.tr("TPS"), _STATIONS, _size, _number),
            _column("voters", self.tr("Pemilih"), _VOTERS, _size, _number),
        ]  # fmt: skip


class SizeFacts(QScrollArea):
    """The sizes of one whole: summed up over its regions, and as they were reported for all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = theme.current().unit
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, unit, 0)
        grid.setHorizontalSpacing(unit * 3)
        grid.setVerticalSpacing(unit)
        grid.setColumnStretch(1, 1)
        self._said: list[tuple[QLabel, QLabel]] = []
        for kind in (FIGURE_KINDS["polling_stations"], FIGURE_KINDS["voters"]):
            pair = (_wrapped(), _wrapped())
            heads = (self.tr("{kind}, dihitung dari wilayah"), self.tr("{kind}, dilaporkan keseluruhan"))
            for head, value in zip(heads, pair, strict=True):
                label = plain_label(head.format(kind=kind), role="muted")
                line = grid.rowCount()
                grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(value, line, 1, Qt.AlignmentFlag.AlignTop)
            self._said.append(pair)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(sheet)
        self.viewport().setAutoFillBackground(False)
        sheet.setAutoFillBackground(False)

    def show_size(self, size: WholeSize | None) -> None:
        """Show a whole; nothing for None."""
        for (summed, reported), one in zip(self._said, size.sums if size else (), strict=False):
            summed.setText(summed_words(one, today()))
            reported.setText(reported_words(one, today()))

    def words(self) -> list[str]:
        """What it says, TPS before voters."""
        return [label.text() for pair in self._said for label in pair]


def summed_words(size: SizeSum, day: date) -> str:
    """What the regions add up to, of what that is made, how old it is, and who is missing."""
    parts = [
        words.total_words(size),
        words.made_of_words(size),
        words.days_words(size, day),
        words.missing_words(size),
    ]
    return " · ".join(filter(None, parts if size.total is not None else [parts[0], parts[1]]))


def reported_words(size: SizeSum, day: date) -> str:
    """What was reported for the whole, and how far that is from the sum."""
    return " · ".join(filter(None, (words.figure_words(size.reported, day), words.difference_words(size))))


def _column(
    key: str,
    title: str,
    place: int,
    text: Callable[[SizeSum], str],
    number: Callable[[SizeSum], int | str] | None = None,
) -> Column:
    """A column about the sum at a place of SIZES; with `number` a spreadsheet gets that."""
    read = None if number is None else partial(_of_sum, number, place)
    return Column(
        key, title, partial(_of_sum, text, place), 12, right=read is not None, sortable=False, value=read
    )


def _of_sum(say: Callable[[SizeSum], T], place: int, row: Row) -> T:
    return say(row[1].sums[place])


def _total(size: SizeSum) -> str:
    if size.total is None:
        return words.NOTHING_TOLD
    return words.total_words(size) + ("*" if size.missing or size.is_provisional else "")


def _size(size: SizeSum) -> str:
    """The size at a glance: a sum that leaves regions out is not taken for the size of the whole."""
    if not size.missing:
        return _total(size)
    if size.reported is not None:
        return f"{grouped(size.reported.value)}**"
    return words.NOTHING_TOLD if size.total is None else f"{grouped(size.total)} ({size.known}/{size.members})"


def _number(size: SizeSum) -> int | str:
    return words.total_words(size) if size.total is None else size.total


def _days(size: SizeSum) -> str:
    return words.days_words(size, today())


def _reported(size: SizeSum) -> str:
    return words.figure_words(size.reported, today())


def _wrapped() -> QLabel:
    label = plain_label()
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
