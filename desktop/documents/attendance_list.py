"""The attendance list printed after a meeting: who came, for whom, and how many they were."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.base.numbers import grouped
from desktop.documents.attendance_list_content import AttendanceListContent
from desktop.documents.attendance_sheet import attendance_facts
from desktop.documents.attendees_table import attendees_table
from desktop.documents.content import OfficeProfile
from desktop.documents.typesetting.blocks import Field, Style, fields, white
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import keep_all, keep_last, paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, Sheet, sheet_for
from desktop.documents.typesetting.sign_block import place_and_date, sign_block

_HEADING = "DAFTAR HADIR"


def render(content: AttendanceListContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The list as a PDF; `progress` hears pages done and pages known so far and may raise to cancel."""
    book = Book(profile, f"{_HEADING.capitalize()} {content.title}", draft=content.draft, progress=progress)
    sheet = sheet_for(profile)
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(paper_heading(_HEADING, [], book, sheet))
    style = Style(book.size, before=book.size * 0.22)
    flow.place(keep_all(fields(attendance_facts(content), book.family.regular, style, sheet)))
    flow.place([white(book.size * 0.7)])
    flow.place(keep_last(attendees_table(content.groups, book, sheet)))
    counts = list(_counts(content, book, sheet))
    if content.signatory is None:
        flow.place(counts)
    else:
        flow.place(keep_all(counts))
        dated = place_and_date(profile.city, content.signed_on)
        block_style = Style(book.size, leading=1.25)
        flow.place(sign_block([content.signatory], dated, book, block_style, sheet))
    flow.close()
    return book.finish()


def _counts(content: AttendanceListContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    people = [one for group in content.groups for one in group.attendees]
    sent = sum(bool(one.represents) for one in people)
    rows = [Field("Jumlah hadir", [f"{grouped(len(people))} orang"])]
    if content.institutions:
        rows.append(Field("Instansi", [grouped(content.institutions)]))
    if sent:
        rows.append(Field("Mewakili", [f"{grouped(sent)} orang"]))
    if content.without_names:
        groups = content.without_names
        rows.append(Field("Hadir tanpa catatan nama", groups, numbers=len(groups) > 1))
    yield white(book.size * 0.6)
    yield from fields(rows, book.family.regular, Style(book.size, before=book.size * 0.22), sheet)
