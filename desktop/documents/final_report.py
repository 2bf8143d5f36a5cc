"""Laporan Akhir Topik: what a topic was, what was done in it, and how everything in it ended.

The parts follow the official form of a report. Its annexes are the follow-ups with their ends, landscape, and the
stages, which nobody reads first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.base.dates import medium_date
from desktop.base.numbers import grouped
from desktop.documents.action_matrix import NOTHING
from desktop.documents.content import OfficeProfile
from desktop.documents.final_report_annexes import follow_ups_annex, numbered, stages_annex, table_of
from desktop.documents.final_report_content import EndsOfKind, FinalReportContent, ReportedMeeting
from desktop.documents.letter_parts import heading, points, prose, signature, step
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
from desktop.documents.typesetting.table import BULLET, Column

_WIDEST_MONTH = "30 September"  # the year goes below
_TOTAL_GREY = 0.955


def render(content: FinalReportContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The report as a PDF; `progress` hears pages done and pages known so far and may raise to cancel."""
    title = f"{content.heading.capitalize()} {content.title}"
    book = Book(profile, title, draft=content.draft, progress=progress)
    sheet = sheet_for(profile)
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(_Report(content, book, sheet).strips())
    flow.close()
    annexes = 0
    if content.follow_ups:
        annexes += 1
        follow_ups_annex(annexes, content, book)
    if content.stages:
        stages_annex(annexes + 1, content, book)
    return book.finish()


