"""Corrects a line where it stands: its kind, its speaker, for whom they spoke, and its text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.discussion import StatementRow
from desktop.models.words import STATEMENT_KINDS
from desktop.ui import theme
from desktop.ui.meetings.line_input import LineInput
from desktop.ui.meetings.voices import Voices
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.picker_field import Choice, PickerField

_CORRECTED = ("kind", "speaker_id", "on_behalf_of_id", "text")


class LineEditor(QFrame):
    """finished(): Enter, or the focus went elsewhere. cancelled(): Escape. grown(): it needs another height."""

    finished = Signal()
    cancelled = Signal()
    edited = Signal()
    grown = Signal()

    def __init__(self, said: StatementRow, voices: Voices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.statement = said.id
        self.was: dict[str, Any] = {name: getattr(said, name) for name in _CORRECTED}
        self._theirs: dict[str, Any] = {}
        unit = theme.current().unit
        self.setAutoFillBackground(True)
        self.kind = ChoiceField(list(STATEMENT_KINDS.items()))
        self.speaker = PickerField(voices.speakers, self.tr("Pembicara"))
        self.behalf = PickerField(voices.offices, self.tr("atas nama sendiri"))
        self.text = LineInput(lines=2, most=12)
        for field, name in (
            (self.kind, self.tr("Jenis catatan")),
            (self.speaker, self.tr("Pembicara")),
            (self.behalf, self.tr("Atas nama")),
            (self.text, self.tr("Isi catatan")),
        ):
            field.setAccessibleName(name)
            field.edited.connect(self.edited)
            field.installEventFilter(self)
        self.kind.set_value(said.kind)
        self.speaker.set_value(voices.speaker(said.speaker_id))
        if said.on_behalf_of_id and said.on_behalf_of:
            self.behalf.set_value(Choice(said.on_behalf_of_id, said.on_behalf_of))
        self.text.set_value(said.text)
        self.text.finished.connect(self._entered)
        self.text.document().documentLayout().documentSizeChanged.connect(self._grown)
        upper = QHBoxLayout()
        upper.setSpacing(unit * 2)
        upper.addWidget(self.kind, 2)
        upper.addWidget(self.speaker, 3)
        upper.addWidget(self.behalf, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 2, unit * 2, unit * 2, unit * 2)
        whole.setSpacing(unit * 2)
        whole.addLayout(upper)
        whole.addWidget(self.text)
        self.setFocusProxy(self.text)

    def start(self) -> None:
        """Go to the text, at its end."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        end = self.text.document().characterCount() - 1
        self.text.set_caret(end, end)

    def values(self) -> dict[str, Any]:
        """The line as it shall be, ready for the service."""
        return {
            "kind": self.kind.value(),
            "speaker_id": self.speaker.value(),
            "on_behalf_of_id": self.behalf.value(),
            "text": self.text.value(),
        }

    def be_told(self, theirs: Mapping[str, Any]) -> None:
        """Somebody else made the line this; the next Enter overwrites it, leaving the line does not."""
        mine = self.values()
        self._theirs = {name: theirs[name] for name in _CORRECTED if mine[name] != self.was[name]}

    def unknown_name(self) -> PickerField | None:
        """The field in which a name stands that nobody bears."""
        return next((field for field in (self.speaker, self.behalf) if field.problem()), None)

    def pack(self) -> dict[str, Any]:
        """What is being changed, as a draft keeps it."""
        ends = [
            [str(field.value()) if field.value() else None, field.typed()] for field in (self.speaker, self.behalf)
        ]
        return {
            "statement": str(self.statement),
            "was": {name: str(value) if value else None for name, value in self.was.items()},
            "kind": self.kind.value(),
            "ends": ends,
            "text": self.text.toPlainText(),
            "caret": list(self.text.caret()),
        }

    def unpack(self, kept: Mapping[str, Any]) -> None:
        """Show a draft again."""
        for name, value in kept.get("was", {}).items():
            self.was[name] = UUID(value) if value and name.endswith("_id") else value
        self.kind.set_value(kept["kind"])
        for field, (one, words) in zip((self.speaker, self.behalf), kept["ends"], strict=True):
            field.set_value(Choice(UUID(one), words) if one else words)
        self.text.set_value(kept["text"])
        self.text.set_caret(*kept["caret"])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._entered()
            return
        super().keyPressEvent(event)

    def _entered(self) -> None:
        self.was |= self._theirs
        self.finished.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._look_where_the_focus_is)
        return super().eventFilter(watched, event)

    def _look_where_the_focus_is(self) -> None:
        now = QApplication.focusWidget()
        if now is None or now.window() is not self.window() or now is self or self.isAncestorOf(now):
            return
        self.finished.emit()

    def _grown(self) -> None:
        self.updateGeometry()
        self.grown.emit()
