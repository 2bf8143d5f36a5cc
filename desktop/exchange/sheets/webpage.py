"""The tables of a web page, which many government sites hand out as .xls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain
from pathlib import Path

from desktop.exchange.sheets.cells import clean, row_of
from desktop.exchange.sheets.shapes import MOST_COLUMNS, MOST_ROWS, Row, Sheet, UnreadableTable, too_large

# No pattern looks beyond the next bracket, so that a page of nothing but openings takes no longer than another.
_TAG = re.compile(r"<(/?)(tr|td|th|br|p|div|table)\b([^<>]*)>", re.IGNORECASE)
_OTHER_TAG = re.compile(r"</?[a-z!?][^<>]*>", re.IGNORECASE)
_UNSEEN = re.compile(r"<(?:script|style|title)\b", re.IGNORECASE)
_SPAN = re.compile(r"\b(row|col)span\s*=\s*[\"']?\s*(\d{1,7})", re.IGNORECASE)
_SIGNS = ("<html", "<table", "<!doctype html", "<tr", "<meta")
_BREAKS = frozenset({"br", "p", "div"})


def looks_like_page(start: str) -> bool:
    """True when a text begins as a web page does."""
    start = start.lstrip("\ufeff \t\r\n").lower()
    return start.startswith("<") and any(sign in start for sign in _SIGNS)


def read_page(path: Path, text: str) -> tuple[Sheet, ...]:
    """All tables of a page, one below the other; raises UnreadableTable for a page without."""
    rows = tuple(_rows(path.name, _without_unseen(text)))
    if not rows:
        raise UnreadableTable(
            f"Berkas “{path.name}” adalah halaman web tanpa tabel.", "Buka di Excel, lalu simpan sebagai .xlsx."
        )
    return (Sheet(path.stem, rows),)


def _without_unseen(text: str) -> str:
    """The page without comments, scripts and styles."""
    shown, *comments = text.split("<!--")
    text = shown + "".join(comment.partition("-->")[2] for comment in comments)
    shown, *scripts = _UNSEEN.split(text)
    return shown + "".join(script.partition("</")[2].partition(">")[2] for script in scripts)


def _rows(name: str, text: str) -> Iterator[Row]:
    """Each row with its cells in their columns; what spans several rows is said in each of them."""
    spanned: dict[int, tuple[int, str]] = {}  # column → how many rows below still have it, and its words
    for number, about in enumerate(_cells_of_rows(text), start=1):
        if number > MOST_ROWS:
            raise too_large(name, f"memuat lebih dari {MOST_ROWS} baris")
        cells: list[str] = []
        below = {column: (left - 1, words) for column, (left, words) in spanned.items() if left > 1}
        for words, high, wide in about:
            while len(cells) in spanned:
                cells.append(spanned[len(cells)][1])
            if len(cells) + wide > MOST_COLUMNS:
                raise too_large(name, f"memuat lebih dari {MOST_COLUMNS} kolom")
            if high > 1:
                below[len(cells)] = (high - 1, words)
            cells += [words, *[""] * (wide - 1)]
        while len(cells) in spanned:
            cells.append(spanned[len(cells)][1])
        spanned = below
        if (row := row_of(number, cells)) is not None:
            yield row


def _cells_of_rows(text: str) -> Iterator[list[tuple[str, int, int]]]:
    """The cells of each row as written: words, rows high, columns wide."""
    row: list[tuple[str, int, int]] | None = None
    words: list[str] | None = None
    spans = (1, 1)
    end = 0
    for tag in chain(_TAG.finditer(text), [None]):
        if words is not None:
            words.append(text[end : tag.start() if tag else len(text)])
        closing, kind = (tag[1], tag[2].lower()) if tag else ("", "table")
        end = tag.end() if tag else len(text)
        if kind in _BREAKS:
            if words is not None:
                words.append("<br>")
            continue
        if words is not None and row is not None and len(row) <= MOST_COLUMNS:  # one more is refused above
            row.append((_shown("".join(words)), *spans))
        words = None
        if kind in ("td", "th"):
            if not closing:
                row, words = row if row is not None else [], []
                spans = _spans(tag[3] if tag else "")
        else:
            if row is not None:
                yield row
            row = [] if kind == "tr" and not closing else None


def _spans(about: str) -> tuple[int, int]:
    found = {kind.lower(): max(1, int(size)) for kind, size in _SPAN.findall(about)}
    return found.get("row", 1), found.get("col", 1)


def _shown(source: str) -> str:
    lines = " ".join(source.split()).replace("<br>", "\n")
    return clean(unescape(_OTHER_TAG.sub("", lines)))
