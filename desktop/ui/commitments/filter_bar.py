"""What the register shows, in one line: how far, what else it is narrowed down to, and the filters with a name."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.register import CommitmentCount
from desktop.services.commitment_filters import STATE_WORDS, said
from desktop.ui import theme
from desktop.ui.commitments.saved_menu import SavedFilterMenu
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.removable_chips import RemovableChips
from desktop.ui.widgets.text import set_tip

ALL = "semua"
_NOTHING = {one.name: one.default for one in fields(CommitmentFilter)}


class FilterBar(QWidget):
    """changed(CommitmentFilter): another is wanted. panel_wanted(bool): show or hide all choices."""

    changed = Signal(object)
    panel_wanted = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = CommitmentFilter()
        unit = theme.current().unit
        self.states = FilterChips([(ALL, self.tr("Semua")), *STATE_WORDS.items()], single=True)
        self.states.changed.connect(self._choose_state)
        self.more = button(self.tr("Saringan"), "funnel")
        self.more.setCheckable(True)
        self.more.clicked.connect(self.panel_wanted)
        self.menu = SavedFilterMenu(session, self)
        self.menu.chosen.connect(self._choose)
        named = button(self.tr("Tersimpan"))
        set_tip(named, self.tr("Saringan yang punya nama, dan menyimpan saringan ini"))
        named.setMenu(self.menu)
        self.chips = RemovableChips()
        self.chips.removed.connect(self._remove)
        self._line = QHBoxLayout()
        self._line.setSpacing(unit * 2)
        self._line.addWidget(self.states, 1)
        for one in (self.more, named):
            self._line.addWidget(one)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addLayout(self._line)
        whole.addWidget(self.chips)

    def add_choice(self, widget: QWidget) -> None:
        """Put something else to choose at the end of the line."""
        self._line.addWidget(widget)

    def show_filter(self, asked: CommitmentFilter) -> None:
        """Show what is asked for, silently."""
        self._asked = asked
        self.states.choose({asked.state or ALL})
        self.menu.set_filter(asked)
        chips = said(self._session.store, asked)
        self.chips.set_chips([(one.fields, one.words) for one in chips])
        self.more.setText(self.tr("Saringan ({count})").format(count=len(chips)) if chips else self.tr("Saringan"))

    def show_counts(self, count: CommitmentCount) -> None:
        """Show how many follow-ups each state would bring."""
        self.states.set_counts(
            {ALL: count.total, "terbuka": count.open, "terlambat": count.late, "due_soon": count.soon,
             "selesai": count.done}
        )  # fmt: skip

    def words(self) -> list[str]:
        """What is asked for besides the text, each in a few words."""
        state = [STATE_WORDS[self._asked.state]] if self._asked.state else []
        return [*state, *(one.words for one in said(self._session.store, self._asked))]

    @Slot(object)
    def _choose_state(self, chosen: frozenset[str]) -> None:
        state = next(iter(chosen), ALL)
        self._choose(replace(self._asked, state="" if state == ALL else state))

    @Slot(object)
    def _remove(self, names: tuple[str, ...]) -> None:
        without: dict[str, Any] = {name: _NOTHING[name] for name in names}
        self._choose(replace(self._asked, **without))

    @Slot(object)
    def _choose(self, asked: CommitmentFilter) -> None:
        self.show_filter(asked)
        self.changed.emit(asked)
