"""Pengamanan: polling stations by class and personnel, with the paper and the workbook of them, all Terbatas."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.security_picture import security_picture
from desktop.services.papers.security_picture import security_picture_file_name
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.exports.export_deed import EXPORT_KEY
from desktop.ui.exports.file_maker import FileMaker
from desktop.ui.readiness.security.entry_view import EntryView
from desktop.ui.readiness.security.paper_view import PaperView
from desktop.ui.readiness.tab import ReadinessTab
from desktop.ui.saving import ask_place
from desktop.ui.session import Session
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.late_tabs import LateTabs
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import ElidedLabel

_VIEWS = (
    ("stations", "TPS menurut Kelas", "readiness.security.stations_view", "StationsView"),
    ("personnel", "Personel", "readiness.security.personnel_view", "PersonnelView"),
    ("paper", "Cetak", "readiness.security.paper_view", "PaperView"),
)


class SecurityTab(ReadinessTab):
    """`open(view, region)` shows one of its views, at a region.

    Nothing here is copied as text: what leaves is its paper and its workbook, which bear the class.
    """

    SHOWS = frozenset(
        {
            "station_risk", "personnel_plan", "personnel_pattern", "region", "region_figure", "topic",
            "topic_region", "institution", "working_area", "working_area_region", "office_profile",
        }
    )  # fmt: skip

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        unit = theme.current().unit

        # Class
        self.mark = Badge(parent=self)
        self.mark.set_state(self.tr("TERBATAS"), Tone.ATTENTION, "lock")
        told = ElidedLabel(
            self.tr(
                "Tidak ikut dalam laporan Kesiapan, Bahan Pimpinan, Laporan Akhir, teks WhatsApp, berkas rapat, "
                "dan pencarian."
            ),
            role="muted",
        )
        self.export_button = icon_button(
            "upload", self.tr("Simpan ke Excel, Terbatas… ({key})").format(key=EXPORT_KEY)
        )
        self._maker = FileMaker(session, self)
        head = QHBoxLayout()
        head.setSpacing(unit * 2)
        head.addWidget(self.mark)
        head.addWidget(told, 1)
        head.addWidget(self.export_button)

        # Views
        self.views = LateTabs(_VIEWS, self._make, "SecurityTab", self)

        # Assemble
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit)
        whole.addLayout(head)
        whole.addWidget(self.views, 1)
        self.setFocusProxy(self.views)

        # Wire
        self.export_button.clicked.connect(self.export)
        on_keys(self, EXPORT_KEY, self.export)
        self._maker.ended.connect(lambda: self.export_button.setEnabled(True))
        self.views.currentChanged.connect(self._view_changed)
        self.view("stations")

    def view(self, key: str) -> EntryView | PaperView:
        """A view by its key, made now if it was never seen."""
        return cast(EntryView | PaperView, self.views.page(key))

    def open(self, **where: object) -> None:
        """Show a view, at a region where one is named."""
        self.catch_up()
        view, region = str(where.get("view") or "stations"), where.get("region")
        if not self.views.go_to(view):
            return
        shown = self.view(view)
        if isinstance(shown, EntryView) and isinstance(region, UUID):
            shown.tree.go_to(region)

    def fill(self) -> None:
        """Show the topic as it stands in the view in front; the others follow when they come to the front."""
        if self.topic is not None:
            picture = security_picture(self.session.store, self.topic.id)
            for page in self.views.pages():
                if page is self.views.current() or isinstance(page, EntryView):
                    cast(EntryView | PaperView, page).show_picture(self.topic, picture)

    def flush(self) -> None:
        """Keep what is being typed."""
        for page in self.views.pages():
            cast(EntryView | PaperView, page).flush()

    @Slot()
    def export(self) -> None:
        """Ask where to, and write the workbook there."""
        from desktop.services.formats.security_workbook import security_workbook

        if self.topic is None or not self.export_button.isEnabled():
            return
        self.flush()
        store, topic = self.session.store, self.topic.id
        name = security_picture_file_name(store, topic, suffix=".xlsx")
        target = ask_place(self.session, self.tr("Simpan ke Excel (Terbatas)"), name)
        if target is not None:
            self.export_button.setEnabled(False)
            told = self.tr("Tersimpan, Terbatas: {name}")
            self._maker.make(
                target, "sheets", security_workbook(store, topic), told=lambda path: told.format(name=path.name)
            )

    def _make(self, view: type[QWidget], parent: QWidget) -> QWidget:
        made = cast(type[EntryView] | type[PaperView], view)(self.session, parent)
        if self.topic is not None:
            made.show_picture(self.topic, security_picture(self.session.store, self.topic.id))
        return made

    @Slot()
    def _view_changed(self) -> None:
        self.flush()
        self.fill()
