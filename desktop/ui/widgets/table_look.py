"""How tables look: their selection, what stands in an empty one, the frame of the cell in hand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView, QWidget

from desktop.ui import theme


def colour_selection(view: QTableView, *, focused: bool) -> None:
    """A selected row is bright while the keyboard works in the table, grey while it works elsewhere."""
    look, palette = theme.current(), QPalette()
    palette.setColor(QPalette.ColorRole.Highlight, look.colour("selection" if focused else "selection_idle"))
    palette.setColor(QPalette.ColorRole.HighlightedText, look.colour("text"))
    view.setPalette(palette)


def show_emptiness(view: QTableView, words: QWidget | None) -> None:
    """Let what is said of an empty table fill it, and go when there are rows."""
    if words is not None:
        words.setGeometry(view.viewport().rect())
        words.setVisible(view.model().rowCount() == 0)


def draw_frame(painter: QPainter, tile: QRectF, option: QStyleOptionViewItem) -> None:
    """Frame the cell in hand of a grid of tiles: strongly while the keyboard works there."""
    if option.state & QStyle.StateFlag.State_Selected:
        look = theme.current()
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("focus" if focused else "border"), 2))
        painter.drawRoundedRect(tile, look.unit, look.unit)
