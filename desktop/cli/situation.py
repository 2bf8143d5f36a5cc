"""`situation`: how a topic's regions are on a day, on paper."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.base.clock import today
from desktop.base.dates import parse_date
from desktop.base.errors import NotFound
from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.office_paper import hand_over, the_one_named
from desktop.cli.speech import letters

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.models.store import Store


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
        topic = _topic(store, letters(options.topic or ""))
        target = options.output or Path(situation_file_name(store, topic, day))
        header.refuse_data(replaceable(target))
        content, profile = paper.gather(store, topic, day), paper_profile(store)
        title = situation_title(store, topic, day)
    hand_over(options, "situation", title, target, content, profile)
    return 0


def _topic(store: Store, typed: str) -> UUID:
    """The topic named, by its name or a part of it that only one has; without a name the only open one."""
    from desktop.models.queries.office import topics

    known = topics(store)
    if typed:
        return the_one_named("Topik", typed, ((one.id, one.name) for one in known))
    open_ones = [one for one in known if one.state == "open"]
    if len(open_ones) == 1:
        return open_ones[0].id
    listed = ", ".join(one.name for one in open_ones) or "belum ada"
    raise NotFound("Topiknya belum disebut.", f"Sebut dengan --topic. Yang terbuka: {listed}.")
