"""Which period a report is for: a strip of the last ones, each says by sign and words whether it has an entry."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.base.dates import DAYS_SHORT, MONTHS_SHORT, brief_date
from desktop.base.reporting import period_of, period_words
from desktop.ui import icons, theme
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import set_tip

_SHOWN = 7


class PeriodField(QWidget):
    """A field of a form; its value is the name of a period (`base.reporting`), None where nothing repeats.

    The present period is chosen at first. A second entry of a period stands above the first, as corrections do.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, QPushButton] = {}
        self._line = FlowLayout(self, spacing=theme.current().unit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def offer(self, often: str | None, day: date, entered: Collection[str]) -> None:
        """Show the last periods up to a day; `entered` are those with an entry."""
        periods = last_periods(day, often, _SHOWN) if often else []
        if [*self._chips] != periods:
            self._make(periods)
        for period, chip in self._chips.items():
            has = period in entered
            chip.setIcon(icons.icon("circle-check" if has else "circle-dashed", "text" if has else "muted"))
            words = period_words(period)
            told = self.tr("{period}: sudah ada laporan") if has else self.tr("{period}: belum ada laporan")
            chip.setAccessibleName(told.format(period=words))
            set_tip(chip, told.format(period=words))
        self.set_value(periods[-1] if periods else None)

    def value(self) -> str | None:
        return next((period for period, chip in self._chips.items() if chip.isChecked()), None)

    def set_value(self, value: object) -> None:
        for period, chip in self._chips.items():
            chip.setChecked(period == value)

    def problem(self) -> str:
        return ""

    def _make(self, periods: list[str]) -> None:
        for chip in self._chips.values():
            self._line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for period in periods:
            chip = QPushButton(short_period(period), self)
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.setProperty("kind", "chip")
            chip.setObjectName(period)
            chip.clicked.connect(self._chosen)
            chip.show()
            self._line.addWidget(chip)
            self._chips[period] = chip

    def _chosen(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QPushButton):
            self.set_value(pressed.objectName())
            self.edited.emit()


def last_periods(day: date, often: str, count: int) -> list[str]:
    """So many periods up to the one a day is in, the oldest first."""
    found = [period_of(day, often)]
    while len(found) < count:
        day -= timedelta(days=1)
        before = period_of(day, often)
        if before != found[0]:
            found.insert(0, before)
    return found


def short_period(period: str) -> str:
    """A period for narrow places: `Kam 3 Okt`, `Mgg 41`, `Mgg 41–42`, `Okt 2024`."""
    if len(period) == 10:
        day = date.fromisoformat(period)
        return f"{DAYS_SHORT[day.weekday()]} {brief_date(day)}"
    if len(period) == 7:
        return f"{MONTHS_SHORT[int(period[5:]) - 1]} {period[:4]}"
    return "Mgg " + period[6:].replace("-", "–").lstrip("0")
