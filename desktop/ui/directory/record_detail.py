"""The right half of a tab: one record as a form that saves itself, with what belongs to it below."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.ui import theme
from desktop.ui.autosave import AutoSave
from desktop.ui.colours import Tone
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.text import set_tip


class RecordDetail(QWidget):
    """Shows one record; those who inherit say what is read, written and deleted.

    deleted()    the record shown was taken away
    """

    deleted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.record: UUID | None = None
        unit = theme.current().unit
        # Each part is made where it will stand: the style sheet dresses anew whatever is moved, with all it holds.
        self._stack = QStackedWidget(self)
        self._card = Card(parent=self._stack)
        self.form = Form(self._card, columns=2)
        self.form.edited.connect(self._save)
        self._autosave = AutoSave(session, self.form)
        self.delete_button = icon_button("trash-2", "")
        self.delete_button.clicked.connect(self._delete)
        self._card.tools.addWidget(self.delete_button)
        self._card.body.addWidget(self.form)
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self._card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.setMinimumWidth(unit * 90)

    def set_words(self, nothing: EmptyState, delete: str) -> None:
        """`nothing` is shown while no record is chosen; `delete` is what the button that deletes is called."""
        blank = self._stack.widget(0)
        self._stack.insertWidget(0, nothing)
        self._stack.setCurrentIndex(0)
        if blank is not None:
            self._stack.removeWidget(blank)
            blank.deleteLater()
        self.delete_button.setAccessibleName(delete)
        set_tip(self.delete_button, delete)

    def show_record(self, record: UUID | None) -> None:
        """Show a record, after saving what was typed in the one before."""
        if record == self.record:
            return
        self._leave()
        self.record = record
        self.form.clear_errors()
        self._autosave.forget()
        self._refresh(fresh=True)

    def refresh(self) -> None:
        """Read the record again, but leave alone what is being typed."""
        self._refresh(fresh=False)

    def flush(self) -> None:
        """Save what is still being typed."""
        self.form.flush()

    def read(self, record: UUID) -> tuple[str, dict[str, Any]] | None:
        """The record's title and the values of the form; None when it is gone."""
        raise NotImplementedError

    def write(self, record: UUID, changed: dict[str, Any]) -> ChangeSet:
        """Keep the fields that were changed."""
        raise NotImplementedError

    def take_away(self, record: UUID) -> ChangeSet:
        """Delete the record."""
        raise NotImplementedError

    def deleted_words(self, title: str) -> str:
        """What is said after deleting."""
        raise NotImplementedError

    def _refresh(self, *, fresh: bool) -> None:
        found = None if self.record is None else self.read(self.record)
        self._stack.setCurrentIndex(0 if found is None else 1)
        if found is None:
            self.record = None
            return
        title, values = found
        self._card.set_title(title)
        if fresh:
            if self.session.store.read_only:
                self.form.set_read_only(True)
            self.form.load(values)
            self.form.verticalScrollBar().setValue(0)
        else:
            self.form.reload(values)

    @Slot()
    def _save(self) -> None:
        record = self.record
        if record is not None and self._autosave.save(lambda changed: self.write(record, changed)):
            self.refresh()

    @Slot()
    def _delete(self) -> None:
        record = self.record
        if record is None:
            return
        self.flush()
        told = self.deleted_words(self._card.title.text())
        if self.session.run(lambda: self.take_away(record), told=told):
            self.record = None
            self._refresh(fresh=True)
            self.deleted.emit()

    def _leave(self) -> None:
        """Save, and say so when something that is wrong stays behind."""
        self.flush()
        if self.record is None or not self._unsaved():
            return
        words = self.tr("Perubahan pada {name} belum tersimpan karena ada isian yang perlu diperbaiki.")
        self.session.bus.message.emit(words.format(name=self._card.title.text()), str(Tone.ATTENTION))

    def _unsaved(self) -> bool:
        fields = [self.form.field(key) for key in self.form.keys()]  # noqa: SIM118 - not a dict
        wrong = any(one.property("wrong") or one.problem() for one in fields)  # type: ignore[attr-defined]
        return wrong or bool(self.form.changes())


def line_of(*widgets: QWidget, spacing: int) -> QHBoxLayout:
    """Widgets side by side, the first as wide as there is room."""
    line = QHBoxLayout()
    line.setSpacing(spacing)
    for number, widget in enumerate(widgets):
        line.addWidget(widget, 0 if number else 1)
    return line
