"""`export due-dates`: the promised days of open follow-ups as a calendar file."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.office_paper import the_one_named
from desktop.cli.speech import letters


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Write the days of all open follow-ups, or of those one institution has to do."""
    from desktop.base.files import atomic_write, replaceable
    from desktop.exchange.calendar_file import due_days_file
    from desktop.models import header
    from desktop.models.queries.due_days import due_institutions
    from desktop.services.formats.due_calendar import due_calendar, due_calendar_name

    with opened(options, "export") as store:
        institution, detail = None, ""
        if options.institution:
            known = due_institutions(store)
            institution = the_one_named("Instansi", letters(options.institution), known)
            detail = dict(known)[institution]
        target = options.output or Path(due_calendar_name(detail))
        header.refuse_data(replaceable(target))
        args = due_calendar(store, institution=institution)
    atomic_write(target, due_days_file(*args), keep_finished=False)
    print(f"Disimpan: {target} ({len(args[0])} batas waktu)")
    return 0
