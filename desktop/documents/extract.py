"""The extract for one institution: what was concluded, what it shall do, what it said; nothing of anybody else."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.base.dates import long_date, medium_date
from desktop.documents.action_matrix import own_rows_table
from desktop.documents.content import OfficeProfile
from desktop.documents.discussion import discussed
from desktop.documents.extract_content import ExtractContent
from desktop.documents.typesetting.blocks import Field, Style, fields, hanging, keep_tail, paragraph, white
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import keep_all, paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, Sheet, sheet_for
from desktop.documents.typesetting.sign_block import place_and_date, sign_block
from desktop.documents.typesetting.text import text_width

_NOTHING = "Tidak ada kesimpulan, tindak lanjut, atau pokok bicara yang khusus untuk instansi ini."


def render(content: ExtractContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The extract as a PDF; `progress` hears pages done and pages known so far and may raise to cancel."""
    heading = f"PETIKAN {profile.title}"
    book = Book(profile, f"{heading.capitalize()} {content.title}", draft=content.draft, progress=progress)
    sheet = sheet_for(profile)
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(paper_heading(heading, [f"untuk {content.institution}"], book, sheet))
    style = Style(book.size, before=book.size * 0.22)
    flow.place(keep_all(fields(_facts(content, profile), book.family.regular, style, sheet)))
    body = list(_body(content, profile, book, sheet))
    if content.signatory is None:
        flow.place(body)
    else:
        flow.place(keep_tail(body))
        dated = place_and_date(profile.city, content.signed_on)
        block_style = Style(book.size, leading=1.25)
        flow.place(sign_block([content.signatory], dated, book, block_style, sheet))
    flow.close()
    return book.finish()


def _facts(content: ExtractContent, profile: OfficeProfile) -> list[Field]:
    rows = [
        Field("Rapat", [content.title] if content.title.strip() else None),
        Field("Hari/Tanggal", [long_date(content.held_on)] if content.held_on else None),
        Field("Tempat", None if content.place is None else [content.place]),
    ]
    if content.number:
        rows.append(Field(f"Nomor {profile.title.lower()}", [content.number]))
    return rows


def _body(content: ExtractContent, profile: OfficeProfile, book: Book, sheet: Sheet) -> Iterator[Strip]:
    number = 0
    if content.decisions:
        number += 1
        yield from _heading(number, profile.decisions_label, book, sheet)
        yield from _points(content.decisions, book, sheet)
    if content.follow_ups:
        number += 1
        state = f" (posisi data per {medium_date(content.as_of)})" if content.as_of else ""
        yield from _heading(number, f"Tindak Lanjut{state}", book, sheet)
        yield white(book.size * 0.4)
        yield from own_rows_table(content.follow_ups, book, sheet)
    if content.discussions:
        number += 1
        yield from _heading(number, "Pokok yang Disampaikan", book, sheet)
        for place, discussion in enumerate(content.discussions, 1):
            yield from discussed(place, discussion, book, sheet, _step(book))
    if not number:
        style = Style(book.size, before=book.size)
        yield from paragraph([(_NOTHING, book.family.regular)], style, sheet.measure)


def _step(book: Book) -> float:
    return book.size * 1.75


def _heading(number: int, text: str, book: Book, sheet: Sheet) -> list[Strip]:
    style = Style(book.size, before=book.size * 0.9, keeps=True)
    bold = book.family.bold
    return hanging((f"{number}.", bold), [(text, bold)], style, sheet.measure, _step(book))


def _points(texts: tuple[str, ...], book: Book, sheet: Sheet) -> Iterator[Strip]:
    face, step = book.family.regular, _step(book)
    style = Style(book.size, indent=step, align="justify", before=book.size * 0.3)
    hang = text_width(f"{len(texts)}) ", face, book.size) + 2
    for number, text in enumerate(texts, 1):
        yield from hanging((f"{number})", face), [(text, face)], style, sheet.measure, hang)
