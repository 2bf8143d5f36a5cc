"""The annexes of the final report on a topic, and how it sets its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from desktop.base.dates import medium_date
from desktop.documents.action_matrix import NOTHING, matrix_table
from desktop.documents.final_report_content import FinalReportContent
from desktop.documents.typesetting.blocks import Field, Style, fields
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import keep_all, paper_heading
from desktop.documents.typesetting.page import Book, Sheet, sheet_for
from desktop.documents.typesetting.table import Column, Table

_LARGEST = 10.0
_WIDEST_DAY = "30 September 2024"


def follow_ups_annex(number: int, content: FinalReportContent, book: Book) -> None:
    """The matrix of follow-ups with their ends, landscape, as annex `number`."""
    sheet = sheet_for(book.profile, landscape=True)
    state = f"Posisi data per {medium_date(content.closed_on)}" if content.closed_on else ""
    flow = Flow(book, sheet)
    flow.place(_annex_head(number, "MATRIKS TINDAK LANJUT", state, content, book, sheet))
    flow.place(matrix_table(content.follow_ups, book, sheet))
    flow.close()


def stages_annex(number: int, content: FinalReportContent, book: Book) -> None:
    """The stages of the topic with their days, as annex `number`."""
    sheet = sheet_for(book.profile)
    columns = (
        Column("Tahapan", 56),
        Column("Mulai", 22, fits=_WIDEST_DAY),
        Column("Selesai", 22, fits=_WIDEST_DAY),
    )
    rows = [(one.name, _day(one.starts_on), _day(one.ends_on)) for one in content.stages]
    flow = Flow(book, sheet)
    flow.place(_annex_head(number, "TAHAPAN", "", content, book, sheet))
    flow.place(numbered(columns, rows, book, sheet))
    flow.close()


def _annex_head(
    number: int, name: str, state: str, content: FinalReportContent, book: Book, sheet: Sheet
) -> Iterator[Strip]:
    label = f"Lampiran {'I' * number}" if content.follow_ups and content.stages else "Lampiran"
    facts = [Field(label, [f"{content.heading.capitalize()} {content.title}"])]
    yield from keep_all(fields(facts, book.family.regular, Style(book.size - 1, before=1.5), sheet))
    yield Strip(book.size * 1.3, keeps=True)
    yield from paper_heading(name, [state] if state else [], book, sheet)


def table_of(columns: Sequence[Column], book: Book, sheet: Sheet) -> Table:
    """A table as this report sets them."""
    size = min(book.size - 1, _LARGEST)
    return Table(columns, sheet.measure, sheet.depth, book.family.regular, book.family.bold, size)


def numbered(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], book: Book, sheet: Sheet
) -> Iterator[Strip]:
    """A table whose rows are counted in front."""
    widest = max("No.", f"{len(rows)}.", key=len)
    table = table_of((Column("No.", 5, align="center", fits=f"{widest}0"), *columns), book, sheet)
    return table.strips((f"{place}.", *row) for place, row in enumerate(rows, 1))


def _day(day: date | None) -> str:
    return medium_date(day) if day else NOTHING
