"""`recap`: attendance and follow-ups of the meetings of a period, on paper, for the office alone."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.base.clock import today
from desktop.base.dates import parse_date
from desktop.base.errors import NotFound
from desktop.base.folding import fold
from desktop.base.periods import Period, month
from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.papers import render
from desktop.cli.speech import letters

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.models.store import Store


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Write the recap of a period as PDF."""
    from desktop.base.files import atomic_write, replaceable
    from desktop.models import header
    from desktop.services.papers import period_recap
    from desktop.services.papers.catalogue import OFFICE_PAPERS
    from desktop.services.papers.profile import paper_profile

    period, paper = _period(options), OFFICE_PAPERS["recap"]
    with opened(options, "recap") as store:
        scope = _scope(store, options)
        words = period_recap.scope_words(store, **scope)
        target = options.output or Path(period_recap.recap_file_name(period, words))
        header.refuse_data(replaceable(target))
        content, profile = paper.gather(store, period, **scope), paper_profile(store)
    atomic_write(target, render(paper.job, content, profile))
    print(f"Dicetak: {target}")
    return 0


def _period(options: argparse.Namespace) -> Period:
    """From the day named to the other; without the second to the end of the first one's month."""
    day = today()
    first = parse_date(letters(options.first), day, "from") if options.first else None
    last = parse_date(letters(options.last), day, "to") if options.last else None
    first = first or month(last or day).first
    return Period(first, last or month(first).last)


def _scope(store: Store, options: argparse.Namespace) -> dict[str, UUID]:
    """The topic or forum named, by its name or a part of it that only one has."""
    from desktop.services.papers.period_recap import scope_choices

    for key, label in (("topic", "Topik"), ("forum", "Forum")):
        if (typed := getattr(options, key)) is None:
            continue
        sought = fold(letters(typed))
        names = [(scope, words.partition(": ")[2]) for scope, words in scope_choices(store) if key in scope]
        parts = [one for one in names if sought in fold(one[1])]
        found = [one for one in parts if sought == fold(one[1])] or parts
        if len(found) != 1:
            listed = ", ".join(name for _, name in found or names) or "belum ada"
            reason = "cocok dengan beberapa" if found else "tidak ada"
            raise NotFound(f"{label} “{letters(typed)}” {reason}.", f"Yang ada: {listed}.")
        return found[0][0]
    return {}
