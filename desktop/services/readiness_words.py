"""Why a checklist item holds a region back, how much was reported, and how fresh a report must be, in words.

The same words stand on screen, in the workbook, on paper and in the console.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from desktop.base.dates import countdown_text, medium_date
from desktop.base.day_offsets import offset_text
from desktop.base.numbers import grouped, plain
from desktop.models.freshness import begins_at, longest_age
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.readiness import Worst
from desktop.models.queries.readiness_items import ItemRow
from desktop.models.queries.readiness_shown import Shown
from desktop.models.queries.records import fields_of
from desktop.models.score import applies, value_of
from desktop.models.store import Store
from desktop.models.words import (
    DUE_BASES,
    INSTITUTION_KINDS,
    INTERNAL_BASIS,
    NO_REPORT,
    READINESS_STATES,
    READY_UNPROVEN,
    TO_CONFIRM,
)
from desktop.services.readiness_values import COUNT, SHARE, goal_of, value_words

READY = ("siap", "siap_bukti")
PROVISIONAL = "sementara"
"""What is said of a need that is counted from figures that are not final."""
_ALL = 100  # percent
_NOT_READY, _OLD, _UNKNOWN, _READY, _LEFT_OUT = range(5)


def event_words(topic: TopicRow, day: date) -> str:
    """A topic's day and how far it is: `Hari H 27 November 2024 (H-3)`; "" where it has none."""
    if topic.event_date is None:
        return ""
    counted = countdown_text(topic.event_date, day, topic.event_label)
    return f"{topic.event_label} {medium_date(topic.event_date)} ({counted})"


def freshness_words(event: date | None, today: date) -> str:
    """The rule of the day: `Sejak H-7: jawaban lebih tua dari 1 hari perlu dikonfirmasi`."""
    age = longest_age(event, today)
    rule = f"jawaban lebih tua dari {age} hari perlu dikonfirmasi"
    since = begins_at(event, today)
    return rule.capitalize() if since is None else f"Sejak {offset_text(-since)}: {rule}"


def shown_lines(store: Store, shown: Shown) -> list[str]:
    """Which institutions are shown, in words; nothing where all are."""
    words = []
    if shown.kind:
        words.append(f"jenis {INSTITUTION_KINDS[shown.kind]}")
    if shown.region is not None:
        words.append(f"wilayah {fields_of(store, 'region', shown.region)['name']}")
    return [f"Saringan: {', '.join(words)}"] if words else []


def in_order(items: Iterable[ItemRow], today: date) -> list[ItemRow]:
    """What holds back first, the weakest at the top; then what is to be confirmed, what is unknown, the rest."""
    return sorted(items, key=lambda item: _place(item, today))


def holds_back(item: ItemRow, today: date) -> bool:
    """Whether an item keeps a region from being known to be ready; what does not apply never does."""
    return _place(item, today)[0] < _READY


def reasons(item: ItemRow, today: date) -> list[str]:
    """How it stands with an item and, where it holds back, everything that makes it so."""
    if item.state is None or item.as_of is None:
        return [NO_REPORT]
    said = [_state_words(item), *filter(None, [beyond_words(item)])]
    if item.is_late(today) and item.due_on is not None:
        said.append(f"lewat batas waktu {medium_date(item.due_on)}")
    if item.needs_confirmation(today):
        age = grouped((today - item.as_of).days)
        said.append(f"{TO_CONFIRM.lower()}, jawaban {age} hari lalu")
    return said


def worst_state_words(worst: Worst) -> str:
    """How it stands with the item that most holds back: what is said to be ready only lacks its evidence."""
    return READY_UNPROVEN if worst.state in READY else READINESS_STATES[worst.state]


def amount_words(item: ItemRow) -> str:
    """The number that was reported: `94%`, `1.200 dari 2.000 botol`; words as they were written."""
    goal = goal_of(item)
    if item.measure == COUNT and item.need is not None and item.value is not None and not item.value_text:
        return f"{plain(item.value)} dari {plain(item.need)} {goal.things}".strip()
    return value_words(item.value, item.measure, item.value_text, goal)


def beyond_words(item: ItemRow) -> str:
    """That more was reported than is needed, which happens but may be a slip: `lebih dari kebutuhan 4.142`."""
    if item.value is None:
        return ""
    if item.measure == COUNT:
        return f"lebih dari kebutuhan {plain(item.need)}" if item.need and item.value > item.need else ""
    return "lebih dari kebutuhan" if item.measure == SHARE and item.value > _ALL else ""


def outside_due_words(item: ItemRow) -> str:
    """The day by which it is to be ready where others set it; "" for an internal day, which nobody promised."""
    if item.due_on is None or item.due_basis == INTERNAL_BASIS:
        return ""
    return f"{medium_date(item.due_on)} ({DUE_BASES.get(item.due_basis, item.due_basis).lower()})"


def _state_words(item: ItemRow) -> str:
    amount = amount_words(item) if item.state == "sebagian" else ""
    return f"{item.state_words}: {amount}" if amount else item.state_words


def _place(item: ItemRow, today: date) -> tuple[int, Fraction, float]:
    value = value_of(item.answer)
    if not applies(item.answer):
        group = _LEFT_OUT
    elif value is None:
        group = _UNKNOWN
    elif value < 1:
        group = _NOT_READY
    else:
        group = _OLD if item.needs_confirmation(today) else _READY
    return group, value or Fraction(0), -item.weight
