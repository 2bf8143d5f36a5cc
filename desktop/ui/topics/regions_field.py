"""The regions of a topic: any of those the office knows, always shown in its own order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.folding import fold
from desktop.models.queries.regions import RegionRow
from desktop.ui import theme
from desktop.ui.readiness.wording import short_region
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.removable_chips import RemovableChips

_MOST = 20  # hits of a search


class TopicRegionsField(QWidget):
    """A field of a form: `value()` are the ids, in the office's order."""

    edited = Signal()

    def __init__(self, known: Sequence[RegionRow], home: Iterable[UUID], parent: QWidget | None = None) -> None:
        """`home` are the regions of the office's working area, offered together."""
        super().__init__(parent)
        self._known = {one.id: one for one in known}
        self._home = frozenset(home)
        self._chosen: set[UUID] = set()
        unit = theme.current().unit
        self.chips = RemovableChips(self)
        self.chips.removed.connect(self._take_off)
        self._add = PickerField(
            self._search, self.tr("Tambah wilayah: ketik sebagian nama, juga di luar wilayah kerja")
        )
        self._add.setAccessibleName(self.tr("Tambah wilayah"))
        self._add.chosen.connect(self._picked)
        self.home_button = button(self.tr("Wilayah kerja"), "plus")
        self.home_button.setAutoDefault(False)
        self.home_button.clicked.connect(self._take_home)
        line = QHBoxLayout()
        line.setSpacing(unit * 2)
        line.addWidget(self._add, 1)
        line.addWidget(self.home_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit)
        whole.addLayout(line)
        whole.addWidget(self.chips)
        self.setFocusProxy(self._add)

    def value(self) -> tuple[UUID, ...]:
        return tuple(one for one in self._known if one in self._chosen)

    def set_value(self, value: object) -> None:
        self._chosen = set(value) & self._known.keys() if isinstance(value, tuple | list) else set()
        self._show()

    def problem(self) -> str:
        return self._add.problem()

    def _search(self, text: str) -> list[Choice]:
        words = fold(text).split()
        found = [
            Choice(one.id, one.name)
            for one in self._known.values()
            if one.id not in self._chosen
            and all(
                any(part.startswith(word) for part in fold(f"{one.code} {one.name}").split()) for word in words
            )
        ]
        return found[:_MOST]

    @Slot(object)
    def _picked(self, region: UUID) -> None:
        self._add.set_value(None)
        self._change(self._chosen | {region})

    @Slot(object)
    def _take_off(self, region: UUID) -> None:
        self._change(self._chosen - {region})
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _take_home(self) -> None:
        self._change(self._chosen | (self._home & self._known.keys()))

    def _change(self, chosen: set[UUID]) -> None:
        self._chosen = chosen
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        self.chips.set_chips([(one, short_region(self._known[one].name)) for one in self.value()])
        self.home_button.setEnabled(not self._home <= self._chosen)
        self.updateGeometry()
