"""Whom a follow-up goes to, by the words of the meeting: an institution, an office, a group, or just words."""

from __future__ import annotations

from desktop.base.folding import fold
from desktop.models.queries.lookup import Lookup, group_members
from desktop.models.store import Store
from desktop.services.commitments import To

GROUPS = (
    "KPU kabupaten/kota",
    "Bawaslu kabupaten/kota",
    "Polres",
    "Kodim",
    "Pemerintah kabupaten/kota",
)
"""The groups to choose from; each stands for the institutions of all regions of the office's own working area."""


def addressees_named(store: Store, words: str, known: Lookup | None = None) -> tuple[To, ...]:
    """The addressees that words mean: a group becomes each of its members, words nobody knows stay words.

    `known` is the directory when it was read already.
    """
    directory = known or Lookup.read(store)
    if (institution := directory.institutions.get(fold(words))) is not None:
        return (To(institution_id=institution),)
    if (office := directory.offices.get(fold(words))) is not None:
        return (To(position_id=office[0], institution_id=office[1]),)
    return tuple(To(institution_id=one, via=words) for one in group_members(store, words)) or (To(label=words),)
