"""The sheets of the first page; each shows one matter and leads to its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.dates import clock_text, countdown_text, long_date, medium_date
from desktop.base.numbers import grouped
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.home import FollowUpLine, MeetingBrief, StageRow
from desktop.models.queries.readiness import Cell, Matrix
from desktop.models.queries.register import CommitmentCount
from desktop.models.words import MEETING_STATES
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.home.tiles import LineButton, NumberTile
from desktop.ui.readiness.wording import coverages, score_text, tone_of
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import ElidedLabel, plain_label


class HomeCard(Card):
    """navigate(page, where): the user wants to see more."""

    navigate = Signal(str, dict)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._lines: list[QWidget] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)

    def go(self, page: str, **where: object) -> None:
        """Ask for a place."""
        self.navigate.emit(page, where)

    def clear_lines(self) -> None:
        """Take away the lines of the last reading."""
        for line in self._lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines.clear()

    def add_line(self, page: str, where: dict[str, Any], title: str, detail: str = "") -> LineButton:
        """Add a line that leads to a place."""
        line = LineButton()
        line.set_line(title, detail)
        line.clicked.connect(partial(self.go, page, **where))
        self._keep(line)
        return line

    def add_words(self, text: str, beside: str = "", role: str = "muted") -> QWidget:
        """Add words that lead nowhere; `beside` stands quietly at the right."""
        unit = theme.current().unit
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(2 * unit, unit, 2 * unit, unit)
        line.setSpacing(3 * unit)
        line.addWidget(ElidedLabel(text, role=role), 1)
        if beside:
            line.addWidget(plain_label(beside, role="muted"))
        self._keep(row)
        return row

    def lines(self) -> list[LineButton]:
        """The lines that lead somewhere, in their order."""
        return [line for line in self._lines if isinstance(line, LineButton)]

    def _keep(self, line: QWidget) -> None:
        self._list.addWidget(line)
        self._lines.append(line)


class FirstStepsCard(HomeCard):
    """What to do in an office without meetings. new_wanted(), import_wanted()."""

    new_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Mulai dari rapat pertama"))
        hint = plain_label(
            self.tr(
                "Buat rapat baru, atau impor berkas rapat yang sudah ada. Kehadiran, catatan, tindak lanjut dan "
                "notula mengikuti dari sana."
            ),
            role="muted",
        )
        hint.setWordWrap(True)
        self.new_button = button(self.tr("Rapat baru"), "plus", kind="primary")
        self.import_button = button(self.tr("Impor rapat…"), "download")
        self.new_button.clicked.connect(self.new_wanted)
        self.import_button.clicked.connect(self.import_wanted)
        line = QHBoxLayout()
        line.setSpacing(theme.current().unit * 2)
        line.addWidget(self.new_button)
        line.addWidget(self.import_button)
        line.addStretch()
        self.body.addWidget(hint)
        self.body.addLayout(line)


class MeetingsCard(HomeCard):
    """The next meetings and the last one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Rapat"))
        self.body.addLayout(self._list)
        self.body.addStretch()

    def fill(self, coming: Sequence[MeetingBrief], last: MeetingBrief | None, today: date) -> None:
        """Show the meetings around today."""
        self.clear_lines()
        if not coming:
            self.add_words(self.tr("Belum ada rapat yang dijadwalkan."))
        for meeting in coming:
            when = self.tr("Hari ini") if meeting.held_on == today else long_date(meeting.held_on)
            if meeting.starts_at is not None:
                when = f"{when}, {clock_text(meeting.starts_at, meeting.zone, meeting.held_on)}"
            detail = f"{when} · {meeting.place}" if meeting.place else when
            self.add_line("meetings", {"meeting": meeting.id}, meeting.title, detail)
        if last is not None:
            detail = self.tr("Rapat terakhir, {day} · notula: {state}").format(
                day=long_date(last.held_on), state=MEETING_STATES[last.state].lower()
            )
            self.add_line("meetings", {"meeting": last.id}, last.title, detail)


