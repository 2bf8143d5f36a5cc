"""Text with separators (CSV and its kin), and what was copied from a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

from desktop.exchange.sheets.cells import clean, row_of
from desktop.exchange.sheets.shapes import MOST_COLUMNS, MOST_ROWS, Row, Sheet, Table, UnreadableTable, too_large

_SEPARATORS = ";\t,|"
_SAMPLE = 20
_MOST_LINES = 60  # in one cell
CLIPBOARD = "Papan klip"


def read_clipboard(text: str) -> Table:
    """A block copied from a spreadsheet: cells between tabs, a cell of several lines in quotes.

    Without tabs it is one column, where a comma stands before a degree; only signs that part every line alike
    part it.
    """
    separator = "\t" if "\t" in text else _even_separator(text)
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
    """The sign that parts most lines into the same number of cells; a comma where none does.

    A comma before a blank counts only where nothing else parts the lines: it stands in names ("Budi, S.H.").
    """
    lines = _sample(text)

    def agreement(sign: str) -> tuple[int, int]:
        counts = Counter(count for line in lines if (count := _count(line, sign)))
        return max((times for _, times in counts.items()), default=0), -_SEPARATORS.index(sign)

    best = max(_SEPARATORS, key=agreement)
    return best if agreement(best)[0] else ","


def _even_separator(text: str) -> str:
    lines = _sample(text)
    if len(lines) > 1:
        for sign in _SEPARATORS:
            counts = {_count(line, sign) for line in lines}
            if len(counts) == 1 and 0 not in counts:
                return sign
    return "\t"


def _sample(text: str) -> list[str]:
    return [line for line in text.splitlines()[:200] if line.strip()][:_SAMPLE]


def _count(line: str, sign: str) -> int:
    return line.count(sign) - (line.count(", ") if sign == "," else 0)


def _rows(text: str, separator: str, name: str) -> tuple[Row, ...]:
    csv.field_size_limit(1_000_000)
    found: list[Row] = []
    number = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)
    try:
        for number, values in enumerate(reader, start=1):
            if number > MOST_ROWS:
                raise too_large(name, f"memuat lebih dari {MOST_ROWS} baris")
            if len(values) > MOST_COLUMNS and any(map(str.strip, values[MOST_COLUMNS:])):
                raise too_large(name, f"memuat lebih dari {MOST_COLUMNS} kolom")
            if any(value.count("\n") > _MOST_LINES for value in values):
                raise _unclosed(number, name)
            if (row := row_of(number, map(clean, values))) is not None:
                found.append(row)
    except csv.Error as error:
        raise _unclosed(number + 1, name) from error
    return tuple(found)


def _unclosed(number: int, name: str) -> UnreadableTable:
    """A quotation mark that never closes takes all rows below it into one cell."""
    return UnreadableTable(
        f"Baris {number} dari “{name}” tidak terbaca sebagai tabel.",
        "Periksa tanda kutip di sekitar baris itu, atau simpan sebagai .xlsx.",
    )
