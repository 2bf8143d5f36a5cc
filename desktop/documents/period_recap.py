"""The recap of a period, landscape: its meetings, who came by institution, and how far the follow-ups are.

It counts who was absent, so below its title it says that it is for the office alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple

from desktop.base.dates import medium_date, short_date
from desktop.base.numbers import grouped
from desktop.documents.completion_bars import bar, legend, percent_done
from desktop.documents.content import OfficeProfile
from desktop.documents.period_recap_content import INTERNAL, PeriodRecapContent, RecapMeeting, RecapTasks
from desktop.documents.typesetting.blocks import Field, Style, fields, paragraph, white
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import keep_all, paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, Sheet, sheet_for
from desktop.documents.typesetting.table import Column, Table
from desktop.documents.typesetting.text import text_width

_MEETINGS = ("Diundang", "Hadir", "Diwakili", "Tamu", "Tindak lanjut")
_SEATS = ("Diundang", "Hadir", "Diwakili", "Berhalangan", "Tidak hadir", "Belum dicatat")
_TASKS = (
    "Diberikan", "Belum", "Dalam proses", "Selesai (laporan)", "Selesai (bukti)", "Tidak dilanjutkan", "Terlambat",
)  # fmt: skip
_ABOUT_SEATS = (
    "Satu undangan adalah satu kursi di satu rapat. Hadir: yang diundang datang sendiri; Diwakili: orang lain "
    "datang atas namanya. Tamu tanpa undangan tidak dihitung di sini."
)
_ABOUT_TASKS = (
    "Tindak lanjut untuk beberapa instansi dihitung pada masing-masing. Terlambat: belum selesai dan batas "
    "waktunya, yang disepakati dalam rapat atau mengikuti jadwal tahapan, sudah lewat."
)
_ABOUT_REGIONS = (
    "Tindak lanjut untuk beberapa wilayah dihitung pada masing-masing, menurut keadaannya secara keseluruhan."
)
_ABOUT_MONTHS = "Menurut bulan rapat yang menghasilkannya; tiap tindak lanjut dihitung satu kali."
_LARGEST = 9.5
_BAR = 2  # the column
_TOTAL_GREY = 0.955
_NONE = "–"

Row = tuple[Sequence[str], Sequence[int | None]]  # what leads, then the numbers; none prints a dash


def render(content: PeriodRecapContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The recap as a PDF; `progress` hears pages done and pages known so far and may raise to cancel."""
    book = Book(profile, f"{content.heading.capitalize()} {content.period}", draft=False, progress=progress)
    sheet = sheet_for(profile, landscape=True)
    state = f"Posisi data per {medium_date(content.as_of)}" if content.as_of else ""
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(paper_heading(content.heading, [content.period, content.scope, state, INTERNAL], book, sheet))
    flow.place(_summary(content, book, sheet))
    flow.place(_parts(content, book, sheet))
    flow.close()
    return book.finish()


