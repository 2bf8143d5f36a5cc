"""Which way one walks through the reports, at which region, item or institution, and which lines are wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.readiness.entry.lines import BY_INSTITUTION, BY_ITEM, BY_REGION, TO_CONFIRM, UNREADY, UNREPORTED
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.text import set_tip

ALL = "all"
_PLACE_LETTERS = 34


class WalkBar(QWidget):
    """walk_changed(): another way. place_changed(): another region, item or institution. filter_changed()."""

    walk_changed = Signal()
    place_changed = Signal()
    filter_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = theme.current().unit
        self.walks = FilterChips(
            (
                (BY_REGION, self.tr("Per wilayah")),
                (BY_ITEM, self.tr("Per butir")),
                (BY_INSTITUTION, self.tr("Per instansi")),
            ),
            single=True,
        )
        self.walks.keep_one_line()
        set_tip(self.walks, self.tr("Alt+1 per wilayah, Alt+2 per butir, Alt+3 per instansi"))
        self.place = ChoiceField()
        self.place.setMinimumContentsLength(_PLACE_LETTERS)
        self.back = icon_button("chevron-left", self.tr("Sebelumnya (Ctrl+PgUp)"))
        self.on = icon_button("chevron-right", self.tr("Berikutnya (Ctrl+PgDn)"))
        self.filters = FilterChips(
            (
                (ALL, self.tr("Semua")),
                (UNREPORTED, self.tr("Belum dilaporkan")),
                (TO_CONFIRM, self.tr("Perlu dikonfirmasi")),
                (UNREADY, self.tr("Belum siap")),
            ),
            single=True,
        )
        self.details = button(self.tr("Rincian (Ctrl+D)"), "panel-left", kind="quiet")
        self.details.setCheckable(True)
        self.details.setChecked(True)
        set_tip(self.details, self.tr("Formulir lengkap di samping daftar: bukti, periode, riwayat"))
        first = QHBoxLayout()
        first.setSpacing(unit * 2)
        first.addWidget(self.walks, alignment=Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self.place, 1)
        first.addWidget(self.back)
        first.addWidget(self.on)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addLayout(first)
        second = QHBoxLayout()
        second.setSpacing(unit * 2)
        second.addWidget(self.filters, 1)
        second.addWidget(self.details)
        whole.addLayout(second)

        # Wire
        self.walks.changed.connect(lambda _keys: self.walk_changed.emit())
        self.filters.changed.connect(lambda _keys: self.filter_changed.emit())
        self.place.edited.connect(self.place_changed)
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))

    def walk(self) -> str:
        """The way chosen."""
        return next(iter(self.walks.chosen()))

    def choose_walk(self, walk: str) -> None:
        """Take another way."""
        if walk != self.walk():
            self.walks.choose({walk})
            self.walk_changed.emit()

    def wanted(self) -> str:
        """The filter chosen."""
        return next(iter(self.filters.chosen()))

    def at(self) -> UUID | None:
        """The region, item or institution in hand."""
        one = self.place.value()
        return one if isinstance(one, UUID) else None

    def offer(self, name: str, places: Sequence[tuple[UUID, str]]) -> None:
        """Offer other regions, items or institutions; `name` says what they are. The one in hand stays."""
        kept = self.at()
        self.place.setAccessibleName(name)
        self.place.set_options(list(places))
        if places and kept not in [one for one, _ in places]:
            self.place.set_value(places[0][0])

    def go_to(self, place: UUID) -> bool:
        """Choose a region, item or institution; False where it is not offered."""
        before = self.at()
        self.place.set_value(place)
        if self.at() != place:
            self.place.set_value(before)
            return False
        return True

    @Slot()
    def step(self, by: int) -> bool:
        """Go on to the next place or back; False at the end."""
        row = self.place.currentIndex() + by
        if not 0 <= row < self.place.count():
            return False
        self.place.setCurrentIndex(row)
        self.place_changed.emit()
        return True

    def show_counts(self, counted: Mapping[str, int], every: int) -> None:
        """Say how many lines each filter brings."""
        self.filters.set_counts({ALL: every, **counted})
