"""Makes the dossier of a meeting: prints its papers, writes calendar and matrix, puts all into one ZIP."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from desktop.documents.action_matrix_content import FollowUpRow
from desktop.documents.content import OfficeProfile
from desktop.exchange.calendar_file import CalendarEvent
from desktop.exchange.dossier import Cover, Enclosed

_MATRIX = (
    ("No.", 5), ("Rencana Tindak Lanjut", 50), ("Penanggung Jawab", 34), ("Instansi Terkait/Wilayah", 26),
    ("Batas Waktu", 14), ("Keterangan Batas Waktu", 24), ("Indikator", 26), ("Status", 20), ("Keterangan", 26),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ToPrint:
    """A paper to be printed into the dossier; `job` is the worker's name for it."""

    folder: str
    name: str
    label: str
    job: str
    content: Any
    profile: OfficeProfile


@dataclass(frozen=True, slots=True)
class DossierParts:
    """All a dossier is made of; `files` are there already, as bytes.

    `matrix` are the follow-ups for a workbook, with its title.
    """

    cover: Cover
    papers: tuple[ToPrint, ...] = ()
    files: tuple[Enclosed, ...] = ()
    event: tuple[str, str, CalendarEvent] | None = None
    matrix: tuple[str, str, str, tuple[FollowUpRow, ...]] | None = None


def make_dossier(parts: DossierParts, progress: Callable[[int, int], None]) -> bytes:
    """The ZIP; `progress` hears how many papers are printed and may raise to cancel."""
    made: list[Enclosed] = []
    for number, one in enumerate(parts.papers):
        progress(number, len(parts.papers))
        render = import_module(f"desktop.documents.{one.job.replace('-', '_')}").render
        made.append(Enclosed(one.folder, one.name, one.label, render(one.content, one.profile)))
    if parts.event is not None:
        from desktop.exchange.calendar_file import calendar_file

        folder, name, event = parts.event
        made.append(Enclosed(folder, name, "Kalender", calendar_file(event)))
    if parts.matrix is not None:
        folder, name, title, rows = parts.matrix
        made.append(Enclosed(folder, name, "Matriks Tindak Lanjut (Excel)", matrix_workbook(title, rows)))
    from desktop.exchange.dossier import dossier

    # Folder by folder; within one the papers first.
    return dossier(parts.cover, sorted((*made, *parts.files), key=lambda one: one.folder))


def matrix_workbook(title: str, rows: tuple[FollowUpRow, ...]) -> bytes:
    """The follow-ups as a workbook with real days."""
    from desktop.exchange.workbook import SheetColumn, SheetHead
    from desktop.exchange.workbook.writing import workbook

    head = SheetHead("Tindak Lanjut", title, tuple(SheetColumn(name, width) for name, width in _MATRIX))
    cells = [
        (number, row.text, "\n".join(row.responsible), "\n".join(row.related), row.due, row.due_words,
         row.indicator, row.status, row.note)
        for number, row in enumerate(rows, 1)
    ]  # fmt: skip
    return workbook([(head, [cells])])
