"""`recap`: attendance and follow-ups of the meetings of a period, on paper, for the office alone."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.base.clock import today
from desktop.base.dates import parse_date
from desktop.base.periods import Period, month
from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.office_paper import hand_over, the_one_named
from desktop.cli.speech import letters

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.models.store import Store


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Write the recap of a period as PDF."""
    from desktop.base.files import replaceable
    from desktop.models import header
    from desktop.services.papers import period_recap
    from desktop.services.papers.catalogue import OFFICE_PAPERS
    from desktop.services.papers.profile import paper_profile

    period, paper = period_named(options), OFFICE_PAPERS["recap"]
    with opened(options, "recap") as store:
        scope = scope_named(store, options)
        words = period_recap.scope_words(store, **scope)
        target = options.output or Path(period_recap.recap_file_name(period, words))
        header.refuse_data(replaceable(target))
        content, profile = paper.gather(store, period, **scope), paper_profile(store)
    hand_over(options, "recap", period_recap.recap_title(period, words), target, content, profile)
    return 0


def period_named(options: argparse.Namespace) -> Period:
    """From the day named to the other; without the second to the end of the first one's month."""
    day = today()
    first = parse_date(letters(options.first), day, "from") if options.first else None
    last = parse_date(letters(options.last), day, "to") if options.last else None
    first = first or month(last or day).first
    return Period(first, last or month(first).last)


def scope_named(store: Store, options: argparse.Namespace) -> dict[str, UUID]:
    """The topic or forum named, by its name or a part of it that only one has."""
    from desktop.services.papers.period_recap import scope_choices

    for key, label in (("topic", "Topik"), ("forum", "Forum")):
        if (typed := getattr(options, key)) is None:
            continue
        names = ((scope, words.partition(": ")[2]) for scope, words in scope_choices(store) if key in scope)
        return the_one_named(label, letters(typed), names)
    return {}
