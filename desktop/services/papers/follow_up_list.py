"""The register of follow-ups as it goes on paper: narrowed down, ordered and parted as somebody looked at it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.base.numbers import grouped
from desktop.base.places import safe_file_name
from desktop.documents import follow_up_list_content as paper
from desktop.models.queries.commitment_details import Details, details_by_seq
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.commitment_relations import institutions_by_seq, regions_by_seq
from desktop.models.queries.commitment_states import is_late, is_unfinished, overall_state
from desktop.models.queries.commitments import addressees_said
from desktop.models.queries.register import COMMITMENT_LIST, commitment_list
from desktop.models.queries.register_groups import GroupedRegister
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_STATES, DUE_SOURCES, PROMISED_DUE
from desktop.services.commitment_filters import is_internal, scope_lines

NAME = "Daftar Tindak Lanjut"
_AT_ONCE = 250  # rows read at once
_PLACES = {name: place for place, name in enumerate(COMMITMENT_LIST.names)}
_LATE = "terlambat"


def follow_up_list_content(
    store: Store,
    asked: CommitmentFilter | None = None,
    *,
    order: str = "due_date",
    descending: bool = False,
    group: str = "",
    internal: bool = False,
) -> paper.FollowUpListContent:
    """What a filter finds today, in the order of the register, and in its groups (`GROUPINGS`) where named.

    With `internal` also the office's own dates and what is late; so in any case where the filter itself asks for
    what is the office's own.
    """
    day, wanted = today(), asked or CommitmentFilter()
    within = internal or is_internal(wanted)
    listing = commitment_list(store, wanted, today=day, order=order, descending=descending)
    seqs = [seq for chunk in listing.key_chunks() for seq in chunk]
    rows: dict[int, paper.ListedFollowUp] = {}
    for start in range(0, len(seqs), _AT_ONCE):
        rows |= _rows(store, listing.rows(seqs[start : start + _AT_ONCE]), day, internal=within)
    parts = [("", seqs)] if seqs else []
    if group:
        found = GroupedRegister(store, wanted, group, today=day, order=order, descending=descending)
        parts = [(one.name, list(one.seqs)) for one in found.groups]
    return paper.FollowUpListContent(
        groups=tuple(
            paper.FollowUpGroup(name, tuple(rows[seq] for seq in some if seq in rows)) for name, some in parts
        ),
        scope=scope_lines(store, wanted, day, internal=within),
        count=len(rows),
        as_of=day,
        internal=within,
    )


def follow_up_list_title(store: Store, asked: CommitmentFilter) -> str:
    """What the register of papers calls the list."""
    scope = scope_lines(store, asked, today(), internal=False)
    return f"{NAME} ({'; '.join(scope)})" if scope else NAME


def follow_up_list_file_name() -> str:
    """A proper name to save the list under."""
    return safe_file_name(f"{today():%Y-%m-%d}", NAME, suffix=".pdf")


def _rows(
    store: Store, found: Sequence[tuple[Any, ...]], day: date, *, internal: bool
) -> dict[int, paper.ListedFollowUp]:
    """The rows by the seq of their follow-ups."""
    seqs = [row[0] for row in found]
    said, details = addressees_said(store, seqs), details_by_seq(store, seqs)
    regions, related = regions_by_seq(store, seqs), institutions_by_seq(store, seqs)
    made = {}
    for row in found:
        seq = row[0]
        due, words = _due(row, details.get(seq, Details()), internal=internal)
        made[seq] = paper.ListedFollowUp(
            text=_of(row, "text"),
            responsible=tuple(said.get(seq, ())),
            related=tuple(related.get(seq, ())),
            regions=tuple(regions.get(seq, ())),
            due=due,
            due_words=words,
            indicator=details.get(seq, Details()).indicator or "",
            status=_status(row, day, internal=internal),
            evidence=f"{grouped(_of(row, 'evidence'))} berkas" if _of(row, "evidence") else "",
            origin=f"Rapat {medium_date(held)}" if (held := _day(_of(row, "held_on"))) else "",
        )

    return made


def _due(row: tuple[Any, ...], details: Details, *, internal: bool) -> tuple[date | None, str]:
    """The day and what is said of it; an internal one, and what is said of it, stays inside."""
    day, source = _day(_of(row, "due_date")), _of(row, "due_source")
    told = internal or day is None or source in PROMISED_DUE
    if not told:
        return None, ""
    words = [DUE_SOURCES[source].lower()] if source else []
    return day, "; ".join([*words, *([details.due_note] if details.due_note else [])])


def _status(row: tuple[Any, ...], day: date, *, internal: bool) -> str:
    total, done, open_ = _of(row, "addressees"), _of(row, "done"), _of(row, "open")
    ended = _of(row, "ended_how")
    state = overall_state(total, done, open_, _of(row, "in_progress"), proven=_of(row, "proven"), ended_how=ended)
    words = COMMITMENT_STATES[state]
    if total > 1 and ended is None:
        words = f"{grouped(done)} dari {grouped(total)} selesai"
    unfinished = is_unfinished(total, open_, ended)
    late = is_late(_day(_of(row, "due_date")), _of(row, "due_source"), unfinished, day)
    return f"{words} ({_LATE})" if internal and late else words


def _of(row: tuple[Any, ...], name: str) -> Any:
    return row[_PLACES[name]]


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None
