"""Says above the tabs of a meeting that its minutes stand still, and leads to where that is undone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.colours import Tone
from desktop.ui.widgets.banner import Banner

_STILL = frozenset({"preparation", "attendance", "capture"})  # tabs in which nothing of the minutes changes now


class FrozenBanner(Banner):
    """wanted(): to the minutes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.INFO, parent=parent)
        self.hide()

    def show_state(self, state: str, tab: str) -> None:
        """Follow the minutes' state and the tab in front."""
        words = {
            "siap": self.tr("Notula siap ditandatangani: isinya tidak berubah lagi, kecuali dikembalikan."),
            "ditandatangani": self.tr("Notula sudah ditandatangani: isinya hanya berubah lewat perbaikan."),
        }.get(state)
        self.setVisible(words is not None and tab in _STILL)
        if words is not None:
            self.say(words, Tone.INFO, self.tr("Buka Notula"))
