"""`conclusions`: what the meetings of a period concluded, on paper."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.office_paper import hand_over
from desktop.cli.recap import period_named, scope_named
from desktop.cli.speech import letters


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Write the conclusions of a period as PDF."""
    from desktop.base.files import replaceable
    from desktop.models import header
    from desktop.services.papers.catalogue import OFFICE_PAPERS
    from desktop.services.papers.conclusions import conclusions_file_name, conclusions_title
    from desktop.services.papers.period_recap import scope_words
    from desktop.services.papers.profile import paper_profile

    period = period_named(options)
    with opened(options, "conclusions") as store:
        scope = scope_named(store, options)
        words = scope_words(store, **scope)
        target = options.output or Path(conclusions_file_name(period, words))
        header.refuse_data(replaceable(target))
        text = letters(options.search) if options.search else ""
        content = OFFICE_PAPERS["conclusions"].gather(store, period, **scope, text=text)
        profile = paper_profile(store)
    hand_over(options, "conclusions", conclusions_title(period, words), target, content, profile)
    return 0
