"""Asks where the rows that could not be kept go, to be corrected and imported again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.exchange.sheets import Header
from desktop.services.imports.plan import PlanRow
from desktop.services.imports.rejected import rejected_bytes
from desktop.ui.saving import ask_place, save_file
from desktop.ui.session import Session


def save_rejected(
    session: Session, source: str, header: Header, rows: Sequence[PlanRow], refused: Collection[int] = ()
) -> None:
    """Ask for a place and write the rows there, each with its number, the reason and what to do."""
    name = f"{Path(source).stem}-perlu-diperbaiki.csv"
    path = ask_place(session, _tr("Simpan baris yang salah"), name)
    if path is None:
        return
    words = _tr("{count} baris disimpan ke {name}.")
    content = rejected_bytes(header, rows, refused)
    save_file(session, path, content, lambda target: words.format(count=len(rows), name=target.name))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportDialog", text)
