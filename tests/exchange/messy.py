"""Lists as offices really keep them: titles above, merged cells, bands of institutions, notes below; invented names."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

FIRST = [
    "Agus",
    "Budi",
    "Citra",
    "Dewi",
    "Eko",
    "Fitri",
    "Gunawan",
    "Hesti",
    "Indra",
    "Joko",
    "Kartika",
    "Lestari",
    "Mulyono",
    "Nurul",
    "Oki",
    "Puji",
]
LAST = [
    "Santoso",
    "Wibowo",
    "Lestari",
    "Pratama",
    "Hidayat",
    "Kusuma",
    "Saputra",
    "Handayani",
    "Nugroho",
    "Rahayu",
]
DEGREES = ("", ", S.H.", ", S.Sos., M.Si.", ", S.E., M.M.", ", S.STP.")
REGIONS = ["Bojonegoro", "Tuban", "Lamongan", "Gresik", "Jombang", "Nganjuk", "Mojokerto"]
OFFICES = ("KPU Kab. {}", "Bawaslu Kab. {}", "Polres {}", "Dinas Perhubungan Kab. {}", "Bakesbangpol Kab. {}")
POSTS = ("Ketua", "Anggota", "Sekretaris", "Kepala Bidang", "Kasubbag Umum")
HEADER = ("No.", "Nama Lengkap", "Jabatan", "Instansi", "No. HP", "Ket.")


def name(number: int) -> str:
    """The invented name of a number, each once for the first few thousand."""
    first, rest = FIRST[number % len(FIRST)], number // len(FIRST)
    last, turn = LAST[rest % len(LAST)], rest // len(LAST)
    middle = f" {LAST[(turn + 3) % len(LAST)]}" if turn else ""
    more = f" {FIRST[(turn // len(LAST) + 5) % len(FIRST)]}" if turn >= len(LAST) else ""
    return f"{first}{middle}{more} {last}{DEGREES[number % len(DEGREES)]}"


def people(count: int) -> list[tuple[object, ...]]:
    """Rows of the list: number, name, post, institution, telephone as a number, remark."""
    return [
        (
            number + 1, name(number), POSTS[number % len(POSTS)],
            OFFICES[number // len(REGIONS) % len(OFFICES)].format(REGIONS[number % len(REGIONS)]),
            81_200_000_000 + number * 37, "",
        )
        for number in range(count)
    ]  # fmt: skip


def plain(path: Path, rows: Sequence[Sequence[object]], header: Sequence[str] = HEADER) -> Path:
    """A tidy .xlsx: names of columns, then the rows."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Daftar")
        sheet.write_row(0, 0, header)
        for number, row in enumerate(rows, 1):
            sheet.write_row(number, 0, row)
    return path


def messy(path: Path, rows: Sequence[Sequence[object]], *, banded: bool = False) -> Path:
    """The same as it is passed round: titles, merged cells, numbers under the names, gaps, a signature below.

    `banded` writes the institution once, merged over its people.
    """
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Lampiran")
        bold = book.add_format({"bold": True, "align": "center"})
        sheet.merge_range(0, 0, 0, 5, "DAFTAR UNDANGAN RAPAT KOORDINASI", bold)
        sheet.merge_range(1, 0, 1, 5, "Hari/Tanggal : Kamis, 3 Oktober 2024", bold)
        sheet.write_row(3, 0, HEADER, bold)
        sheet.write_row(4, 0, [f"({number})" for number in range(1, 7)], bold)
        at, before = 5, None
        start = at
        for row in rows:
            if before is not None and row[3] != before:
                _merge(sheet, start, at - 1, before) if banded else None
                at += 1  # an empty row between institutions
                start = at
            sheet.write_row(at, 0, [*row[:3], "" if banded else row[3], *row[4:]])
            before, at = row[3], at + 1
        if banded and before is not None:
            _merge(sheet, start, at - 1, before)
        sheet.write(at + 1, 3, "Bojonegoro, 20 September 2024")
        sheet.write(at + 2, 3, "Kepala Bagian Umum,")
        sheet.write(at + 5, 3, "WAHYU NINGTYAS")
    return path


def _merge(sheet: object, first: int, last: int, words: object) -> None:
    if last > first:
        sheet.merge_range(first, 3, last, 3, words)  # type: ignore[attr-defined]
    else:
        sheet.write(first, 3, words)  # type: ignore[attr-defined]


def libre(
    path: Path, rows: Sequence[Sequence[object]], header: Sequence[str] = HEADER, *, banded: bool = False
) -> Path:
    """The list as LibreOffice keeps it, a million empty rows at the end included.

    `banded` writes the institution once, merged over its people.
    """
    before = None

    def cell(value: object, column: int) -> str:
        nonlocal before
        if banded and column == 3 and value != header[3]:
            if value == before:
                return "<table:covered-table-cell/>"
            before, high = value, sum(row[3] == value for row in rows)
            return f'<table:table-cell table:number-rows-spanned="{high}" office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        if isinstance(value, int):
            return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
        words = str(value).replace("&", "&amp;").replace("<", "&lt;")
        return f'<table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>'

    lines = "".join(
        f"<table:table-row>{''.join(cell(value, column) for column, value in enumerate(row))}</table:table-row>"
        for row in [header, *rows]
    )
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Daftar">{lines}{empty}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def separated(path: Path, rows: Sequence[Sequence[object]], sign: str = ";", encoding: str = "cp1252") -> Path:
    """The list as text with separators."""
    import csv

    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=sign)
    writer.writerows([HEADER, *rows])
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def copied(rows: Sequence[Sequence[object]], header: Sequence[str] | None = HEADER) -> str:
    """The list as Excel puts it on the clipboard."""
    lines = [header, *rows] if header else list(rows)
    return "\r\n".join("\t".join(map(str, line)) for line in lines) + "\r\n"
