"""The workspace of one meeting: its headline, and a tab for each part of the work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.base.dates import long_date, time_span
from desktop.models.journal import ChangeSet
from desktop.models.queries.closing import closing_of_meeting
from desktop.models.queries.meetings import MeetingHead, meeting_head
from desktop.ui import theme
from desktop.ui.meetings.frozen_banner import FrozenBanner
from desktop.ui.meetings.meeting_menu import MeetingMenu
from desktop.ui.meetings.title_label import TitleLabel
from desktop.ui.meetings.wording import meeting_state
from desktop.ui.session import Session
from desktop.ui.topics.closed_banner import ClosedBanner
from desktop.ui.topics.manage import manage_topics
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import ElidedLabel

_HEADLINE = frozenset({"meeting", "topic"})
_CHECK_IN = "attendance"


class Tab(Protocol):
    """What the workspace asks of a tab; one with `refresh(changes)` too is told what changed."""

    def show_meeting(self, meeting: UUID, /) -> None: ...

    def flush(self) -> None: ...


class TabSpec(NamedTuple):
    """A tab: its key, its title, and how its widget is made at the first visit."""

    key: str
    title: str
    make: Callable[[Session, QWidget], QWidget]


def _made_by(module: str, name: str) -> Callable[[Session, QWidget], QWidget]:
    def make(session: Session, parent: QWidget) -> QWidget:
        tab: QWidget = getattr(import_module(f"desktop.ui.meetings.{module}"), name)(session, parent)
        return tab

    return make


def all_tabs() -> list[TabSpec]:
    """The tabs of a meeting in the order of the work."""
    return [
        TabSpec(key, QCoreApplication.translate("MeetingWorkspace", title), _made_by(f"{key}_tab", name))
        for key, title, name in (
            ("preparation", "Persiapan", "PreparationTab"),
            ("attendance", "Kehadiran", "AttendanceTab"),
            ("capture", "Catat Rapat", "CaptureTab"),
            ("followup", "Tindak Lanjut", "FollowUpTab"),
            ("minutes", "Notula", "MinutesTab"),
        )
    ]


@dataclass(frozen=True, slots=True)
class JoinedChanges:
    """Several changes told as one, to a tab that was not in sight when they were made."""

    parts: tuple[ChangeSet, ...]

    @property
    def tables(self) -> frozenset[str]:
        return frozenset().union(*(part.tables for part in self.parts))

    def ids(self, table: str) -> frozenset[UUID]:
        return frozenset().union(*(part.ids(table) for part in self.parts))


class MeetingWorkspace(QWidget):
    """One meeting, opened.

    left()                 back to the list; also when the meeting was deleted
    navigate(str, dict)    a tab asks for another page
    """

    left = Signal()
    navigate = Signal(str, dict)

    def __init__(
        self, session: Session, tabs: Sequence[TabSpec] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._specs = {spec.key: spec for spec in (tabs if tabs is not None else all_tabs())}
        self._built: dict[str, QWidget] = {}
        self._shown: dict[str, UUID] = {}
        self._unseen: dict[str, list[ChangeSet]] = {}
        self._last_tabs: dict[UUID, str] = {}
        self._meeting: UUID | None = None
        self._front = ""
        self._minutes_state = ""
        self._way_back: tuple[str, QWidget | None] | None = None
        unit = theme.current().unit

        # Headline
        self._back = icon_button("chevron-left", self.tr("Kembali ke daftar rapat"), "Alt+Left")
        self._back.clicked.connect(self.left)
        self._title = TitleLabel()
        self._line = ElidedLabel(role="muted")
        self._state = Badge()
        self.menu = MeetingMenu(session)
        self.menu.made.connect(self._open_made)

        # Tabs
        self._bar = QTabBar()
        self._bar.setAccessibleName(self.tr("Bagian rapat"))
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setUsesScrollButtons(False)
        for number, spec in enumerate(self._specs.values(), start=1):
            self._bar.setTabToolTip(self._bar.addTab(spec.title), f"{spec.title} (Alt+{number})")
        self._stack = QStackedWidget(self)
        self._bar.currentChanged.connect(self._bar_changed)

        # Assemble
        words = QVBoxLayout()
        words.setSpacing(unit // 2)
        words.addWidget(self._title)
        words.addWidget(self._line)
        head = QHBoxLayout()
        head.setSpacing(unit * 3)
        head.addWidget(self._back, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self._state, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.menu, alignment=Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 4, unit * 6, unit * 4)
        whole.setSpacing(unit * 2)
        whole.addLayout(head)
        self._frozen = FrozenBanner()
        self._frozen.wanted.connect(partial(self.show_tab, "minutes"))
        whole.addWidget(self._bar)
        self._closed = ClosedBanner()
        self._closed.wanted.connect(self._show_topics)
        whole.addWidget(self._closed)
        whole.addWidget(self._frozen)
        whole.addWidget(self._stack, 1)

        # Wire
        session.bus.changed.connect(self._refresh)
        self._add_shortcuts()

    @property
    def meeting(self) -> UUID | None:
        """The meeting shown."""
        return self._meeting

    @property
    def current_tab(self) -> str:
        """The key of the tab in front."""
        return list(self._specs)[self._bar.currentIndex()]

    @property
    def title(self) -> TitleLabel:
        return self._title

    def tab(self, key: str) -> QWidget:
        """A tab's widget, made now if it was never visited."""
        if key not in self._built:
            made = self._built[key] = self._specs[key].make(self._session, self._stack)
            self._stack.addWidget(made)
            for name, target in (
                ("navigate", self.navigate),
                ("print_wanted", self._show_paper),
                ("check_in_left", self.return_from_check_in),
                ("mend_wanted", self._mend),
            ):
                if hasattr(made, name):
                    getattr(made, name).connect(target)
        return self._built[key]

    def show_meeting(self, meeting: UUID, tab: str | None = None) -> None:
        """Open a meeting at a tab; without one at the tab last visited, at first Persiapan."""
        self.flush()
        if meeting != self._meeting:
            self._way_back = None
        self._meeting = self.menu.meeting = meeting
        self._show_head()
        self._open_tab(tab or self._last_tabs.get(meeting) or next(iter(self._specs)))

    def show_tab(self, key: str) -> None:
        """Go to another tab of this meeting."""
        self.flush()
        self._open_tab(key)

    @Slot(str)
    def _show_paper(self, paper: str) -> None:
        """A tab asks for a paper of this meeting, by its name in `services.papers.catalogue.PAPERS`."""
        self.show_tab("minutes")
        shown: Any = self.tab("minutes")
        shown.choose(paper)

    @Slot(str, str)
    def _mend(self, tab: str, field: str) -> None:
        """Go where a gap of the minutes is mended."""
        self.show_tab(tab)
        shown: Any = self.tab(tab)
        if field and hasattr(shown, "go_to"):
            shown.go_to(field)
        else:
            self.focus_tab()

    def show_part(self, **part: object) -> None:
        """Go to something particular in the tab in front: a note, a paper, a file."""
        front: Any = self._built.get(self._front)
        if hasattr(front, "show_part"):
            front.show_part(**part)

    def focus_tab(self) -> None:
        """Put the keyboard into the tab in front."""
        if (front := self._built.get(self._front)) is not None:
            front.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Let the tab in front save what is still being typed."""
        if self._meeting is not None and (front := self._built.get(self._front)) is not None:
            _as_tab(front).flush()

    @Slot()
    def check_in(self) -> None:
        """F3: to the check-in box, from anywhere; Escape there leads back to the exact place."""
        if self.current_tab != _CHECK_IN:
            self._way_back = (self.current_tab, QApplication.focusWidget())
            self.show_tab(_CHECK_IN)
        self.tab(_CHECK_IN).start_check_in()  # type: ignore[attr-defined]

    @Slot()
    def return_from_check_in(self) -> None:
        """Back to where F3 was pressed."""
        if self._way_back is None:
            return
        (key, widget), self._way_back = self._way_back, None
        self.show_tab(key)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_topics(self) -> None:
        head = meeting_head(self._session.store, self._meeting) if self._meeting else None
        manage_topics(self._session, self, self.navigate, head.topic_id if head else None)

    @Slot(object)
    def _open_made(self, meeting: UUID) -> None:
        self.navigate.emit("meetings", {"meeting": meeting, "tab": "preparation"})

    def _add_shortcuts(self) -> None:
        self._shortcut("Ctrl+Tab", partial(self._step, 1))
        self._shortcut("Ctrl+Shift+Tab", partial(self._step, -1))
        for number, key in enumerate(self._specs, start=1):
            self._shortcut(f"Alt+{number}", partial(self.show_tab, key))
        if _CHECK_IN in self._specs:
            self._shortcut("F3", self.check_in)

    def _shortcut(self, keys: str, deed: Callable[[], None]) -> None:
        on_keys(self, keys, deed, Qt.ShortcutContext.WindowShortcut)

    def _step(self, by: int) -> None:
        keys = list(self._specs)
        self.show_tab(keys[(self._bar.currentIndex() + by) % len(keys)])
        self.focus_tab()

    @Slot(int)
    def _bar_changed(self, number: int) -> None:
        """The user chose another tab: save where they come from, then show it."""
        self.flush()
        self._show_tab_content(list(self._specs)[number])
        if not self._bar.hasFocus():
            self.focus_tab()

    def _open_tab(self, key: str) -> None:
        number = list(self._specs).index(key)
        if number != self._bar.currentIndex():
            self._bar.setCurrentIndex(number)
        else:
            self._show_tab_content(key)

    def _show_tab_content(self, key: str) -> None:
        if self._meeting is None:
            return
        self._front = self._last_tabs[self._meeting] = key
        self._frozen.show_state(self._minutes_state, key)
        tab, unseen = self.tab(key), self._unseen.pop(key, [])
        if self._shown.get(key) != self._meeting:
            self._shown[key] = self._meeting
            _as_tab(tab).show_meeting(self._meeting)
        elif unseen:
            self._tell(tab, unseen)
        self._stack.setCurrentWidget(tab)

    @Slot(object)
    def _refresh(self, changes: ChangeSet) -> None:
        if self._meeting is None:
            return
        if changes.tables & _HEADLINE and not self._show_head():
            return
        for key, tab in self._built.items():
            if self._shown.get(key) != self._meeting:
                continue
            if key == self._front and self.isVisible():
                self._tell(tab, [changes])
            else:
                self._unseen.setdefault(key, []).append(changes)

    def _tell(self, tab: QWidget, changes: list[ChangeSet]) -> None:
        refresh = getattr(tab, "refresh", None)
        if refresh is not None:
            refresh(changes[0] if len(changes) == 1 else JoinedChanges(tuple(changes)))
        elif self._meeting is not None:
            _as_tab(tab).show_meeting(self._meeting)

    def _show_head(self) -> bool:
        """The headline anew; leaves the workspace when the meeting is gone."""
        assert self._meeting is not None
        head = meeting_head(self._session.store, self._meeting)
        if head is None:
            self._forget_meeting()
            self.left.emit()
            return False
        self._title.setText(head.title)
        self._line.setText(_when_and_where(head))
        self._state.set_state(*meeting_state(head.state, cancelled=bool(head.cancelled)))
        self._minutes_state = head.state
        self._frozen.show_state(head.state, self._front)
        self._closed.show_closing(*closing_of_meeting(self._session.store, self._meeting))
        return True

    def _forget_meeting(self) -> None:
        self._meeting = None
        self._shown.clear()
        self._unseen.clear()


def _as_tab(widget: QWidget) -> Tab:
    """The type checker does not know that tabs are widgets too."""
    return widget  # type: ignore[return-value]


def _when_and_where(head: MeetingHead) -> str:
    """`Kamis, 26 September 2024 · 09.00–11.30 WIB · Ruang Mliwis Putih`, as far as it is known."""
    clock = time_span(head.starts_at, head.ends_at, head.zone, head.held_on)
    return " · ".join(part for part in (long_date(head.held_on), clock, head.place) if part)
