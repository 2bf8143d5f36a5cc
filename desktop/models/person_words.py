"""The words by which people are found: their names with the posts and institutions they have or had.

`person_search` holds them, one row a person, filled by the write door in the same transaction; SQLite finds them
through FTS5 (`person_fts`), PostgreSQL through an index over the same words, and both by the same beginnings.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from desktop.models.store import Store

CONCERNED = frozenset({"person", "tenure", "position", "institution"})
TABLE, STALE = "person", "{} orang tidak dapat dicari dengan benar."
SEARCH_TABLE, WORD_INDEX = "person_search", "person_fts"
_AT_ONCE = 500

_PEOPLE_OF = {
    "person": "SELECT id FROM person WHERE id IN ({ids})",
    "tenure": "SELECT person_id FROM tenure WHERE id IN ({ids})",
    "position": "SELECT person_id FROM tenure WHERE position_id IN ({ids})",
    "institution": (
        "SELECT tenure.person_id FROM tenure JOIN position ON position.id = tenure.position_id "
        "WHERE position.institution_id IN ({ids})"
    ),
}
_FORGET = "DELETE FROM person_search WHERE seq IN (SELECT seq FROM person WHERE id IN ({ids}))"
# Of SQLite's group_concat only the form with a comma knows DISTINCT; `replace` makes it a blank.
_JOINED = {"sqlite": "group_concat(DISTINCT {words})", "postgresql": "string_agg(DISTINCT {words}, ' ')"}


def words_of_people(engine: str) -> str:
    """The SELECT of a person's `seq` and words, to which a condition on `person` may be added."""
    posts = _JOINED[engine].format(words="position.search_text || ' ' || institution.search_text")
    return (
        "SELECT person.seq, replace(person.search_text || coalesce(("
        f"SELECT ' ' || {posts} FROM tenure "
        "JOIN position ON position.id = tenure.position_id "
        "JOIN institution ON institution.id = position.institution_id "
        "WHERE tenure.person_id = person.id AND NOT tenure.deleted), ''), ',', ' ') "
        "FROM person WHERE NOT person.deleted"
    )


def people_concerned(
    store: Store, touched: Mapping[str, Collection[UUID]], former: Mapping[str, Collection[UUID]]
) -> set[UUID]:
    """All whose words a change concerns; `former` has those a tenure was taken from."""
    people = set(former.get("person", ()))
    for table in CONCERNED & touched.keys():
        if table == "person":
            people.update(touched[table])
            continue
        for part in _parts(touched[table]):
            people.update(_ids(store.rows(_PEOPLE_OF[table].format(ids=_marks(store, part)), tuple(part))))
    return people


def refresh(store: Store, touched: Mapping[str, Collection[UUID]], former: Mapping[str, Collection[UUID]]) -> None:
    """Write anew the words of all whom a change concerns."""
    for part in _parts(people_concerned(store, touched, former)):
        marks = _marks(store, part)
        store.execute(_FORGET.format(ids=marks), tuple(part))
        words = f"{words_of_people(store.engine)} AND person.id IN ({marks})"
        store.execute(f"INSERT INTO person_search (seq, search_text) {words}", tuple(part))


def match_words(store: Store, words: Iterable[str]) -> str:
    """What to ask the index for: all of these (folded) beginnings of words."""
    if store.engine == "sqlite":
        return " AND ".join(f'"{word}"*' for word in words)
    return " & ".join(f"'{word}':*" for word in words)


def stale(store: Store) -> int:
    """How many people are kept with other words than theirs, or not at all."""
    wanted = {seq: set(words.split()) for seq, words in store.rows(words_of_people(store.engine))}
    kept = {seq: set(words.split()) for seq, words in store.rows("SELECT seq, search_text FROM person_search")}
    return sum(wanted.get(seq) != kept.get(seq) for seq in wanted.keys() | kept.keys())


def _ids(rows: Iterable[tuple[object, ...]]) -> Iterable[UUID]:
    for (one,) in rows:
        yield one if isinstance(one, UUID) else UUID(bytes=one)  # type: ignore[arg-type]


def _marks(store: Store, part: list[UUID]) -> str:
    return ", ".join([store.mark] * len(part))


def _parts(ids: Collection[UUID]) -> Iterable[list[UUID]]:
    listed = list(ids)
    for start in range(0, len(listed), _AT_ONCE):
        yield listed[start : start + _AT_ONCE]
