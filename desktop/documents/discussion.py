"""What was said about one point of the agenda: each voice under its name, statement by statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from desktop.documents.minutes_content import Discussion, ReviewedRow, Statement
from desktop.documents.minutes_facts import joined
from desktop.documents.reviewed_table import reviewed_table
from desktop.documents.typesetting.blocks import Style, hanging, letters, paragraph, white
from desktop.documents.typesetting.flow import Strip
from desktop.documents.typesetting.page import Book, Sheet
from desktop.documents.typesetting.text import Span, text_width

KIND_LABELS = {
    "paparan": "Paparan",
    "laporan": "Laporan",
    "arahan": "Arahan",
    "permintaan": "Permintaan",
    "informasi": "Informasi",
    "tanya": "Pertanyaan",
    "jawab": "Jawaban",
    "tanggapan": "Tanggapan",
    "komitmen": "Komitmen",
    "kesimpulan": "Kesimpulan",
}

_STEP = 1.75  # of the font size: one level of numbers


def discussed(
    number: int,
    discussion: Discussion,
    book: Book,
    sheet: Sheet,
    indent: float,
    reviewed: Sequence[ReviewedRow] = (),
) -> Iterator[Strip]:
    """The point as number `number` (a., b. …), `indent` points from the left edge, with what was reviewed."""
    size, measure, bold = book.size, sheet.measure, book.family.bold
    spoken = [statement for statement in discussion.statements if statement.text.strip()]
    style = Style(size, indent=indent, before=size * 0.45, keeps=bool(spoken or reviewed), leading=book.leading)
    hang = max(size * _STEP, text_width(f"{letters(number)}. ", bold, size) + 3)
    topic = discussion.topic if discussion.topic.strip() else "–"
    yield from hanging((f"{letters(number)}.", bold), [(topic, bold)], style, measure, hang)
    if reviewed:
        yield white(size * 0.4)
        yield from reviewed_table(reviewed, book, sheet)
    inner = indent + hang
    for _, group in groupby(spoken, key=_voice):
        statements = list(group)
        said = replace(style, indent=inner, before=size * 0.35, keeps=True)
        yield from paragraph(_speaker(statements[0], book), said, measure)
        yield from _statements(statements, book, sheet, inner)


def _speaker(statement: Statement, book: Book) -> list[Span]:
    """Who speaks; words read out for somebody else belong to that somebody."""
    face, bold = book.family.regular, book.family.bold
    name = statement.speaker or "." * 40
    if statement.on_behalf_of:
        label = f"{KIND_LABELS[statement.kind]} {statement.on_behalf_of}"
        place = f" ({statement.position})" if statement.position else ""
        return [(label, bold), (f", disampaikan oleh {name}{place}", face)]
    place = joined(statement.position, statement.institution)
    return [(name, bold), (f", {place}" if place else "", face)]


def _statements(statements: list[Statement], book: Book, sheet: Sheet, indent: float) -> Iterator[Strip]:
    face, size = book.family.regular, book.size
    style = Style(size, indent=indent, before=size * 0.18, align="justify", leading=book.leading)
    for number, statement in enumerate(statements, 1):
        text = statement.text.strip("\n")
        body: list[Span] = [(text, face)]
        if not statement.on_behalf_of:
            body.insert(0, (f"{KIND_LABELS[statement.kind]}: ", book.family.italic))
        if len(statements) == 1:
            yield from paragraph(body, style, sheet.measure)
        else:
            hang = max(size * _STEP * 0.9, text_width(f"{len(statements)}) ", face, size) + 2)
            yield from hanging((f"{number})", face), body, style, sheet.measure, hang)


def _voice(statement: Statement) -> tuple[str | None, str, str, str]:
    """Statements of the same voice in a row stand under one heading."""
    behalf = f"{statement.on_behalf_of}|{statement.kind}" if statement.on_behalf_of else ""
    return statement.speaker, statement.position, statement.institution, behalf
