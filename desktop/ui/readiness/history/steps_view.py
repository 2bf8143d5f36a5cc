"""Then and now on screen: arrow keys walk through it, Enter opens the items that changed in a cell."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.base.readiness_levels import is_half_reported
from desktop.models.then_and_now import Step
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.readiness.history.steps_model import STEP_ROLE, StepsModel, scores
from desktop.ui.widgets.grid_headers import CategoryHeader, NameHeader
from desktop.ui.widgets.table_look import draw_frame

_Index = QModelIndex | QPersistentModelIndex
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_NAME_LETTERS = 19


class StepDelegate(QStyledItemDelegate):
    """Both scores, and below them what became of the cell, in words; the ground only repeats them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        step = index.data(STEP_ROLE)
        if not isinstance(step, Step):
            return
        look = theme.current()
        tile = QRectF(option.rect).adjusted(2, 2, -2, -2)
        ink, ground = look.tone(tone_of(step))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if step.points:
            painter.setBrush(ground)
            painter.drawRoundedRect(tile, look.unit, look.unit)
        below = tile
        painter.setPen(look.colour("faint"))  # where there is nothing to compare: behind what can be
        if is_reported(step):
            painter.setPen(ink if step.points else look.colour("text"))
            painter.setFont(look.font(strong=True))
            line = tile.height() / 2
            painter.drawText(QRectF(tile.x(), tile.y(), tile.width(), line), _CENTRE, scores(step))
            below = QRectF(tile.x(), tile.y() + line, tile.width(), line)
        painter.setFont(look.font(0.92))
        words = QFontMetrics(painter.font()).elidedText(
            step.words or "–", Qt.TextElideMode.ElideRight, round(tile.width() - look.unit)
        )
        painter.drawText(below, _CENTRE, words)
        draw_frame(painter, tile, option)
        painter.restore()


class StepsView(QTableView):
    """opened(row, column): the items behind a cell are wanted."""

    opened = Signal(int, int)

    def __init__(self, model: StepsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Kesiapan dulu dan kini"))
        self.setModel(model)
        self.setItemDelegate(StepDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalHeader(CategoryHeader(self))
        self.setVerticalHeader(NameHeader(self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._open)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _OPENING:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        metrics, unit = self.fontMetrics(), theme.current().unit
        line = metrics.height()
        self.verticalHeader().setMinimumSectionSize(line)
        self.verticalHeader().setDefaultSectionSize(2 * line + 2 * unit)
        self.verticalHeader().setFixedWidth(metrics.averageCharWidth() * _NAME_LETTERS + 4 * unit)
        self.horizontalHeader().setMinimumSectionSize(metrics.horizontalAdvance("100% → 100%") + 3 * unit)
        self.horizontalHeader().setFixedHeight(2 * line + 3 * unit)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.row(), index.column())


def is_reported(step: Step) -> bool:
    """Whether anything was reported then or now."""
    return any(tally is not None and tally.reported for tally in (step.then, step.now))


def tone_of(step: Step) -> Tone:
    """Worse news as a problem, better news as good where at least half was reported; all else is neither."""
    if not step.points or step.now is None:
        return Tone.NONE
    if step.points < 0:
        return Tone.PROBLEM
    return Tone.OK if is_half_reported(step.now.reported, step.now.applicable) else Tone.NONE
