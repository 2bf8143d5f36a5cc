"""A few lines below the matrix: the cell in hand in full, and by what rule answers grow old."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.base.dates import medium_date
from desktop.models.queries.readiness import Cell
from desktop.services.readiness_words import freshness_words
from desktop.ui.readiness.wording import cell_parts, worst_text
from desktop.ui.widgets.text import ElidedLabel, plain_label


class CellLine(QWidget):
    """What the cell in hand says, its weakest item, and the legend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(role="field")
        self.counts = ElidedLabel()
        self.worst = ElidedLabel(role="muted")
        self.legend = plain_label(role="help")
        self.legend.setWordWrap(True)
        self.legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.legend.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in (self.title, self.counts, self.worst, self.legend):
            column.addWidget(line)

    def show_cell(self, title: str, cell: Cell | None) -> None:
        """Show a cell; None while the keyboard is at none."""
        self.title.setText(title or self.tr("Pilih sel dengan tombol panah; Enter membuka butirnya."))
        self.counts.setText(" · ".join(self._parts(cell)) if cell is not None else " ")
        worst = worst_text(cell) if cell is not None else ""
        self.worst.setText(self.tr("Paling perlu perhatian: {item}").format(item=worst) if worst else " ")

    def show_rule(self, event: date | None, today: date) -> None:
        """Say how old an answer may be on this day, and what else the marks mean."""
        self.legend.setText(
            self.tr(
                "{rule}. Pecahan dan lingkaran: yang siap dari yang berlaku; skor hanya dari yang dilaporkan "
                "(siap tanpa bukti yang diminta bernilai setengah). Abu-abu: skor baik, tetapi kurang "
                "dari separuh dilaporkan; bergaris: belum ada laporan."
            ).format(rule=freshness_words(event, today))
        )

    def _parts(self, cell: Cell) -> list[str]:
        parts = cell_parts(cell)
        if cell.updated_on is not None:
            parts.append(self.tr("laporan terakhir {day}").format(day=medium_date(cell.updated_on)))
        return parts
