"""The window: sidebar, pages, menus and the line at the bottom.

It is painted before any page or database exists and says "Membuka data…"; `set_ready` brings the first page.
Pages are built when they are first shown.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.base.settings import SIDEBAR_FOLDED, WINDOW_GEOMETRY
from desktop.ui import theme
from desktop.ui.bus import ChangeBus
from desktop.ui.colours import Tone
from desktop.ui.memory import Memory, keep
from desktop.ui.menus import Menus
from desktop.ui.pages import Flushes, Opens, PageSpec
from desktop.ui.sidebar import Sidebar
from desktop.ui.status_line import StatusLine
from desktop.ui.widgets.text import plain_label

if TYPE_CHECKING:
    from desktop.ui.widgets.undo_bar import UndoBar

FIRST_SIZE = QSize(1240, 700)
LEAST_SIZE = QSize(900, 560)
_FOLD_BELOW = 1100


class MainWindow(QMainWindow):
    """Holds the pages together.

    undo_wanted(), redo_wanted()    Ctrl+Z and Ctrl+Y outside a text field, the menu, or the bar's button
    search_wanted()                 Ctrl+K or the menu: something is to be looked for
    page_opened(key)                a page came to the front
    closing()                       the window is about to close; pages were flushed already
    """

    verify_wanted = Signal()
    search_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    page_opened = Signal(str)
    closing = Signal()

    def __init__(self, pages: Sequence[PageSpec], memory: Memory, bus: ChangeBus | None = None) -> None:
        super().__init__()
        self.memory = memory
        self.bus = bus or ChangeBus(self)
        self._specs = {page.key: page for page in pages}
        self._built: dict[str, QWidget] = {}
        self._current = ""
        self._fold_chosen = memory.get(SIDEBAR_FOLDED)
        self.setWindowTitle("Rakor")
        self.setMinimumSize(LEAST_SIZE)

        # Parts
        self.sidebar = Sidebar("Rakor", pages)
        self.sidebar.setEnabled(False)
        self.status = StatusLine(self.bus)
        self.menus = Menus(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._waiting_page())
        self._undo_bar: UndoBar | None = None

        # Assemble
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(self.status)
        centre = QWidget()
        whole = QHBoxLayout(centre)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.sidebar)
        whole.addWidget(self._right, 1)
        self.setCentralWidget(centre)

        # Wire
        self.sidebar.chosen.connect(self.open_page)
        self.bus.message.connect(self._show_message)
        self.bus.done.connect(self._show_done)
        self.status.notice_wanted.connect(self._go_home)
        for number, page in enumerate(pages, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setObjectName(page.key)
            shortcut.activated.connect(self._shortcut_pressed)
        self._restore_geometry()
        self._fold_as_wide()

    @property
    def pages(self) -> list[PageSpec]:
        """The pages in the order of the sidebar."""
        return list(self._specs.values())

    @property
    def current_page(self) -> str:
        """The key of the page in front, or "" while there is none."""
        return self._current

    def page(self, key: str) -> QWidget:
        """A page, built now if it was never shown."""
        if key not in self._built:
            self._built[key] = self._specs[key].factory(self)
            self._stack.addWidget(self._built[key])
        return self._built[key]

    def set_ready(self, first: str = "") -> None:
        """The data are open: enable the sidebar and show the first page, or the one named."""
        self.sidebar.setEnabled(True)
        self.menus.enable(True)
        self.open_page(first or next(iter(self._specs)))

    def open_page(self, key: str, **where: object) -> None:
        """Bring a page to the front; `where` goes to its `open(**where)`."""
        self._flush(self._current)
        page = self.page(key)
        self._current = key
        self._stack.setCurrentWidget(page)
        self.sidebar.mark(key)
        self.setWindowTitle(f"{self._specs[key].title} – Rakor")
        if where and isinstance(page, Opens):
            page.open(**where)
        self.page_opened.emit(key)

    def show_instead(self, widget: QWidget) -> None:
        """Show something in place of all pages: trouble with the data, the first start."""
        self.sidebar.setEnabled(False)
        self.menus.enable(False)
        self.sidebar.mark("")
        self._current = ""
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def drop_pages(self) -> None:
        """Forget all pages and wait again: another data folder is being opened."""
        self.sidebar.setEnabled(False)
        self.menus.enable(False)
        self.sidebar.mark("")
        self._current = ""
        self._built.clear()
        for leaving in [self._stack.widget(number) for number in range(1, self._stack.count())]:
            if leaving is not None:
                self._stack.removeWidget(leaving)
                leaving.deleteLater()
        self._stack.setCurrentIndex(0)

    def set_office(self, office: str, database: str) -> None:
        """Name whose data these are and what they lie in."""
        self.status.set_place(office, database)

    def name_undo(self, undo: str, redo: str) -> None:
        """Name what Urungkan and Ulangi would do; "" when there is nothing."""
        self.menus.name_undo(undo, redo)

    def say(self, text: str, tone: Tone = Tone.NONE, *, undo: bool = False) -> None:
        """Say in the bar at the bottom what happened; with `undo` offer to take it back."""
        if self._undo_bar is None:
            from desktop.ui.widgets.undo_bar import UndoBar

            self._undo_bar = UndoBar(self._right)
            self._undo_bar.undo_wanted.connect(self.undo_wanted)
        self._undo_bar.show_message(text, tone, undo=undo)

    def flush(self) -> None:
        """Let the page in front save what is still being typed."""
        self._flush(self._current)

    def fold_sidebar(self, folded: bool) -> None:
        """Show icons only, as long as the user wants."""
        self._fold_chosen = folded
        keep(self.memory, SIDEBAR_FOLDED, folded)
        self._fold_as_wide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_as_wide()

    def closeEvent(self, event: QCloseEvent) -> None:
        for key in self._built:
            self._flush(key)
        keep(self.memory, WINDOW_GEOMETRY, base64.b64encode(self.saveGeometry().data()).decode())
        self.closing.emit()
        super().closeEvent(event)

    def _waiting_page(self) -> QWidget:
        page = QWidget()
        words = plain_label(self.tr("Membuka data…"), role="muted")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(page).addWidget(words)
        return page

    def _flush(self, key: str) -> None:
        page: object = self._built.get(key)
        if isinstance(page, Flushes):
            page.flush()

    def _shortcut_pressed(self) -> None:
        if self.sidebar.isEnabled():
            self.open_page(self.sender().objectName())

    def _go_home(self) -> None:
        if self.sidebar.isEnabled():
            self.open_page(next(iter(self._specs)))

    def _show_done(self, text: str) -> None:
        self.say(text, undo=True)

    def _show_message(self, text: str, tone: str) -> None:
        self.say(text, Tone(tone))

    def _fold_as_wide(self) -> None:
        narrow = self.width() < _FOLD_BELOW * theme.current().scale / 100
        self.sidebar.fold(narrow or self._fold_chosen)
        self.menus.fold.setChecked(self._fold_chosen)

    def _restore_geometry(self) -> None:
        kept = self.memory.get(WINDOW_GEOMETRY)
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        self.resize(FIRST_SIZE.boundedTo(screens[0].size()))
        try:
            known = bool(kept) and self.restoreGeometry(QByteArray(base64.b64decode(kept, validate=True)))
        except binascii.Error:
            known = False
        if known:
            place = clamped(self.geometry(), screens)
            if place != self.geometry() and not self.isMaximized():
                self.setGeometry(place)
        elif fills(FIRST_SIZE, screens[0].size()):
            self.setWindowState(Qt.WindowState.WindowMaximized)


def fills(size: QSize, room: QSize) -> bool:
    """Whether a window of this size leaves so little of the screen that it may as well take all of it."""
    return size.width() * 5 > room.width() * 4 or size.height() * 5 > room.height() * 4


def clamped(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """A window's rectangle moved and shrunk so that it lies on one of the screens that exist now."""
    if not screens:
        return wanted
    shared = [screen.intersected(wanted) for screen in screens]
    best = max(range(len(screens)), key=lambda number: shared[number].width() * shared[number].height())
    room = screens[best]
    size = wanted.size().boundedTo(room.size())
    left = min(max(wanted.left(), room.left()), room.right() + 1 - size.width())
    top = min(max(wanted.top(), room.top()), room.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())
