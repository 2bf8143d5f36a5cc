"""A list is imported at the console: what is clear goes in, what is left is told with its place and reason."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desktop.exchange.sheets import read_table
from desktop.models.queries.attendance import participants
from desktop.models.queries.discussion import agenda
from desktop.services.desk import Desk
from desktop.services.directory import save_person
from desktop.services.imports.mapping import header_of, remember
from desktop.services.imports.targets import TARGETS
from desktop.services.meetings import create_meeting
from tests.cli.conftest import Console
from tests.exchange import messy

HEAD = "Nama;Jabatan;Instansi;No HP;NIP\n"


def written(folder: Path, text: str, name: str = "daftar.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def meeting_at(console: Console) -> UUID:
    return console.look(
        lambda store: create_meeting(Desk(store, "Uji"), title="Rakor", held_on=date(2024, 10, 3))[0]
    )


def knows(console: Console, name: str, **values: Any) -> UUID:
    return console.look(lambda store: save_person(Desk(store, "Uji"), name=name, **values)[0])


def test_a_clear_list_goes_in_whole_and_a_second_time_changes_nothing(console: Console, tmp_path: Path) -> None:
    list_ = messy.messy(tmp_path / "undangan.xlsx", messy.people(12))
    first = console("import", "people", list_)
    assert (first.code, first.err) == (0, "")
    assert "judul kolom di baris 4" in first.out
    assert "Baris 6 · Baru · Agus Santoso" in first.out
    assert "Ditambahkan: 12\nSudah ada: 0\n" in first.out
    actions = console.look(lambda store: store.one("SELECT count(*) FROM action"))
    second = console("import", "people", list_)
    assert second.code == 0
    assert "Baris 6" not in second.out
    assert "Ditambahkan: 0\nSudah ada: 12\n" in second.out
    assert console.look(lambda store: store.one("SELECT count(*) FROM action")) == actions
    assert console.count("person") == 12


def test_only_looking_writes_nothing(console: Console, tmp_path: Path) -> None:
    before = (console.folder / "rakor.db").read_bytes()
    said = console("import", "people", written(tmp_path, f"{HEAD}Wati Elok;Staf;Polres Tuban;;\n"), "--dry-run")
    assert said.code == 0
    assert "Baris 2 · Baru · Wati Elok" in said.out
    assert "Akan ditambahkan: 1" in said.out
    assert (console.folder / "rakor.db").read_bytes() == before


def test_wrong_rows_stay_out_and_are_told_with_place_and_reason(console: Console, tmp_path: Path) -> None:
    said = console("import", "people", written(tmp_path, f"{HEAD}Wati Elok;;;;\nRini Baru;;;;123\n;Camat;;;\n"))
    assert said.code == 1
    assert "Baris 3 · Salah · Rini Baru · kolom E (NIP/NRP): NRP terdiri dari 5 sampai 20 angka" in said.out
    assert "Baris 4 · Salah · Camat · kolom A (Nama): Nama belum diisi. Isi namanya." in said.out
    assert "Ditambahkan: 1\n" in said.out
    assert "Salah, tidak masuk: 2\n" in said.out
    assert "perbaiki, lalu impor lagi" in said.err
    assert console.count("person") == 1


def test_somebody_alike_is_never_taken_without_being_decided(console: Console, tmp_path: Path) -> None:
    knows(console, "Muhammad Ridwan")
    list_ = written(tmp_path, "Nama;Email\nMuhammad Ridwam;r@kantor.go.id\n")
    said = console("import", "people", list_)
    assert said.code == 1
    assert "Baris 2 · Mirip · Muhammad Ridwam · kolom A (Nama): Nama mirip: Muhammad Ridwan." in said.out
    assert "Mirip, tidak masuk: 1\n" in said.out
    assert "--similar same" in said.err
    assert console.count("person") == 1
    same = console("import", "people", list_, "--similar", "same")
    assert (same.code, console.count("person")) == (0, 1)
    new = console("import", "people", list_, "--similar", "new")
    assert (new.code, console.count("person")) == (0, 2)


def test_what_is_missing_of_somebody_known_is_completed_when_that_is_decided(
    console: Console, tmp_path: Path
) -> None:
    knows(console, "Muhammad Ridwan")
    list_ = written(tmp_path, "Nama;Email\nMuhammad Ridwan;r@kantor.go.id\n")
    assert console("import", "people", list_).code == 1
    assert console("import", "people", list_, "--similar", "same").code == 0
    assert console.look(lambda store: store.one("SELECT email FROM person"))[0] == "r@kantor.go.id"


def test_the_rows_left_are_a_file_to_correct_and_import_again(console: Console, tmp_path: Path) -> None:
    list_ = written(tmp_path, f"{HEAD}Wati Elok;Staf;Polres Tuban;;\nRini Baru;Staf;Polres Tuban;;123\n")
    left = tmp_path / "perbaiki.csv"
    said = console("import", "people", list_, "--rejected", left)
    assert said.code == 1
    assert str(left) in said.err
    text = left.read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "Nama;Jabatan;Instansi;No HP;NIP;Baris;Alasan;Perbaikan"
    assert text.splitlines()[1].startswith("Rini Baru;Staf;Polres Tuban;;123;3;")
    left.write_text(text.replace(";123;", ";12345678;"), encoding="utf-8-sig")
    assert console("import", "people", left).code == 0
    assert console.count("person") == 2


def test_a_nik_is_not_copied_into_the_file_of_rows_left(console: Console, tmp_path: Path) -> None:
    list_ = written(tmp_path, "Nama;NIK;NIP\nRini Baru;3522012304850001;123\n")
    left = tmp_path / "perbaiki.csv"
    assert console("import", "people", list_, "--rejected", left).code == 1
    text = left.read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "Nama;NIP;Baris;Alasan;Perbaikan"
    assert "3522012304850001" not in text


def test_without_rows_left_no_file_is_written(console: Console, tmp_path: Path) -> None:
    left = tmp_path / "perbaiki.csv"
    assert console("import", "people", written(tmp_path, "Nama\nWati Elok\n"), "--rejected", left).code == 0
    assert not left.exists()


def test_what_went_in_is_told_even_where_the_rows_left_cannot_be_written(console: Console, tmp_path: Path) -> None:
    list_ = written(tmp_path, f"{HEAD}Wati Elok;;;;\nRini Baru;;;;123\n")
    said = console("import", "people", list_, "--rejected", tmp_path / "tidak-ada" / "perbaiki.csv")
    assert said.code == 1
    assert "Ditambahkan: 1\n" in said.out
    assert "Gagal: Folder “" in said.err
    assert console.count("person") == 1


def test_the_list_and_the_data_are_never_written_over(console: Console, tmp_path: Path) -> None:
    list_ = written(tmp_path, f"{HEAD}Wati Elok;;;;\nRini Baru;;;;123\n")
    for target in (list_, console.folder / "rakor.db"):
        said = console("import", "people", list_, "--rejected", target)
        assert said.code == 1
        assert said.err.startswith(f"Gagal: “{target.name}” adalah")
    assert console.count("person") == 0


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("tidak-ada.xlsx", None, "tidak ditemukan"),
        ("surat.pdf", b"%PDF-1.7\n", "bukan lembar kerja"),
        ("rusak.xlsx", b"PK\x03\x04 bukan arsip", "rusak"),
        ("kosong.csv", b"", "kosong"),
        ("lain.csv", b"Tanggal;Cuaca\n1 Mei;cerah\n", "Judul kolom tidak dikenali"),
        ("jabatan.csv", b"Jabatan;Instansi\nCamat;Kecamatan Soko\n", "Kolom “Nama” tidak ditemukan"),
    ],
)
def test_a_file_that_is_no_list_is_named_with_the_reason_and_leaves_with_2(
    console: Console, tmp_path: Path, name: str, content: bytes | None, reason: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    said = console("import", "people", path)
    assert (said.code, said.out) == (2, "")
    fault, advice = said.err.splitlines()
    assert fault.startswith("Gagal: ")
    assert name in fault
    assert reason in fault
    assert advice
    assert console.count("person") == 0


def test_names_of_columns_are_never_taken_for_a_row(console: Console, tmp_path: Path) -> None:
    list_ = written(tmp_path, "Nama;Umur\nWati Elok;30\n")
    assert "--header BARIS" in console("import", "people", list_).err
    assert console("import", "people", list_, "--header", "9").code == 2
    assert console.count("person") == 0
    assert "Ditambahkan: 1\n" in console("import", "people", list_, "--header", "1").out
    bare = written(tmp_path, "Rini Baru\nJoko Tirta\n", "nama.csv")
    assert "Ditambahkan: 2\n" in console("import", "people", bare, "--header", "0").out


def test_programs_get_every_row_with_its_verdict(console: Console, tmp_path: Path) -> None:
    knows(console, "Muhammad Ridwan")
    knows(console, "Siti Wahyuni")
    rows = "Siti Wahyuni;;;;\nWati Elok;Staf;Polres Tuban;;\nMuhammad Ridwam;;;;\nRini Baru;;;;123\n"
    said = console("import", "people", written(tmp_path, HEAD + rows), "--json")
    told = json.loads(said.out)
    assert said.code == 1
    assert [told[key] for key in ("new", "same", "similar", "wrong")] == [1, 1, 1, 1]
    assert [row["verdict"] for row in told["rows"]] == ["same", "new", "similar", "wrong"]
    assert told["rows"][1] == {
        "row": 3, "verdict": "new", "name": "Wati Elok", "position": "Staf", "institution": "Polres Tuban",
        "column": None, "reason": None,
    }  # fmt: skip
    assert told["rows"][3]["column"] == "identity_number"


def test_the_columns_chosen_in_the_window_are_remembered(console: Console, tmp_path: Path) -> None:
    list_ = written(tmp_path, "Nama;Panggilan;Instansi\nbu wati;Wati Elok;Polres Tuban\n")
    table, target = read_table(list_), TARGETS["people"]
    header = header_of(table.first, target)
    console.look(lambda store: remember(store, target, header, {1: "name"}))
    said = console("import", "people", list_)
    assert "B “Panggilan” = Nama" in said.out
    assert "Diabaikan: A “Nama”" in said.out
    assert "Baris 2 · Baru · Wati Elok" in said.out


def test_a_column_of_nik_is_named_and_kept_nowhere(console: Console, tmp_path: Path) -> None:
    said = console("import", "people", written(tmp_path, "Nama;NIK\nWati Elok;3522010101900001\n"))
    assert said.code == 0
    assert "NIK tidak disimpan: B “NIK”." in said.out
    assert "3522010101900001" not in said.out


def test_another_sheet_is_told_and_can_be_chosen(console: Console, tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "dua.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name, people in (("Tuban", ["Wati Elok", "Rini Baru"]), ("Gresik", ["Joko Tirta"])):
            sheet = book.add_worksheet(name)
            sheet.write_column(0, 0, ["Nama", *people])
    assert "Lembar lain tidak dibaca: Gresik" in console("import", "people", path, "--dry-run").out
    assert "Joko Tirta" in console("import", "people", path, "--sheet", "gresik").out
    assert console.count("person") == 1
    wrong = console("import", "people", path, "--sheet", "Lamongan")
    assert wrong.code == 2
    assert "Lembar “Lamongan” tidak ada" in wrong.err
    assert "“Tuban”, “Gresik”" in wrong.err


def test_institutions_go_in_with_their_short_names(console: Console, tmp_path: Path) -> None:
    before = console.count("institution")
    list_ = written(tmp_path, "Nama instansi;Singkatan\nBalai Kelola Uji Cipta;BKUC\n")
    assert console("import", "institutions", list_).code == 0
    assert console.count("institution") == before + 1


def test_the_lists_of_a_meeting_go_to_the_meeting_named(console: Console, tmp_path: Path) -> None:
    meeting = meeting_at(console)
    invited = written(tmp_path, "Nama;Jabatan;Instansi\nWati Elok;Staf;Polres Tuban\n", "undangan.csv")
    points = written(tmp_path, "Acara;Menit\nPembukaan;10\nPaparan;45\n", "acara.csv")
    answers = written(tmp_path, "Nama;Instansi\nWati Elok;Polres Tuban\n", "formulir.csv")
    assert console("import", "participants", invited, "last").code == 0
    assert console("import", "agenda", points, meeting).code == 0
    said = console("import", "attendance", answers, "last")
    assert "Dicatat hadir: 1\n" in said.out
    (seat,) = console.look(lambda store: participants(store, meeting))
    assert (seat.name, seat.state) == ("Wati Elok", "hadir")
    assert [one.title for one in console.look(lambda store: agenda(store, meeting))] == ["Pembukaan", "Paparan"]


def test_a_meeting_nobody_knows_is_said_before_anything_is_kept(console: Console, tmp_path: Path) -> None:
    said = console("import", "agenda", written(tmp_path, "Acara\nPembukaan\n"), "B/77")
    assert said.code == 1
    assert "Rapat “B/77” tidak ditemukan." in said.err


def test_a_list_of_a_meeting_without_the_meeting_is_wrong_usage(console: Console, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as left:
        console("import", "participants", written(tmp_path, "Nama\nWati Elok\n"))
    assert left.value.code == 2


def test_an_office_at_work_in_the_window_is_left_alone(console: Console, tmp_path: Path) -> None:
    from desktop.base.lock import FolderLock

    with FolderLock(console.folder, "window"):
        said = console("import", "people", written(tmp_path, "Nama\nWati Elok\n"))
    assert said.code == 1
    assert said.err.startswith("Gagal: ")
