"""What a report on a meeting says, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from desktop.documents.action_matrix_content import FollowUpRow
from desktop.documents.content import Signatory
from desktop.documents.minutes_content import Discussion, Official

_SIGNATORY = Signatory()


@dataclass(frozen=True, slots=True)
class ReportContent:
    """LAPORAN TENTANG `subject`: parts A to E of the official form, of the meeting `title`.

    `general` (umum), `purpose`, `body` and `closing` are paragraphs, `basis` (landasan hukum) and `suggestion`
    points. `present` people came, `groups` came without names; who was absent is not said here.
    """

    title: str
    subject: str | None = None
    number: str = ""
    dated_on: date | None = None
    general: str | None = None
    basis: tuple[str, ...] | None = None
    purpose: str | None = None
    held_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    zone: str = "Asia/Jakarta"
    place: str | None = None
    chair: Official | None = None
    present: int = 0
    groups: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    body: str = ""
    discussions: tuple[Discussion, ...] = ()
    follow_ups: tuple[FollowUpRow, ...] = ()
    decisions: tuple[str, ...] = ()
    suggestion: tuple[str, ...] | None = None
    closing: str | None = None
    signatory: Signatory = _SIGNATORY
    heading: str = "LAPORAN"
    draft: bool = False
