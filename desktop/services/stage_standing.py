"""Where a stage stands on a day: over, running, to come, or not to be told because a day is not known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from desktop.models.queries.office import StageOfTopic
from desktop.models.queries.review_points import ReviewPoint


class Standing(StrEnum):
    """What is known of a stage on a day."""

    OVER = "lewat"
    RUNNING = "berjalan"
    COMING = "mendatang"
    UNSURE = "belum_pasti"
    UNDATED = "tanpa_tanggal"


def standing(stage: StageOfTopic, day: date) -> Standing:
    """A stage with one known end is over or to come where that end says so, else nothing is claimed."""
    starts, ends = stage.starts_on, stage.ends_on
    if starts is None and ends is None:
        return Standing.UNDATED
    if ends is not None and ends < day:
        return Standing.OVER
    if starts is not None and starts > day:
        return Standing.COMING
    return Standing.UNSURE if starts is None or ends is None else Standing.RUNNING


def running(stages: Sequence[StageOfTopic], day: date) -> list[StageOfTopic]:
    """The stages that run on a day, the one that ends first in front."""
    found = [one for one in stages if standing(one, day) is Standing.RUNNING]
    return sorted(found, key=lambda one: one.ends_on or day)


def coming(stages: Sequence[StageOfTopic], day: date) -> list[StageOfTopic]:
    """The stages that begin next, all on the same day."""
    starts = [one.starts_on for one in stages if one.starts_on is not None and one.starts_on > day]
    return [one for one in stages if starts and one.starts_on == min(starts)]


def next_point(points: Sequence[ReviewPoint], day: date) -> ReviewPoint | None:
    """The review point that comes next, today's included."""
    ahead = [one for one in points if one.day is not None and one.day >= day]
    return min(ahead, key=lambda one: one.day_offset, default=None)
