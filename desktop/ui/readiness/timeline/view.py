"""The timeline: arrow keys go from stage to stage, left and right through the days, Enter opens a stage."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.base.day_scale import DayScale
from desktop.models.queries.office import StageOfTopic
from desktop.ui import theme
from desktop.ui.readiness.timeline.bars import StageDelegate, bar_ends
from desktop.ui.readiness.timeline.headers import NamesHeader, ScaleHeader
from desktop.ui.readiness.timeline.model import TimelineModel

DETAILS = {"semua": 0.0, "bulan": 4.0, "minggu": 9.0}
"""How much of the time is seen at once: pixels a day at least; with 0 all days fit into the view."""
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENSURE = QAbstractItemView.ScrollHint.EnsureVisible
_NAMES = 0.34  # of the width


class TimelineView(QTableView):
    """opened(stage id): Enter or a double click. moved(): the keyboard is at another stage."""

    opened = Signal(object)
    moved = Signal()

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._detail = model, "semua"
        self.setAccessibleName(self.tr("Garis waktu tahapan"))
        self.setModel(model)
        self.bars = StageDelegate(self, model)
        self.setItemDelegate(self.bars)
        self.head, self.names = ScaleHeader(self, model), NamesHeader(self)
        self.setHorizontalHeader(self.head)
        self.setVerticalHeader(self.names)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setAutoScroll(False)  # the only column is wider than the view
        self.names.sectionClicked.connect(self.go_to)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._tell_moved)
        model.modelReset.connect(self._measure)
        self._measure()

    def current(self) -> StageOfTopic | None:
        """The stage the keyboard is at."""
        return self._model.stage(self.currentIndex().row())

    def go_to(self, row: int) -> None:
        """Make a row the current one and bring its bar into sight."""
        if 0 <= row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row, 0))

    def go_to_stage(self, stage: UUID | None) -> bool:
        """Go to a stage; False where it is not shown."""
        row = self._model.row_of(stage)
        self.go_to(row)
        return row >= 0

    def set_detail(self, detail: str) -> None:
        """Show the days larger or smaller (a key of `DETAILS`), with today or the chosen stage in sight."""
        self._detail = detail
        self._measure()
        QTimer.singleShot(0, self, self._keep_in_sight)

    def show_days(self) -> None:
        """Bring the bar of the chosen stage into sight, or today where none is chosen."""
        scale, stage = self.bars.scale, self.current()
        if scale is None:
            return
        if stage is not None and (stage.starts_on or stage.ends_on):
            left, right = bar_ends(stage, scale)
        else:
            left = right = scale.middle(self._model.today)
        bar, seen = self.horizontalScrollBar(), self.viewport().width()
        if left < bar.value() or right > bar.value() + seen:
            bar.setValue(round(min(left - seen * 0.1, (left + right - seen) / 2 if right - left < seen else left)))

    # Qt's side

    def scrollTo(
        self, index: QModelIndex | QPersistentModelIndex, hint: QAbstractItemView.ScrollHint = _ENSURE
    ) -> None:
        """Up and down only: the only column is as wide as all days."""
        before = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        self.horizontalScrollBar().setValue(before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _OPENING:
            self._open(self.currentIndex())
        elif plain and event.key() in _ASIDE:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + _ASIDE[Qt.Key(event.key())] * self.viewport().width() // 4)
        elif plain and event.key() == Qt.Key.Key_Home:
            self.go_to(0)
        elif plain and event.key() == Qt.Key.Key_End:
            self.go_to(self._model.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.go_to(max(self.currentIndex().row(), 0))
        self.names.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.names.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "names"):
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        QTimer.singleShot(0, self, self._keep_in_sight)  # once the scroll bars have their new range

    # Within

    def _measure(self) -> None:
        """Give the names their share of the width and the days the rest, or more where they are shown larger."""
        unit = theme.current().unit
        self.names.setFixedWidth(round(self.width() * _NAMES))
        self.names.setDefaultSectionSize(self.fontMetrics().height() + 3 * unit)
        room, days = self.viewport().width(), self._model.days()
        scale, wide = None, room
        if days is not None:
            count = (days[1] - days[0]).days + 1
            per_day = max(DETAILS[self._detail], (room - 4 * unit) / count, 0.01)
            scale = DayScale(*days, 2 * unit, per_day)
            wide = max(room, round(scale.width + 4 * unit))
        self.bars.scale = scale
        self.head.setMinimumSectionSize(1)
        if self._model.columnCount():
            self.head.resizeSection(0, wide)
        self.head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.head.set_scale(scale)
        self.viewport().update()

    @Slot()
    def _keep_in_sight(self) -> None:
        self.scrollTo(self.currentIndex())
        self.show_days()

    def _open(self, index: QModelIndex) -> None:
        if (stage := self._model.stage(index.row())) is not None:
            self.opened.emit(stage.id)

    def _tell_moved(self, _current: QModelIndex) -> None:
        self.scrollTo(self.currentIndex())
        self.show_days()
        self.names.viewport().update()
        self.moved.emit()
