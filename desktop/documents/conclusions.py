"""Himpunan Kesimpulan: what the meetings of a period concluded, meeting by meeting.

A meeting whose minutes may not be signed yet says so above its conclusions: they are not to be quoted as settled.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.base.dates import long_date, medium_date
from desktop.base.numbers import grouped
from desktop.documents.conclusions_content import ConcludedMeeting, ConclusionsContent
from desktop.documents.content import OfficeProfile
from desktop.documents.letter_parts import heading, points, step
from desktop.documents.typesetting.blocks import Style, paragraph
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, Sheet, sheet_for

DRAFT = "Konsep: notula belum ditandatangani"
EMPTY = "Tidak ada kesimpulan yang sesuai."


def render(content: ConclusionsContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The conclusions as a PDF; `progress` hears pages done and pages known so far and may raise to cancel."""
    title = " ".join(filter(None, (content.heading.capitalize(), content.period)))
    book = Book(profile, title, draft=False, progress=progress)
    sheet = sheet_for(profile)
    lines = [content.period, *content.scope, _counted(content)]
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(paper_heading(content.heading, [line for line in lines if line], book, sheet))
    flow.place(_meetings(content, book, sheet))
    flow.close()
    return book.finish()


def _counted(content: ConclusionsContent) -> str:
    said = sum(len(one.conclusions) for one in content.meetings)
    words = f"{grouped(said)} kesimpulan dari {grouped(len(content.meetings))} rapat"
    return f"{words}, posisi data per {medium_date(content.as_of)}" if content.as_of else words


def _meetings(content: ConclusionsContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    if not content.meetings:
        yield from paragraph([(EMPTY, book.family.regular)], Style(book.size), sheet.measure)
    for place, one in enumerate(content.meetings, 1):
        yield from heading(f"{place}.", one.title, book, sheet)
        yield from _facts(one, book, sheet)
        yield from points(one.conclusions, book, sheet, step(book))


def _facts(one: ConcludedMeeting, book: Book, sheet: Sheet) -> Iterator[Strip]:
    """When it was, and how its minutes stand; stays with its first conclusion."""
    said = [long_date(one.held_on)]
    if one.number:
        said.append(f"Notula Nomor {one.number}")
    if one.security:
        said.append(one.security)
    style = Style(book.size - 1, step(book), keeps=True)
    yield from paragraph([("; ".join(said), book.family.italic)], style, sheet.measure)
    if one.draft:
        yield from paragraph([(DRAFT, book.family.bold)], style, sheet.measure)
