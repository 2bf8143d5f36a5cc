"""The stages of a topic as rows: those with a day in the office's order, those without beneath."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.base.day_scale import span_of
from desktop.models.queries.office import StageOfTopic
from desktop.models.queries.review_points import ReviewPoint
from desktop.services.stage_standing import Standing, standing
from desktop.ui.readiness.timeline.wording import stage_text
from desktop.ui.widgets.text import tip

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class TimelineModel(QAbstractTableModel):
    """One row a stage; a row's name stands in the vertical header, its bar in the only column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stages: list[StageOfTopic] = []
        self.points: Sequence[ReviewPoint] = ()
        self.event_date: date | None = None
        self.event_label = ""
        self.today = date.min
        self.is_closed = False

    def show_topic(
        self,
        stages: Sequence[StageOfTopic],
        points: Sequence[ReviewPoint],
        event: date | None,
        event_label: str,
        today: date,
        *,
        closed: bool = False,
    ) -> None:
        """Show the stages of a topic as they stand on a day, that of its closing where it is `closed`."""
        self.beginResetModel()
        self.is_closed = closed
        self._stages = sorted(stages, key=lambda one: standing(one, today) is Standing.UNDATED)
        self.points, self.event_date, self.event_label, self.today = points, event, event_label, today
        self.endResetModel()

    def stage(self, row: int) -> StageOfTopic | None:
        """The stage of a row."""
        return self._stages[row] if 0 <= row < len(self._stages) else None

    def row_of(self, stage: UUID | None) -> int:
        """The row of a stage, -1 where it is not shown."""
        return next((row for row, one in enumerate(self._stages) if one.id == stage), -1)

    def standing(self, row: int) -> Standing:
        """Where the stage of a row stands today."""
        return standing(self._stages[row], self.today)

    def days(self) -> tuple[date, date] | None:
        """The first and last day worth showing; None while no day is known."""
        known = [day for one in self._stages for day in (one.starts_on, one.ends_on) if day is not None]
        known += [one.day for one in self.points if one.day is not None]
        known += [self.event_date] if self.event_date is not None else []
        return span_of(known, self.today)

    # Qt's side

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._stages)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid() or role not in (_Role.AccessibleTextRole, _Role.ToolTipRole):
            return None
        words = self.words(index.row())
        return tip(words) if role == _Role.ToolTipRole else words

    def words(self, row: int) -> str:
        """All that is known of a row's stage."""
        return stage_text(self._stages[row], self.standing(row))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical and 0 <= section < len(self._stages):
            if role == _Role.DisplayRole:
                return self._stages[section].name
            if role == _Role.ToolTipRole:
                return tip(self.words(section))
        return None
