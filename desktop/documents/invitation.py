"""Surat Undangan: the letter, and on pages of their own the list of those invited and the programme."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.documents.content import OfficeProfile
from desktop.documents.letter_content import InvitationContent, RecipientGroup
from desktop.documents.letter_parts import (
    addressed,
    annex_head,
    below_signature,
    known,
    letter_head,
    prose,
    signature,
    step,
    when_and_where,
)
from desktop.documents.rundown import rundown_table
from desktop.documents.typesetting.blocks import Field, Style, fields, keep_tail, white
from desktop.documents.typesetting.fitting import fitted
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import keep_all
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, Sheet, Spacing, sheet_for
from desktop.documents.typesetting.table import Column, Table

_ONE_PAGE = 1
Annex = Callable[[InvitationContent, Book, Sheet], Iterator[Strip]]


def render(content: InvitationContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The invitation as a PDF; `progress` hears pages done and pages known so far and may raise to cancel.

    The letter itself is set on one page as far as it still reads well. It never says KONSEP: number and date come
    from SRIKANDI after it was signed.
    """
    sheet = sheet_for(profile)

    def begin(spacing: Spacing) -> Book:
        return Book(profile, content.head.subject or "Undangan", draft=False, progress=progress, spacing=spacing)

    def write(book: Book) -> int:
        flow = Flow(book, sheet)
        flow.place(letterhead(profile, sheet))
        flow.place(_letter(content, book, sheet))
        flow.close()
        pages = len(book.pages)
        annexes = list(_annexes(content))
        for number, (title, body) in enumerate(annexes, 1):
            label = "Lampiran" if len(annexes) == 1 else f"Lampiran {'I' * number}"
            head = content.head
            flow = Flow(book, sheet)
            flow.place(annex_head(label, "Surat Undangan", head.number, head.dated_on, title, book, sheet))
            flow.place(body(content, book, sheet))
            flow.close()
        return pages

    return fitted(begin, write, _ONE_PAGE).finish()


def _letter(content: InvitationContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    yield from letter_head(content.head, book.profile.city, book, sheet)
    yield from addressed(content.addressees, content.addressed_at, book, sheet)
    yield from keep_tail(prose(content.opening, book, sheet))
    yield white(book.size * 0.25)
    facts = [*when_and_where(content), Field("Acara", known(content.title))]
    style = Style(book.size, step(book), book.size * 0.15, leading=book.leading)
    yield from keep_all(fields(facts, book.family.regular, style, sheet))
    yield white(book.size * 0.35)
    yield from prose(content.body, book, sheet)
    yield from keep_tail(prose(content.closing, book, sheet))
    yield from signature(content.signatory, "", book, sheet)
    yield from below_signature("Catatan", content.note, book, sheet)
    yield from below_signature("Tembusan", content.copies, book, sheet)


def _annexes(content: InvitationContent) -> Iterator[tuple[str, Annex]]:
    if any(group.rows for group in content.recipients):
        yield "DAFTAR UNDANGAN", _recipients
    if content.programme:
        yield content.programme_heading, _programme


def _recipients(content: InvitationContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    """Offices by protocol rank; names only where the office named somebody, telephone numbers never."""
    groups = [group for group in content.recipients if group.rows]
    count = sum(len(group.rows) for group in groups)
    named = any(one.name for group in groups for one in group.rows)
    columns = [Column("No.", 7, align="center", fits=f"{count}."), Column("Jabatan/Instansi", 53)]
    if named:
        columns.append(Column("Nama", 40))
    family = book.family
    table = Table(columns, sheet.measure, sheet.depth, family.regular, family.bold, book.size - 0.5)
    yield from table.head
    for number, heading, row in _numbered(groups):
        if heading:
            yield from table.heading(heading)
        yield from table.row((f"{number}.", row[0], row[1])[: len(columns)])


def _numbered(groups: list[RecipientGroup]) -> Iterator[tuple[int, str, tuple[str, str]]]:
    """Every recipient with its number over all groups, and the heading above it where a group begins."""
    number = 0
    for group in groups:
        for place, one in enumerate(group.rows):
            number += 1
            yield number, group.heading if place == 0 else "", (one.office, one.name)


def _programme(content: InvitationContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    yield from rundown_table(content.programme, book, sheet, always=(0, 2))  # the number and what is done
