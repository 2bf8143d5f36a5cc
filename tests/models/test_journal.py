"""The write door: every change is versioned, journalled and can be told."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest

from desktop.base.errors import ChangedMeanwhile, DatabaseBusy, NotFound
from desktop.models.journal import ChangeSet, Version, version_of, writing
from desktop.models.store import Store, connect_postgresql, connect_sqlite
from desktop.models.tables import Meeting, Participant, Region, Statement
from tests.models.made_up import MEETING


def create(store: Store, **values: object) -> tuple[UUID, ChangeSet]:
    with writing(store, "meeting.create", by="Uji") as write:
        record = write.insert(Meeting, **MEETING | values)
        return record, write.finish()


def title_of(store: Store, record: UUID) -> str:
    row = store.one(f"SELECT title FROM meeting WHERE id = {store.mark}", (record,))
    assert row is not None
    return str(row[0])


def test_an_insert_is_told_by_table_and_id(store: Store) -> None:
    record, changes = create(store)
    assert changes.tables == {"meeting"}
    assert changes.ids("meeting") == {record}


def test_values_come_back_as_they_went_in(store: Store) -> None:
    record, _ = create(store, ends_at=time(11, 30), invitation_date=date(2024, 9, 20))
    row = store.one(
        f"SELECT held_on, starts_at, ends_at, cancelled FROM meeting WHERE id = {store.mark}", (record,)
    )
    assert row is not None
    names = ("held_on", "starts_at", "ends_at", "cancelled")
    values = [Meeting._meta.fields[name].python_value(value) for name, value in zip(names, row, strict=True)]
    assert values == [date(2024, 10, 3), time(9, 0), time(11, 30), False]


def test_search_text_follows_the_words(store: Store) -> None:
    record, _ = create(store)
    with writing(store, "meeting.update", by="Uji") as write:
        write.update(Meeting, record, place="Pendopo Łódź")
    row = store.one(f"SELECT search_text FROM meeting WHERE id = {store.mark}", (record,))
    assert row == ("rapat koordinasi banjir pendopo lodz",)


def test_a_change_keeps_only_the_changed_fields(store: Store) -> None:
    record, _ = create(store)
    with writing(store, "meeting.update", by="Uji") as write:
        write.update(Meeting, record, place="Aula", title=MEETING["title"])
        changes = write.finish()
    row = store.one(f'SELECT "before", "after" FROM change WHERE action_seq = {store.mark}', (changes.action,))
    assert row is not None
    before, after = (Meeting._meta.fields["hist"].python_value(value) for value in row)
    assert before == {"place": None, "search_text": "rapat koordinasi banjir"}
    assert after == {"place": "Aula", "search_text": "rapat koordinasi banjir aula"}


def test_an_edit_that_changes_nothing_is_no_version(store: Store) -> None:
    record, _ = create(store)
    before = version_of(store, Meeting, record)
    with writing(store, "meeting.update", by="Uji") as write:
        assert not write.update(Meeting, record, title=MEETING["title"], starts_at=time(9, 0))
        assert not write.finish()
    assert version_of(store, Meeting, record) == before


def test_an_action_that_changes_nothing_does_not_tick_the_clock(store: Store) -> None:
    record, _ = create(store)
    before = store.rows("SELECT * FROM replica"), store.rows("SELECT count(*) FROM action")
    with writing(store, "meeting.update", by="Uji") as write:
        write.update(Meeting, record, title=MEETING["title"])
        write.insert_rows(Participant, ("meeting_id",), [])
        write.ensure(Meeting, record, **MEETING)
    with writing(store, "meeting.update", by="Uji"):
        pass
    assert before == (store.rows("SELECT * FROM replica"), store.rows("SELECT count(*) FROM action"))


def test_all_records_of_one_action_get_one_version(store: Store) -> None:
    with writing(store, "meeting.create", by="Uji") as write:
        first, second = write.insert(Meeting, **MEETING), write.insert(Meeting, **MEETING)
    assert version_of(store, Meeting, first) == version_of(store, Meeting, second)


def test_later_versions_have_higher_clocks(store: Store) -> None:
    record, _ = create(store)
    first = version_of(store, Meeting, record)
    with writing(store, "meeting.update", by="Uji") as write:
        write.update(Meeting, record, place="Aula")
    assert version_of(store, Meeting, record).clock > first.clock


def test_whoever_opens_the_door_has_the_turn(store: Store) -> None:
    if store.path is not None:
        other, patience = connect_sqlite(store.path), "PRAGMA busy_timeout = 50"
    else:
        other, patience = connect_postgresql(str(store.database.database)), "SET lock_timeout = '50ms'"
    other.execute(patience)
    with writing(store, "meeting.update", by="Uji"), pytest.raises(DatabaseBusy):
        other.execute("UPDATE replica SET clock = clock + 1")
    other.execute("UPDATE replica SET clock = clock + 1")
    other.close()


def test_the_history_remembers_other_devices(store: Store) -> None:
    record, _ = create(store)
    first = version_of(store, Meeting, record)
    store.execute(f"UPDATE replica SET device = {store.mark}", (UUID(int=7),))
    with writing(store, "meeting.update", by="Uji") as write:
        write.update(Meeting, record, place="Aula")
    row = store.one(f"SELECT hist FROM meeting WHERE id = {store.mark}", (record,))
    assert row is not None
    assert Meeting._meta.fields["hist"].python_value(row[0]) == {str(first.device): first.clock}


def test_editing_what_somebody_else_changed_is_refused(store: Store) -> None:
    record, _ = create(store)
    seen = version_of(store, Meeting, record)
    with writing(store, "meeting.update", by="Rekan") as write:
        write.update(Meeting, record, place="Aula")
    with pytest.raises(ChangedMeanwhile), writing(store, "meeting.update", by="Uji") as write:
        write.update(Meeting, record, expect=seen, place="Pendopo")


def test_a_failure_half_way_leaves_nothing_behind(store: Store) -> None:
    actions = store.one("SELECT count(*) FROM action")
    with pytest.raises(NotFound):
        fail_half_way(store)
    assert store.one("SELECT count(*) FROM meeting") == (0,)
    assert store.one("SELECT count(*) FROM action") == actions


def fail_half_way(store: Store) -> None:
    with writing(store, "meeting.create", by="Uji") as write:
        write.insert(Meeting, **MEETING)
        write.update(Meeting, UUID(int=1), title="tidak ada")


def test_a_deleted_record_stays_in_the_file(store: Store) -> None:
    record, _ = create(store)
    with writing(store, "meeting.delete", by="Uji") as write:
        write.delete(Meeting, record)
    assert title_of(store, record) == MEETING["title"]
    with pytest.raises(NotFound), writing(store, "meeting.update", by="Uji") as write:
        write.update(Meeting, record, title="lagi")


def test_a_fixed_record_is_made_once(store: Store) -> None:
    values = {"code": "99", "name": "Uji", "kind": "kota", "order_no": 1}
    with writing(store, "region.ensure", by="Uji") as write:
        assert write.ensure(Region, UUID(int=5), **values)
        assert not write.ensure(Region, UUID(int=5), **values)


def test_a_fixed_record_that_was_deleted_comes_back_and_is_found_by_its_new_name(store: Store) -> None:
    values = {"code": "99", "name": "Uji", "kind": "kota", "order_no": 1}
    with writing(store, "region.ensure", by="Uji") as write:
        write.ensure(Region, UUID(int=5), **values)
        write.delete(Region, UUID(int=5))
        assert write.ensure(Region, UUID(int=5), **values | {"name": "Kota Seroja"})
    row = store.one(f"SELECT name, search_text, deleted FROM region WHERE id = {store.mark}", (UUID(int=5),))
    assert row == ("Kota Seroja", "99 kota seroja", False)


def test_both_engines_cut_times_alike(store: Store) -> None:
    with writing(store, "meeting.create", by="Uji") as write:
        meeting = write.insert(Meeting, **MEETING | {"starts_at": time(9, 0, 59)})
        said_at = datetime(2024, 10, 3, 2, 0, 0, 999_999, UTC)
        statement = write.insert(
            Statement, meeting_id=meeting, order_no=1, kind="laporan", text="Siap", said_at=said_at
        )
        assert not write.update(Statement, statement, said_at=said_at)
        assert not write.update(Meeting, meeting, starts_at=time(9, 0, 30))
    row = store.one(f"SELECT CAST(starts_at AS text) FROM meeting WHERE id = {store.mark}", (meeting,))
    assert row in {("09:00",), ("09:00:00",)}
    row = store.one(f"SELECT said_at FROM statement WHERE id = {store.mark}", (statement,))
    assert row is not None
    assert Statement._meta.fields["said_at"].python_value(row[0]) == said_at.replace(microsecond=999_000)


def test_bookkeeping_columns_belong_to_the_door(store: Store) -> None:
    with pytest.raises(ValueError, match="clock"), writing(store, "meeting.create", by="Uji") as write:
        write.insert(Meeting, **MEETING, clock=9)


_SEAT = {"order_no": 1, "role": "peserta", "answer": "belum", "state": "hadir"}


def test_a_child_without_parent_is_refused(store: Store) -> None:
    with pytest.raises(ChangedMeanwhile), writing(store, "participant.add", by="Uji") as write:
        write.insert(Participant, meeting_id=UUID(int=3), **_SEAT)


def test_nothing_is_added_under_what_somebody_else_deleted(store: Store) -> None:
    meeting, _ = create(store)
    with writing(store, "meeting.delete", by="Orang lain") as write:
        write.delete(Meeting, meeting)
    with pytest.raises(ChangedMeanwhile), writing(store, "participant.add", by="Uji") as write:
        write.insert(Participant, meeting_id=meeting, **_SEAT)
    assert store.rows("SELECT 1 FROM participant") == []


def test_what_is_still_used_cannot_be_deleted(store: Store) -> None:
    meeting, _ = create(store)
    with writing(store, "participant.add", by="Uji") as write:
        write.insert(Participant, meeting_id=meeting, **_SEAT)
    with pytest.raises(ChangedMeanwhile), writing(store, "meeting.delete", by="Uji") as write:
        write.delete(Meeting, meeting)
    assert store.rows("SELECT 1 FROM meeting WHERE deleted") == []


def test_parent_and_children_go_together_in_any_order(store: Store) -> None:
    meeting, _ = create(store)
    with writing(store, "participant.add", by="Uji") as write:
        seat = write.insert(Participant, meeting_id=meeting, **_SEAT)
    with writing(store, "meeting.delete", by="Uji") as write:
        write.delete(Meeting, meeting)
        write.delete(Participant, seat)
        assert write.finish().ids("participant") == {seat}


@pytest.mark.parametrize(("column", "value"), [("held_on", "2024-02-31"), ("state", "selesai"), ("title", None)])
def test_the_database_itself_refuses_wrong_values(store: Store, column: str, value: object) -> None:
    record, _ = create(store)
    with pytest.raises(Exception, match=r"(?i)constraint|out of range"):
        store.execute(f"UPDATE meeting SET {column} = {store.mark} WHERE id = {store.mark}", (value, record))
    assert version_of(store, Meeting, record) == Version(*version_parts(store, record))


def version_parts(store: Store, record: UUID) -> tuple[int, UUID]:
    found = version_of(store, Meeting, record)
    return found.clock, found.device
