"""What the fields of this place offer while one types: regions of the topic first, fields, those who tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from desktop.base.folding import fold
from desktop.models.queries.directory import search_institutions
from desktop.models.queries.issue_items import issue_items
from desktop.models.queries.issues import issue_fields
from desktop.models.queries.regions import search_regions
from desktop.models.queries.situation import taking_part
from desktop.models.store import Store
from desktop.models.words import ISSUE_FIELDS
from desktop.ui.readiness.wording import short_region
from desktop.ui.widgets.picker_field import Choice, PickerField

_MOST = 12
Topic = Callable[[], UUID | None]
Search = Callable[[str], Sequence[Choice]]


class WordsField(PickerField):
    """A word of a list or one's own; its value is the word."""

    def __init__(self, search: Search, placeholder: str = "") -> None:
        super().__init__(search, placeholder, free=True)

    def value(self) -> str | None:
        return self.typed() or None


class TellerField(PickerField):
    """Who told it: an institution of the directory (its id), or words such as a name and a number."""

    def __init__(self, search: Search, placeholder: str = "") -> None:
        super().__init__(search, placeholder, free=True)

    def value(self) -> object:
        return super().value() or self.typed() or None


def regions(store: Store, topic: Topic) -> Search:
    """The regions of the topic, then any other that fits what is typed."""

    def search(text: str) -> list[Choice]:
        own, words, chosen = taking_part(store, one) if (one := topic()) else {}, fold(text).split(), []
        for region, name in own.items():
            parts = fold(name).split()
            if all(any(part.startswith(word) for part in parts) for word in words):
                chosen.append(Choice(region, short_region(name)))
        if words and len(chosen) < _MOST:
            others = search_regions(store, text, _MOST)
            chosen += [
                Choice(hit.id, short_region(hit.name), hit.areas or "") for hit in others if hit.id not in own
            ]
        return chosen

    return search


def fields(store: Store, topic: Topic) -> Search:
    """The fields of the list and those the office has used of its own."""

    def search(text: str) -> list[Choice]:
        used = issue_fields(store, one) if (one := topic()) else []
        known = dict.fromkeys((*ISSUE_FIELDS, *used))
        return [Choice(words, words) for words in known if fold(text) in fold(words)]

    return search


def items(store: Store, topic: Topic) -> Search:
    """The readiness items of the topic in which every typed word stands."""

    def search(text: str) -> list[Choice]:
        found, words = issue_items(store, one) if (one := topic()) else [], fold(text).split()
        return [
            Choice(hit.id, f"{hit.code} {hit.text}", hit.responsible)
            for hit in found
            if all(word in fold(f"{hit.code} {hit.text}") for word in words)
        ][:_MOST]

    return search


def tellers(store: Store) -> Search:
    """Institutions by part of their name."""
    return lambda text: [Choice(hit.id, hit.words) for hit in search_institutions(store, text)]


def told_by(institution: UUID | None, name: str | None, source: str | None) -> Choice | str | None:
    """What a `TellerField` shows of who told something."""
    return Choice(institution, name) if institution is not None and name else source


def kept_teller(value: object) -> dict[str, object]:
    """What a `TellerField` holds, as the services keep it."""
    if isinstance(value, UUID):
        return {"institution_id": value, "source": None}
    return {"institution_id": None, "source": value}
