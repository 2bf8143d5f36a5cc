"""The minutes of a meeting (notula), with the attendance list and the follow-up matrix as annexes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from desktop.base.dates import long_date
from desktop.documents.action_matrix import matrix_table
from desktop.documents.attendance_list_content import AttendeeGroup
from desktop.documents.attendees_table import attendees_table
from desktop.documents.content import OfficeProfile
from desktop.documents.discussion import discussed
from desktop.documents.minutes_content import CLOSED_SINCE, MinutesContent
from desktop.documents.minutes_facts import opening_fields
from desktop.documents.reviewed_table import reviewed_table
from desktop.documents.typesetting.blocks import (
    Field,
    Style,
    centered_balanced,
    dotted,
    fields,
    hanging,
    keep_tail,
    letters,
    paragraph,
    white,
)
from desktop.documents.typesetting.fitting import fitted
from desktop.documents.typesetting.flow import Flow, Mark, Strip
from desktop.documents.typesetting.heading import keep_all
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, Sheet, Spacing, sheet_for
from desktop.documents.typesetting.sign_block import place_and_date, sign_block
from desktop.documents.typesetting.text import text_width


def render(content: MinutesContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The minutes as a PDF; `progress` hears pages done and pages known so far and may raise to cancel."""
    title = f"{profile.title.capitalize()} {content.title}"

    def begin(spacing: Spacing) -> Book:
        book = Book(profile, title, draft=content.draft, progress=progress, spacing=spacing)
        if content.proof_code and not content.draft:
            book.proof_code = content.proof_code
        return book

    def write(book: Book) -> int:
        return _Minutes(content, profile, book).write()

    return fitted(begin, write, profile.fit_pages).finish()


