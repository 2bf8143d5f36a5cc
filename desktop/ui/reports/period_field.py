"""Which time a report is about: a usual period, or from one day to another."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.base.clock import today
from desktop.base.periods import Period, usual_periods
from desktop.ui import theme
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.text import plain_label

_OWN = "sendiri"
_DAYS_WIDTH = 56  # of the theme's unit: "Kamis, 26 September 2024"


class PeriodField(ChoiceField):
    """A list of periods; `days` is another widget, with the two days to type where none of the list will do.

    changed()    another period is meant
    """

    changed = Signal()

    def __init__(self, *, ever: bool = False, parent: QWidget | None = None) -> None:
        """With `ever` all time can be meant too, and is at the beginning."""
        super().__init__(
            (
                ("bulan_ini", self.tr("Bulan ini")),
                ("bulan_lalu", self.tr("Bulan lalu")),
                ("triwulan_ini", self.tr("Triwulan ini")),
                ("triwulan_lalu", self.tr("Triwulan lalu")),
                ("tahun_ini", self.tr("Tahun ini")),
                ("tahun_lalu", self.tr("Tahun lalu")),
                (_OWN, self.tr("Pilih tanggal…")),
            ),
            empty=self.tr("Semua waktu") if ever else None,
            parent=parent,
        )
        self.setAccessibleName(self.tr("Kurun waktu"))
        self.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(self.count())
        self._period = None if ever else usual_periods(today())["bulan_ini"]
        self._first, self._last = DateField(), DateField()
        self._first.setAccessibleName(self.tr("Dari tanggal"))
        self._last.setAccessibleName(self.tr("Sampai tanggal"))
        self._problem = plain_label(role="error")
        self.days = self._make_days()
        self.edited.connect(self._choose)
        for field in (self._first, self._last):
            field.edited.connect(self._take_days)

    def period(self) -> Period | None:
        """The period meant, None for all time; while a day typed cannot be read, the one before."""
        return self._period

    def words(self) -> str:
        """What is meant, in words; nothing for all time."""
        return self._period.words if self._period else ""

    def renew(self) -> None:
        """Mean the same words as they are today: the program may have been open over the end of a month."""
        self._period = usual_periods(today()).get(str(self.value()), self._period)

    def filter_words(self) -> list[str]:
        """What is meant, as a line above a list; nothing for all time."""
        return [self.tr("Kurun waktu: {period}").format(period=self.words())] if self._period else []

    def set_period(self, period: Period | None) -> None:
        """Mean a period from now on; its days are shown where it is none of the list."""
        named = [key for key, one in usual_periods(today()).items() if one == period]
        self.set_value(named[0] if named else _OWN if period else None)
        self._show_days(period)
        self._period = period

    def _make_days(self) -> QWidget:
        days = QWidget()
        line = QHBoxLayout(days)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().unit * 2)
        for field in (self._first, self._last):
            field.setFixedWidth(theme.current().unit * _DAYS_WIDTH)
        for widget in (self._first, plain_label(self.tr("s.d.")), self._last, self._problem):
            line.addWidget(widget)
        line.addStretch()
        days.hide()
        return days

    @Slot()
    def _choose(self) -> None:
        if self.value() != _OWN:
            self._period = usual_periods(today()).get(str(self.value()))
            self.days.hide()
            self.changed.emit()
            return
        was, self._period = self._period, self._period or usual_periods(today())["bulan_ini"]
        self._show_days(self._period)
        self._first.setFocus()
        self._first.selectAll()
        if was is None:  # the days on screen are what is meant from now on
            self.changed.emit()

    def _show_days(self, period: Period | None) -> None:
        self.days.setVisible(self.value() == _OWN)
        self._problem.setText("")
        if period is not None:
            self._first.set_value(period.first)
            self._last.set_value(period.last)

    @Slot()
    def _take_days(self) -> None:
        first, last = self._first.value(), self._last.value()
        missing = self.tr("Isi kedua tanggalnya.")
        problem = self._first.problem() or self._last.problem()
        if first is None or last is None:
            self._problem.setText(problem or missing)
            return
        self._problem.setText("")
        if (period := Period(first, last)) != self._period:
            self._period = period
            self.changed.emit()
