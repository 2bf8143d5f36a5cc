"""People are found by the beginnings of their names, posts and institutions, alike on both engines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.base.folding import fold
from desktop.models import integrity, opening, undo
from desktop.models.journal import writing
from desktop.models.queries.directory import search_people
from desktop.models.store import Store, connect_postgresql
from desktop.models.tables import Institution, Person, Position, Tenure
from tests.postgres import Server

DAY = date(2024, 10, 3)


def person(store: Store, name: str, post: str = "", institution: str = "") -> UUID:
    with writing(store, "person.save", by="Uji") as write:
        one = write.insert(Person, name=name, identity_kind="none")
        if post:
            place = write.insert(Institution, name=institution, kind="lainnya", level="lainnya", protocol_rank=1)
            at = write.insert(Position, institution_id=place, title=post, leads=False, protocol_rank=1)
            write.insert(Tenure, person_id=one, position_id=at, acting="definitive")
        write.finish()
    return one


def found(store: Store, text: str) -> list[str]:
    return [hit.name for hit in search_people(store, text, DAY, 400)]


@pytest.mark.parametrize("text", ["wul", "WULANDARI", "kepala", "kep dinas pasar", "pas wul", "mu'awanah", "muaw"])
def test_words_of_name_post_and_institution_find(store: Store, text: str) -> None:
    person(store, "Anna Mu’awanah Wulandari, S.H.", "Kepala Seksi", "Dinas Pasar")
    assert found(store, text) == ["Anna Mu’awanah Wulandari, S.H."]


@pytest.mark.parametrize("text", ["landari", "wulan pasir", '"wul', "wul OR", "*", "'wul':*", "-wul"])
def test_nothing_typed_has_a_meaning_of_its_own(store: Store, text: str) -> None:
    person(store, "Wulandari", "Kepala", "Dinas Pasar")
    words = fold(text).split()
    expected = all(
        any(one.startswith(word) for one in ("wulandari", "kepala", "dinas", "pasar")) for word in words
    )
    assert ("Wulandari" in found(store, text)) == expected


def test_a_new_name_is_found_and_the_old_one_is_not(store: Store) -> None:
    one = person(store, "Wulandari", "Kepala", "Dinas Pasar")
    with writing(store, "person.save", by="Uji") as write:
        write.update(Person, one, name="Kencana")
        changes = write.finish()
    assert (found(store, "kencana dinas"), found(store, "wulandari")) == (["Kencana"], [])
    assert changes.action is not None
    undo.revert(store, changes.action, by="Uji")
    assert (found(store, "kencana"), found(store, "wulandari")) == ([], ["Wulandari"])


def test_an_institution_renamed_is_found_with_its_people(store: Store) -> None:
    person(store, "Wulandari", "Kepala", "Dinas Pasar")
    (row,) = store.rows(f"SELECT id FROM institution WHERE name = {store.mark}", ("Dinas Pasar",))
    with writing(store, "institution.save", by="Uji") as write:
        write.update(Institution, row[0] if isinstance(row[0], UUID) else UUID(bytes=row[0]), name="Dinas Niaga")
        write.finish()
    assert (found(store, "niaga"), found(store, "pasar")) == (["Wulandari"], [])


def test_a_tenure_given_to_another_moves_its_words(store: Store) -> None:
    person(store, "Wulandari", "Kepala", "Dinas Pasar")
    other = person(store, "Kencana")
    (row,) = store.rows("SELECT id FROM tenure ORDER BY seq DESC LIMIT 1")
    with writing(store, "tenure.save", by="Uji") as write:
        write.update(Tenure, row[0] if isinstance(row[0], UUID) else UUID(bytes=row[0]), person_id=other)
        write.finish()
    assert found(store, "pasar") == ["Kencana"]


def test_words_that_went_stale_are_reported(store: Store) -> None:
    person(store, "Wulandari")
    store.execute("DELETE FROM person_search")
    assert [one.table for one in integrity.check(store)] == ["person", "search_line"]


@pytest.fixture(scope="module")
def both(
    founded_folder: Path, postgres_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Store, Store]]:
    """The same people on both engines."""
    import shutil

    folder = tmp_path_factory.mktemp("orang")
    with pytest.MonkeyPatch.context() as patch, postgres_server.copy() as url:
        patch.setenv("RAKOR_CONFIG", str(folder / "config"))
        shutil.copytree(founded_folder, folder / "data")
        lite, server = opening.open_folder(folder / "data"), connect_postgresql(url)
        server.office = opening.identity.office_of(server)
        for name in NAMES:
            for store in (lite, server):
                person(store, name, "Kepala Seksi 12", f"Dinas {name[:3]}")
        yield lite, server
        server.close()
        opening.close(lite)


NAMES = (
    "Łukasz Żak",
    "R. Ø 12e5",
    "Sri Wahyuni",
    "SRI-WAHYU N.",
    "अमृता",
    "ชัย",
    "李小龍",
    "a.b/c@d.id",
    "Éva2nd",
    "12.000",
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(text=st.one_of(
    st.text(alphabet="sriwahynlukz ø12e5.- dinkep李ชअ", max_size=10),
    st.sampled_from(NAMES).flatmap(lambda name: st.integers(1, len(name)).map(lambda end: name[:end])),
))  # fmt: skip
def test_both_engines_give_the_same_hits(both: tuple[Store, Store], text: str) -> None:
    lite, server = both
    assert found(lite, text) == found(server, text)
