"""Rekap Wilayah: how large and how ready areas and the province are, with source and age of each figure."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.queries.office import office_profile
from desktop.models.queries.readiness_rollup import RolledCategory, rollup
from desktop.models.queries.regions import area_members, regions
from desktop.models.queries.size_rollup import WholeSize, whole_sizes
from desktop.models.queries.wholes import wholes
from desktop.services.papers.region_rollup import region_rollup_file_name, region_rollup_title, summary_words
from desktop.ui import theme
from desktop.ui.directory.figures_dialog import FiguresDialog
from desktop.ui.directory.figures_paste_dialog import PasteFiguresDialog
from desktop.ui.exports.list_export import ListExport
from desktop.ui.exports.sources import TableSource
from desktop.ui.papers.office_dialog import OfficePaperDialog
from desktop.ui.papers.outgoing import PaperNames
from desktop.ui.readiness.rollup.items import RolledTable
from desktop.ui.readiness.rollup.sizes import SizeFacts, SizesTable
from desktop.ui.readiness.tab import ReadinessTab
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import CheckField
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.text import ElidedLabel, plain_label


class RollupTab(ReadinessTab):
    """`open(whole=region_id)` goes to a working area or province."""

    SHOWS = frozenset(
        {
            "assessment", "topic", "topic_region", "region", "region_figure", "working_area",
            "working_area_region", "checklist_template", "checklist_category", "checklist_item",
            "checklist_item_region", "institution", "due_override",
        }
    )  # fmt: skip

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        unit = theme.current().unit
        panes = MemorySplitter("readiness.rollup", session.settings, Qt.Orientation.Vertical, self)

        # Sizes
        upper = Card(parent=panes)
        self.sizes = SizesTable(session.settings, upper)
        self.facts = SizeFacts()
        self.whole_button = button(self.tr("Angka keseluruhan…"), "chart-column", kind="quiet")
        self.paste_button = button(self.tr("Tempel angka wilayah…"), "upload", kind="quiet")
        self.regions_button = button(self.tr("Daftar wilayah"), "map-pin", kind="quiet")
        note = plain_label(
            self.tr(
                "* sementara: tidak semua DPT. ** dilaporkan keseluruhan, karena angka wilayahnya belum lengkap. "
                "(8/38): jumlah 8 dari 38 wilayah."
            ),
            role="help",
        )
        note.setWordWrap(True)
        sizes_export = ListExport(
            session, upper, self.tr("Angka wilayah kerja dan provinsi"),
            lambda: TableSource(self.sizes, self.sizes.file_columns()),
        )  # fmt: skip
        right = QVBoxLayout()
        right.setSpacing(unit * 2)
        right.addWidget(self.facts, 1)
        deeds = QHBoxLayout()
        deeds.setSpacing(unit)
        for one in (self.whole_button, self.paste_button, self.regions_button):
            deeds.addWidget(one)
        deeds.addStretch()
        deeds.addWidget(sizes_export.make_button())
        right.addLayout(deeds)
        left = QVBoxLayout()
        left.setSpacing(unit)
        left.addWidget(self.sizes, 1)
        left.addWidget(note)
        line = QHBoxLayout()
        line.setSpacing(unit * 5)
        line.addLayout(left, 1)
        line.addLayout(right, 1)
        upper.body.addLayout(line)
        panes.addWidget(upper)

        # Readiness
        lower = Card(parent=panes)
        self.title = ElidedLabel(role="heading")
        self.summary = ElidedLabel(role="muted")
        self.told_only = CheckField(self.tr("Hanya yang dilaporkan"))
        self.print_button = button(self.tr("Cetak…"), "printer", kind="quiet")
        self.table = RolledTable(session.settings, lower)
        self.table.setMinimumHeight(unit * 30)  # a heading and three lines, on the smallest screen too
        legend = plain_label(
            self.tr(
                "Dilaporkan keseluruhan: angka untuk wilayah kerja atau provinsi sebagai satu kesatuan; tidak "
                "dibagi ke wilayah. Yang lain dihitung dari laporan kabupaten/kota."
            ),
            role="help",
        )
        legend.setWordWrap(True)
        export = ListExport(
            session, lower, self._export_title,
            lambda: TableSource(self.table, self.table.file_columns()), lambda: [self.summary.text()]
        )  # fmt: skip
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.title)
        said.addWidget(self.summary)
        head = QHBoxLayout()
        head.setSpacing(unit * 3)
        head.addLayout(said, 1)
        head.addWidget(self.told_only)
        head.addWidget(self.print_button)
        head.addWidget(export.make_button())
        lower.body.addLayout(head)
        lower.body.addWidget(self.table, 1)
        lower.body.addWidget(legend)
        panes.addWidget(lower)
        panes.setStretchFactor(1, 1)
        panes.setSizes([unit * 70, unit * 84])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(panes)
        self.setFocusProxy(self.sizes)

        # Wire
        self.sizes.current_changed.connect(self._whole_chosen)
        self.sizes.opened.connect(self._show_whole_figures)
        self.whole_button.clicked.connect(self._show_whole_figures)
        self.paste_button.clicked.connect(self._paste_figures)
        self.regions_button.clicked.connect(lambda: self.navigate.emit("directory", {"tab": "regions"}))
        self.print_button.clicked.connect(self._print)
        self.told_only.edited.connect(self._whole_chosen)
        self.table.opened.connect(self._open_line)

    def open(self, **where: object) -> None:
        """Go to a working area or province by its region."""
        self.catch_up()
        wanted = where.get("whole")
        for place in range(self.sizes.rows.rowCount()):
            size = self.sizes.size_of(place)
            if size is not None and size.whole.region_id == wanted:
                self.sizes.select_seq(place)

    def fill(self) -> None:
        """Show all wholes; the office's own is the first one in hand."""
        store = self.session.store
        found = whole_sizes(store, wholes(store))
        before = self.sizes.current_seq()
        self.sizes.show_sizes(found)
        self.sizes.rows.finish()
        if before is None:
            profile = office_profile(store)
            home = profile.working_area_id if profile else None
            self.sizes.select_seq(next((n for n, one in enumerate(found) if one.whole.area_id == home), 0))
        else:
            self._whole_chosen()

    def chosen(self) -> WholeSize | None:
        """The whole in hand."""
        return self.sizes.size_of(self.sizes.current_seq())

    # Within

    @Slot()
    def _whole_chosen(self) -> None:
        size = self.chosen()
        self.facts.show_size(size)
        self.title.setText(size.whole.name if size else "")
        if size is None or self.topic is None:
            return
        day = self.topic.closed_on or today()
        found = rollup(self.session.store, self.topic.id, size.whole, day)
        self.table.show_rollup(found, told_only=bool(self.told_only.value()))
        self.summary.setText(summary_words(found.regions, len(size.whole.members), found.total))

    @Slot()
    def _show_whole_figures(self) -> None:
        size = self.chosen()
        if size is not None:
            whole = size.whole
            dialog = FiguresDialog(self.session, whole.region_id, whole.name, parent=self.window())
            dialog.exec()
            dialog.deleteLater()

    @Slot()
    def _paste_figures(self) -> None:
        size = self.chosen()
        if size is None:
            return
        store, whole = self.session.store, size.whole
        members = {one.id for one in whole.members}
        found = (
            area_members(store, whole.area_id)
            if whole.area_id
            else [one for one in regions(store) if one.id in members]
        )
        dialog = PasteFiguresDialog(self.session, found, self.window())
        dialog.exec()
        dialog.deleteLater()

    @Slot()
    def _print(self) -> None:
        size = self.chosen()
        if size is None or self.topic is None:
            return
        of = (self.topic.id, size.whole.region_id)

        def names() -> PaperNames:
            store = self.session.store
            return PaperNames("rollup", region_rollup_title(store, *of), region_rollup_file_name(store, *of))

        dialog = OfficePaperDialog(self.session, names, *of, parent=self.window())
        dialog.exec()
        dialog.deleteLater()

    @Slot(int)
    def _open_line(self, seq: int) -> None:
        line = self.table.line(seq)
        if self.topic is None or line is None:
            return
        where: dict[str, object] = {"topic": self.topic.id}
        if isinstance(line, RolledCategory):
            where |= {"category": line.id}
        else:
            where |= {"category": line.item.category_id, "item": line.item.item_id}
        self.navigate.emit("readiness", where)

    def _export_title(self) -> str:
        topic = self.topic.name if self.topic else ""
        return self.tr("Rekap {whole} {topic}").format(whole=self.title.text(), topic=topic).strip()