class FollowUpsCard(HomeCard):
    """How many follow-ups are open, late and due soon, and the most pressing ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Tindak Lanjut"))
        self.open_tile = NumberTile(self.tr("Terbuka"))
        self.late_tile = NumberTile(self.tr("Terlambat"))
        self.done_tile = NumberTile(self.tr("Selesai"))
        tiles = QHBoxLayout()
        tiles.setSpacing(theme.current().unit * 2)
        for tile, state in (
            (self.open_tile, "terbuka"),
            (self.late_tile, "terlambat"),
            (self.done_tile, "selesai"),
        ):
            tile.clicked.connect(partial(self.go, "commitments", state=state))
            tiles.addWidget(tile)
        self.body.addLayout(tiles)
        self.body.addLayout(self._list)
        self.body.addStretch()

    def fill(self, count: CommitmentCount, foremost: Sequence[FollowUpLine]) -> None:
        """Show the counts, and the open follow-ups to look at first."""
        self.open_tile.set_number(grouped(count.open))
        self.late_tile.set_number(grouped(count.late), Tone.PROBLEM if count.late else Tone.NONE)
        self.done_tile.set_number(grouped(count.total - count.open))
        self.clear_lines()
        if count.soon:
            self.add_words(self.tr("{count} jatuh tempo dalam 7 hari").format(count=grouped(count.soon)))
        elif count.open:
            self.add_words(self.tr("Tidak ada yang jatuh tempo dalam 7 hari"))
        elif count.total:
            self.add_words(self.tr("Semua tindak lanjut sudah selesai."))
        else:
            self.add_words(self.tr("Tindak lanjut dari rapat muncul di sini."))
        for one in foremost:
            parts = (self._to_words(one), self._due_words(one))
            self.add_line("commitments", {"commitment": one.id}, one.text, " · ".join(filter(None, parts)))
        if count.open > len(foremost):
            more = self.tr("dan {count} lainnya").format(count=grouped(count.open - len(foremost)))
            self.add_line("commitments", {"state": "terbuka"}, more)

    def _to_words(self, one: FollowUpLine) -> str:
        if one.addressee is None or one.addressees < 2:
            return one.addressee or ""
        return self.tr("{first}, +{more}").format(first=one.addressee, more=one.addressees - 1)

    def _due_words(self, one: FollowUpLine) -> str:
        if one.due_on is None:
            return ""
        words = self.tr("terlambat, batas waktu {day}") if one.late else self.tr("batas waktu {day}")
        return words.format(day=long_date(one.due_on))


class TopicCard(HomeCard):
    """How far the topic's day is, and which stages run today."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._topic: TopicRow | None = None
        self.countdown_tile = NumberTile()
        self.countdown_tile.clicked.connect(self._to_readiness)
        self.body.addWidget(self.countdown_tile)
        self.body.addLayout(self._list)
        self.body.addStretch()

    def fill(self, topic: TopicRow, now: Sequence[StageRow], following: StageRow | None, today: date) -> None:
        """Show a topic on a day: the count of days, the stages that run, and the one that begins next."""
        self._topic = topic
        self.set_title(topic.name)
        self.countdown_tile.setVisible(topic.event_date is not None)
        if topic.event_date is not None:
            count = countdown_text(topic.event_date, today, topic.event_label)
            self.countdown_tile.set_label(f"{topic.event_label}: {long_date(topic.event_date)}")
            self.countdown_tile.set_number(count)
        self.clear_lines()
        if now:
            self.add_words(self.tr("Tahapan yang berjalan hari ini"))
        for stage in now:
            ends = self.tr("s.d. {day}").format(day=medium_date(stage.ends_on)) if stage.ends_on else ""
            self.add_words(stage.name, ends, role="")
        if following is not None:
            words = self.tr("Berikutnya: {name}").format(name=following.name)
            self.add_words(words, self.tr("mulai {day}").format(day=medium_date(following.starts_on)))

    def _to_readiness(self) -> None:
        if self._topic is not None:
            self.go("readiness", topic=self._topic.id)


class ReadinessCard(HomeCard):
    """Readiness of all regions together, category by category."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Kesiapan semua wilayah"))
        self.body.addLayout(self._list)
        self.body.addStretch()

    def fill(self, topic: TopicRow, matrix: Matrix) -> None:
        """Show the totals of a matrix."""
        self.clear_lines()
        for head, cell in zip(matrix.categories, matrix.by_category, strict=True):
            self._add_cell(head.name, cell, {"topic": topic.id, "category": head.id})
        if matrix.categories:
            self._add_cell(self.tr("Semua kategori"), matrix.total, {"topic": topic.id})
        else:
            self.add_words(self.tr("Topik ini belum mempunyai daftar periksa."))

    def _add_cell(self, name: str, cell: Cell, where: dict[str, Any]) -> None:
        tally = cell.tally
        line = self.add_line("readiness", where, name)
        line.set_score(name, coverages(tally)[0], score_text(tally), tally.percent, tone_of(tally))
