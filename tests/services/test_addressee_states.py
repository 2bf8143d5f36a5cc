"""The state of an addressee follows from its log, whatever is reported, set, corrected, taken away and undone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.base.errors import FrozenMinutes, InvalidInput
from desktop.models.journal import writing
from desktop.models.queries.carried import appearances
from desktop.models.queries.checklist import open_topics
from desktop.models.queries.commitments import commitment, commitments_of
from desktop.models.queries.progress import LogRow, log_of
from desktop.models.store import Store
from desktop.models.tables import Addressee, Commitment, Meeting
from desktop.models.words import COMMITMENT_STATES
from desktop.services.addressees import addressees_named
from desktop.services.commitments import add_commitment, set_state, update_commitment
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.meetings import create_meeting, update_meeting
from desktop.services.progress import answer_in_meeting, delete_report, report_progress, update_report

FIRST = date(2024, 10, 1)
KPU, BAWASLU = "KPU Provinsi Jawa Timur", "Bawaslu Provinsi Jawa Timur"


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def task(desk: Desk) -> UUID:
    return made_task(desk)


def made_task(desk: Desk, *to: str, **values: Any) -> UUID:
    named = [one for words in to or (KPU,) for one in addressees_named(desk.store, words)]
    return add_commitment(desk, kind="arahan", text="Kirim data", to=named, **values)[0]


def part(desk: Desk, task: UUID) -> UUID:
    return found(desk, task).addressees[0].id


def found(desk: Desk, task: UUID) -> Any:
    row = commitment(desk.store, task)
    assert row is not None
    return row


def state(desk: Desk, task: UUID) -> tuple[str, date | None]:
    one = found(desk, task).addressees[0]
    return one.state, one.state_on


def told(desk: Desk, task: UUID, on: int, **values: Any) -> UUID:
    made, _ = report_progress(desk, [part(desk, task)], on=day(on), channel="telepon", **values)
    return made[0]


def log(desk: Desk, task: UUID) -> list[LogRow]:
    return log_of(desk.store, task)


def test_a_report_older_than_the_last_one_changes_no_state(desk: Desk, task: UUID) -> None:
    told(desk, task, 5, state="selesai_laporan")
    told(desk, task, 2, state="proses")
    told(desk, task, 3, note="Sebagian terkirim")
    assert state(desk, task) == ("selesai_laporan", day(5))
    assert [row.state for row in log(desk, task)] == ["selesai_laporan", "proses", "proses"]


def test_deleting_the_last_report_gives_back_the_state_before_also_one_set_by_hand(desk: Desk, task: UUID) -> None:
    told(desk, task, 0, state="proses")
    set_state(desk, [part(desk, task)], "selesai_laporan", day(1))
    last = told(desk, task, 2, state="proses", note="Ternyata belum lengkap")
    assert state(desk, task) == ("proses", day(2))
    delete_report(desk, last)
    assert state(desk, task) == ("selesai_laporan", day(1))


def test_a_state_kept_without_a_row_gets_one_before_something_is_put_over_it(desk: Desk, task: UUID) -> None:
    with writing(desk.store, "test.older", by="Uji") as write:  # as a version without a log wrote it
        write.update(Addressee, part(desk, task), state="selesai_bukti", state_on=day(1))
    last = told(desk, task, 4, state="proses")
    delete_report(desk, last)
    assert state(desk, task) == ("selesai_bukti", day(1))


def test_a_state_set_by_hand_is_one_row_a_day_that_nobody_reported(desk: Desk, task: UUID) -> None:
    for one in ("proses", "selesai_laporan", "selesai_bukti"):
        set_state(desk, [part(desk, task)], one, day(1))
    (row,) = log(desk, task)
    assert (row.is_by_hand, row.state, row.institution) == (True, "selesai_bukti", None)
    set_state(desk, [part(desk, task)], "belum", day(1))
    assert (log(desk, task), state(desk, task)) == ([], ("belum", None))


def test_one_report_can_be_on_several_parts_and_moves_the_date_once(desk: Desk) -> None:
    task = made_task(desk, KPU, BAWASLU, due_date=day(9), due_source="jadwal")
    parts = [one.id for one in found(desk, task).addressees]
    report_progress(
        desk, parts, on=day(1), channel="surat", state="proses", due_date=day(20), due_reason="Anggaran", amount=3,
        target=8, unit="kecamatan", reporter="Budi",
    )  # fmt: skip
    assert [one.state for one in found(desk, task).addressees] == ["proses", "proses"]
    assert [row.due_after for row in log(desk, task)] == [None, day(20)]
    assert {(row.institution, row.amount, row.unit) for row in log(desk, task)} == {
        (KPU, 3, "kecamatan"), (BAWASLU, 3, "kecamatan"),
    }  # fmt: skip


def test_a_report_that_tells_nothing_or_of_nobody_is_refused(desk: Desk, task: UUID) -> None:
    for wrong in ({"note": " "}, {"target": 400.0, "note": "x"}, {"amount": -1}, {"amount": 1, "target": 0}):
        with pytest.raises(InvalidInput):
            told(desk, task, 1, **wrong)
    with pytest.raises(InvalidInput):
        report_progress(desk, [], on=day(1), channel="surat", state="proses")
    assert log(desk, task) == []


def test_changes_of_the_date_hang_together_whichever_is_taken_away(desk: Desk) -> None:
    def moved() -> tuple[UUID, list[UUID]]:
        task = made_task(desk, due_date=day(10), due_source="jadwal")
        ids = [told(desk, task, on, due_date=day(on * 10), due_reason="Menunggu") for on in (2, 3, 4)]
        return task, ids

    task, (first, middle, last) = moved()
    delete_report(desk, middle)
    assert [(row.due_before, row.due_after) for row in log(desk, task)] == [(day(20), day(40)), (day(10), day(20))]
    delete_report(desk, last)
    assert (found(desk, task).due_date, found(desk, task).due_source) == (day(20), "disepakati")
    update_report(desk, first, due_date=None)
    assert (found(desk, task).due_date, found(desk, task).due_source) == (day(10), "jadwal")
    assert [row.due_after for row in log(desk, task)] == [None]

    task, (first, _, last) = moved()
    with pytest.raises(InvalidInput, match="sudah diubah lagi"):
        update_report(desk, first, due_date=day(50))
    with pytest.raises(InvalidInput):
        update_report(desk, last, due_reason=" ")
    update_report(desk, last, due_date=day(45))
    assert found(desk, task).due_date == day(45)
    with pytest.raises(InvalidInput, match="hanya berubah dengan alasan"):
        update_commitment(desk, task, due_date=day(60))
    with writing(desk.store, "test.other", by="Uji") as write:
        write.update(Commitment, task, due_date=day(60))
    delete_report(desk, last)  # somebody has set another since, as another laptop may
    assert found(desk, task).due_date == day(60)


def test_a_promised_date_is_corrected_until_its_minutes_stand_still(desk: Desk) -> None:
    meeting, _ = create_meeting(desk, title="Rakor", held_on=day(0))
    promised = made_task(desk, meeting_id=meeting, due_date=day(9), due_source="disepakati")
    internal = made_task(desk, meeting_id=meeting, due_date=day(9), due_source="internal")
    update_commitment(desk, promised, due_date=day(10))
    with writing(desk.store, "test.sign", by="Uji") as write:
        write.update(Meeting, meeting, state="siap")
    for change in ({"due_date": day(11)}, {"due_date": None}, {"due_source": "internal"}):
        with pytest.raises(InvalidInput, match="hanya berubah dengan alasan"):
            update_commitment(desk, promised, **change)
    update_commitment(desk, promised, text="Kirim data pemilih", due_date=day(10))
    update_commitment(desk, internal, due_date=day(12))
    told(desk, promised, 3, due_date=day(20), due_reason="Anggaran belum cair")
    assert (found(desk, promised).due_date, found(desk, internal).due_date) == (day(20), day(12))


def test_a_report_is_corrected_and_the_correction_undone(desk: Desk, task: UUID) -> None:
    history = History()
    one = told(desk, task, 1, state="proses", note="Baru 3 kecamatan")
    history.note(update_report(desk, one, state="selesai_laporan", note="Semua kecamatan", reported_on=day(2)))
    assert (state(desk, task), log(desk, task)[0].note) == (("selesai_laporan", day(2)), "Semua kecamatan")
    history.undo(desk)
    assert (state(desk, task), log(desk, task)[0].note) == (("proses", day(1)), "Baru 3 kecamatan")
    history.note(delete_report(desk, one))
    assert state(desk, task) == ("belum", None)
    history.undo(desk)
    assert state(desk, task) == ("proses", day(1))


def test_what_was_answered_in_a_meeting_stands_still_with_its_minutes(desk: Desk, example: UUID) -> None:
    task = commitments_of(desk.store, example)[3].id
    meeting, _ = create_meeting(desk, title="Rakor 2", held_on=day(10))
    answer_in_meeting(desk, meeting, part(desk, task), state="proses", note="Menunggu")
    (row,) = log(desk, task)
    with pytest.raises(InvalidInput, match="mengikuti rapat"):
        update_report(desk, row.id, reported_on=day(3))
    with writing(desk.store, "test.sign", by="Uji") as write:
        write.update(Meeting, meeting, state="ditandatangani")
    for deed in (
        lambda: update_report(desk, row.id, note="Lain"),
        lambda: delete_report(desk, row.id),
        lambda: answer_in_meeting(desk, meeting, part(desk, task), state="selesai_laporan"),
    ):
        with pytest.raises(FrozenMinutes):
            deed()
    assert [(one.id, one.note, one.state) for one in log(desk, task)] == [(row.id, "Menunggu", "proses")]
    told(desk, task, 12, state="selesai_laporan")
    assert state(desk, task) == ("selesai_laporan", day(12))


def test_it_is_told_which_meetings_heard_of_it(desk: Desk) -> None:
    topic = open_topics(desk.store)[0].id
    meetings = [create_meeting(desk, title=f"Rakor {n}", held_on=day(n), topic_id=topic)[0] for n in (1, 5, 3, 9)]
    update_meeting(desk, meetings[3], cancelled=True)
    task = made_task(desk, meeting_id=meetings[0])
    assert appearances(desk.store, task) == {meetings[2]: 1, meetings[1]: 2}


_STATES = st.sampled_from(list(COMMITMENT_STATES))
_DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("report"), st.integers(0, 6), st.none() | _STATES),
        st.tuples(st.just("hand"), st.integers(0, 6), _STATES),
        st.tuples(st.just("change"), st.integers(0, 9), st.integers(0, 6), _STATES),
        st.tuples(st.just("delete"), st.integers(0, 9)),
        st.tuples(st.just("undo")),
    ),
    max_size=12,
)


@given(_DEEDS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_deeds_the_state_is_that_of_the_last_row(
    sqlite_store: Store, deeds: list[tuple[Any, ...]]
) -> None:
    desk, history = Desk(sqlite_store, "Uji"), History()
    task = made_task(desk)
    one = part(desk, task)
    for kind, *what in deeds:
        rows = log(desk, task)
        if kind == "report":
            values = {"state": what[1]} if what[1] else {"note": "Ada kabar"}
            history.note(report_progress(desk, [one], on=day(what[0]), channel="surat", **values)[1])
        elif kind == "hand":
            history.note(set_state(desk, [one], what[1], day(what[0])))
            assert state(desk, task)[0] == what[1]
        elif kind == "undo":
            history.undo(desk)
        elif rows:
            row = rows[what[0] % len(rows)]
            if kind == "delete":
                history.note(delete_report(desk, row.id))
            else:
                history.note(update_report(desk, row.id, reported_on=day(what[1]), state=what[2]))
        rows = log(desk, task)
        assert state(desk, task)[0] == (rows[0].state if rows else "belum")
        assert [row.reported_on for row in rows] == sorted((row.reported_on for row in rows), reverse=True)
