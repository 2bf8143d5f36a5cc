"""What is done about a problem, and what was told of the same before: follow-ups to open, and earlier periods."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.base.reporting import period_words
from desktop.models.queries.issue_links import LinkedFollowUp, follow_ups_found, follow_ups_of_issue
from desktop.models.queries.issues import IssueRow
from desktop.models.queries.told_again import told_again
from desktop.models.words import COMMITMENT_STATES, ISSUE_STATES
from desktop.services.issue_links import link_follow_up, unlink_follow_up
from desktop.ui import theme
from desktop.ui.issues.follow_up_making import make_follow_up
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.line_button import LineButton
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.text import plain_label, set_tip

_EARLIER = 5


class LinksPanel(QWidget):
    """Of a kept entry.

    follow_up_wanted(id)    a follow-up is to be looked at
    issue_wanted(id)        the entry of another period is
    """

    follow_up_wanted = Signal(object)
    issue_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._row: IssueRow | None = None
        self._follow_ups: list[LineButton] = []
        self._periods_shown: list[LineButton] = []
        unit = theme.current().unit
        self.make_button = button(self.tr("Jadikan tindak lanjut"), "list-checks")
        set_tip(self.make_button, self.tr("Uraian, wilayah, dan usul penanggung jawabnya terisi (Ctrl+L)"))
        self.make_button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.link_field = PickerField(self._found, self.tr("Kaitkan tindak lanjut yang ada"))
        self.link_field.setAccessibleName(self.tr("Kaitkan tindak lanjut yang ada"))
        self._linked, self._earlier = QVBoxLayout(), QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        self._title = plain_label(self.tr("Tindak lanjut"), role="field")
        whole.addWidget(self._title)
        whole.addLayout(self._linked)
        whole.addWidget(self.link_field)
        whole.addWidget(self.make_button)
        self._earlier_title = plain_label(self.tr("Periode sebelumnya"), role="field")
        whole.addWidget(self._earlier_title)
        whole.addLayout(self._earlier)
        for lines in (self._linked, self._earlier):
            lines.setSpacing(0)
        self.make_button.clicked.connect(self.make)
        self.link_field.chosen.connect(self._link)
        self.hide()

    def show_row(self, row: IssueRow | None) -> None:
        """Show what is linked to an entry; nothing of one that is not kept yet."""
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        linked = [self._follow_up_line(one) for one in follow_ups_of_issue(self._session.store, row.id)]
        self._follow_ups = [line for _, line in linked]
        self._fill(self._linked, [whole for whole, _ in linked])
        self._periods_shown = [self._period_line(one) for one in self._periods(row)] if row.period else []
        self._fill(self._earlier, self._periods_shown)
        self._earlier_title.setVisible(bool(self._periods_shown))

    def follow_ups(self) -> list[str]:
        """The words of the follow-ups shown."""
        return [one.words for one in self._follow_ups]

    def earlier(self) -> list[str]:
        """The words of the earlier periods shown."""
        return [one.words for one in self._periods_shown]

    @Slot()
    def make(self) -> None:
        """Make a follow-up of the entry shown."""
        if self._row is not None:
            make_follow_up(self._session, self._row.id)

    # Within

    def _found(self, text: str) -> Sequence[Choice]:
        if self._row is None:
            return []
        found = follow_ups_found(self._session.store, self._row.topic_id, text)
        return [Choice(one, " ".join(words.split()), who) for one, words, who in found]

    @Slot(object)
    def _link(self, commitment: UUID) -> None:
        row = self._row
        self.link_field.set_value(None)
        if row is not None:
            self._session.run(lambda: link_follow_up(self._session.desk, row.id, commitment))

    def _unlink(self, commitment: UUID) -> None:
        row = self._row
        if row is not None:
            told = self.tr("Kaitan tindak lanjut dilepas.")
            self._session.run(lambda: unlink_follow_up(self._session.desk, row.id, commitment), told=told)

    def _periods(self, row: IssueRow) -> list[IssueRow]:
        found = told_again(
            self._session.store, row.topic_id, row.period or "", item=row.item_id, field=row.field,
            region=row.region_id, most=_EARLIER + 1,
        )  # fmt: skip
        return [one for one in found if one.id != row.id][:_EARLIER]

    def _follow_up_line(self, one: LinkedFollowUp) -> tuple[QWidget, LineButton]:
        state = (
            self.tr("{done} dari {all} selesai").format(done=one.done, all=one.total)
            if one.total > 1
            else COMMITMENT_STATES[one.state]
        )
        words = " · ".join(filter(None, (" ".join(one.text.split()), one.addressee, state)))
        go = LineButton(words)
        go.clicked.connect(lambda: self.follow_up_wanted.emit(one.id))
        off = icon_button("x", self.tr("Lepas kaitan: {text}").format(text=one.text))
        off.clicked.connect(lambda: self._unlink(one.id))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(go, 1)
        line.addWidget(off)
        return row, go

    def _period_line(self, one: IssueRow) -> LineButton:
        text = " ".join(one.text.split())
        when = period_words(one.period or "").partition(" (")[0]  # the days of a week are no news here
        line = LineButton(f"{when}: {text} ({ISSUE_STATES[one.state].lower()})")
        line.clicked.connect(lambda: self.issue_wanted.emit(one.id))
        return line

    @staticmethod
    def _fill(lines: QVBoxLayout, rows: Sequence[QWidget]) -> None:
        while (item := lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            lines.addWidget(row)
