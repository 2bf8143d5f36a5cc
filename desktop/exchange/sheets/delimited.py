"""Text with separators (CSV and its kin), the clipboard, and web tables that call themselves Excel files."""

from __future__ import annotations

import csv
import io
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

from desktop.exchange.sheets.cells import clean, row_of
from desktop.exchange.sheets.shapes import MOST_ROWS, Row, Sheet, Table, UnreadableTable, too_large

_SEPARATORS = ";\t,|"
_SAMPLE = 20
CLIPBOARD = "Papan klip"


def read_clipboard(text: str) -> Table:
    """A block copied from a spreadsheet: cells between tabs, a cell of several lines in quotes."""
    separator = "\t" if "\t" in text else _separator(text)
    return Table(CLIPBOARD, (Sheet(CLIPBOARD, _rows(text, separator, CLIPBOARD)),))


def read_delimited(path: Path, content: bytes) -> tuple[Sheet, ...]:
    """A text file of any usual encoding and separator."""
    text = decoded(content)
    if "\x00" in text or _looks_binary(text):
        raise UnreadableTable(f"Berkas “{path.name}” bukan tabel.", "Pilih berkas Excel, LibreOffice, atau CSV.")
    return (Sheet(path.stem, _rows(text, _separator(text), path.name)),)


def decoded(content: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else as Windows writes here."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(name, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _looks_binary(text: str) -> bool:
    sample = text[:4000]
    odd = sum(1 for letter in sample if letter == "\ufffd" or (letter < " " and letter not in "\t\r\n"))
    return odd > len(sample) / 50


def _separator(text: str) -> str:
    """The sign that parts most lines into the same number of cells; a comma where none does."""
    lines = [line for line in text.splitlines()[:200] if line.strip()][:_SAMPLE]

    def agreement(sign: str) -> tuple[int, int]:
        counts = Counter(count for line in lines if (count := line.count(sign)))
        return max((times for _, times in counts.items()), default=0), -_SEPARATORS.index(sign)

    best = max(_SEPARATORS, key=agreement)
    return best if agreement(best)[0] else ","


def _rows(text: str, separator: str, name: str) -> tuple[Row, ...]:
    csv.field_size_limit(1_000_000)
    found: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)
    try:
        for number, values in enumerate(reader, start=1):
            if number > MOST_ROWS:
                raise too_large(name, f"memuat lebih dari {MOST_ROWS} baris")
            if (row := row_of(number, map(clean, values))) is not None:
                found.append(row)
    except csv.Error as error:
        raise UnreadableTable(
            f"Baris {len(found) + 1} dari “{name}” tidak terbaca sebagai tabel.",
            "Periksa tanda kutip di sekitar baris itu, atau simpan sebagai .xlsx.",
        ) from error
    return tuple(found)


def read_web_table(path: Path, content: bytes) -> tuple[Sheet, ...]:
    """The tables of a web page, which many sites hand out as .xls."""
    page = _Page(path.name)
    page.feed(decoded(content))
    page.close()
    rows = [row for number, cells in enumerate(page.rows, 1) if (row := row_of(number, map(clean, cells)))]
    if not rows:
        raise UnreadableTable(
            f"Berkas “{path.name}” adalah halaman web tanpa tabel.", "Buka di Excel, lalu simpan sebagai .xlsx."
        )
    return (Sheet(path.stem, tuple(rows)),)


class _Page(HTMLParser):
    """Collects the cells of every table row; nothing else of a page is looked at."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._name = name
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "tr":
            if len(self.rows) >= MOST_ROWS:
                raise too_large(self._name, f"memuat lebih dari {MOST_ROWS} baris")
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
            self._inside = True
        elif tag == "br" and self._inside:
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside and self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.replace("\n", " ")
