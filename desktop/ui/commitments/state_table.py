"""Who must follow up and how far each is; the state of one or of many is a single key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.base.dates import long_date
from desktop.models.queries.commitments import AddresseeRow
from desktop.models.words import COMMITMENT_STATES
from desktop.ui import theme
from desktop.ui.commitments.faces import addressee_face
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.columns import Column
from desktop.ui.widgets.rows_at_hand import RowsAtHand
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import plain_label

STATE_KEYS = {"1": "belum", "2": "proses", "3": "selesai_laporan", "4": "selesai_bukti", "0": "dihentikan"}
_MOST_ROWS = 6


class StateTable(QWidget):
    """state_wanted(ids, state): these addressees are that far. removal_wanted(ids): Delete was pressed on them."""

    state_wanted = Signal(object, str)
    removal_wanted = Signal(object)

    def __init__(self, *, tall: bool, parent: QWidget | None = None) -> None:
        """`tall`: it takes the room there is; else it shows at most six rows at once."""
        super().__init__(parent)
        self._tall = tall
        unit = theme.current().unit
        self.table = _Keys(
            [
                Column("words", self.tr("Instansi"), lambda row: row[1].words, 12, stretch=True),
                Column(
                    "state",
                    self.tr("Status"),
                    lambda row: addressee_face(row[1].state).text,
                    17,
                    tone=lambda row: addressee_face(row[1].state).tone,
                    symbol=lambda row: addressee_face(row[1].state).symbol,
                    tip=self._tip,
                ),
            ],
            "addressee_states",
        )
        self.table.header.setSectionsClickable(False)
        self.table.setAccessibleName(self.tr("Penanggung jawab dan statusnya"))
        self.table.pressed_key.connect(self._key_pressed)
        self.table.removal_wanted.connect(self._remove)
        self._listing = RowsAtHand()
        self._change = button(self.tr("Ubah status"), "flag")
        self._change.setMenu(self._menu())
        self._sum = plain_label(role="muted")
        line = QHBoxLayout()
        line.addWidget(self._sum, 1)
        line.addWidget(self._change)
        hint = plain_label(
            self.tr(
                "Pilih baris, lalu tekan 1 belum · 2 proses · 3 selesai (laporan) · 4 selesai (bukti) · "
                "0 tidak dilanjutkan"
            ),
            role="help",
        )
        hint.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit)
        whole.addLayout(line)
        whole.addWidget(self.table, 1)
        whole.addWidget(hint)

    def show_addressees(self, addressees: Sequence[AddresseeRow], words: str) -> None:
        """Show them in their order; `words` sums them up. The chosen rows stay chosen when they are the same."""
        rows = [(number, one) for number, one in enumerate(addressees, 1)]
        before = [row[1].id for row in self._listing.all()]
        self._listing.replace(rows)
        if before == [one.id for one in addressees]:
            self.table.refresh_rows([row[0] for row in rows])
        else:
            self.table.set_listing(self._listing)
        self._sum.setText(words)
        self._change.setEnabled(bool(rows))
        if not self._tall:
            self._fit(len(rows))

    def chosen(self) -> list[UUID]:
        """The addressees of the chosen rows; where none is chosen, that of the row the keyboard is at."""
        current = self.table.current_seq()
        chosen = self.table.selected_seqs() or ([current] if current is not None else [])
        return [row[1].id for row in self._listing.rows(chosen)]

    def _tip(self, row: tuple[Any, ...]) -> str:
        state, day = COMMITMENT_STATES[row[1].state], row[1].state_on
        return self.tr("{state} sejak {day}").format(state=state, day=long_date(day)) if day else state

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for key, state in STATE_KEYS.items():
            action = QAction(f"{COMMITMENT_STATES[state]}\t{key}", menu)
            action.setData(key)
            action.triggered.connect(self._menu_chosen)
            menu.addAction(action)
        return menu

    def _menu_chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        if not self.table.selected_seqs():
            self.table.selectAll()
        self._key_pressed(action.data())

    def _key_pressed(self, key: str) -> None:
        if ids := self.chosen():
            self.state_wanted.emit(ids, STATE_KEYS[key])

    def _remove(self) -> None:
        if ids := self.chosen():
            self.removal_wanted.emit(ids)

    def _fit(self, rows: int) -> None:
        shown = min(max(rows, 1), _MOST_ROWS)
        frame = self.table.header.sizeHint().height() + 2 * self.table.frameWidth() + 2
        self.table.setFixedHeight(shown * self.table.verticalHeader().defaultSectionSize() + frame)


class _Keys(DataTable):
    pressed_key = Signal(str)
    removal_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.text() in STATE_KEYS:
            self.pressed_key.emit(event.text())
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)
