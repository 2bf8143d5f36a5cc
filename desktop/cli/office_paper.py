"""A paper of no single meeting on its way out of the console: written, told, and noted in the register."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.base.errors import NotFound
from desktop.base.folding import fold
from desktop.cli.papers import render, tell_codes
from desktop.cli.register import note
from desktop.cli.speech import letters

if TYPE_CHECKING:
    from desktop.documents.content import OfficeProfile
    from desktop.models.queries.office import TopicSummary
    from desktop.models.store import Store

One = TypeVar("One")


def hand_over(
    options: argparse.Namespace, kind: str, title: str, target: Path, content: Any, profile: OfficeProfile
) -> None:
    """Write a paper of `catalogue.OFFICE_PAPERS` to `target`; the register calls it `title`."""
    from desktop.base.files import atomic_write
    from desktop.services.issued import note_issued
    from desktop.services.papers.catalogue import OFFICE_PAPERS

    pdf = render(OFFICE_PAPERS[kind].job, content, profile)
    atomic_write(target, pdf, keep_finished=False)
    print(f"Dicetak: {target}")
    tell_codes(content, profile)
    note(options, lambda desk: note_issued(desk, kind, title, "simpan", pdf, file_name=target.name))


def the_one_named(label: str, typed: str, known: Iterable[tuple[One, str]]) -> One:
    """What is called so, or has a part of its name that only one has; NotFound lists the names there are.

    `label` says what is sought ("Topik"), `known` has each with its name.
    """
    names = list(known)
    parts = [one for one in names if fold(typed) in fold(one[1])]
    found = [one for one in parts if fold(typed) == fold(one[1])] or parts
    if len(found) == 1:
        return found[0][0]
    listed = ", ".join(name for _, name in found or names) or "belum ada"
    reason = "cocok dengan beberapa" if found else "tidak ada"
    raise NotFound(f"{label} “{typed}” {reason}.", f"Yang ada: {listed}.")


def the_topic(store: Store, typed: str | None) -> TopicSummary:
    """The topic named, by its name or a part of it that only one has.

    Without a name the only open one, or the only open one that meetings are held for.
    """
    from desktop.models.queries.office import topics

    known = topics(store)
    if typed:
        return the_one_named("Topik", letters(typed), ((one, one.name) for one in known))
    open_ones = [one for one in known if one.is_open]
    for likely in (open_ones, [one for one in open_ones if one.meetings]):
        if len(likely) == 1:
            return likely[0]
    listed = ", ".join(one.name for one in open_ones) or "belum ada"
    raise NotFound("Topiknya belum disebut.", f"Sebut dengan --topic. Yang terbuka: {listed}.")
