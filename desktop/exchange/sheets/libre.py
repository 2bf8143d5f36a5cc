"""The merged cells of a LibreOffice sheet, which the reader of workbooks does not tell."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.parsers import expat

from desktop.exchange.sheets.archive import pieces
from desktop.exchange.sheets.shapes import MOST_ROWS

Range = tuple[tuple[int, int], tuple[int, int]]

_CONTENT = "content.xml"
_TALL = re.compile(rb'number-rows-spanned="(?!1")')


def merged_cells(path: Path) -> dict[str, list[Range]]:
    """The cells of more than one row by the name of their sheet, as ((top, left), (bottom, right)) from 0.

    `path` was looked into before (`archive.look_inside`): nothing in it names entities or is a bomb.
    """
    with zipfile.ZipFile(path) as archive:
        if _CONTENT not in archive.namelist():
            return {}
        with archive.open(_CONTENT) as content:
            if not any(_TALL.search(piece) for piece in pieces(content)):
                return {}
        walk = _Walk()
        with archive.open(_CONTENT) as content:
            try:
                for piece in pieces(content):
                    walk.parser.Parse(piece, False)
            except expat.ExpatError:
                return {}  # whether it is damaged is for the reader to say
    return walk.found


class _Walk:
    """Goes through the sheets and counts rows and columns, repeated ones as often as they stand there."""

    def __init__(self) -> None:
        self.found: dict[str, list[Range]] = {}
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._sheet: list[Range] = []
        self._row = self._column = 0
        self._high = 1

    def _start(self, tag: str, about: dict[str, str]) -> None:
        if tag == "table:table":
            self._sheet = self.found.setdefault(about.get("table:name", ""), [])
            self._row = 0
        elif tag == "table:table-row":
            self._column, self._high = 0, _number(about, "table:number-rows-repeated")
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            rows = _number(about, "table:number-rows-spanned")
            if rows > 1 and len(self._sheet) < MOST_ROWS:
                right = self._column + _number(about, "table:number-columns-spanned") - 1
                self._sheet.append(((self._row, self._column), (self._row + rows - 1, right)))
            self._column += _number(about, "table:number-columns-repeated")

    def _end(self, tag: str) -> None:
        if tag == "table:table-row":
            self._row += self._high


def _number(about: dict[str, str], name: str) -> int:
    said = about.get(name, "1")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 1
