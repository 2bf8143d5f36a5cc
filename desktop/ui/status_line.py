"""The line at the bottom: is my typing safe, what does the day bring, whose data is this, where does it lie."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.bus import ChangeBus
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.save_indicator import SaveIndicator
from desktop.ui.widgets.text import ElidedLabel, plain_label


class StatusLine(QFrame):
    """Save indicator at the left, what the day brings beside it; at the right whose data, and how to search.

    notice_wanted(): what the day brings was pressed
    """

    notice_wanted = Signal()

    def __init__(self, bus: ChangeBus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        unit = theme.current().unit
        self.saving = SaveIndicator(bus)
        self._hint = plain_label(role="muted")
        self.notice = button("", kind="quiet")
        self.notice.setFixedHeight(self.fontMetrics().height() + 2)  # the line stays as low as without it
        self.notice.hide()
        self.notice.clicked.connect(self.notice_wanted)
        bus.noticed.connect(self._show_notice)
        self._place = ElidedLabel()
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout(self)
        line.setContentsMargins(unit * 3, unit, unit * 3, unit)
        line.addWidget(self.saving)
        line.addWidget(self.notice)
        line.addWidget(self._place, 1)
        line.addWidget(self._hint)
        self.setMinimumHeight(self.fontMetrics().height() + 2 * unit)

    def set_place(self, office: str, database: str) -> None:
        """Name the office and what its data lie in (`Basis data di laptop ini`)."""
        self._place.setText("  ·  ".join(filter(None, (office, database))))
        self._hint.setText("  ·  " + self.tr("Ctrl+K: cari"))

    def place(self) -> str:
        return self._place.text()

    @Slot(str)
    def _show_notice(self, text: str) -> None:
        self.notice.setText(text)
        self.notice.setVisible(bool(text))