def _summary(content: PeriodRecapContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    """The three facts to take away, in numbers."""
    held = [one for one in content.meetings if not one.cancelled]
    meetings = f"{grouped(len(held))} rapat"
    if len(held) < len(content.meetings):
        meetings += f", {grouped(len(content.meetings) - len(held))} lagi dibatalkan"
    seats = _sums(astuple(one)[1:] for one in content.attendance) or [0] * len(_SEATS)
    came = [f"{grouped(count)} {name.lower()}" for name, count in zip(_SEATS, seats, strict=True) if count]
    guests = sum(one.guests for one in held)
    came += [f"{grouped(guests)} tamu"] if guests else []
    tasks = f"{grouped(content.follow_ups)} diberikan"
    if content.follow_ups:
        tasks += f", {grouped(content.open)} masih terbuka, {grouped(content.late)} terlambat"
    rows = [Field("Rapat", [meetings]), Field("Kehadiran", [", ".join(came) or "Belum ada undangan"]),
            Field("Tindak lanjut", [tasks])]  # fmt: skip
    return fields(rows, book.family.regular, Style(book.size, before=book.size * 0.1), sheet)


def _parts(content: PeriodRecapContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    days = (Column("Tanggal", 14), Column("Rapat", 46))
    rows: list[Row] = [
        ((short_date(one.held_on) if one.held_on else _NONE, _titled(one)), _numbers(one))
        for one in content.meetings
    ]
    yield from _heading("Rapat", "" if rows else "Tidak ada rapat dalam kurun waktu ini.", book, sheet)
    yield from _table(days, _MEETINGS, rows, book, sheet)
    names = (Column("Instansi", 40),)
    rows = [((one.institution,), astuple(one)[1:]) for one in content.attendance]
    yield from _heading("Kehadiran tiap instansi", _ABOUT_SEATS if rows else "Belum ada undangan.", book, sheet)
    yield from _table(names, _SEATS, rows, book, sheet)
    nothing = "Belum ada tindak lanjut."
    yield from _heading("Tindak lanjut tiap instansi", _ABOUT_TASKS if content.tasks else nothing, book, sheet)
    yield from _completion("Instansi", content.tasks, book, sheet)
    for title, head, said, tasks in (
        ("Tindak lanjut tiap wilayah", "Wilayah", _ABOUT_REGIONS, content.regions),
        ("Tindak lanjut tiap bulan", "Bulan rapat", _ABOUT_MONTHS, content.months),
    ):
        if tasks:
            yield from _heading(title, said, book, sheet)
            yield from _completion(head, tasks, book, sheet)


def _heading(title: str, said: str, book: Book, sheet: Sheet) -> list[Strip]:
    """The name of a part and what is to be said of it, tied to its table."""
    face, bold, size = book.family.regular, book.family.bold, book.size
    strips = paragraph([(title, bold)], Style(size + 1, before=size * 1.5, keeps=True), sheet.measure)
    strips += paragraph([(said, face)], Style(size - 2, before=size * 0.2, keeps=True), sheet.measure)
    return [*strips, white(size * 0.4)]


def _table(
    leading: Sequence[Column],
    counted: Sequence[str],
    rows: Sequence[Row],
    book: Book,
    sheet: Sheet,
    draw: Callable[[Table, int, Strip], None] | None = None,
) -> Iterator[Strip]:
    """What was counted, row by row, and below it the sums; no table of nothing.

    `draw` adds to the first strip of a row what is no text.
    """
    face, bold, size = book.family.regular, book.family.bold, min(book.size - 1, _LARGEST)
    if not rows:
        return
    number = Column("No.", 4, align="center", fits=max("No.0", f"{len(rows)}.0", key=len))
    table = Table((number, *leading, *map(_counted, counted)), sheet.measure, sheet.depth, face, bold, size)
    yield from table.head
    for place, (lead, numbers) in enumerate(rows, 1):
        strips = table.row((f"{place}.", *lead, *map(_number, numbers)))
        if draw is not None:
            draw(table, place - 1, strips[0])
        yield from keep_all(strips) if place == len(rows) else strips
    sums = _sums(numbers for _, numbers in rows)
    widest = max(leading, key=lambda column: column.share)
    sum_words = ["Jumlah" if column is widest else "" for column in leading]
    for strip in table.row(("", *sum_words, *map(_number, sums)), bold=True):
        strip.shade = _TOTAL_GREY
        yield strip


def _completion(head: str, tasks: Sequence[RecapTasks], book: Book, sheet: Sheet) -> Iterator[Strip]:
    """The counts with their bars."""
    if not tasks:
        return
    yield from legend(book, sheet)
    rows: list[Row] = [((one.name, percent_done(one)), astuple(one)[1:]) for one in tasks]

    def draw(table: Table, place: int, strip: Strip) -> None:
        x, width = table.place(_BAR)
        words = text_width("100% ", book.family.regular, table.size)
        strip.draw = bar(tasks[place], x + words, width - words, table.size * 1.1, table.size)

    yield from _table((Column(head, 34), Column("Capaian", 20)), _TASKS, rows, book, sheet, draw)


def _counted(head: str) -> Column:
    """A column of numbers, wide enough for the longest word above it."""
    return Column(head, 9, align="center", fits=max(f"{head} ".split(" "), key=len) + "0")


def _numbers(one: RecapMeeting) -> tuple[int | None, ...]:
    seats = (one.invited, one.present, one.represented, one.guests)
    return (*([None] * len(seats) if one.cancelled else seats), one.tasks)


def _titled(one: RecapMeeting) -> str:
    return f"{one.title} (dibatalkan)" if one.cancelled else one.title


def _number(count: int | None) -> str:
    return grouped(count) if count else _NONE


def _sums(rows: Iterable[Sequence[int | None]]) -> list[int]:
    return [sum(count or 0 for count in column) for column in zip(*rows, strict=True)]
