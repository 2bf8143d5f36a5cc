"""The words by which everything is found from one box: a line for each record that is searched for.

`search_line` keeps the place, day and topic of each; its words stand in an index only, not a third time as text:
`search_fts`, FTS5 without content in SQLite, tsvectors with a GIN index in PostgreSQL. Words are folded before
they are kept and split at blanks alone, so both find the same lines by the same beginnings. The write door fills
them in its transaction. `seq` grows with what comes in and stays with its record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar
from uuid import UUID
from zlib import crc32

from desktop.models import person_words
from desktop.models.search_sources import (
    BY_NUMBER,
    BY_TABLE,
    FOLLOWERS,
    GROUPS,
    SOURCES,
    Line,
    Source,
    all_lines,
    lines_at,
)
from desktop.models.store import Store

_APART = FOLLOWERS.keys() - BY_TABLE.keys()  # without lines of their own
CONCERNED = frozenset(BY_TABLE) | _APART | person_words.CONCERNED
TABLE, STALE = "search_line", "{} isian tidak dapat ditemukan dengan benar lewat Cari."

LINE_INDEX = "search_fts"

_MOST_BYTES = 500_000  # of one line's words; a tsvector holds twice as much
_RECORD_BITS = 40  # of a place: below the source's number stands the record's
_GROUP_MARK, _NAMED_MARK, _TOPIC_MARK = 0xE000, "\ue0ff", "\uf8ff"  # private letters; folded text never has any
_IN_ORDER = attrgetter("int")  # of ids; UUID compares in Python, which is slow for many

_T = TypeVar("_T")


class _Kept(NamedTuple):
    """A line as it stands in the table."""

    seq: int
    place: int
    day: int
    topic: int
    sum: int


class _Wanted(NamedTuple):
    """A line as it should stand; `sum` tells its words from others."""

    place: int
    day: int
    topic: int
    sum: int
    words: str


def place_of(source: Source, record: int) -> int:
    """Where a record is, as one number."""
    return source.number << _RECORD_BITS | record


def record_at(place: int) -> tuple[Source, int]:
    """The table and the local number of a record from its place."""
    return BY_NUMBER[place >> _RECORD_BITS], place & ((1 << _RECORD_BITS) - 1)


def group_mark(group: str) -> str:
    """The private word by which the lines of a group are found."""
    return chr(_GROUP_MARK + GROUPS.index(group))


def topic_mark(topic: int) -> str:
    """The same for a topic, by its local number."""
    return f"{_TOPIC_MARK}{topic}"


NAMED_MARK = _NAMED_MARK
"""The same for what one asks for by its name: meetings, people, institutions, items of a checklist."""


def refresh(store: Store, touched: Mapping[str, Collection[UUID]], former: Mapping[str, Collection[UUID]]) -> None:
    """Write anew the lines of all records a change concerns, and of those whose day or topic follows from them."""
    todo: dict[str, set[UUID]] = defaultdict(set)
    for table in BY_TABLE.keys() & touched.keys():
        todo[table].update(touched[table])
    for leader in _APART & touched.keys():
        for follower, condition in FOLLOWERS[leader]:
            todo[follower].update(_following(store, follower, condition, touched[leader]))
    todo["person"] |= person_words.people_concerned(store, touched, former)
    for source in SOURCES:
        for part in _batched(sorted(todo[source.table], key=_IN_ORDER), 500):
            moved = _refresh_part(store, source, part)
            for follower, condition in FOLLOWERS.get(source.table, ()) if moved else ():
                todo[follower].update(_following(store, follower, condition, moved))


def fill(store: Store) -> None:
    """Make all lines where there are none yet: in a database just brought up to date. Newer days come last."""
    if store.one("SELECT 1 FROM search_line LIMIT 1") is not None:
        return
    keys = sorted(
        (line.day.toordinal() if line.day else 0, place_of(source, line.record))
        for source in SOURCES
        for line in all_lines(store, source)
    )
    for number, part in enumerate(_batched((place for _, place in keys), 2_000)):
        first = number * 2_000 + 1
        wanted = _wanted_at(store, part)
        _insert(store, [(first + at, wanted[place]) for at, place in enumerate(part)])


def stale(store: Store) -> int:
    """How many lines do not follow from their records any more, are missing, or left without one."""
    kept = {row[1]: _Kept(*row) for row in store.rows("SELECT seq, place, day, topic, sum FROM search_line")}
    wrong = 0
    for source in SOURCES:
        for line in all_lines(store, source):
            wanted, found = _wanted(source, line), kept.pop(place_of(source, line.record), None)
            wrong += found is None or found[1:] != wanted[:4]
    return wrong + len(kept) + _unlike_index(store)


def _refresh_part(store: Store, source: Source, ids: Sequence[UUID]) -> list[UUID]:
    """Write some lines of one table anew; returns the leading records whose day or topic is another now."""
    gone, changed, new = [], [], []
    moved: list[UUID] = []
    for row in sorted(store.rows(_beside(store, source, len(ids)), tuple(ids)), key=lambda row: row[0]):
        record, deleted, *stood = row[-_KEPT:]
        line = None if deleted else source.line(row)
        wanted = _wanted(source, line) if line is not None else None
        kept = _Kept(stood[0], place_of(source, row[0]), *stood[1:]) if stood[0] is not None else None
        if kept is None:
            new += [wanted] if wanted is not None else []
        elif wanted is None:
            gone.append(kept.seq)
        elif kept[1:] != wanted[:4]:
            changed.append((kept.seq, wanted))
            if source.leading and (kept.day, kept.topic) != (wanted.day, wanted.topic):
                moved.append(_id(record))
    top = _top(store) if new else 0
    if gone or changed:
        _remove(store, sorted([*gone, *(seq for seq, _ in changed)]))
    if new or changed:
        _insert(store, [*sorted(changed), *((top + at, line) for at, line in enumerate(new, 1))])
    return moved


_KEPT = 6  # columns of a record and its line that stand beside its words


def _beside(store: Store, source: Source, count: int) -> str:
    """The SELECT of so many records, deleted ones too, each with its id and the line as it stands."""
    marks = ", ".join([store.mark] * count)
    line = f"LEFT JOIN search_line AS line ON line.place = {source.number << _RECORD_BITS} + {source.table}.seq"
    stood = f"{source.table}.id, {source.table}.deleted, line.seq, line.day, line.topic, line.sum"
    return source.sql(f"{source.table}.id IN ({marks})", stood, line)


def _following(store: Store, table: str, condition: str, leading: Iterable[UUID]) -> Iterator[UUID]:
    for part in _batched(leading, 500):
        marks = ", ".join([store.mark] * len(part))
        sql = f"SELECT id FROM {table} WHERE NOT deleted AND {condition.format(ids=marks)}"
        for (one,) in store.rows(sql, tuple(part)):
            yield _id(one)


def _wanted(source: Source, line: Line) -> _Wanted:
    marks = [group_mark(source.group)]
    if source.named:
        marks.append(NAMED_MARK)
    if line.topic:
        marks.append(topic_mark(line.topic))
    words = " ".join((*_index_words(line.words), *marks))
    day = line.day.toordinal() if line.day else 0
    return _Wanted(place_of(source, line.record), day, line.topic, crc32(words.encode()), words)


def _index_words(text: str) -> Iterable[str]:
    """Each word once, as many as PostgreSQL takes."""
    found = dict.fromkeys(text.split())
    if len(text) * 4 <= _MOST_BYTES:
        return found
    room, some = _MOST_BYTES, []
    for word in found:
        room -= len(word.encode()) + 1
        if room < 0:
            break
        some.append(word)
    return some


def _wanted_at(store: Store, places: Iterable[int]) -> dict[int, _Wanted]:
    """The lines at these places."""
    records: dict[Source, list[int]] = defaultdict(list)
    for place in places:
        source, record = record_at(place)
        records[source].append(record)
    found = (_wanted(source, line) for source, some in records.items() for line in lines_at(store, source, some))
    return {line.place: line for line in found}


def _top(store: Store) -> int:
    row = store.one("SELECT max(seq) FROM search_line")
    return int(row[0] or 0) if row else 0


def _insert(store: Store, lines: Sequence[tuple[int, _Wanted]]) -> None:
    """Add lines under these `seq`, the lowest first: FTS5 writes what comes in order at once."""
    mark = store.mark
    head = [(seq, line.place, line.day, line.topic, line.sum) for seq, line in lines]
    marks = ", ".join([mark] * 5)
    store.executemany(f"INSERT INTO search_line (seq, place, day, topic, sum) VALUES ({marks})", head)
    if store.engine == "sqlite":
        words: list[tuple[int, Any]] = [(seq, line.words) for seq, line in lines]
    else:
        words = [(seq, line.words.split()) for seq, line in lines]
    taken = mark if store.engine == "sqlite" else f"array_to_tsvector(CAST({mark} AS text[]))"
    store.executemany(f"INSERT INTO search_fts (rowid, words) VALUES ({mark}, {taken})", words)


def _remove(store: Store, seqs: Sequence[int]) -> None:
    rows = [(seq,) for seq in seqs]
    store.executemany(f"DELETE FROM search_line WHERE seq = {store.mark}", rows)
    store.executemany(f"DELETE FROM search_fts WHERE rowid = {store.mark}", rows)


def _unlike_index(store: Store) -> int:
    """Lines the index does not know, or knows without their line."""
    known = "SELECT id FROM search_fts_docsize" if store.engine == "sqlite" else "SELECT rowid FROM search_fts"
    row = store.one(
        f"SELECT (SELECT count(*) FROM (SELECT seq FROM search_line EXCEPT {known}) AS unknown)"
        f" + (SELECT count(*) FROM ({known} EXCEPT SELECT seq FROM search_line) AS left_over)"
    )
    return int(row[0]) if row else 0


def _id(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(bytes=value)


def _batched(all_of_them: Iterable[_T], at_once: int) -> Iterator[list[_T]]:
    rest = iter(all_of_them)
    while part := list(islice(rest, at_once)):
        yield part
