"""Which column of the list is what: one choice for each column, with a sample of what stands in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.exchange.sheets import Header
from desktop.services.imports.mapping import Mapping
from desktop.services.imports.targets import Target
from desktop.ui import theme
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.text import ElidedLabel, plain_label


class MappingBar(QScrollArea):
    """changed(): a column means something else now."""

    changed = Signal()

    def __init__(self, target: Target, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target = target
        self._choices: dict[int, ChoiceField] = {}
        self.refused: frozenset[int] = frozenset()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(self.tr("Arti tiap kolom"))

    def show_header(self, header: Header, mapping: Mapping) -> None:
        """Show the columns of a list with what they are taken for."""
        unit = theme.current().unit
        self._choices = {}
        self.refused = mapping.refused
        content = QWidget()
        line = QHBoxLayout(content)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(unit * 3)
        options = [(field.key, field.title) for field in self._target.fields]
        for column in header.columns:
            title = column.title or self.tr("Kolom {letter}").format(letter=column.letter)
            box = QVBoxLayout()
            box.setSpacing(unit // 2)
            box.addWidget(ElidedLabel(f"{column.letter} · {title}", role="field"))
            if column.index in mapping.refused:
                box.addWidget(plain_label(self.tr("NIK: tidak disimpan"), role="muted"))
            else:
                choice = ChoiceField(options, empty=self.tr("Abaikan"))
                choice.setAccessibleName(self.tr("Arti kolom {title}").format(title=title))
                choice.set_value(mapping.fields.get(column.index))
                choice.edited.connect(self.changed)
                self._choices[column.index] = choice
                box.addWidget(choice)
            box.addWidget(ElidedLabel(column.samples[0] if column.samples else "", role="muted"))
            cell = QWidget()
            cell.setLayout(box)
            cell.setFixedWidth(unit * 34)
            line.addWidget(cell)
        line.addStretch()
        self.setWidget(content)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(content.sizeHint().height() + bar)

    def fields(self) -> dict[int, str]:
        """The field of each column that means something; a field chosen twice counts where it stands first."""
        found: dict[int, str] = {}
        for index, choice in self._choices.items():
            key = choice.value()
            if isinstance(key, str) and key not in found.values():
                found[index] = key
        return found
