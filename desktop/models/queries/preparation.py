"""Kelompok undangan and templates: what new meetings are put together from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from peewee import JOIN, fn

from desktop.models.fields import JsonField
from desktop.models.queries.attendance import office_words
from desktop.models.queries.typed import ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Institution, InvitationGroup, InvitationGroupMember, MeetingTemplate, Position


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A saved group and how many it invites."""

    id: UUID
    name: str
    members: int


_GROUPS = Statement(
    lambda: (
        InvitationGroup.select(
            InvitationGroup.id, InvitationGroup.name,
            InvitationGroupMember.select(fn.COUNT(InvitationGroupMember.seq)).where(
                InvitationGroupMember.group_id == InvitationGroup.id, live(InvitationGroupMember)
            ),
        )
        .where(live(InvitationGroup))
        .order_by(InvitationGroup.sort_key, InvitationGroup.seq)
    )
)  # fmt: skip


def invitation_groups(store: Store) -> list[GroupRow]:
    """The groups by name."""
    return [GroupRow(*typed(row, (ID, None, None))) for row in _GROUPS.rows(store)]


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One office of a group; `words` is what it is called now."""

    id: UUID
    role: str
    institution_id: UUID | None
    position_id: UUID | None
    label: str | None
    words: str


_MEMBERS = Statement(
    lambda: InvitationGroupMember.select(
        InvitationGroupMember.id, InvitationGroupMember.role, InvitationGroupMember.institution_id,
        InvitationGroupMember.position_id, InvitationGroupMember.label, Position.title, Institution.name,
        Position.leads,
    )
    .join(Position, JOIN.LEFT_OUTER, on=(InvitationGroupMember.position_id == Position.id))
    .join_from(
        InvitationGroupMember, Institution, JOIN.LEFT_OUTER,
        on=(InvitationGroupMember.institution_id == Institution.id),
    )
    .where(InvitationGroupMember.group_id == param("group"), live(InvitationGroupMember))
    .order_by(InvitationGroupMember.order_no, InvitationGroupMember.seq)
)  # fmt: skip


def group_offices(store: Store, group: UUID) -> list[MemberRow]:
    """The offices of a group in their order."""
    found = []
    for *own, title, institution, leads in _MEMBERS.rows(store, group=group):
        known: list[Any] = typed(tuple(own), (ID, None, ID, ID, None))
        words = office_words(title, institution, bool(leads)) if title and institution else institution
        found.append(MemberRow(*[*known, str(words or title or known[4] or "")]))
    return found


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A saved template; `content` as `services.meeting_pattern` wrote it."""

    id: UUID
    name: str
    content: dict[str, Any]


_TEMPLATES = Statement(
    lambda: (
        MeetingTemplate.select(MeetingTemplate.id, MeetingTemplate.name, MeetingTemplate.content)
        .where(live(MeetingTemplate))
        .order_by(MeetingTemplate.sort_key, MeetingTemplate.seq)
    )
)


def meeting_templates(store: Store) -> list[TemplateRow]:
    """The templates by name."""
    return [TemplateRow(*typed(row, (ID, None, JsonField()))) for row in _TEMPLATES.rows(store)]
