"""Laporan: a period counted and recapped, what it concluded, the archive, forms and papers sent out, in tabs."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.refilled_tab import RefilledTab
from desktop.ui.session import Session
from desktop.ui.widgets.late_tabs import LateTabs
from desktop.ui.widgets.page_header import PageHeader

_TABS = (
    ("recap", "Rekapitulasi", "reports.recap_tab", "RecapTab"),
    ("attendance", "Kehadiran", "reports.attendance_tab", "AttendanceTab"),
    ("completion", "Capaian", "reports.completion_tab", "CompletionTab"),
    ("conclusions", "Kesimpulan", "reports.conclusions_tab", "ConclusionsTab"),
    ("archive", "Daftar Arsip", "reports.archive_tab", "ArchiveTab"),
    ("forms", "Formulir", "reports.forms_tab", "FormsTab"),
    ("register", "Surat && Berkas Terbit", "reports.register_tab", "RegisterTab"),
)


class ReportsPage(QWidget):
    """`open(tab="archive")` leads to a tab, which gets whatever else is asked for.

    navigate(page, where)    another page of the window is wanted
    """

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        unit = theme.current().unit
        self.tabs = LateTabs(_TABS, self._make, "ReportsPage", self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 4, unit * 6, unit * 4)
        whole.setSpacing(unit * 2)
        subtitle = self.tr("Rekapitulasi rapat, arsip, dan surat yang sudah terbit.")
        whole.addWidget(PageHeader(self.tr("Laporan"), subtitle))
        whole.addWidget(self.tabs, 1)
        self.setFocusProxy(self.tabs)
        self.tab(self.tabs.key())

    def tab(self, key: str) -> RefilledTab:
        """A tab by its key, made now if it was never seen."""
        return cast(RefilledTab, self.tabs.page(key))

    def open(self, tab: str = "", **where: object) -> None:
        """Go to a tab, and there to something particular."""
        if self.tabs.go_to(tab):
            self.tab(tab).open(**where)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, tab: type[QWidget], parent: QWidget) -> QWidget:
        made = cast(type[RefilledTab], tab)(self._session, parent)
        made.navigate.connect(self.navigate)
        return made
