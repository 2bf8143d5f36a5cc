"""Susun Tahapan: the stages of a topic as a list that is typed, pasted, ordered and corrected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.dates import short_date
from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet
from desktop.models.queries.office import StageOfTopic, TopicSummary, stages
from desktop.services.stage_rows import parse_day, parse_stages
from desktop.services.stages import NewStage, add_stages, delete_stages, move_stage, update_stage
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.readiness.timeline.wording import source_text
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cell_delegates import CellDelegate
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.record_model import RecordColumn, RecordModel
from desktop.ui.widgets.record_table import RecordTable
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import plain_label

_DAYS = ("starts_on", "ends_on")


class StageLine(LineField):
    """One line for the name of a stage. pasted(str): rows of a table were pasted instead."""

    pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if "\t" in text or "\n" in text.strip():
            self.pasted.emit(text)
        else:
            super().keyPressEvent(event)


class StagesDialog(QDialog):
    """Every change is kept at once and can be taken back."""

    def __init__(
        self, session: Session, topic: TopicSummary, at: UUID | None = None, parent: QWidget | None = None
    ) -> None:
        """`at` is the stage to begin at."""
        super().__init__(parent)
        self._session, self._topic = session, topic
        self.setModal(True)
        self.setWindowTitle(self.tr("Susun tahapan"))
        unit = theme.current().unit

        # Parts
        self.fault = Banner("", Tone.PROBLEM)
        self.fault.hide()
        self.model = RecordModel[StageOfTopic](self._columns(), self)
        self.table = RecordTable(self.model, self.tr("Tahapan"), self)
        self.table.allow_dragging()
        for number, column in enumerate(self.model.columns):
            if column.field:
                self.table.setItemDelegateForColumn(number, CellDelegate(column.title, self.table))
        self.table.set_empty_state(
            EmptyState(
                "calendar",
                self.tr("Belum ada tahapan"),
                self.tr("Tulis yang pertama di bawah, atau tempel barisnya dari Excel."),
            )
        )
        self.line = StageLine(self.tr("Tahapan baru: tulis namanya lalu Enter, atau tempel baris dari Excel"))
        self.line.setAccessibleName(self.tr("Tahapan baru"))
        hint = plain_label(
            self.tr(
                "F2 mengubah sel, Alt+↑/↓ memindahkan, Delete menghapus, Ctrl+Z mengurungkan. Tanggal boleh "
                "kosong. Kolom yang ditempel: Tahapan, Mulai, Selesai, Pelaksana, Sumber."
            ),
            "help",
        )
        hint.setWordWrap(True)
        self.remove_button = button(self.tr("Hapus"), "trash-2", kind="quiet")
        leave = button(self.tr("Selesai"), kind="primary")
        leave.setAutoDefault(False)

        # Assemble
        foot = QHBoxLayout()
        foot.setSpacing(unit * 2)
        foot.addWidget(self.remove_button)
        foot.addStretch()
        foot.addWidget(leave)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(self.tr("Tahapan {topic}").format(topic=topic.name), role="title"))
        whole.addWidget(self.fault)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.line)
        whole.addWidget(hint)
        whole.addLayout(foot)

        # Wire
        self.model.change_wanted.connect(self._change)
        self.table.move_wanted.connect(self._move)
        self.table.remove_wanted.connect(self._remove)
        self.line.returnPressed.connect(self._add_typed)
        self.line.pasted.connect(self._paste)
        self.remove_button.clicked.connect(self._remove)
        leave.clicked.connect(self.accept)
        on_keys(self.table, "Ctrl+V", lambda: self._paste(QGuiApplication.clipboard().text()))
        on_keys(self.table, "Ctrl+Z", session.undo)
        session.bus.changed.connect(self._changed)
        self._load()
        self.table.go_to_row(max(self.model.row_of(at), 0) if at else 0)
        (self.table if self.model.rowCount() else self.line).setFocus(Qt.FocusReason.OtherFocusReason)
        take_its_size(self)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 280, unit * 150)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):  # they belong to cells and line, not to a button
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self.table.finish_editing()
        super().done(result)

    def show_fault(self, fault: InvalidInput) -> bool:
        """Say what was refused; it stays until something is kept."""
        self.fault.say(str(fault), Tone.PROBLEM)
        self.fault.show()
        return True

    # Within

    def _columns(self) -> list[RecordColumn[StageOfTopic]]:
        return [
            RecordColumn(self.tr("No"), None, width=3, right=True),
            _text_column(self.tr("Tahapan"), "name", 34, stretch=True),
            _day_column(self.tr("Mulai"), "starts_on"),
            _day_column(self.tr("Selesai"), "ends_on"),
            _text_column(self.tr("Pelaksana"), "lead", 22),
            RecordColumn(
                self.tr("Sumber"),
                lambda one: source_text(one.confidence),
                width=20,
                field="confidence",
                edit=lambda one: source_text(one.confidence),
            ),
        ]

    def _load(self) -> None:
        self.model.set_records(stages(self._session.store, self._topic.id))
        self.remove_button.setEnabled(self.model.rowCount() > 0)

    def _carry_out(self, deed: Any, told: str = "") -> bool:
        done = self._session.run(deed, form=self, told=told)
        if done:
            self.fault.hide()
        return done

    def _add(self, new: Sequence[NewStage]) -> bool:
        done = self._carry_out(lambda: add_stages(self._session.desk, self._topic.id, new)[1])
        if done:
            self.table.go_to_row(self.model.rowCount() - 1)
        return done

    @Slot()
    def _add_typed(self) -> None:
        if self.line.value() and self._add([NewStage(self.line.value())]):
            self.line.clear()

    @Slot(str)
    def _paste(self, text: str) -> None:
        try:
            new = parse_stages(text, self._near())
        except InvalidInput as fault:
            self.show_fault(fault)
            return
        if new:
            self._add(new)

    @Slot(object, str, object)
    def _change(self, stage: UUID, field: str, value: object) -> None:
        def deed() -> ChangeSet:
            kept = parse_day(str(value), self._near(), field) if field in _DAYS else str(value)
            return update_stage(self._session.desk, stage, **{field: kept})

        self._carry_out(deed)

    @Slot(object, int)
    def _move(self, stage: UUID, to: int) -> None:
        self._carry_out(lambda: move_stage(self._session.desk, stage, to))

    @Slot()
    def _remove(self) -> None:
        chosen = self.table.selected_ids()
        if not chosen:
            return
        row = self.table.selected_rows()[0]
        told = self.tr("{count} tahapan dihapus").format(count=len(chosen))
        if self._carry_out(lambda: delete_stages(self._session.desk, chosen), told):
            self.table.go_to_row(min(row, self.model.rowCount() - 1))

    def _near(self) -> Any:
        """The day beside which a day without its year is looked for."""
        return self._topic.event_date or today()

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if "stage" in changes.tables:
            self._load()


def _text_column(title: str, field: str, width: int, *, stretch: bool = False) -> RecordColumn[StageOfTopic]:
    def text(one: StageOfTopic) -> str:
        return getattr(one, field) or ""

    return RecordColumn(title, text, width=width, stretch=stretch, field=field, edit=text)


def _day_column(title: str, field: str) -> RecordColumn[StageOfTopic]:
    def text(one: StageOfTopic) -> str:
        day = getattr(one, field)
        return short_date(day).partition(", ")[2] if day else ""

    return RecordColumn(title, text, width=12, field=field, edit=text)
