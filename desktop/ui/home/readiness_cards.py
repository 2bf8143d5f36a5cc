"""The right half of the first page: how far the topic's day is, and how ready the regions are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.dates import countdown_text, long_date, medium_date
from desktop.base.numbers import grouped
from desktop.base.readiness_levels import is_half_reported, ready_share
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.home import StageRow, next_stage, stages_now
from desktop.models.queries.item_proposals import proposals, waiting
from desktop.models.queries.readiness import Cell, Head, Matrix, matrix
from desktop.models.store import Store
from desktop.ui import theme
from desktop.ui.home.card import HomeCard
from desktop.ui.home.tiles import NumberTile
from desktop.ui.readiness.proposals.shown import waiting_words
from desktop.ui.readiness.wording import coverages, marks, score_text, short_region, tone_of

_WEAKEST = 5  # regions told of


class ReadinessHalf(QWidget):
    """Both cards, about the topic whose day comes next. navigate(page, where): the user wants to see more."""

    navigate = Signal(str, dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic = TopicCard()
        self.readiness = ReadinessCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().unit * 4)
        column.addWidget(self.topic)
        column.addWidget(self.readiness, 1)
        for card in (self.topic, self.readiness):
            card.navigate.connect(self.navigate)

    def fill(self, store: Store, topic: TopicRow | None, day: date) -> None:
        """Show how things stand with a topic on a day; nothing while none is open."""
        self.topic.setVisible(topic is not None)
        self.readiness.setVisible(topic is not None)
        if topic is not None:
            self.topic.fill(topic, stages_now(store, topic.id, day), next_stage(store, topic.id, day), day)
            self.readiness.fill(topic, matrix(store, topic.id, day))
            self.readiness.add_waiting(topic, waiting(proposals(store, topic.id)))


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
    """Which regions need help first: the weakest of those that reported half; then who told less, who nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Kesiapan wilayah"))
        self.body.addLayout(self._list)
        self.body.addStretch()

    def fill(self, topic: TopicRow, matrix: Matrix) -> None:
        """Show a matrix; each line leads to its cell."""
        self.clear_lines()
        if not matrix.categories:
            self.add_words(self.tr("Topik ini belum mempunyai daftar periksa."))
            return
        self._add_cell(self.tr("Semua wilayah"), matrix.total, {"topic": topic.id})
        weak = weakest(matrix)[:_WEAKEST]
        for head, cell in weak:
            self._add_cell(short_region(head.name), cell, {"topic": topic.id, "region": head.id})
        quiet = reported_little(matrix)
        if quiet:
            words = self.tr("{count} wilayah melaporkan kurang dari separuh butirnya")
            self.add_words(words.format(count=grouped(len(quiet))))
        for head, cell in quiet[: _WEAKEST - len(weak)]:
            self._add_cell(short_region(head.name), cell, {"topic": topic.id, "region": head.id})
        silent = [cell for cell in matrix.by_region if cell.tally.applicable and not cell.tally.reported]
        told = [self.tr("{count} wilayah belum melapor").format(count=grouped(len(silent)))] if silent else []
        told += [words for _, words in marks(matrix.total)]
        if told:
            self.add_words(" · ".join(told))

    def add_waiting(self, topic: TopicRow, count: int) -> None:
        """Add how many items finished follow-ups propose to bring up to date; nothing where there are none."""
        if words := waiting_words(count):
            self.add_line("readiness", {"topic": topic.id, "waiting": True}, words)

    def _add_cell(self, name: str, cell: Cell, where: dict[str, Any]) -> None:
        tally = cell.tally
        counts = coverages(tally)[0]
        if tally.reported:
            ready = self.tr("{part} dari {whole} siap").format(
                part=grouped(tally.ready), whole=grouped(tally.applicable)
            )
            counts = f"{ready} · {coverages(tally)[1]}"
        line = self.add_line("readiness", where, name)
        share = None if tally.percent is None else ready_share(tally.ready, tally.applicable)
        line.set_score(name, counts, score_text(tally), share, tone_of(tally))


def weakest(matrix: Matrix) -> list[tuple[Head, Cell]]:
    """The regions that reported at least half and are not all ready, the lowest score first."""
    weak = [
        (cell.tally.percent, head, cell)
        for head, cell in _reported(matrix)
        if cell.tally.percent is not None and cell.tally.percent < 100 and _is_half_reported(cell)
    ]
    return [(head, cell) for _, head, cell in sorted(weak, key=lambda one: one[0])]


def reported_little(matrix: Matrix) -> list[tuple[Head, Cell]]:
    """The regions that reported, but less than half of what applies, the least first: their scores say little."""
    found = [(head, cell) for head, cell in _reported(matrix) if not _is_half_reported(cell)]
    return sorted(found, key=lambda one: Fraction(one[1].tally.reported, one[1].tally.applicable))


def _reported(matrix: Matrix) -> list[tuple[Head, Cell]]:
    told = zip(matrix.regions, matrix.by_region, strict=True)
    return [(head, cell) for head, cell in told if cell.tally.reported]


def _is_half_reported(cell: Cell) -> bool:
    return is_half_reported(cell.tally.reported, cell.tally.applicable)
