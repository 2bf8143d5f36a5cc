"""Instansi & Pejabat: who is who, who holds which post, and which regions belong to the office."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.ui import theme
from desktop.ui.directory.institutions_tab import InstitutionsTab
from desktop.ui.directory.people_tab import PeopleTab
from desktop.ui.directory.regions_tab import RegionsTab
from desktop.ui.session import Session
from desktop.ui.widgets.page_header import PageHeader


class DirectoryPage(QWidget):
    """Three tabs. `open(institution=id)`, `open(person=id)` or `open(tab="regions")` leads to one of them."""

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = theme.current().unit
        self.institutions = InstitutionsTab(session)
        self.people = PeopleTab(session)
        self.regions = RegionsTab(session)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.institutions, self.tr("Instansi"))
        self.tabs.addTab(self.people, self.tr("Orang"))
        self.tabs.addTab(self.regions, self.tr("Wilayah"))
        self.tabs.currentChanged.connect(self.flush)
        self.institutions.detail.posts.person_wanted.connect(self._show_person)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 5, unit * 4, unit * 5, unit * 4)
        whole.setSpacing(unit * 2)
        subtitle = self.tr("Jabatan diundang, orang menjabat: pejabat boleh berganti, catatan lama tetap.")
        whole.addWidget(PageHeader(self.tr("Instansi & Pejabat"), subtitle))
        whole.addWidget(self.tabs, 1)
        session.bus.changed.connect(self._changed)

    def open(self, **where: object) -> None:
        """Go to an institution, a person, or the working areas."""
        if isinstance(institution := where.get("institution"), UUID):
            self.tabs.setCurrentWidget(self.institutions)
            self.institutions.show_institution(institution)
        elif isinstance(person := where.get("person"), UUID):
            self._show_person(person)
        elif where.get("tab") == "regions":
            self.tabs.setCurrentWidget(self.regions)

    @Slot()
    def flush(self) -> None:
        """Save what is still being typed."""
        self.institutions.flush()
        self.people.flush()

    @Slot(object)
    def _show_person(self, person: UUID) -> None:
        self.tabs.setCurrentWidget(self.people)
        self.people.show_person(person)

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        for tab in (self.institutions, self.people, self.regions):
            tab.refresh(changes)
