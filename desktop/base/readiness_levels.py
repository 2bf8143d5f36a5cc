"""How a score is to be taken at a glance, the same on screen and on paper.

The score counts only what was reported, so that one good report of twenty-five items would look like all of them:
a set of which less than half was reported is never called good. What is reported as bad is bad, however little
it is.
"""

from __future__ import annotations

from enum import StrEnum

GOOD_FROM, HALF_WAY_FROM = 75, 50
"""Percent from which a score is good, and from which it is no problem."""


class Level(StrEnum):
    """What a set of items says: nothing, too little to call it good, or how ready it is."""

    SILENT = "silent"
    LITTLE = "little"
    GOOD = "good"
    HALF_WAY = "half_way"
    WEAK = "weak"


def level_of(percent: int | None, reported: int, applicable: int) -> Level:
    """The level of a set with this score, None without one, of which so many items that apply were reported."""
    if percent is None:
        return Level.SILENT
    if percent < HALF_WAY_FROM:
        return Level.WEAK
    if percent < GOOD_FROM:
        return Level.HALF_WAY
    return Level.GOOD if is_half_reported(reported, applicable) else Level.LITTLE


def is_half_reported(reported: int, applicable: int) -> bool:
    """Whether at least half of what applies was reported."""
    return 2 * reported >= applicable


def ready_share(ready: int, applicable: int) -> int:
    """How many of a hundred items that apply are ready, as a circle shows it: full only where all are."""
    return 100 * ready // applicable if applicable else 0
