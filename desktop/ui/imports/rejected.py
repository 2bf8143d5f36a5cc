"""The rows that could not be kept, as a file to correct and import again."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.base.errors import AppError
from desktop.base.files import atomic_write
from desktop.exchange.sheets import Header
from desktop.services.imports.plan import PlanRow
from desktop.ui import ask
from desktop.ui.colours import Tone
from desktop.ui.session import Session


def save_rejected(session: Session, source: str, header: Header, rows: Sequence[PlanRow]) -> None:
    """Ask for a place and write the rows there, each with its number, the reason and what to do."""
    name = f"{Path(source).stem}-perlu-diperbaiki.csv"
    path = ask.save_file(_tr("Simpan baris yang salah"), Path(name), _tr("CSV (*.csv)"))
    if path is None:
        return
    try:
        atomic_write(path, rejected_bytes(header, rows))
    except AppError as fault:
        session.bus.message.emit(str(fault), str(Tone.PROBLEM))
        return
    told = _tr("{count} baris disimpan ke {name}.").format(count=len(rows), name=path.name)
    session.bus.message.emit(told, str(Tone.OK))


def rejected_bytes(header: Header, rows: Sequence[PlanRow]) -> bytes:
    """The file as Excel here opens it: semicolons, and a mark that it is UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(
        [*(column.title or column.letter for column in header.columns), "Baris", "Alasan", "Perbaikan"]
    )
    for row in rows:
        cells = [row.entry.cells[one.index] if one.index < len(row.entry.cells) else "" for one in header.columns]
        writer.writerow([*map(_harmless, cells), row.number, row.reason, row.remedy])
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """A cell that Excel would take for a formula, kept as words."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@") and not cell[1:].isdigit() else cell


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportDialog", text)
