"""Puts the kept filters of a list in order, renames them and takes them away."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.saved_filters import SavedFilterRow, saved_filters
from desktop.services.saved_filters import delete_filter, move_filter, rename_filter
from desktop.ui import theme
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.columns import Column
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.name_dialog import NameDialog
from desktop.ui.widgets.rows_at_hand import RowsAtHand
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import plain_label


class SavedFiltersDialog(QDialog):
    """Every change is kept at once and can be undone in the window."""

    def __init__(self, session: Session, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._place = session, place
        self.setWindowTitle(self.tr("Saringan tersimpan"))
        self.setModal(True)
        unit = theme.current().unit
        self.table = DataTable(
            [Column("name", self.tr("Nama saringan"), lambda row: row[1].name, 20, stretch=True, sortable=False)],
            "saved_filters",
        )
        self.table.header.setSectionsClickable(False)
        self.table.setAccessibleName(self.tr("Saringan tersimpan"))
        self.table.set_empty_state(EmptyState("funnel", self.tr("Belum ada saringan tersimpan"), ""))
        self.table.current_changed.connect(self._fit)
        self.table.opened.connect(self._rename)
        self._listing = RowsAtHand()

        # Buttons
        self.up = icon_button("chevron-up", self.tr("Naikkan (Alt+↑)"))
        self.down = icon_button("chevron-down", self.tr("Turunkan (Alt+↓)"))
        self.rename = button(self.tr("Ganti nama…"), "pencil")
        self.remove = button(self.tr("Hapus"), "trash-2")
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        on_keys(self, "Alt+Up", self.up.click)
        on_keys(self, "Alt+Down", self.down.click)
        self.rename.clicked.connect(self._rename)
        self.remove.clicked.connect(self._remove)
        close = button(self.tr("Tutup"), kind="primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.setSpacing(unit * 2)
        for one in (self.up, self.down, self.rename, self.remove):
            line.addWidget(one)
        line.addStretch()
        line.addWidget(close)

        # Assemble
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(self.tr("Saringan tersimpan"), role="title"))
        whole.addWidget(self.table, 1)
        whole.addLayout(line)
        self._fill(0)
        self.table.setFocus()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 120, unit * 90)

    def _fill(self, place: int) -> None:
        kept = saved_filters(self._session.store, self._place)
        self._listing = RowsAtHand(list(enumerate(kept, 1)))
        self.table.set_listing(self._listing)
        self.table.select_seq(min(place, len(kept) - 1) + 1 if kept else None)
        self._fit()

    def _current(self) -> tuple[int, SavedFilterRow] | None:
        seq = self.table.current_seq()
        rows: list[tuple[Any, ...]] = self._listing.rows([seq]) if seq is not None else []
        return (rows[0][0] - 1, rows[0][1]) if rows else None

    @Slot()
    def _fit(self) -> None:
        current, count = self._current(), len(self._listing.all())
        for one in (self.rename, self.remove):
            one.setEnabled(current is not None)
        self.up.setEnabled(current is not None and current[0] > 0)
        self.down.setEnabled(current is not None and current[0] < count - 1)

    @Slot()
    def _move_up(self) -> None:
        self._move(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        if (current := self._current()) is not None:
            place, one = current
            self._session.run(lambda: move_filter(self._session.desk, one.id, place + by))
            self._fill(place + by)

    @Slot()
    def _rename(self) -> None:
        if (current := self._current()) is None:
            return
        place, one = current

        def keep(name: str, form: Form) -> bool:
            return self._session.run(lambda: rename_filter(self._session.desk, one.id, name), form=form)

        title, label = self.tr("Ganti nama saringan"), self.tr("Nama saringan")
        dialog = NameDialog(title, label, keep, name=one.name, parent=self)
        dialog.exec()
        dialog.deleteLater()
        self._fill(place)

    @Slot()
    def _remove(self) -> None:
        if (current := self._current()) is not None:
            place, one = current
            told = self.tr("Saringan “{name}” dihapus.").format(name=one.name)
            self._session.run(lambda: delete_filter(self._session.desk, one.id), told=told)
            self._fill(place)
