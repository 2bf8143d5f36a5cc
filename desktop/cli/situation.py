"""`situation`: how a topic's regions are on a day, on paper."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.base.clock import today
from desktop.base.dates import parse_date
from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.office_paper import hand_over, the_topic
from desktop.cli.speech import letters


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Write the report of a day as PDF."""
    from desktop.base.files import replaceable
    from desktop.models import header
    from desktop.services.papers.catalogue import OFFICE_PAPERS
    from desktop.services.papers.profile import paper_profile
    from desktop.services.papers.situation import situation_file_name, situation_title

    day = parse_date(letters(options.date), today(), "date") if options.date else today()
    paper = OFFICE_PAPERS["situation"]
    with opened(options, "situation") as store:
        topic = the_topic(store, options.topic).id
        target = options.output or Path(situation_file_name(store, topic, day))
        header.refuse_data(replaceable(target))
        content, profile = paper.gather(store, topic, day), paper_profile(store)
        title = situation_title(store, topic, day)
    hand_over(options, "situation", title, target, content, profile)
    return 0
