"""How a follow-up ended with its topic, where it goes on, and what it took over: each a line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.dates import medium_date
from desktop.models.queries.closing import EndedHere
from desktop.models.words import ENDS
from desktop.ui.commitments.standing import wrapped_label
from desktop.ui.widgets.line_button import LineButton


class EndedLines(QWidget):
    """follow_up_wanted(id): the one that goes on elsewhere, or the one it came from."""

    follow_up_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = wrapped_label(role="muted")
        self.onward, self.back = LineButton(""), LineButton("")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for one in (self.words, self.onward, self.back):
            whole.addWidget(one)
        self.onward.clicked.connect(lambda: self._go("successor_id"))
        self.back.clicked.connect(lambda: self._go("predecessor_id"))
        self._shown: EndedHere | None = None
        self.hide()

    def show_end(self, end: EndedHere) -> None:
        """Show what there is to say; nothing of one that simply goes on."""
        self._shown = end
        told = []
        if end.how:
            when = medium_date(end.on) if end.on else ""
            told.append(f"{ENDS[end.how]} {when}".strip() + (f": {end.note}" if end.note else ""))
        if end.is_closed:
            told.append(self.tr("Topiknya sudah ditutup: isinya tidak berubah lagi."))
        self.words.setText("\n".join(told))
        self.words.setVisible(bool(told))
        self.onward.say(self.tr("Lanjutannya di topik {topic}").format(topic=end.successor_topic))
        self.onward.setVisible(end.successor_id is not None)
        self.back.say(self.tr("Lanjutan dari topik {topic}").format(topic=end.predecessor_topic))
        self.back.setVisible(end.predecessor_id is not None)
        self.setVisible(bool(told) or end.predecessor_id is not None)

    def _go(self, which: str) -> None:
        one = getattr(self._shown, which, None)
        if one is not None:
            self.follow_up_wanted.emit(one)
