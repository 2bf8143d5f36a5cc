"""What the head is asked about one follow-up or problem, and the answer. The same part everywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.dates import long_date
from desktop.models.journal import ChangeSet
from desktop.models.queries.escalations import Escalation, escalation_of
from desktop.services.escalations import (
    answer_direction,
    ask_direction,
    direction_to_follow_up,
    withdraw_question,
)
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.draft_timer import DraftTimer
from desktop.ui.session import Session
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.shortcuts import CTRL_ENTER, on_keys


class DirectionPanel(QWidget):
    """A question and an answer are given by a button or Ctrl+Enter; words changed later save themselves.

    made(id)    the answer has become this follow-up
    left()      Escape: back to where the user came from
    """

    made = Signal(object)
    left = Signal()

    def __init__(self, session: Session, *, wide: bool = False, parent: QWidget | None = None) -> None:
        """`wide`: there is more width than height, so that question and answer stand side by side."""
        super().__init__(parent)
        self._session = session
        self._table = ""
        self._record: UUID | None = None
        self._row: Escalation | None = None
        self._anew = False  # another question is being written, beside an answer that was given
        self._draft = DraftTimer(session, self._gather, self)
        unit = theme.current().unit

        # Parts
        self.badge = Badge()
        self.form = Form(columns=2 if wide else 1)
        self.question = self.form.add_row(
            "escalation", self.tr("Yang ditanyakan kepada pimpinan"), TextField(lines=2, most=6),
            help=self.tr("Hanya tampak di kantor dan di Bahan Pimpinan, tidak pernah di surat keluar."),
        )  # fmt: skip
        self.answer = self.form.add_row("direction", self.tr("Arahan pimpinan"), TextField(lines=2, most=6))
        self.day = self.form.add_row("directed_on", self.tr("Tanggal arahan"), DateField())
        self.do = button("", "check", kind="primary")
        self.follow_up = button(self.tr("Jadikan tindak lanjut"), "list-checks")
        self.withdraw = button(self.tr("Tarik pertanyaan"), kind="quiet")
        self.again = button(self.tr("Tanya lagi"), kind="quiet")

        # Assemble
        line = QHBoxLayout()
        line.setSpacing(unit * 2)
        line.addWidget(self.do)
        line.addWidget(self.follow_up)
        line.addStretch()
        line.addWidget(self.withdraw)
        line.addWidget(self.again)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addWidget(self.badge)
        whole.addWidget(self.form, 1)
        whole.addLayout(line)

        # Wire
        self.do.clicked.connect(self.confirm)
        self.follow_up.clicked.connect(self._make_follow_up)
        self.withdraw.clicked.connect(self._withdraw)
        self.again.clicked.connect(self._ask_again)
        self.form.typing.connect(self._draft.touch)
        self.form.edited.connect(self._save)
        on_keys(self, CTRL_ENTER, self.confirm)
        self.show_record("commitment", None)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().unit * 120, theme.current().unit * 82)

    def show_record(self, table: str, record: UUID | None) -> None:
        """Show what is asked about a record, with what was being written of it; nothing for None."""
        self.flush()
        self._table, self._record, self._anew = table, record, False
        self._draft.place = f"direction:{record}"
        self._show(afresh=True)
        kept = self._draft.recall() if record is not None else None
        if kept is not None:
            for field, words in ((self.question, kept["escalation"]), (self.answer, kept["direction"])):
                if words:
                    field.set_value(words)

    def subject(self) -> tuple[str, UUID | None]:
        """What is shown: a table and one of its records."""
        return self._table, self._record

    def refresh(self) -> None:
        """Take over what changed elsewhere, undo included, without touching what is being typed."""
        self._show(afresh=False)

    def flush(self) -> None:
        """Save changed words of what is kept, and keep the others safe as a draft."""
        self.form.flush()
        self._save()
        self._draft.flush()

    def go_in(self) -> None:
        """Put the keyboard where something is to be written."""
        field = self.answer if self._row is not None else self.question
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def confirm(self) -> None:
        """Ask the head, or note the answer."""
        record = self._record
        if record is None or not self.form.check():
            return
        values, desk = self.form.values(), self._session.desk
        if self._row is None:
            words = str(values["escalation"] or "")
            self._settle(
                lambda: ask_direction(desk, self._table, record, words), self.tr("Dimintakan arahan pimpinan.")
            )
        else:
            self._save()
            self._settle(lambda: self._answer(values), self.tr("Arahan dicatat."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
            return
        super().keyPressEvent(event)

    # Within

    def _show(self, *, afresh: bool) -> None:
        record, row = self._record, None
        if record is not None and not self._anew:
            row = escalation_of(self._session.store, self._table, record)
        others = (row is None) != (self._row is None) or (
            row is not None and self._row is not None and row.directed_on != self._row.directed_on
        )
        self._row = row
        values = {
            "escalation": row.question if row else "",
            "direction": (row.direction or "") if row else "",
            "directed_on": (row.directed_on if row else None) or today(),
        }
        (self.form.load if afresh or others else self.form.reload)(values)
        is_given = row is not None and row.directed_on is not None
        self.badge.set_state(*self._standing())
        self.form.show_row("direction", row is not None)
        self.form.show_row("directed_on", row is not None)
        self.do.setText(self.tr("Catat arahan") if row else self.tr("Minta arahan pimpinan"))
        self.do.setVisible(not is_given)
        self.follow_up.setVisible(is_given)
        self.again.setVisible(is_given)
        self.withdraw.setVisible(row is not None and not is_given)
        self.setEnabled(record is not None and not self._session.store.read_only)

    def _standing(self) -> tuple[str, Tone]:
        row = self._row
        if row is None:
            return self.tr("Tidak dimintakan arahan"), Tone.NONE
        if row.directed_on is None:
            return self.tr("Menunggu arahan sejak {day}").format(day=long_date(row.asked_on)), Tone.ATTENTION
        return self.tr("Arahan diberikan {day}").format(day=long_date(row.directed_on)), Tone.OK

    def _answer(self, values: dict[str, Any]) -> ChangeSet:
        assert self._record is not None
        day = values["directed_on"]
        words = str(values["direction"] or "")
        return answer_direction(
            self._session.desk, self._table, self._record, words, day if isinstance(day, date) else None
        )

    @Slot()
    def _save(self) -> None:
        """Keep changed words of a question that waits, or of an answer that was given."""
        row, record, changed = self._row, self._record, self.form.changes()
        if row is None or record is None or not changed:
            return
        if "escalation" in changed and row.directed_on is None:
            words = str(changed["escalation"] or "")
            if self._session.run(
                lambda: ask_direction(self._session.desk, self._table, record, words), form=self.form
            ):
                self.form.mark_saved(["escalation"])
        if row.directed_on is not None and changed.keys() & {"direction", "directed_on"}:
            values = self.form.values()
            if self._session.run(lambda: self._answer(values), form=self.form):
                self.form.mark_saved(["direction", "directed_on"])

    @Slot()
    def _withdraw(self) -> None:
        record = self._record
        if record is not None:
            self._settle(
                lambda: withdraw_question(self._session.desk, self._table, record),
                self.tr("Pertanyaan kepada pimpinan ditarik."),
            )

    def _settle(self, deed: Callable[[], ChangeSet], told: str) -> None:
        """Do what ends the writing; whoever hears of it may at once show another record here."""
        record = self._record
        self._draft.discard()
        if not self._session.run(deed, form=self.form, told=told):
            self._draft.touch()
        elif self._record == record:
            self._anew = False
            self._show(afresh=True)

    @Slot()
    def _ask_again(self) -> None:
        """Another question about the same; the answer before stays in the journal."""
        self.flush()
        self._anew = True
        self._show(afresh=True)
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _make_follow_up(self) -> None:
        self.flush()
        record = self._record
        if record is None:
            return
        done = self._session.make(
            lambda: direction_to_follow_up(self._session.desk, self._table, record),
            form=self.form, told=self.tr("Arahan menjadi tindak lanjut."),
        )  # fmt: skip
        if done is not None:
            self.made.emit(done[0])

    def _gather(self) -> dict[str, Any] | None:
        """What is written and not kept: a question not asked yet, an answer not noted yet."""
        row, values = self._row, self.form.values()
        kept = {
            "escalation": str(values["escalation"] or "") if row is None else "",
            "direction": str(values["direction"] or "") if row is not None and row.directed_on is None else "",
        }
        return kept if self._record is not None and any(kept.values()) else None
