"""Cari over the page in front: a box, what to look among, and what was found; Enter leads to the very line."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from desktop.base.errors import AppError
from desktop.base.folding import fold
from desktop.base.numbers import grouped
from desktop.models.queries.office import topics
from desktop.models.queries.records import seq_of
from desktop.models.queries.search import MOST_COUNTED, Search
from desktop.models.words import SEARCH_GROUPS
from desktop.ui import theme
from desktop.ui.bus import Changes
from desktop.ui.reports.period_field import PeriodField
from desktop.ui.search.commands import ONLY_COMMANDS, Command, commands_of
from desktop.ui.search.hit_delegate import HitDelegate
from desktop.ui.search.hits_model import HitsModel
from desktop.ui.search.leads import lead_of
from desktop.ui.session import Session
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.text import ElidedLabel, plain_label
from desktop.ui.window import MainWindow

_MOST_COMMANDS = 4  # beside hits
_PAUSE_MS = 90
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_WIDTH, _HEIGHT = 220, 150  # of the theme's unit, where the window has so much


class SearchPanel(QFrame):
    """open() shows it at the top of the window with what was typed last; Escape or a click beside it closes it."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._commands: list[Command] = []
        self._came_from: QWidget | None = None
        self.setProperty("role", "palette")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Cari"))
        unit = theme.current().unit

        # Parts
        self.box = _Box(self.tr("Cari rapat, catatan, tindak lanjut, orang, surat …"))
        self.kinds = FilterChips([(group, words.replace("&", "&&")) for group, words in SEARCH_GROUPS.items()])
        self.topic = ChoiceField((), empty=self.tr("Semua topik"))
        self.topic.setAccessibleName(self.tr("Topik Koordinasi"))
        self.topic.setMinimumContentsLength(22)
        self.period = PeriodField(ever=True)
        self.model = HitsModel(self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Hasil pencarian"))
        self.list.setModel(self.model)
        self._delegate = HitDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.told = ElidedLabel(role="muted")
        self._keys = plain_label(self.tr("↑↓ memilih · Enter membuka · Esc menutup"), role="help")
        self._later = QTimer(self, singleShot=True, interval=0)

        # Assemble
        filters = QHBoxLayout()
        filters.setSpacing(unit * 2)
        filters.addWidget(self.topic)
        filters.addWidget(self.period)
        filters.addStretch()
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(self._keys)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 3, unit * 3, unit * 3, unit * 2)
        whole.setSpacing(unit * 2)
        whole.addWidget(self.box)
        whole.addWidget(self.kinds)
        whole.addLayout(filters)
        whole.addWidget(self.period.days)
        whole.addWidget(self.list, 1)
        whole.addLayout(foot)
        self.hide()

        # Wire
        self.box.searched.connect(self.ask)
        self.box.stepped.connect(self._step)
        self.box.taken.connect(self._take_current)
        self.kinds.changed.connect(self.ask)
        self.topic.edited.connect(self.ask)
        self.period.changed.connect(self.ask)
        self.list.clicked.connect(self._take)
        self.model.failed.connect(self._tell_fault)
        self._later.timeout.connect(self._count)
        session.bus.changed.connect(self._changed)
        window.installEventFilter(self)

    def open(self) -> None:
        """Show it, with what was typed last chosen, so that typing begins anew."""
        if self.isHidden():
            self._came_from = QApplication.focusWidget()
            self._window.flush()
            store = self._session.store
            self.topic.set_options([(one.id, one.name) for one in topics(store)])
            self.period.renew()
            self._commands = commands_of(self._window)
            self._place()
            self.show()
            self.raise_()
            application = QApplication.instance()
            assert application is not None
            application.installEventFilter(self)
            self.ask()
        self.box.start()

    def close_panel(self) -> None:
        """Put it away; the keyboard goes back to where it was."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        now = QApplication.focusWidget()
        had_keys = now is not None and self.isAncestorOf(now)
        came_from, self._came_from = self._came_from, None
        if had_keys and came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_keys:
            self._window.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    @Slot()
    def ask(self) -> None:
        """Look for what is typed; the numbers at the kinds follow when the hits stand there."""
        typed = self.box.text().strip()
        commands, search = self._commands_for(typed), self._search_for(typed)
        try:
            places = search.hits() if search is not None else []
        except AppError as fault:
            self._tell_fault(fault)
            return
        self._delegate.wanted = search.wanted if search is not None else type(self._delegate).wanted
        self.model.set_rows(commands, search, places)
        self.list.scrollToTop()
        first = self.model.first_hit() if places and len(commands) < len(self._commands) else 0
        self.list.setCurrentIndex(self.model.index(first if places else 0, 0))
        self._later.start()

    def event(self, event: QEvent) -> bool:
        """Escape closes it from wherever the keyboard is within; the pages behind get no key of it."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.close_panel()
                return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays within."""
        stops = [
            one for one in self.findChildren(QWidget)
            if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and one.focusProxy() is None
        ]  # fmt: skip
        if not stops:  # put away: Qt looks for another place for the keyboard
            return False
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        elif event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) and self.isVisible():
            beside = isinstance(watched, QWidget) and watched.window() is self._window
            if beside and not self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint())):
                self.close_panel()
        return super().eventFilter(watched, event)

    # Within

    def _place(self) -> None:
        centre = self._window.centralWidget()
        assert centre is not None
        unit, room = theme.current().unit, centre.geometry()
        width = min(unit * _WIDTH, room.width() - unit * 8)
        height = min(unit * _HEIGHT, room.height() - unit * 8)
        self.setGeometry(QRect(room.center().x() - width // 2, room.top() + unit * 2, width, height))

    def _commands_for(self, typed: str) -> list[Command]:
        words = fold(typed.removeprefix(ONLY_COMMANDS)).split()
        narrowed = self.kinds.chosen() or self.topic.value() is not None or self.period.period() is not None
        if typed and narrowed and not typed.startswith(ONLY_COMMANDS):
            return []
        found = [one for one in self._commands if one.answers(words)]
        return found if not typed or typed.startswith(ONLY_COMMANDS) else found[:_MOST_COMMANDS]

    def _search_for(self, typed: str) -> Search | None:
        if not typed or typed.startswith(ONLY_COMMANDS):
            return None
        store, topic = self._session.store, self.topic.value()
        number = seq_of(store, "topic", topic) if isinstance(topic, UUID) else None
        return Search(store, typed, self.kinds.chosen(), number, self.period.period())

    @Slot()
    def _count(self) -> None:
        search = self.model.search
        try:
            counts = search.counts() if search is not None else {}
        except AppError as fault:
            self._tell_fault(fault)
            return
        self.kinds.set_counts(counts, most=MOST_COUNTED - 1)
        chosen = search.groups if search is not None else frozenset()
        total = sum(count for group, count in counts.items() if not chosen or group in chosen)
        if search is None:
            self.told.setText(self.tr("Ketik > untuk perintah saja"))
        elif not total:
            self.told.setText(self.tr("Tidak ditemukan. Coba kata lain atau lepaskan saringan."))
        elif any(count >= MOST_COUNTED for count in counts.values()):
            self.told.setText(self.tr("Lebih dari {count} hasil").format(count=grouped(total - 1)))
        else:
            self.told.setText(self.tr("{count} hasil").format(count=grouped(total)))

    @Slot(int)
    def _step(self, by: int) -> None:
        rows = self.model.rowCount()
        if rows:
            now = self.list.currentIndex().row()
            row = (now + by) % rows if abs(by) == 1 else min(max(now + by, 0), rows - 1)
            if row == rows - 1 and self.model.canFetchMore(QModelIndex()):
                self.model.fetchMore(QModelIndex())
            self.list.setCurrentIndex(self.model.index(row, 0))

    @Slot()
    def _take_current(self) -> None:
        self._take(self.list.currentIndex())

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        row = self.model.row(index.row()) if index.isValid() else None
        if row is None:
            return
        self.close_panel()
        if isinstance(row, Command):
            row.do()
        else:
            page, where = lead_of(row)
            self._window.open_page(page, **where)

    @Slot(object)
    def _tell_fault(self, fault: AppError) -> None:
        self.told.setText(str(fault))

    @Slot(object)
    def _changed(self, _changes: Changes) -> None:
        if self.isVisible():
            self.ask()


class _Box(SearchBox):
    """stepped(int): to another row; taken(): Enter on the row in hand, once what is typed was looked for."""

    stepped = Signal(int)
    taken = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder)
        self._pause.setInterval(_PAUSE_MS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
