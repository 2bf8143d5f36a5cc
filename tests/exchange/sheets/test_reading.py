"""Tables from outside are read as people see them, or named for what is wrong with them."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from desktop.exchange.sheets import Table, UnreadableTable, body, find_header, read_clipboard, read_table
from tests.exchange import messy

KNOWN = {"no", "nama lengkap", "jabatan", "instansi", "no hp", "ket", "nama"}
PEOPLE = messy.people(14)
SORTED = sorted(PEOPLE, key=lambda row: str(row[3]))


def names(table: Table) -> list[str]:
    header = find_header(table.first, KNOWN)
    return [row.cell(1) for row in body(table.first, header) if row.cell(1)]


@pytest.mark.parametrize(
    "make",
    [messy.plain, messy.libre, messy.separated, messy.messy],
    ids=["xlsx", "ods", "csv", "messy"],
)
def test_every_format_gives_the_same_people(tmp_path: Path, make) -> None:
    rows = SORTED
    assert names(read_table(make(tmp_path / f"daftar.{'ods' if make is messy.libre else 'x'}", rows))) == [
        row[1] for row in rows
    ]


def test_the_clipboard_gives_the_same_people() -> None:
    assert names(read_clipboard(messy.copied(PEOPLE))) == [row[1] for row in PEOPLE]


def test_the_header_is_found_below_title_rows(tmp_path: Path) -> None:
    table = read_table(messy.messy(tmp_path / "a.xlsx", SORTED))
    header = find_header(table.first, KNOWN)
    assert (header.row, header.columns[1].title, header.columns[1].letter) == (4, "Nama Lengkap", "B")


def test_numbers_under_the_names_are_no_people(tmp_path: Path) -> None:
    table = read_table(messy.messy(tmp_path / "a.xlsx", SORTED))
    assert next(body(table.first, find_header(table.first, KNOWN))).cell(0) != "(1)"


@pytest.mark.parametrize("make", [messy.messy, messy.libre], ids=["xlsx", "ods"])
def test_a_name_merged_over_rows_is_said_in_each(tmp_path: Path, make) -> None:
    rows = [(1, "Agus", "Ketua", "KPU", 1, ""), (2, "Budi", "Anggota", "KPU", 2, "")]
    table = read_table(make(tmp_path / "a.berkas", rows, banded=True))
    found = [row.cell(3) for row in body(table.first, find_header(table.first, KNOWN))][:2]
    assert found == ["KPU", "KPU"]


def test_row_numbers_are_those_of_the_file(tmp_path: Path) -> None:
    table = read_table(messy.messy(tmp_path / "a.xlsx", SORTED[:1]))
    assert next(body(table.first, find_header(table.first, KNOWN))).number == 6


def book(path: Path, *rows: tuple[object, ...], at: tuple[int, int] = (0, 0)) -> Path:
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"}) as made:
        sheet = made.add_worksheet()
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                sheet.write(at[0] + number, at[1] + place, value)
    return path


def test_cells_read_as_they_look(tmp_path: Path) -> None:
    row = (81200000000, 12.5, True, date(2024, 9, 26), datetime(2024, 9, 26, 9, 30), " a\u00a0\u200bb  c ")
    (read,) = read_table(book(tmp_path / "a.xlsx", row)).first.rows
    assert read.cells == ("81200000000", "12.5", "ya", "2024-09-26", "2024-09-26 09:30", "a b c")


def test_a_table_away_from_the_corner_keeps_its_letters(tmp_path: Path) -> None:
    table = read_table(book(tmp_path / "a.xlsx", ("Nama", "Jabatan"), ("Budi", "Ketua"), at=(3, 2)))
    header = find_header(table.first, KNOWN)
    assert [(one.letter, one.title) for one in header.columns] == [("C", "Nama"), ("D", "Jabatan")]
    assert header.row == 4


def test_a_fault_of_a_formula_is_an_empty_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as made:
        sheet = made.add_worksheet()
        sheet.write_formula(0, 0, "=1/0", None, "#DIV/0!")
        sheet.write(0, 1, "Budi")
    assert read_table(path).first.rows[0].cells == ("", "Budi")


def test_a_cell_of_several_lines_is_one_cell_of_the_clipboard() -> None:
    (row,) = read_clipboard('Budi\t"Jalan Pahlawan\nNo. 1"\tTuban\r\n').first.rows
    assert row.cells == ("Budi", "Jalan Pahlawan\nNo. 1", "Tuban")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_text_of_any_encoding_and_separator_is_read(tmp_path: Path, encoding: str, sign: str) -> None:
    rows = [(1, "Ñengah, S.H.", "Ketua", "KPU", 8120, "é"), (2, "Budi", "Anggota", "KPU", 8121, "")]
    table = read_table(messy.separated(tmp_path / "a.csv", rows, sign, encoding))
    assert names(table) == ["Ñengah, S.H.", "Budi"]


def test_a_web_table_called_xls_is_read(tmp_path: Path) -> None:
    path = tmp_path / "unduhan.xls"
    path.write_text("<html><table><tr><th>Nama<th>Jabatan</tr><tr><td>Budi &amp; Co<td>Ketua</table></html>")
    assert [row.cells for row in read_table(path).first.rows] == [("Nama", "Jabatan"), ("Budi & Co", "Ketua")]


def test_cells_of_a_web_table_keep_their_columns_and_span_their_rows(tmp_path: Path) -> None:
    path = tmp_path / "unduhan.xls"
    path.write_text(
        "<!DOCTYPE html><style>td {}</style><!-- <tr><td>lama --><table><thead><tr><th colspan='2'>Pegawai</th>"
        "<th>Kota</th></tr></thead><tr><td rowspan=2>KPU</td><td>Budi<br/>Santoso</td><td><b>Tuban</b></td></tr>"
        "<tr><td>Ani</td><td>a &lt; b</td></tr></table>"
    )
    assert [row.cells for row in read_table(path).first.rows] == [
        ("Pegawai", "", "Kota"), ("KPU", "Budi\nSantoso", "Tuban"), ("KPU", "Ani", "a < b"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html><table><tr><td>a</table>",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
    ],
    ids=["mhtml", "xml"],
)
def test_old_forms_of_excel_are_named_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "lama.xls").write_bytes(content)
    with pytest.raises(UnreadableTable, match="simpan sebagai"):
        read_table(tmp_path / "lama.xls")


def test_a_copied_column_of_names_is_not_parted_at_the_degrees() -> None:
    found = read_clipboard("Budi Santoso, S.H.\r\nDewi Lestari, S.E., M.M.\r\nAgus\r\n").first.rows
    assert [row.cells for row in found] == [("Budi Santoso, S.H.",), ("Dewi Lestari, S.E., M.M.",), ("Agus",)]


def test_a_quotation_mark_that_never_closes_is_named_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Nama;Jabatan\n"Budi;Ketua\n' + "Ani;Anggota\n" * 100)
    with pytest.raises(UnreadableTable, match="Baris 2"):
        read_table(path)


@pytest.mark.parametrize("suffix", ["csv", "xls", "xlsb", "ods", "xlsx", "bak"])
def test_the_content_decides_not_the_name(tmp_path: Path, suffix: str) -> None:
    assert names(read_table(messy.plain(tmp_path / f"daftar.{suffix}", PEOPLE))) == [row[1] for row in PEOPLE]


def test_a_table_survives_the_way_from_the_worker(tmp_path: Path) -> None:
    table = read_table(messy.messy(tmp_path / "a.xlsx", SORTED))
    assert Table.from_bytes(table.to_bytes()) == table


def test_a_file_is_sent_on_whatever_bytes_its_name_is_made_of(tmp_path: Path) -> None:
    path = messy.separated(tmp_path / "ane\udcffh.csv", PEOPLE)
    sent = Table.from_bytes(read_table(path).to_bytes())
    assert (sent.source, sent.first.name) == ("ane?h.csv", "ane?h")
    assert names(sent) == [str(row[1]) for row in PEOPLE]


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(320):
                sheet.write(b" " * 1_000_000)


def three_million_rows(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(b"<worksheet><sheetData>")
            for _ in range(300):
                sheet.write(b'<row r="1"><c><v>1</v></c></row>' * 10_000)


def entities(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>')


def locked(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.parametrize(
    ("write", "words"),
    [
        (bomb, "terlalu besar setelah dibuka"),
        (three_million_rows, "lebih dari 200000 baris"),
        (entities, "rusak atau terpotong"),
        (locked, "kata sandi"),
        (lambda path: path.write_bytes(b""), "kosong"),
        (lambda path: path.write_bytes(b"%PDF-1.7 ..."), "bukan lembar kerja"),
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rusak"), "rusak atau terpotong"),
        (lambda path: path.write_bytes(b"PK\x03\x04rusak"), "rusak atau terpotong"),
        (lambda path: path.write_bytes(bytes(range(256)) * 40), "rusak atau terpotong"),
        (lambda path: path.write_text(";;;\n;;\n"), "tidak berisi apa pun"),
    ],
    ids=["bomb", "rows", "entities", "locked", "empty", "pdf", "ole", "zip", "binary", "nothing"],
)
def test_what_cannot_be_read_is_named_with_what_to_do(tmp_path: Path, write, words: str) -> None:
    path = tmp_path / "daftar.xlsx"
    write(path)
    with pytest.raises(UnreadableTable) as refused:
        read_table(path)
    assert words in refused.value.message
    assert "daftar" in refused.value.message
    assert refused.value.advice
