"""Instansi & Pejabat: who is who, who holds which post, and which regions belong to the office."""

from __future__ import annotations

from functools import cached_property
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.ui import theme
from desktop.ui.directory.institutions_tab import InstitutionsTab
from desktop.ui.directory.people_tab import PeopleTab
from desktop.ui.directory.regions_tab import RegionsTab
from desktop.ui.session import Session
from desktop.ui.widgets.page_header import PageHeader


class DirectoryPage(QWidget):
    """Three tabs. `open(institution=id)`, `open(person=id)` or `open(tab="regions")` leads to one of them.

    The second and third are built when they are first needed.
    """

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        unit = theme.current().unit
        self.institutions = InstitutionsTab(session)
        self.institutions.detail.posts.person_wanted.connect(self._show_person)
        self._people_place, self._regions_place = _place(), _place()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.institutions, self.tr("Instansi"))
        self.tabs.addTab(self._people_place, self.tr("Orang"))
        self.tabs.addTab(self._regions_place, self.tr("Wilayah"))
        self.tabs.currentChanged.connect(self._tab_changed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 5, unit * 4, unit * 5, unit * 4)
        whole.setSpacing(unit * 2)
        subtitle = self.tr("Jabatan diundang, orang menjabat: pejabat boleh berganti, catatan lama tetap.")
        whole.addWidget(PageHeader(self.tr("Instansi & Pejabat"), subtitle))
        whole.addWidget(self.tabs, 1)
        session.bus.changed.connect(self._changed)

    @cached_property
    def people(self) -> PeopleTab:
        """The tab of people."""
        made = PeopleTab(self._session)
        _put(self._people_place, made)
        return made

    @cached_property
    def regions(self) -> RegionsTab:
        """The tab of working areas."""
        made = RegionsTab(self._session)
        _put(self._regions_place, made)
        return made

    def open(self, **where: object) -> None:
        """Go to an institution, a person, or the working areas."""
        if isinstance(institution := where.get("institution"), UUID):
            self.tabs.setCurrentWidget(self.institutions)
            self.institutions.show_institution(institution)
            self.institutions.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(person := where.get("person"), UUID):
            self._show_person(person)
            self.people.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif where.get("tab") == "regions":
            self.tabs.setCurrentWidget(self._regions_place)

    def flush(self) -> None:
        """Save what is still being typed."""
        self.institutions.flush()
        if "people" in self.__dict__:
            self.people.flush()

    @Slot()
    def _tab_changed(self) -> None:
        self.flush()
        if self.tabs.currentWidget() is self._people_place:
            self.people.show()
        elif self.tabs.currentWidget() is self._regions_place:
            self.regions.show()

    @Slot(object)
    def _show_person(self, person: UUID) -> None:
        self.tabs.setCurrentWidget(self._people_place)
        self.people.show_person(person)

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        self.institutions.refresh(changes)
        if "people" in self.__dict__:
            self.people.refresh(changes)
        if "regions" in self.__dict__:
            self.regions.refresh(changes)


def _place() -> QWidget:
    made = QWidget()
    QVBoxLayout(made).setContentsMargins(0, 0, 0, 0)
    return made


def _put(place: QWidget, tab: QWidget) -> None:
    layout = place.layout()
    assert layout is not None
    layout.addWidget(tab)
