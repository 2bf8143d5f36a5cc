"""A field that finds people or institutions while their name is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from desktop.ui import icons

_PAUSE_MS = 120
_ROWS_SHOWN = 10
_ENDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Choice(NamedTuple):
    """One hit: its value, its name, and a few words that tell it from others of the same name."""

    value: object
    label: str
    detail: str = ""


Search = Callable[[str], Sequence[Choice]]
"""Finds hits by what was typed, the best first; "" asks for all."""


class PickerField(QLineEdit):
    """Type part of a name and choose; `search` gets the text ("" for all) and returns the best hits first.

    Enter takes the hit that is highlighted, else the first. `value()` is the chosen value or None. What matches
    nothing is a problem, unless `free` is set: then `typed()` is kept as it is, for names not in the directory
    yet; Enter then highlights the first hit before it takes it, and Escape leaves the words.
    """

    edited = Signal()
    chosen = Signal(object)

    def __init__(
        self,
        search: Search,
        placeholder: str = "",
        *,
        free: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._free = free
        self._choice: Choice | None = None
        self.setPlaceholderText(placeholder or self.tr("Ketik sebagian nama"))

        # Hits
        self._hits = _Hits(self)
        button = self.addAction(icons.icon("chevron-down", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        button.setText(self.tr("Tampilkan daftar"))
        button.setToolTip(self.tr("Tampilkan daftar (Alt+↓)"))
        button.triggered.connect(self.open_list)

        # Typing
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.textEdited.connect(self._typed)

    def value(self) -> object:
        return self._choice.value if self._choice else None

    def typed(self) -> str:
        """What stands in the field."""
        return self.text().strip()

    def set_value(self, value: object) -> None:
        """Fill with a `Choice`, with plain text where `free` is set, or with None."""
        self._pause.stop()
        self._choice = value if isinstance(value, Choice) else None
        self.setText(value.label if isinstance(value, Choice) else str(value or ""))
        self.setCursorPosition(0)

    def problem(self) -> str:
        if self._choice or self._free or not self.typed():
            return ""
        return self.tr("“{name}” tidak ada dalam daftar. Pilih salah satu nama.").format(name=self.typed())

    def open_list(self) -> None:
        """Show all hits, whatever is typed."""
        self._offer("")

    def settle(self) -> None:
        """Take a name that was typed in full; it needs no choosing when only one hit bears it."""
        self._pause.stop()
        if self._choice is None and self.typed():
            wanted = self.typed().casefold()
            same = [hit for hit in self._search(self.typed()) if hit.label.casefold() == wanted]
            if len(same) == 1:
                self._take(same[0])

    @cached_property
    def _completer(self) -> QCompleter:
        """What shows the hits; made when the first are, for most fields of a form are left as they are."""
        made = QCompleter(self._hits, self)
        made.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        made.setMaxVisibleItems(_ROWS_SHOWN)
        made.setWidget(self)
        made.setPopup(self._popup)
        self._popup_chosen = made.activated[QModelIndex]  # type: ignore[index]
        self._popup_chosen.connect(self._activated)
        return made

    @cached_property
    def _popup(self) -> QListView:
        made = QListView()
        made.setProperty("role", "popup")
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

    def _is_open(self) -> bool:
        return "_popup" in self.__dict__ and self._popup.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt_down or event.key() == Qt.Key.Key_F4:
            self.open_list()
            return
        if event.key() in _ENDING:
            self._pause.stop()
            if self._is_open():
                self._end_list(event)
                return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _TABBED and (hit := self._highlighted()) is not None:
            self._take(hit)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.settle()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._pause.stop()
        super().hideEvent(event)

    def _typed(self) -> None:
        self._choice = None
        self._pause.start()
        self.edited.emit()

    def _look(self) -> None:
        if self.typed():
            self._offer(self.typed())
        elif self._is_open():
            self._popup.hide()

    def _offer(self, text: str) -> None:
        self._hits.fill(self._search(text))
        if self._hits.rowCount():
            self._completer.complete(QRect(0, 0, self._width_of_hits(), self.height()))
        elif self._is_open():
            self._popup.hide()

    def _width_of_hits(self) -> int:
        """Wide enough to read names with their details, never narrower than the field."""
        bar = self._popup.verticalScrollBar().sizeHint().width()
        wanted = self._popup.sizeHintForColumn(0) + bar + 2 * self._popup.frameWidth()
        return max(self.width(), min(wanted, self.window().width() * 2 // 3))

    def _end_list(self, event: QKeyEvent) -> None:
        """Escape, and Enter on a highlighted hit, are the list's own."""
        if event.key() == Qt.Key.Key_Escape or self._highlighted() is not None:
            event.ignore()  # the list acts on it
            return
        event.accept()  # else the list takes its current row
        self._enter_unhighlighted()

    def _enter_unhighlighted(self) -> None:
        """Take the first hit; where words of one's own will do, show first which one Enter would take."""
        first = self._hits.at(0)
        if self._free and self._choice is None and first.label.casefold() != self.typed().casefold():
            self._popup.setCurrentIndex(self._hits.index(0))
            return
        self._popup.hide()
        if self._choice is None:
            self._take(first)

    def _highlighted(self) -> Choice | None:
        """The hit chosen in the list; its current row alone is not to be seen."""
        chosen = self._popup.selectionModel().selectedRows() if self._is_open() else []
        return self._hits.at(chosen[0].row()) if chosen else None

    def _activated(self, index: QModelIndex) -> None:
        self._take(self._hits.at(index.row()))

    def _take(self, choice: Choice) -> None:
        self.set_value(choice)
        self.edited.emit()
        self.chosen.emit(choice.value)


class _Hits(QAbstractListModel):
    def __init__(self, parent: QLineEdit) -> None:
        super().__init__(parent)
        self._rows: list[Choice] = []

    def fill(self, rows: Sequence[Choice]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def at(self, row: int) -> Choice:
        return self._rows[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self._rows[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return choice.label
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{choice.label} – {choice.detail}" if choice.detail else choice.label
        return None
