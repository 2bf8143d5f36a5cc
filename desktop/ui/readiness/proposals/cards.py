"""Proposals below each other; without any the place is empty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.queries.item_proposals import Proposal
from desktop.ui import theme
from desktop.ui.readiness.proposals.card import ProposalCard
from desktop.ui.session import Session


class ProposalCards(QWidget):
    """One that is still proposed keeps what was chosen in it.

    navigate(page, where): a follow-up or an item is wanted.
    """

    navigate = Signal(str, dict)

    def __init__(self, session: Session, *, leads: bool = False, parent: QWidget | None = None) -> None:
        """`leads` is that of a card."""
        super().__init__(parent)
        self._session = session
        self._leads = leads
        self.cards: list[ProposalCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().unit * 2)
        self.hide()

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Show these."""
        kept = {card.proposal: card for card in self.cards if card.proposal in proposals}
        for card in self.cards:
            self._column.removeWidget(card)
            if card.proposal not in kept:
                card.hide()
                card.deleteLater()
        self.cards = [kept.get(one) or self._card(one) for one in proposals]
        for card in self.cards:
            self._column.addWidget(card)
        self.setVisible(bool(self.cards))

    def _card(self, proposal: Proposal) -> ProposalCard:
        card = ProposalCard(self._session, proposal, leads=self._leads, parent=self)
        card.navigate.connect(self.navigate)
        return card
