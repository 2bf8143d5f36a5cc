"""What is in force, as chips in a row; each has an x that takes it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.ui import icons, theme
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import set_tip

_LONGEST = 48  # letters


class RemovableChips(QWidget):
    """removed(key): the x of a chip was pressed. It takes no room while there are none."""

    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._flow = FlowLayout(self, spacing=theme.current().unit * 2)
        self._keys: list[object] = []
        self.hide()

    def set_chips(self, chips: Sequence[tuple[object, str]]) -> None:
        """Show these: a key and its words each."""
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._keys = [key for key, _ in chips]
        for number, (_, words) in enumerate(chips):
            self._flow.addWidget(self._chip(number, words))
        self.setVisible(bool(chips))
        self.updateGeometry()

    def words(self) -> list[str]:
        """The words of the chips as they are shown."""
        return [chip.text().replace("&&", "&") for chip in self.findChildren(QPushButton) if not chip.isHidden()]

    def _chip(self, number: int, words: str) -> QPushButton:
        short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        chip = QPushButton(short.replace("&", "&&"), self)
        chip.setProperty("kind", "chip")
        chip.setProperty("number", number)
        chip.setIcon(icons.icon("x", "muted"))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setAutoDefault(False)
        chip.setAccessibleName(self.tr("Hapus {name}").format(name=words))
        set_tip(chip, self.tr("Hapus {name}").format(name=words))
        chip.clicked.connect(self._pressed)
        return chip

    def _pressed(self) -> None:
        number = self.sender().property("number")
        if 0 <= number < len(self._keys):
            self.removed.emit(self._keys[number])
