"""The register says of each paper what it is today, on both engines."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from desktop.base.clock import frozen
from desktop.base.periods import Period
from desktop.models.queries.issued import ISSUED_LIST, STANDINGS, issued_kinds, issued_list
from desktop.models.store import Store
from desktop.services.capture import add_statement
from desktop.services.desk import Desk
from desktop.services.issued import edition_of, note_issued
from desktop.services.minutes_life import make_ready, revise, sign, take_back

_STANDING = ISSUED_LIST.names.index("standing")


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def standings(store: Store) -> list[str]:
    """In the order of issue."""
    found = [row[_STANDING] for row in issued_list(store, descending=False).head()]
    assert set(found) <= set(STANDINGS)
    return found


def test_minutes_are_older_once_a_correction_is_frozen(desk: Desk, example: UUID) -> None:
    note_issued(desk, "minutes", "Notula", "cetak", b"draft", meeting=example)
    make_ready(desk, example)
    note_issued(desk, "minutes", "Notula", "cetak", b"first", meeting=example)
    sign(desk, example, how="basah", signed_on=date(2024, 10, 1))
    assert standings(desk.store) == ["konsep", "berlaku"]
    revise(desk, example, "Nama keliru")
    add_statement(desk, example, kind="arahan", text="Tambahan")
    assert standings(desk.store) == ["konsep", "berlaku"]  # nothing newer may be signed yet
    make_ready(desk, example)
    note_issued(desk, "minutes", "Notula", "cetak", b"second", meeting=example)
    assert standings(desk.store) == ["konsep", "lama", "berlaku"]


def test_a_draft_is_noted_as_one_although_it_was_frozen_while_it_was_printed(desk: Desk, example: UUID) -> None:
    made = edition_of(desk.store, "minutes", example)
    make_ready(desk, example)
    note_issued(desk, "minutes", "Notula", "cetak", b"draft", meeting=example, edition=made)
    assert standings(desk.store) == ["konsep"]


def test_minutes_taken_back_stand_no_more(desk: Desk, example: UUID) -> None:
    make_ready(desk, example)
    note_issued(desk, "minutes", "Notula", "cetak", b"first", meeting=example)
    take_back(desk, example)
    assert standings(desk.store) == ["lama"]


def test_any_other_paper_is_the_last_until_one_of_its_name_is_issued_that_differs(
    desk: Desk, example: UUID
) -> None:
    for title, content, meeting in (
        ("Daftar Hadir", b"1", example), ("Daftar Hadir", b"1", example), ("Rekapitulasi 2024", b"2", None),
        ("Rekapitulasi 2025", b"3", None), ("Susunan Acara", b"4", example),
    ):  # fmt: skip
        note_issued(desk, title, title, "cetak", content, meeting=meeting)
    assert standings(desk.store) == ["terakhir"] * 5
    note_issued(desk, "Daftar Hadir", "Daftar Hadir", "simpan", b"5", meeting=example)
    note_issued(desk, "Rekapitulasi 2024", "Rekapitulasi 2024", "simpan", b"6")
    assert standings(desk.store) == [
        "diganti", "diganti", "diganti", "terakhir", "terakhir", "terakhir", "terakhir",
    ]  # fmt: skip


def test_an_extract_is_replaced_only_by_one_for_the_same_institution(desk: Desk, example: UUID) -> None:
    tuban, gresik = (one for (one,) in desk.store.rows("SELECT id FROM institution ORDER BY seq LIMIT 2"))
    for institution, content in ((tuban, b"1"), (gresik, b"2"), (tuban, b"3")):
        note_issued(desk, "report", "Petikan", "cetak", content, meeting=example, institution=_uuid(institution))
    assert standings(desk.store) == ["konsep"] * 3
    with desk.store.database.atomic():
        desk.store.execute("UPDATE issued_paper SET is_draft = false")
    assert standings(desk.store) == ["diganti", "terakhir", "terakhir"]


def test_a_day_begins_at_midnight_of_the_office(desk: Desk) -> None:
    midnight = datetime(2024, 9, 25, 17, 0, tzinfo=UTC)  # 00.00 WIB of the twenty-sixth
    for moment in (midnight - timedelta(milliseconds=1), midnight, midnight + timedelta(days=1)):
        with frozen(moment):
            note_issued(desk, "recap", "Rekapitulasi", "cetak", str(moment).encode())
    day = date(2024, 9, 26)
    [row] = issued_list(desk.store, period=Period(day, day)).head()
    assert row[1:3] == issued_list(desk.store).head()[1][1:3]
    assert issued_kinds(desk.store) == {"recap"}


def _uuid(value: object) -> UUID:
    return UUID(bytes=value) if isinstance(value, bytes) else UUID(str(value))
