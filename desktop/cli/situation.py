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
from desktop.cli.papers import render, tell_codes
from desktop.cli.register import note
from desktop.cli.speech import letters

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.models.store import Store


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Write the report of a day as PDF."""
    from desktop.base.files import atomic_write, replaceable
    from desktop.models import header
    from desktop.services.issued import note_issued
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
    pdf = render(paper.job, content, profile)
    atomic_write(target, pdf, keep_finished=False)
    print(f"Dicetak: {target}")
    tell_codes(content, profile)
    title = situation_title(day)
    note(options, lambda desk: note_issued(desk, "situation", title, "simpan", pdf, file_name=target.name))
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
