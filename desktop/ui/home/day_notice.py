"""What somebody is told when they begin: what is late, what is near, and whether there is a meeting today.

It stands quietly at the top of Beranda and in the line at the bottom until it is put away, which lasts until
tomorrow; in Pengaturan it can be switched off for good.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.base.dates import clock_text
from desktop.base.numbers import grouped
from desktop.base.settings import DAY_NOTICE, NOTICE_READ
from desktop.models.queries.home import MeetingBrief
from desktop.ui.colours import Tone
from desktop.ui.memory import keep
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner


class DayNotice(Banner):
    """navigate(page, where): those to be asked for news are wanted, or where there are none today's meeting."""

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.INFO, closable=True, parent=parent)
        self._session = session
        self._day: date | None = None
        self._where: tuple[str, dict[str, object]] = ("commitments", {"view": "hubungi"})
        self.hide()
        self.wanted.connect(self._lead)
        self.closed.connect(self._put_away)

    def show_day(self, day: date, late: int, soon: int, meetings: Sequence[MeetingBrief]) -> None:
        """Tell of a day; nothing where there is nothing to tell, or it was put away."""
        self._day = day
        settings = self._session.settings
        due, held = due_words(late, soon), meeting_words(meetings)
        wanted = settings.get(DAY_NOTICE) and settings.get(NOTICE_READ) != day.isoformat()
        text = " ".join(filter(None, (due and f"{due}.", held))) if wanted else ""
        one: dict[str, object] = {"meeting": meetings[0].id} if len(meetings) == 1 else {}
        self._where = ("commitments", {"view": "hubungi"}) if due else ("meetings", one)
        opening = self.tr("Buka rapat") if one else self.tr("Lihat daftar rapat")
        self.say(text, Tone.INFO, self.tr("Perlu dihubungi") if due else opening)
        self.setVisible(bool(text))
        self._session.bus.noticed.emit(due if wanted else "")

    def recount(self, late: int, soon: int) -> None:
        """Bring the line at the bottom up to date while this page is not to be seen."""
        if not self.isHidden():
            self._session.bus.noticed.emit(due_words(late, soon))

    @Slot()
    def _lead(self) -> None:
        self.navigate.emit(*self._where)

    @Slot()
    def _put_away(self) -> None:
        if self._day is not None:
            keep(self._session.settings, NOTICE_READ, self._day.isoformat())
        self.hide()
        self._session.bus.noticed.emit("")


def due_words(late: int, soon: int) -> str:
    """What is late and near: "3 tindak lanjut terlambat, 2 jatuh tempo dalam 7 hari"."""
    if late and soon:
        words = _tr("{late} tindak lanjut terlambat, {soon} jatuh tempo dalam 7 hari")
    elif late:
        words = _tr("{late} tindak lanjut terlambat")
    else:
        words = _tr("{soon} tindak lanjut jatuh tempo dalam 7 hari") if soon else ""
    return words.format(late=grouped(late), soon=grouped(soon))


def meeting_words(meetings: Sequence[MeetingBrief]) -> str:
    """The meetings of today, the first by its name."""
    if not meetings:
        return ""
    first = meetings[0]
    when = f" ({clock_text(first.starts_at, first.zone, first.held_on)})" if first.starts_at else ""
    if len(meetings) == 1:
        return _tr("Hari ini ada rapat: {title}{when}.").format(title=first.title, when=when)
    return _tr("Hari ini ada {count} rapat, mulai dengan {title}{when}.").format(
        count=len(meetings), title=first.title, when=when
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("DayNotice", text)