class _Report:
    """One report being composed, part by part."""

    def __init__(self, content: FinalReportContent, book: Book, sheet: Sheet) -> None:
        self._content, self._book, self._sheet = content, book, sheet
        self._face, self._bold = book.family.regular, book.family.bold
        self._step = step(book)

    def strips(self) -> Iterator[Strip]:
        """All parts in the order of the form."""
        yield from self._title()
        yield from self._part("A.", "Pendahuluan")
        yield from self._general()
        yield from self._part("B.", "Kegiatan yang Dilaksanakan")
        yield from self._held()
        yield from self._part("C.", "Hasil yang Dicapai")
        yield from self._results()
        yield from self._part("D.", "Penutup")
        closing = prose(self._content.note, self._book, self._sheet, self._step)
        yield from keep_tail(closing)
        yield from signature(self._content.signatory, self._made(), self._book, self._sheet)

    def _title(self) -> Iterator[Strip]:
        size, measure = self._book.size, self._sheet.measure
        yield from centered_balanced(self._content.heading, self._bold, Style(size + 2, keeps=True), measure)
        below = Style(size + 1, before=size * 0.35, keeps=True)
        yield from centered_balanced("TENTANG", self._bold, below, measure)
        subject = f"KOORDINASI {capitals(self._content.title)}"
        yield from centered_balanced(subject, self._bold, below, measure)
        yield white(size * 0.6)

    def _general(self) -> Iterator[Strip]:
        content = self._content
        rows = [Field("Topik", [content.title])]
        if content.event_date:
            rows.append(Field(content.event_label, [medium_date(content.event_date)]))
        rows.append(Field("Masa koordinasi", self._period()))
        if content.regions:
            rows.append(Field("Wilayah", [", ".join(content.regions)]))
        style = Style(self._book.size, self._step, self._book.size * 0.15, leading=self._book.leading)
        yield from fields(rows, self._face, style, self._sheet)

    def _period(self) -> list[str] | None:
        content = self._content
        if content.begun_on is None and content.closed_on is None:
            return None
        first = medium_date(content.begun_on) if content.begun_on else "." * 24
        last = medium_date(content.closed_on) if content.closed_on else "." * 24
        return [f"{first} s.d. {last}"]

    def _held(self) -> Iterator[Strip]:
        meetings = self._content.meetings
        yield from self._text(self._held_words())
        if not meetings:
            return
        yield white(self._book.size * 0.4)
        columns = (
            Column("Tanggal", 18, fits=_WIDEST_MONTH),
            Column("Rapat", 42),
            Column("Tempat", 22),
            Column("Hadir", 18, fits="00 kelompok"),
        )
        rows = [(medium_date(one.held_on), one.title, one.place or NOTHING, _came(one)) for one in meetings]
        yield from self._table(columns, rows)

    def _held_words(self) -> str:
        content = self._content
        if not content.meetings:
            return "Tidak ada rapat yang dilaksanakan."
        came = " dan ".join(filter(None, (
            _so_many(sum(one.present for one in content.meetings), "orang"),
            _so_many(sum(one.groups for one in content.meetings), "kelompok"),
        )))  # fmt: skip
        words = f"Dilaksanakan {grouped(len(content.meetings))} rapat"
        words += f" dengan kehadiran {came}" if came else ""
        words += f"; {grouped(content.cancelled)} rapat lain dibatalkan" if content.cancelled else ""
        return f"{words}."

    def _results(self) -> Iterator[Strip]:
        content, number = self._content, 0
        parts = (
            ("Kesimpulan rapat", self._conclusions() if any(one.decisions for one in content.meetings) else None),
            ("Tindak lanjut", self._follow_ups() if content.follow_ups else None),
            ("Kendala dan penyelesaiannya", self._problems() if content.problems else None),
            ("Kesiapan wilayah menurut laporan terakhir", self._readiness() if content.readiness else None),
        )
        for name, strips in parts:
            if strips is not None:
                number += 1
                yield from heading(f"{number}.", name, self._book, self._sheet, self._step)
                yield from strips
        if not number:
            yield from self._text("Belum ada hasil yang dicatat.")

    def _conclusions(self) -> Iterator[Strip]:
        for one in self._content.meetings:
            if one.decisions:
                yield from self._named(f"{one.title}, {medium_date(one.held_on)}", bold=False)
                yield from points(one.decisions, self._book, self._sheet, 2 * self._step)

    def _follow_ups(self) -> Iterator[Strip]:
        content = self._content
        yield from self._text(f"{_ended_words(content.ends)} Rinciannya pada lampiran.")
        yield white(self._book.size * 0.4)
        yield from self._ends_table()
        what, who = Column("Tindak Lanjut", 36), Column("Penanggung Jawab", 24)
        if content.handed_over:
            yield from self._named("Yang dialihkan")
            yield from self._table(
                (what, who, Column("Dialihkan ke", 20), Column("Alasan", 20)),
                [(one.text, _listed(one.responsible), one.to, one.reason) for one in content.handed_over],
            )
        if content.stopped:
            yield from self._named("Yang tidak dilanjutkan")
            yield from self._table(
                (what, who, Column("Alasan", 40)),
                [(one.text, _listed(one.responsible), one.reason or NOTHING) for one in content.stopped],
            )

    def _ends_table(self) -> Iterator[Strip]:
        ends = self._content.ends
        columns = [("Selesai", "done"), ("Tidak dilanjutkan", "stopped"), ("Dialihkan", "handed_over")]
        if any(one.open for one in ends):
            columns.append(("Masih terbuka", "open"))
        columns.append(("Jumlah", "total"))
        heads = [Column(head, 16, align="center", fits=max(head.split(), key=len) + "0") for head, _ in columns]
        table = table_of((Column("Jenis", 30), *heads), self._book, self._sheet)
        yield from table.head
        for one in ends:
            yield from table.row((one.kind, *(_number(getattr(one, name)) for _, name in columns)))
        sums = [_number(sum(getattr(one, name) for one in ends)) for _, name in columns]
        for strip in table.row(("Jumlah", *sums), bold=True):
            strip.shade = _TOTAL_GREY
            yield strip

    def _problems(self) -> Iterator[Strip]:
        yield white(self._book.size * 0.3)
        columns = (Column("Tanggal", 15, fits=_WIDEST_MONTH), Column("Wilayah", 18), Column("Bidang", 14),
                   Column("Uraian", 30), Column("Penyelesaian", 27))  # fmt: skip
        yield from self._table(
            columns,
            [
                (medium_date(one.happened_on), one.region or NOTHING, one.field or NOTHING, one.text,
                 one.handling or NOTHING)
                for one in self._content.problems
            ],
        )  # fmt: skip

    def _readiness(self) -> Iterator[Strip]:
        yield white(self._book.size * 0.3)
        columns = (Column("Wilayah", 40), *(Column(head, 18, align="center") for head in
                   ("Butir siap", "Butir dilaporkan", "Butir berlaku", "Skor")))  # fmt: skip
        yield from self._table(
            columns,
            [
                (one.region, grouped(one.ready), grouped(one.reported), grouped(one.total),
                 NOTHING if one.percent is None else f"{one.percent}%")
                for one in self._content.readiness
            ],
        )  # fmt: skip

    def _made(self) -> str:
        city = self._book.profile.city
        day = medium_date(self._content.closed_on) if self._content.closed_on else "." * 30
        return f"Dibuat di {city or '.' * 30}\npada tanggal {day}"

    def _part(self, mark: str, name: str) -> list[Strip]:
        return heading(mark, name, self._book, self._sheet)

    def _named(self, words: str, *, bold: bool = True) -> list[Strip]:
        """A small heading tied to the table or points below it."""
        size = self._book.size
        style = Style(size, self._step * 2, size * 0.6, keeps=True, leading=self._book.leading)
        strips = paragraph([(words, self._bold if bold else self._book.family.italic)], style, self._sheet.measure)
        return [*strips, Strip(size * 0.3, keeps=True)]

    def _text(self, words: str) -> list[Strip]:
        return prose(words, self._book, self._sheet, self._step)

    def _table(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Iterator[Strip]:
        return numbered(columns, rows, self._book, self._sheet)


def _came(one: ReportedMeeting) -> str:
    return ", ".join(filter(None, (_so_many(one.present, "orang"), _so_many(one.groups, "kelompok")))) or NOTHING


def _so_many(count: int, what: str) -> str:
    return f"{grouped(count)} {what}" if count else ""


def _ended_words(ends: Sequence[EndsOfKind]) -> str:
    """How many there were and how they ended: `6 tindak lanjut: 4 selesai, 1 dialihkan.`"""
    counted = (
        ("selesai", sum(one.done for one in ends)),
        ("tidak dilanjutkan", sum(one.stopped for one in ends)),
        ("dialihkan", sum(one.handed_over for one in ends)),
        ("masih terbuka", sum(one.open for one in ends)),
    )
    told = ", ".join(f"{grouped(count)} {words}" for words, count in counted if count)
    return f"{grouped(sum(one.total for one in ends))} tindak lanjut: {told}."


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return names[0] if names else NOTHING
    return "\n".join(f"{BULLET}{name}" for name in names)


def _number(count: int) -> str:
    return grouped(count) if count else NOTHING
