"""The people at a meeting's table as papers name them, and who signs for it."""

from __future__ import annotations

from desktop.documents import content as paper
from desktop.models.queries.attendance import ParticipantRow
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


def chair_signatory(store: Store, chair: ParticipantRow | None) -> paper.Signatory:
    """Who led the meeting, as the one who signs; a civil servant without a known NIP leaves room for it."""
    if chair is None:
        return paper.Signatory(role="Pimpinan Rapat")
    signatory = person_signatory(store, chair.present_person_id, "Pimpinan Rapat", name=chair.name)
    civil = bool(chair.institution_id) and (
        fields_of(store, "institution", chair.institution_id)["kind"] in _CIVIL_SERVICE  # type: ignore[arg-type]
    )
    kind = signatory.number_kind or ("NIP" if civil else None)
    return paper.Signatory(
        role="Pimpinan Rapat",
        position=chair.title,
        name=chair.name,
        rank=signatory.rank,
        number_kind=kind,
        number=signatory.number,
    )
