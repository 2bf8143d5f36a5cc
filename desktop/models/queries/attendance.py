"""Who was invited to a meeting, and who came."""

from __future__ import annotations

from collections import defaultdict
from datetime import time
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, fn

from desktop.models.queries.typed import CLOCK, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Institution, InstitutionRegion, Participant, Person, Position, Region
from desktop.models.words import PRESENT


class ParticipantRow(NamedTuple):
    """A seat: who was invited, who came, as names. A named tuple: a big meeting has hundreds, read at each key.

    `invited_*` is the office and person asked; `name`/`title`/`institution` is who sat there (or who is
    expected while nothing is noted). `represents` is the invited office where somebody else came for it.
    """

    id: UUID
    seq: int
    order_no: int
    role: str
    state: str
    answer: str
    label: str | None
    institution_id: UUID | None
    institution: str | None
    region: str | None
    position_id: UUID | None
    invited_title: str | None
    invited_name: str | None
    present_person_id: UUID | None
    present_name: str | None
    present_title: str | None
    present_institution: str | None
    leads: bool
    protocol_rank: int
    reason: str | None
    note: str | None
    arrived_at: time | None
    left_at: time | None
    unreadable: bool

    @property
    def is_present(self) -> bool:
        """Whether the seat was taken, by the invited or for them."""
        return self.state in PRESENT

    @property
    def name(self) -> str | None:
        """Who sat there, or who is expected; nobody known where the name on the signed sheet cannot be read."""
        if self.unreadable and self.is_present:
            return None
        return (
            self.present_name if self.is_present and self.present_name else self.present_name or self.invited_name
        )

    @property
    def title(self) -> str | None:
        """The post of who sat there, or of who is expected."""
        if self.unreadable and self.is_present:
            return self.present_title
        return self.present_title or self.invited_title

    @property
    def invited_office(self) -> str | None:
        """The office invited, as one says it: "Kepala Bakorwil Bojonegoro", "Ketua KPU Kabupaten Tuban"."""
        if self.invited_title and self.institution:
            return office_words(self.invited_title, self.institution, self.leads)
        return self.institution or self.label

    @property
    def represents(self) -> str | None:
        """The office somebody else came for."""
        return self.invited_office if self.state == "diwakili" or self.is_announced else None

    @property
    def is_announced(self) -> bool:
        """Whether somebody else was announced for the seat, while nothing is noted of who came."""
        return self.state == "belum_dicatat" and self.answer == "diwakili" and self.present_name is not None

    @property
    def is_group(self) -> bool:
        """Whether the seat stands for a group without names ("KPU kabupaten/kota"), which is never a person."""
        nobody = self.institution_id is None and self.position_id is None and not self.unreadable
        return nobody and not (self.present_name or self.invited_name)

    @property
    def is_guest(self) -> bool:
        """Whether somebody sits there whom nobody invited."""
        nobody_invited = self.institution_id is None and self.position_id is None and self.invited_name is None
        came = self.present_name is not None or self.unreadable
        return nobody_invited and came and "diwakili" not in (self.state, self.answer)

    def is_member_of(self, group: ParticipantRow) -> bool:
        """Whether the seat is that of one institution of a group, noted apart from the group."""
        named = group.is_group and group.label is not None
        return named and self.institution_id is not None and self.label == group.label


def group_seat() -> Any:
    """The condition that a seat is what `ParticipantRow.is_group` says."""
    return (
        Participant.institution_id.is_null()
        & Participant.position_id.is_null()
        & Participant.person_id.is_null()
        & ~_has_come()
        & ~Participant.unreadable
    )


def guest_seat() -> Any:
    """The condition that a seat is what `ParticipantRow.is_guest` says."""
    return (
        Participant.institution_id.is_null()
        & Participant.position_id.is_null()
        & Participant.person_id.is_null()
        & (_has_come() | Participant.unreadable)
        & (Participant.state != "diwakili")
        & (Participant.answer != "diwakili")
    )


def _has_come() -> Any:
    came = (Participant.present_person_id, Participant.present_name, Participant.frozen_name)
    return came[0].is_null(False) | came[1].is_null(False) | came[2].is_null(False)


