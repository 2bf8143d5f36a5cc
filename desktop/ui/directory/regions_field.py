"""The regions an institution serves: names that can be taken off, and a box to add one more."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import icons, theme
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.picker_field import PickerField, Search
from desktop.ui.widgets.text import set_tip


class RegionsField(QWidget):
    """A field of a form: `value()` are region ids in the order added; `set_value` takes (id, name) pairs."""

    edited = Signal()

    def __init__(self, search: Search, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._regions: dict[UUID, str] = {}
        unit = theme.current().unit
        self._names = QWidget()
        self._names.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._flow = FlowLayout(self._names, spacing=unit)
        self._add = PickerField(search, self.tr("Tambah wilayah: ketik sebagian nama"))
        self._add.setAccessibleName(self.tr("Tambah wilayah"))
        self._add.chosen.connect(self._chosen)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit)
        whole.addWidget(self._names)
        whole.addWidget(self._add)
        self.setFocusProxy(self._add)

    def value(self) -> tuple[UUID, ...]:
        return tuple(self._regions)

    def set_value(self, value: object) -> None:
        self._regions = dict(value) if isinstance(value, tuple | list) else {}
        self._show()

    def problem(self) -> str:
        return self._add.problem()

    @Slot(object)
    def _chosen(self, region: UUID) -> None:
        self._regions.setdefault(region, self._add.typed())
        self._add.set_value(None)
        self._show()
        self.edited.emit()

    @Slot()
    def _take_off(self) -> None:
        self._regions.pop(UUID(self.sender().objectName()), None)
        self._show()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for region, name in self._regions.items():
            chip = QPushButton(name)
            chip.setProperty("kind", "chip")
            chip.setIcon(icons.icon("x", "muted"))
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setObjectName(str(region))
            chip.setAccessibleName(self.tr("Lepas {name}").format(name=name))
            set_tip(chip, self.tr("Lepas {name}").format(name=name))
            chip.clicked.connect(self._take_off)
            self._flow.addWidget(chip)
        self._names.setVisible(bool(self._regions))
        self.updateGeometry()
