"""The report on one item in one region, with its evidence and what is linked to it: written, kept, never lost.

A report is a deed of its own and never changes an earlier one. It is kept with Ctrl+Enter, with the button, or
when the item is left with everything in place; until then the typing is safe as a draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.errors import AppError
from desktop.models.queries.directory import search_institutions
from desktop.models.queries.item_reports import ReportRow, history
from desktop.models.queries.readiness_items import ItemRow
from desktop.models.queries.region_figures import Figure, figures_of
from desktop.models.score import MULTIPLIED
from desktop.services.draft_keeper import drop_draft, keep_draft, recall_draft
from desktop.services.readiness import assess
from desktop.ui.colours import Tone
from desktop.ui.readiness.evidence_lines import EvidenceLines
from desktop.ui.readiness.item_links import ItemLinks
from desktop.ui.readiness.report_form import ReportForm
from desktop.ui.readiness.sitting import Sitting
from desktop.ui.session import Session
from desktop.ui.widgets.picker_field import Choice


class ReportPanel(QWidget):
    """recorded(): a report was kept by the button or Ctrl+Enter.
    navigate(page, where): to what is linked to the item.
    """

    recorded = Signal()
    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None, *, columns: int = 2) -> None:
        super().__init__(parent)
        self._session = session
        self._event: date | None = None
        self._item: ItemRow | None = None
        self._figure: Figure | None = None
        self._sitting: Sitting | None = None
        self.links = ItemLinks(session)
        self.evidence = EvidenceLines(session)
        self.form = ReportForm(self.institutions, self.links, self.evidence, self, columns=columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.form)
        self.links.navigate.connect(self.navigate)
        self.form.record_wanted.connect(self._record)
        self.form.discard_wanted.connect(self._discard)
        self.form.edited.connect(self._keep_draft)

    @property
    def item(self) -> ItemRow | None:
        """The item in hand."""
        return self._item

    @property
    def figure(self) -> Figure | None:
        """What the target of the item in hand is multiplied by, where it is."""
        return self._figure

    @property
    def is_writing(self) -> bool:
        """Whether something is written that is not kept yet."""
        return self.form.is_begun()

    def use_sitting(self, sitting: Sitting | None) -> None:
        """Let reports be of a sitting from now on, or of none; what is being written stays as it is."""
        if sitting != self._sitting:
            self._sitting = sitting
            if sitting is not None:
                self.form.take_sitting(sitting)

    def set_event(self, event: date | None) -> None:
        """The topic's day, from which due dates are counted."""
        self._event = event

    def show_item(self, item: ItemRow | None) -> None:
        """Turn to another item; what was being written on the one before is kept."""
        self.flush()
        self._load(item)

    def take_over(self, fresh: ItemRow | None) -> None:
        """The items were read anew: show the one in hand as it stands now, but leave the writing alone."""
        if fresh is None or self._item is None or not self.is_writing:
            self._load(fresh)
        elif (fresh.item_id, fresh.region_id) == (self._item.item_id, self._item.region_id):
            self._item = fresh
            self.form.show_facts(fresh, self._event, self._reports(fresh), self._figure)

    def record(self) -> bool:
        """Keep what is written as a report; False where that is not possible, which the form says."""
        item = self._item
        if item is None:
            return False
        if not self.form.check():
            if not self.form.isVisible():
                self._tell(self.form.problems()[0])
            return False
        told = self.tr("Laporan {code} dicatat").format(code=item.code)
        values = self.form.report()
        self.form.clear_errors()
        desk = self._session.desk
        done = self._session.run(
            lambda: assess(desk, item.item_id, item.region_id, **values),
            form=self.form if self.form.isVisible() else None, told=told,
        )  # fmt: skip
        if done:
            self.form.mark_saved()
            drop_draft(desk, _place(item))
            self.take_over(self._item)
        return done

    def complete(self, state: str, chosen: Sequence[ItemRow]) -> bool:
        """Whether a state key completed what is being written, where just the item in hand is meant."""
        if not self.is_writing or list(chosen) != [self._item]:
            return False
        self.form.choose_state(state)
        self.record()
        return True

    def period_of(self, chosen: Sequence[ItemRow]) -> dict[str, str]:
        """The period chosen here, as services take it, where just the item in hand is meant and it repeats."""
        period = self.form.period.value()
        return {"period": period} if period and list(chosen) == [self._item] else {}

    def set_open(self, is_open: bool) -> None:
        """Of a closed topic the reports are only read."""
        self.form.setEnabled(is_open)

    def flush(self) -> None:
        """Keep what is written: as a report when it is complete, else as a draft."""
        self.form.flush()
        if self._item is None or not self.is_writing:
            return
        if not self.form.is_complete() or not self.record():
            self._keep_draft()
            words = self.tr("Laporan {code} belum lengkap; isiannya disimpan sebagai draf.")
            self._tell(words.format(code=self._item.code))

    def refresh_links(self) -> None:
        """Show what was linked to the item in hand meanwhile."""
        self.links.show_item(self._item)

    def institutions(self, text: str) -> list[Choice]:
        """Institutions found by part of their name."""
        return [Choice(hit.id, hit.words) for hit in search_institutions(self._session.store, text)]

    # Within

    def _load(self, item: ItemRow | None) -> None:
        self._item = item
        self.links.show_item(item)
        self.evidence.show_item(item)
        if item is None:
            return
        self._figure = self._figure_of(item)
        self.form.show_item(item, self._event, self._reports(item), self._figure, self._sitting)
        draft = recall_draft(self._session.desk, _place(item))
        if draft is not None:
            self.form.restore(draft)

    def _figure_of(self, item: ItemRow) -> Figure | None:
        """What the target of an item is multiplied by in its region."""
        per = MULTIPLIED.get(item.target_kind)
        sizes = figures_of(self._session.store, item.region_id) if per else []
        return next((one.figure for one in sizes if one.kind == per and one.counts), None)

    def _reports(self, item: ItemRow) -> list[ReportRow]:
        return history(self._session.store, item.item_id, item.region_id)

    def _tell(self, words: str) -> None:
        self._session.bus.message.emit(words, str(Tone.ATTENTION))

    @Slot()
    def _record(self) -> None:
        if self.record():
            self.recorded.emit()

    @Slot()
    def _discard(self) -> None:
        if self._item is not None:
            self.form.mark_saved()
            drop_draft(self._session.desk, _place(self._item))
            self._load(self._item)
            self.form.state.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _keep_draft(self) -> None:
        if self._item is None or not self.is_writing:
            return
        try:
            moment = keep_draft(self._session.desk, _place(self._item), self.form.draft())
        except AppError as fault:
            self._session.bus.message.emit(str(fault), str(Tone.PROBLEM))
        else:
            self._session.bus.draft_saved.emit(moment)


def _place(item: ItemRow) -> str:
    return f"readiness:{item.item_id}:{item.region_id}"
