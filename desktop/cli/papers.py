"""`list` and `print`: what the office knows, as lines, as JSON, or on paper."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.speech import letters, print_json


def show(options: argparse.Namespace, _: OpenWindow) -> int:
    """List meetings, follow-ups or readiness."""
    from desktop.services import reports

    with opened(options, "list") as store:
        rows = reports.REPORTS[options.what](store)
    if options.json:
        print_json(rows)
        return 0
    if not rows:
        print("Belum ada isian.")
    for row in rows:
        print(reports.line(options.what, row))
    return 0


def print_paper(options: argparse.Namespace, _: OpenWindow) -> int:
    """Write a paper of a meeting as PDF."""
    from desktop.base.files import atomic_write, replaceable
    from desktop.models import header
    from desktop.services import reports
    from desktop.services.papers import catalogue

    with opened(options, "print") as store:
        meeting = reports.find_meeting(store, letters(options.meeting))
        paper = catalogue.PAPERS[options.paper]
        target = options.output or Path(catalogue.paper_file_name(store, options.paper, meeting))
        header.refuse_data(replaceable(target))
        content, profile = paper.gather(store, meeting), catalogue.printed_profile(store, options.paper, meeting)
    atomic_write(target, render(paper.job, content, profile))
    print(f"Dicetak: {target}")
    return 0


def render(job: str, content: Any, profile: Any) -> bytes:
    """Make a paper here and now: a command has no window to keep alive."""
    from importlib import import_module

    made: bytes = import_module(f"desktop.documents.{job.replace('-', '_')}").render(content, profile)
    return made
