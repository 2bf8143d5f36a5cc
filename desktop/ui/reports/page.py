"""Laporan: a period counted and recapped, what it concluded, the archive, forms and papers sent out, in tabs."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.reports.tab import ReportTab
from desktop.ui.session import Session
from desktop.ui.widgets.page_header import PageHeader

_TABS = (
    ("recap", "Rekapitulasi", "RecapTab"),
    ("attendance", "Kehadiran", "AttendanceTab"),
    ("completion", "Capaian", "CompletionTab"),
    ("conclusions", "Kesimpulan", "ConclusionsTab"),
    ("archive", "Daftar Arsip", "ArchiveTab"),
    ("forms", "Formulir", "FormsTab"),
    ("register", "Surat && Berkas Terbit", "RegisterTab"),
)
"""Key (`{key}_tab` is its module in this folder), title and class of each tab, in their order."""


class ReportsPage(QWidget):
    """`open(tab="archive")` leads to a tab, which gets whatever else is asked for; tabs are made when first seen.

    navigate(page, where)    another page of the window is wanted
    """

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._made: dict[str, ReportTab] = {}
        self._places: dict[str, QVBoxLayout] = {}
        unit = theme.current().unit
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for key, title, _name in _TABS:
            place = QWidget()
            self._places[key] = QVBoxLayout(place)
            self._places[key].setContentsMargins(0, unit * 2, 0, 0)
            self.tabs.addTab(place, QCoreApplication.translate("ReportsPage", title))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 4, unit * 6, unit * 4)
        whole.setSpacing(unit * 2)
        subtitle = self.tr("Rekapitulasi rapat, arsip, dan surat yang sudah terbit.")
        whole.addWidget(PageHeader(self.tr("Laporan"), subtitle))
        whole.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._make_current)
        self._make_current()

    def tab(self, key: str) -> ReportTab:
        """A tab by its key, made now if it was never seen."""
        if key not in self._made:
            (name,) = (name for one, _, name in _TABS if one == key)
            make = getattr(import_module(f"desktop.ui.reports.{key}_tab"), name)
            made: ReportTab = make(self._session, self._places[key].parentWidget())
            made.navigate.connect(self.navigate)
            self._places[key].addWidget(made)
            self._made[key] = made
        return self._made[key]

    def open(self, tab: str = "", **where: object) -> None:
        """Go to a tab, and there to something particular."""
        if tab in self._places:
            self.tabs.setCurrentIndex(list(self._places).index(tab))
            self.tab(tab).open(**where)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _make_current(self) -> None:
        self.setFocusProxy(self.tab(_TABS[self.tabs.currentIndex()][0]))
