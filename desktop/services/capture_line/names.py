"""Finding what a few typed words name: words begin words, in their order; an exact name wins over a longer one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Literal
from uuid import UUID

from desktop.base.folding import fold

Kind = Literal["seat", "office", "institution", "group", "region"]
Words = tuple[str, ...]

_WRITTEN_OUT = {"kab": "kabupaten", "prov": "provinsi", "provinsi": "provinsi", "propinsi": "provinsi"}
_SHORT_TITLES = (
    (("sekretaris", "daerah"), ("sekda",)),
    (("kepala", "bagian"), ("kabag",)),
    (("kepala", "bidang"), ("kabid",)),
    (("kepala", "dinas"), ("kadis",)),
    (("kepala", "badan"), ("kaban",)),
    (("kepala", "pelaksana"), ("kalaksa",)),
    (("kepala", "satuan"), ("kasat",)),
    (("kepala", "seksi"), ("kasi",)),
    (("kepala", "kejaksaan", "negeri"), ("kajari",)),
)
_COMPACT = 4  # letters from which "kabagops" may stand for "Kabag Ops"


@dataclass(frozen=True, slots=True)
class Named:
    """Something a line can name: a seat of the meeting, an office, an institution, a group or a region.

    `members` are the institutions of a group with their names and regions; `regions` are those an institution
    serves. A group is no longer `whole` when a region named beside it leaves only some of them.
    """

    kind: Kind
    id: UUID
    label: str
    detail: str = ""
    position_id: UUID | None = None
    institution_id: UUID | None = None
    regions: tuple[UUID, ...] = ()
    present: bool = False
    keys: tuple[Words, ...] = ()
    members: tuple[tuple[UUID, str, tuple[UUID, ...]], ...] = ()
    whole: bool = True
    fixes_region: bool = False
    """Whether whoever names it means its region too: KPU Kabupaten Tuban does, Polda Jawa Timur does not."""


def in_regions(named: Named, regions: Set[UUID]) -> Named:
    """A group as a region named beside it leaves it: only the members there, by their names."""
    there = tuple(member for member in named.members if regions & set(member[2]))
    if not there or len(there) == len(named.members):
        return named
    return replace(named, label=", ".join(name for _, name, _ in there), members=there, whole=False)


def words_of(*texts: str | None) -> Words:
    """The words of a name as they are looked for."""
    return tuple(fold(" ".join(filter(None, texts))).split())


def title_keys(title: str, institution: str | None = None) -> tuple[Words, ...]:
    """The ways to say a post: as it is written and as everybody says it ("Sekda", "Kabag Ops")."""
    plain, place = words_of(title), words_of(institution)
    ways = {plain}
    for long, short in _SHORT_TITLES:
        ways |= {short + way[len(long) :] for way in ways if way[: len(long)] == long}
    return tuple((*way, *place) for way in sorted(ways))


@dataclass(slots=True)
class Index:
    """Names by the letters their words begin with; what was asked once is remembered."""

    _by_letter: dict[str, list[Named]] = field(default_factory=lambda: defaultdict(list))
    _answers: dict[Words, tuple[Named, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, names: Iterable[Named]) -> Index:
        """An index of these names, in their order."""
        index = cls()
        for one in names:
            letters = {word[0] for key in one.keys for word in key}
            for letter in sorted(letters):
                index._by_letter[letter].append(one)
        return index

    def find(self, words: Words) -> tuple[Named, ...]:
        """All that the words name; where one bears exactly this name, only those that do."""
        if not words:
            return ()
        if words not in self._answers:
            found = [one for one in self._by_letter.get(words[0][0], ()) if _names(one, words)]
            exact = [one for one in found if any(_is(key, words) for key in one.keys)]
            self._answers[words] = tuple(exact or found)
        return self._answers[words]

    def starting(self, words: Words) -> tuple[Named, ...]:
        """All that the words name or begin to name, for the list below the caret; without words everything."""
        if words:
            found = [one for one in self._by_letter.get(words[0][0], ()) if _names(one, words)]
            return tuple(sorted(found, key=lambda one: not any(_is(key, words) for key in one.keys)))
        return tuple(dict.fromkeys(one for names in self._by_letter.values() for one in names))


def _names(one: Named, words: Words) -> bool:
    return any(_in_order(key, words) for key in one.keys)


def _in_order(key: Words, words: Words) -> bool:
    wanted = iter(words)
    word = next(wanted)
    for part in key:
        if part.startswith(word):
            following = next(wanted, None)
            if following is None:
                return True
            word = following
    return len(words) == 1 and len(word) >= _COMPACT and "".join(key).startswith(word)


def _is(key: Words, words: Words) -> bool:
    return _full(key) == _full(words)


def _full(words: Sequence[str]) -> list[str]:
    return [_WRITTEN_OUT.get(word, word) for word in words]
