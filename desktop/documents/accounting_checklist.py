"""Kelengkapan SPJ: what the accountant wants of a meeting, ticked where it is there."""

from __future__ import annotations

from desktop.base.dates import long_date
from desktop.documents.accounting_content import AccountingContent
from desktop.documents.content import OfficeProfile, Signatory
from desktop.documents.typesetting.blocks import Field, Style, fields, white
from desktop.documents.typesetting.flow import Flow
from desktop.documents.typesetting.heading import keep_all, keep_last, paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, sheet_for
from desktop.documents.typesetting.sign_block import place_and_date, sign_block
from desktop.documents.typesetting.table import Column, Table

_TICK = "√"


def render(content: AccountingContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The list as a PDF; `progress` hears pages done and known so far and may raise to cancel."""
    book = Book(profile, f"{content.heading} {content.title}", draft=False, progress=progress)
    sheet, family = sheet_for(profile), book.family
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(paper_heading(content.heading, [], book, sheet))
    facts = [
        Field("Kegiatan", [content.title]),
        Field("Hari/Tanggal", [long_date(content.held_on)] if content.held_on else None),
        Field("Tempat", None if content.place is None else [content.place]),
    ]
    flow.place(keep_all(fields(facts, family.regular, Style(book.size, before=book.size * 0.22), sheet)))
    flow.place([white(book.size * 0.7)])
    columns = (
        Column("No.", 7, align="center", fits=f"{len(content.lines)}."),
        Column("Kelengkapan", 50),
        Column(f"Ada ({_TICK})", 12, align="center"),
        Column("Keterangan", 31),
    )
    table = Table(
        columns,
        sheet.measure,
        sheet.depth,
        family.regular,
        family.bold,
        book.size - 0.5,
        least_height=22,
        middle=True,
    )
    rows = ((f"{n}.", one.text, _TICK if one.done else "", one.note) for n, one in enumerate(content.lines, 1))
    flow.place(keep_last(table.strips(rows)))
    signers = [Signatory("Yang menyerahkan"), Signatory("Yang menerima")]
    style = Style(book.size, leading=1.25)
    flow.place(sign_block(signers, place_and_date(profile.city, None), book, style, sheet, pen_only=True))
    flow.close()
    return book.finish()
