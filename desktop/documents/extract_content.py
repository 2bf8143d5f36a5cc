"""What the extract for one institution says, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.documents.action_matrix_content import FollowUpRow
from desktop.documents.content import Signatory
from desktop.documents.minutes_content import Discussion


@dataclass(frozen=True, slots=True)
class ExtractContent:
    """What of a meeting concerns one institution: nothing here belongs to another.

    `decisions` are conclusions for everybody or for this institution; the follow-ups are its own, with its own
    state on the day `as_of`; `discussions` hold what it said.
    """

    institution: str
    title: str
    held_on: date | None = None
    place: str | None = None
    number: str = ""
    decisions: tuple[str, ...] = ()
    follow_ups: tuple[FollowUpRow, ...] = ()
    discussions: tuple[Discussion, ...] = ()
    as_of: date | None = None
    signed_on: date | None = None
    signatory: Signatory | None = None
    draft: bool = False
