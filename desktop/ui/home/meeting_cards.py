"""The left half of the first page: the meetings around today and the follow-ups to look at first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.base.dates import clock_text, long_date
from desktop.base.numbers import grouped
from desktop.models.queries.home import FollowUpLine, MeetingBrief
from desktop.models.words import MEETING_STATES
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.home.card import HomeCard
from desktop.ui.home.tiles import NumberTile
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import ElidedLabel, plain_label

if TYPE_CHECKING:  # counted when the page is painted
    from desktop.models.queries.register import CommitmentCount


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
        self._summary = ElidedLabel(" ", role="muted")
        unit = theme.current().unit
        self._summary.setContentsMargins(2 * unit, unit, 2 * unit, unit)
        self.body.addLayout(tiles)
        self.body.addWidget(self._summary)
        self.body.addLayout(self._list)
        self.body.addStretch()

    def fill(self, foremost: Sequence[FollowUpLine]) -> None:
        """Show the open follow-ups to look at first."""
        self.clear_lines()
        for one in foremost:
            parts = (self._to_words(one), self._due_words(one))
            self.add_line("commitments", {"commitment": one.id}, one.text, " · ".join(filter(None, parts)))

    def sum_up(self, count: CommitmentCount) -> None:
        """Show how many there are, and below the lines how many are not among them."""
        self.open_tile.set_number(grouped(count.open))
        self.late_tile.set_number(grouped(count.late), Tone.PROBLEM if count.late else Tone.NONE)
        self.done_tile.set_number(grouped(count.total - count.open))
        self._summary.setText(self._summary_words(count))
        unseen = count.open - len(self.lines())
        if unseen > 0:
            self.add_line(
                "commitments", {"state": "terbuka"}, self.tr("dan {count} lainnya").format(count=grouped(unseen))
            )

    def _summary_words(self, count: CommitmentCount) -> str:
        if count.soon:
            return self.tr("{count} jatuh tempo dalam 7 hari").format(count=grouped(count.soon))
        if count.open:
            return self.tr("Tidak ada yang jatuh tempo dalam 7 hari")
        if count.total:
            return self.tr("Semua tindak lanjut sudah selesai.")
        return self.tr("Tindak lanjut dari rapat muncul di sini.")

    def _to_words(self, one: FollowUpLine) -> str:
        if one.addressee is None or one.addressees < 2:
            return one.addressee or ""
        return self.tr("{first}, +{more}").format(first=one.addressee, more=one.addressees - 1)

    def _due_words(self, one: FollowUpLine) -> str:
        if one.due_on is None:
            return ""
        words = self.tr("terlambat, batas waktu {day}") if one.late else self.tr("batas waktu {day}")
        return words.format(day=long_date(one.due_on))
