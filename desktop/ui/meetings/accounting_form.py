"""Kelengkapan SPJ beside its paper: tick what is there, change the list, say more of a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.models.queries.accounting import AccountingRow, accounting_items
from desktop.services.accounting import (
    add_accounting_item,
    delete_accounting_item,
    known_papers,
    move_accounting_item,
    start_from_usual,
    tick_known,
    update_accounting_item,
)
from desktop.ui import theme
from desktop.ui.autosave import AutoSave
from desktop.ui.meetings.plain_list import PlainList
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.text import plain_label

_ID = Qt.ItemDataRole.UserRole
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Ticks(PlainList):
    """remove_wanted(); step_wanted(int): Delete, Alt+Up and Alt+Down of the current line. Space ticks it."""

    remove_wanted = Signal()
    step_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _MOVES:
            self.step_wanted.emit(_MOVES[key])
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


class AccountingForm(QWidget):
    """What the program knows to be there stands below a line; ticking stays with the user.

    typing()   something is being typed for the line chosen
    """

    typing = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self._rows: dict[UUID, AccountingRow] = {}
        self._chosen: UUID | None = None
        unit = theme.current().unit
        self.list = _Ticks(self.tr("Kelengkapan SPJ"))
        self.empty = EmptyState(
            "clipboard-check", self.tr("Daftar belum dibuat."),
            self.tr("Di surat tampak daftar yang lazim, belum disimpan."), self.tr("Mulai dari daftar lazim"),
        )  # fmt: skip
        self.line = LineField(self.tr("Tambah kelengkapan, lalu Enter"), max_length=300)
        self.line.setAccessibleName(self.tr("Kelengkapan baru"))
        self.known_button = button(self.tr("Centang yang sudah ada"), "check")
        self.remove_button = button(self.tr("Hapus"), "trash-2", kind="quiet")
        self.details = Form(self)
        self.details.add_row("text", self.tr("Kelengkapan"), LineField(max_length=300))
        self.details.add_row("note", self.tr("Keterangan"), LineField(max_length=300))
        self.details.setFixedHeight(unit * 33)
        self._autosave = AutoSave(session, self.details)
        deeds = QHBoxLayout()
        deeds.addWidget(self.known_button)
        deeds.addStretch()
        deeds.addWidget(self.remove_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, unit * 2, 0)
        whole.setSpacing(unit * 2)
        whole.addWidget(plain_label(self.tr("Kelengkapan SPJ"), role="heading"))
        whole.addWidget(self.line)
        whole.addWidget(self.list, 1)
        whole.addWidget(self.empty, 1)
        whole.addLayout(deeds)
        whole.addWidget(self.details)
        self.line.returnPressed.connect(self._add)
        self.empty.wanted.connect(self._start)
        self.known_button.clicked.connect(self._tick_known)
        self.remove_button.clicked.connect(self._remove)
        self.list.itemChanged.connect(self._tick)
        self.list.currentItemChanged.connect(self._show_chosen)
        self.list.remove_wanted.connect(self._remove)
        self.list.step_wanted.connect(self._step)
        self.details.edited.connect(self._save)
        self.details.typing.connect(self.typing)

    def show_meeting(self, meeting: UUID, *, fresh: bool) -> None:
        """Show the list of a meeting; not `fresh`: without touching what is being changed."""
        if fresh:
            self.flush()
        self._meeting = meeting
        rows, known = accounting_items(self._session.store, meeting), known_papers(self._session.store, meeting)
        self._rows = {one.id: one for one in rows}
        self.list.blockSignals(True)
        self.list.clear()
        for one in rows:
            self.list.addItem(self._item(one, known.get(one.id, "")))
        place = next((n for n, one in enumerate(rows) if one.id == self._chosen), 0 if rows else -1)
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        writable = not self._session.store.read_only
        self.line.setEnabled(writable)
        self.known_button.setVisible(any(one.id in known and not one.done for one in rows) and writable)
        self.remove_button.setVisible(bool(rows) and writable)
        self.details.set_read_only(not writable)
        self._show_chosen()

    def typed(self) -> dict[str, Any]:
        """What is not kept yet of the line chosen, by field, with its id."""
        waiting = self._autosave.waiting()
        return {"id": self._chosen, **waiting} if waiting else {}

    def flush(self) -> None:
        """Save what is still being typed."""
        self.details.flush()

    def _item(self, one: AccountingRow, known: str) -> QListWidgetItem:
        there = self.tr("berkas rapat: {name}").format(name=known) if known else ""
        below = " · ".join(part for part in (one.note or "", there) if part)
        item = QListWidgetItem(f"{one.text}\n{below}" if below else one.text)
        item.setData(_ID, one.id)
        unit, lines = theme.current().unit, 2 if below else 1
        item.setSizeHint(QSize(0, max(lines * self.list.fontMetrics().lineSpacing() + unit * 2, unit * 7)))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        if not self._session.store.read_only:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if one.done else Qt.CheckState.Unchecked)
        return item

    @Slot()
    def _show_chosen(self) -> None:
        item = self.list.currentItem()
        chosen: UUID | None = item.data(_ID) if item else None
        same = chosen is not None and chosen == self._chosen
        if not same:
            self.flush()
        self._chosen = chosen
        self.details.setVisible(chosen is not None)
        if chosen is not None:
            row = self._rows[chosen]
            (self.details.reload if same else self.details.load)({"text": row.text, "note": row.note})
            if not same:
                self._autosave.forget()

    def _run(self, deed: Callable[[UUID], ChangeSet], told: str = "") -> bool:
        meeting = self._meeting
        if meeting is None or not self._session.run(lambda: deed(meeting), told=told):
            return False
        self.show_meeting(meeting, fresh=False)
        return True

    @Slot()
    def _add(self) -> None:
        text = self.line.value()
        if text and self._run(lambda meeting: add_accounting_item(self._session.desk, meeting, text)[1]):
            self.line.clear()
            self.list.setCurrentRow(self.list.count() - 1)

    @Slot()
    def _start(self) -> None:
        told = self.tr("Daftar dimulai dari yang lazim; ubah seperlunya.")
        self._run(lambda meeting: start_from_usual(self._session.desk, meeting), told)

    @Slot()
    def _tick_known(self) -> None:
        self._run(lambda meeting: tick_known(self._session.desk, meeting))

    @Slot(QListWidgetItem)
    def _tick(self, item: QListWidgetItem) -> None:
        one, done = item.data(_ID), item.checkState() is Qt.CheckState.Checked
        self._run(lambda _meeting: update_accounting_item(self._session.desk, one, done=done))

    @Slot()
    def _remove(self) -> None:
        one = self._rows.get(self._chosen) if self._chosen else None
        if one is not None:
            told = self.tr("Baris dihapus: {text}").format(text=one.text)
            self._run(lambda _meeting: delete_accounting_item(self._session.desk, one.id), told)

    @Slot(int)
    def _step(self, by: int) -> None:
        one = self._chosen
        if one is not None:
            to = max(self.list.currentRow() + by, 0)
            self._run(lambda _meeting: move_accounting_item(self._session.desk, one, to))

    @Slot()
    def _save(self) -> None:
        if self._chosen in self._rows:
            self._autosave.save(self._write)

    def _write(self, changed: dict[str, Any]) -> ChangeSet:
        assert self._chosen is not None
        return update_accounting_item(self._session.desk, self._chosen, **changed)
