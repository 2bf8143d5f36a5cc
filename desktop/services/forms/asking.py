"""Whom a form can go to, and what it would ask: open follow-ups, or readiness items that are not done yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from desktop.base.dates import medium_date
from desktop.base.folding import fold
from desktop.base.numbers import grouped, plain
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.form_rows import FormPart, Serving, parts_to_ask, serving_institutions
from desktop.models.queries.readiness_items import ItemRow, items
from desktop.models.score import MULTIPLIED, NOT_APPLICABLE, value_of
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_STATES, INTERNAL_BASIS, NO_REPORT, PROMISED_DUE, UNSIGNED_STATES
from desktop.services.forms.content import FOLLOW_UPS, MOST_ROWS, READINESS, AskedRow, FormContent
from desktop.services.readiness_values import goal_of

_NEVER = date.max


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a form can go to, with everything it would ask, the most urgent first.

    `classified` counts what stays out because its meeting is classified: that goes by letter.
    """

    kind: str
    to: str
    rows: tuple[AskedRow, ...]
    institution_id: UUID | None = None
    region_id: UUID | None = None
    topic_id: UUID | None = None
    region: str = ""
    about: str = ""
    lines: tuple[str, ...] = ()
    classified: int = 0

    def contents(self, *, first_only: bool = False) -> list[FormContent]:
        """Its forms, of ten rows at most each; with `first_only` just the one with the most urgent."""
        groups = [self.rows[start : start + MOST_ROWS] for start in range(0, len(self.rows), MOST_ROWS)]
        if first_only:
            groups = groups[:1]
        return [
            FormContent(
                self.kind, self.to, tuple(replace(row, number=number) for number, row in enumerate(group, 1)),
                self.about, self.region, self.lines, part, len(groups),
            )
            for part, group in enumerate(groups, 1)
        ]  # fmt: skip


def follow_up_recipients(store: Store, day: date) -> list[Recipient]:
    """Everybody who has open follow-ups, by protocol; promised days first, an internal day is not told."""
    groups: dict[object, list[FormPart]] = {}
    for part in parts_to_ask(store, day):
        if part.institution:
            groups.setdefault(part.institution_id or fold(part.institution), []).append(part)
    return [_follow_up_recipient(parts) for parts in groups.values()]


def readiness_recipients(store: Store, topic: TopicRow, region: UUID | None = None) -> list[Recipient]:
    """Who answers for the items of a region that are not done yet, or for those of each region of the topic."""
    serving = serving_institutions(store)
    groups: dict[tuple[UUID, object], list[ItemRow]] = {}
    whom: dict[tuple[UUID, object], tuple[UUID | None, str]] = {}
    for item in items(store, topic.id, region):
        if not _is_open(item):
            continue
        own = _responsible(item, serving)
        key = (item.region_id, own.id if own else fold(item.responsible))
        whom.setdefault(key, (own.id, own.name) if own else (None, item.responsible))
        groups.setdefault(key, []).append(item)
    places = list(dict.fromkeys(region for region, _ in groups))
    ordered = sorted(groups, key=lambda key: places.index(key[0]))
    return [_readiness_recipient(topic, *whom[key], groups[key]) for key in ordered]


def split_told(recipients: Sequence[Recipient], *, first_only: bool) -> str:
    """What is said of those who have more to answer than one form holds; "" where nobody has."""
    long = [one for one in recipients if len(one.rows) > MOST_ROWS]
    if not long:
        return ""
    names = long[0].to if len(long) == 1 else f"{grouped(len(long))} instansi"
    if first_only:
        left = sum(len(one.rows) - MOST_ROWS for one in long)
        return f"{names}: hanya {MOST_ROWS} yang paling mendesak; {grouped(left)} butir lain tidak ditanyakan."
    forms = sum(len(one.contents()) for one in long)
    return f"{names}: lebih dari {MOST_ROWS} butir, jadi {grouped(forms)} formulir, yang paling mendesak di depan."


