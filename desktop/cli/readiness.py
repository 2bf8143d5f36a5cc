"""`export readiness`: both matrices and the items of a topic as a workbook, or one matrix on paper."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.base.errors import InvalidInput
from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.office_paper import hand_over, the_topic

if TYPE_CHECKING:
    from datetime import date

    from desktop.models.queries.checklist import TopicRow
    from desktop.models.queries.readiness_shown import Shown
    from desktop.models.store import Store

Write = Callable[[], None]
_WORKBOOK, _PAPER = ".xlsx", ".pdf"


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Write what the window writes, in the format the name of the file asks for."""
    from desktop.base.clock import today
    from desktop.models.queries.checklist import TopicRow
    from desktop.models.queries.readiness_shown import Shown

    ending = options.output.suffix.lower() if options.output else _WORKBOOK
    if ending not in (_WORKBOOK, _PAPER):
        raise InvalidInput(
            "output", f"Format “{ending or options.output}” tidak dikenal.", "Yang ada: .xlsx, .pdf."
        )
    with opened(options, "export") as store:
        topic = the_topic(store, options.topic)
        day = topic.closed_on or today()
        row = TopicRow(topic.id, topic.name, topic.event_label, topic.event_date)
        gather = _workbook if ending == _WORKBOOK else _paper
        write = gather(store, options, row, Shown(options.by), day)
    write()
    return 0


def _workbook(store: Store, options: argparse.Namespace, topic: TopicRow, shown: Shown, day: date) -> Write:
    from desktop.base.files import atomic_write, replaceable
    from desktop.exchange.workbook.writing import workbook
    from desktop.models import header
    from desktop.services.formats.readiness_workbook import readiness_file_name, readiness_sheets

    target = options.output or Path(readiness_file_name(topic.name, day))
    header.refuse_data(replaceable(target))
    sheets = readiness_sheets(store, topic, shown, day)

    def write() -> None:
        atomic_write(target, workbook([(head, [rows]) for head, rows in sheets]), keep_finished=False)
        print(f"Disimpan: {target}")

    return write


def _paper(store: Store, options: argparse.Namespace, topic: TopicRow, shown: Shown, day: date) -> Write:
    from desktop.base.files import replaceable
    from desktop.models import header
    from desktop.services.papers.catalogue import OFFICE_PAPERS
    from desktop.services.papers.profile import paper_profile
    from desktop.services.papers.readiness import topic_readiness_title

    header.refuse_data(replaceable(options.output))
    content = OFFICE_PAPERS["topic-readiness"].gather(store, topic, day, shown)
    title, profile = topic_readiness_title(topic), paper_profile(store)
    return lambda: hand_over(options, "topic-readiness", title, options.output, content, profile)
