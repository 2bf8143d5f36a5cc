"""`export`: a meeting as a calendar file, a Word file, a workbook, or all of it as one ZIP."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.base.errors import InvalidInput
from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.register import note
from desktop.cli.speech import letters

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.models.store import Store
    from desktop.services.desk import Desk

Make = Callable[[], bytes]
Made = tuple[Make, Callable[["Desk", bytes], object] | None]
"""How the file is made, and what the register is told about it, where it holds papers that are issued."""
_USUAL = ".zip"


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Write a meeting in the format the name of the file asks for."""
    from desktop.base.files import atomic_write, replaceable
    from desktop.models import header
    from desktop.services import reports
    from desktop.services.formats.names import meeting_file_name

    ending = options.output.suffix.lower() if options.output else _USUAL
    if ending not in _FORMATS:
        known = ", ".join(_FORMATS)
        raise InvalidInput("output", f"Format “{ending or options.output}” tidak dikenal.", f"Yang ada: {known}.")
    with opened(options, "export") as store:
        meeting = reports.find_meeting(store, letters(options.meeting))
        target = options.output or Path(meeting_file_name(store, meeting, "Berkas Rapat", ending))
        header.refuse_data(replaceable(target))
        make, to_register = _FORMATS[ending](store, meeting, options)
    content = make()
    atomic_write(target, content, keep_finished=False)
    print(f"Disimpan: {target}")
    if to_register is not None:
        note(options, lambda desk: to_register(desk, content))
    return 0


def _dossier(store: Store, meeting: UUID, options: argparse.Namespace) -> Made:
    from desktop.services.formats.dossier import archived_papers, dossier_parts
    from desktop.services.issued import note_archived
    from desktop.worker.dossier import make_dossier

    parts = dossier_parts(store, meeting, internal=options.internal)

    def to_register(desk: Desk, content: bytes) -> object:
        return note_archived(desk, meeting, archived_papers(parts, content))

    return lambda: make_dossier(parts, lambda _done, _total: None), to_register


def _calendar(store: Store, meeting: UUID, _options: argparse.Namespace) -> Made:
    from desktop.exchange.calendar_file import calendar_file
    from desktop.services.formats.calendar import calendar_event

    event = calendar_event(store, meeting)
    return lambda: calendar_file(event), None


def _word(store: Store, meeting: UUID, options: argparse.Namespace) -> Made:
    from desktop.services.word_templates import word_args
    from desktop.worker.word.papers import word_file

    args: Any = word_args(store, options.paper, meeting)
    return lambda: word_file(*args), None


def _matrix(store: Store, meeting: UUID, _options: argparse.Namespace) -> Made:
    from desktop.services.papers.matrix import action_matrix_content
    from desktop.worker.dossier import matrix_workbook

    content = action_matrix_content(store, meeting)
    return lambda: matrix_workbook(content.title, content.rows), None


_FORMATS: dict[str, Callable[[Store, UUID, argparse.Namespace], Made]] = {
    ".zip": _dossier,
    ".ics": _calendar,
    ".docx": _word,
    ".xlsx": _matrix,
}
