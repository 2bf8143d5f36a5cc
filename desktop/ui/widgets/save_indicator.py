"""Says, always in sight, what became of the typing: `Tersimpan 10.42`, `Draf aman 10.42`, `Belum tersimpan: …`."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.base.clock import here
from desktop.base.dates import HOME_ZONE, clock_text
from desktop.ui import icons, theme
from desktop.ui.bus import ChangeBus
from desktop.ui.colours import Tone
from desktop.ui.widgets.text import ElidedLabel


class SaveIndicator(QWidget):
    """Follows a `ChangeBus`, or is told; times are shown in the office's zone.

    That something was not saved stays until the next thing is; a draft alone does not settle it.
    """

    def __init__(self, bus: ChangeBus | None = None, zone: str = HOME_ZONE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._sign = _Sign()
        self._words = ElidedLabel()
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._failed = False
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().unit)
        line.addWidget(self._sign)
        line.addWidget(self._words)
        self._show("", "", Tone.NONE)
        if bus is not None:
            bus.saving.connect(self.show_saving)
            bus.saved.connect(self.show_saved)
            bus.draft_saved.connect(self.show_draft)
            bus.not_saved.connect(self.show_failed)

    def text(self) -> str:
        return self._words.text()

    def show_saving(self) -> None:
        self._show(self.tr("Menyimpan…"), "refresh-cw", Tone.NONE)

    def show_saved(self, moment: datetime) -> None:
        self._failed = False
        self._show(self.tr("Tersimpan {time}").format(time=self._clock(moment)), "check", Tone.OK)

    def show_draft(self, moment: datetime) -> None:
        if self._failed:
            return
        self._show(self.tr("Draf aman {time}").format(time=self._clock(moment)), "check", Tone.INFO)

    def show_failed(self, reason: str) -> None:
        self._failed = True
        self._show(self.tr("Belum tersimpan: {reason}").format(reason=reason), "circle-alert", Tone.PROBLEM)

    def _clock(self, moment: datetime) -> str:
        return clock_text(here(moment, self._zone).time(), None)

    def _show(self, text: str, icon: str, tone: Tone) -> None:
        self._words.setText(text)
        self._sign.show_icon(icon, tone)
        self.setAccessibleName(text)


class _Sign(QLabel):
    def __init__(self) -> None:
        super().__init__()
        self._icon, self._tone = "", Tone.NONE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, tone: Tone) -> None:
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.current().unit * 4
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._icon:
            drawn = icons.pixmap(self._icon, f"{self._tone}_text", self.width(), self.devicePixelRatioF())
            QPainter(self).drawPixmap(0, 0, drawn)
