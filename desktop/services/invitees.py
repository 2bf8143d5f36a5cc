"""Whom an invitation goes to: those invited by protocol rank, groups opened into their institutions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from desktop.models.queries.sheet_order import SheetLine, sheet_lines
from desktop.models.store import Store

_HOSTS = ("pimpinan", "panitia")


@dataclass(frozen=True, slots=True)
class Invitee:
    """An office or institution that is invited, and its holder where somebody was named.

    A person without an office stands in the office's place.
    """

    office: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Invitees:
    """Those invited, group by group; the first group, without a heading, are those invited one by one."""

    groups: tuple[tuple[str, tuple[Invitee, ...]], ...] = ()

    @property
    def offices(self) -> tuple[str, ...]:
        """Everyone invited in one line each."""
        return tuple(one.office for _, rows in self.groups for one in rows)


def invitees(store: Store, meeting: UUID) -> Invitees:
    """The recipients of a meeting's invitation; who invites (chair, committee) and guests receive none."""
    lines = [line for line in sheet_lines(store, meeting) if not (line.is_guest or _is_host(line))]
    found = groupby(lines, key=lambda line: (line.group.label or "") if line.group else "")
    return Invitees(tuple((heading, tuple(map(_invitee, rows))) for heading, rows in found))


def _is_host(line: SheetLine) -> bool:
    return line.seat is not None and line.seat.role in _HOSTS


def _invitee(line: SheetLine) -> Invitee:
    seat = line.seat
    if seat is None:
        return Invitee(line.institution)
    office, name = seat.invited_office, seat.invited_name or ""
    return Invitee(office, name) if office else Invitee(name)
