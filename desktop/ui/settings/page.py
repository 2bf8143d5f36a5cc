"""Pengaturan: the office's profile, the look of the window, the data and their copies."""

from __future__ import annotations

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
from desktop.ui.widgets.page_header import PageHeader


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
        self.office = OfficeTab(session)
        self.word = WordTab(session)
        self.look = LookTab(session)
        self.data = DataTab(session)
        self.data.restore_wanted.connect(self.restore_wanted)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.office, self.tr("Profil kantor"))
        self.tabs.addTab(self.word, self.tr("Templat Word"))
        self.tabs.addTab(self.look, self.tr("Tampilan"))
        self.tabs.addTab(self.data, self.tr("Data & cadangan").replace("&", "&&"))
        self.tabs.currentChanged.connect(self._tab_changed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 5, unit * 4, unit * 5, unit * 4)
        whole.setSpacing(unit * 2)
        header = PageHeader(self.tr("Pengaturan"))
        topics = button(self.tr("Topik Koordinasi…"), "flag")
        topics.clicked.connect(self.manage_topics)
        header.add_action(topics)
        whole.addWidget(header)
        whole.addWidget(self.tabs, 1)
        session.bus.changed.connect(self._changed)

    def open(self, **where: object) -> None:
        """Go to one of the tabs."""
        tabs: dict[object, QWidget] = {
            "office": self.office,
            "word": self.word,
            "look": self.look,
            "data": self.data,
        }
        if where.get("tab") in tabs:
            self.tabs.setCurrentWidget(tabs[where["tab"]])

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
        if self.tabs.currentWidget() is self.data:
            self.data.load()

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        self.office.refresh(changes)
