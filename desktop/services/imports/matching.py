"""Finds people and institutions of a list in the directory and among the rows above, without a query."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from desktop.models.identity import new_id
from desktop.models.queries.directory_snapshot import DirectorySnapshot
from desktop.services.imports.institution_names import InstitutionIndex, institution_key
from desktop.services.imports.person_names import ALIKE, bare, is_part, likeness, sounds

_MOST_COMPARED = 400  # names that share one sound; more share a word as common as Muhammad
_MOST_SHOWN = 4


class InstitutionFinder:
    """The institutions of the directory and those this list brings along."""

    def __init__(self, directory: DirectorySnapshot) -> None:
        self.names = dict(directory.institutions)
        self.new: dict[UUID, str] = {}
        self._index = InstitutionIndex(directory.institution_words)

    def known(self, words: str) -> UUID | None:
        """The institution these words name, None where nobody knows it."""
        found = self._index.find(words) if words else None
        return found if isinstance(found, UUID) else None

    def alike(self, words: str) -> list[UUID]:
        """Those a slip of the pen away."""
        return [one for one in self._index.alike(words) if isinstance(one, UUID)]

    def bring(self, words: str, one: UUID | None = None) -> UUID:
        """The institution of these words, noted as new where nobody knows it."""
        found = self.known(words)
        if found is None:
            found = one or new_id()
            self.new[found] = self.names[found] = words
            self._index.add(words, found)
        return found

    def same(self, one: str, other: str) -> bool:
        """Whether two wordings are one institution."""
        return institution_key(one) == institution_key(other)


class PersonFinder:
    """People by their bare names: exactly, or alike."""

    def __init__(self, directory: DirectorySnapshot) -> None:
        self._exact: dict[tuple[str, ...], list[UUID]] = defaultdict(list)
        self._words: dict[UUID, set[tuple[str, ...]]] = defaultdict(set)
        self._by_sound: dict[str, set[UUID]] = defaultdict(set)
        for name, one in directory.people_words:
            self.add(name, one)

    def add(self, name: str, one: UUID) -> None:
        """Know one more person, or one more spelling."""
        words = bare(name)
        if one not in self._exact[words]:
            self._exact[words].append(one)
        self._words[one].add(words)
        for word in words:
            self._by_sound[sounds(word)].add(one)

    def exact(self, name: str) -> list[UUID]:
        """Those with these very words, in whatever order, whatever their degrees."""
        return self._exact.get(bare(name), [])

    def alike(self, name: str, colleagues: set[UUID]) -> list[UUID]:
        """Those who may be the same person, closest first; of colleagues a part of the name is enough."""
        words = bare(name)
        scored = []
        for one in self._near(words):
            value = max(likeness(words, other) for other in self._words[one])
            part = one in colleagues and any(is_part(words, other) for other in self._words[one])
            if value >= ALIKE or part:
                scored.append((-value, str(one), one))
        return [one for _, _, one in sorted(scored)[:_MOST_SHOWN]]

    def _near(self, words: tuple[str, ...]) -> set[UUID]:
        groups = sorted((self._by_sound.get(sounds(word), set()) for word in words), key=len)
        near: set[UUID] = set()
        for group in groups:
            if len(group) <= _MOST_COMPARED:
                near |= group
        if len(groups) > 1 and len(groups[0]) > _MOST_COMPARED:
            near |= groups[0] & groups[1]
        return near
