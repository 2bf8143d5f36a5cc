"""What letters share: their head and addressees, running text and points, signature, and the head of an annex."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Protocol

from desktop.base.dates import long_date, medium_date, time_span
from desktop.documents.content import Signatory
from desktop.documents.letter_content import LetterHead
from desktop.documents.typesetting.blocks import (
    Field,
    Style,
    centered_balanced,
    dotted,
    fields,
    hanging,
    paragraph,
    white,
)
from desktop.documents.typesetting.flow import Mark, Strip
from desktop.documents.typesetting.heading import keep_all
from desktop.documents.typesetting.page import Book, Sheet
from desktop.documents.typesetting.sign_block import place_and_date, sign_block
from desktop.documents.typesetting.text import text_width

_HEAD_SHARE = 0.62  # of the text area: how far Hal runs before it turns to the next line
_ADDRESS_SHARE = 0.66
_LINES_TO_WRITE_ON = 2


def step(book: Book) -> float:
    """One level of indentation."""
    return book.size * 1.75


def known(text: str | None) -> list[str] | None:
    """A value as a field takes it: dots where it is unknown, nothing where it is empty."""
    return None if text is None else [text] if text.strip() else []


def letter_head(head: LetterHead, city: str, book: Book, sheet: Sheet) -> list[Strip]:
    """Place and date on the right, below them Nomor, Sifat, Lampiran and Hal on the left."""
    right = Style(book.size, align="right", leading=book.leading)
    dated = place_and_date(city, head.dated_on) or "." * 40
    rows = [
        Field("Nomor", known(head.number)),
        Field("Sifat", known(head.urgency)),
        Field("Lampiran", known(head.enclosure)),
        Field("Hal", known(head.subject)),
    ]
    narrow = _narrowed(sheet, _HEAD_SHARE)
    strips = paragraph([(dated, book.family.regular)], right, sheet.measure)
    style = Style(book.size, leading=book.leading)
    return keep_all([*strips, white(book.size * 0.5), *fields(rows, book.family.regular, style, narrow)])


def addressed(addressees: Sequence[str] | None, at: str, book: Book, sheet: Sheet) -> list[Strip]:
    """Kepada, Yth. and the addressees, numbered where there are several; below them where they are."""
    face, style = book.family.regular, Style(book.size, leading=book.leading)
    measure = sheet.measure * _ADDRESS_SHARE
    hang = text_width("Yth. ", face, book.size) + 2
    strips = paragraph([("Kepada", face)], replace(style, before=book.size * 1.1), measure)
    if not addressees:
        line = dotted(face, book.size, measure - hang)
        strips += paragraph([("Yth.", face)], style, measure)
        strips[-1].marks.append(Mark(line, hang, style.baseline, style.size))
    elif len(addressees) == 1:
        strips += hanging(("Yth.", face), [(addressees[0], face)], style, measure, hang)
    else:
        strips += _numbered_addressees(addressees, style, book, measure, hang)
    if at:
        strips += paragraph([("di", face)], style, measure)
        strips += paragraph([(at, face)], replace(style, indent=hang), measure)
    return keep_all([*strips, white(book.size * 0.9)])


class TakesPlace(Protocol):
    """A content that says when and where a meeting takes place."""

    @property
    def held_on(self) -> date | None: ...
    @property
    def starts_at(self) -> time | None: ...
    @property
    def ends_at(self) -> time | None: ...
    @property
    def zone(self) -> str: ...
    @property
    def place(self) -> str | None: ...


def when_and_where(meeting: TakesPlace) -> list[Field]:
    """Day, hour and place of a meeting, in the order of the official forms."""
    held = meeting.held_on
    clock = time_span(meeting.starts_at, meeting.ends_at, meeting.zone, held)
    return [
        Field("Hari/Tanggal", [long_date(held)] if held else None),
        Field("Pukul", known(clock)),
        Field("Tempat", known(meeting.place)),
    ]


def prose(text: str | None, book: Book, sheet: Sheet, indent: float = 0.0) -> list[Strip]:
    """Paragraphs as typed; unknown text leaves lines to write on."""
    style = Style(book.size, indent, book.size * 0.45, "justify", book.leading)
    if text is not None:
        parts = text.splitlines()
        return [one for part in parts for one in paragraph([(part, book.family.regular)], style, sheet.measure)]
    line = dotted(book.family.regular, style.size, sheet.measure - indent)
    mark = Mark(line, indent, style.baseline, style.size)
    count = _LINES_TO_WRITE_ON
    return [Strip(style.line_height * 1.2, [mark], keeps=place < count - 1) for place in range(count)]


def points(texts: Sequence[str] | None, book: Book, sheet: Sheet, indent: float = 0.0) -> list[Strip]:
    """Points numbered 1., 2. …; a single one is a paragraph, unknown ones leave lines to write on."""
    if texts is None or len(texts) < 2:
        return prose(texts[0] if texts else "" if texts == () else None, book, sheet, indent)
    face = book.family.regular
    style = Style(book.size, indent, book.size * 0.3, "justify", book.leading)
    hang = max(step(book), text_width(f"{len(texts)}. ", face, book.size) + 3)
    return [
        strip
        for number, text in enumerate(texts, 1)
        for strip in hanging((f"{number}.", face), [(text, face)], style, sheet.measure, hang)
    ]


def heading(mark: str, text: str, book: Book, sheet: Sheet, indent: float = 0.0) -> list[Strip]:
    """The heading of a part, in bold behind its number; stays with what follows."""
    bold = book.family.bold
    style = Style(book.size, indent, book.size * 0.75, keeps=True, leading=book.leading)
    return hanging((mark, bold), [(text, bold)], style, sheet.measure, step(book))


def signature(signatory: Signatory, dated: str, book: Book, sheet: Sheet) -> list[Strip]:
    """The sign block on the right."""
    return sign_block([signatory], dated, book, Style(book.size, leading=1.25), sheet)


def below_signature(label: str, texts: Sequence[str], book: Book, sheet: Sheet) -> list[Strip]:
    """Catatan or Tembusan: small, under its label, numbered where there are several."""
    if not texts:
        return []
    face, size = book.family.regular, book.size - 1
    style = Style(size, leading=1.25)
    strips = paragraph([(f"{label}:", face)], replace(style, before=size * 1.2, keeps=True), sheet.measure)
    if len(texts) == 1:
        return [*strips, *paragraph([(texts[0], face)], style, sheet.measure)]
    hang = text_width(f"{len(texts)}. ", face, size) + 3
    for number, text in enumerate(texts, 1):
        strips += hanging((f"{number}.", face), [(text, face)], style, sheet.measure, hang)
    return strips


def annex_head(
    label: str, letter: str, number: str | None, day: date | None, title: str, book: Book, sheet: Sheet
) -> Iterable[Strip]:
    """The head of an annex: which annex of which letter, its number and date, and the title in the middle."""
    size = book.size - 1
    rows = [
        Field(label, [letter]),
        Field("Nomor", known(number)),
        Field("Tanggal", None if day is None else [medium_date(day)]),
    ]
    yield from keep_all(fields(rows, book.family.regular, Style(size, before=1.5), _narrowed(sheet, _HEAD_SHARE)))
    style = Style(book.size + 1, before=book.size * 1.3, keeps=True)
    yield from centered_balanced(title, book.family.bold, style, sheet.measure)
    yield white(book.size * 0.8)


def _numbered_addressees(
    addressees: Sequence[str], style: Style, book: Book, measure: float, hang: float
) -> list[Strip]:
    face = book.family.regular
    inner = text_width(f"{len(addressees)}. ", face, book.size) + 3
    body = replace(style, indent=hang)
    strips: list[Strip] = []
    for number, text in enumerate(addressees, 1):
        strips += hanging((f"{number}.", face), [(text, face)], body, measure, inner)
    if strips:
        strips[0].marks[:0] = [
            Mark(line, 0.0, style.baseline, style.size)
            for strip in paragraph([("Yth.", face)], style, measure)
            for line in (mark.line for mark in strip.marks)
        ]
    return strips


def _narrowed(sheet: Sheet, share: float) -> Sheet:
    """The left part of a sheet's text area."""
    return replace(sheet, right=sheet.left + sheet.measure * share)
