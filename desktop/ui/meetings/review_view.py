"""The list of what earlier meetings left open, drawn as cards; digits answer, letters begin a note."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.models.queries.review import ReviewPart
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.commitments.faces import addressee_face
from desktop.ui.meetings.review_model import ROW, Group, ReviewModel
from desktop.ui.widgets.badge_delegate import draw_badge
from desktop.ui.widgets.empty_state import EmptyState

_Index = QModelIndex | QPersistentModelIndex
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
ANSWERS = ("belum", "proses", "selesai_laporan", "selesai_bukti")
"""What the keys 1 to 4 mean."""
_BADGE = 34  # units of width kept for a state
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ReviewView(QListView):
    """answered(state): 1 … 4 was pressed; typed(text): a note was begun; note_wanted(): Enter or F2; left(): Esc.
    moved(row): another row became the current one.
    """

    answered = Signal(str)
    typed = Signal(str)
    note_wanted = Signal()
    left = Signal()
    moved = Signal(int)

    def __init__(self, model: ReviewModel, empty: EmptyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = empty
        empty.setParent(self.viewport())
        self.setModel(model)
        self.setItemDelegate(_ReviewDelegate(self, model))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("Tindak lanjut rapat sebelumnya"))
        self.doubleClicked.connect(self.note_wanted)
        model.modelReset.connect(self._show_emptiness)
        model.dataChanged.connect(self.scheduleDelayedItemsLayout)
        self._show_emptiness()

    def go_to(self, row: int) -> None:
        """Choose a row and bring it into sight."""
        if row >= 0:
            index = self.model().index(row, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, plain = event.text(), not event.modifiers() & _COMMANDS
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and text in ("1", "2", "3", "4"):
            self.answered.emit(ANSWERS[int(text) - 1])
        elif plain and event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.note_wanted.emit()
        elif plain and text.strip() and text.isprintable():
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        self._empty.setGeometry(self.viewport().rect())
        self._empty.setVisible(self.model().rowCount() == 0)


class _HasViewport(Protocol):
    def viewport(self) -> QWidget: ...


class _ReviewDelegate(QStyledItemDelegate):
    """Draws an institution as a headline, a part as a small head, its text, its state and what was answered."""

    def __init__(self, view: QListView, model: ReviewModel) -> None:
        super().__init__(view)
        self._view: _HasViewport = view
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        row, look = index.data(ROW), theme.current()
        width = self._view.viewport().width()
        if isinstance(row, Group):
            return QSize(width, QFontMetrics(look.font(strong=True)).height() + look.unit * 5)
        assert isinstance(row, ReviewPart)
        return QSize(width, sum(self._heights(row, width)) + look.unit * 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, look = index.data(ROW), theme.current()
        painter.save()
        if isinstance(row, Group):
            self._paint_group(painter, option.rect, row)
        else:
            assert isinstance(row, ReviewPart)
            if option.state & QStyle.StateFlag.State_Selected:
                active = option.widget is not None and option.widget.hasFocus()
                painter.fillRect(option.rect, look.colour("selection" if active else "selection_idle"))
            self._paint_part(painter, option.rect, row)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, row: Group) -> None:
        look = theme.current()
        unit, font = look.unit, look.font(strong=True)
        inner = rect.adjusted(unit * 3, unit * 2, -unit * 3, -unit)
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        text = QFontMetrics(font).elidedText(row.text, Qt.TextElideMode.ElideRight, inner.width() - unit * _BADGE)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.setPen(look.colour("line"))
        painter.drawLine(inner.left(), rect.bottom(), inner.right(), rect.bottom())
        if row.is_present is None:
            return
        painter.setFont(look.font(0.9))
        words = self.tr("hadir") if row.is_present else self.tr("belum dicatat")
        badge = QRectF(inner.right() - unit * _BADGE, inner.top(), unit * _BADGE, inner.height())
        draw_badge(painter, badge, words, Tone.OK if row.is_present else Tone.NONE)

    def _paint_part(self, painter: QPainter, rect: QRect, row: ReviewPart) -> None:
        look = theme.current()
        unit, small = look.unit, look.font(0.9)
        width = self._text_width(rect.width())
        head, text, answer = self._heights(row, rect.width())
        top, left = rect.top() + unit * 2, rect.left() + unit * 3
        painter.setFont(look.font())
        painter.setPen(look.colour("text"))
        painter.drawText(QRect(left, top, width, text), _WRAPPED, row.text)
        painter.setFont(small)
        painter.setPen(look.colour("muted"))
        painter.drawText(QRect(left, top + text, width, head), _WRAPPED, self._model.head(row))
        if answer:
            painter.setPen(look.colour("link" if row.answer_id else "muted"))
            painter.drawText(QRect(left, top + text + head, width, answer), _WRAPPED, self._model.answer(row))
        face = addressee_face(row.state)
        badge = QRectF(left + width + unit * 2, top, unit * _BADGE, QFontMetrics(small).height() + unit)
        draw_badge(painter, badge, face.text, face.tone, face.symbol)

    def _heights(self, row: ReviewPart, width: int) -> tuple[int, int, int]:
        look = theme.current()
        text, small = QFontMetrics(look.font()), QFontMetrics(look.font(0.9))
        room = QRect(0, 0, self._text_width(width), 100_000)
        answer = self._model.answer(row)
        return (
            small.boundingRect(room, _WRAPPED, self._model.head(row)).height(),
            text.boundingRect(room, _WRAPPED, row.text).height() + look.unit // 2,
            small.boundingRect(room, _WRAPPED, answer).height() + look.unit // 2 if answer else 0,
        )

    @staticmethod
    def _text_width(width: int) -> int:
        unit = theme.current().unit
        return max(40, width - unit * (8 + _BADGE))