def office_words(title: str, institution: str, leads: bool) -> str:
    """A post and its institution in one breath; titles that name the institution already stay alone."""
    if leads and title in ("Kapolres", "Kapolda", "Dandim", "Danrem", "Bupati", "Wali Kota", "Gubernur"):
        place = institution.split(" ", 1)[1] if " " in institution else institution
        for word in ("Kabupaten ", "Kota ", "Provinsi "):
            if title in ("Bupati", "Wali Kota", "Gubernur"):
                place = place.removeprefix(word)
        return f"{title} {place}"
    return f"{title} {institution}" if leads else f"{title}, {institution}"


_Invited, _Came = Person.alias("invited"), Person.alias("came")
_CamePost, _CameAt = Position.alias("came_post"), Institution.alias("came_at")

_PARTICIPANTS = Statement(
    lambda: Participant.select(
        Participant.id, Participant.seq, Participant.order_no, Participant.role, Participant.state,
        Participant.answer, Participant.label, Participant.institution_id, fn.COALESCE(
            Participant.frozen_institution, Institution.name
        ),
        Institution.short_name, Participant.position_id, Position.title, _Invited.name,
        Participant.present_person_id,
        fn.COALESCE(Participant.frozen_name, _Came.name, Participant.present_name),
        fn.COALESCE(Participant.frozen_title, _CamePost.title, Participant.present_title),
        _CameAt.name, fn.COALESCE(Position.leads, False),
        fn.COALESCE(Position.protocol_rank, Institution.protocol_rank, 9999), Participant.reason,
        Participant.note, Participant.arrived_at, Participant.left_at, Participant.unreadable,
    )
    .join(Institution, JOIN.LEFT_OUTER, on=(Participant.institution_id == Institution.id))
    .join_from(Participant, Position, JOIN.LEFT_OUTER, on=(Participant.position_id == Position.id))
    .join_from(Participant, _Invited, JOIN.LEFT_OUTER, on=(Participant.person_id == _Invited.id))
    .join_from(Participant, _Came, JOIN.LEFT_OUTER, on=(Participant.present_person_id == _Came.id))
    .join_from(Participant, _CamePost, JOIN.LEFT_OUTER, on=(Participant.present_position_id == _CamePost.id))
    .join_from(_CamePost, _CameAt, JOIN.LEFT_OUTER, on=(_CamePost.institution_id == _CameAt.id))
    .where(Participant.meeting_id == param("meeting"), live(Participant))
    .order_by(Participant.order_no, Participant.seq)
)  # fmt: skip
_PARTICIPANT_TYPES = (
    ID, None, None, None, None, None, None, ID, None, None, ID, None, None, ID, None, None, None, None,
    None, None, None, CLOCK, CLOCK, None,
)  # fmt: skip


def participants(store: Store, meeting: UUID) -> list[ParticipantRow]:
    """Everyone invited or present, in the order of the list."""
    rows = _PARTICIPANTS.rows(store, meeting=meeting)
    return [ParticipantRow._make(typed(row, _PARTICIPANT_TYPES)) for row in rows]


_REGIONS_OF_SEATS = Statement(
    lambda: Participant.select(Participant.institution_id, Region.name)
    .join(Institution, on=(Participant.institution_id == Institution.id))
    .join_from(Institution, InstitutionRegion, on=(InstitutionRegion.institution_id == Institution.id))
    .join_from(InstitutionRegion, Region, on=(InstitutionRegion.region_id == Region.id))
    .where(
        Participant.meeting_id == param("meeting"), live(Participant), live(InstitutionRegion), live(Region),
        Institution.level == "kabupaten",
    )
    .order_by(Region.order_no, Region.seq)
)  # fmt: skip


def regions_of_seats(store: Store, meeting: UUID) -> dict[UUID, tuple[str, ...]]:
    """The kabupaten and kota each invited institution serves, by institution; the others are left out."""
    found: dict[UUID, dict[str, None]] = defaultdict(dict)
    for one, name in _REGIONS_OF_SEATS.rows(store, meeting=meeting):
        institution = ID.python_value(one)
        assert institution is not None
        found[institution][name] = None  # once, however many seats an institution has
    return {institution: tuple(names) for institution, names in found.items()}
