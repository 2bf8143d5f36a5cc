"""Draws a row of a search: its sign, its title with its day, and the piece of text that was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.base.dates import medium_date
from desktop.base.search_words import Wanted
from desktop.base.snippets import Snippet
from desktop.models.queries.search_hits import Hit
from desktop.ui import icons, theme
from desktop.ui.search.commands import Command
from desktop.ui.search.hits_model import ROW
from desktop.ui.search.leads import ICONS

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MOST_LETTERS = 240


class HitDelegate(QStyledItemDelegate):
    """Commands take one line, hits two; what was searched for stands out by its weight."""

    wanted = Wanted()

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        look = theme.current()
        height = QFontMetrics(look.font()).height() + look.unit * 2
        if not isinstance(index.data(ROW), Command):
            height += QFontMetrics(look.font(0.95)).height()
        return QSize(look.unit * 40, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, look = index.data(ROW), theme.current()
        unit, rect = look.unit, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("hover"))
        inner = rect.adjusted(unit * 10, unit, -unit * 3, -unit)
        if isinstance(row, Command):
            self._sign(painter, rect, row.icon)
            self._right(painter, inner, row.keys)
            self._line(painter, inner, Snippet(row.title, ()), look.font(), look.colour("text"))
        elif isinstance(row, Hit):
            self._paint_hit(painter, rect, inner, row)
        painter.restore()

    def _paint_hit(self, painter: QPainter, rect: QRect, inner: QRect, hit: Hit) -> None:
        look = theme.current()
        font, small = look.font(), look.font(0.95)
        self._sign(painter, rect, ICONS[hit.group])
        first = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(font).height())
        second = QRect(inner.left(), first.bottom() + 1, inner.width(), QFontMetrics(small).height())
        taken = self._right(painter, first, medium_date(hit.day) if hit.day else "")
        words = hit.words
        title = hit.title_for(self.wanted, _room(first.width() - taken, font)) if hit.title else Snippet(words, ())
        self._line(painter, first.adjusted(0, 0, -taken, 0), title, font, look.colour("text"))
        painter.setFont(small)
        painter.setPen(look.colour("muted"))
        if hit.title:
            painter.drawText(second, _LEFT, words)
            second.setLeft(second.left() + QFontMetrics(small).horizontalAdvance(f"{words}  "))
            if hit.text:
                painter.drawText(second, _LEFT, "·")
                second.setLeft(second.left() + QFontMetrics(small).horizontalAdvance("·  "))
        self._line(painter, second, hit.text_for(self.wanted, _room(second.width(), small)), small, None)

    @staticmethod
    def _sign(painter: QPainter, rect: QRect, name: str) -> None:
        unit = theme.current().unit
        side = unit * 4
        ratio = max(1.0, painter.deviceTransform().m11())
        drawn = icons.pixmap(name, "muted", side, ratio)
        painter.drawPixmap(rect.left() + unit * 3, rect.center().y() - side // 2 + 1, drawn)

    @staticmethod
    def _right(painter: QPainter, rect: QRect, text: str) -> int:
        """Text at the right end of a line; returns the width it takes."""
        if not text:
            return 0
        look = theme.current()
        font = look.font(0.9)
        painter.setFont(font)
        painter.setPen(look.colour("muted"))
        painter.drawText(rect, _RIGHT, text)
        return QFontMetrics(font).horizontalAdvance(text) + look.unit * 3

    @staticmethod
    def _line(painter: QPainter, rect: QRect, piece: Snippet, font: QFont, colour: QColor | None) -> None:
        """One line, its marked places strong; without a `colour` muted between them."""
        look = theme.current()
        strong = QFont(font)
        strong.setWeight(QFont.Weight.Bold)
        text, marks = piece.text, piece.marks
        shown = QFontMetrics(strong).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        if shown != text:
            kept = len(shown) - 1
            marks = tuple((start, min(end, kept)) for start, end in marks if start < kept)
        layout = QTextLayout(shown, font)
        layout.setFormats(_formats(shown, marks, look.colour("text")))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(1_000_000)
        layout.endLayout()
        painter.setPen(colour or look.colour("muted"))
        top = rect.top() + (rect.height() - line.height()) / 2
        layout.draw(painter, QPointF(rect.left(), top))


def _room(width: int, font: QFont) -> int:
    """How many letters a line has room for, rather too many: the end is shortened where it is drawn."""
    return min(_MOST_LETTERS, max(20, width // max(1, QFontMetrics(font).averageCharWidth())))


def _formats(text: str, marks: Sequence[tuple[int, int]], colour: QColor) -> list[QTextLayout.FormatRange]:
    """The marks as Qt counts: in units of UTF-16."""
    found = []
    for start, end in marks:
        one = QTextLayout.FormatRange()
        one.start = _units(text[:start])
        one.length = _units(text[start:end])
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.Bold)
        strong.setForeground(colour)
        one.format = strong
        found.append(one)
    return found


def _units(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)
