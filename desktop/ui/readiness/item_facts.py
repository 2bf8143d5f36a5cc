"""What a checklist item asks: its words, who answers for it, how much, until when, with which evidence."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.queries.readiness_items import ItemRow
from desktop.models.queries.region_figures import Figure
from desktop.models.score import MULTIPLIED
from desktop.services.readiness_values import goal_of, need_words, provisional_words
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.readiness.wording import due_text, target_text
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.text import plain_label


class ItemFacts(QWidget):
    """The facts of one item, in two columns of words; with `names_region` its region stands beside its name."""

    names_region = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = theme.current().unit
        self._text = _wrapped("heading")
        self._whole = _wrapped("help")
        self._whole.setText(
            self.tr("Angka keseluruhan sebagaimana dilaporkan: tidak mengisi wilayah mana pun; sumbernya wajib.")
        )
        self._whole.hide()
        self._late = Badge(self.tr("Lewat batas waktu"), Tone.PROBLEM)
        self._facts: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(unit * 3)
        self._grid.setVerticalSpacing(unit)
        self._grid.setColumnStretch(1, 1)
        for row, name in enumerate(
            (
                self.tr("Penanggung jawab"),
                self.tr("Target"),
                self.tr("Sementara"),
                self.tr("Batas waktu"),
                self.tr("Bukti yang diperlukan"),
            )
        ):
            label, value = plain_label(name, role="muted"), _wrapped()
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(value, row, 1)
            self._facts.append((label, value))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addWidget(self._text)
        whole.addWidget(self._whole)
        whole.addWidget(self._late)
        whole.addLayout(self._grid)

    def show_item(self, item: ItemRow, event: date | None, figure: Figure | None = None) -> None:
        """Show an item; `event` is the topic's day, from which due dates are counted.

        `figure` is what the target is multiplied by, where it is.
        """
        parts = (item.code, item.text, item.region if self.names_region else "")
        self._text.setText(" · ".join(part for part in parts if part))
        self._late.setVisible(item.is_late(today()))
        responsible = item.responsible
        if item.related:
            responsible = self.tr("{responsible}, bersama {related}").format(
                responsible=responsible, related=item.related
            )
        goal = goal_of(item)
        target = need_words(goal, figure) if goal.kind in MULTIPLIED else ""
        values = (
            responsible, target or target_text(item), provisional_words(goal, figure), due_text(item, event),
            item.evidence or "",
        )  # fmt: skip
        for (label, value), text in zip(self._facts, values, strict=True):
            value.setText(text)
            label.setVisible(bool(text))
            value.setVisible(bool(text))

    def show_whole(self, whole: bool) -> None:
        """Say that what is reported is a figure for the province or the area as a whole."""
        self._whole.setVisible(whole)


def _wrapped(role: str = "") -> QLabel:
    label = plain_label(role=role)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
