"""Nota Dinas: what came of a meeting, for the head of the office, in one or two pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from desktop.base.dates import medium_date
from desktop.documents.content import OfficeProfile
from desktop.documents.follow_ups_table import follow_ups_table
from desktop.documents.letter_parts import (
    below_signature,
    heading,
    known,
    points,
    prose,
    signature,
    step,
    when_and_where,
)
from desktop.documents.minutes_facts import official_words, who_came
from desktop.documents.nota_dinas_content import Absence, NotaDinasContent
from desktop.documents.typesetting.blocks import (
    Field,
    Style,
    centered_balanced,
    fields,
    hanging,
    keep_tail,
    paragraph,
    white,
)
from desktop.documents.typesetting.fitting import fitted
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import keep_all
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Page, Progress, Sheet, Spacing, sheet_for
from desktop.documents.typesetting.text import text_width

_TWO_PAGES = 2


def render(content: NotaDinasContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The nota dinas as a PDF; `progress` hears pages done and pages known so far and may raise to cancel.

    It is set on two pages as far as it still reads well.
    """
    sheet = sheet_for(profile)
    title = f"{content.heading.capitalize()} {content.title}"

    def begin(spacing: Spacing) -> Book:
        return Book(profile, title, draft=content.draft, progress=progress, spacing=spacing)

    def write(book: Book) -> int:
        flow = Flow(book, sheet)
        flow.place(letterhead(profile, sheet))
        flow.place(_NotaDinas(content, book, sheet).strips())
        flow.close()
        return len(book.pages)

    return fitted(begin, write, _TWO_PAGES).finish()


class _NotaDinas:
    """One note being composed, part by part."""

    def __init__(self, content: NotaDinasContent, book: Book, sheet: Sheet) -> None:
        self._content, self._book, self._sheet = content, book, sheet
        self._inner = step(book)
        self._number = 0

    def strips(self) -> Iterator[Strip]:
        """All parts in the order of the form."""
        content, book, sheet = self._content, self._book, self._sheet
        yield from self._head()
        yield from prose(content.opening, book, sheet)
        if content.basis is None or content.basis:
            yield from self._part("Dasar")
            yield from points(content.basis, book, sheet, self._inner)
        yield from self._part("Pelaksanaan")
        yield from self._held()
        yield from prose(content.body, book, sheet, self._inner)
        yield from self._attendance()
        yield from self._results()
        if content.suggestion:
            yield from self._part("Saran")
            yield from points(content.suggestion, book, sheet, self._inner)
        yield white(book.size * 0.4)
        yield from keep_tail(prose(content.closing, book, sheet))
        yield from signature(content.signatory, "", book, sheet)
        yield from below_signature("Tembusan", content.copies, book, sheet)

    def _head(self) -> Iterator[Strip]:
        content, book, sheet = self._content, self._book, self._sheet
        head, addressees = content.head, content.addressees
        title = Style(book.size + 3, keeps=True)
        yield from centered_balanced(content.heading, book.family.bold, title, sheet.measure)
        yield white(book.size * 0.8)
        rows = [
            Field("Kepada Yth.", addressees, numbers=len(addressees or ()) > 1),
            Field("Dari", known(content.sender)),
            Field("Tanggal", [medium_date(head.dated_on)] if head.dated_on else None),
            Field("Nomor", known(head.number)),
            Field("Sifat", known(head.urgency)),
            Field("Lampiran", known(head.enclosure)),
            Field("Hal", known(head.subject)),
        ]
        style = Style(book.size, before=book.size * 0.1, leading=book.leading)
        yield from keep_all(fields(rows, book.family.regular, style, sheet))
        yield Strip(book.size * 0.9, keeps=True, draw=_rule(sheet, book.size * 0.5))

    def _part(self, name: str) -> list[Strip]:
        self._number += 1
        return heading(f"{self._number}.", name, self._book, self._sheet)

    def _held(self) -> list[Strip]:
        content, book = self._content, self._book
        facts = [*when_and_where(content), Field("Pimpinan rapat", official_words(content.chair))]
        style = Style(book.size, self._inner, book.size * 0.1, leading=book.leading)
        return list(fields(facts, book.family.regular, style, self._sheet))

    def _attendance(self) -> Iterator[Strip]:
        """Who came in numbers, who did not by office: told here and in no other paper."""
        content, book, sheet = self._content, self._book, self._sheet
        came = who_came(content.present, content.groups, content.deputies)
        if not (came or content.absent or content.open):
            return
        yield from self._part("Kehadiran")
        if came:
            yield from prose(f"Hadir {came}.", book, sheet, self._inner)
        if content.absent:
            yield from keep_tail(prose("Tidak hadir:", book, sheet, self._inner))
            yield from self._listed([_absence(one) for one in content.absent])
        if content.open:
            yield from prose(f"Kehadiran {content.open} undangan belum dicatat.", book, sheet, self._inner)

    def _results(self) -> Iterator[Strip]:
        content, book, sheet = self._content, self._book, self._sheet
        yield from self._part("Hasil")
        if not content.decisions and not content.follow_ups:
            yield from prose(None, book, sheet, self._inner)
        if content.decisions:
            yield from self._label("Kesimpulan")
            yield from points(content.decisions, book, sheet, self._inner)
        if content.follow_ups:
            yield from self._label("Tindak lanjut")
            yield white(book.size * 0.3)
            yield from follow_ups_table(content.follow_ups, book, sheet)

    def _label(self, text: str) -> list[Strip]:
        book = self._book
        style = Style(book.size, self._inner, book.size * 0.35, keeps=True, leading=book.leading)
        return paragraph([(text, book.family.italic)], style, self._sheet.measure)

    def _listed(self, texts: Sequence[str]) -> list[Strip]:
        """Names that are not counted, each behind a dash."""
        face, size = self._book.family.regular, self._book.size
        style = Style(size, self._inner, size * 0.1, leading=self._book.leading)
        hang, measure = text_width("–  ", face, size), self._sheet.measure
        return [strip for text in texts for strip in hanging(("–", face), [(text, face)], style, measure, hang)]


def _absence(one: Absence) -> str:
    state = one.state.lower()
    return f"{one.office} ({state}: {one.reason})" if one.reason else f"{one.office} ({state})"


def _rule(sheet: Sheet, down: float) -> Callable[[Page, float, float], None]:
    def draw(page: Page, x: float, top: float) -> None:
        page.rule(x, top - down, x + sheet.measure, top - down, 0.8)

    return draw
