"""Due days for calendars: what was promised and is still open, and of one institution only its own."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from desktop.base.errors import NotFound
from desktop.models.queries.due_days import due_institutions
from desktop.models.queries.records import seq_of
from desktop.models.store import Store
from desktop.services.addressees import addressees_named
from desktop.services.commitments import add_commitment, update_commitment
from desktop.services.desk import Desk
from desktop.services.formats.due_calendar import due_calendar
from desktop.services.meetings import create_meeting

KPU, TUBAN = "KPU Provinsi Jawa Timur", "KPU Kabupaten Tuban"


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def task(desk: Desk, text: str, *to: str, source: str = "disepakati", **values: Any) -> UUID:
    named = [one for words in to for one in addressees_named(desk.store, words)]
    given = {"due_date": date(2024, 11, 20), "due_source": source, **values}
    return add_commitment(desk, kind="arahan", text=text, to=named, **given)[0]


def test_only_what_was_promised_openly_and_is_not_done_goes_into_a_calendar(desk: Desk) -> None:
    secret, _ = create_meeting(desk, title="Rakor Rawan", held_on=date(2024, 10, 1), security="terbatas")
    kept = task(desk, "Kirim data", KPU, TUBAN)
    task(desk, "Acuan kita", KPU, source="internal")
    task(desk, "Plotting personel", KPU, meeting_id=secret)
    first, _, _ = due_calendar(desk.store)
    assert [(one.id, one.text, one.to) for one in first] == [(kept, "Kirim data", (KPU, TUBAN))]

    update_commitment(desk, kept, due_date=date(2024, 11, 25))
    second, _, _ = due_calendar(desk.store)
    assert second[0].sequence > first[0].sequence


def test_an_institution_gets_its_own_and_nobody_elses_name(desk: Desk) -> None:
    task(desk, "Bersama", KPU, TUBAN)
    alone = task(desk, "Sendiri", TUBAN)
    known = {name: one for one, name in due_institutions(desk.store)}
    assert list(known) == [TUBAN, KPU]
    days, title, _ = due_calendar(desk.store, institution=known[KPU])
    assert [(one.text, one.to) for one in days] == [("Bersama", (KPU,))]
    assert title.endswith(KPU)
    of_a_filter, _, _ = due_calendar(desk.store, seqs=[seq_of(desk.store, "commitment", alone)])
    assert [one.text for one in of_a_filter] == ["Sendiri"]


def test_where_nothing_was_promised_there_is_no_file(desk: Desk) -> None:
    task(desk, "Acuan kita", KPU, source="internal")
    with pytest.raises(NotFound, match="Acuan internal"):
        due_calendar(desk.store)
