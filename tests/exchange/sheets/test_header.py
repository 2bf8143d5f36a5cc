"""A list begins below its names and ends above its signatures, however it was laid out."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.exchange.sheets import body, find_header, read_clipboard, read_table
from desktop.exchange.sheets.shapes import Row, Sheet
from tests.exchange import messy

KNOWN = {"no", "nama", "nama lengkap", "jabatan", "instansi", "alamat", "no hp"}


def sheet(*rows: str) -> Sheet:
    """A sheet of rows written with | between the cells; an empty row is "" ."""
    return Sheet("A", tuple(Row(number, tuple(row.split("|"))) for number, row in enumerate(rows, 1) if row))


def listed(of: Sheet) -> list[str]:
    return [row.cell(1) for row in body(of, find_header(of, KNOWN))]


def titles(of: Sheet) -> list[str]:
    return [column.title for column in find_header(of, KNOWN).columns]


def test_a_header_of_two_rows_is_joined() -> None:
    of = sheet("No|Nama|Alamat||Jabatan", "||Jalan|Kota|", "1|Budi|Pahlawan 1|Tuban|Ketua")
    assert titles(of) == ["No", "Nama", "Alamat Jalan", "Alamat Kota", "Jabatan"]
    assert listed(of) == ["Budi"]


def test_a_header_of_two_rows_merged_in_excel_is_joined(tmp_path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        made = book.add_worksheet()
        made.merge_range("A1:E1", "DAFTAR PESERTA")
        for place, words in (("A2:A3", "No"), ("B2:B3", "Nama"), ("C2:D2", "Alamat"), ("E2:E3", "Jabatan")):
            made.merge_range(place, words)
        made.write_row("C3", ("Jalan", "Kota"))
        made.write_row("A4", (1, "Budi", "Pahlawan 1", "Tuban", "Ketua"))
    of = read_table(tmp_path / "a.xlsx").first
    assert titles(of) == ["No", "Nama", "Alamat Jalan", "Alamat Kota", "Jabatan"]
    assert listed(of) == ["Budi"]


def test_a_person_below_an_unnamed_column_is_no_second_row_of_names() -> None:
    assert listed(sheet("No|Nama|Jabatan|", "1|Budi|Ketua|KPU Tuban", "2|Ani|Anggota|")) == ["Budi", "Ani"]


def test_names_repeated_on_a_later_page_are_no_people() -> None:
    of = sheet("No|Nama|Jabatan", "1|Budi|Ketua", "No.|Nama|Jabatan", "2|Ani|Anggota")
    assert listed(of) == ["Budi", "Ani"]


@pytest.mark.parametrize(
    "words", ["Jumlah", "TOTAL", "Jumlah Total", "Jumlah Peserta", "Sub Total", "Jumlah: 2 orang"]
)
def test_totals_are_no_people(words: str) -> None:
    assert listed(sheet("No|Nama|Jabatan", "1|Budi|Ketua", f"{words}||12", f"|{words}")) == ["Budi"]


def test_an_institution_whose_name_begins_like_a_total_stays() -> None:
    of = sheet("No|Nama|Instansi", "1|Budi|KPU", "|Total Bangun Persada|")
    assert listed(of) == ["Budi", "Total Bangun Persada"]


@pytest.mark.parametrize("banded", [False, True])
def test_what_is_signed_below_the_list_is_no_part_of_it(tmp_path: Path, banded: bool) -> None:
    rows = sorted(messy.people(9), key=lambda row: str(row[3]))
    assert listed(read_table(messy.messy(tmp_path / "a.xlsx", rows, banded=banded)).first) == [
        row[1] for row in rows
    ]


def test_bands_of_institutions_and_their_people_stay_to_the_last() -> None:
    of = sheet("No|Nama|Jabatan", "|KPU Tuban|", "1|Budi|Ketua", "|Bawaslu Tuban|", "2|Ani|Anggota", "|Sari|Staf")
    assert listed(of) == ["KPU Tuban", "Budi", "Bawaslu Tuban", "Ani", "Sari"]


def test_people_after_a_note_within_the_list_stay() -> None:
    of = sheet("No|Nama|Jabatan", "1|Budi|Ketua", "|Catatan: tiba siang|", "2|Ani|Anggota", "|Catatan: dua orang|")
    assert listed(of) == ["Budi", "Catatan: tiba siang", "Ani"]


def test_a_list_without_names_of_columns_is_read_from_its_first_row() -> None:
    of = read_clipboard("Budi\tKetua\r\nAni\tAnggota\r\n").first
    assert find_header(of, KNOWN).row == 0
    assert [row.cells for row in body(of, find_header(of, KNOWN))] == [("Budi", "Ketua"), ("Ani", "Anggota")]
