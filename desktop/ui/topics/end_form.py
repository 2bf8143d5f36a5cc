"""Why something ends, and where it goes on: asked for once, for one row or for many."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.services.topic_closing import End
from desktop.ui.widgets.fields import ChoiceField, LineField
from desktop.ui.widgets.form import Form

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EndForm(Form):
    """applied(): Enter in one of its fields. left_wanted(): Escape."""

    applied = Signal()
    left_wanted = Signal()

    def __init__(self, others: Sequence[tuple[UUID, str]], parent: QWidget | None = None) -> None:
        """`others` are the open topics something can be handed over to."""
        super().__init__(parent, columns=3)
        self.reason = self.add_row("reason", self.tr("Alasan"), LineField(self.tr("Satu kalimat"), max_length=500))
        self.topic = self.add_row(
            "topic_id",
            self.tr("Dialihkan ke topik"),
            ChoiceField(others, empty=self.tr("Instansi di luar kantor")),
        )
        self.outside = self.add_row("outside", self.tr("… atau ke instansi"), LineField(max_length=200))
        self.topic.edited.connect(self._topic_chosen)

    def end(self, how: str) -> End:
        """What is written, as the end `how`."""
        topic = self.topic.value()
        to = topic if isinstance(topic, UUID) and how == "dialihkan" else None
        return End(how, self.reason.value(), to, "" if to else self.outside.value())

    def ask_for(self, how: str) -> bool:
        """Put the keyboard where something is missing for this end; False when nothing is."""
        if how == "selesai":
            return False
        end = self.end(how)
        if how == "dialihkan" and end.topic is None and not end.outside:
            self.go_to("outside" if self.reason.value() else "reason")
            return True
        if not end.reason:
            self.go_to("reason")
        return not end.reason

    def clear(self) -> None:
        """Begin with nothing written."""
        self.load({"reason": "", "topic_id": None, "outside": ""})
        self._topic_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.applied.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _topic_chosen(self) -> None:
        self.outside.setEnabled(self.topic.value() is None)
