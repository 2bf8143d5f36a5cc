"""The people at a meeting's table as papers name them, and who signs for it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from desktop.documents import content as paper
from desktop.models.queries.attendance import ParticipantRow
from desktop.models.queries.office import Profile, office_profile
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.services.papers.profile import person_signatory

_CIVIL_SERVICE = ("bakorwil", "pemerintah", "perangkat_daerah")


def chair_of(seats: list[ParticipantRow]) -> ParticipantRow | None:
    """Who led the meeting, once somebody is noted who came."""
    return next((seat for seat in seats if seat.role == "pimpinan" and seat.name), None)


def came_from(seat: ParticipantRow) -> str:
    """Where somebody came from: the institution, or the words of the invitation."""
    return seat.present_institution or seat.institution or seat.label or ""


def in_brief(seats: list[ParticipantRow]) -> tuple[str, ...]:
    """Who came without a name; a group of which single institutions are noted is not named beside them."""
    return tuple(
        seat.institution or seat.label or ""
        for seat in seats
        if seat.is_present and not seat.name and not any(one.is_member_of(seat) for one in seats)
    )


def is_head(chair: ParticipantRow, office: Profile) -> bool:
    """Whether who led the meeting is the head of the office: the post, or the person."""
    post = chair.invited_office if chair.state == "hadir" else chair.title
    person = chair.present_person_id
    return post == office.head_title or (person is not None and person == office.head_person_id)


def chair_signatory(store: Store, meeting: UUID, chair: ParticipantRow | None) -> paper.Signatory:
    """Who led the meeting, as the one who signs; a civil servant without a known NIP leaves room for it.

    The head of the office signs as the meeting's profile has it: acting, on behalf of somebody, or delegated.
    """
    if chair is None:
        return paper.Signatory(role="Pimpinan Rapat")
    signatory = person_signatory(store, chair.present_person_id, "Pimpinan Rapat", name=chair.name)
    civil = bool(chair.institution_id) and (
        fields_of(store, "institution", chair.institution_id)["kind"] in _CIVIL_SERVICE  # type: ignore[arg-type]
    )
    kind = signatory.number_kind or ("NIP" if civil else None)
    signs = replace(signatory, position=chair.title, number_kind=kind)
    office = office_profile(store, fields_of(store, "meeting", meeting)["profile_id"])
    if office is None or not is_head(chair, office):
        return signs
    if chair.present_person_id and office.head_person_id not in (None, chair.present_person_id):
        return signs  # the head before, or the one after
    return replace(
        signs,
        position=office.head_title,
        acting=office.head_acting,
        on_behalf=office.on_behalf,
        delegated_by=office.delegated_by,
    )
