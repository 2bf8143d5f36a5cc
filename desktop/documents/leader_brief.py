"""Bahan Pimpinan: one page for the head before a meeting; where it would be longer it says how much is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, groupby

from desktop.base.dates import long_date, medium_date, short_date, time_span
from desktop.documents.content import OfficeProfile
from desktop.documents.preparation_content import BriefTask, BriefWeakness, LeaderBriefContent
from desktop.documents.typesetting.blocks import Field, Style, dotted, fields, hanging, paragraph
from desktop.documents.typesetting.flow import Flow, Mark, Strip
from desktop.documents.typesetting.heading import paper_heading
from desktop.documents.typesetting.page import Book, Progress, Sheet, sheet_for
from desktop.documents.typesetting.shortened import shortened
from desktop.documents.typesetting.table import Column, Table
from desktop.documents.typesetting.text import fits, wrap

_POINTS = 3
_POINT_LINES, _CELL_LINES, _FACT_LINES = 3, 2, 2
_SLACK = 2.0  # points
_WIDEST_DAY = "Sel, 12 Nov 2024"


def render(content: LeaderBriefContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The page as a PDF, always one; `progress` hears of it and may raise to cancel."""
    book = Book(profile, f"{content.heading.capitalize()} {content.title}", draft=False, progress=progress)
    sheet = sheet_for(profile)
    flow = Flow(book, sheet)
    strips = _Brief(content, book, sheet).fitted()
    for strip in strips:
        strip.keeps = False  # it is one page in any case
    flow.place(strips)
    flow.close()
    return book.finish()


@dataclass(slots=True)
class _Part:
    """A list on the page: its rows whole, each a block of strips, and how many of them are shown."""

    head: list[Strip]
    rows: list[list[Strip]]
    more: Callable[[int], list[Strip]]
    shown: int = 0
    _heights: list[float] = field(init=False)  # with no row, one, two …

    def __post_init__(self) -> None:
        self._heights = list(accumulate(map(_height, self.rows), initial=_height(self.head)))

    @property
    def height(self) -> float:
        """How high it is with the rows shown."""
        left = len(self.rows) - self.shown
        return self._heights[self.shown] + (_height(self.more(left)) if left else 0.0)

    def strips(self) -> list[Strip]:
        """What prints: the head, the rows shown, and how many more there are."""
        left = len(self.rows) - self.shown
        return [*self.head, *(strip for row in self.rows[: self.shown] for strip in row),
                *(self.more(left) if left else [])]  # fmt: skip


