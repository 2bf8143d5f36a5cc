"""Cari: everything that has the words typed, over all tables; the same hits in the same order on both engines.

The index answers which lines have the words. Order is our own, since each engine ranks by its own lights: of the
things one asks for by name and of all lines the newest few hundred are read, those with the words whole before
those where they only begin, and put in order by how well their text answers (`Wanted.rank`), by kind and by day.
Whatever else there is follows, what came in last first. So a short beginning costs no more than a long one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from desktop.base.periods import Period
from desktop.base.search_words import Wanted, wanted
from desktop.models.search_lines import NAMED_MARK, group_mark, record_at, topic_mark
from desktop.models.search_sources import GROUPS, Source, lines_at
from desktop.models.store import Store

NAMED_READ, LINES_READ = 120, 240
"""How many hits of each sort are read to be put in order."""
MOST_HITS = 5_000
"""How many hits are listed; of phrases, which the index does not know, how many lines are looked through."""
MOST_COUNTED = 1_000
"""Up to where the hits of a kind are counted."""

_KIND_WEIGHT = {"person": 3, "institution": 3, "meeting": 3, "readiness": 1, "commitment": 1, "issue": 1}


class Place(NamedTuple):
    """A hit: its line, its table, and the record's local number there."""

    line: int
    source: Source
    record: int


