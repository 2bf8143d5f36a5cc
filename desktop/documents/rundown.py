"""Susunan Acara: what the MC announces, when, and who does it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from desktop.base.dates import clock_text, long_date, time_span
from desktop.documents.content import OfficeProfile
from desktop.documents.preparation_content import RundownContent, RundownLine
from desktop.documents.typesetting.blocks import Field, Style, fields, white
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import keep_all, paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, Sheet, sheet_for
from desktop.documents.typesetting.table import Column, Table

_COLUMNS = (Column("Waktu", 20), Column("Acara", 44), Column("Petugas", 26), Column("Keterangan", 20))
_ALWAYS = range(4)  # all but the remarks


def render(content: RundownContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The order of the ceremony as a PDF; `progress` hears pages done and known so far and may raise to cancel."""
    book = Book(profile, f"{content.heading.capitalize()} {content.title}", draft=False, progress=progress)
    sheet = sheet_for(profile)
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(paper_heading(content.heading, [content.title], book, sheet))
    flow.place(
        keep_all(fields(_facts(content), book.family.regular, Style(book.size, before=book.size * 0.22), sheet))
    )
    flow.place([white(book.size * 0.7)])
    flow.place(rundown_table(content.lines, book, sheet))
    flow.close()
    return book.finish()


def rundown_table(
    lines: Sequence[RundownLine], book: Book, sheet: Sheet, always: Collection[int] = _ALWAYS
) -> Iterator[Strip]:
    """The lines as a table over the whole width; a column nobody filled, not `always` there, leaves its room."""
    rows = [_texts(number, line) for number, line in enumerate(lines, 1)]
    columns = (Column("No.", 7, align="center", fits=f"{len(rows)}."), *_COLUMNS)
    kept = [place for place in range(len(columns)) if place in always or any(row[place] for row in rows)]
    shown = [columns[place] for place in kept]
    family = book.family
    table = Table(shown, sheet.measure, sheet.depth, family.regular, family.bold, book.size - 0.5)
    return table.strips([row[place] for place in kept] for row in rows)


def _facts(content: RundownContent) -> list[Field]:
    clock = time_span(content.starts_at, content.ends_at, content.zone, content.held_on)
    return [
        Field("Hari/Tanggal", [long_date(content.held_on)] if content.held_on else None),
        Field("Waktu", [clock] if clock else None),
        Field("Tempat", None if content.place is None else [content.place]),
    ]


def _texts(number: int, line: RundownLine) -> tuple[str, ...]:
    times = [clock_text(time, None) for time in (line.starts_at, line.ends_at) if time]
    return (f"{number}.", "–".join(times) if line.starts_at else "", line.title, line.officer, line.note)
