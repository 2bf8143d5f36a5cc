"""What is told and done about a readiness item: proposals to answer, and its problems and follow-ups as lines."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.queries.issue_items import issue_item
from desktop.models.queries.issue_links import LinkedFollowUp
from desktop.models.queries.item_links import follow_ups_of_item, is_followed_up, issues_of_item
from desktop.models.queries.item_proposals import Proposal, proposals_on
from desktop.models.queries.readiness_items import ItemRow
from desktop.models.words import COMMITMENT_STATES, ISSUE_STATES
from desktop.services.item_follow_ups import follow_ups_of_items
from desktop.ui import ask, theme
from desktop.ui.issues.looks import when_words
from desktop.ui.readiness.proposals.cards import ProposalCards
from desktop.ui.readiness.wording import short_region
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.line_button import LineButton
from desktop.ui.widgets.text import set_tip

_MOST = 8  # follow-ups shown of an item
_NAMED = 4  # items named in a question


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
        deeds = FlowLayout(spacing=unit * 2)
        deeds.addWidget(self.follow_up_button)
        deeds.addWidget(self.issue_button)
        self.proposals = ProposalCards(session, parent=self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.proposals)
        whole.addLayout(self._lines)
        whole.addLayout(deeds)
        self.follow_up_button.clicked.connect(self._follow_up)
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
        self.proposals.show_proposals([] if item is None else self._proposed(item))

    def words(self) -> list[str]:
        """What the lines say."""
        return [line.words for line in self._shown]

    def follow_up(self, items: Sequence[ItemRow]) -> None:
        """Make follow-ups of these, with who answers for each, its regions and its day; asks before doubling."""
        store, desk = self._session.store, self._session.desk
        places = [(one.item_id, one.region_id) for one in items]
        doubled = [one for one in items if is_followed_up(store, one.item_id, one.region_id)]
        if doubled and not self._is_wanted_twice(doubled):
            return
        told = (
            self.tr("Tindak lanjut dibuat dari butir {code}.").format(code=items[0].code)
            if len({one.item_id for one in items}) == 1
            else self.tr("Tindak lanjut dibuat dari {count} butir.").format(count=len({one for one, _ in places}))
        )
        if places:
            self._session.make(lambda: follow_ups_of_items(desk, places), told=told)

    # Within

    @Slot()
    def _follow_up(self) -> None:
        if self._item is not None:
            self.follow_up([self._item])

    def _is_wanted_twice(self, items: Sequence[ItemRow]) -> bool:
        named = ", ".join(f"{one.code} {short_region(one.region)}" for one in items[:_NAMED])
        more = len(items) - _NAMED
        return ask.question(
            self.tr("Sudah ada tindak lanjut yang belum selesai. Buat satu lagi?"),
            self.tr("{named} dan {count} lainnya").format(named=named, count=more) if more > 0 else named,
            yes=self.tr("Buat lagi"),
        )

    def _proposed(self, item: ItemRow) -> list[Proposal]:
        found = issue_item(self._session.store, item.item_id)
        if found is None:
            return []
        return proposals_on(self._session.store, found.topic_id, item.item_id, item.region_id)

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
                (self.tr("Tindak lanjut"), one.text, one.addressee or "", self._state_words(one)),
                "commitments", "commitment", one.id,
            )
            for one in follow_ups_of_item(self._session.store, item.item_id, item.region_id, _MOST)
        ]  # fmt: skip

    def _state_words(self, one: LinkedFollowUp) -> str:
        if one.total > 1 and one.done < one.total:
            return self.tr("{done} dari {all} selesai").format(done=one.done, all=one.total)
        return COMMITMENT_STATES[one.state].lower()

    def _line(self, parts: tuple[str, ...], page: str, key: str, one: UUID) -> LineButton:
        line = LineButton(" · ".join(" ".join(part.split()) for part in parts if part))
        line.clicked.connect(lambda: self.navigate.emit(page, {key: one}))
        return line
