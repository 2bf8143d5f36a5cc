"""A form goes out as a plain workbook and is found again in whatever comes back."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest

from desktop.exchange.forms import Answer, FormRow, FormSheet, Returned, row_mark
from desktop.exchange.forms.reading import find_forms
from desktop.exchange.forms.shapes import STATUS
from desktop.exchange.forms.writing import form_archive, form_workbook
from desktop.exchange.sheets import Row, Sheet, Table, UnreadableTable
from desktop.exchange.sheets.reading import read_table
from tests.exchange import messy
from tests.exchange.forms.filling import Cells, filled, resaved, saved

CODE = "F7K2-9QMD-X3TB"
TEXTS = ("Distribusi surat suara sesuai rencana", "Perkuat pengawasan", "=1+1 & <b>gudang</b>")
FORM = FormSheet(
    "Formulir Tindak Lanjut", "KPU Kabupaten Tuban", CODE,
    tuple(FormRow(row_mark(CODE, number), text, "12 November 2024", "Belum ada laporan")
          for number, text in enumerate(TEXTS, 1)),
    ("Belum", "Dalam proses", "Selesai"), ("Konsep: notula belum ditandatangani.",),
)  # fmt: skip
ANSWERS = {1: ("Selesai", "95%", "Gudang penuh", "Berita acara"), 2: ("proses", "320/400", "", "")}


def the_only_one(path: Path) -> Returned:
    (found,) = find_forms(read_table(path))
    return found


def said(form: Returned) -> dict[int | None, Answer]:
    return {row.mark: row.answer for row in form.rows if any(row.answer)}


def test_a_filled_form_is_read_as_it_was_written(tmp_path: Path) -> None:
    form = the_only_one(saved(tmp_path / "WhatsApp 2024 (1).xlsx", filled(FORM, ANSWERS)))
    assert (form.code, form.to) == (CODE, "KPU Kabupaten Tuban")
    assert [(row.mark, row.text) for row in form.rows] == list(enumerate(TEXTS, 1))
    assert said(form) == {number: Answer(*answer) for number, answer in ANSWERS.items()}
    assert (form.as_of.text, form.filler.text, form.post.text) == (
        "5 Oktober 2024", "Siti Aminah", "Kasubbag Program",
    )  # fmt: skip
    assert (form.missing, form.doubled) == ((), ())
    assert form.rows[0].place(STATUS) == "E4"


def test_it_is_plain_fits_a_phone_and_keeps_its_head_in_sight() -> None:
    made = form_workbook(FORM)
    assert made == form_workbook(FORM)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = archive.namelist()
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        texts = archive.read("xl/sharedStrings.xml").decode()
    assert not [name for name in names if "vba" in name or "external" in name]
    assert "sheetProtection" not in sheet
    assert "<f>" not in sheet  # what somebody typed never becomes a formula
    assert '<pane ySplit="3"' in sheet
    assert "Belum,Dalam proses,Selesai" in sheet
    assert 'showErrorMessage="1"' not in sheet  # other words are taken as well
    assert max(map(float, re.findall(r'width="([\d.]+)"', sheet))) < 50
    assert "&lt;b&gt;gudang" in texts


def dropped_marks(cells: Cells) -> Cells:
    return [row[:-1] if str(row[-1] if row else "").startswith(f"{CODE}/") else row for row in cells]


def moved(cells: Cells) -> Cells:
    """A letterhead above, a column in front, an empty row between, and the last row on top."""
    head = [["PEMERINTAH KABUPATEN TUBAN"], [], ["Nomor", "005/123"]]
    own = [cells[0], cells[1], cells[2], cells[5], [], cells[3], cells[4], *cells[6:]]
    return head + [["", *row] for row in own]


def other_columns(cells: Cells) -> Cells:
    """Columns in another order, one of them gone, one added."""
    return [[row[8], row[4], row[1], row[6], "catatan sendiri", row[5]] if len(row) > 8 else row for row in cells]


@pytest.mark.parametrize("change", [list, dropped_marks, moved, other_columns])
@pytest.mark.parametrize("inline", [False, True])
def test_other_programs_may_save_it(change: object, inline: bool, tmp_path: Path) -> None:
    form = the_only_one(resaved(tmp_path / "x.xlsx", filled(FORM, ANSWERS), change, inline=inline))  # type: ignore[arg-type]
    assert form.code == CODE
    answers = {row.text: row.answer for row in form.rows if any(row.answer)}
    assert answers[TEXTS[0]][:3] == ("Selesai", "95%", "Gudang penuh")
    assert answers[TEXTS[1]][:2] == ("proses", "320/400")
    assert form.as_of.text == "5 Oktober 2024"


@pytest.mark.parametrize("kind", ["ods", "csv"])
def test_it_may_come_back_in_another_format(kind: str, tmp_path: Path) -> None:
    table = read_table(saved(tmp_path / "x.xlsx", filled(FORM, ANSWERS)))
    rows = [list(row.cells) for row in table.sheets[0].rows]
    path = tmp_path / f"x.{kind}"
    if kind == "ods":
        messy.libre(path, rows[1:], rows[0])
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
    form = the_only_one(path)
    assert said(form) == {number: Answer(*answer) for number, answer in ANSWERS.items()}
    assert form.as_of.text == "5 Oktober 2024"


def test_several_forms_in_one_workbook_are_each_found() -> None:
    other = CODE.replace("F", "G")
    head = ("No.", "Uraian", "Status sekarang", "Kode baris")
    mixed = [
        ("Formulir Tindak Lanjut", f"Kode formulir {CODE}"),
        head,
        ("1", "satu", "selesai", f"{CODE}/1"),
        ("4", "empat", "belum", f"{other.lower()} / 4"),
    ]
    sheet = Sheet("Gabungan", tuple(Row(number, row) for number, row in enumerate(mixed, 1)))
    found = find_forms(Table("gabungan.xlsx", (sheet, Sheet("Lain", ()))))
    assert [(one.code, [(row.mark, row.answer.status) for row in one.rows]) for one in found] == [
        (CODE, [(1, "selesai")]), (other, [(4, "belum")]),
    ]  # fmt: skip


def test_a_form_without_its_titles_or_with_doubled_ones_says_so(tmp_path: Path) -> None:
    form = the_only_one(resaved(tmp_path / "a.xlsx", filled(FORM, ANSWERS), lambda cells: cells[:2] + cells[3:]))
    assert "Status sekarang" in form.missing
    assert not said(form)
    twice = the_only_one(
        resaved(tmp_path / "b.xlsx", filled(FORM, ANSWERS), lambda cells: [[*row, *row] for row in cells])
    )
    assert "Capaian (jumlah/persen)" in twice.doubled


def test_what_is_no_form_holds_none(tmp_path: Path) -> None:
    assert find_forms(read_table(messy.messy(tmp_path / "undangan.xlsx", messy.people(20)))) == []
    torn = tmp_path / "torn.xlsx"
    torn.write_bytes(form_workbook(FORM)[:3000])
    with pytest.raises(UnreadableTable, match="rusak"):
        read_table(torn)


def test_many_forms_go_into_one_zip() -> None:
    steps: list[tuple[int, int]] = []
    made = form_archive([("a.xlsx", FORM), ("b.xlsx", FORM)], lambda done, total: steps.append((done, total)))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == ["a.xlsx", "b.xlsx"]
        assert archive.read("b.xlsx") == form_workbook(FORM)
    assert steps == [(1, 2), (2, 2)]