class _Brief:
    """The page being composed; small letters come before left-out rows."""

    def __init__(self, content: LeaderBriefContent, book: Book, sheet: Sheet) -> None:
        self._content, self._book, self._sheet = content, book, sheet
        self._face, self._bold = book.family.regular, book.family.bold
        self._size = min(book.size, 10.5)
        self._text = Style(self._size, before=self._size * 0.2, leading=1.2)

    def fitted(self) -> list[Strip]:
        """Rows are taken off the longest list until the page holds all; the points to raise always stay."""
        top, bottom = self._top(), self._points()
        parts = [
            self._guests(),
            *self._questions(),
            self._tasks(),
            *self._closed(),
            *self._problems(),
            self._weaknesses(),
            *self._progress(),
        ]
        for part in parts:
            part.shown = len(part.rows)
        room = self._sheet.depth - _SLACK - _height(top) - _height(bottom)
        while sum(part.height for part in parts) > room:
            longest = max(parts, key=lambda part: (part.height, part.shown))
            if not longest.shown:
                break
            longest.shown -= 1
        return [*top, *(strip for part in parts for strip in part.strips()), *bottom]

    def _top(self) -> list[Strip]:
        content = self._content
        clock = time_span(content.starts_at, content.ends_at, content.zone, content.held_on)
        when = ", ".join(filter(None, (long_date(content.held_on) if content.held_on else "", clock)))
        state = f"Keadaan per {medium_date(content.as_of)}" if content.as_of else ""
        rows = [
            Field("Rapat", [self._cut(content.title, 0.75)]),
            Field("Waktu", [when] if when else None),
            Field("Tempat", [self._cut(content.place, 0.75)] if content.place else None),
        ]
        if content.purpose:
            rows.append(Field("Maksud", [self._cut(content.purpose, 0.75)]))
        if content.subject:
            rows.append(Field("Topik", [self._cut(content.subject, 0.75)]))
        heading = paper_heading(content.heading, [state] if state else [], self._book, self._sheet)
        return [*heading, *fields(rows, self._face, self._text, self._sheet)]

    def _guests(self) -> _Part:
        columns = (Column("Yang diundang", 42), Column("Yang datang", 36), Column("Jawaban", 18))
        rows = [(one.office, one.name or "–", one.answer) for one in self._content.guests]
        return self._table("Yang hadir atau mewakili", columns, rows, "Undangan belum diisi.")

    def _tasks(self) -> _Part:
        columns = (Column("Instansi", 26), Column("Tindak lanjut", 40), Column("Status", 16),
                   Column("Batas", 10, fits=_WIDEST_DAY))  # fmt: skip
        rows = []
        for _, group in groupby(self._content.tasks, key=lambda task: task.institution):
            for place, task in enumerate(group):
                rows.append((task.institution if place == 0 else "", task.text, _standing(task), _due(task)))
        return self._table("Tindak lanjut yang masih terbuka", columns, rows, "Tidak ada yang masih terbuka.")

    def _questions(self) -> Iterator[_Part]:
        """What the head is to decide; nothing where nothing was asked."""
        if self._content.questions:
            columns = (Column("Perihal", 40), Column("Yang ditanyakan", 46), Column("Sejak", 10, fits=_WIDEST_DAY))
            rows = [
                (": ".join(filter(None, (one.place.replace("Kabupaten ", "Kab. "), one.text))), one.question,
                 short_date(one.since) if one.since else "–")
                for one in self._content.questions
            ]  # fmt: skip
            yield self._table("Perlu arahan pimpinan", columns, rows, "")

    def _closed(self) -> Iterator[_Part]:
        """Nothing where nothing was closed."""
        if self._content.closed:
            columns = (Column("Instansi", 26), Column("Tindak lanjut", 42), Column("Status", 24))
            rows = [(task.institution, task.text, task.state) for task in self._content.closed]
            yield self._table("Selesai sejak rapat lalu", columns, rows, "")

    def _problems(self) -> Iterator[_Part]:
        """Nothing where there are none, which is how most meetings are."""
        if self._content.problems:
            columns = (Column("Wilayah", 22), Column("Kendala", 44), Column("Penanganan", 30))
            rows = [
                (one.region.replace("Kabupaten ", "Kab. ") or "–", one.text, one.handling or "–")
                for one in self._content.problems
            ]
            yield self._table("Kendala yang belum selesai", columns, rows, "")

    def _weaknesses(self) -> _Part:
        columns = (Column("Butir kesiapan", 44), Column("Keadaan", 18), Column("Wilayah", 34))
        shares = sum(column.share for column in columns)
        room = self._sheet.measure * columns[-1].share / shares - 12  # without what a cell keeps free
        rows = [(one.text, one.state, self._regions(one, room)) for one in self._content.weaknesses]
        told = f" ({self._content.readiness})" if self._content.readiness else ""
        empty = "Belum ada laporan yang menunjukkan kekurangan."
        return self._table(f"Kesiapan yang perlu perhatian{told}", columns, rows, empty)

    def _progress(self) -> Iterator[_Part]:
        """What became of readiness since the last meeting; nothing before the second one."""
        content = self._content
        if not content.progress:
            return
        since = f" {medium_date(content.progress_since)}" if content.progress_since else ""
        measure, hang = self._sheet.measure, self._size * 1.2
        texts = [self._cut(text, (measure - hang) / measure) for text in content.progress]
        lines = [hanging(("–", self._face), [(text, self._face)], self._text, measure, hang) for text in texts]
        yield _Part(self._title(f"Kesiapan sejak rapat{since}"), lines, self._more)

    def _regions(self, one: BriefWeakness, width: float) -> str:
        """As many regions as two lines hold; the others are counted."""
        names = [name.replace("Kabupaten ", "Kab. ") for name in one.regions]
        for shown in range(len(names), 0, -1):
            left = len(names) - shown
            text = ", ".join(names[:shown]) + (f", dan {left} lainnya" if left else "")
            if fits(text, self._face, self._size - 1, width, _CELL_LINES):
                return text
        return f"{len(names)} wilayah" if names else ""

    def _points(self) -> list[Strip]:
        strips = self._title("Poin untuk disampaikan")
        measure, hang = self._sheet.measure, self._size * 1.6
        for number in range(1, _POINTS + 1):
            label = (f"{number}.", self._face)
            if number <= len(self._content.points):
                text = self._content.points[number - 1]
                shown = self._cut(text, (measure - hang) / measure, _POINT_LINES)
                strips += hanging(label, [(shown, self._face)], self._text, measure, hang)
            elif not self._content.points:
                line = dotted(self._face, self._size, measure - hang)
                named = wrap(label[0], self._face, self._size, hang)[0]
                marks = [Mark(named, 0, self._text.baseline, self._size),
                         Mark(line, hang, self._text.baseline, self._size)]  # fmt: skip
                strips.append(Strip(self._text.line_height * 1.25, marks))
        return strips

    def _table(self, title: str, columns: Sequence[Column], rows: Sequence[Sequence[str]], empty: str) -> _Part:
        if not rows:
            return _Part([*self._title(title), *self._line(empty)], [], self._more)
        size = self._size - 1
        table = Table(columns, self._sheet.measure, self._sheet.depth, self._face, self._bold, size)
        blocks = [
            table.row([self._shortened(text, size, table.room(place)) for place, text in enumerate(row)])
            for row in rows
        ]
        return _Part([*self._title(title), *table.head], blocks, self._more)

    def _title(self, text: str) -> list[Strip]:
        style = replace(self._text, before=self._size * 0.85)
        return [*paragraph([(text, self._bold)], style, self._sheet.measure), Strip(self._size * 0.25)]

    def _line(self, text: str) -> list[Strip]:
        return paragraph([(text, self._face)], self._text, self._sheet.measure)

    def _more(self, left: int) -> list[Strip]:
        return self._line(f"… dan {left} lainnya")

    def _cut(self, text: str, share: float, most: int = _FACT_LINES) -> str:
        return self._shortened(text, self._size, self._sheet.measure * share, most)

    def _shortened(self, text: str, size: float, width: float, most: int = _CELL_LINES) -> str:
        return shortened(text, self._face, size, width, most)


def _height(strips: Iterable[Strip]) -> float:
    return sum(strip.height + strip.before for strip in strips)


def _standing(task: BriefTask) -> str:
    return f"{task.state} (rapat ke-{task.meetings})" if task.meetings > 1 else task.state


def _due(task: BriefTask) -> str:
    moved = f" (diubah {task.moved} kali)" if task.moved else ""
    return (short_date(task.due) if task.due else "–") + moved
