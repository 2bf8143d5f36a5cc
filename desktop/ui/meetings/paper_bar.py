"""Which paper of a meeting is shown, and what can be chosen for it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.papers.catalogue import PAPERS, chosen_words
from desktop.ui import theme
from desktop.ui.session import Session
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import set_tip

_WIDEST = 80


class PaperBar(QWidget):
    """A list of papers; `options` is another widget, with a list for each option of the paper shown.

    paper_chosen()    another paper is to be shown
    option_chosen()   the same paper, made otherwise
    """

    paper_chosen = Signal()
    option_chosen = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self._options: dict[str, ChoiceField] = {}
        self._kind = ChoiceField(tuple((kind, paper.name) for kind, paper in PAPERS.items()))
        self._kind.setAccessibleName(self.tr("Surat yang ditampilkan"))
        self._kind.setMaxVisibleItems(len(PAPERS))
        self._kind.set_value("minutes")
        self._kind.edited.connect(self._choose)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._kind)
        self.options = QWidget()
        self._line = FlowLayout(self.options, spacing=theme.current().unit * 2)
        self.options.hide()

    @property
    def kind(self) -> str:
        """The paper shown, by its name in `PAPERS`."""
        return str(self._kind.value())

    @property
    def chosen(self) -> dict[str, Any]:
        """What is chosen for it: arguments of its `gather`."""
        return {key: field.value() for key, field in self._options.items() if field.isEnabled()}

    @property
    def chosen_words(self) -> str:
        """What is chosen in words, where it is not as usual."""
        if self._meeting is None:
            return ""
        return chosen_words(self._session.store, self.kind, self._meeting, self.chosen)

    def show_meeting(self, meeting: UUID) -> None:
        """Offer what can be chosen for the papers of this meeting; what is chosen stays where it can."""
        other, self._meeting = meeting != self._meeting, meeting
        if other or not self._options:
            self._offer()
        else:
            self._fill()

    def choose(self, kind: str) -> None:
        """Show another paper."""
        if kind != self.kind:
            self._kind.set_value(kind)
            self._choose()

    @Slot()
    def _choose(self) -> None:
        self._offer()
        self.paper_chosen.emit()

    def _offer(self) -> None:
        for field in self._options.values():
            self._line.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._options = {}
        for option in PAPERS[self.kind].options:
            field = ChoiceField()
            field.setAccessibleName(option.label)
            field.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
            field.setMaximumWidth(theme.current().unit * _WIDEST)
            set_tip(field, option.label)
            field.edited.connect(self.option_chosen)
            self._options[option.key] = field
            self._line.addWidget(field)
        self.options.setVisible(bool(self._options))
        self._fill()

    def _fill(self) -> None:
        if self._meeting is None:
            return
        for option in PAPERS[self.kind].options:
            field, choices = self._options[option.key], option.choices(self._session.store, self._meeting)
            field.set_options(choices)
            field.setEnabled(bool(choices))
            if choices and field.currentIndex() < 0:
                field.set_value(choices[0][0])
