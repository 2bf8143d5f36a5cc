"""What is told and done about a readiness item: its problems and follow-ups, each a line that leads there."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.queries.item_links import follow_ups_of_item, issues_of_item
from desktop.models.queries.readiness_items import ItemRow
from desktop.models.words import COMMITMENT_STATES, ISSUE_STATES
from desktop.services.issue_links import follow_up_of_item
from desktop.ui import theme
from desktop.ui.issues.looks import when_words
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.line_button import LineButton
from desktop.ui.widgets.text import set_tip


class ItemLinks(QWidget):
    """navigate(page, where): to a problem, to a follow-up, or to a new entry."""

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._item: ItemRow | None = None
        self._shown: list[LineButton] = []
        unit = theme.current().unit
        self.follow_up_button = button(self.tr("Jadikan tindak lanjut (L)"), "list-checks", kind="quiet")
        set_tip(self.follow_up_button, self.tr("Penanggung jawab, wilayah, dan batas waktunya terisi"))
        self.issue_button = button(self.tr("Catat kendala"), "message-square-text", kind="quiet")
        deeds = QHBoxLayout()
        deeds.setSpacing(unit * 2)
        deeds.addWidget(self.follow_up_button)
        deeds.addWidget(self.issue_button)
        deeds.addStretch()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._lines)
        whole.addLayout(deeds)
        self.follow_up_button.clicked.connect(self.make_follow_up)
        self.issue_button.clicked.connect(self._note_issue)

    def show_item(self, item: ItemRow | None) -> None:
        """Show what is linked to an item in its region."""
        self._item = item
        for line in self._shown:
            line.hide()
            line.deleteLater()
        self._shown = [] if item is None else [*self._issues(item), *self._follow_ups(item)]
        for line in self._shown:
            self._lines.addWidget(line)

    def words(self) -> list[str]:
        """What the lines say."""
        return [line.words for line in self._shown]

    @Slot()
    def make_follow_up(self) -> None:
        """Make a follow-up of the item shown, with who answers for it, its region and its day."""
        item = self._item
        if item is not None:
            told = self.tr("Tindak lanjut dibuat dari butir {code}.").format(code=item.code)
            desk = self._session.desk
            self._session.make(lambda: follow_up_of_item(desk, item.item_id, item.region_id), told=told)

    # Within

    @Slot()
    def _note_issue(self) -> None:
        if self._item is not None:
            self.navigate.emit("issues", {"item": self._item.item_id, "region": self._item.region_id})

    def _issues(self, item: ItemRow) -> list[LineButton]:
        return [
            self._line(
                (self.tr("Kendala"), when_words(one.happened_on, None, today()), one.text,
                 ISSUE_STATES[one.state].lower()),
                "issues", "issue", one.id,
            )
            for one in issues_of_item(self._session.store, item.item_id, item.region_id)
        ]  # fmt: skip

    def _follow_ups(self, item: ItemRow) -> list[LineButton]:
        return [
            self._line(
                (self.tr("Tindak lanjut"), one.text, one.addressee or "", COMMITMENT_STATES[one.state].lower()),
                "commitments", "commitment", one.id,
            )
            for one in follow_ups_of_item(self._session.store, item.item_id, item.region_id)
        ]  # fmt: skip

    def _line(self, parts: tuple[str, ...], page: str, key: str, one: UUID) -> LineButton:
        line = LineButton(" · ".join(" ".join(part.split()) for part in parts if part))
        line.clicked.connect(lambda: self.navigate.emit(page, {key: one}))
        return line
