"""Arahan Pimpinan: what the head is asked about a follow-up, and the answer."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.commitments.detail_tabs import DetailTab
from desktop.ui.directions.panel import DirectionPanel
from desktop.ui.session import Session


class DirectionTab(DetailTab):
    """The question and the answer of one follow-up."""

    SHOWS = frozenset({"commitment"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.panel = DirectionPanel(session, wide=True)
        self.panel.left.connect(self.left)
        self.panel.made.connect(self._open_made)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panel)
        self.setFocusProxy(self.panel.question)

    def fill(self, *, afresh: bool) -> None:
        if afresh:
            self.panel.show_record("commitment", self.commitment)
        else:
            self.panel.refresh()

    def flush(self) -> None:
        self.panel.flush()

    @Slot(object)
    def _open_made(self, one: object) -> None:
        self.navigate.emit("commitments", {"commitment": one})
