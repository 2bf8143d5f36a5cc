"""Who wrote a message: people, posts and institutions of the directory it may be. Proposals, never a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.base.folding import fold
from desktop.models.queries.directory import PersonHit, search_institutions, search_people, search_positions
from desktop.models.queries.reportable import telephones
from desktop.models.store import Store

_TITLES = frozenset((
    "pak", "bapak", "bpk", "bu", "ibu", "mas", "mbak", "mba", "kak", "bang", "gus", "ning", "cak", "abah", "om",
    "tante", "h", "hj", "dr", "drs", "ir", "prof", "yth", "sdr", "sdri",
))  # fmt: skip
_MOST = 6
_MOST_WORDS = 8  # of what a phone calls somebody; each run of them is searched for
_SHORTEST_NUMBER = 8  # digits; a short one is an extension of an office, which many share


@dataclass(frozen=True, slots=True)
class Sender:
    """Somebody a message may be from. `name` is kept as who reported; `post` says what tells them from others.

    `by_number` says that the telephone number is theirs; else a name or words were alike.
    """

    name: str
    institution_id: UUID | None
    institution: str | None
    post: str = ""
    by_number: bool = False


class Senders:
    """The directory as it is on a day; the telephone numbers are read once."""

    def __init__(self, store: Store, on: date) -> None:
        self._store, self._on = store, on
        self._numbers: dict[str, list[tuple[UUID, str]]] = {}
        for person, name, phones in telephones(store):
            for number in re.split(r"[/,;]", phones):
                if found := national_number(number):
                    self._numbers.setdefault(found, []).append((person, name))

    def like(self, sender: str) -> list[Sender]:
        """Who may be meant by a name or a number as a phone shows it, the likeliest first."""
        found = list(self._by_number(sender))
        if not found and not national_number(sender):
            found = list(self._by_words(sender))
        return list(dict.fromkeys(found))[:_MOST]

    def search(self, text: str) -> list[Sender]:
        """Everybody a user may mean by what they type: people, then institutions."""
        people = [_sender(hit) for hit in search_people(self._store, text, self._on, _MOST * 2)]
        places = [Sender("", hit.id, hit.words) for hit in search_institutions(self._store, text, _MOST * 2)]
        return [*people, *places]

    def _by_number(self, sender: str) -> Iterator[Sender]:
        for person, name in self._numbers.get(national_number(sender) or "", ()):
            posts = [hit for hit in search_people(self._store, name, self._on) if hit.id == person]
            for hit in posts:
                yield Sender(hit.name, hit.institution_id, hit.institution, hit.words, by_number=True)

    def _by_words(self, sender: str) -> Iterator[Sender]:
        """By all words of a name ("Budi KPU Tuban"), then by ever fewer of them that stand together."""
        words = [word for word in fold(sender).split() if word not in _TITLES][:_MOST_WORDS]
        for part in _runs(words):
            people = search_people(self._store, part, self._on, _MOST)
            posts = search_positions(self._store, part, self._on, _MOST) if not people else []
            places = search_institutions(self._store, part, _MOST) if not people else []
            yield from map(_sender, people)
            yield from (Sender("", hit.id, hit.words) for hit in places)
            yield from (Sender(hit.holder or "", hit.institution_id, hit.institution, hit.words) for hit in posts)
            if people or posts or places:
                return


def national_number(text: str) -> str | None:
    """A telephone number as its digits without the country's (`812…`); None where it is none."""
    if re.search(r"[^\W\d_]", text):
        return None
    digits = re.sub(r"\D", "", text)
    number = digits.removeprefix("62") if digits.startswith("62") else digits.lstrip("0")
    return number if len(number) >= _SHORTEST_NUMBER else None


def _sender(hit: PersonHit) -> Sender:
    return Sender(hit.name, hit.institution_id, hit.institution, hit.words)


def _runs(words: list[str]) -> Iterator[str]:
    """Neighbouring words, the longest first; a single short one says nothing."""
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            part = words[start : start + length]
            if length > 1 or len(part[0]) > 3:
                yield " ".join(part)
