"""A list of people is judged row by row, and kept once."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.base.clock import today
from desktop.models.queries.directory_snapshot import DirectorySnapshot
from desktop.models.store import Store
from desktop.models.undo import revert
from desktop.services.desk import Desk
from desktop.services.directory import save_person
from desktop.services.imports.plan import MAKE, SKIP, UPDATE, Decision
from tests.services.imports.lists import planned, sheet, taken, verdicts

HEAD = ("No", "Nama dan Gelar", "Jabatan", "OPD", "No. HP", "NIP")


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def _people(desk: Desk) -> dict[str, tuple[str | None, str | None]]:
    known = DirectorySnapshot.read(desk.store, today()).people.values()
    return {one.name: (one.phone, one.identity_number) for one in known}


def test_people_come_with_post_institution_and_dialled_number(desk: Desk) -> None:
    list_ = sheet(
        HEAD, ("1", "Siti Wahyuni, S.H.", "Plt. Kepala Bidang", "Dinas Sosial Kab. Tuban", "81234567890", "")
    )

    changes = taken(desk, "people", list_)

    assert _people(desk)["Siti Wahyuni, S.H."] == ("081234567890", None)
    assert {"person", "institution", "position", "tenure"} == set(changes.tables)


def test_the_same_list_twice_adds_nothing(desk: Desk) -> None:
    list_ = sheet(
        HEAD,
        ("1", "Drs. Slamet Riyanto, M.Si.", "Kepala Bagian", "Bakesbangpol Kab. Tuban", "0812-1111-2222", ""),
        ("2", "Siti Wahyuni, S.H.", "Analis", "Dinas Sosial Kab. Tuban", "", "197001011990031001"),
        ("3", "Siti Wahyuni, S.H.", "Analis", "Dinas Sosial Kabupaten Tuban", "", "197001011990031001"),
    )
    taken(desk, "people", list_)

    assert verdicts(planned(desk, "people", list_)[1]) == ["sama", "sama", "sama"]
    assert not taken(desk, "people", list_)


def test_one_undo_takes_the_whole_list_back(desk: Desk) -> None:
    before = _people(desk)
    changes = taken(desk, "people", sheet(HEAD, ("1", "Bagas Pratama", "Staf", "Dinas Sosial Kab. Tuban", "", "")))
    assert changes.action is not None

    revert(desk.store, changes.action, by="Uji")

    assert _people(desk) == before


@pytest.mark.parametrize(
    "written",
    ["H. Mohammad  Ridwan, S.E.", "Ridwan Muhamad", "MUHAMMAD RIDWAN", "M. Ridwan"],
)
def test_other_spellings_of_somebody_known_are_not_new(desk: Desk, written: str) -> None:
    save_person(desk, name="Muhammad Ridwan")

    _, plan = planned(desk, "people", sheet(("Nama", "Email"), (written, "")))

    assert verdicts(plan)[0] in ("sama", "mirip")
    assert plan.rows[0].candidates[0].words.startswith("Muhammad Ridwan")


def test_somebody_alike_is_used_unless_one_decides_otherwise(desk: Desk) -> None:
    save_person(desk, name="Muhammad Ridwan")
    list_ = sheet(("Nama", "Email"), ("Muhammad Ridwam", "r@kantor.go.id"))

    assert not taken(desk, "people", list_)
    assert not taken(desk, "people", list_, decisions={2: Decision(SKIP)})
    assert taken(desk, "people", list_, decisions={2: Decision(UPDATE)}).ids("person")
    assert "Muhammad Ridwam" in _people(desk)


def test_somebody_alike_can_be_made_new(desk: Desk) -> None:
    save_person(desk, name="Muhammad Ridwan")

    taken(desk, "people", sheet(("Nama", "Email"), ("Muhammad Ridwam", "")), decisions={2: Decision(MAKE)})

    assert {"Muhammad Ridwan", "Muhammad Ridwam"} <= set(_people(desk))


def test_a_wrong_row_tells_its_number_column_and_reason(desk: Desk) -> None:
    list_ = sheet(
        HEAD,
        ("1", "Siti Wahyuni", "", "", "", "12345"),
        ("2", "", "Camat", "Kecamatan Soko", "", ""),
        ("3", "Bagas Pratama", "", "", "", "3522010101900001"),
    )

    _, plan = planned(desk, "people", list_)

    found = {row.number: (row.column, row.reason) for row in plan.rows if row.verdict == "salah"}
    assert found[3] == ("name", "Nama belum diisi.")
    assert found[4][0] == "identity_number"
    assert "NIK" in found[4][1]


def test_a_column_of_nik_is_refused_whatever_its_name(desk: Desk) -> None:
    list_ = sheet(("Nama", "NIP"), ("Siti Wahyuni", "3522010101900001"), ("Bagas Pratama", "3522010101900002"))

    taken(desk, "people", list_)

    assert _people(desk)["Siti Wahyuni"] == (None, None)


def test_a_line_that_names_an_institution_stands_for_the_rows_below(desk: Desk) -> None:
    list_ = sheet(
        ("No", "Nama", "Jabatan"),
        ("", "DINAS SOSIAL KABUPATEN TUBAN", ""),
        ("1", "Siti Wahyuni", "Analis"),
        ("2", "Bagas Pratama", "Staf"),
    )

    _, plan = planned(desk, "people", list_)

    assert [row.values["institution"] for row in plan.rows] == ["DINAS SOSIAL KABUPATEN TUBAN"] * 2
    assert len(plan.institutions) == 1


@pytest.mark.parametrize(
    "written", ["KPU Kab. Tuban", "KPU KABUPATEN TUBAN", "Komisi Pemilihan Umum Kab Tuban", "KPU Tuban"]
)
def test_an_institution_is_found_by_the_words_people_use(desk: Desk, written: str) -> None:
    _, plan = planned(desk, "people", sheet(("Nama", "Instansi"), ("Siti Wahyuni", written)))

    assert not plan.institutions
    assert plan.rows[0].values["institution_id"] is not None


_names = st.builds(
    lambda front, words, behind: f"{front}{' '.join(words)}{behind}",
    st.sampled_from(["", "Drs. ", "H. "]),
    st.lists(
        st.sampled_from(
            ["Siti", "Sitti", "Wahyuni", "Wahyuny", "Ahmad", "Achmad", "Riyanto", "Riyadi", "M.", "Bagas"]
        ),
        min_size=1,
        max_size=3,
    ),
    st.sampled_from(["", ", S.H.", ", M.Si."]),
)
_rows = st.tuples(
    _names,
    st.sampled_from(["", "Staf", "Plt. Kepala Bidang", "Ketua"]),
    st.sampled_from(["", "KPU Kab. Tuban", "Dinas Sosial Kab. Tuban", "Dinas Sosial Kabupaten Tuban"]),
    st.sampled_from(["", "081211112222", "81233334444"]),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_rows, max_size=12), st.booleans())
def test_whatever_the_list_a_second_time_writes_nothing(
    sqlite_store: Store, rows: list[tuple[str, ...]], twice: bool
) -> None:
    """Names alike, written in several ways, in several posts, once or in two blocks."""
    desk = Desk(sqlite_store, "Uji")
    list_ = sheet(("Nama", "Jabatan", "Instansi", "No HP"), *rows, *(rows if twice else ()))
    made = taken(desk, "people", list_)

    _, plan = planned(desk, "people", list_)

    assert "baru" not in verdicts(plan)
    assert not taken(desk, "people", list_)
    assert made.action is None or revert(sqlite_store, made.action, by="Uji")  # each list begins anew
