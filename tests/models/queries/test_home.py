"""What the first page asks: the meetings around today, the stages that run, the follow-ups to look at first."""

from __future__ import annotations

from datetime import date, time, timedelta
from uuid import UUID

import pytest

from desktop.models.journal import writing
from desktop.models.queries.commitments import commitment
from desktop.models.queries.home import (
    coming_meetings,
    foremost_follow_ups,
    last_meeting,
    next_stage,
    stages_now,
)
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.models.tables import Commitment
from desktop.services.commitments import To, add_commitment, set_state
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting, delete_meeting

TODAY = date(2024, 9, 26)
NEAR = TODAY + timedelta(days=7)
TOPIC = fixed_id("topic", PILKADA)


def meeting(store: Store, title: str, held_on: date, **values: object) -> UUID:
    return create_meeting(Desk(store, "Uji"), title=title, held_on=held_on, **values)[0]


def follow_up(store: Store, text: str, due: date | None = None, source: str | None = None, *labels: str) -> UUID:
    to = [To(label=label) for label in labels or ("KPU",)]
    made, _ = add_commitment(
        Desk(store, "Uji"), kind="permintaan", text=text, to=to, due_date=due, due_source=source
    )
    return made


def test_meetings_of_today_and_later_come_nearest_first(store: Store) -> None:
    meeting(store, "Kemarin", TODAY - timedelta(days=1))
    meeting(store, "Lusa", TODAY + timedelta(days=2))
    meeting(store, "Siang", TODAY, starts_at=time(13))
    meeting(store, "Pagi", TODAY, starts_at=time(9))
    assert [one.title for one in coming_meetings(store, TODAY, 5)] == ["Pagi", "Siang", "Lusa"]
    assert [one.title for one in coming_meetings(store, TODAY, 1)] == ["Pagi"]


def test_the_last_meeting_is_the_one_nearest_before_today(store: Store) -> None:
    assert last_meeting(store, TODAY) is None
    meeting(store, "Lama", date(2024, 1, 5))
    meeting(store, "Terakhir", TODAY - timedelta(days=1))
    meeting(store, "Hari ini", TODAY)
    found = last_meeting(store, TODAY)
    assert found is not None
    assert found.title == "Terakhir"


def test_meetings_called_off_or_deleted_are_left_out(store: Store) -> None:
    meeting(store, "Batal", TODAY, cancelled=True)
    delete_meeting(Desk(store, "Uji"), meeting(store, "Hapus", TODAY))
    assert coming_meetings(store, TODAY, 5) == []


def test_stages_of_the_day_run_between_both_their_days(store: Store) -> None:
    names = [stage.name for stage in stages_now(store, TOPIC, TODAY)]
    assert "Pelaksanaan kampanye" in names
    assert not [name for name in names if name.startswith(("Masa tenang", "Penyusunan peraturan"))]


@pytest.mark.parametrize("day", [date(2024, 11, 24), date(2024, 11, 26)])
def test_a_stage_runs_on_its_first_and_its_last_day(store: Store, day: date) -> None:
    assert "Masa tenang" in [stage.name for stage in stages_now(store, TOPIC, day)]


def test_the_next_stage_is_the_one_that_begins_first(store: Store) -> None:
    found = next_stage(store, TOPIC, date(2024, 11, 23))
    assert found is not None
    assert (found.name, found.starts_on) == ("Masa tenang", date(2024, 11, 24))
    assert next_stage(store, TOPIC, date(2025, 1, 1)) is None


def test_promised_follow_ups_stand_first_and_late_ones_say_so(store: Store) -> None:
    follow_up(store, "Nanti", TODAY + timedelta(days=40), "disepakati")
    follow_up(store, "Tanpa tanggal")
    follow_up(store, "Dekat", TODAY + timedelta(days=3), "jadwal")
    follow_up(store, "Internal", TODAY - timedelta(days=9), "internal")
    follow_up(store, "Lewat", TODAY - timedelta(days=1), "disepakati")
    found = foremost_follow_ups(store, TODAY, NEAR, 5)
    assert [(one.text, one.late) for one in found[:2]] == [("Lewat", True), ("Dekat", False)]
    assert {one.text for one in found[2:]} == {"Nanti", "Tanpa tanggal", "Internal"}
    assert len(foremost_follow_ups(store, TODAY, NEAR, 3)) == 3


def test_a_promised_day_stands_first_however_many_internal_ones_are_older(store: Store) -> None:
    with writing(store, "commitment.add", by="Uji") as write:
        write.insert_rows(
            Commitment,
            ("order_no", "kind", "text", "due_date", "due_source"),
            [(number, "arahan", f"Internal {number}", date(2024, 1, 1), "internal") for number in range(300)],
        )
    follow_up(store, "Dekat", NEAR, "jadwal")
    follow_up(store, "Lewat", TODAY - timedelta(days=1), "disepakati")
    found = foremost_follow_ups(store, TODAY, NEAR, 3)
    assert [one.text for one in found] == ["Lewat", "Dekat", "Internal 0"]


def test_an_internal_date_is_not_shown(store: Store) -> None:
    follow_up(store, "Internal", TODAY - timedelta(days=9), "internal")
    (found,) = foremost_follow_ups(store, TODAY, NEAR, 5)
    assert (found.due_on, found.late) == (None, False)


def test_a_follow_up_names_its_first_addressee_and_counts_them(store: Store) -> None:
    follow_up(store, "Bersama", None, None, "KPU", "Bawaslu", "Polres")
    (found,) = foremost_follow_ups(store, TODAY, NEAR, 5)
    assert (found.addressee, found.addressees) == ("KPU", 3)


def test_finished_follow_ups_are_left_out(store: Store) -> None:
    one = commitment(store, follow_up(store, "Selesai"))
    assert one is not None
    set_state(Desk(store, "Uji"), [to.id for to in one.addressees], "selesai_laporan")
    assert foremost_follow_ups(store, TODAY, NEAR, 5) == []
