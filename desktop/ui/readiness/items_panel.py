"""What is behind a cell of the matrix: its items, and the report on the one in hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.base.numbers import grouped
from desktop.models.queries.readiness_items import ItemRow
from desktop.models.words import READINESS_STATES
from desktop.services.readiness_entry import mark
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.exports.list_export import ListExport
from desktop.ui.exports.sources import TableSource
from desktop.ui.readiness.items_table import Behind, ItemsTable
from desktop.ui.readiness.report_panel import ReportPanel
from desktop.ui.readiness.sitting import Sitting
from desktop.ui.readiness.whole_lines import WholeLines
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.picker_field import Choice
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.text import ElidedLabel


class ItemsPanel(QWidget):
    """left(): the user goes back to the matrix. navigate(page, where): to what is linked to an item."""

    left = Signal()
    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        unit = theme.current().unit

        # Parts
        self._title = ElidedLabel(role="heading")
        self._subtitle = ElidedLabel(role="muted")
        self.close_button = icon_button("x", self.tr("Kembali ke matriks (Esc)"))
        self.table = ItemsTable(session.settings)
        self.table.setMinimumHeight(unit * 36)
        self.holding = QPushButton(self)
        self.holding.setCheckable(True)
        self.holding.setProperty("kind", "chip")
        self.wholes = WholeLines(self)
        keys = ElidedLabel(
            self.tr("Tombol: 0 belum siap, 1 sebagian, 2 siap, 3 siap dan bukti diterima, N tidak berlaku"),
            role="help",
        )

        # Assemble
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        export = ListExport(
            session, self, lambda: self.tr("Butir Kesiapan {title}").format(title=self._title.text()),
            lambda: TableSource(self.table), lambda: [self._subtitle.text()],
        )  # fmt: skip
        head.addWidget(export.make_button())
        head.addWidget(self.close_button)
        counts = QHBoxLayout()
        counts.addWidget(self._subtitle, 1)
        counts.addWidget(self.holding)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit)
        whole.addLayout(head)
        whole.addLayout(counts)
        panes = MemorySplitter("readiness.panel", session.settings, Qt.Orientation.Vertical, self)
        upper = QWidget(panes)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit)
        column.addWidget(self.table, 1)
        column.addWidget(self.wholes)
        column.addWidget(keys)
        panes.addWidget(upper)
        self.report = ReportPanel(session, panes)  # now, for Tab goes through parts as they come
        self.form, self.links = self.report.form, self.report.links
        panes.addWidget(self.report)
        panes.setSizes([200, 360])
        panes.setStretchFactor(0, 1)
        panes.setStretchFactor(1, 1)
        whole.addWidget(panes, 1)

        # Wire
        self.close_button.clicked.connect(self.left)
        self.wholes.wanted.connect(lambda item: self.navigate.emit("readiness", {"tab": "entry", "item": item}))
        self.table.current_changed.connect(self._item_changed)
        self.table.marked.connect(self._mark)
        self.table.holding_wanted.connect(self.holding.toggle)
        self.holding.toggled.connect(self.table.show_holding)
        self.table.opened.connect(self._start_writing)
        self.table.follow_up_wanted.connect(lambda: self.links.follow_up(self.table.chosen()))
        self.report.navigate.connect(self.navigate)
        on_keys(self, "Esc", self.left.emit)

    def show_items(
        self, title: str, subtitle: str, items: Sequence[Behind], event: date | None, day: date
    ) -> None:
        """Show the items of a cell as seen from a day; `event` is the topic's day."""
        self.report.set_event(event)
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self.form.facts.names_region = len({line.item.region_id for line in items}) > 1
        self.table.show_items(items, day)
        words = self.tr("Hanya yang menghambat (H)  {count}")
        self.holding.setText(words.format(count=grouped(self.table.holding())))
        self.report.setVisible(bool(items))
        self._take_owner(self.table.current_seq())
        self.report.take_over(self.table.item(self.table.current_seq()))

    def show_wholes(self, items: Sequence[ItemRow]) -> None:
        """Show beside them what was reported for the region as a whole, though it is not asked of it."""
        self.wholes.show_items(items)

    def refresh_links(self) -> None:
        """Show what was linked to the item in hand meanwhile."""
        self.report.refresh_links()

    def set_open(self, is_open: bool) -> None:
        """Of a closed topic the reports are only read."""
        self.report.set_open(is_open)

    def show_item(self, item: UUID) -> None:
        """Go to an item, of several regions to the first that has it."""
        self.table.select_item(item)

    def flush(self) -> None:
        """Keep what is written: as a report when it is complete, else as a draft."""
        self.report.flush()

    # Within

    def _item_changed(self, seq: int | None) -> None:
        self.report.flush()
        self._take_owner(seq)
        self.report.show_item(self.table.item(seq))

    def _take_owner(self, seq: int | None) -> None:
        """What is written on an institution's row is reported by it, for only so does it stand there."""
        owner = self.table.owner(seq)
        self.report.use_sitting(Sitting(Choice(owner.id, owner.name)) if owner is not None else None)

    def _mark(self, state: str) -> None:
        items = self.table.chosen()
        if self.report.complete(state, items):
            return
        self.flush()
        if not items:
            return
        owners = self.table.owners()
        if len(owners) > 1:
            words = self.tr("Pilih butir dari satu instansi saja: laporan dicatat atas nama instansinya.")
            self._session.bus.message.emit(words, str(Tone.ATTENTION))
            return
        (owner,) = owners
        by: dict[str, object] = {**self.report.period_of(items)}
        if owner is not None:
            by["institution_id"] = owner.id
        what = items[0].code if len(items) == 1 else self.tr("{count} butir").format(count=len(items))
        told = self.tr("{what}: {state}").format(what=what, state=READINESS_STATES[state].lower())
        places = [(item.item_id, item.region_id) for item in items]
        desk = self._session.desk
        if self._session.run(lambda: mark(desk, places, state=state, **by), told=told) and len(items) == 1:
            self.table.advance()

    def _start_writing(self, _seq: int) -> None:
        self.form.state.setFocus(Qt.FocusReason.OtherFocusReason)
