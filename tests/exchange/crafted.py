"""Spreadsheets nobody would make by accident: far cells, endless columns, repeated text, deep and unclosed tags."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets><sheet name="Daftar" sheetId="1" '
    'r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
}


def excel(path: Path, rows: str | Iterable[str], after: str = "", shared: str = "") -> Path:
    """An .xlsx of hand-written rows; `after` follows the rows, `shared` are the shared strings."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _PARTS.items():
            archive.writestr(name, content)
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_MAIN}">{shared}</sst>')
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f'<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for row in [rows] if isinstance(rows, str) else rows:
                sheet.write(row.encode())
            sheet.write(f"</sheetData>{after}</worksheet>".encode())
    return path


def cell(place: str, words: str) -> str:
    """A cell with its text in it."""
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


def far_cells(path: Path) -> None:
    """Two cells, in opposite corners of the sheet."""
    excel(path, f'<row r="1">{cell("A1", "Nama")}</row><row r="1048576">{cell("XFD1048576", "x")}</row>')


def unplaced_cells(path: Path) -> None:
    """One row of a hundred thousand cells above many of one, none saying where it stands."""
    excel(path, ["<row>" + "<c><v>1</v></c>" * 100_000 + "</row>", "<row><c><v>1</v></c></row>" * 10_000])


def many_columns(path: Path) -> None:
    """A million columns."""
    excel(path, ["<row>", *("<c><v>1</v></c>" * 10_000 for _ in range(100)), "</row>"])


def many_merges(path: Path) -> None:
    """Half a million merged cells, one over the other."""
    ranges = "".join(f'<mergeCell ref="A1:A{last}"/>' for last in range(2, 1900)) * 300
    excel(path, f'<row r="1">{cell("A1", "Nama")}</row>', f"<mergeCells>{ranges}</mergeCells>")


def one_text_everywhere(path: Path) -> None:
    """A text of thirty thousand letters, kept once and shown in fifty thousand cells."""
    rows = (
        f'<row r="{number}">'
        + "".join(f'<c r="{letter}{number}" t="s"><v>0</v></c>' for letter in "ABCDEFGHIJ")
        + "</row>"
        for number in range(1, 5_001)
    )
    excel(path, rows, shared=f"<si><t>{'x' * 30_000}</t></si>")


def many_texts(path: Path) -> None:
    """Three million shared texts for one cell."""
    excel(path, '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', shared="<si><t>abcdef</t></si>" * 3_000_000)


def deep(path: Path) -> None:
    """Tags a million deep."""
    excel(path, f'<row r="1"><c r="A1" t="inlineStr"><is>{"<r>" * 1_000_000}{"</r>" * 1_000_000}</is></c></row>')


def unclosed_page(path: Path) -> None:
    """A web page of nothing but openings."""
    path.write_bytes(b"<table><tr><td>" + b"<" * 5_000_000 + b"<!--" * 1_000_000 + b"<td " * 1_000_000)


def wide_page(path: Path) -> None:
    """A web page with five million cells in one row, each spanning as many."""
    path.write_bytes(b"<table><tr>" + b"<td rowspan=5000000 colspan=5000000>a" * 500_000)


def unclosed_quote(path: Path) -> None:
    """Text with a quotation mark that never closes."""
    path.write_bytes(b'Nama;Jabatan\n"Budi;Ketua\n' + b"Ani;Anggota\n" * 300_000)


BOMBS = (
    far_cells, unplaced_cells, many_columns, many_merges, one_text_everywhere, many_texts, deep, unclosed_page,
    wide_page, unclosed_quote,
)  # fmt: skip
