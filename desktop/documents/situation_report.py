"""Laporan Situasi Harian: one page on how each region is, and on what happened.

A region is called what was reported of it, in words and in a shade that also reads in grey. Of a region nobody
reported the page says just that: no report is no calm.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from desktop.base.dates import clock_text, long_date, short_date
from desktop.documents.content import OfficeProfile
from desktop.documents.situation_content import RegionSituation, SituationContent, SituationProblem
from desktop.documents.typesetting.blocks import Field, Style, fields, paragraph
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, Sheet, Tint, sheet_for
from desktop.documents.typesetting.shortened import shortened
from desktop.documents.typesetting.sign_block import place_and_date, sign_block
from desktop.documents.typesetting.table import Column, Table

STATES: dict[str | None, tuple[str, Tint | None]] = {
    "kondusif": ("Kondusif", (0.867, 0.953, 0.875)),
    "perhatian": ("Perlu perhatian", (0.937, 0.765, 0.463)),
    "gangguan": ("Gangguan", (0.859, 0.561, 0.424)),
    None: ("Belum ada laporan", None),
}
"""How each state reads and its colour, one clearly darker than the other."""

_LARGEST, _SLACK = 10.5, 2.0
_MANY = 20  # regions
_SETTINGS = ((0.0, 6), (0.5, 4), (1.5, 3))  # taken off the size, lines of a cell: until the page holds all
_FIELD = 2  # the column that leaves its room where nothing has a field
_NONE = "–"
_NOTHING = "Belum ada kendala atau perkembangan yang dicatat."


def render(content: SituationContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The report as a PDF, always one page; `progress` hears of it and may raise to cancel."""
    book = Book(profile, f"{content.heading.capitalize()} {content.title}", draft=content.draft, progress=progress)
    sheet = sheet_for(profile)
    flow = Flow(book, sheet)
    strips = _fitted(content, book, sheet)
    for strip in strips:
        strip.keeps = False  # it is one page in any case
    flow.place(strips)
    flow.close()
    return book.finish()


def _fitted(content: SituationContent, book: Book, sheet: Sheet) -> list[Strip]:
    """The page, set closer where it must be; at last events are left out from the end, and counted."""
    for smaller, lines in _SETTINGS:
        size = min(book.size, _LARGEST) - smaller
        top, bottom = _top(content, book, sheet, size), _signature(content, book, sheet, size)
        head, rows = _problems(content.problems, book, sheet, size, lines)
        room = sheet.depth - _SLACK - _height([*top, *head, *bottom])
        if _height(strip for row in rows for strip in row) <= room:
            break
    else:
        all_rows = len(rows)
        more = _line(f"… dan {all_rows} lainnya", book, sheet, size)
        while rows and _height(strip for row in rows for strip in row) + _height(more) > room:
            rows.pop()
        bottom = [*_line(f"… dan {all_rows - len(rows)} lainnya", book, sheet, size), *bottom]
    return [*top, *head, *(strip for row in rows for strip in row), *bottom]


def _top(content: SituationContent, book: Book, sheet: Sheet, size: float) -> list[Strip]:
    face = book.family.regular
    when = ", ".join(
        filter(None, (
            long_date(content.day) if content.day else "",
            f"pukul {clock_text(content.clock, content.zone, content.day)}" if content.clock else "",
        ))
    )  # fmt: skip
    subject = shortened(content.title, face, book.size, sheet.measure, 2)
    counts: Counter[str | None] = Counter(one.state for one in content.regions)
    summary = " · ".join(f"{words}: {counts[state]}" for state, (words, _) in STATES.items())
    facts = [Field("Keadaan", [when] if when else None)]
    if content.event:
        facts.append(Field("Menuju", [shortened(content.event, face, size, sheet.measure * 0.75, 1)]))
    facts.append(Field("Wilayah", [summary]))
    return [
        *letterhead(book.profile, sheet),
        *paper_heading(content.heading, [subject] if subject else [], book, sheet),
        *fields(facts, face, Style(size, before=size * 0.2), sheet),
        Strip(size * 0.5),
        *_regions(content.regions, book, sheet, size),
        *_title("Kendala dan perkembangan", book, sheet, size),
    ]


def _regions(regions: Sequence[RegionSituation], book: Book, sheet: Sheet, size: float) -> Iterator[Strip]:
    """Two regions a row, three where there are many; read down one column and then the next."""
    if not regions:
        return
    across = 2 if len(regions) <= _MANY else 3
    columns = (Column("Wilayah", 27), Column("Keadaan", 20, fits=STATES[None][0])) * across
    face = book.family.regular
    table = Table(
        columns, sheet.measure, sheet.depth, face, book.family.bold, size - (0.5 if across == 2 else 1.5)
    )
    yield from table.head
    rows = -(-len(regions) // across)
    for place in range(rows):
        texts: list[str] = []
        tints: list[Tint | None] = []
        for one in (regions[place + rows * column : place + rows * column + 1] for column in range(across)):
            name, (words, tint) = (one[0].region, STATES[one[0].state]) if one else ("", ("", None))
            name = name.replace("Kabupaten ", "Kab. ") if across > 2 else name
            texts += (shortened(name, face, table.size, table.room(0), 2), words)
            tints += (None, tint)
        yield from table.row(texts, tints)


def _problems(
    problems: Sequence[SituationProblem], book: Book, sheet: Sheet, size: float, lines: int
) -> tuple[list[Strip], list[list[Strip]]]:
    """The head of the table of events, and its rows, each a block of strips."""
    if not problems:
        return _line(_NOTHING, book, sheet, size), []
    columns = (
        Column("Waktu", 11, fits="00.00"), Column("Wilayah", 18), Column("Bidang", 14), Column("Uraian", 34),
        Column("Penanganan", 25),
    )  # fmt: skip
    texts = [_texts(one) for one in problems]
    kept = [place for place in range(len(columns)) if place != _FIELD or any(row[place] for row in texts)]
    face = book.family.regular
    shown = [columns[place] for place in kept]
    table = Table(shown, sheet.measure, sheet.depth, face, book.family.bold, size - 0.5)

    def row(cells: tuple[str, ...]) -> list[Strip]:
        chosen = [cells[place] or _NONE for place in kept]
        return table.row([shortened(one, face, table.size, table.room(n), lines) for n, one in enumerate(chosen)])

    return table.head, [row(cells) for cells in texts]


def _texts(one: SituationProblem) -> tuple[str, ...]:
    when = (short_date(one.day) if one.day else "", clock_text(one.clock, None) if one.clock else "")
    return " ".join(filter(None, when)), one.region, one.field, one.text, one.handling


def _signature(content: SituationContent, book: Book, sheet: Sheet, size: float) -> list[Strip]:
    if content.signatory is None:
        return []
    dated = place_and_date(book.profile.city, content.day)
    return sign_block([content.signatory], dated, book, Style(size, leading=1.2), sheet)


def _title(text: str, book: Book, sheet: Sheet, size: float) -> list[Strip]:
    strips = paragraph([(text, book.family.bold)], Style(size, before=size * 0.85), sheet.measure)
    return [*strips, Strip(size * 0.3)]


def _line(text: str, book: Book, sheet: Sheet, size: float) -> list[Strip]:
    return paragraph([(text, book.family.regular)], Style(size, before=size * 0.2), sheet.measure)


def _height(strips: Iterable[Strip]) -> float:
    return sum(strip.height + strip.before for strip in strips)
