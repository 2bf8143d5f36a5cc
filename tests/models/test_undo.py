"""Undo restores the exact rows, and steps back where it would take somebody's later work along."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.base.errors import ChangedMeanwhile, NotFound
from desktop.models import undo
from desktop.models.journal import ChangeSet, version_of, writing
from desktop.models.queries.children import live_children
from desktop.models.store import Store
from desktop.models.tables import Meeting, Participant, Region, Statement
from tests.models.made_up import SEAT, add_meeting, insert_meeting, live


def take_back(store: Store, changes: ChangeSet) -> ChangeSet:
    assert changes.action is not None
    return undo.revert(store, changes.action, by="Uji")


def test_undoing_an_insert_takes_the_records_away(store: Store) -> None:
    before = live(store)
    _, changes = add_meeting(store, seats=3)
    take_back(store, changes)
    assert live(store) == before


def test_undoing_an_edit_brings_the_old_values_back(store: Store) -> None:
    meeting, _ = add_meeting(store, place="Aula", closed_at=time(12, 5))
    before = live(store)
    with writing(store, "meeting.update", by="Uji") as write:
        write.update(
            Meeting, meeting, place=None, title="Lain", held_on=date(2025, 1, 1), cancelled=True, closed_at=None
        )
        changes = write.finish()
    take_back(store, changes)
    assert live(store) == before


def test_undoing_a_deletion_brings_the_record_back(store: Store) -> None:
    meeting, _ = add_meeting(store)
    before = live(store)
    with writing(store, "meeting.delete", by="Uji") as write:
        write.delete(Meeting, meeting)
        changes = write.finish()
    take_back(store, changes)
    assert live(store) == before


def test_a_mixed_action_is_undone_as_one(store: Store) -> None:
    first, _ = add_meeting(store, seats=2)
    second, _ = add_meeting(store, title="Rapat Kedua")
    before = live(store)
    with writing(store, "meeting.mixed", by="Uji") as write:
        insert_meeting(write, seats=2, title="Rapat Ketiga")
        write.update(Meeting, first, title="Berubah")
        write.delete(Meeting, second)
        changes = write.finish()
    take_back(store, changes)
    assert live(store) == before


def test_several_edits_of_one_record_are_undone_to_its_first_values(store: Store) -> None:
    meeting, _ = add_meeting(store, place="Aula")
    before = live(store)
    with writing(store, "meeting.update", by="Uji") as write:
        write.update(Meeting, meeting, place="Pendopo")
        write.update(Meeting, meeting, place="Balai Kota", purpose="Kesiapan")
        write.update(Meeting, meeting, title="Judul Baru")
        write.delete(Meeting, meeting)
        changes = write.finish()
    take_back(store, changes)
    assert live(store) == before


def test_a_record_made_and_edited_in_one_action_goes_and_comes_back_whole(store: Store) -> None:
    before = live(store)
    with writing(store, "meeting.create", by="Uji") as write:
        meeting = insert_meeting(write, place="Aula")
        write.update(Meeting, meeting, place="Pendopo")
        changes = write.finish()
    made = live(store)
    taken_back = take_back(store, changes)
    assert live(store) == before
    take_back(store, taken_back)
    assert live(store) == made


def test_a_record_made_and_deleted_in_one_action_stays_away(store: Store) -> None:
    before = live(store)
    with writing(store, "meeting.create", by="Uji") as write:
        write.delete(Meeting, insert_meeting(write))
        changes = write.finish()
    take_back(store, changes)
    assert live(store) == before


def test_moments_and_flags_come_back_as_they_were(store: Store) -> None:
    meeting, _ = add_meeting(store)
    said = datetime(2024, 10, 3, 2, 17, 5, 123000, UTC)
    with writing(store, "statement.add", by="Uji") as write:
        statement = write.insert(
            Statement,
            meeting_id=meeting,
            order_no=1,
            kind="laporan",
            text="Tanggul “Kali Pacal” aman",
            said_at=said,
        )
    before = live(store, "statement")
    with writing(store, "statement.update", by="Uji") as write:
        write.update(Statement, statement, said_at=None, text="-")
        changes = write.finish()
    take_back(store, changes)
    assert live(store, "statement") == before
    assert before["statement", statement]["said_at"] == said


def test_undo_can_be_taken_back(store: Store) -> None:
    meeting, _ = add_meeting(store, place="Aula")
    with writing(store, "meeting.update", by="Uji") as write:
        write.update(Meeting, meeting, place="Pendopo")
        changes = write.finish()
    after = live(store)
    redone = take_back(store, take_back(store, changes))
    assert live(store) == after
    assert redone.ids("meeting") == {meeting}


def test_undo_is_itself_a_new_version_and_in_the_audit(store: Store) -> None:
    meeting, changes = add_meeting(store)
    made = version_of(store, Meeting, meeting)
    taken_back = take_back(store, changes)
    row = store.one(f"SELECT name, reverts FROM action WHERE seq = {store.mark}", (taken_back.action,))
    assert row == ("meeting.create", changes.action)
    assert version_of(store, Meeting, meeting).clock > made.clock


def test_undo_is_refused_when_one_of_the_records_was_changed_since(store: Store) -> None:
    meeting, changes = add_meeting(store, seats=3)
    seat = min(key for table, key in live(store, "participant") if table == "participant")
    with writing(store, "participant.update", by="Rekan") as write:
        write.update(Participant, seat, state="hadir")
    before, version = live(store), version_of(store, Meeting, meeting)
    with pytest.raises(ChangedMeanwhile) as refused:
        take_back(store, changes)
    assert "diurungkan" in refused.value.message
    assert refused.value.advice
    assert live(store) == before
    assert version_of(store, Meeting, meeting) == version


def test_undo_is_refused_the_second_time(store: Store) -> None:
    _, changes = add_meeting(store)
    take_back(store, changes)
    before = live(store)
    with pytest.raises(ChangedMeanwhile):
        take_back(store, changes)
    assert live(store) == before


def test_a_refused_undo_leaves_no_mark_in_the_audit(store: Store) -> None:
    meeting, changes = add_meeting(store)
    with writing(store, "meeting.update", by="Rekan") as write:
        write.update(Meeting, meeting, place="Aula")
    books = store.rows("SELECT count(*), max(clock) FROM action"), store.rows("SELECT clock FROM replica")
    with pytest.raises(ChangedMeanwhile):
        take_back(store, changes)
    assert books == (
        store.rows("SELECT count(*), max(clock) FROM action"),
        store.rows("SELECT clock FROM replica"),
    )


def test_a_chain_of_edits_is_taken_back_step_by_step_and_brought_forward_again(store: Store) -> None:
    meeting, made = add_meeting(store, place="Aula")
    edits = []
    for place in ("Pendopo", "Balai Kota"):
        with writing(store, "meeting.update", by="Uji") as write:
            write.update(Meeting, meeting, place=place)
            edits.append(write.finish())
    undone = [take_back(store, one) for one in (*reversed(edits), made)]
    assert live(store, "meeting") == {}
    for one, place in zip(reversed(undone), ("Aula", "Pendopo", "Balai Kota"), strict=True):
        take_back(store, one)
        assert live(store, "meeting")["meeting", meeting]["place"] == place


def test_undo_out_of_order_is_refused(store: Store) -> None:
    meeting, made = add_meeting(store, place="Aula")
    for place in ("Pendopo", "Balai Kota"):
        with writing(store, "meeting.update", by="Uji") as write:
            write.update(Meeting, meeting, place=place)
            last = write.finish()
    take_back(store, last)
    with pytest.raises(ChangedMeanwhile):
        take_back(store, made)


def test_an_insert_others_have_built_on_is_not_undone(store: Store) -> None:
    meeting, made = add_meeting(store)
    with writing(store, "statement.add", by="Orang lain") as write:
        write.insert(Statement, meeting_id=meeting, order_no=1, kind="arahan", text="Siapkan logistik")
    before = live(store)
    with pytest.raises(ChangedMeanwhile):
        take_back(store, made)
    assert live(store) == before


def test_nothing_comes_back_under_what_is_gone_since(store: Store) -> None:
    meeting, made = add_meeting(store)
    with writing(store, "participant.add", by="Uji") as write:
        seat = write.insert(Participant, meeting_id=meeting, order_no=1, **SEAT)
    with writing(store, "participant.delete", by="Uji") as write:
        write.delete(Participant, seat)
        removed = write.finish()
    take_back(store, made)
    with pytest.raises(ChangedMeanwhile):
        take_back(store, removed)


def test_an_unknown_action_cannot_be_undone(store: Store) -> None:
    with pytest.raises(NotFound):
        undo.revert(store, 987_654, by="Uji")


_words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
_values = st.fixed_dictionaries(
    {},
    optional={
        "title": _words,
        "place": st.none() | _words,
        "held_on": st.dates(),
        "starts_at": st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None)),
        "cancelled": st.booleans(),
        "state": st.sampled_from(["konsep", "dikoreksi"]),
    },
)
_step = st.tuples(st.sampled_from(["add", "edit", "seat", "delete"]), st.integers(0, 9), _values)
_actions = st.lists(st.lists(_step, min_size=1, max_size=4), min_size=1, max_size=6)


ONE_OFFICE = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@settings(ONE_OFFICE, max_examples=15)
@given(actions=_actions)
def test_undoing_everything_in_reverse_restores_the_state_before(sqlite_store: Store, actions: list) -> None:
    do_and_undo(sqlite_store, actions)


@pytest.mark.fault
@pytest.mark.timeout(1200)
@settings(ONE_OFFICE, max_examples=300)
@given(actions=_actions)
def test_undoing_in_reverse_restores_the_state_before_many_times(sqlite_store: Store, actions: list) -> None:
    do_and_undo(sqlite_store, actions)


def do_and_undo(store: Store, actions: list) -> None:
    """These actions, taken back one by one, then brought back one by one."""
    states, done = [live(store, "meeting", "participant")], []
    known: list[UUID] = []
    for action in actions:
        with writing(store, "any", by="Uji") as write:
            for step in action:
                act(write, known, *step)
            changes = write.finish()
        if changes:
            done.append(changes)
            states.append(live(store, "meeting", "participant"))
    taken_back = []
    for changes, expected in zip(reversed(done), reversed(states[:-1]), strict=True):
        taken_back.append(take_back(store, changes))
        assert live(store, "meeting", "participant") == expected
    for changes, expected in zip(reversed(taken_back), states[1:], strict=True):
        take_back(store, changes)
        assert live(store, "meeting", "participant") == expected
    clear(store)


def act(write, known: list[UUID], kind: str, which: int, values: dict) -> None:
    """One random step of an action, on a meeting that is there."""
    if kind == "add" or not known:
        known.append(insert_meeting(write, seats=which % 3, **values))
        return
    meeting = known[which % len(known)]
    if kind == "edit":
        write.update(Meeting, meeting, **values)
    elif kind == "seat":
        write.insert(Participant, meeting_id=meeting, order_no=which, label=values.get("place"), **SEAT)
    else:
        known.remove(meeting)
        for seat in live_children(write.store, Participant, "meeting_id", meeting):
            write.delete(Participant, seat)
        write.delete(Meeting, meeting)


def clear(store: Store) -> None:
    """Leave the office small for the next example."""
    with writing(store, "clear", by="Uji") as write:
        for table, key in live(store, "meeting", "participant"):
            write.delete(Meeting if table == "meeting" else Participant, key)


def test_a_deletion_is_not_undone_when_its_code_was_given_to_another(store: Store) -> None:
    values = {"code": "99.01", "name": "Kabupaten Contoh", "kind": "kabupaten", "order_no": 99}
    with writing(store, "region.create", by="Uji") as write:
        old = write.insert(Region, **values)
    with writing(store, "region.delete", by="Uji") as write:
        write.delete(Region, old)
        changes = write.finish()
    with writing(store, "region.create", by="Uji") as write:
        write.insert(Region, **values)
    before = live(store)
    with pytest.raises(ChangedMeanwhile, match="kodenya sudah dipakai"):
        take_back(store, changes)
    assert live(store) == before
