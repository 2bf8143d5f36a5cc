"""Butir menunggu pembaruan: all that finished follow-ups of a topic propose, each with its answer."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.models.queries.item_proposals import proposals
from desktop.ui import theme
from desktop.ui.readiness.proposals.cards import ProposalCards
from desktop.ui.readiness.proposals.shown import SHOWN
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.text import plain_label


class ProposalsDialog(QDialog):
    """navigate(page, where): to a follow-up or an item; the dialog is closed then."""

    navigate = Signal(str, dict)

    def __init__(self, session: Session, topic: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._topic = topic
        self.setWindowTitle(self.tr("Butir menunggu pembaruan"))
        self.setModal(True)
        unit = theme.current().unit
        note = plain_label(
            self.tr(
                "Tindak lanjutnya selesai, tetapi butir kesiapannya belum dilaporkan lagi. Tidak ada yang berubah "
                "sebelum Anda memilih."
            ),
            role="muted",
        )
        note.setWordWrap(True)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, unit * 2, 0)
        self.cards = ProposalCards(session, leads=True, parent=sheet)
        self._nothing = EmptyState(
            "circle-check", self.tr("Tidak ada yang menunggu"), self.tr("Semua butir sudah dijawab."), parent=sheet
        )
        column.addWidget(self.cards)
        column.addWidget(self._nothing)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sheet)
        close = button(self.tr("Selesai"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(self.tr("Butir menunggu pembaruan"), role="title"))
        whole.addWidget(note)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)
        self.cards.navigate.connect(self._lead)
        session.bus.changed.connect(self._changed)
        self._fill()
        take_its_size(self)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 190, unit * 140)

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if changes.tables & SHOWN:
            self._fill()

    def _fill(self) -> None:
        found = proposals(self._session.store, self._topic)
        self.cards.show_proposals(found)
        self._nothing.setVisible(not found)

    @Slot(str, dict)
    def _lead(self, page: str, where: dict[str, object]) -> None:
        self.accept()
        self.navigate.emit(page, where)
