"""Everything reported on an item before, a line a report, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.models.queries.item_reports import ReportRow
from desktop.services.readiness_values import Goal
from desktop.ui.readiness.wording import report_text

_MOST = 20


class ReportHistory(QLabel):
    """Of very many reports the newest; its words can be chosen and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_reports(self, reports: Sequence[ReportRow], goal: Goal) -> None:
        """Show what was reported, with numbers as the item counts them."""
        lines = [report_text(report, goal) for report in reports[:_MOST]]
        if len(reports) > _MOST:
            lines.append(self.tr("dan {count} laporan sebelumnya").format(count=len(reports) - _MOST))
        self.setText("\n".join(lines) or self.tr("Belum ada laporan."))
