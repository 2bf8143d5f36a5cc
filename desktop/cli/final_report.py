"""`final-report`: what was done in a topic and how everything in it ended, on paper."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.office_paper import hand_over, the_one_named
from desktop.cli.speech import letters


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Write the final report of a topic as PDF, marked as a draft while the topic is open."""
    from desktop.base.files import replaceable
    from desktop.models import header
    from desktop.models.queries.office import topics
    from desktop.services.papers.catalogue import OFFICE_PAPERS
    from desktop.services.papers.final_report import final_report_file_name, final_report_title
    from desktop.services.papers.profile import paper_profile

    with opened(options, "final-report") as store:
        topic = the_one_named("Topik", letters(options.topic), ((one.id, one.name) for one in topics(store)))
        target = options.output or Path(final_report_file_name(store, topic))
        header.refuse_data(replaceable(target))
        content, profile = OFFICE_PAPERS["final-report"].gather(store, topic), paper_profile(store)
        title = final_report_title(store, topic)
    hand_over(options, "final-report", title, target, content, profile)
    return 0
