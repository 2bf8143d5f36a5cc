"""`export readiness`: both matrices and the items of a topic as a workbook."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.office_paper import the_topic


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Write the workbook as the window does."""
    from desktop.base.clock import today
    from desktop.base.files import atomic_write, replaceable
    from desktop.exchange.workbook.writing import workbook
    from desktop.models import header
    from desktop.models.queries.checklist import TopicRow
    from desktop.models.queries.readiness_shown import Shown
    from desktop.services.formats.readiness_workbook import readiness_file_name, readiness_sheets

    with opened(options, "export") as store:
        topic = the_topic(store, options.topic)
        day = topic.closed_on or today()
        target = options.output or Path(readiness_file_name(topic.name, day))
        header.refuse_data(replaceable(target))
        row = TopicRow(topic.id, topic.name, topic.event_label, topic.event_date)
        sheets = readiness_sheets(store, row, Shown(), day)
    atomic_write(target, workbook([(head, [rows]) for head, rows in sheets]), keep_finished=False)
    print(f"Disimpan: {target}")
    return 0
