"""The list of follow-ups over all meetings, landscape: what the register shows, in its order."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.base.dates import medium_date
from desktop.base.numbers import grouped
from desktop.documents.content import OfficeProfile
from desktop.documents.follow_up_list_content import FollowUpListContent, ListedFollowUp
from desktop.documents.typesetting.blocks import Style, paragraph
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, Sheet, sheet_for
from desktop.documents.typesetting.table import BULLET, Column, Table

INTERNAL = "Untuk keperluan internal kantor"
EMPTY = "Tidak ada tindak lanjut yang sesuai."
_COLUMNS = (
    Column("Tindak Lanjut", 24),
    Column("Penanggung Jawab", 15),
    Column("Instansi Terkait", 11),
    Column("Wilayah", 11),
    Column("Batas Waktu", 11, fits="26 September"),
    Column("Indikator", 11),
    Column("Status", 11),
    Column("Bukti Dukung", 8),
    Column("Asal", 12),
)
_ALWAYS = (0, 1, 2, 7)  # the number, what, who, and how far
_LARGEST = 9.0
_NONE = "–"


def render(content: FollowUpListContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The list as a PDF; `progress` hears pages done and pages known so far and may raise to cancel."""
    book = Book(profile, content.heading.capitalize(), draft=False, progress=progress)
    sheet = sheet_for(profile, landscape=True)
    counted = f"{grouped(content.count)} tindak lanjut"
    if content.as_of:
        counted += f", posisi data per {medium_date(content.as_of)}"
    lines = [*content.scope, counted, *([INTERNAL] if content.internal else [])]
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(paper_heading(content.heading, lines, book, sheet))
    flow.place(_table(content, book, sheet))
    flow.close()
    return book.finish()


def _table(content: FollowUpListContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    """The rows, numbered through; a follow-up of several groups stands in each under a number of its own."""
    rows = [_texts(row) for group in content.groups for row in group.rows]
    if not rows:
        yield from paragraph([(EMPTY, book.family.regular)], Style(book.size), sheet.measure)
        return
    columns = (Column("No.", 4, align="center", fits=f"{len(rows)}."), *_COLUMNS)
    kept = [place for place in range(len(columns)) if place in _ALWAYS or any(row[place] for row in rows)]
    size = min(book.size - 1.5, _LARGEST)
    shown = [columns[place] for place in kept]
    table = Table(shown, sheet.measure, sheet.depth, book.family.regular, book.family.bold, size)
    yield from table.head
    number = 0
    for group in content.groups:
        if group.name:
            yield from table.heading(f"{group.name} ({grouped(len(group.rows))})")
        for _ in group.rows:
            row = (f"{number + 1}.", *rows[number][1:])
            number += 1
            yield from table.row([row[place] or _NONE for place in kept])


def _texts(row: ListedFollowUp) -> tuple[str, ...]:
    due = medium_date(row.due) if row.due else ""
    words = f"{due} ({row.due_words})" if due and row.due_words else due or row.due_words
    return (
        "", row.text, _listed(row.responsible), _listed(row.related), _listed(row.regions), words,
        row.indicator, row.status, row.evidence, row.origin,
    )  # fmt: skip


def _listed(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return names[0] if names else ""
    return "\n".join(f"{BULLET}{name}" for name in names)
