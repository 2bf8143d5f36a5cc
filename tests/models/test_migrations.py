"""Upgrading is all or nothing, keeps every row, and keeps the file as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import peewee
import pytest

from desktop.base.errors import DamagedFile, DatabaseBusy, DataTrouble, NewerFile
from desktop.models import drafts, header, integrity, opening, seeds
from desktop.models.fields import RefField
from desktop.models.journal import writing
from desktop.models.migrations import LATEST, STEPS, Step, runner
from desktop.models.migrations.ddl import Engine
from desktop.models.person_words import WORD_INDEX
from desktop.models.queries.office import topics
from desktop.models.queries.readiness import matrix
from desktop.models.search_lines import LINE_INDEX
from desktop.models.store import Store, connect_postgresql, connect_sqlite
from desktop.models.tables import LOCAL, RECORDS, ChecklistItem, Region, RegionFigure
from desktop.services.office_data import OfficeData
from tests.models import broken
from tests.models.former import found_server_of
from tests.models.made_up import add_meeting, count, known_before, live
from tests.models.plain_recount import Recount, cells_of
from tests.postgres import Server

DATABASES = Path(__file__).parent / "databases"


def written_out(number: int, engine: Engine) -> str:
    """The statements of the step to a schema, as text."""
    statements: list[str] = []
    STEPS[number - 1](engine, statements.append)
    return ";\n".join(statements) + ";\n"


def frozen_schema(number: int) -> dict[str, str]:
    """The statements of the step to a schema, by engine, as they were released."""
    text = (DATABASES / f"schema-{number}.sql").read_text(encoding="utf-8")
    _, sqlite, postgresql = text.split("-- engine: ")
    return {part.split("\n", 1)[0]: part.split("\n", 1)[1].strip() + "\n" for part in (sqlite, postgresql)}


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
@pytest.mark.parametrize("number", range(1, LATEST + 1))
def test_a_step_never_changes(number: int, engine: Engine) -> None:
    assert written_out(number, engine) == frozen_schema(number)[engine]


def schema_of(store: Store) -> dict[str, str]:
    """What a database file consists of, by name; what SQLite makes by itself has no text."""
    return dict(store.rows("SELECT name, coalesce(sql, tbl_name) FROM sqlite_master"))


def test_a_new_database_has_exactly_the_released_schema(tmp_path: Path) -> None:
    runner.create_sqlite(tmp_path / "baru.db")
    made, released = connect_sqlite(tmp_path / "baru.db"), of_schema(LATEST, tmp_path)
    assert schema_of(made) == schema_of(released)
    made.close()
    released.close()


def of_schema(number: int, tmp_path: Path) -> Store:
    """The released database of a schema, opened as it is."""
    copy = shutil.copyfile(DATABASES / f"v{number}.db", tmp_path / f"v{number}.db")
    return connect_sqlite(copy)


def columns_of(store: Store, table: str) -> dict[str, bool]:
    """The columns a table really has, and whether each may be empty."""
    if store.engine == "sqlite":
        rows = store.rows(f"SELECT name, \"notnull\" OR pk FROM pragma_table_info('{table}')")
        return {name: not needed for name, needed in rows}
    rows = store.rows(
        "SELECT column_name, is_nullable FROM information_schema.columns "
        "WHERE table_schema = current_schema() AND table_name = %s",
        (table,),
    )
    return {name: nullable == "YES" for name, nullable in rows}


def tables_of(store: Store) -> set[str]:
    """The tables a database really has."""
    if store.engine == "sqlite":
        return {name for (name,) in store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {name for (name,) in store.rows("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")}


def test_every_table_of_the_code_is_in_the_database(store: Store) -> None:
    found = {one for one in tables_of(store) if not one.startswith((WORD_INDEX, LINE_INDEX))}
    assert found - {"rakor_schema", "attachment_data"} == {*RECORDS, *LOCAL}  # those a server has besides


def test_every_column_of_the_code_is_in_the_database(store: Store) -> None:
    for name, model in (RECORDS | LOCAL).items():
        assert columns_of(store, name) == {one.name: one.null for one in model._meta.sorted_fields}, name


def test_every_reference_of_the_code_is_kept_by_the_database(sqlite_store: Store) -> None:
    for name, model in RECORDS.items():
        rows = sqlite_store.rows(f'SELECT "from", "table" FROM pragma_foreign_key_list(\'{name}\')')
        assert dict(rows) == {one.name: one.to for one in model._meta.sorted_fields if isinstance(one, RefField)}


def rebuild(engine: Engine, execute: Callable[[str], object]) -> None:
    """A further step as a later version may need it: a table made anew with a further column."""
    if engine == "postgresql":
        execute("ALTER TABLE meeting ADD COLUMN mood text COLLATE \"C\" NOT NULL DEFAULT 'tenang'")
        return
    there: Any = execute  # a connection's own `execute`, which answers
    columns = ", ".join(
        f'"{name}"' for (name,) in there("SELECT name FROM pragma_table_info('meeting')").fetchall()
    )
    made = "SELECT sql FROM sqlite_master WHERE tbl_name = 'meeting' AND type = ? AND sql IS NOT NULL"
    ((table,),) = there(made, ("table",)).fetchall()
    indexes = there(made, ("index",)).fetchall()
    table = table.replace('"meeting"', '"meeting_new"', 1)
    execute(table.replace('"place" TEXT', '"mood" TEXT NOT NULL DEFAULT \'tenang\',\n    "place" TEXT'))
    execute(f"INSERT INTO meeting_new ({columns}) SELECT {columns} FROM meeting")
    execute("DROP TABLE meeting")
    execute("ALTER TABLE meeting_new RENAME TO meeting")
    for (sql,) in indexes:
        execute(sql)


def lose_children(engine: Engine, execute: Callable[[str], object]) -> None:
    rebuild(engine, execute)
    execute("DELETE FROM participant")


def lose_parents(engine: Engine, execute: Callable[[str], object]) -> None:
    execute("DELETE FROM meeting")


def lose_a_table(engine: Engine, execute: Callable[[str], object]) -> None:
    execute("DROP TABLE draft")


def fail(engine: Engine, execute: Callable[[str], object]) -> None:
    rebuild(engine, execute)
    execute("SELECT tidak_ada FROM meeting")


def steps(*more: Step) -> Sequence[Step]:
    return (*STEPS, *more)


@pytest.fixture
def populated(data_folder: Path) -> Path:
    """The file of an office with meetings and people, closed properly."""
    store = opening.open_folder(data_folder)
    add_meeting(store, seats=12)
    add_meeting(store, seats=8, title="Rapat Kedua")
    opening.close(store)
    return opening.database_file(data_folder)


def test_a_step_keeps_every_row_and_its_children(populated: Path) -> None:
    before = read(populated)
    kept = runner.migrate_sqlite(populated, LATEST, steps(rebuild))
    store = connect_sqlite(populated)
    assert live(store) == before
    assert count(store, "participant") == 20
    assert store.rows("SELECT DISTINCT mood FROM meeting") == [("tenang",)]
    assert store.one("PRAGMA user_version") == (LATEST + 1,)
    assert integrity.check(store) == []
    store.close()
    assert kept is not None
    assert kept.name == f"rakor-sebelum-skema-{LATEST + 1}.db"
    assert read(kept) == before


def test_a_step_on_the_server_keeps_every_row_and_its_children(postgres_server: Server) -> None:
    with postgres_server.copy() as url:
        store = connect_postgresql(url)
        store.office = opening.identity.office_of(store)
        add_meeting(store, seats=12)
        before = live(store)
        assert runner.migrate_postgresql(store, steps(rebuild)) == LATEST
        assert live(store) == before
        assert store.rows("SELECT DISTINCT mood FROM meeting") == [("tenang",)]
        assert store.rows("SELECT version FROM rakor_schema") == [(LATEST + 1,)]
        store.close()


def read(path: Path):
    """Everything in a database file."""
    store = connect_sqlite(path, read_only=True)
    found = live(store)
    store.close()
    return found


@pytest.mark.parametrize("step", [lose_children, lose_parents, lose_a_table, fail])
def test_a_step_that_loses_or_fails_leaves_the_old_file(populated: Path, step: Step) -> None:
    before = broken.contents(populated.parent)
    with pytest.raises((DataTrouble, Exception)) as refused:
        runner.migrate_sqlite(populated, LATEST, steps(rebuild, step) if step is lose_a_table else steps(step))
    if step is not fail:
        assert isinstance(refused.value, DataTrouble)
        assert "Data lama tidak diubah" in refused.value.advice
    assert broken.contents(populated.parent) == before


@pytest.mark.parametrize("step", [lose_children, lose_a_table, fail])
def test_a_step_that_loses_or_fails_on_the_server_is_taken_back(postgres_server: Server, step: Step) -> None:
    with postgres_server.copy() as url:
        store = connect_postgresql(url)
        store.office = opening.identity.office_of(store)
        add_meeting(store, seats=12)
        before = live(store)
        with pytest.raises((DataTrouble, peewee.ProgrammingError)):
            runner.migrate_postgresql(store, steps(step))
        assert live(store) == before
        assert "mood" not in columns_of(store, "meeting")
        assert store.rows("SELECT version FROM rakor_schema") == [(LATEST,)]
        store.close()


def test_a_newer_server_is_refused(postgres_server: Server) -> None:
    with postgres_server.copy() as url:
        store = connect_postgresql(url)
        store.execute("UPDATE rakor_schema SET version = %s", (LATEST + 1,))
        store.close()
        with pytest.raises(NewerFile, match="server"):
            opening.open_server(url, found=lambda store: pytest.fail("founded"))


def test_what_waits_in_the_log_is_migrated_too(sqlite_store: Store, tmp_path: Path) -> None:
    add_meeting(sqlite_store, seats=3)
    path = opening.database_file(broken.cut_off(sqlite_store, tmp_path / "putus"))
    kept = runner.migrate_sqlite(path, LATEST, steps(rebuild))
    assert not path.with_name("rakor.db-wal").exists()
    assert kept is not None
    for one in (path, kept):
        store = connect_sqlite(one, read_only=True)
        assert count(store, "participant") == 3
        store.close()


def test_a_file_somebody_reads_is_not_swapped_under_him(sqlite_store: Store) -> None:
    assert sqlite_store.path is not None
    before = count(sqlite_store, "region")
    with pytest.raises(DatabaseBusy):
        runner.migrate_sqlite(sqlite_store.path, LATEST, steps(rebuild))
    assert count(sqlite_store, "region") == before
    assert not (sqlite_store.path.parent / "rakor.db.naik").exists()


def test_a_damaged_file_is_not_migrated(populated: Path) -> None:
    broken.random_page(populated, 2)
    before = broken.contents(populated.parent)
    with pytest.raises(DamagedFile):
        runner.migrate_sqlite(populated, LATEST, steps(rebuild))
    assert broken.contents(populated.parent) == before


def test_a_current_file_is_left_alone(populated: Path) -> None:
    before = broken.contents(populated.parent)
    assert runner.migrate_sqlite(populated, LATEST) is None
    assert broken.contents(populated.parent) == before


def test_the_migrated_file_is_private_to_this_user(populated: Path) -> None:
    runner.migrate_sqlite(populated, LATEST, steps(rebuild))
    assert populated.stat().st_mode & 0o077 == 0


def test_without_hard_links_the_file_as_it_was_is_kept_too(
    populated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no hard links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    before = read(populated)
    kept = runner.migrate_sqlite(populated, LATEST, steps(rebuild))
    assert kept is not None
    assert read(kept) == before == read(populated)


def test_a_process_killed_in_the_middle_leaves_the_old_file(populated: Path) -> None:
    """A child that dies without a word, deep in the last step."""
    before = read(populated)

    def die(engine: Engine, execute: Callable[[str], object]) -> None:
        rebuild(engine, execute)
        os._exit(9)

    child = os.fork()
    if child == 0:
        runner.migrate_sqlite(populated, LATEST, steps(die))
    os.waitpid(child, 0)
    assert header.schema_of(populated) == LATEST
    assert read(populated) == before
    runner.migrate_sqlite(populated, LATEST, steps(rebuild))
    assert read(populated) == before
    assert not any("naik" in one.name for one in populated.parent.iterdir())


def office_of_schema(number: int, tmp_path: Path) -> Path:
    """The data folder of an office as the program of that schema left it."""
    folder = tmp_path / "lama"
    folder.mkdir()
    shutil.copyfile(DATABASES / f"v{number}.db", folder / opening.DATABASE_NAME)
    return folder


@pytest.mark.parametrize("number", range(1, LATEST + 1))
def test_a_database_of_every_released_schema_opens_whole(number: int, tmp_path: Path) -> None:
    folder = office_of_schema(number, tmp_path)
    before = read(opening.database_file(folder))
    store = opening.open_folder(folder)
    assert store.one("PRAGMA user_version") == (LATEST,)
    assert {name: count(store, name) for name in FIRST_OFFICE} == FIRST_OFFICE
    assert store.rows("SELECT title FROM meeting ORDER BY held_on") == [
        ("Rapat Koordinasi Banjir",),
        ("Rapat Lanjutan",),
    ]
    assert known_before(live(store), before) == before
    assert integrity.check(store) == []
    (topic,) = (one.id for one in topics(store))
    day = date(2024, 10, 4)
    assert cells_of(matrix(store, topic, day)) == Recount(store, topic).by_region(day)
    made = of_schema(LATEST, tmp_path)
    assert schema_of(store) == schema_of(made)
    made.close()
    opening.close(store)


FIRST_OFFICE = {
    "meeting": 2, "participant": 7, "agenda_item": 1, "statement": 2, "commitment": 1, "addressee": 2,
    "commitment_region": 1, "commitment_checklist_item": 1, "assessment": 1, "person": 2, "tenure": 1,
    "region": 47, "checklist_item": 101, "office_profile": 1, "action": 4, "draft": 1,
}  # fmt: skip


def test_an_office_of_schema_1_is_backed_up_before_it_is_upgraded(tmp_path: Path) -> None:
    data = OfficeData(office_of_schema(1, tmp_path))
    before = read(opening.database_file(data.folder))
    data.take()
    data.open()
    (copy,) = data.backups()
    assert header.schema_of(copy.path) == 1
    assert read(copy.path) == before
    data.close()
    data.restore(copy.path)
    store = opening.open_folder(data.folder)
    assert known_before(live(store), before) == before
    opening.close(store)


def test_typing_of_before_schema_2_is_found_again(tmp_path: Path) -> None:
    store = opening.open_folder(office_of_schema(1, tmp_path))
    ((place, _),) = drafts.waiting(store)
    assert drafts.recall(store, place) == {"text": "Yang sedang diketik"}
    opening.close(store)


@pytest.fixture
def server_of_schema_1(postgres_server: Server) -> Iterator[Store]:
    """An office on the server as schema 1 left it, with two meetings and somebody's typing."""
    with postgres_server.copy("template1") as url:
        store = connect_postgresql(url)
        found_server_of(1, store)
        yield store
        store.close()


