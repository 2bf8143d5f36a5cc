"""A meeting goes to a second laptop and its marks come back, by commands alone."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest

from desktop.models import opening
from desktop.models.queries.attendance import participants
from desktop.services.attendance import add_guest, invite, mark, remove_participants
from desktop.services.desk import Desk
from desktop.services.directory import save_person
from desktop.services.meetings import create_meeting, update_meeting
from tests.cli.conftest import Console


@pytest.fixture
def door(tmp_path: Path, console: Console) -> Console:
    """The console of a laptop at the door on which Rakor was never opened."""
    return console.at(tmp_path / "pintu")


@pytest.fixture
def meeting(console: Console) -> UUID:
    def made(store):
        desk = Desk(store, "Uji")
        one, _ = create_meeting(desk, title="Rakor", held_on=date(2024, 10, 3))
        for name in ("Siti Aminah", "Joko Tirta"):
            person, _ = save_person(desk, name=name)
            invite(desk, one, [{"person_id": person}])
        return one

    return console.look(made)


def seats(console: Console, meeting: UUID) -> list:
    return console.look(lambda store: participants(store, meeting))


def noted(console: Console, seat: UUID, state: str, **values: object) -> None:
    console.look(lambda store: mark(Desk(store, "Uji"), [seat], state, **values))


def carried(console: Console, door: Console, folder: Path) -> Path:
    file = folder / "rapat.rakor-rapat"
    assert console("share", "last", file).code == 0
    assert door("import", "shared", file).code == 0
    return file


def test_a_shared_meeting_arrives_with_its_list(
    console: Console, door: Console, meeting: UUID, tmp_path: Path
) -> None:
    file = tmp_path / "rapat.rakor-rapat"
    said = console("share", meeting, file)
    assert said.code == 0
    assert said.out.splitlines() == [
        f"Ditulis: {file} (2 peserta, 0 sudah dicatat)",
        "Di laptop yang lain: main.py import shared rapat.rakor-rapat",
    ]
    arrived = door("import", "shared", file)
    assert (arrived.code, arrived.err) == (0, "")
    assert arrived.out == "Rapat baru: Kamis, 3 Oktober 2024 · Rakor\nPeserta baru: 2\n"
    assert [seat.name for seat in seats(door, meeting)] == ["Siti Aminah", "Joko Tirta"]
    assert "Tidak ada yang berubah." in door("import", "shared", file).out


def test_without_a_name_the_file_is_called_after_the_meeting(
    console: Console, meeting: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert console("share", "last").code == 0
    assert (tmp_path / "2024-10-03_Rapat_Rakor.rakor-rapat").exists()


def test_sharing_again_tells_what_differed(console: Console, door: Console, meeting: UUID, tmp_path: Path) -> None:
    file = carried(console, door, tmp_path)
    first, _ = seats(console, meeting)

    def changed(store):
        desk = Desk(store, "Uji")
        update_meeting(desk, meeting, place="Ruang Mliwis Putih", starts_at=time(9))
        remove_participants(desk, [first.id])
        person, _ = save_person(desk, name="Wati Elok")
        invite(desk, meeting, [{"person_id": person}])

    console.look(changed)
    assert console("share", "last", file).code == 0
    told = door("import", "shared", file).out.splitlines()
    assert told[0] == "Rapat: Kamis, 3 Oktober 2024 · Rakor"
    assert "Diperbarui · Rapat: mulai, tempat" in told
    assert "Peserta baru: 1" in told


def test_marks_come_back_in_counts(console: Console, door: Console, meeting: UUID, tmp_path: Path) -> None:
    carried(console, door, tmp_path)
    first, _ = seats(door, meeting)
    noted(door, first.id, "hadir")
    door.look(lambda store: add_guest(Desk(store, "Uji"), meeting, name="Rini Baru"))
    file = tmp_path / "pintu.rakor-hadir"
    said = door("share", "last", file, "--marks")
    assert "Di laptop yang lain: main.py import marks pintu.rakor-hadir" in said.out
    back = console("import", "marks", file)
    assert (back.code, back.err) == (0, "")
    assert back.out == "Tanda diterima: 1\nTamu baru: 1\n"
    assert [seat.state for seat in seats(console, meeting)] == ["hadir", "belum_dicatat", "hadir"]
    assert console("import", "marks", file).out == "Tanda diterima: 0\nTamu baru: 0\n"


def test_what_both_noted_differently_is_told_by_field_and_left_as_it_is(
    console: Console, door: Console, meeting: UUID, tmp_path: Path
) -> None:
    carried(console, door, tmp_path)
    first, second = seats(door, meeting)
    noted(console, first.id, "tidak_hadir")
    noted(door, first.id, "diwakili", present_name="Budi")
    noted(console, second.id, "hadir", arrived_at=time(9))
    noted(door, second.id, "hadir", arrived_at=time(9, 30))
    file = tmp_path / "pintu.rakor-hadir"
    door("share", "last", file, "--marks")
    for _ in range(2):  # as long as nobody decides
        back = console("import", "marks", file)
        assert back.code == 1
        assert "Berbeda, belum diputuskan: 2" in back.out
        siti, joko = back.out.splitlines()[-2:]
        assert siti.startswith("Siti Aminah · di sini: Tidak hadir · di ")
        assert siti.endswith("Diwakili (Budi) · berbeda: kehadiran, nama yang hadir")
        assert joko.endswith("berbeda: datang")
        assert "Perbedaan isian" in back.err
    assert [seat.state for seat in seats(console, meeting)] == ["tidak_hadir", "hadir"]


def test_a_mark_of_somebody_taken_off_the_list_is_told(
    console: Console, door: Console, meeting: UUID, tmp_path: Path
) -> None:
    carried(console, door, tmp_path)
    first, _ = seats(door, meeting)
    noted(door, first.id, "hadir")
    console.look(lambda store: remove_participants(Desk(store, "Uji"), [first.id]))
    file = tmp_path / "pintu.rakor-hadir"
    door("share", "last", file, "--marks")
    back = console("import", "marks", file)
    assert back.code == 1
    assert "Sudah tidak ada di daftar: 1" in back.out


def test_marks_of_a_meeting_nobody_has_here_are_refused(
    console: Console, door: Console, meeting: UUID, tmp_path: Path
) -> None:
    file = tmp_path / "hadir.rakor-hadir"
    console("share", "last", file, "--marks")
    said = door("import", "marks", file)
    assert (said.code, said.out) == (1, "")
    assert said.err == ("Gagal: Rapat dari berkas ini tidak ada di sini.\nBuka data yang membagikan rapatnya.\n")


@pytest.mark.parametrize("what", ["shared", "marks"])
@pytest.mark.parametrize("damage", ["missing", "foreign", "cut", "other"])
def test_a_file_that_is_not_the_one_meant_leaves_with_2(
    console: Console, meeting: UUID, tmp_path: Path, what: str, damage: str
) -> None:
    suffix = {"shared": "rakor-rapat", "marks": "rakor-hadir"}[what]
    file = tmp_path / f"kiriman.{suffix}"
    marks = (what == "marks") != (damage == "other")
    console("share", "last", file, *["--marks"] * marks)
    if damage == "missing":
        file.unlink()
    elif damage == "foreign":
        file.write_bytes(b"bukan kiriman")
    elif damage == "cut":
        file.write_bytes(file.read_bytes()[:-40])
    actions = console.look(lambda store: store.one("SELECT count(*) FROM action"))
    said = console("import", what, file)
    assert (said.code, said.out) == (2, "")
    fault, advice = said.err.splitlines()
    assert fault.startswith(f"Gagal: {'“' if damage == 'missing' else 'Berkas “'}{file.name}”")
    assert advice
    assert console.look(lambda store: store.one("SELECT count(*) FROM action")) == actions


def test_sharing_never_writes_over_the_data(console: Console, meeting: UUID) -> None:
    database = opening.database_file(console.folder)
    said = console("share", "last", database)
    assert said.code == 1
    assert "adalah berkas data kantor" in said.err
