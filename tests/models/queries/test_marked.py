"""When a seat was last noted: later changes have later moments, whatever the clock says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desktop.base import clock
from desktop.models import undo
from desktop.models.journal import writing
from desktop.models.queries.children import live_children
from desktop.models.queries.marked import last_noted
from desktop.models.store import Store
from desktop.models.tables import Participant
from tests.models.made_up import add_meeting

NINE = datetime(2024, 10, 3, 2, tzinfo=UTC)


def test_each_change_of_these_fields_has_a_later_moment(store: Store) -> None:
    meeting, _ = add_meeting(store, seats=2)
    seat, other = live_children(store, Participant, "meeting_id", meeting)
    moments = []
    for minute, values in ((5, {"state": "hadir"}), (1, {"state": "tidak_hadir"}), (9, {"note": "Datang lagi"})):
        with clock.frozen(NINE + timedelta(minutes=minute)), writing(store, "uji", by="Uji") as write:
            write.update(Participant, seat, None, **values)
        moments.append(last_noted(store, meeting, {"state"})[seat])
    assert moments[0] == NINE + timedelta(minutes=5)
    assert moments[0] < moments[1] == moments[2]
    assert other not in last_noted(store, meeting, {"state"})


def test_taking_a_change_back_is_a_later_change(store: Store) -> None:
    meeting, _ = add_meeting(store, seats=1)
    (seat,) = live_children(store, Participant, "meeting_id", meeting)
    with clock.frozen(NINE), writing(store, "uji", by="Uji") as write:
        write.update(Participant, seat, None, state="hadir")
        changes = write.finish()
    assert changes.action is not None
    with clock.frozen(NINE + timedelta(minutes=3)):
        undo.revert(store, changes.action, by="Uji")
    assert last_noted(store, meeting, {"state"}) == {seat: NINE + timedelta(minutes=3)}
