"""The check-in box: a few letters of a name, post or institution, Enter, next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from desktop.models.queries.attendance import ParticipantRow
from desktop.models.words import ATTENDANCE
from desktop.ui import icons, theme
from desktop.ui.meetings import choices
from desktop.ui.meetings.guest_line import read_guest
from desktop.ui.meetings.seat_search import Regions, SeatSearch

MOST = 8
"""Hits offered at once."""
_LETTERS_OF_A_NAME = 3


class CheckInBox(QLineEdit):
    """Finds seats in memory while one types; those not marked yet come first.

    found(ParticipantRow)   Enter on a seat
    guest(Guest)            Enter on a line that is no seat, after it was offered as a guest
    left()                  Escape in the empty box
    """

    found = Signal(object)
    guest = Signal(object)
    left = Signal()

    def __init__(self, host: QWidget) -> None:
        """`host` is the widget over which the hits float."""
        super().__init__(host)
        self._host = host
        self.search = SeatSearch()
        self._hits: list[ParticipantRow] = []
        self._offered = False
        self.setPlaceholderText(self.tr("Catat hadir (F3): ketik sebagian nama, jabatan, instansi, atau wilayah"))
        self.setAccessibleName(self.tr("Catat hadir"))
        self.setMaxLength(400)
        self.addAction(icons.icon("user-check", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._lines = _Lines(self)
        self._list = QListView(host)
        self._list.setProperty("role", "popup")
        self._list.setAccessibleName(self.tr("Yang cocok"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setModel(self._lines)
        self._list.clicked.connect(self._clicked)
        self._list.hide()
        self.textEdited.connect(self._look)

    def set_rows(self, rows: Sequence[ParticipantRow], regions: Regions) -> None:
        """Search among these seats; `regions` are those of their institutions."""
        self.search.set_rows(rows, regions)
        if self.text():
            self._look()

    def hits(self) -> list[str]:
        """The lines offered now."""
        return list(self._lines.texts)

    def empty(self) -> None:
        """Ready for the next one."""
        self.setText("")
        self._list.hide()
        self._hits, self._offered = [], False

    # Qt's side

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self.text():
            steps = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(step) for step in steps):
                event.ignore()  # nothing typed: Ctrl+Z takes back the last mark
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self.empty()
            else:
                self.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._hits:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._list.hide()

    # Within

    @Slot()
    def _look(self) -> None:
        self._offered = False
        self._hits = self.search.find(self.text())[:MOST]
        self._lines.fill([self._words(row) for row in self._hits] or self._offer())
        self._place()
        if self._hits:
            self._list.setCurrentIndex(self._lines.index(0))

    def _words(self, row: ParticipantRow) -> str:
        choice = choices.seat_choice(row)
        words = " – ".join(filter(None, (choice.label, choice.detail)))
        return words if row.state == "belum_dicatat" else f"{words}  ·  {ATTENDANCE[row.state]}"

    def _offer(self) -> list[str]:
        if not self._may_be_guest():
            return []
        guest = read_guest(self.text()).words or self.tr("nama tidak terbaca")
        if self._is_ready_guest():
            return [self.tr("Enter: catat tamu hadir – {guest}").format(guest=guest)]
        return [self.tr("Tidak ada di daftar. Tamu? Tulis: nama, jabatan, instansi")]

    def _may_be_guest(self) -> bool:
        return len(self.text().strip()) >= _LETTERS_OF_A_NAME or read_guest(self.text()).unreadable

    def _is_ready_guest(self) -> bool:
        """A line with commas is meant as a guest; a single name only after Enter was pressed once."""
        guest = read_guest(self.text())
        return guest.unreadable or (bool(guest.name) and (self._offered or bool(guest.title)))

    def _enter(self) -> None:
        if self._hits:
            row = self._hits[max(self._list.currentIndex().row(), 0)]
            self.empty()
            self.found.emit(row)
        elif not self._may_be_guest():
            return
        elif self._is_ready_guest():
            guest = read_guest(self.text())
            self.empty()
            self.guest.emit(guest)
        else:
            self._offered = True
            self._lines.fill(self._offer())
            self._place()

    def _step(self, by: int) -> None:
        row = (self._list.currentIndex().row() + by) % len(self._hits)
        self._list.setCurrentIndex(self._lines.index(row))

    @Slot(QModelIndex)
    def _clicked(self, _index: QModelIndex) -> None:
        self._enter()

    def _place(self) -> None:
        """The hits below the box, as high as they are many."""
        host, count = self._host, self._lines.rowCount()
        self._list.setVisible(bool(count))
        if count:
            below = self.mapTo(host, QPoint(0, self.height() + 2))
            unit = theme.current().unit
            dress = f"QListView::item {{ padding: {unit}px {unit * 2}px; }}"
            if dress != self._list.styleSheet():  # costs as much as all else a letter does
                self._list.setStyleSheet(dress)
            row = self._list.sizeHintForRow(0)
            width = min(max(self.width(), unit * 165), host.width() - below.x())
            self._list.setGeometry(below.x(), below.y(), width, row * count + 2 * self._list.frameWidth() + 2)
            self._list.raise_()


class _Lines(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.texts: list[str] = []

    def fill(self, texts: list[str]) -> None:
        self.beginResetModel()
        self.texts = texts
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.texts)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and index.isValid():
            return self.texts[index.row()]
        return None
