"""Matriks: how ready a topic's regions are by category, and the items behind each cell."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.models.queries.readiness import matrix
from desktop.models.queries.readiness_items import items
from desktop.ui import theme
from desktop.ui.exports.list_export import ListExport
from desktop.ui.exports.sources import ModelSource
from desktop.ui.readiness.items_panel import ItemsPanel
from desktop.ui.readiness.matrix_model import MatrixModel
from desktop.ui.readiness.matrix_view import MatrixView
from desktop.ui.readiness.tab import ReadinessTab
from desktop.ui.readiness.wording import coverages, score_text
from desktop.ui.session import Session
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.text import plain_label

_LINKED = frozenset({"issue", "commitment", "commitment_checklist_item", "commitment_region", "addressee"})
_PANEL_SHARE = (49, 51)  # of the width, when the panel is opened for the first time


class MatrixTab(ReadinessTab):
    """`open(region, category, item)` shows the items of a cell; of a total where one is left out."""

    SHOWS = frozenset(
        {
            "assessment", "topic", "topic_region", "region", "checklist_template", "checklist_category",
            "checklist_item", "checklist_item_region", "institution",
        }
    )  # fmt: skip

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        unit = theme.current().unit

        # Matrix and items
        self.model = MatrixModel(self)
        self.view = MatrixView(self.model)
        self._panes = MemorySplitter("readiness", session.settings, parent=self)
        legend = plain_label(
            self.tr(
                "Skor hanya dari butir yang sudah dilaporkan, dibulatkan ke bawah. Bergaris: belum ada laporan. "
                "Enter membuka butirnya."
            ),
            role="help",
        )
        legend.setWordWrap(True)
        left = QWidget(self._panes)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit * 2)
        column.addWidget(self.view, 1)
        line = QHBoxLayout()
        line.setSpacing(unit * 2)
        line.addWidget(legend, 1)
        export = ListExport(session, left, self._export_title,
                            lambda: ModelSource(self.view, self.tr("Wilayah")))  # fmt: skip
        line.addWidget(export.make_button())
        column.addLayout(line)
        self._panes.addWidget(left)
        self.panel = ItemsPanel(session, self._panes)  # now, for Tab goes through parts as they come
        self.panel.hide()
        self._panes.addWidget(self.panel)

        # Assemble
        self._nothing = EmptyState(
            "clipboard-check",
            self.tr("Topik ini belum mempunyai daftar periksa"),
            self.tr("Kesiapan dicatat pada topik yang mempunyai daftar periksa dan wilayah."),
        )
        self._body = QStackedLayout(self)
        self._body.addWidget(self._panes)
        self._body.addWidget(self._nothing)
        self.setFocusProxy(self.view)

        # Wire
        self.view.opened.connect(self._open_cell)
        self.view.moved.connect(self._cell_moved)
        self.panel.left.connect(self.close_panel)
        self.panel.navigate.connect(self.navigate)
        session.bus.changed.connect(self._links_changed)

    def open(self, **where: object) -> None:
        """Show the items of a region and category, at an `item`; with neither the matrix alone is shown."""
        self.catch_up()
        region, category = where.get("region"), where.get("category")
        if region is None and category is None:
            self.close_panel()
            return
        shown = self.model.matrix
        row = _place_of(region, [head.id for head in shown.regions])
        column = _place_of(category, [head.id for head in shown.categories])
        if row < self.model.rowCount() and column < self.model.columnCount():
            self.view.go_to(row, column)
            self._open_cell(row, column)
            if isinstance(item := where.get("item"), UUID):
                self.panel.show_item(item)

    def flush(self) -> None:
        """Keep a report that is still being written."""
        self.panel.flush()

    def close_panel(self) -> None:
        """Go back to the matrix, at the cell one came from."""
        self.panel.flush()
        self.panel.hide()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def region(self) -> UUID | None:
        """The region of the row the keyboard is at."""
        place = self.view.place()
        region = self.model.region(place[0]) if place is not None else None
        return region.id if region else None

    def leave(self) -> None:
        """Another topic comes: its matrix is shown without items."""
        self.close_panel()

    def fill(self) -> None:
        """Show the matrix, and the items of the cell in hand anew."""
        self.panel.set_open(self.topic is not None and self.topic.is_open)
        if self.topic is None:
            return
        self.model.set_matrix(matrix(self.session.store, self.topic.id))
        usable = bool(self.model.matrix.regions and self.model.matrix.categories)
        self._body.setCurrentWidget(self._panes if usable else self._nothing)
        place = self.view.place()
        if self.panel.isVisible() and place is not None:
            self._fill_panel(*place)

    # Within

    def _export_title(self) -> str:
        return self.tr("Kesiapan {topic}").format(topic=self.topic.name if self.topic else "").strip()

    @Slot(object)
    def _links_changed(self, changes: ChangeSet) -> None:
        if changes.tables & _LINKED and self.panel.isVisible():
            self.panel.refresh_links()

    def _open_cell(self, row: int, column: int) -> None:
        self._fill_panel(row, column)
        if self.panel.isHidden():
            self.panel.show()
            width = self._panes.width()
            if self._panes.sizes()[1] < width // 4:
                self._panes.setSizes([width * share // 100 for share in _PANEL_SHARE])
        self.panel.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cell_moved(self, row: int, column: int) -> None:
        if self.panel.isVisible():
            self.panel.flush()
            self._fill_panel(row, column)

    def _fill_panel(self, row: int, column: int) -> None:
        topic = self.topic
        if topic is None:
            return
        region, category = self.model.region(row), self.model.category(column)
        tally = self.model.cell(row, column).tally
        words = self.tr("{coverage} · skor {score}").format(coverage=coverages(tally)[0], score=score_text(tally))
        found = items(
            self.session.store, topic.id, region.id if region else None, category.id if category else None
        )
        self.panel.show_items(self.model.title(row, column), words, found, topic.event_date)


def _place_of(wanted: object, ids: list[UUID]) -> int:
    """The row or column of an id; that of the totals for None, one beyond for an unknown id."""
    if wanted is None:
        return len(ids)
    return ids.index(wanted) if isinstance(wanted, UUID) and wanted in ids else len(ids) + 1
