"""What is behind a cell of the matrix: its items, and the report on the one in hand.

A report is a deed of its own and never changes an earlier one. It is kept with Ctrl+Enter, with the button, or
when the item is left with everything in place; until then the typing is safe as a draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.base.errors import AppError
from desktop.base.numbers import grouped
from desktop.models.queries.directory import search_institutions
from desktop.models.queries.readiness_items import ItemRow, ReportRow, history
from desktop.models.words import READINESS_STATES
from desktop.services.draft_keeper import drop_draft, keep_draft, recall_draft
from desktop.services.readiness import assess, assess_many
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.exports.list_export import ListExport
from desktop.ui.exports.sources import TableSource
from desktop.ui.readiness.item_links import ItemLinks
from desktop.ui.readiness.items_table import Behind, ItemsTable
from desktop.ui.readiness.report_form import ReportForm
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
        self._event: date | None = None
        self._item: ItemRow | None = None
        unit = theme.current().unit

        # Parts
        self._title = ElidedLabel(role="heading")
        self._subtitle = ElidedLabel(role="muted")
        self.close_button = icon_button("x", self.tr("Kembali ke matriks (Esc)"))
        self.table = ItemsTable(session.settings)
        self.table.setMinimumHeight(unit * 36)
        self.links = ItemLinks(session)
        self.holding = QPushButton(self)
        self.holding.setCheckable(True)
        self.holding.setProperty("kind", "chip")
        keys = ElidedLabel(
            self.tr("Tombol: 0 belum siap, 1 sebagian, 2 siap, 3 siap dan bukti diterima, N tidak berlaku"),
            role="help",
        )

        # Assemble
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.holding, alignment=Qt.AlignmentFlag.AlignTop)
        export = ListExport(
            session, self, lambda: self.tr("Butir Kesiapan {title}").format(title=self._title.text()),
            lambda: TableSource(self.table), lambda: [self._subtitle.text()],
        )  # fmt: skip
        head.addWidget(export.make_button(), alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addLayout(head)
        panes = MemorySplitter("readiness.panel", session.settings, Qt.Orientation.Vertical, self)
        upper = QWidget(panes)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit)
        column.addWidget(self.table, 1)
        column.addWidget(keys)
        panes.addWidget(upper)
        self.form = ReportForm(
            self._institutions, self.links, panes
        )  # now, for Tab goes through parts as they come
        panes.addWidget(self.form)
        panes.setSizes([200, 360])
        panes.setStretchFactor(0, 1)
        panes.setStretchFactor(1, 1)
        whole.addWidget(panes, 1)

        # Wire
        self.close_button.clicked.connect(self.left)
        self.table.current_changed.connect(self._item_changed)
        self.table.marked.connect(self._mark)
        self.table.holding_wanted.connect(self.holding.toggle)
        self.holding.toggled.connect(self.table.show_holding)
        self.table.opened.connect(self._start_writing)
        self.table.follow_up_wanted.connect(lambda: self.links.follow_up(self.table.chosen()))
        self.links.navigate.connect(self.navigate)
        self.form.record_wanted.connect(self._record)
        self.form.discard_wanted.connect(self._discard)
        self.form.edited.connect(self._keep_draft)
        on_keys(self, "Esc", self.left.emit)

    def show_items(
        self, title: str, subtitle: str, items: Sequence[Behind], event: date | None, day: date
    ) -> None:
        """Show the items of a cell as seen from a day; `event` is the topic's day."""
        self._event = event
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self.form.facts.names_region = len({line.item.region_id for line in items}) > 1
        self.table.show_items(items, day)
        words = self.tr("Hanya yang menghambat (H)  {count}")
        self.holding.setText(words.format(count=grouped(self.table.holding())))
        self.form.setVisible(bool(items))
        self._take_over()

    def refresh_links(self) -> None:
        """Show what was linked to the item in hand meanwhile."""
        self.links.show_item(self._item)

    def set_open(self, is_open: bool) -> None:
        """Of a closed topic the reports are only read."""
        self.form.setEnabled(is_open)

    def show_item(self, item: UUID) -> None:
        """Go to an item, of several regions to the first that has it."""
        self.table.select_item(item)

    def flush(self) -> None:
        """Keep what is written: as a report when it is complete, else as a draft."""
        self.form.flush()
        if self._item is None or not self.form.changes():
            return
        if self.form.is_complete():
            self._record()
        else:
            self._keep_draft()
            self._say(
                self.tr("Laporan {code} belum lengkap; isiannya disimpan sebagai draf.").format(
                    code=self._item.code
                )
            )

    def _item_changed(self, seq: int | None) -> None:
        self.flush()
        self._load(self.table.item(seq))

    def _take_over(self) -> None:
        """The items were read anew: show the one in hand as it stands now, but leave the writing alone."""
        fresh = self.table.item(self.table.current_seq())
        if fresh is None or self._item is None or not self.form.changes():
            self._load(fresh)
        elif (fresh.item_id, fresh.region_id) == (self._item.item_id, self._item.region_id):
            self._item = fresh
            self.form.show_facts(fresh, self._event, self._reports(fresh))

    def _load(self, item: ItemRow | None) -> None:
        self._item = item
        self.links.show_item(item)
        if item is None:
            return
        self.form.show_item(item, self._event, self._reports(item))
        draft = recall_draft(self._session.desk, _place(item))
        if draft is not None:
            self.form.restore(draft)

    def _reports(self, item: ItemRow) -> list[ReportRow]:
        return history(self._session.store, item.item_id, item.region_id)

    def _mark(self, state: str) -> None:
        items = self.table.chosen()
        if self.form.changes() and items == [self._item]:
            self.form.state.set_value(state)  # the key completes what is being written
            self._record()
            return
        self.flush()
        if not items:
            return
        what = items[0].code if len(items) == 1 else self.tr("{count} butir").format(count=len(items))
        told = self.tr("{what}: {state}").format(what=what, state=READINESS_STATES[state].lower())
        places = [(item.item_id, item.region_id) for item in items]
        if (
            self._session.run(lambda: assess_many(self._session.desk, places, state=state), told=told)
            and len(items) == 1
        ):
            self.table.advance()

    def _start_writing(self, _seq: int) -> None:
        self.form.state.setFocus(Qt.FocusReason.OtherFocusReason)

    def _record(self) -> None:
        item = self._item
        if item is None or not self.form.check():
            return
        told = self.tr("Laporan {code} dicatat").format(code=item.code)
        values = self.form.report()
        self.form.clear_errors()
        done = self._session.run(
            lambda: assess(self._session.desk, item.item_id, item.region_id, **values), form=self.form, told=told
        )
        if done:
            self.form.mark_saved()
            drop_draft(self._session.desk, _place(item))
            self._take_over()

    def _discard(self) -> None:
        if self._item is not None:
            self.form.mark_saved()
            drop_draft(self._session.desk, _place(self._item))
            self._load(self._item)
            self.form.state.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_draft(self) -> None:
        if self._item is None or not self.form.changes():
            return
        try:
            moment = keep_draft(self._session.desk, _place(self._item), self.form.draft())
        except AppError as fault:
            self._session.bus.message.emit(str(fault), str(Tone.PROBLEM))
        else:
            self._session.bus.draft_saved.emit(moment)

    def _institutions(self, text: str) -> list[Choice]:
        return [Choice(hit.id, hit.words) for hit in search_institutions(self._session.store, text)]

    def _say(self, text: str) -> None:
        self._session.bus.message.emit(text, str(Tone.ATTENTION))


def _place(item: ItemRow) -> str:
    return f"readiness:{item.item_id}:{item.region_id}"
