"""Pengaturan: the office's profile, the look of the window, the data and their copies."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.ui import theme
from desktop.ui.session import Session
from desktop.ui.settings.data_tab import DataTab
from desktop.ui.settings.look_tab import LookTab
from desktop.ui.settings.office_tab import OfficeTab
from desktop.ui.settings.word_tab import WordTab
from desktop.ui.topics.manage import manage_topics
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.made_tab import made_tab
from desktop.ui.widgets.page_header import PageHeader

_TABS = ("office", "word", "look", "data")


class SettingsPage(QWidget):
    """Four tabs. `open(tab="office" | "word" | "look" | "data")` leads to one of them.

    restore_wanted(Path)    put this backup in the place of the data and open it anew; already agreed to
    """

    navigate = Signal(str, dict)
    restore_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        unit = theme.current().unit

        # Parts, each made where it will stand
        header = PageHeader(self.tr("Pengaturan"), parent=self)
        topics = button(self.tr("Topik Koordinasi…"), "flag")
        header.add_action(topics)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.office = made_tab(self.tabs, self.tr("Profil kantor"), partial(OfficeTab, session))
        self.word = made_tab(self.tabs, self.tr("Templat Word"), partial(WordTab, session))
        self.look = made_tab(self.tabs, self.tr("Tampilan"), partial(LookTab, session))
        self.data = made_tab(self.tabs, self.tr("Data & cadangan").replace("&", "&&"), partial(DataTab, session))

        # Assemble
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 5, unit * 4, unit * 5, unit * 4)
        whole.setSpacing(unit * 2)
        whole.addWidget(header)
        whole.addWidget(self.tabs, 1)

        # Wire
        topics.clicked.connect(self.manage_topics)
        self.data.restore_wanted.connect(self.restore_wanted)
        self.tabs.currentChanged.connect(self._tab_changed)
        session.bus.changed.connect(self._changed)

    def open(self, **where: object) -> None:
        """Go to one of the tabs."""
        if where.get("tab") in _TABS:
            self.tabs.setCurrentIndex(_TABS.index(str(where["tab"])))

    @Slot()
    def manage_topics(self) -> None:
        """Show the topics: new ones, their days, closing."""
        manage_topics(self._session, self, self.navigate)

    def flush(self) -> None:
        """Save what is still being typed."""
        self.office.flush()

    @Slot()
    def _tab_changed(self) -> None:
        self.flush()
        if _TABS[self.tabs.currentIndex()] == "data":
            self.data.load()

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        self.office.refresh(changes)
