"""Laporan Hasil Rapat: the report of a meeting in the parts A to E of the official form."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.base.dates import medium_date
from desktop.documents.content import OfficeProfile
from desktop.documents.discussion import discussed
from desktop.documents.follow_ups_table import follow_ups_table
from desktop.documents.letter_parts import heading, points, prose, signature, step, when_and_where
from desktop.documents.minutes_facts import official_words, who_came
from desktop.documents.report_content import ReportContent
from desktop.documents.typesetting.blocks import (
    Field,
    Style,
    centered_balanced,
    fields,
    keep_tail,
    paragraph,
    white,
)
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.markup import capitals
from desktop.documents.typesetting.page import Book, Progress, Sheet, sheet_for


def render(content: ReportContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The report as a PDF; `progress` hears pages done and pages known so far and may raise to cancel."""
    title = f"{content.heading.capitalize()} {content.subject or content.title}"
    book = Book(profile, title, draft=content.draft, progress=progress)
    sheet = sheet_for(profile)
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(_Report(content, book, sheet).strips())
    flow.close()
    return book.finish()


class _Report:
    """One report being composed, part by part."""

    def __init__(self, content: ReportContent, book: Book, sheet: Sheet) -> None:
        self._content, self._book, self._sheet = content, book, sheet
        self._step = step(book)

    def strips(self) -> Iterator[Strip]:
        """All parts in the order of the form."""
        content = self._content
        yield from self._title()
        yield from self._part("A.", "Pendahuluan")
        yield from self._point(1, "Umum")
        yield from self._prose(content.general)
        if content.basis is None or content.basis:
            yield from self._point(2, "Landasan hukum")
            yield from self._points(content.basis)
        yield from self._point(3 if content.basis != () else 2, "Maksud dan tujuan")
        yield from self._prose(content.purpose)
        yield from self._part("B.", "Kegiatan yang Dilaksanakan")
        yield from self._held()
        yield from self._part("C.", "Hasil yang Dicapai")
        yield from self._results()
        yield from self._part("D.", "Kesimpulan dan Saran")
        yield from self._point(1, "Kesimpulan")
        yield from self._points(content.decisions or None)
        if content.suggestion is None or content.suggestion:
            yield from self._point(2, "Saran")
            yield from self._points(content.suggestion)
        yield from self._part("E.", "Penutup")
        yield from keep_tail(prose(content.closing, self._book, self._sheet, self._step))
        yield from signature(content.signatory, self._made(), self._book, self._sheet)

    def _title(self) -> Iterator[Strip]:
        content, book, measure = self._content, self._book, self._sheet.measure
        bold = Style(book.size + 2, keeps=True)
        yield from centered_balanced(content.heading, book.family.bold, bold, measure)
        if content.number:
            number = Style(book.size, align="center", keeps=True)
            yield from paragraph([(f"Nomor: {content.number}", book.family.regular)], number, measure)
        bold = Style(book.size + 1, before=book.size * 0.35, keeps=True)
        yield from centered_balanced("TENTANG", book.family.bold, bold, measure)
        subject = capitals(content.subject) if content.subject is not None else "." * 60
        yield from centered_balanced(subject, book.family.bold, bold, measure)
        yield white(book.size * 0.6)

    def _held(self) -> Iterator[Strip]:
        content, book, sheet = self._content, self._book, self._sheet
        yield from self._point(1, "Waktu dan tempat")
        style = Style(book.size, 2 * self._step, book.size * 0.1, leading=book.leading)
        yield from fields(when_and_where(content), book.family.regular, style, sheet)
        number = 2
        if content.agenda:
            yield from self._point(number, "Acara")
            yield from self._points(content.agenda)
            number += 1
        yield from self._point(number, "Pimpinan dan peserta")
        people = [
            Field("Pimpinan rapat", official_words(content.chair)),
            Field("Peserta", [came] if (came := who_came(content.present, content.groups)) else None),
        ]
        yield from fields(people, book.family.regular, style, sheet)
        yield from self._prose(content.body)

    def _results(self) -> Iterator[Strip]:
        content, book, sheet = self._content, self._book, self._sheet
        if not content.discussions and not content.follow_ups:
            yield from self._prose(None)
            return
        if content.discussions:
            yield from self._point(1, "Pokok pembahasan")
        for number, discussion in enumerate(content.discussions, 1):
            yield from discussed(number, discussion, book, sheet, 2 * self._step)
        if content.follow_ups:
            yield from self._point(2 if content.discussions else 1, "Tindak lanjut")
            yield white(book.size * 0.4)
            yield from follow_ups_table(content.follow_ups, book, sheet)

    def _made(self) -> str:
        """Dibuat di … pada tanggal …, as far as it is known."""
        content, city = self._content, self._book.profile.city
        day = medium_date(content.dated_on) if content.dated_on else "." * 30
        return f"Dibuat di {city or '.' * 30}\npada tanggal {day}"

    def _part(self, mark: str, name: str) -> list[Strip]:
        return heading(mark, name, self._book, self._sheet)

    def _point(self, number: int, name: str) -> list[Strip]:
        return heading(f"{number}.", name, self._book, self._sheet, self._step)

    def _prose(self, text: str | None) -> list[Strip]:
        return prose(text, self._book, self._sheet, 2 * self._step)

    def _points(self, texts: tuple[str, ...] | None) -> list[Strip]:
        return points(texts, self._book, self._sheet, 2 * self._step)