def _follow_up_recipient(parts: Sequence[FormPart]) -> Recipient:
    first = parts[0]
    told = [one for one in parts if one.security in (None, "biasa")]
    rows = [_follow_up_row(own) for own in _by_follow_up(sorted(told, key=_promised))]
    drafts = dict.fromkeys(_meeting(one) for one in told if one.minutes_state in UNSIGNED_STATES)
    return Recipient(
        FOLLOW_UPS, first.institution, tuple(rows), first.institution_id, lines=tuple(map(_draft_line, drafts)),
        classified=len({one.commitment_id for one in parts} - {one.commitment_id for one in told}),
    )  # fmt: skip


def _promised(part: FormPart) -> date:
    return part.due_date if part.due_date and part.due_source in PROMISED_DUE else _NEVER


def _by_follow_up(parts: Iterable[FormPart]) -> Iterator[list[FormPart]]:
    """Somebody named by themselves and through a group answers once."""
    groups: dict[UUID, list[FormPart]] = {}
    for one in parts:
        groups.setdefault(one.commitment_id, []).append(one)
    yield from groups.values()


def _follow_up_row(parts: Sequence[FormPart]) -> AskedRow:
    one = parts[0]
    promised = one.due_source in PROMISED_DUE
    day = medium_date(one.due_date) if promised and one.due_date else ""
    note = one.due_note or "" if promised or one.due_date is None else ""
    last = NO_REPORT if one.state == "belum" else COMMITMENT_STATES[one.state]
    if one.state != "belum" and one.state_on:
        last = f"{last}, {medium_date(one.state_on)}"
    return AskedRow(
        0, one.text, " · ".join(filter(None, (day, note))), last, one.state,
        tuple(part.addressee_id for part in parts),
    )  # fmt: skip


def _meeting(part: FormPart) -> str:
    day = f" tanggal {medium_date(part.held_on)}" if part.held_on else ""
    return f"{part.meeting_title}{day}"


def _draft_line(meeting: str) -> str:
    return f"Konsep: notula {meeting} belum ditandatangani."


def _is_open(item: ItemRow) -> bool:
    """Whether there is something to report: not done yet, or reported again each period."""
    if item.state == NOT_APPLICABLE or item.target_value == 0:
        return False
    return item.repeats is not None or value_of(item.answer) != 1


def _responsible(item: ItemRow, serving: Sequence[Serving]) -> Serving | None:
    """The institution that answers for an item in its region.

    "Polda Jatim" is named by itself; "KPU Kabupaten/Kota" and "Polres" are those whose names begin so and that
    serve the region (as `queries.checklist` counts their reports).
    """
    words = fold(item.responsible)
    beginning = f"{fold(item.responsible.replace('Kabupaten/Kota', ''))} "
    here = [one for one in serving if one.region_id == item.region_id]
    for one in (*here, *serving):
        if words in (fold(one.name), fold(one.short_name or "")):
            return one
    return next((one for one in here if f"{fold(one.name)} ".startswith(beginning)), None)


def _readiness_recipient(topic: TopicRow, owner: UUID | None, name: str, found: Sequence[ItemRow]) -> Recipient:
    first = found[0]
    rows = tuple(_item_row(item) for item in sorted(found, key=lambda one: (_due(one), one.state is not None)))
    return Recipient(
        READINESS, name, rows, owner, first.region_id, topic.id, first.region, topic.name,
        lines=(f"Topik: {topic.name}",),
    )  # fmt: skip


def _due(item: ItemRow) -> date:
    return item.due_on if item.due_on and item.due_basis != INTERNAL_BASIS else _NEVER


def _target(item: ItemRow) -> str:
    goal = goal_of(item)
    if goal.kind in MULTIPLIED and goal.need is not None:
        provisional = ", sementara" if item.is_provisional else ""
        return f"{plain(goal.need)} {goal.things} ({item.target} {item.unit or ''}{provisional})"
    return f"{item.target} {item.unit or ''}".strip() if item.target != "ya" else ""


def _item_row(item: ItemRow) -> AskedRow:
    due = _due(item)
    target = _target(item)
    last = item.state_words if item.as_of is None else f"{item.state_words}, {medium_date(item.as_of)}"
    return AskedRow(
        0, f"{item.code} · {item.text}" + (f"\nTarget: {target}" if target else ""),
        medium_date(due) if due != _NEVER else "", last, item.state, (), item.item_id, item.region_id,
        item.target_value, item.unit, item.target_kind, item.need,
    )  # fmt: skip
