"""Simpan ke Excel: both matrices and the items behind them as the sheets of one workbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.exchange.workbook import packed
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.readiness_shown import Shown
from desktop.services.formats.readiness_workbook import readiness_file_name, readiness_sheets
from desktop.ui.exports.file_maker import FileMaker
from desktop.ui.exports.list_export import EXPORT_KEY
from desktop.ui.saving import ask_place
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.shortcuts import on_keys

Wanted = tuple[TopicRow, Shown, date]
"""Of which topic, what is looked at, and from which day."""


class MatrixExport(QObject):
    """Ctrl+E within `owner` and a button write what `wanted` says; None writes nothing.

    written(Path)    the file is there
    """

    written = Signal(object)

    def __init__(self, session: Session, owner: QWidget, wanted: Callable[[], Wanted | None]) -> None:
        super().__init__(owner)
        self._session, self._wanted = session, wanted
        self._button: QToolButton | None = None
        self._busy = False
        self._maker = FileMaker(session, self)
        self._maker.ended.connect(self._end)
        self._maker.written.connect(self.written)
        on_keys(owner, EXPORT_KEY, self.save)

    def make_button(self) -> QToolButton:
        """The button beside the matrix."""
        made = icon_button("upload", self.tr("Simpan ke Excel… ({key})").format(key=EXPORT_KEY))
        made.clicked.connect(self.save)
        self._button = made
        return made

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

    @Slot()
    def _end(self) -> None:
        self._show_busy(False)

    def _show_busy(self, busy: bool) -> None:
        self._busy = busy
        if self._button is not None:
            self._button.setEnabled(not busy)
