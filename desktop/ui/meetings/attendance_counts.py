"""How many came, always in sight; and where nobody came from, as lists that lead to the seats."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from desktop.base.numbers import grouped
from desktop.ui import theme
from desktop.ui.meetings.attendance_model import AttendanceSummary
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import plain_label, set_tip


class AttendanceCounts(QWidget):
    """wanted(seat): a seat was chosen from one of the lists."""

    wanted = Signal(object)

    def __init__(self, host: QWidget) -> None:
        """`host` is the widget within which the keys of the lists work."""
        super().__init__(host)
        self._counts = plain_label(role="heading")
        self._institutions = self._list("Alt+I", host)
        self._regions = self._list("Alt+K", host)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().unit * 2)
        line.addWidget(self._counts)
        line.addStretch()
        line.addWidget(self._institutions)
        line.addWidget(self._regions)

    def show_summary(self, now: AttendanceSummary) -> None:
        """Show these counts."""
        words = self.tr("Hadir {count}").format(count=grouped(now.present))
        if now.represented:
            words += " " + self.tr("({count} diwakili)").format(count=grouped(now.represented))
        words += " / " + self.tr("Undangan {count}").format(count=grouped(now.invited))
        if now.guests:
            words += " · " + self.tr("Tamu {count}").format(count=grouped(now.guests))
        words += " · " + self.tr("Belum dicatat {count}").format(count=grouped(now.unmarked))
        self._counts.setText(words)
        missing, regions = grouped(len(now.missing)), grouped(len(now.regions))
        self._fill(self._institutions, self.tr("Instansi belum terwakili {n}").format(n=missing), now.missing)
        self._fill(self._regions, self.tr("Kab/kota belum hadir {n}").format(n=regions), now.regions)

    def text(self) -> str:
        """All counts as they are shown."""
        return " · ".join((self._counts.text(), self._institutions.text(), self._regions.text()))

    def listed(self) -> tuple[list[str], list[str]]:
        """The institutions and the regions nobody came from, as the lists show them."""
        institutions, regions = (
            [action.text() for action in one.menu().actions()] for one in (self._institutions, self._regions)
        )
        return institutions, regions

    def _list(self, keys: str, host: QWidget) -> QPushButton:
        made = button("", kind="quiet")
        made.setMenu(QMenu(made))
        set_tip(made, self.tr("Tampilkan daftarnya ({keys})").format(keys=keys))
        on_keys(host, keys, made.click)
        return made

    def _fill(self, where: QPushButton, words: str, seats: tuple[tuple[str, UUID], ...]) -> None:
        where.setText(words)
        where.setEnabled(bool(seats))
        menu = where.menu()
        menu.clear()
        for name, seat in seats:
            action = menu.addAction(name.replace("&", "&&"))
            action.setData(seat)
            action.triggered.connect(self._chosen)

    @Slot()
    def _chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.wanted.emit(action.data())
