"""The left half of the first page: what to do first, and the meetings around today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.base.dates import clock_text, long_date
from desktop.models.queries.home import MeetingBrief
from desktop.models.words import MEETING_STATES
from desktop.ui import theme
from desktop.ui.home.card import HomeCard
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import plain_label


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
