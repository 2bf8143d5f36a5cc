"""What follow-ups concern without having to be done there: Wilayah and Instansi terkait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from desktop.models.queries.typed import ID, live, typed
from desktop.models.statements import Statement, compiled_once, param
from desktop.models.store import Store
from desktop.models.tables import Commitment, CommitmentInstitution, CommitmentRegion, Institution, Region

_AT_ONCE = 250  # follow-ups asked about in one statement


class Named(NamedTuple):
    """A region or institution by its name."""

    id: UUID
    name: str


def _regions(key: Any) -> Any:
    return (
        CommitmentRegion.select(key, Region.id, Region.name)
        .join(Region, on=(CommitmentRegion.region_id == Region.id))
        .join_from(CommitmentRegion, Commitment, on=(CommitmentRegion.commitment_id == Commitment.id))
        .where(live(CommitmentRegion), live(Region))
        .order_by(Region.order_no, Region.seq)
    )


def _institutions(key: Any) -> Any:
    return (
        CommitmentInstitution.select(key, Institution.id, Institution.name)
        .join(Institution, on=(CommitmentInstitution.institution_id == Institution.id))
        .join_from(CommitmentInstitution, Commitment, on=(CommitmentInstitution.commitment_id == Commitment.id))
        .where(live(CommitmentInstitution), live(Institution))
        .order_by(Institution.protocol_rank, Institution.sort_key, Institution.seq)
    )


_REGIONS_OF_ONE = Statement(lambda: _regions(Commitment.id).where(Commitment.id == param("key")))
_INSTITUTIONS_OF_ONE = Statement(lambda: _institutions(Commitment.id).where(Commitment.id == param("key")))


def regions_concerned(store: Store, commitment: UUID) -> list[Named]:
    """The regions a follow-up concerns, in the office's own order."""
    return _named(_REGIONS_OF_ONE.rows(store, key=commitment))


def institutions_concerned(store: Store, commitment: UUID) -> list[Named]:
    """The institutions a follow-up concerns, in the order of protocol."""
    return _named(_INSTITUTIONS_OF_ONE.rows(store, key=commitment))


def regions_by_seq(store: Store, seqs: Sequence[int]) -> dict[int, list[str]]:
    """The names of the regions that some follow-ups concern, by their seq; those without any are left out."""
    return _by_seq(store, _regions, seqs)


def institutions_by_seq(store: Store, seqs: Sequence[int]) -> dict[int, list[str]]:
    """The names of the institutions that some follow-ups concern, by their seq; those without any are left out."""
    return _by_seq(store, _institutions, seqs)


def _named(rows: list[tuple[Any, ...]]) -> list[Named]:
    return list(dict.fromkeys(Named(*typed(row[1:], (ID, None))) for row in rows))


def _by_seq(store: Store, asked: Callable[[Any], Any], seqs: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, dict[str, None]] = {}
    for start in range(0, len(seqs), _AT_ONCE):
        query = asked(Commitment.seq).where(Commitment.seq.in_(list(seqs[start : start + _AT_ONCE])))
        for seq, _, name in store.rows(*compiled_once(store, query)):
            found.setdefault(seq, {})[name] = None
    return {seq: list(names) for seq, names in found.items()}
