"""An item of a version that is not edited, with all it says, in two columns of words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.base.numbers import plain
from desktop.models.queries.checklist_versions import VersionItem
from desktop.models.words import DUE_BASES, REPEATS
from desktop.services.checklists.columns import scope_words
from desktop.ui import theme
from desktop.ui.readiness.checklist.wording import target_words
from desktop.ui.widgets.text import plain_label


class VersionFacts(QWidget):
    """What an item asks; facts that are not there take no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = theme.current().unit
        self._title = _wrapped("heading")
        self._names = (
            self.tr("Kategori"), self.tr("Penanggung jawab"), "", self.tr("Instansi terkait"),
            self.tr("Cakupan wilayah"), self.tr("Target"), "", self.tr("Periode"), self.tr("Batas waktu"),
            self.tr("Bukti yang diperlukan"), self.tr("Bobot"),
        )  # fmt: skip
        self._rows: list[tuple[QLabel, QLabel]] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(unit * 3)
        grid.setVerticalSpacing(unit)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(self._names):
            label, value = plain_label(name, role="muted", parent=self), _wrapped("" if name else "help")
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 0)
            grid.addWidget(value, row, 1)
            self._rows.append((label, value))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, unit * 2, 0)
        whole.setSpacing(unit * 3)
        whole.addWidget(self._title)
        whole.addLayout(grid)
        whole.addStretch()

    def show_item(self, item: VersionItem, *, answering: str, need: str, due_day: str) -> None:
        """Show an item; `answering` who answers where, `need` what its target makes, `due_day` the day meant."""
        self._title.setText(f"{item.code} · {item.text}")
        due = "" if item.due_offset is None else f"{due_day} · {DUE_BASES[item.due_basis]}"
        values = (
            item.category, item.responsible, answering, item.related or "", scope_words(item), target_words(item),
            need, REPEATS.get(item.repeats or "", ""), due, item.evidence or "", plain(item.weight),
        )  # fmt: skip
        for (label, value), text in zip(self._rows, values, strict=True):
            value.setText(text)
            label.setVisible(bool(text))
            value.setVisible(bool(text))


def _wrapped(role: str = "") -> QLabel:
    label = plain_label(role=role)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
