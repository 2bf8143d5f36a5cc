"""One follow-up in tabs: Uraian, which is its editor, and a tab for each thing kept beside it."""

from __future__ import annotations

from importlib import import_module
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.ui import theme
from desktop.ui.commitments.detail_tabs import TABS, DetailTab
from desktop.ui.commitments.editor import FollowUpEditor
from desktop.ui.session import Session
from desktop.ui.widgets.shortcuts import on_keys


class FollowUpDetail(QWidget):
    """The tab in front stays in front while one goes from row to row; a new follow-up has only Uraian.

    left()                   Escape: back to where the user came from
    navigate(page, where)    another page of the window is wanted
    """

    left = Signal()
    navigate = Signal(str, dict)

    def __init__(
        self, session: Session, place: str, *, linked: bool = False, parent: QWidget | None = None
    ) -> None:
        """`place` and `linked` are those of the editor."""
        super().__init__(parent)
        self._session = session
        self._made: dict[str, DetailTab] = {}
        unit = theme.current().unit

        # Tabs on the left of one line, the name of the follow-up on its right
        self._pages = QStackedWidget(self)
        self.editor = FollowUpEditor(session, place, wide=True, linked=linked, parent=self._pages)
        self.bar = QTabBar()
        self.bar.setAccessibleName(self.tr("Bagian tindak lanjut"))
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.addTab(self.tr("Uraian"))
        for _key, title, _name in TABS:
            self.bar.addTab(QCoreApplication.translate("FollowUpDetail", title))
        self._pages.addWidget(self.editor)
        line = QHBoxLayout()
        line.setSpacing(unit * 4)
        line.addWidget(self.bar)
        line.addWidget(self.editor.head, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addLayout(line)
        whole.addWidget(self._pages, 1)

        # Wire
        self.bar.currentChanged.connect(self.bar.updateGeometry)  # the tab in front has bolder letters
        self.bar.currentChanged.connect(self._show_front)
        self.editor.shown.connect(self._show_subject)
        self.editor.left.connect(self.left)
        self.editor.item_wanted.connect(lambda where: self.navigate.emit("readiness", where))
        on_keys(self, "Ctrl+PgDown", lambda: self._step(1))
        on_keys(self, "Ctrl+PgUp", lambda: self._step(-1))

    def tab(self, key: str) -> DetailTab:
        """A tab by its key, made now if it was never seen."""
        if key not in self._made:
            (name,) = (name for one, _, name in TABS if one == key)
            made: DetailTab = getattr(import_module(f"desktop.ui.commitments.{key}_tab"), name)(
                self._session, self._pages
            )
            made.left.connect(self.left)
            made.navigate.connect(self.navigate)
            self._pages.addWidget(made)
            self._made[key] = made
        return self._made[key]

    def open_tab(self, key: str) -> None:
        """Bring a tab to the front; "" leaves the one that is there."""
        for number, (one, _title, _name) in enumerate(TABS, start=1):
            if one == key:
                self.bar.setCurrentIndex(number)

    def show_commitment(self, one: UUID) -> None:
        """Show a stored follow-up."""
        self.editor.show_commitment(one)

    def refresh(self, changes: ChangeSet) -> None:
        """Show what changed elsewhere, undo included, without touching what is being typed."""
        self.editor.refresh(changes)
        for tab in self._made.values():
            tab.refresh(changes)

    def flush(self) -> None:
        """Save what is still being typed."""
        self.editor.flush()
        for tab in self._made.values():
            tab.flush()

    def go_in(self) -> None:
        """Put the keyboard into the tab in front: in Uraian to the states, for they are what changes most."""
        if key := self._front_key():
            self.tab(key).go_in()
        else:
            self.editor.states.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Within

    @Slot(object)
    def _show_subject(self, one: UUID | None) -> None:
        if self.editor.is_new():
            self.bar.setCurrentIndex(0)
        for number in range(1, self.bar.count()):
            self.bar.setTabEnabled(number, not self.editor.is_new())
        for key, tab in self._made.items():
            tab.show_commitment(one if key == self._front_key() else None)
        self._show_front()

    @Slot()
    def _show_front(self) -> None:
        self.flush()
        key = self._front_key()
        if not key:
            self._pages.setCurrentWidget(self.editor)
            return
        tab = self.tab(key)
        tab.show_commitment(self.editor.current())
        self._pages.setCurrentWidget(tab)

    def _front_key(self) -> str:
        number = self.bar.currentIndex()
        return TABS[number - 1][0] if number > 0 else ""

    def _step(self, by: int) -> None:
        number = (self.bar.currentIndex() + by) % self.bar.count()
        if self.bar.isTabEnabled(number):
            self.bar.setCurrentIndex(number)
            self.go_in()
