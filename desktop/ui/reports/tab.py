"""A tab of Laporan with a list."""

from __future__ import annotations

from PySide6.QtCore import Slot

from desktop.ui.refilled_tab import RefilledTab
from desktop.ui.widgets.table import DataTable


class ListTab(RefilledTab):
    """A tab with a table that is ordered by a click on its head."""

    table: DataTable
    _order: tuple[str, bool]

    @Slot(str, bool)
    def _sort(self, key: str, descending: bool) -> None:
        self._order = (key, descending)
        self.table.set_sort(key, descending)
        self.refill()
