"""Matriks: how ready a topic's regions or institutions are by category, and the items behind each cell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.journal import ChangeSet
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.readiness_items import ItemRow, items, reported_for_the_whole
from desktop.models.queries.readiness_shown import INSTITUTIONS, REGIONS, shown_matrix
from desktop.ui import theme
from desktop.ui.readiness.cell_line import CellLine
from desktop.ui.readiness.items_panel import ItemsPanel
from desktop.ui.readiness.items_table import Behind
from desktop.ui.readiness.matrix_bar import MATRIX_SCORES, MatrixBar
from desktop.ui.readiness.matrix_export import MatrixExport, Wanted
from desktop.ui.readiness.matrix_model import MatrixModel
from desktop.ui.readiness.matrix_view import MatrixView
from desktop.ui.readiness.tab import ReadinessTab
from desktop.ui.readiness.wording import cell_parts
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.splitter import MemorySplitter

if TYPE_CHECKING:
    from desktop.ui.readiness.matrix_paper import MatrixPaper

_LINKED = frozenset({"issue", "commitment", "commitment_checklist_item", "commitment_region", "addressee"})
_PANEL_SHARE = (49, 51)  # of the width, when the panel is opened for the first time


class MatrixTab(ReadinessTab):
    """`open(region | institution, category, item)` shows the items of a cell; of a total where one is left out."""

    SHOWS = frozenset(
        {
            "assessment", "topic", "topic_region", "region", "region_figure", "due_override", "checklist_template",
            "checklist_category", "checklist_item", "checklist_item_region", "institution", "institution_region",
        }
    )  # fmt: skip

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        unit = theme.current().unit

        # Matrix and items
        self.model = MatrixModel(self)
        self._panes = MemorySplitter("readiness", session.settings, parent=self)
        left = QWidget(self._panes)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit * 2)
        self.bar = MatrixBar(session.settings, left)
        self.export = MatrixExport(session, left, self._wanted_in_file)
        self.print_button = icon_button("printer", self.tr("Tampilkan di kertas (P)"), parent=left)
        self.bar.line.addWidget(self.print_button)
        self.bar.line.addWidget(self.export.make_button())
        self.view = MatrixView(self.model, left)
        self.line = CellLine(left)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.line)
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
        self.paper: MatrixPaper | None = None  # made when it is first wanted
        self.setFocusProxy(self.view)

        # Wire
        self.view.show_scores(session.settings.get(MATRIX_SCORES))
        self.view.opened.connect(self._open_cell)
        self.view.moved.connect(self._cell_moved)
        self.view.asked.connect(self.bar.press)
        self.view.paper_wanted.connect(self.show_paper)
        self.print_button.clicked.connect(self.show_paper)
        self.bar.changed.connect(self._other_rows)
        self.bar.scores.connect(self.view.show_scores)
        self.panel.left.connect(self.close_panel)
        self.panel.navigate.connect(self.navigate)
        session.bus.changed.connect(self._links_changed)

    def open(self, **where: object) -> None:
        """Show the items of a row and category, at an `item`; with none of them the matrix alone is shown."""
        self.catch_up()
        region, institution, category = (where.get(key) for key in ("region", "institution", "category"))
        if region is None and institution is None and category is None:
            self.close_panel()
            return
        rows = REGIONS if institution is None else INSTITUTIONS
        if self.model.rows_are != rows or (institution is not None and institution not in self._rows()):
            self.bar.show_rows(rows)
        row = _place_of(region if institution is None else institution, self._rows())
        column = _place_of(category, [head.id for head in self.model.matrix.categories])
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
        if self._on_paper():
            self._body.setCurrentWidget(self._panes)
        self.panel.flush()
        self.panel.hide()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_paper(self) -> None:
        """Show on paper what the matrix shows."""
        wanted = self._wanted_in_file()
        if wanted is None:
            return
        if self.paper is None:
            from desktop.ui.readiness.matrix_paper import MatrixPaper

            self.paper = MatrixPaper(self.session, self)
            self.paper.left.connect(self._leave_paper)
            self._body.addWidget(self.paper)
        self.close_panel()
        self.paper.show_matrix(wanted, scores=self.bar.score.value())
        self._body.setCurrentWidget(self.paper)
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

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
        place, day = self.view.place(), self.day()
        found = shown_matrix(self.session.store, self.topic.id, self.bar.shown(), day)
        self.bar.offer(found.places.values())
        self.model.set_matrix(found.matrix, self.bar.shown().rows, found.places)
        self.line.show_rule(self.topic.event_date, day)
        usable = bool(found.matrix.categories and (found.matrix.regions or self.model.rows_are == INSTITUTIONS))
        wanted = self._wanted_in_file()
        if self.paper is not None and self._on_paper() and wanted is not None:
            self.paper.show_matrix(wanted, scores=self.bar.score.value())
        else:
            self._body.setCurrentWidget(self._panes if usable else self._nothing)
        if place is not None and self.view.place() is None and self.model.rowCount():
            self.view.go_to(min(place[0], self.model.rowCount() - 1), place[1])  # the rows are others now
        self._show_cell()
        place = self.view.place()
        if self.panel.isVisible() and place is not None:
            self._fill_panel(*place)

    def day(self) -> date:
        """The day from which answers are seen: of a closed topic the one on which it was closed."""
        return (self.topic.closed_on if self.topic is not None else None) or today()

    # Within

    def _on_paper(self) -> bool:
        return self.paper is not None and self._body.currentWidget() is self.paper

    @Slot()
    def _leave_paper(self) -> None:
        self._body.setCurrentWidget(self._panes)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wanted_in_file(self) -> Wanted | None:
        topic = self.topic
        if topic is None or not self.model.rowCount():
            return None
        row = TopicRow(topic.id, topic.name, topic.event_label, topic.event_date)
        return row, self.bar.shown(), self.day()

    @Slot()
    def _other_rows(self) -> None:
        """Other rows are looked at: those of the cell in hand may be gone."""
        self.close_panel()
        self.fill()

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
        self._show_cell()
        if self.panel.isVisible():
            self.panel.flush()
            self._fill_panel(row, column)

    def _show_cell(self) -> None:
        place = self.view.place()
        if place is None:
            self.line.show_cell("" if self.model.rowCount() else self._nobody(), None)
        else:
            self.line.show_cell(self.model.title(*place), self.model.cell(*place))

    def _nobody(self) -> str:
        if self.bar.words():
            return self.tr("Tidak ada instansi pada saringan ini.")
        return self.tr("Belum ada instansi di direktori yang menjadi penanggung jawab butir topik ini.")

    def _fill_panel(self, row: int, column: int) -> None:
        topic = self.topic
        if topic is None:
            return
        words = " · ".join(cell_parts(self.model.cell(row, column)))
        title = self.model.title(row, column)
        self.panel.show_items(title, words, self._items(row, column), topic.event_date, self.day())
        self.panel.show_wholes(self._wholes(row, column))

    def _items(self, row: int, column: int) -> list[Behind]:
        """The items behind a cell; of institutions what each reported itself."""
        assert self.topic is not None
        head, category = self.model.head(row), self.model.category(column)
        store, topic, of_category = self.session.store, self.topic.id, category.id if category else None
        if self.model.rows_are == REGIONS:
            return [Behind(item) for item in items(store, topic, head.id if head else None, of_category)]
        owners = [head] if head is not None else self.model.matrix.regions
        return [
            Behind(item, owner)
            for owner in owners
            for item in items(store, topic, None, of_category, institution=owner.id)
        ]

    def _wholes(self, row: int, column: int) -> list[ItemRow]:
        """What was reported for a region on items that are not asked of it: it stands in no cell."""
        assert self.topic is not None
        head, category = self.model.head(row), self.model.category(column)
        if self.model.rows_are != REGIONS or head is None:
            return []
        found = reported_for_the_whole(self.session.store, self.topic.id, head.id)
        return [one for one in found if category is None or one.category_id == category.id]

    def _rows(self) -> list[UUID]:
        return [head.id for head in self.model.matrix.regions]


def _place_of(wanted: object, ids: list[UUID]) -> int:
    """The row or column of an id; that of the totals for None, one beyond for an unknown id."""
    if wanted is None:
        return len(ids)
    return ids.index(wanted) if isinstance(wanted, UUID) and wanted in ids else len(ids) + 1
