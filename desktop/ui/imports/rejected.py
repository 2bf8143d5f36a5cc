"""Asks where the rows that could not be kept go, to be corrected and imported again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.base.errors import AppError
from desktop.base.files import atomic_write
from desktop.exchange.sheets import Header
from desktop.services.imports.plan import PlanRow
from desktop.services.imports.rejected import rejected_bytes
from desktop.ui import ask
from desktop.ui.colours import Tone
from desktop.ui.session import Session


def save_rejected(
    session: Session, source: str, header: Header, rows: Sequence[PlanRow], refused: Collection[int] = ()
) -> None:
    """Ask for a place and write the rows there, each with its number, the reason and what to do."""
    name = f"{Path(source).stem}-perlu-diperbaiki.csv"
    path = ask.save_file(_tr("Simpan baris yang salah"), Path(name), _tr("CSV (*.csv)"))
    if path is None:
        return
    try:
        atomic_write(path, rejected_bytes(header, rows, refused))
    except AppError as fault:
        session.bus.message.emit(str(fault), str(Tone.PROBLEM))
        return
    told = _tr("{count} baris disimpan ke {name}.").format(count=len(rows), name=path.name)
    session.bus.message.emit(told, str(Tone.OK))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportDialog", text)