def test_a_server_of_schema_1_is_upgraded_whole(server_of_schema_1: Store) -> None:
    store = server_of_schema_1
    before = live(store)
    assert runner.migrate_postgresql(store) == 1
    assert known_before(live(store), before) == before
    ((place, _),) = drafts.waiting(store)
    assert drafts.recall(store, place) == {"text": "Yang sedang diketik"}
    assert integrity.check(store) == []


def test_both_engines_have_the_same_indexes_and_unique_columns(store: Store) -> None:
    made = connect_sqlite(DATABASES / f"v{LATEST}.db", read_only=True)
    names = {
        name for (name,) in made.rows("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    }
    made.close()
    if store.engine == "sqlite":
        found = {
            name for (name,) in store.rows("SELECT name FROM sqlite_master WHERE type = 'index' AND sql > ''")
        }
    else:
        found = {
            name
            for (name,) in store.rows(
                "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() "
                "AND indexname !~ '_(pkey|key)$' AND indexname NOT IN ('person_words', 'search_words')"  # else FTS5
            )
        }
    assert found == names


def test_the_code_of_a_deleted_region_is_free_again(store: Store) -> None:
    values = {"code": "99.01", "name": "Kabupaten Contoh", "kind": "kabupaten", "order_no": 99}
    with writing(store, "region.create", by="Uji") as write:
        old = write.insert(Region, **values)
    with pytest.raises(peewee.IntegrityError), writing(store, "region.create", by="Uji") as write:
        write.insert(Region, **values)
    with writing(store, "region.delete", by="Uji") as write:
        write.delete(Region, old)
    with writing(store, "region.create", by="Uji") as write:
        write.insert(Region, **values)
    assert store.rows("SELECT count(*) FROM region WHERE code = '99.01'") == [(2,)]


def test_no_two_rows_are_forbidden_for_the_sake_of_a_deleted_one(sqlite_store: Store) -> None:
    """Of a record only its id is unique for ever; anything else only among what is live."""
    for name in RECORDS:
        unique = sqlite_store.rows(f"SELECT name, partial FROM pragma_index_list('{name}') WHERE \"unique\"")
        for index, partial in unique:
            columns = [one for (one,) in sqlite_store.rows(f"SELECT name FROM pragma_index_info('{index}')")]
            assert partial or columns == ["id"], (name, columns)


def test_a_topic_may_bring_its_own_words(store: Store) -> None:
    region = seeds.fixed_id("region", "35.22")
    with writing(store, "region_figure.create", by="Uji") as write:
        write.insert(RegionFigure, region_id=region, kind="embankments", value=12, basis="2024", source="BBWS")
        write.update(ChecklistItem, seeds.item_id("LOG-01"), due_basis="season_forecast")
    assert store.rows("SELECT count(*) FROM region_figure WHERE kind = 'embankments'") == [(1,)]
