"""The list over the line while a name is being typed: whom the letters may mean, those present first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from desktop.services.capture_line.names import Named
from desktop.ui import theme

_MOST = 8


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of the list, and what it stands for: a name, or one of the deeds `GUEST` and `TEXT`."""

    words: str
    means: Named | str


GUEST, TEXT = "guest", "text"


class LineHits(QListView):
    """Up and Down choose, Tab takes, Escape closes; Enter takes only what was chosen with the arrows.

    taken(object)    what the chosen line means
    """

    taken = Signal(object)

    def __init__(self, below: QWidget) -> None:
        """`below` is the line over which the list stands."""
        super().__init__(below.window())
        self._line = below
        self._chosen = False
        self._rows = _Offers(self)
        self.setModel(self._rows)
        self.setProperty("role", "popup")
        self.setAccessibleName(self.tr("Yang cocok"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.clicked.connect(self._clicked)
        self.hide()

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show these lines; none closes the list."""
        self._chosen = False
        self._rows.fill(list(offers))
        if not offers:
            self.hide()
            return
        if self.parentWidget() is not self._line.window():
            self.setParent(self._line.window())
        self._place()
        self.setCurrentIndex(self._rows.index(0))
        self.show()
        self.raise_()

    def words(self) -> list[str]:
        """The lines offered now."""
        return [one.words for one in self._rows.offers] if self.isVisible() else []

    def takes_key(self, event: QKeyEvent) -> bool:
        """Whether a key typed in the line was meant for the list, which then acted on it."""
        if not self.isVisible():
            return False
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held:
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Tab or (key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen):
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        count = self._rows.rowCount()
        self._chosen = True
        self.setCurrentIndex(self._rows.index((self.currentIndex().row() + by) % count))

    def _take(self) -> None:
        means = self._rows.offers[self.currentIndex().row()].means
        self.hide()
        self.taken.emit(means)

    def _clicked(self, _index: QModelIndex) -> None:
        self._take()

    def _place(self) -> None:
        """Over the line, as high as the offers are many, up to eight."""
        unit = theme.current().unit
        self.setStyleSheet(f"QListView::item {{ padding: {unit}px {unit * 2}px; }}")
        height = self.sizeHintForRow(0) * min(self._rows.rowCount(), _MOST) + 2 * self.frameWidth() + 2
        corner = self._line.mapTo(self._line.window(), QPoint(0, -height - 2))
        width = min(max(unit * 130, self.sizeHintForColumn(0) + unit * 8), self._line.width())
        self.setGeometry(corner.x(), max(corner.y(), 0), width, height)


class _Offers(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.offers: list[Offer] = []

    def fill(self, offers: list[Offer]) -> None:
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.offers)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.offers[index.row()].words
        return None
