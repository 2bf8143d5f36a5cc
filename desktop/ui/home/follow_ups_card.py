"""Tindak Lanjut on the first page: what asks for attention as six numbers, and the most pressing follow-ups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.base.dates import long_date
from desktop.base.numbers import grouped
from desktop.models.queries.home import FollowUpLine
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.home.card import HomeCard
from desktop.ui.home.tiles import NumberTile

if TYPE_CHECKING:  # counted when the page is painted
    from desktop.models.queries.attention import Attention
    from desktop.models.queries.checklist import TopicRow

_COLUMNS = 3


class FollowUpsCard(HomeCard):
    """Each number opens the list whose length it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Tindak Lanjut"))
        self._topic: TopicRow | None = None
        self._more: list[QWidget] = []
        self.late_tile = NumberTile(self.tr("Terlambat"))
        self.soon_tile = NumberTile(self.tr("Jatuh tempo 7 hari"))
        self.silent_tile = NumberTile(self.tr("Tanpa kabar 14 hari"))
        self.unheard_tile = NumberTile(self.tr("Instansi belum lapor"))
        self.problem_tile = NumberTile(self.tr("Kendala belum selesai"))
        self.awaited_tile = NumberTile(self.tr("Perlu arahan pimpinan"))
        leading: tuple[tuple[NumberTile, Callable[[], object]], ...] = (
            (self.late_tile, partial(self.go, "commitments", state="terlambat")),
            (self.soon_tile, partial(self.go, "commitments", state="due_soon")),
            (self.silent_tile, self._to_silent),
            (self.unheard_tile, partial(self.go, "commitments", view="belum_lapor")),
            (self.problem_tile, self._to_problems),
            (self.awaited_tile, partial(self.go, "commitments", view="arahan")),
        )
        tiles = QGridLayout()
        tiles.setSpacing(theme.current().unit * 2)
        for number, (tile, lead) in enumerate(leading):
            tile.clicked.connect(lead)
            tiles.addWidget(tile, *divmod(number, _COLUMNS))
        self.body.addLayout(tiles)
        self.body.addLayout(self._list)
        self.body.addStretch()

    def tiles(self) -> list[NumberTile]:
        """The numbers, in their order."""
        return [
            self.late_tile, self.soon_tile, self.silent_tile, self.unheard_tile, self.problem_tile,
            self.awaited_tile,
        ]  # fmt: skip

    def fill(self, foremost: Sequence[FollowUpLine]) -> None:
        """Show the open follow-ups to look at first."""
        self.clear_lines()
        for one in foremost:
            parts = (self._to_words(one), self._due_words(one))
            self.add_line("commitments", {"commitment": one.id}, one.text, " · ".join(filter(None, parts)))
        if not foremost:
            self.add_words(self.tr("Tindak lanjut yang terbuka muncul di sini."))

    def sum_up(self, found: Attention, topic: TopicRow | None, others: Sequence[TopicRow]) -> None:
        """Show the numbers; problems are those of `topic`, and those of `others` stand in lines of their own."""
        self._topic = topic
        problems = found.problems_of(topic.id if topic else None)
        for tile, number, tone in (
            (self.late_tile, found.late, Tone.PROBLEM),
            (self.soon_tile, found.soon, Tone.ATTENTION),
            (self.silent_tile, found.silent, Tone.NONE),
            (self.unheard_tile, found.unheard, Tone.NONE),
            (self.problem_tile, problems, Tone.NONE),
            (self.awaited_tile, found.awaited, Tone.ATTENTION),
        ):
            tile.set_number(grouped(number), tone if number else Tone.NONE)
        self.problem_tile.setEnabled(topic is not None)
        if found.open:
            words = self.tr("Semua yang terbuka: {count}").format(count=grouped(found.open))
            self.add_line("commitments", {"state": "terbuka"}, words)
        for other in others:
            if count := found.problems_of(other.id):
                words = self.tr("Kendala belum selesai di {topic}: {count}")
                self.add_line("issues", _problems_of(other), words.format(topic=other.name, count=grouped(count)))

    def _to_silent(self) -> None:
        from desktop.models.queries.commitment_filter import CommitmentFilter

        self.go("commitments", filter=CommitmentFilter(silent=True))

    def _to_problems(self) -> None:
        if self._topic is not None:
            self.go("issues", **_problems_of(self._topic))

    def _to_words(self, one: FollowUpLine) -> str:
        if one.addressee is None or one.addressees < 2:
            return one.addressee or ""
        return self.tr("{first}, +{more}").format(first=one.addressee, more=one.addressees - 1)

    def _due_words(self, one: FollowUpLine) -> str:
        if one.due_on is None:
            return ""
        words = self.tr("terlambat, batas waktu {day}") if one.late else self.tr("batas waktu {day}")
        return words.format(day=long_date(one.due_on))


def _problems_of(topic: TopicRow) -> dict[str, Any]:
    from desktop.models.queries.issues import UNSOLVED

    return {"topic": topic.id, "state": UNSOLVED, "kind": "kendala"}
