"""What of the problems and news is shown: search, state, kind, region, field."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.models.queries.issues import UNSOLVED, issue_fields, issue_regions, issue_states, told_regions
from desktop.models.queries.situation import taking_part
from desktop.models.store import Store
from desktop.models.words import ISSUE_KINDS, ISSUE_STATES, OPEN_ISSUE_STATES
from desktop.ui import theme
from desktop.ui.exports.list_export import filter_words
from desktop.ui.readiness.wording import short_region
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.search_box import SearchBox

_ALL = "semua"


class IssueFilters(QWidget):
    """changed(): something else is wanted."""

    changed = Signal()

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        """`page` is where Ctrl+F leads to the search box."""
        super().__init__(parent)
        unit = theme.current().unit
        self.search = SearchBox(self.tr("Cari (Ctrl+F)"), page)
        self.chips = FilterChips(
            [(_ALL, self.tr("Semua")), (UNSOLVED, self.tr("Belum selesai")), *ISSUE_STATES.items()], single=True
        )
        self.kind = ChoiceField(list(ISSUE_KINDS.items()), empty=self.tr("Semua jenis"))
        self.region = ChoiceField(empty=self.tr("Semua wilayah"))
        self.field = ChoiceField(empty=self.tr("Semua bidang"))
        names = (self.tr("Saring jenis"), self.tr("Saring wilayah"), self.tr("Saring bidang"))
        for field, name in zip((self.kind, self.region, self.field), names, strict=True):
            field.setAccessibleName(name)
            field.edited.connect(self.changed)
        self.search.searched.connect(self.changed)
        self.chips.changed.connect(self.changed)

        # Assemble
        self._upper = QHBoxLayout()
        self._upper.setSpacing(unit * 2)
        self._upper.addWidget(self.search, 3)
        for field in (self.kind, self.region, self.field):
            self._upper.addWidget(field, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addLayout(self._upper)
        whole.addWidget(self.chips)

    def add_action(self, made: QToolButton) -> None:
        """Put a button behind the search box."""
        self._upper.addWidget(made)

    def offer(self, store: Store, topic: UUID | None) -> None:
        """Offer the regions and fields there are something of, and count the states; None: of all topics.

        Where nothing is left of the one chosen, all are shown.
        """
        told = issue_regions(store, topic)
        own = taking_part(store, topic) if topic else told_regions(store)
        states = issue_states(store, topic)
        with QSignalBlocker(self.region), QSignalBlocker(self.field):
            self.region.set_options([(one, short_region(name)) for one, name in own.items() if one in told])
            self.field.set_options([(words, words) for words in issue_fields(store, topic)])
            for field in (self.region, self.field):
                if field.currentIndex() < 0:
                    field.set_value(None)
        unsolved = sum(states[state] for state in OPEN_ISSUE_STATES)
        self.chips.set_counts({_ALL: sum(states.values()), UNSOLVED: unsolved, **states})

    def clear(self) -> None:
        """Show everything again, silently."""
        self.search.clear()
        self.chips.choose({_ALL})
        for field in (self.kind, self.region, self.field):
            field.set_value(None)

    def wanted(self) -> dict[str, Any]:
        """What is chosen, as `issue_list` takes it."""
        return {
            "text": self.search.text().strip(),
            "state": next(iter(self.chips.chosen() - {_ALL}), ""),
            "kind": self.kind.value() or "",
            "region": self.region.value(),
            "field": self.field.value() or "",
        }

    def words(self) -> list[str]:
        """What is chosen, in words for a file."""
        chosen = self.chips.chosen_labels() if self.wanted()["state"] else []
        chosen += [field.currentText() for field in (self.kind, self.region, self.field) if field.value()]
        return filter_words(self.search.text(), chosen)
