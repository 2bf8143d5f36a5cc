"""The register on paper: what leaves the office tells neither its own dates nor who is late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from desktop.base import clock
from desktop.base.folding import fold
from desktop.documents.follow_up_list_content import ListedFollowUp
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.commitments import commitment
from desktop.models.queries.lookup import Lookup
from desktop.models.store import Store
from desktop.services.addressees import addressees_named
from desktop.services.commitments import add_commitment, set_state
from desktop.services.desk import Desk
from desktop.services.papers.follow_up_list import follow_up_list_content, follow_up_list_title


@pytest.fixture(autouse=True)
def the_day() -> Iterator[None]:
    with clock.frozen(datetime(2024, 10, 10, 3, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    """One promised and late, one with a date for the office alone, one of eight parts of which three are done."""
    desk, known = Desk(sqlite_store, "Uji"), Lookup.read(sqlite_store)
    kpu, tuban = known.institutions[fold("KPU Provinsi Jawa Timur")], known.regions[fold("Kabupaten Tuban")]
    to = addressees_named(sqlite_store, "Polres Tuban")
    add_commitment(desk, kind="arahan", text="Janji", to=to, due_date=date(2024, 10, 1), due_source="disepakati",
                   regions=[tuban], related=[kpu], indicator="Data diterima")  # fmt: skip
    add_commitment(desk, kind="arahan", text="Acuan", to=to, due_date=date(2024, 10, 2), due_source="internal",
                   due_note="sebelum rapat berikutnya")  # fmt: skip
    many = addressees_named(sqlite_store, "KPU kabupaten/kota")
    one, _ = add_commitment(desk, kind="arahan", text="Banyak", to=many, due_note="sampai selesai")
    row = commitment(sqlite_store, one)
    assert row is not None
    set_state(desk, [each.id for each in row.addressees[:3]], "selesai_laporan")
    return desk


def rows(desk: Desk, asked: CommitmentFilter | None = None, **shown: object) -> dict[str, ListedFollowUp]:
    content = follow_up_list_content(desk.store, asked, **shown)  # type: ignore[arg-type]
    return {row.text: row for group in content.groups for row in group.rows}


def test_a_row_tells_what_is_known_of_it(desk: Desk) -> None:
    found = rows(desk)
    assert found["Janji"] == ListedFollowUp(
        "Janji", ("Polres Tuban",), ("KPU Provinsi Jawa Timur",), ("Kabupaten Tuban",), date(2024, 10, 1),
        "disepakati dalam rapat", "Data diterima", "Belum ditindaklanjuti",
    )  # fmt: skip
    assert (found["Banyak"].status, found["Banyak"].due_words) == ("3 dari 8 selesai", "sampai selesai")
    assert found["Banyak"].responsible == ("KPU kabupaten/kota",)


def test_an_internal_date_and_lateness_stay_inside(desk: Desk) -> None:
    outside, inside = rows(desk), rows(desk, internal=True)
    assert (outside["Acuan"].due, outside["Acuan"].due_words) == (None, "")
    assert (inside["Acuan"].due, inside["Acuan"].due_words) == (
        date(2024, 10, 2), "acuan internal; sebelum rapat berikutnya",
    )  # fmt: skip
    assert inside["Janji"].status == "Belum ditindaklanjuti (terlambat)"
    assert inside["Acuan"].status == "Belum ditindaklanjuti"


def test_a_filter_of_the_offices_own_matters_makes_an_internal_paper(desk: Desk) -> None:
    assert not follow_up_list_content(desk.store, CommitmentFilter(state="terlambat")).internal
    assert follow_up_list_content(desk.store, CommitmentFilter(due_source="internal")).internal


def test_groups_and_their_order_are_those_of_the_screen(desk: Desk) -> None:
    content = follow_up_list_content(desk.store, order="text", descending=True, group="region")
    assert [(one.name, [row.text for row in one.rows]) for one in content.groups] == [
        ("Kabupaten Tuban", ["Janji"]),
        ("Tanpa wilayah", ["Banyak", "Acuan"]),
    ]
    assert content.count == 3


def test_the_list_is_called_by_what_it_was_narrowed_down_to(desk: Desk) -> None:
    assert follow_up_list_title(desk.store, CommitmentFilter()) == "Daftar Tindak Lanjut"
    title = follow_up_list_title(desk.store, CommitmentFilter(kind="arahan", state="terbuka"))
    assert title == "Daftar Tindak Lanjut (Belum selesai; Jenis: Arahan)"