class _Minutes:
    """One paper being composed: what each part consists of, in the order of the official form."""

    def __init__(self, content: MinutesContent, profile: OfficeProfile, book: Book) -> None:
        self._content = content
        self._profile = profile
        self._book = book
        self._sheet = sheet_for(profile)
        self._face, self._bold, self._italic = book.family.regular, book.family.bold, book.family.italic
        self._step = book.size * 1.75  # one level of numbering
        self._body = Style(book.size, align="justify", before=book.size * 0.3, leading=book.leading)

    def write(self) -> int:
        """Write all parts; returns how many pages there are before the annexes."""
        flow = Flow(self._book, self._sheet)
        flow.place(letterhead(self._profile, self._sheet))
        flow.place(self._title())
        table = opening_fields(self._content, self._profile.names_until)
        facts = list(fields(table, self._face, self._fact_style, self._sheet))
        flow.place(chain(keep_tail(facts), self._proceedings()))
        flow.close()
        pages = len(self._book.pages)
        annexes = 0
        if self._content.attendees:
            annexes += 1
            self._attendance(annexes)
        if self._content.follow_ups:
            annexes += 1
            self._follow_ups(annexes)
        if self._content.closed_since:
            annexes += 1
            self._closed_since(annexes)
        return pages

    @property
    def _fact_style(self) -> Style:
        return Style(self._book.size, before=self._book.size * 0.22, leading=self._book.leading)

    def _title(self) -> list[Strip]:
        style = Style(self._book.size + 3, keeps=True)
        strips = centered_balanced(self._profile.title, self._bold, style, self._sheet.measure)
        if self._content.number:
            number = Style(self._book.size, align="center", keeps=True)
            strips += paragraph([(f"Nomor: {self._content.number}", self._face)], number, self._sheet.measure)
        if self._content.revision:
            again = Style(self._book.size, align="center", keeps=True)
            words = f"(Perbaikan ke-{self._content.revision})"
            strips += paragraph([(words, self._face)], again, self._sheet.measure)
        return [*strips, white(self._book.size)]

    def _proceedings(self) -> Iterator[Strip]:
        content = self._content
        yield from self._heading(1, "Kata Pembukaan")
        yield from self._prose(content.opening)
        yield from self._heading(2, "Pembahasan")
        if not content.points:
            yield from self._prose(None)
        for number, discussion in enumerate(content.points, 1):
            rows = content.reviewed if discussion.is_review else ()
            yield from discussed(number, discussion, self._book, self._sheet, self._step, rows)
        yield from self._heading(3, self._profile.decisions_label)
        yield from self._points(content.decisions)
        yield from self._heading(4, "Penutup")
        yield from keep_tail(list(self._prose(content.closing)))
        yield from self._signatures()

    def _heading(self, number: int, text: str) -> list[Strip]:
        style = Style(self._book.size, before=self._book.size * 0.75, keeps=True, leading=self._book.leading)
        bold = self._bold
        return hanging((f"{number}.", bold), [(text, bold)], style, self._sheet.measure, self._step)

    def _prose(self, text: str | None) -> list[Strip]:
        """Typed paragraphs one level in; unknown text leaves two lines to write on."""
        style = replace(self._body, indent=self._step)
        if text is None:
            line = dotted(self._face, style.size, self._sheet.measure - self._step)
            mark = Mark(line, self._step, style.baseline, style.size)
            return [Strip(style.line_height * 1.2, [mark], keeps=place == 0) for place in range(2)]
        return [
            strip
            for part in text.splitlines()
            for strip in paragraph([(part, self._face)], style, self._sheet.measure)
        ]

    def _points(self, texts: tuple[str, ...]) -> list[Strip]:
        if not texts:
            return self._prose(None)
        if len(texts) == 1:
            return self._prose(texts[0])
        style = replace(self._body, indent=self._step)
        hang = max(self._step, text_width(f"{letters(len(texts))}. ", self._face, style.size) + 3)
        return [
            strip
            for number, text in enumerate(texts, 1)
            for strip in hanging(
                (f"{letters(number)}.", self._face), [(text, self._face)], style, self._sheet.measure, hang
            )
        ]

    def _signatures(self) -> list[Strip]:
        content, profile = self._content, self._profile
        signers = [content.signatory]
        if profile.sign_columns == 2:
            signers.insert(0, content.minute_signatory)
        style = Style(self._book.size, leading=1.25)
        dated = place_and_date(profile.city, content.signed_on)
        return sign_block(signers, dated, self._book, style, self._sheet)

    def _annex_head(self, number: int, heading: str, sheet: Sheet) -> Iterator[Strip]:
        content, size = self._content, self._book.size - 1
        facts = [Field(f"Lampiran {'I' * number}", [f"{self._profile.title.capitalize()} {content.title}"])]
        if content.held_on:
            facts.append(Field("Hari/Tanggal", [long_date(content.held_on)]))
        yield from keep_all(fields(facts, self._face, Style(size, before=1.5), sheet))
        style = Style(self._book.size + 1, before=self._book.size * 1.3, keeps=True)
        yield from centered_balanced(heading, self._bold, style, sheet.measure)
        yield white(self._book.size * 0.8)

    def _attendance(self, number: int) -> None:
        sheet = self._sheet
        flow = Flow(self._book, sheet)
        flow.place(self._annex_head(number, "DAFTAR HADIR", sheet))
        flow.place(attendees_table([AttendeeGroup("", self._content.attendees)], self._book, sheet))
        flow.close()

    def _follow_ups(self, number: int) -> None:
        sheet = sheet_for(self._profile, landscape=True)
        flow = Flow(self._book, sheet)
        flow.place(self._annex_head(number, "MATRIKS TINDAK LANJUT", sheet))
        flow.place(matrix_table(self._content.follow_ups, self._book, sheet))
        flow.close()

    def _closed_since(self, number: int) -> None:
        sheet = self._sheet
        flow = Flow(self._book, sheet)
        flow.place(self._annex_head(number, CLOSED_SINCE, sheet))
        flow.place(reviewed_table(self._content.closed_since, self._book, sheet))
        flow.close()
