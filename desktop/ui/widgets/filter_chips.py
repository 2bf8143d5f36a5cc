"""Filters as buttons above a table: one look says what is shown, one press changes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.base.numbers import grouped
from desktop.ui import theme
from desktop.ui.widgets.flow import FlowLayout


class FilterChips(QWidget):
    """changed(frozenset of keys): the user chose others.

    With `single` exactly one is chosen; otherwise any number, and none means no filter.
    """

    changed = Signal(object)

    def __init__(
        self, options: Sequence[tuple[str, str]], *, single: bool = False, parent: QWidget | None = None
    ) -> None:
        """`options` are (key, label) pairs; with `single` the first is chosen at the beginning."""
        super().__init__(parent)
        self._single = single
        self._labels = dict(options)
        self._chips: dict[str, QPushButton] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        line = FlowLayout(self, spacing=theme.current().unit * 2)
        for key, label in options:
            chip = QPushButton(label)
            chip.setCheckable(True)
            chip.setProperty("kind", "chip")
            chip.setObjectName(key)
            chip.clicked.connect(self._clicked)
            line.addWidget(chip)
            self._chips[key] = chip
        if single and options:
            self._chips[options[0][0]].setChecked(True)

    def keep_one_line(self) -> None:
        """Always take the width all of them need, for a place where others would push them together."""
        line = [chip.sizeHint().width() for chip in self._chips.values()]
        self.setMinimumWidth(sum(line) + theme.current().unit * 2 * (len(line) - 1))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def chosen(self) -> frozenset[str]:
        return frozenset(key for key, chip in self._chips.items() if chip.isChecked())

    def chosen_labels(self) -> list[str]:
        """The words of the chosen filters, in their order."""
        return [self._labels[key] for key, chip in self._chips.items() if chip.isChecked()]

    def choose(self, keys: frozenset[str] | set[str]) -> None:
        """Choose silently."""
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)

    def set_counts(self, counts: Mapping[str, int], most: int | None = None) -> None:
        """Show behind each label how many rows it would bring; more than `most` as "999+"."""
        for key, chip in self._chips.items():
            label, count = self._labels[key], counts.get(key)
            if count is None:
                chip.setText(label)
            elif most is not None and count > most:
                chip.setText(f"{label}  {grouped(most)}+")
            else:
                chip.setText(f"{label}  {grouped(count)}")

    def _clicked(self) -> None:
        pressed = self.sender()
        if self._single and isinstance(pressed, QPushButton):
            self.choose({pressed.objectName()})
        self.changed.emit(self.chosen())
