"""Draws a state as a rounded badge: its word, its symbol and its colour."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui import icons, theme
from desktop.ui.colours import TONE_ICONS, Tone
from desktop.ui.widgets.columns import SYMBOL_ROLE, TONE_ROLE

_Index = QModelIndex | QPersistentModelIndex


class BadgeDelegate(QStyledItemDelegate):
    """For columns with a `tone`; a cell without one is drawn as plain text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tone = index.data(TONE_ROLE)
        if not tone:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        margin = 2 * theme.current().unit
        draw_badge(
            painter,
            QRectF(option.rect).adjusted(margin, 0, -margin, 0),
            text,
            Tone(tone),
            index.data(SYMBOL_ROLE) or "",
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + option.fontMetrics.height() + 6 * theme.current().unit, hint.height())


def draw_badge(painter: QPainter, room: QRectF, text: str, tone: Tone, symbol: str = "") -> None:
    """Draw a badge at the left of `room`, in its middle; the text is shortened when it does not fit."""
    metrics, unit = painter.fontMetrics(), theme.current().unit
    side = metrics.height() - 2
    height = metrics.height() + unit
    most = room.width()
    around = side + 5 * unit
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(most - around + unit))
    width = min(most, metrics.horizontalAdvance(shown) + around)
    pill = QRectF(room.x(), room.center().y() - height / 2 + 0.5, width, height)
    ink, ground = theme.current().tone(tone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    ratio = max(1.0, painter.deviceTransform().m11())
    drawn = icons.pixmap(symbol or TONE_ICONS[tone], f"{tone}_text", side, ratio)
    painter.drawPixmap(int(pill.x() + 1.5 * unit), int(pill.center().y() - side / 2 + 0.5), drawn)
    painter.setPen(ink)
    words = pill.adjusted(side + 2.5 * unit, 0, 0, 0)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
