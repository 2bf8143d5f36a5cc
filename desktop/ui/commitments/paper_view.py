"""Cetak: the register as filtered, on paper, beside whether it is for the office alone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.services.commitment_filters import is_internal
from desktop.services.papers.catalogue import OFFICE_PAPERS
from desktop.services.papers.follow_up_list import follow_up_list_file_name, follow_up_list_title
from desktop.services.papers.profile import paper_profile
from desktop.ui.papers.outgoing import PaperNames
from desktop.ui.papers.panel import PaperPanel
from desktop.ui.session import Session
from desktop.ui.widgets.fields import CheckField
from desktop.ui.widgets.text import set_tip

KIND = "follow-ups"


class PaperView(QWidget):
    """The paper follows the filter, its order and its groups."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = CommitmentFilter()
        self._shown: dict[str, Any] = {}
        self.internal = CheckField(self.tr("Kertas kerja internal"))
        set_tip(self.internal, self.tr("Memuat acuan internal dan yang terlambat; tidak untuk dibagikan ke luar."))
        self.internal.edited.connect(self._choose)
        self._within = False  # as the user chose; a filter can leave no choice
        self.panel = PaperPanel(session, self._names, slot="follow-ups")
        self.panel.add_choice(self.internal)
        self.panel.take_keys(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panel)
        self.setFocusProxy(self.panel)

    def show_filter(self, asked: CommitmentFilter, **shown: Any) -> None:
        """Print what this finds; `shown` are order and groups as `follow_up_list_content` takes them."""
        self._asked, self._shown = asked, shown
        must = is_internal(asked)
        self.internal.setEnabled(not must)
        self.internal.set_value(must or self._within)
        self.refresh()

    @Slot()
    def _choose(self) -> None:
        self._within = self.internal.value()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Draw the paper anew."""
        self.panel.show_paper(self._gather)

    def _gather(self) -> tuple[Any, ...]:
        store, one = self._session.store, OFFICE_PAPERS[KIND]
        content = one.gather(store, self._asked, internal=self.internal.value(), **self._shown)
        return one.job, content, paper_profile(store)

    def _names(self) -> PaperNames:
        return PaperNames(KIND, follow_up_list_title(self._session.store, self._asked), follow_up_list_file_name())
