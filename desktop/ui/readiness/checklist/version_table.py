"""The items of a version, each category below its heading; in a draft they are moved and taken away by key."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.base.folding import fold
from desktop.base.numbers import grouped
from desktop.models.queries.checklist_versions import CategoryRow, VersionItem
from desktop.ui.memory import Memory
from desktop.ui.readiness.checklist.heading_delegate import FIRST_HEADING, HeadingDelegate, is_heading
from desktop.ui.readiness.checklist.wording import due_words, target_words
from desktop.ui.widgets.columns import Column, Row
from desktop.ui.widgets.rows_at_hand import RowsAtHand
from desktop.ui.widgets.table import DataTable

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class VersionTable(DataTable):
    """Rows are (number, `VersionItem`) and (number, `CategoryRow`, count); a number stays with its record.

    move_wanted(int)    Alt+Up (-1) or Alt+Down (1)
    remove_wanted()     Delete
    """

    move_wanted = Signal(int)
    remove_wanted = Signal()

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(self._item_columns(), "checklist.items", memory, parent)
        self._numbers: dict[UUID, int] = {}
        self._records: dict[int, VersionItem | CategoryRow] = {}
        self._own_days: frozenset[UUID] = frozenset()
        delegate = HeadingDelegate(self)
        for number in range(len(self.rows.columns)):
            self.setItemDelegateForColumn(number, delegate)
        self.setAccessibleName(self.tr("Butir daftar periksa"))

    def show_version(
        self,
        categories: Sequence[CategoryRow],
        items: Sequence[VersionItem],
        own_days: Collection[UUID] = (),
        search: str = "",
    ) -> int:
        """Show what a version asks, as far as `search` is found in it; returns how many items that are."""
        self._own_days = frozenset(own_days)
        words = fold(search).split()
        rows: list[Row] = []
        shown = 0
        for category in categories:
            own = [one for one in items if one.category_id == category.id]
            found = [one for one in own if _has(one, words)]
            if found or not words:
                rows.append((self._number(category, FIRST_HEADING), category, len(own)))
                rows += [(self._number(one, 1), one) for one in found]
                shown += len(found)
        self._records = {row[0]: row[1] for row in rows}
        self.set_listing(RowsAtHand(rows))
        self.rows.finish()
        return shown

    def current(self) -> VersionItem | CategoryRow | None:
        """The record the keyboard is at."""
        seq = self.current_seq()
        return None if seq is None else self._records.get(seq)

    def chosen_items(self) -> list[VersionItem]:
        """The selected items, without headings."""
        found = (self._records.get(seq) for seq in self.selected_seqs())
        return [one for one in found if isinstance(one, VersionItem)]

    def go_to(self, record: UUID) -> None:
        """Go to an item or a category."""
        if record in self._numbers:
            self.select_seq(self._numbers[record])

    def select_first_item(self) -> None:
        """Go to the first item, or to the first heading where there is none."""
        items = (seq for seq, one in self._records.items() if isinstance(one, VersionItem))
        self.select_seq(next(items, next(iter(self._records), None)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier and event.key() in _MOVES:
            self.move_wanted.emit(_MOVES[Qt.Key(event.key())])
        elif not modifiers and event.key() == Qt.Key.Key_Delete and self.current_seq() is not None:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _number(self, record: VersionItem | CategoryRow, first: int) -> int:
        return self._numbers.setdefault(record.id, first + len(self._numbers))

    def _item_columns(self) -> list[Column]:
        plain = partial(Column, sortable=False)
        return [
            plain("code", self.tr("Kode"), _code, 7),
            plain("text", self.tr("Butir"), _of_item(lambda one: one.text), 18, stretch=True, spoken=_spoken),
            plain("responsible", self.tr("Penanggung jawab"), _of_item(lambda one: one.responsible), 13),
            plain("target", self.tr("Target"), _of_item(target_words), 9),
            plain("due", self.tr("Batas"), self._due, 6, tip=self._due_tip),
        ]

    def _due(self, row: Row) -> str:
        if is_heading(row[0]):
            return ""
        mark = " *" if row[1].id in self._own_days else ""
        return f"{due_words(row[1])}{mark}".strip()

    def _due_tip(self, row: Row) -> str:
        own = not is_heading(row[0]) and row[1].id in self._own_days
        return self.tr("Ada wilayah dengan batas waktu sendiri") if own else ""


def _code(row: Row) -> str:
    return f"{row[1].name} ({grouped(row[2])})" if is_heading(row[0]) else str(row[1].code)


def _of_item(words: Callable[[VersionItem], str]) -> Callable[[Row], str]:
    return lambda row: "" if is_heading(row[0]) else words(row[1])


def _spoken(row: Row) -> str:
    return "" if is_heading(row[0]) else f"{row[1].code}. {row[1].text}"


def _has(item: VersionItem, words: Sequence[str]) -> bool:
    if not words:
        return True
    parts = (item.code, item.text, item.responsible, item.related, item.evidence, item.category)
    text = f" {fold(' '.join(part for part in parts if part))}"
    return all(f" {word}" in text for word in words)
