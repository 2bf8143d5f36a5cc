"""`follow-ups`: the register of follow-ups on paper, narrowed down as in the window."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.office_paper import hand_over, the_one_named
from desktop.cli.speech import letters

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.models.queries.commitment_filter import CommitmentFilter
    from desktop.models.store import Store

GROUPS = {"instansi": "institution", "wilayah": "region", "rapat": "meeting", "minggu": "week"}
STATES = {"terbuka": "terbuka", "terlambat": "terlambat", "7-hari": "due_soon", "selesai": "selesai"}


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Write the list as PDF."""
    from desktop.base.files import replaceable
    from desktop.models import header
    from desktop.services.papers.catalogue import OFFICE_PAPERS
    from desktop.services.papers.follow_up_list import follow_up_list_file_name, follow_up_list_title
    from desktop.services.papers.profile import paper_profile

    with opened(options, "follow-ups") as store:
        asked = _asked(store, options)
        target = options.output or Path(follow_up_list_file_name())
        header.refuse_data(replaceable(target))
        content = OFFICE_PAPERS["follow-ups"].gather(
            store, asked, group=GROUPS.get(options.group or "", ""), internal=options.internal
        )
        profile, title = paper_profile(store), follow_up_list_title(store, asked)
    hand_over(options, "follow-ups", title, target, content, profile)
    return 0


def _asked(store: Store, options: argparse.Namespace) -> CommitmentFilter:
    """The filter that was named, or none, narrowed down by what else was said."""
    from desktop.models.queries.commitment_filter import CommitmentFilter
    from desktop.models.queries.directory import search_institutions
    from desktop.models.queries.office import topics
    from desktop.models.queries.regions import search_regions
    from desktop.models.queries.saved_filters import saved_filters
    from desktop.services.commitment_filters import PLACE, USUAL

    asked = CommitmentFilter()
    if options.saved:
        kept = [(CommitmentFilter.from_plain(one.content), one.name) for one in saved_filters(store, PLACE)]
        asked = the_one_named("Saringan", letters(options.saved), [*kept, *((one, name) for name, one in USUAL)])
    if options.state:
        asked = replace(asked, state=STATES[options.state])
    if options.institution:
        found = search_institutions(store, letters(options.institution))
        one = _one("Instansi", options.institution, [(hit.id, hit.words) for hit in found])
        asked = replace(asked, institution=one)
    if options.region:
        places = search_regions(store, letters(options.region))
        asked = replace(asked, region=_one("Wilayah", options.region, [(hit.id, hit.name) for hit in places]))
    if options.topic:
        known = [(one.id, one.name) for one in topics(store)]
        asked = replace(asked, topic=the_one_named("Topik", letters(options.topic), known))
    return asked


def _one(label: str, typed: str, found: list[tuple[UUID, str]]) -> UUID:
    """The only one whose name begins its words as typed ("kpu tuban"), else the one that is named in full."""
    return found[0][0] if len(found) == 1 else the_one_named(label, letters(typed), found)
