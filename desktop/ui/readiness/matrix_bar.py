"""What the matrix shows: regions or institutions, of these a kind or those of a region, and whether scores."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.settings import Option
from desktop.models.queries.readiness import Head
from desktop.models.queries.readiness_shown import INSTITUTIONS, REGIONS, InstitutionPlace, Shown
from desktop.models.words import INSTITUTION_KINDS
from desktop.ui import theme
from desktop.ui.memory import Memory, keep
from desktop.ui.readiness.wording import short_region
from desktop.ui.widgets.fields import CheckField, ChoiceField
from desktop.ui.widgets.filter_chips import FilterChips

MATRIX_ROWS = Option("matrix_rows", REGIONS, (REGIONS, INSTITUTIONS).__contains__)
"""What the rows of the readiness matrix are."""
MATRIX_SCORES = Option("matrix_scores", True, lambda value: isinstance(value, bool))
"""Whether the readiness matrix shows scores beside the counts."""
_LETTERS = {"w": REGIONS, "i": INSTITUTIONS}


class MatrixBar(QWidget):
    """changed(): something else is to be shown. scores(bool): scores are to be shown or left out."""

    changed = Signal()
    scores = Signal(bool)

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        unit = theme.current().unit
        self.rows = FilterChips(
            [(REGIONS, self.tr("Per wilayah (W)")), (INSTITUTIONS, self.tr("Per instansi (I)"))], single=True
        )
        self.rows.keep_one_line()
        self.kind = ChoiceField(empty=self.tr("Semua jenis"))
        self.kind.setAccessibleName(self.tr("Jenis instansi"))
        self.region = ChoiceField(empty=self.tr("Semua wilayah"))
        self.region.setAccessibleName(self.tr("Wilayah instansi"))
        self.score = CheckField(self.tr("Tampilkan skor (S)"))
        self.line = QHBoxLayout()
        self.line.setSpacing(unit * 2)
        self.line.addWidget(self.rows)
        self.line.addStretch(1)
        self.line.addWidget(self.score)
        self._filters = QWidget(self)
        filters = QHBoxLayout(self._filters)
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setSpacing(unit * 2)
        filters.addWidget(self.kind, 1)
        filters.addWidget(self.region, 1)
        filters.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit)
        whole.addLayout(self.line)
        whole.addWidget(self._filters)
        self.rows.choose({memory.get(MATRIX_ROWS)})
        self.score.set_value(memory.get(MATRIX_SCORES))
        self._show_filters()
        self.rows.changed.connect(self._rows_chosen)
        self.kind.edited.connect(self.changed)
        self.region.edited.connect(self.changed)
        self.score.edited.connect(self._scores_chosen)

    def shown(self) -> Shown:
        """What is to be shown."""
        (rows,) = self.rows.chosen()
        if rows == REGIONS:
            return Shown()
        kind, region = self.kind.value(), self.region.value()
        return Shown(rows, str(kind or ""), region if isinstance(region, UUID) else None)

    def words(self) -> list[str]:
        """The filters in words, for the head of a file."""
        if self.shown().rows == REGIONS:
            return []
        return [field.currentText() for field in (self.kind, self.region) if field.value() is not None]

    def offer(self, places: Iterable[InstitutionPlace]) -> None:
        """Offer the kinds and regions of these institutions."""
        found = list(places)
        kinds = {place.kind for place in found}
        self.kind.set_options([(kind, words) for kind, words in INSTITUTION_KINDS.items() if kind in kinds])
        served: dict[UUID, Head] = {region.id: region for place in found for region in place.regions}
        self.region.set_options([(region.id, short_region(region.name)) for region in served.values()])
        self._show_filters()

    def show_rows(self, rows: str) -> None:
        """Show regions or institutions, all of them; remembered."""
        self.rows.choose({rows})
        self.kind.set_value(None)
        self.region.set_value(None)
        self._rows_chosen()

    @Slot(str)
    def press(self, letter: str) -> None:
        """What a letter pressed in the matrix stands for."""
        if letter in _LETTERS:
            if _LETTERS[letter] not in self.rows.chosen():
                self.rows.choose({_LETTERS[letter]})
                self._rows_chosen()
        else:
            self.score.click()

    @Slot()
    def _rows_chosen(self) -> None:
        (rows,) = self.rows.chosen()
        keep(self._memory, MATRIX_ROWS, rows)
        self._show_filters()
        self.changed.emit()

    @Slot()
    def _scores_chosen(self) -> None:
        keep(self._memory, MATRIX_SCORES, self.score.value())
        self.scores.emit(self.score.value())

    def _show_filters(self) -> None:
        self._filters.setVisible(INSTITUTIONS in self.rows.chosen())
