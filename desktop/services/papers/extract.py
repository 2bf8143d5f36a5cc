"""What of a meeting concerns one institution, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from uuid import UUID

from desktop.base.clock import today
from desktop.base.errors import NotFound
from desktop.base.folding import fold
from desktop.documents.action_matrix_content import FollowUpRow
from desktop.documents.extract_content import ExtractContent
from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.models.queries.commitments import CommitmentRow, commitments_of
from desktop.models.queries.discussion import StatementRow, agenda, statements
from desktop.models.queries.invitees import institution_places
from desktop.models.queries.lookup import Lookup, group_members
from desktop.models.queries.sheet_order import sheet_lines
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_STATES, UNSIGNED_STATES
from desktop.services.addressees import GROUPS
from desktop.services.papers.matrix import follow_up_row
from desktop.services.papers.meeting import head_of
from desktop.services.papers.minutes import discussions
from desktop.services.papers.seats import chair_of, chair_signatory

_HOST = "bakorwil"


def institutions_concerned(store: Store, meeting: UUID) -> list[tuple[UUID, str]]:
    """The institutions that were invited, by protocol, then others that have follow-ups; with their names."""
    found: dict[UUID, str] = {}
    for line in sheet_lines(store, meeting):
        seat = line.seat
        if line.institution_id is not None:
            found.setdefault(line.institution_id, line.institution)
        elif seat is not None and seat.institution_id is not None:
            found.setdefault(seat.institution_id, seat.institution or "")
    for one in commitments_of(store, meeting):
        for to in one.addressees:
            if to.institution_id is not None:
                found.setdefault(to.institution_id, to.institution or "")
    return list(found.items())


def extract_content(store: Store, meeting: UUID, *, institution: UUID | None = None) -> ExtractContent:
    """The extract for an institution, the first concerned without one.

    What is said belongs to the institution the speaker sat or spoke for. A conclusion belongs to the institutions
    it names and to those of the follow-ups that came from it; one that names only the host, or nobody, is for all.
    Raises NotFound where the institution has nothing to do with the meeting.
    """
    head, seats = head_of(store, meeting), participants(store, meeting)
    concerned = dict(institutions_concerned(store, meeting))
    own = institution or next(iter(concerned), None)
    if own is None or own not in concerned:
        raise NotFound(
            "Rapat ini belum punya instansi yang diundang atau diberi tindak lanjut."
            if own is None
            else "Instansi ini tidak diundang dan tidak punya tindak lanjut dalam rapat ini.",
            "Undang instansi di Persiapan, atau catat tindak lanjutnya.",
        )
    by_id, promised = {seat.id: seat for seat in seats}, commitments_of(store, meeting)
    known = Lookup.read(store)
    said, owner = statements(store, meeting), _Owners(store, by_id, known)
    names = _Names(store, known)
    follow_ups = [one for one in promised if any(to.institution_id == own for to in one.addressees)]
    spoken = discussions(agenda(store, meeting), [one for one in said if own in owner.of(one)], by_id)
    return ExtractContent(
        institution=concerned[own],
        title=head.title,
        held_on=head.held_on,
        place=head.place,
        number=head.minutes_number or "",
        decisions=tuple(
            one.text
            for one in said
            if one.kind == "kesimpulan" and _is_for(own, names.in_text(one.text) | _from(one, promised))
        ),
        follow_ups=tuple(_own_row(one, own, by_id) for one in follow_ups),
        discussions=tuple(one for one in spoken if one.statements),
        as_of=today(head.zone) if follow_ups else None,
        signed_on=head.minutes_date,
        signatory=chair_signatory(store, meeting, chair_of(seats)),
        draft=head.state in UNSIGNED_STATES,
    )


def _is_for(own: UUID, named: set[UUID]) -> bool:
    return not named or own in named


def _from(conclusion: StatementRow, promised: Sequence[CommitmentRow]) -> set[UUID]:
    """Who has a follow-up that came from a conclusion."""
    return {
        to.institution_id
        for one in promised
        if one.statement_id == conclusion.id
        for to in one.addressees
        if to.institution_id is not None
    }


def _own_row(one: CommitmentRow, own: UUID, seats: dict[UUID, ParticipantRow]) -> FollowUpRow:
    """The follow-up as it stands for one of its addressees alone."""
    mine = [to for to in one.addressees if to.institution_id == own]
    states = dict.fromkeys(COMMITMENT_STATES[to.state] for to in mine)
    return replace(
        follow_up_row(one, seats), responsible=tuple(dict.fromkeys(to.words for to in mine)), related=(),
        status="; ".join(states),
    )  # fmt: skip


class _Owners:
    """To which institutions something said belongs; the directory is read once."""

    def __init__(self, store: Store, seats: Mapping[UUID, ParticipantRow], known: Lookup) -> None:
        self._store, self._seats = store, seats
        self._of_post = {post: institution for (institution, _), post in known.positions.items()}

    def of(self, said: StatementRow) -> set[UUID]:
        if said.on_behalf_of_id in self._of_post:
            return {self._of_post[said.on_behalf_of_id]}
        seat = self._seats.get(said.speaker_id) if said.speaker_id else None
        if seat is None:
            return set()
        if seat.institution_id is not None:
            return {seat.institution_id}
        return set(group_members(self._store, seat.label or "")) if seat.is_group else set()


class _Names:
    """Institutions and groups of institutions by their words, to be found in a text; the host is never meant."""

    def __init__(self, store: Store, known: Lookup) -> None:
        hosts = {one.id for one in institution_places(store) if one.kind == _HOST}
        self._meant = {words: {one} for words, one in known.institutions.items() if one not in hosts}
        for group in GROUPS:
            self._meant.setdefault(fold(group), set(group_members(store, group)))
        self._longest_first = sorted(self._meant, key=len, reverse=True)

    def in_text(self, text: str) -> set[UUID]:
        """The institutions a text names; a name within a longer one ("Polres Mojokerto" Kota) does not count."""
        return reduce(set.union, self._found(f" {fold(text)} "), set())

    def _found(self, words: str) -> Iterator[set[UUID]]:
        for name in self._longest_first:
            if f" {name} " in words:
                yield self._meant[name]
                words = words.replace(f" {name} ", " | ")
