"""The follow-up matrix: who does what by when, landscape, as a paper of its own or as an annex of the minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.base.dates import medium_date
from desktop.documents.action_matrix_content import ActionMatrixContent, FollowUpRow
from desktop.documents.content import OfficeProfile
from desktop.documents.typesetting.blocks import Style
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import keep_last, paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, Sheet, sheet_for
from desktop.documents.typesetting.sign_block import place_and_date, sign_block
from desktop.documents.typesetting.table import BULLET, Column, Table

_COLUMNS = (
    Column("Rencana Tindak Lanjut", 25),
    Column("Penanggung Jawab", 16),
    Column("Instansi Terkait/ Wilayah", 14),
    Column("Batas Waktu", 12),
    Column("Indikator", 12),
    Column("Status", 10),
    Column("Keterangan", 11),
)
_TEXT, _RESPONSIBLE, _RELATED = 1, 2, 3  # the first two stand in every matrix, behind the number
NOTHING = "–"


def render(content: ActionMatrixContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The matrix as a PDF; `progress` hears pages done and pages known so far and may raise to cancel."""
    title = f"{content.heading.capitalize()} {content.title}".strip()
    book = Book(profile, title, draft=content.draft, progress=progress)
    sheet = sheet_for(profile, landscape=True)
    state = f"Posisi data per {medium_date(content.as_of)}" if content.as_of else ""
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(paper_heading(content.heading, [content.title, content.subject, state], book, sheet))
    rows = matrix_table(content.rows, book, sheet)
    flow.place(rows if content.signatory is None else keep_last(rows))
    if content.signatory is not None:
        dated = place_and_date(profile.city, content.as_of)
        style = Style(book.size, leading=1.25)
        flow.place(sign_block([content.signatory], dated, book, style, sheet))
    flow.close()
    return book.finish()


def matrix_table(rows: Sequence[FollowUpRow], book: Book, sheet: Sheet) -> Iterator[Strip]:
    """The table alone, over the whole width of a landscape sheet; a column nobody filled leaves its room."""
    return _table(rows, book, sheet, min(book.size - 1.5, 9.5), always=(0, _TEXT, _RESPONSIBLE), never=())


def own_rows_table(rows: Sequence[FollowUpRow], book: Book, sheet: Sheet) -> Iterator[Strip]:
    """The follow-ups of one institution on an upright sheet, where nobody needs to be told whose they are."""
    return _table(rows, book, sheet, book.size - 1, always=(0, _TEXT), never=(_RESPONSIBLE, _RELATED))


def _table(
    rows: Sequence[FollowUpRow], book: Book, sheet: Sheet, size: float, *,
    always: Sequence[int], never: Sequence[int],
) -> Iterator[Strip]:  # fmt: skip
    columns = (Column("No.", 4, align="center", fits=f"{len(rows)}."), *_COLUMNS)
    texts = [row_texts(number, row) for number, row in enumerate(rows, 1)]
    kept = [
        place
        for place in range(len(columns))
        if place not in never and (place in always or any(row[place] for row in texts))
    ]
    shown = [columns[place] for place in kept]
    table = Table(shown, sheet.measure, sheet.depth, book.family.regular, book.family.bold, size)
    return table.strips(tuple(row[place] or NOTHING for place in kept) for row in texts)


def row_texts(number: int, row: FollowUpRow) -> tuple[str, ...]:
    """What stands in the columns of one row."""
    due = medium_date(row.due) if row.due else ""
    if due and row.due_words:
        due = f"{due} ({row.due_words})"
    return (
        f"{number}.",
        row.text,
        _listed(row.responsible),
        _listed(row.related),
        due or row.due_words,
        row.indicator,
        row.status,
        row.note,
    )


def _listed(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return names[0] if names else ""
    return "\n".join(f"{BULLET}{name}" for name in names)
