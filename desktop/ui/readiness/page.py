"""Kesiapan: the matrix of a topic, the countdown to its day, and the items behind each cell."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.office import TopicSummary
from desktop.models.queries.readiness import matrix
from desktop.models.queries.readiness_items import items
from desktop.ui import theme
from desktop.ui.bus import Changes
from desktop.ui.exports.list_export import ListExport
from desktop.ui.exports.sources import ModelSource
from desktop.ui.forms.desk import FormDesk
from desktop.ui.readiness.items_panel import ItemsPanel
from desktop.ui.readiness.matrix_model import MatrixModel
from desktop.ui.readiness.matrix_view import MatrixView
from desktop.ui.readiness.wording import coverages, score_text
from desktop.ui.session import Session
from desktop.ui.topics.closed_banner import ClosedBanner
from desktop.ui.topics.topic_header import TopicHeader
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.text import plain_label

_SHOWN = frozenset(
    {
        "assessment", "topic", "topic_region", "region", "checklist_template", "checklist_category",
        "checklist_item", "checklist_item_region", "institution",
    }
)  # fmt: skip
_LINKED = frozenset({"issue", "commitment", "commitment_checklist_item", "addressee"})
_PANEL_SHARE = (49, 51)  # of the width, when the panel is opened for the first time


class ReadinessPage(QWidget):
    """How ready the regions are. navigate(page, where): the user wants another place."""

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        unit = theme.current().unit

        # Head
        self.header = TopicHeader(session, self.tr("Kesiapan"), parent=self)
        self.topic_field = self.header.topic_field
        self.forms = FormDesk(session, self, self._in_hand)
        self.forms.navigate.connect(self.navigate)
        self.header.add_action(self.forms.make_button())
        self.closed = ClosedBanner(self)

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
        self._body = QStackedLayout()
        self._body.addWidget(self._panes)
        self._nothing = EmptyState(
            "clipboard-check",
            self.tr("Topik ini belum mempunyai daftar periksa"),
            self.tr("Kesiapan dicatat pada topik yang mempunyai daftar periksa dan wilayah."),
        )
        self._body.addWidget(self._nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 4)
        whole.setSpacing(unit * 4)
        whole.addWidget(self.header)
        whole.addWidget(self.closed)
        whole.addLayout(self._body, 1)

        # Wire
        self.header.chosen.connect(self._topic_chosen)
        self.header.navigate.connect(self.navigate)
        self.closed.wanted.connect(self.header.manage)
        self.view.opened.connect(self._open_cell)
        self.view.moved.connect(self._cell_moved)
        self.panel.left.connect(self.close_panel)
        self.panel.navigate.connect(self.navigate)
        session.bus.changed.connect(self._changed)

    def open(self, **where: object) -> None:
        """Show a topic (`topic`), and the items of a region and category (`region`, `category`), at an `item`.

        Without a region or category the totals are meant; with neither the matrix alone is shown.
        """
        self._refresh()
        topic = where.get("topic")
        if isinstance(topic, UUID) and self.header.choose(topic):
            self._topic_chosen()
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def topic(self) -> TopicSummary | None:
        """The topic in hand."""
        return self.header.topic()

    # Within

    def _in_hand(self) -> tuple[TopicRow | None, UUID | None]:
        """The topic while it is open, and the region of the row the keyboard is at."""
        place, topic = self.view.place(), self.topic()
        region = self.model.region(place[0]) if place is not None else None
        if topic is None or not topic.is_open:
            return None, None
        row = TopicRow(topic.id, topic.name, topic.event_label, topic.event_date)
        return row, region.id if region else None

    def _export_title(self) -> str:
        topic = self.topic()
        return self.tr("Kesiapan {topic}").format(topic=topic.name if topic else "").strip()

    def _changed(self, changes: Changes) -> None:
        if changes.tables & _LINKED and self.panel.isVisible():
            self.panel.refresh_links()
        if changes.tables & _SHOWN:
            self._stale = True
            if self.isVisible():
                self._refresh()

    def _refresh(self) -> None:
        self.header.tell_countdown()
        if not self._stale:
            return
        self._stale = False
        self.header.load()
        self._load()

    def _topic_chosen(self) -> None:
        self.close_panel()
        self._load()

    def _load(self) -> None:
        topic = self.topic()
        self.closed.show_closing(topic is not None and not topic.is_open, topic.closed_on if topic else None)
        self.panel.set_open(topic is not None and topic.is_open)
        if topic is not None:
            self.model.set_matrix(matrix(self._session.store, topic.id))
        usable = topic is not None and bool(self.model.matrix.regions and self.model.matrix.categories)
        self._body.setCurrentWidget(self._panes if usable else self._nothing)
        place = self.view.place()
        if usable and self.panel.isVisible() and place is not None:
            self._fill_panel(*place)

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
        topic = self.topic()
        if topic is None:
            return
        region, category = self.model.region(row), self.model.category(column)
        tally = self.model.cell(row, column).tally
        words = self.tr("{coverage} · skor {score}").format(coverage=coverages(tally)[0], score=score_text(tally))
        found = items(
            self._session.store, topic.id, region.id if region else None, category.id if category else None
        )
        self.panel.show_items(self.model.title(row, column), words, found, topic.event_date)


def _place_of(wanted: object, ids: list[UUID]) -> int:
    """The row or column of an id; that of the totals for None, one beyond for an unknown id."""
    if wanted is None:
        return len(ids)
    return ids.index(wanted) if isinstance(wanted, UUID) and wanted in ids else len(ids) + 1
