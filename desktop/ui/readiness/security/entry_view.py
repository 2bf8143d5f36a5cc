"""A table of the gambaran pengamanan, below it the fields of the line in hand, and what was told before.

A report is a deed of its own and never changes an earlier one. It is kept with Ctrl+Enter, with the button, or
when the line is left with everything in place; until then the typing is safe as a draft.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.base.errors import AppError
from desktop.models.journal import ChangeSet
from desktop.models.queries.office import TopicSummary
from desktop.models.security import PLACES, RegionPicture, SecurityPicture
from desktop.services.draft_keeper import drop_draft, keep_draft, recall_draft
from desktop.services.security_picture import withdraw_report
from desktop.services.security_tables import Line
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.readiness.security.copy_guard import CopyGuard
from desktop.ui.readiness.security.drafts import draft_of, restore
from desktop.ui.readiness.security.history_list import HistoryList
from desktop.ui.readiness.security.lines_tree import LinesTree
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.shortcuts import CTRL_ENTER, on_keys
from desktop.ui.widgets.text import ElidedLabel

_ENTRY_HEIGHT = 34  # units of the theme: two rows of fields
_HISTORY_WIDTH = 78


class EntryView(QWidget):
    """A kind of it says which table, which fields, and what they become."""

    NAME = ""
    TABLE = ""
    COLUMNS: Sequence[str] = ()
    TOLD_BELOW: Collection[str] = ()
    """Columns that are told in the history and left out of the table."""
    WIDE = ""
    """The column that takes the room that is left."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.topic: TopicSummary | None = None
        self.picture = SecurityPicture()
        self._line: Line | None = None
        self._recording = False
        unit = theme.current().unit

        # Table
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.whole.setSpacing(unit * 2)
        self.tree = LinesTree(self.NAME, self.COLUMNS, self.TOLD_BELOW, self.WIDE, self)
        self.whole.addWidget(self.tree, 1)

        # Entry
        self.entry = QWidget(self)
        left = QVBoxLayout(self.entry)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(unit)
        self.title = ElidedLabel(role="heading")
        left.addWidget(self.title)
        self.form = Form(self.entry, columns=4)
        self.add_fields(self.form)
        self.form.setFixedHeight(unit * _ENTRY_HEIGHT)
        left.addWidget(self.form)
        self.record_button = button(self.tr("Catat laporan (Ctrl+Enter)"), kind="primary", parent=self.entry)
        self.discard_button = button(self.tr("Batalkan isian"), kind="quiet", parent=self.entry)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(unit * 2)
        self.buttons.addWidget(self.record_button)
        self.buttons.addWidget(self.discard_button)
        self.buttons.addStretch()
        left.addLayout(self.buttons)
        left.addStretch()
        self.history = HistoryList(self)
        self.history.setFixedWidth(unit * _HISTORY_WIDTH)

        # Assemble
        below = QHBoxLayout()
        below.setSpacing(unit * 4)
        below.addWidget(self.entry, 1)
        below.addWidget(self.history)
        self.whole.addLayout(below)
        self.setFocusProxy(self.tree)

        # Wire
        for view in (self.tree, self.history.list):
            CopyGuard(view, session)
        self.tree.moved.connect(self._line_moved)
        self.tree.entry_wanted.connect(self.start_writing)
        self.record_button.clicked.connect(self.record)
        self.discard_button.clicked.connect(self._discard)
        self.form.edited.connect(self._keep_draft)
        self.form.typing.connect(self._show_buttons)
        self.history.withdraw_wanted.connect(self._withdraw)
        on_keys(self.entry, CTRL_ENTER, self.record)
        on_keys(self.entry, "Esc", lambda: self.tree.setFocus(Qt.FocusReason.OtherFocusReason))

    # What a kind of it says

    def add_fields(self, form: Form) -> None:
        """Put the fields into the form."""
        raise NotImplementedError

    def lines(self, picture: SecurityPicture) -> list[Line]:
        """The lines of the table."""
        raise NotImplementedError

    def begin(self, line: Line, region: RegionPicture, /) -> dict[str, object]:
        """What the fields begin with for the line in hand."""
        raise NotImplementedError

    def is_complete(self) -> bool:
        """Whether what is written can be kept as it stands."""
        raise NotImplementedError

    def deed(self, region: RegionPicture) -> Callable[[], ChangeSet]:
        """What keeps what is written."""
        raise NotImplementedError

    def reports(self, line: Line, region: RegionPicture) -> list[tuple[UUID, str]]:
        """What was told of the line in hand, each report in words."""
        raise NotImplementedError

    # What others ask

    def show_picture(self, topic: TopicSummary, picture: SecurityPicture) -> None:
        """Show a topic as it stands; what is being written is left alone."""
        if self.topic is not None and self.topic.id != topic.id:
            self._line = None
        self.topic, self.picture = topic, picture
        self.history.set_open(topic.is_open)
        self.tree.show_lines(self.lines(picture))

    def flush(self) -> None:
        """Keep what is written: as a report when it is complete, else as a draft."""
        self.form.flush()
        region = self.region()
        if region is None or not self.form.changes():
            return
        self._keep_draft()
        if self.is_complete():
            self.record()
        else:
            words = self.tr("Laporan {name} belum lengkap; isiannya disimpan sebagai draf.")
            self.session.bus.message.emit(words.format(name=region.name), str(Tone.ATTENTION))

    def region(self) -> RegionPicture | None:
        """The region of the line in hand; None at a sum."""
        line = self._line
        found = (one for one in (*self.picture.regions, *self.picture.wholes) if line and one.id == line.region_id)
        return next(found, None)

    def start_writing(self) -> None:
        """Go on to the first field."""
        if self.form.isEnabled():
            shown = (key for key in list(self.form.keys()) if self.form.field(key).isVisible())
            self.form.go_to(next(shown, ""))

    @Slot()
    def record(self) -> None:
        """Keep what is written as a report."""
        region = self.region()
        if region is None or not self.form.isEnabled() or not self.form.check():
            return
        place, typed = self._place(), self.form.values().get("district")
        self.form.clear_errors()
        told = self.tr("Laporan {name} dicatat").format(name=region.name)
        self._recording = True  # what it changes is shown while the fields still hold it
        try:
            done = self.session.run(self.deed(region), form=self.form, told=told)
        finally:
            self._recording = False
        if done:
            self.form.mark_saved()
            drop_draft(self.session.desk, place)
            self._load()
            if typed and self._line is not None and not self._line.district:
                self.form.go_to("district")  # the next kecamatan

    def make_button(self, words: str, deed: Callable[[], object]) -> QPushButton:
        """A further deed of the place in hand."""
        made = button(words, kind="quiet", parent=self.entry)
        made.clicked.connect(deed)
        self.buttons.addWidget(made)
        return made

    # Within

    @Slot()
    def _line_moved(self) -> None:
        if self._recording:
            return
        if not _same(self.tree.line(), self._line):
            self.flush()
            self._line = self.tree.line()
            self._load()
        elif self.form.changes():
            self._show_history()
        else:
            self._load()

    def _load(self) -> None:
        line, region = self._line, self.region()
        writable = region is not None and self.topic is not None and self.topic.is_open
        self.form.setEnabled(writable)
        self.record_button.setEnabled(writable)
        self._show_title(line, region)
        self._show_history()
        if line is None or region is None:
            self.form.load(dict.fromkeys(self.form.keys()))
        else:
            self.form.load(self.begin(line, region))
            draft = recall_draft(self.session.desk, self._place())
            if draft is not None:
                restore(self.form, draft)
        self._show_buttons()

    def _show_title(self, line: Line | None, region: RegionPicture | None) -> None:
        if region is not None and line is not None:
            part = line.district if region.kind in PLACES else None
            self.title.setText(f"{part}, {region.name}" if part else region.name)
        else:
            self.title.setText(self.tr("Jumlah dihitung dari wilayahnya"))

    def _show_history(self) -> None:
        line, region = self._line, self.region()
        known = line is not None and region is not None
        self.history.show_reports(self.reports(line, region) if known else ())  # type: ignore[arg-type]

    def _show_buttons(self) -> None:
        self.discard_button.setVisible(bool(self.form.changes()))

    @Slot()
    def _discard(self) -> None:
        self.form.mark_saved()
        drop_draft(self.session.desk, self._place())
        self._load()
        self.start_writing()

    def _withdraw(self, report: UUID) -> None:
        self.session.run(
            lambda: withdraw_report(self.session.desk, self.TABLE, report), told=self.tr("Laporan ditarik")
        )

    @Slot()
    def _keep_draft(self) -> None:
        if self._line is None or not self.form.changes():
            return
        try:
            moment = keep_draft(self.session.desk, self._place(), draft_of(self.form))
        except AppError as fault:
            self.session.bus.message.emit(str(fault), str(Tone.PROBLEM))
        else:
            self.session.bus.draft_saved.emit(moment)

    def _place(self) -> str:
        line, topic = self._line, self.topic
        assert line is not None
        assert topic is not None
        return f"security:{self.TABLE}:{topic.id}:{line.region_id}:{line.district or ''}"


def _same(one: Line | None, other: Line | None) -> bool:
    def key(line: Line | None) -> Any:
        return line and (line.region_id, line.district, line.level, None if line.region_id else line.name)

    return bool(key(one) == key(other))
