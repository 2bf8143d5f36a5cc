"""What stands beside the list: the item or category in hand, to be written in a draft, else to be read."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from desktop.models.queries.asked_places import asked_places
from desktop.models.queries.checklist_versions import CategoryRow, ChecklistVersion, VersionItem
from desktop.models.queries.regions import regions
from desktop.models.score import MULTIPLIED
from desktop.services.checklists.checking import Fault
from desktop.ui import theme
from desktop.ui.readiness.checklist.category_form import CategoryForm
from desktop.ui.readiness.checklist.facts import VersionFacts
from desktop.ui.readiness.checklist.item_form import ItemForm
from desktop.ui.readiness.checklist.overrides_panel import OverridesPanel
from desktop.ui.readiness.checklist.wording import answering_lines, due_day_words, need_lines
from desktop.ui.session import Session
from desktop.ui.widgets.empty_state import EmptyState


class ItemPane(QWidget):
    """It reads what it needs of the record it is told to show."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        unit = theme.current().unit
        self._top = top = QWidget(self)
        self._stack = QStackedLayout(top)
        self.facts = VersionFacts()
        self._reading = QScrollArea(top)
        self._reading.setWidgetResizable(True)
        self._reading.setFrameShape(QFrame.Shape.NoFrame)
        self._reading.viewport().setAutoFillBackground(False)
        self._reading.setWidget(self.facts)
        self.facts.setAutoFillBackground(False)
        self._nothing = EmptyState("list-checks", self.tr("Pilih butir di sebelah kiri"), parent=top)
        for one in (self._reading, self._nothing):
            self._stack.addWidget(one)
        self.overrides = OverridesPanel(session, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 2, 0, 0, 0)
        whole.setSpacing(unit * 3)
        whole.addWidget(top, 1)
        whole.addWidget(self.overrides)
        self.show_nothing()

    @cached_property
    def form(self) -> ItemForm:
        """Where an item is written; made with the first draft, for most who come here only read."""
        made = ItemForm(self._session, self._top)
        self._stack.addWidget(made)
        return made

    @cached_property
    def category(self) -> CategoryForm:
        """The same for a category."""
        made = CategoryForm(self._session, self._top)
        self._stack.addWidget(made)
        return made

    def show_nothing(self) -> None:
        """No record is in hand."""
        self._stack.setCurrentWidget(self._nothing)
        self.overrides.hide()

    def show_category(self, category: CategoryRow, *, editable: bool) -> None:
        """Show a category: its name, to be changed in a draft."""
        self.overrides.hide()
        if editable:
            self.category.show_category(category)
        self._stack.setCurrentWidget(self.category if editable else self._nothing)

    def show_item(
        self,
        version: ChecklistVersion,
        item: VersionItem,
        categories: list[CategoryRow],
        event: date | None,
        *,
        topic_open: bool,
    ) -> None:
        """Show an item of a version; `event` is the topic's day. It is edited in the draft of an open topic."""
        store = self._session.store
        places = asked_places(store, item.id)
        known = {one.id: one for one in regions(store)} if item.target_kind in MULTIPLIED else {}
        notes = {
            "answering": answering_lines(places),
            "need": need_lines(item, places, known),
            "due_day": due_day_words(item.due_offset, event),
        }
        if version.is_draft and topic_open:
            self.form.show_item(item, categories, **notes)
            self._stack.setCurrentWidget(self.form)
        else:
            self.facts.show_item(item, **notes)
            self._stack.setCurrentWidget(self._reading)
        if version.is_draft:
            self.overrides.hide()
        else:
            editable = topic_open and version.standing == "berlaku"
            self.overrides.show_item(version.topic_id, item, editable=editable)

    def show_fault(self, fault: Fault) -> None:
        """Go to the field that keeps a draft from being put in force."""
        shown = self._stack.currentWidget()
        if isinstance(shown, ItemForm | CategoryForm) and fault.field in shown.form.values():
            shown.form.show_error(fault.field, fault.message)

    def start_writing(self) -> None:
        """Put the keyboard into what can be written."""
        shown = self._stack.currentWidget()
        if isinstance(shown, ItemForm | CategoryForm):
            shown.setFocus()

    def forget(self) -> None:
        """Give up what is being typed: its version is given up."""
        for one in self._made():
            one.forget()

    def flush(self) -> None:
        """Keep what is being typed."""
        for one in self._made():
            one.flush()

    def _made(self) -> list[ItemForm | CategoryForm]:
        found = (self._stack.widget(place) for place in range(self._stack.count()))
        return [one for one in found if isinstance(one, ItemForm | CategoryForm)]
