"""Gambaran Pengamanan on paper, landscape: polling stations by class, then personnel planned against needed.

It is classified: the class stands in the edge of each page and below the heading. Nothing depends on colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.base.dates import medium_date, numeric_date
from desktop.base.numbers import grouped
from desktop.documents.content import OfficeProfile
from desktop.documents.security_picture_content import (
    Count,
    PersonnelLine,
    SecurityPictureContent,
    StationLine,
)
from desktop.documents.typesetting.blocks import Style, paragraph
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, Sheet, sheet_for
from desktop.documents.typesetting.table import BULLET, Column, Table

NOTHING_CLASSIFIED = "Klasifikasi TPS belum dilaporkan."
NOTHING_PLANNED = "Rencana personel belum dilaporkan."
WHOLES = "Dilaporkan sebagai keseluruhan, tidak dijumlahkan"
_COUNTED = "9.999.9999"  # bold digits are no wider
_STATIONS = (
    Column("No.", 4, align="center", fits="0000."),
    Column("Wilayah", 20),
    Column("Kurang Rawan", 9, align="center", fits=_COUNTED),
    Column("Rawan", 8, align="center", fits=_COUNTED),
    Column("Sangat Rawan", 8, align="center", fits=_COUNTED),
    Column("Jumlah", 8, align="center", fits=_COUNTED),
    Column("TPS Wilayah", 12, align="center", fits="(sementara)"),
    Column("Keterangan", 24),
    Column("Posisi Data", 10, align="center", fits="26-11-2024"),
    Column("Sumber", 20),
)
_PERSONNEL = (
    Column("No.", 4, align="center", fits="0000."),
    Column("Wilayah", 16),
    Column("Kebutuhan Polri", 11, align="center", fits="Kebutuhann"),
    Column("Rencana Polri", 10, align="center", fits="Rencanaa"),
    Column("Selisih Polri", 19),
    Column("Kebutuhan Linmas", 11, align="center", fits="Kebutuhann"),
    Column("Rencana Linmas", 10, align="center", fits="Rencanaa"),
    Column("Selisih Linmas", 19),
    Column("TNI", 9, align="center", fits="8.2399"),
    Column("Lainnya", 8, align="center", fits=_COUNTED),
    Column("Posisi Data", 10, align="center", fits="26-11-2024"),
    Column("Sumber", 14),
)
_LARGEST = 9.0
_UNKNOWN = "–"
_BELOW = frozenset({"sum", "district", "part"})


def render(content: SecurityPictureContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The paper as a PDF; `progress` hears pages done and known so far and may raise to cancel."""
    title = f"{content.heading.capitalize()} {content.title} ({content.security_class})"
    book = Book(profile, title, draft=False, progress=progress, security=content.security_class)
    sheet = sheet_for(profile, landscape=True)
    lines = [
        content.title,
        content.event,
        f"Posisi data per {medium_date(content.as_of)}" if content.as_of else "",
        content.handling,
    ]
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(paper_heading(content.heading, [line for line in lines if line], book, sheet))
    flow.place(_heading("TPS menurut Kelas Kerawanan", book, sheet, first=True))
    flow.place(_stations(content, book, sheet))
    flow.place(_heading("Personel Direncanakan dan Dibutuhkan", book, sheet))
    flow.place(_personnel(content, book, sheet))
    flow.place(_notes(content, book, sheet))
    flow.close()
    return book.finish()


def _stations(content: SecurityPictureContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    if not content.stations:
        yield from _sentence(NOTHING_CLASSIFIED, book, sheet)
        return
    yield from _table(_STATIONS, content.stations, [_station_texts(one) for one in content.stations], book, sheet)


def _personnel(content: SecurityPictureContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    if not content.personnel:
        yield from _sentence(NOTHING_PLANNED, book, sheet)
        return
    texts = [_personnel_texts(one) for one in content.personnel]
    yield from _table(_PERSONNEL, content.personnel, texts, book, sheet)


def _table(
    columns: Sequence[Column],
    lines: Sequence[StationLine | PersonnelLine],
    texts: Sequence[tuple[str, ...]],
    book: Book,
    sheet: Sheet,
) -> Iterator[Strip]:
    """The lines below each other; regions are numbered, sums stand out, wholes have a heading of their own."""
    size = min(book.size - 2, _LARGEST)
    table = Table(columns, sheet.measure, sheet.depth, book.family.regular, book.family.bold, size)
    yield from table.head
    number, in_wholes = 0, False
    for line, row in zip(lines, texts, strict=True):
        if line.kind == "whole" and not in_wholes:
            in_wholes = True
            yield from table.heading(WHOLES)
        number += line.kind == "region"
        counted = f"{number}." if line.kind == "region" else ""
        below = BULLET if line.kind in _BELOW else ""
        yield from table.row((counted, f"{below}{line.name}", *row), bold=line.kind == "total")


def _station_texts(one: StationLine) -> tuple[str, ...]:
    known = one.stations is not None or one.kind not in _BELOW  # of a kecamatan there is no such figure
    stations = " ".join(filter(None, (_count(one.stations, one.kind) if known else "", one.stations_kind)))
    counts = (_count(each, one.kind) for each in (one.low, one.medium, one.high, one.total))
    source = "; ".join(filter(None, (one.teller, one.source)))
    return (*counts, stations, one.told, numeric_date(one.as_of) if one.as_of else "", source)


def _personnel_texts(one: PersonnelLine) -> tuple[str, ...]:
    def count(value: Count) -> str:
        return _count(value, one.kind)

    return (
        count(one.police_needed), count(one.police_planned), one.police_gap, count(one.linmas_needed),
        count(one.linmas_planned), one.linmas_gap, count(one.army), count(one.others),
        numeric_date(one.as_of) if one.as_of else "", one.source,
    )  # fmt: skip


def _count(value: Count, kind: str) -> str:
    """A number as it reads; what nobody told is a dash, and nothing where a line has no such number at all."""
    if value is None:
        return _UNKNOWN if kind in {"region", "district", "total"} else ""
    return grouped(value) if isinstance(value, int) else value


def _notes(content: SecurityPictureContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    """The patterns that were counted with, with their source, and how."""
    style = Style(book.size - 2, before=book.size * 0.5)
    if content.personnel:
        words = "Angka dalam kurung pada jumlah: dari berapa wilayah rencana atau kebutuhannya diketahui."
        yield from paragraph([(words, book.family.regular)], style, sheet.measure)
    if content.patterns:
        source = f" (sumber: {content.pattern_sources})" if content.pattern_sources else ""
        words = f"Pola: {'; '.join(content.patterns)}{source}. {content.rule}"
        yield from paragraph([(words, book.family.regular)], style, sheet.measure)


def _heading(words: str, book: Book, sheet: Sheet, *, first: bool = False) -> Iterator[Strip]:
    style = Style(book.size, before=0.0 if first else book.size * 1.4, keeps=True)
    yield from paragraph([(words, book.family.bold)], style, sheet.measure)
    yield Strip(book.size * 0.4, keeps=True)


def _sentence(words: str, book: Book, sheet: Sheet) -> list[Strip]:
    return paragraph([(words, book.family.regular)], Style(book.size - 1), sheet.measure)
