"""Says above what belongs to a closed topic that it stands still, and leads to the topics."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.base.dates import medium_date
from desktop.ui.colours import Tone
from desktop.ui.widgets.banner import Banner


class ClosedBanner(Banner):
    """wanted(): to the topics."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.INFO, parent=parent)
        self.hide()

    def show_closing(self, is_closed: bool, closed_on: date | None) -> None:
        """Follow the topic in hand."""
        if is_closed:
            when = self.tr(" pada {day}").format(day=medium_date(closed_on)) if closed_on else ""
            words = self.tr("Topik ditutup{when}: isinya tetap dapat dibaca, tetapi tidak berubah lagi.")
            self.say(words.format(when=when), Tone.INFO, self.tr("Topik Koordinasi…"))
        self.setVisible(is_closed)
