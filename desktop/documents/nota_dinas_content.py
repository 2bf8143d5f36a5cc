"""What a nota dinas on a meeting says, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from desktop.documents.action_matrix_content import FollowUpRow
from desktop.documents.content import Signatory
from desktop.documents.letter_content import LetterHead
from desktop.documents.minutes_content import Official

_SIGNATORY, _HEAD = Signatory(), LetterHead()


@dataclass(frozen=True, slots=True)
class Absence:
    """An invited office nobody came for: `state` in words ("Berhalangan"), `reason` only where it was noted."""

    office: str
    state: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NotaDinasContent:
    """The internal note that tells the head in one or two pages what came of the meeting `title`.

    It is the one paper that names who was absent, so it does not leave the office. `present` people came,
    `deputies` of them for somebody else; `groups` came without names; of `open` seats nothing was noted.
    `basis` and `suggestion` are points, `opening`, `body` and `closing` paragraphs.
    """

    title: str
    head: LetterHead = _HEAD
    addressees: tuple[str, ...] | None = None
    sender: str | None = None
    opening: str | None = None
    basis: tuple[str, ...] | None = None
    held_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    zone: str = "Asia/Jakarta"
    place: str | None = None
    chair: Official | None = None
    present: int = 0
    deputies: int = 0
    groups: tuple[str, ...] = ()
    absent: tuple[Absence, ...] = ()
    open: int = 0
    body: str = ""
    decisions: tuple[str, ...] = ()
    follow_ups: tuple[FollowUpRow, ...] = ()
    suggestion: tuple[str, ...] = ()
    closing: str | None = None
    signatory: Signatory = _SIGNATORY
    copies: tuple[str, ...] = ()
    heading: str = "NOTA DINAS"
    draft: bool = False
