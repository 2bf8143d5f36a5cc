"""The readiness of a whole as a table: categories and items, the regions' reports beside those for the whole."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from desktop.base.clock import today
from desktop.models.queries.readiness_rollup import RolledCategory, RolledItem, RolledUp, Rollup
from desktop.services import rollup_words as words
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.memory import Memory
from desktop.ui.readiness.wording import score_text, short_region, tone_of
from desktop.ui.widgets.badge_delegate import BadgeDelegate
from desktop.ui.widgets.columns import Column, Row
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.rows_at_hand import LinesAtHand
from desktop.ui.widgets.table import DataTable

Line = RolledCategory | RolledItem
_DAYS = 5  # the column from which a workbook says more


class RolledTable(DataTable):
    """Enter leads to what is behind a line."""

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(self._line_columns(), "readiness.rollup", memory, parent)
        self.setAccessibleName(self.tr("Rekap kesiapan"))
        self._listing = LinesAtHand[Line]()
        headed = _HeadingDelegate(self)
        for number in range(len(self.rows.columns)):
            self.setItemDelegateForColumn(number, headed)
        self.set_empty_state(
            EmptyState(
                "clipboard-check",
                self.tr("Wilayah ini tidak ikut serta dalam topik"),
                self.tr("Wilayah yang ikut diatur pada Topik Koordinasi."),
            )
        )

    def show_rollup(self, found: Rollup, *, told_only: bool) -> None:
        """Show it; with `told_only` just the items something was reported on."""
        lines: list[Line] = []
        for category in found.categories:
            inner = [one for one in category.items if one.regions.reported or one.told or not told_only]
            if inner or not told_only:
                lines += [category, *inner]
        self._listing = LinesAtHand(lines)
        self.set_listing(self._listing)

    def line(self, seq: int | None) -> Line | None:
        """The line of a row."""
        return self._listing.at(seq)

    def file_columns(self) -> list[Column]:
        """What a workbook gets: the same, with what was reported for the whole in columns of its own."""
        plain = partial(Column, sortable=False)
        return [
            plain("category", self.tr("Kategori"), _category, 16),
            *self._line_columns()[:_DAYS],
            plain("days", self.tr("Laporan wilayah"), _days, 24),
            plain("told", self.tr("Dilaporkan keseluruhan"), _told, 16),
            plain("from", self.tr("Sumber dan umur"), _from, 40),
        ]

    def _line_columns(self) -> list[Column]:
        plain = partial(Column, sortable=False)
        return [
            plain("code", self.tr("Kode"), _code, 7),
            plain("text", self.tr("Butir"), _text, 20, stretch=True, tip=_text),
            plain("regions", self.tr("Melapor"), lambda row: words.coverage_words(_rolled(row)), 10),
            plain("amount", self.tr("Jumlah dari kebutuhan"), _amount, 21, tip=_amount),
            plain("score", self.tr("Skor"), _score, 8, tone=_tone),
            plain("days", self.tr("Laporan wilayah"), _age, 13, tone=_days_tone, tip=_days),
            plain(
                "told", self.tr("Dilaporkan keseluruhan"), _told_in_short, 31, tone=_told_tone, tip=_told_in_full
            ),
        ]


class _HeadingDelegate(BadgeDelegate):
    """Draws the line of a category in bolder letters on a ground of its own."""

    def __init__(self, table: RolledTable) -> None:
        super().__init__(table)
        self._table = table

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if isinstance(self._table.line(self._table.rows.seq_at(index.row())), RolledCategory):
            option.font = theme.current().font(strong=True)
            option.backgroundBrush = QBrush(theme.current().colour("raised"))


def _rolled(row: Row) -> RolledUp:
    found: RolledUp = row[1].regions
    return found


def _code(row: Row) -> str:
    return row[1].item.code if isinstance(row[1], RolledItem) else ""


def _text(row: Row) -> str:
    return row[1].item.text if isinstance(row[1], RolledItem) else row[1].name


def _amount(row: Row) -> str:
    return words.amount_of_regions(_rolled(row))


def _score(row: Row) -> str:
    return score_text(_rolled(row).tally) if _rolled(row).asked else ""


def _tone(row: Row) -> Tone | None:
    tally = _rolled(row).tally
    return None if tally.percent is None else tone_of(tally)


def _days(row: Row) -> str:
    return words.freshness_of_regions(_rolled(row), today())


def _days_tone(row: Row) -> Tone | None:
    return Tone.ATTENTION if _rolled(row).to_confirm else None


def _age(row: Row) -> str:
    newest = _rolled(row).newest
    return "" if newest is None else words.age_words(newest, today())


def _category(row: Row) -> str:
    return row[1].item.category if isinstance(row[1], RolledItem) else row[1].name


def _told(row: Row) -> str:
    return words.told_words(row[1].told) if isinstance(row[1], RolledItem) else ""


def _from(row: Row) -> str:
    return words.told_from(row[1].told, today()) if isinstance(row[1], RolledItem) else ""


def _told_in_short(row: Row) -> str:
    if not isinstance(row[1], RolledItem) or not row[1].told:
        return ""
    one = row[1].told[0]
    age = "" if one.as_of is None else words.age_words(one.as_of, today())
    return " · ".join(filter(None, (_told(row), age, short_region(one.region), one.source or one.institution)))


def _told_tone(row: Row) -> Tone | None:
    old = isinstance(row[1], RolledItem) and row[1].told and row[1].told[0].needs_confirmation(today())
    return Tone.ATTENTION if old else None


def _told_in_full(row: Row) -> str:
    return "\n".join(words.told_in_full(row[1].told, today())) if isinstance(row[1], RolledItem) else ""
