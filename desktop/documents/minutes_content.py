"""What the minutes of a meeting say, as plain values; unknown and none differ as in `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from desktop.documents.action_matrix_content import FollowUpRow
from desktop.documents.content import Signatory

StatementKind = Literal[
    "paparan", "laporan", "arahan", "permintaan", "informasi",
    "tanya", "jawab", "tanggapan", "komitmen", "kesimpulan",
]  # fmt: skip
CLOSED_SINCE = "TINDAK LANJUT YANG SELESAI SEJAK RAPAT LALU"
"""The heading of that annex."""
REVIEWED = "Tindak lanjut rapat sebelumnya"
"""The point of the agenda under which a meeting goes through what earlier ones left open."""
_CHAIR, _MINUTE_TAKER = Signatory(role="Pimpinan Rapat"), Signatory(role="Notulis")


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody with a task in the meeting; `represents` is the office invited when a deputy came."""

    name: str | None
    position: str = ""
    institution: str = ""
    represents: str = ""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who came, as printed: `represents` the invited official, `note` any remark."""

    name: str
    position: str = ""
    institution: str = ""
    represents: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one person said. `on_behalf_of` names the official whose words were read out."""

    kind: StatementKind
    text: str
    speaker: str | None
    position: str = ""
    institution: str = ""
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    """A point of the agenda, and from when to when it took, where that was noted."""

    title: str
    started_at: time | None = None
    ended_at: time | None = None


@dataclass(frozen=True, slots=True)
class Discussion:
    """One point of the agenda and what was said about it, in order."""

    topic: str
    statements: tuple[Statement, ...] = ()

    @property
    def is_review(self) -> bool:
        """Whether the point is what earlier meetings left open."""
        return self.topic.strip().casefold() == REVIEWED.casefold()


@dataclass(frozen=True, slots=True)
class ReviewedRow:
    """How a follow-up of an earlier meeting stands with an institution; `status` as it shall print."""

    text: str
    institution: str
    status: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class MinutesContent:
    """All parts of a meeting's minutes, in the order in which they print.

    `agenda` None leaves dots. `ends_at` is the end that was planned, `ended_at` when the agenda was through; it
    prints where the two differ. `reviewed` is what was reported on follow-ups of earlier meetings, a table before
    the discussion; `closed_since` those closed since the meeting before, an annex.
    `participants_in_brief` are groups without names ("KPU kabupaten/kota").
    The attendance list is annexed when there are attendees, the matrix when there are follow-ups. `signed_on` is
    the minutes' own date, above the signatures; it need not be the meeting's. `revision` n is Perbaikan ke-n;
    `proof_code` finds a final paper again.
    """

    title: str
    held_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    ended_at: time | None = None
    zone: str = "Asia/Jakarta"
    place: str | None = None
    number: str = ""
    invitation_number: str | None = None
    invitation_date: date | None = None
    agenda: tuple[AgendaPoint, ...] | None = None
    chair: Official | None = None
    secretary: Official | None = None
    minute_taker: Official | None = None
    attendees: tuple[Attendee, ...] = ()
    participants_in_brief: tuple[str, ...] = ()
    opening: str | None = None
    reviewed: tuple[ReviewedRow, ...] = ()
    discussions: tuple[Discussion, ...] = ()
    decisions: tuple[str, ...] = ()
    closing: str | None = None
    follow_ups: tuple[FollowUpRow, ...] = ()
    closed_since: tuple[ReviewedRow, ...] = ()
    signed_on: date | None = None
    signatory: Signatory = _CHAIR
    minute_signatory: Signatory = _MINUTE_TAKER
    draft: bool = False
    revision: int = 0
    proof_code: str = ""

    @property
    def points(self) -> tuple[Discussion, ...]:
        """The discussion point by point; what was reviewed comes first where the agenda has no point for it."""
        own = not self.reviewed or any(one.is_review for one in self.discussions)
        return self.discussions if own else (Discussion(REVIEWED), *self.discussions)