@dataclass(frozen=True)
class Search:
    """What is searched for and where: kinds (of `GROUPS`, none for all), a topic by its local number, a period."""

    store: Store = field(repr=False)
    text: str
    groups: frozenset[str] = frozenset()
    topic: int | None = None
    period: Period | None = None

    @cached_property
    def wanted(self) -> Wanted:
        """What was typed, understood."""
        return wanted(self.text)

    def hits(self) -> list[Place]:
        """The first hits, the best first; a few hundred at most."""
        return self._looked[0]

    def further(self) -> list[Place]:
        """All other hits up to `MOST_HITS`, what came in last first."""
        if not self.wanted:
            return []
        if self.wanted.only_words:
            there = {place.line for place in self.hits()}
            return self._places([seq for seq in self._found(self._match(), MOST_HITS) if seq not in there])
        left = self._looked[1]
        found = [one for part in _parts(left) for one in self._answering(part)]
        return [place for place, _ in sorted(found, key=lambda one: -one[0].line)]

    def counts(self) -> dict[str, int]:
        """How many hits each kind has, whichever kinds are chosen; `MOST_COUNTED` stands for that many or more."""
        if not self.wanted:
            return {}
        if self.wanted.only_words:
            return {group: self._count(replace(self, groups=frozenset({group}))._match()) for group in GROUPS}
        every = replace(self, groups=frozenset())
        found = Counter(place.source.group for place in (*every.hits(), *every.further()))
        return {group: min(found[group], MOST_COUNTED) for group in GROUPS}

    @cached_property
    def _looked(self) -> tuple[list[Place], list[int]]:
        """The first hits in order, and the lines that have the words and were not read for it."""
        if not self.wanted:
            return [], []
        named = self._found(self._match((NAMED_MARK,)), NAMED_READ)
        if self.wanted.only_words:
            whole = replace(self.wanted, beginnings=(), whole=self.wanted.beginnings + self.wanted.whole)
            seqs = [
                *self._found(self._match((NAMED_MARK,), of=whole), NAMED_READ), *named,
                *self._found(self._match(of=whole), LINES_READ), *self._found(self._match(), LINES_READ),
            ]  # fmt: skip
            return self._in_order(self._answering(list(dict.fromkeys(seqs)))), []
        left = list(dict.fromkeys([*named, *self._found(self._match(), MOST_HITS)]))
        found: list[tuple[Place, str]] = []
        while left and len(found) < LINES_READ:
            found += self._answering(left[:LINES_READ])
            del left[:LINES_READ]
        return self._in_order(found), left

    def _match(self, more: Sequence[str] = (), of: Wanted | None = None) -> str:
        """The question to the index: the words, and what lines are marked with; `more` marks may be asked for."""
        asked, sqlite = of or self.wanted, self.store.engine == "sqlite"
        both, either, exact, begin = (
            (" AND ", " OR ", '"{}"', '"{}"*') if sqlite else (" & ", " | ", "'{}'", "'{}':*")
        )
        parts = [exact.format(word) for word in asked.whole] + [begin.format(word) for word in asked.beginnings]
        parts += [exact.format(mark) for mark in more]
        if self.topic is not None:
            parts.append(exact.format(topic_mark(self.topic)))
        if self.groups:
            marks = (exact.format(group_mark(group)) for group in sorted(self.groups))
            parts.append(f"({either.join(marks)})")
        question = both.join(parts)
        if not asked.without:
            return question
        unwanted = either.join(exact.format(word) for word in asked.without)
        return f"({question}) NOT ({unwanted})" if sqlite else f"{question} & !({unwanted})"

    def _found(self, match: str, limit: int) -> list[int]:
        sql, parameters = self._sql(match)
        return [
            seq for (seq,) in self.store.rows(f"{sql} ORDER BY search_fts.rowid DESC LIMIT {limit}", parameters)
        ]

    def _count(self, match: str) -> int:
        sql, parameters = self._sql(match)
        row = self.store.one(f"SELECT count(*) FROM ({sql} LIMIT {MOST_COUNTED}) AS found", parameters)
        return int(row[0]) if row else 0

    def _sql(self, match: str) -> tuple[str, list[Any]]:
        sql = "SELECT search_fts.rowid FROM search_fts"
        asked = "search_fts MATCH ?" if self.store.engine == "sqlite" else "words @@ CAST(%s AS tsquery)"
        if self.period is None:
            return f"{sql} WHERE {asked}", [match]
        days = (self.period.first.toordinal(), self.period.last.toordinal())
        mark = self.store.mark  # CROSS JOIN: SQLite would else go through the days first
        joined = f"{sql} CROSS JOIN search_line WHERE search_line.seq = search_fts.rowid AND {asked}"
        return f"{joined} AND search_line.day BETWEEN {mark} AND {mark}", [match, *days]

    def _in_order(self, found: Sequence[tuple[Place, str]]) -> list[Place]:
        """Hits by how well their text answers, by kind and by day."""
        days = dict(self._rows("seq, day", [place.line for place, _ in found]))

        def key(one: tuple[Place, str]) -> tuple[int, int, int]:
            place, text = one
            worth = self.wanted.rank(text) + _KIND_WEIGHT.get(place.source.group, 0)
            return -worth, -days[place.line], -place.line

        return [place for place, _ in sorted(found, key=key)]

    def _answering(self, seqs: Sequence[int]) -> list[tuple[Place, str]]:
        """Those of these lines that have the phrases too, each with its folded text."""
        found = self._texts(self._places(seqs))
        if self.wanted.only_words:
            return found
        return [(place, text) for place, text in found if self.wanted.answered_by(text)]

    def _places(self, seqs: Sequence[int]) -> list[Place]:
        """Where these lines lead, in the order given."""
        known = dict(self._rows("seq, place", seqs))
        return [Place(seq, *record_at(known[seq])) for seq in seqs if seq in known]

    def _rows(self, columns: str, seqs: Sequence[int]) -> list[tuple[int, int]]:
        if not seqs:
            return []
        listed = ", ".join(map(str, seqs))
        return self.store.rows(f"SELECT {columns} FROM search_line WHERE seq IN ({listed})")

    def _texts(self, places: Sequence[Place]) -> list[tuple[Place, str]]:
        """Each hit with its folded text."""
        records: dict[Source, dict[int, Place]] = defaultdict(dict)
        for place in places:
            records[place.source][place.record] = place
        return [
            (known[line.record], line.words)
            for source, known in records.items()
            for line in lines_at(self.store, source, list(known))
        ]


def _parts(seqs: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(seqs), LINES_READ):
        yield seqs[start : start + LINES_READ]
