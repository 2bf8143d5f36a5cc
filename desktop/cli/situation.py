"""`situation`: how a topic's regions are on a day, on paper."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.base.clock import today
from desktop.base.dates import parse_date
from desktop.base.errors import NotFound
from desktop.base.folding import fold
from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.papers import render
from desktop.cli.speech import letters

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.models.store import Store


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Write the report of a day as PDF."""
    from desktop.base.files import atomic_write, replaceable
    from desktop.models import header
    from desktop.services.papers.catalogue import OFFICE_PAPERS
    from desktop.services.papers.profile import paper_profile
    from desktop.services.papers.situation import situation_file_name

    day = parse_date(letters(options.date), today(), "date") if options.date else today()
    paper = OFFICE_PAPERS["situation"]
    with opened(options, "situation") as store:
        topic = _topic(store, letters(options.topic or ""))
        target = options.output or Path(situation_file_name(store, topic, day))
        header.refuse_data(replaceable(target))
        content, profile = paper.gather(store, topic, day), paper_profile(store)
    atomic_write(target, render(paper.job, content, profile))
    print(f"Dicetak: {target}")
    return 0


def _topic(store: Store, typed: str) -> UUID:
    """The topic named, by its name or a part of it that only one has; without a name the only open one."""
    from desktop.models.queries.office import topics

    known = [one for one in topics(store) if typed or one.state == "open"]
    parts = [one for one in known if fold(typed) in fold(one.name)]
    found = [one for one in parts if fold(typed) == fold(one.name)] or parts
    if len(found) == 1:
        return found[0].id
    listed = ", ".join(one.name for one in found or known) or "belum ada"
    if not typed:
        raise NotFound("Topiknya belum disebut.", f"Sebut dengan --topic. Yang terbuka: {listed}.")
    reason = "cocok dengan beberapa" if found else "tidak ada"
    raise NotFound(f"Topik “{typed}” {reason}.", f"Yang ada: {listed}.")
