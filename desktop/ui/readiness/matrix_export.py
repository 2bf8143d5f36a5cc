"""Simpan ke Excel: both matrices and the items behind them as the sheets of one workbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.exchange.workbook import packed
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.readiness_shown import Shown
from desktop.services.formats.readiness_workbook import readiness_file_name, readiness_sheets
from desktop.ui.exports.export_deed import ExportDeed
from desktop.ui.saving import ask_place
from desktop.ui.session import Session

Wanted = tuple[TopicRow, Shown, date]
"""Of which topic, what is looked at, and from which day."""


class MatrixExport(ExportDeed):
    """Ctrl+E within `owner` and a button write what `wanted` says; None writes nothing."""

    def __init__(self, session: Session, owner: QWidget, wanted: Callable[[], Wanted | None]) -> None:
        super().__init__(session, owner)
        self._wanted = wanted

    @Slot()
    def save(self) -> None:
        """Ask where to, and write the workbook there."""
        wanted = None if self._busy else self._wanted()
        if wanted is None:
            return
        topic, shown, day = wanted
        target = ask_place(self._session, self.tr("Simpan ke Excel"), readiness_file_name(topic.name, day))
        if target is not None:
            self._write(target, topic, shown, day)

    def _write(self, target: Path, topic: TopicRow, shown: Shown, day: date) -> None:
        sheets = readiness_sheets(self._session.store, topic, shown, day)
        told = self.tr("Matriks dan butir kesiapan tersimpan ke {name}.")
        self._show_busy(True)
        self._maker.make(
            target, "sheets", [(head, packed(rows)) for head, rows in sheets],
            told=lambda path: told.format(name=path.name),
        )  # fmt: skip
