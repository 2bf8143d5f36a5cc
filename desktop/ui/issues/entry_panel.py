"""One problem or piece of news: the next one on its way, or a kept one whose changes save themselves."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.base.clock import today
from desktop.base.reporting import period_words
from desktop.models.journal import ChangeSet
from desktop.models.queries.attachments import files_of, issue_files
from desktop.models.queries.escalations import escalation_of
from desktop.models.queries.issues import IssueRow, issue
from desktop.models.queries.records import fields_of
from desktop.services.issues import add_issue, entry_there, update_issue
from desktop.ui import theme
from desktop.ui.autosave import AutoSave
from desktop.ui.colours import Tone
from desktop.ui.draft_timer import DraftTimer
from desktop.ui.issues.choices import kept_teller
from desktop.ui.issues.entry_form import IssueForm
from desktop.ui.issues.links_panel import LinksPanel
from desktop.ui.issues.looks import when_words
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import plain_label, set_tip

_SHOWN = frozenset({"attachment", "issue", "region", "institution", "issue_commitment", "commitment", "addressee"})


class EntryPanel(Card):
    """Enter keeps an entry and the next begins; a kept one is changed here too.

    made(id)                a new one was kept
    left()                  Escape: back to the list
    issue_wanted(id)        the entry that holds the period, or an earlier one
    navigate(page, where)   to a follow-up
    """

    made = Signal(object)
    left = Signal()
    issue_wanted = Signal(object)
    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._session = session
        self._topic: UUID | None = None
        self._every = False
        self._is_open, self._topic_name = False, ""
        self._row: IssueRow | None = None
        unit = theme.current().unit
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.keep_button = button(self.tr("Catat"), "check", kind="primary")
        set_tip(self.keep_button, self.tr("Catat (Enter)"))
        self.new_button = button(self.tr("Catatan baru"), "plus", kind="quiet")
        set_tip(self.new_button, self.tr("Catatan baru (Ctrl+N)"))
        self.tools.addWidget(self.new_button)
        self.tools.addWidget(self.keep_button)
        self.form = IssueForm(session.store, lambda: self._topic, self)
        self._help = plain_label(
            self.tr("Enter mencatat lalu mulai yang berikut, Shift+Enter baris baru."), role="help"
        )
        self._help.setWordWrap(True)
        line = QHBoxLayout()
        line.setContentsMargins(0, unit, 0, 0)
        line.addWidget(self._help, 1)
        self.direction_button = button(self.tr("Arahan…"), "flag", kind="quiet")
        set_tip(self.direction_button, self.tr("Minta atau baca arahan pimpinan"))
        self.direction_button.clicked.connect(self._ask_head)
        line.addWidget(self.direction_button)
        self.files_button = button(self.tr("Berkas…"), "paperclip", kind="quiet")
        set_tip(self.files_button, self.tr("Foto, surat, dan berkas lain dari catatan ini"))
        self.files_button.clicked.connect(self._show_files)
        line.addWidget(self.files_button)
        self.links = LinksPanel(session, self.form.widget())
        self.form.add_widget(self.links)
        self.body.addWidget(self.form, 1)
        self.body.addLayout(line)
        self._saver = AutoSave(session, self.form)
        self._draft = DraftTimer(session, self._gather, self)

        # Wire
        self.keep_button.clicked.connect(self.keep)
        self.new_button.clicked.connect(self.start_new)
        self.form.keep_wanted.connect(self.keep)
        self.form.left_wanted.connect(self._leave)
        self.form.typing.connect(self._typed)
        self.form.edited.connect(self._save)
        self.links.issue_wanted.connect(self.issue_wanted)
        self.links.follow_up_wanted.connect(lambda one: self.navigate.emit("commitments", {"commitment": one}))
        self._show_mode()

    def show_topic(self, topic: UUID | None, *, is_open: bool) -> None:
        """Take entries of a topic from now on; what was being written of it is found again.

        Without a topic, of all of them: those that are kept can be changed, a new one would belong to none.
        """
        if topic != self._topic or self._every != (topic is None):
            self.flush()
            self._topic, self._every = topic, topic is None
            self._draft.place = f"issue:{topic}"
            self._begin()
        self._is_open = is_open
        self._show_mode()

    def current(self) -> UUID | None:
        """The kept one shown, None while a new one is written."""
        return self._row.id if self._row else None

    @Slot()
    def start_new(self) -> None:
        """Write a new one, or go on with what was being written."""
        self.flush()
        if self._row is not None:
            self._begin()
        self.form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_with(self, item: UUID, region: UUID | None) -> None:
        """Begin a new one of a readiness item in a region; what was being written stays a draft and goes first."""
        self.start_new()
        if not self.form.is_begun():
            self.form.begin_with(item, region)

    def show_issue(self, one: UUID) -> None:
        """Change a kept one."""
        self.flush()
        self._row = issue(self._session.store, one)
        if self._row is None:
            self._begin()
            return
        if self._every:
            self._topic = self._row.topic_id
            topic = fields_of(self._session.store, "topic", self._topic)
            self._is_open, self._topic_name = topic["state"] == "open", str(topic["name"])
        self._saver.forget()
        self.form.show_issue(self._row, afresh=True)
        self._show_mode()
        self.form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def keep(self) -> None:
        """Keep what is written: a new one makes room for the next, a changed one stays kept."""
        self.form.settle()
        if self._row is not None:
            self.flush()
            if self.form.check() and not self.form.changes():
                self._leave()
            return
        if self._topic is None or not self.form.check():
            return
        topic, values, day = self._topic, self._values(self.form.values()), self.form.day.value()
        self.form.clear_errors()
        if self._is_there(topic, values):
            return
        made = self._session.make(
            lambda: add_issue(self._session.desk, topic_id=topic, draft=self._draft.place, **values),
            form=self.form, told=self.tr("Dicatat: {text}").format(text=_in_short(str(values["text"]))),
        )  # fmt: skip
        if made is not None:
            self._draft.settled()
            self.form.start_new(None if day == today() else day)
            self.form.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.made.emit(made[0])

    def flush(self) -> None:
        """Save changes of a kept one, and keep a new one safe as a draft."""
        self.form.flush()
        if self._row is None:
            self._draft.flush()
        else:
            self._save()

    def refresh(self, changes: ChangeSet) -> None:
        """Take over what changed elsewhere."""
        if self._row is None or not changes.tables & _SHOWN:
            return
        self._row = issue(self._session.store, self._row.id)
        if self._row is None:
            self._begin()
        else:
            self.form.show_issue(self._row, afresh=False)
            self._show_mode()

    # Within

    def _begin(self) -> None:
        self._row = None
        self._saver.forget()
        self.form.start_new()
        if self._every:
            self._topic = None
        kept = self._draft.recall() if self._topic is not None else None
        if kept is not None:
            self.form.restore(kept)
        self._show_mode()

    def _show_mode(self) -> None:
        is_new = self._row is None
        if self._row is None and self._every:
            self.set_title(self.tr("Pilih satu topik untuk mencatat"))
        elif self._row is None:
            self.set_title(self.tr("Catatan baru"))
        else:
            when = when_words(self._row.happened_on, self._row.happened_at, today())
            words = self.tr("Catatan {when}").format(when=when)
            self.set_title(f"{words} · {self._topic_name}" if self._every else words)
        self.setEnabled(self._is_open and (not is_new or not self._every))
        self.links.show_row(self._row)
        self.keep_button.setVisible(is_new)
        self.new_button.setVisible(not is_new)
        self.direction_button.setVisible(not is_new)
        self._show_direction()
        self.files_button.setVisible(not is_new)
        if self._row is not None:
            count = len(files_of(self._session.store, issue_files(self._row.id)))
            self.files_button.setText(
                self.tr("Berkas ({count})…").format(count=count) if count else self.tr("Berkas…")
            )
        self._help.setText(
            self.tr("Enter mencatat lalu mulai yang berikut, Shift+Enter baris baru.")
            if is_new
            else self.tr("Tersimpan sendiri. Enter atau Esc ke daftar.")
        )

    @Slot()
    def _show_files(self) -> None:
        from desktop.ui.issues.files_dialog import FilesDialog

        self.flush()
        if self._row is not None:
            dialog = FilesDialog(self._session, self._row, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()

    def _show_direction(self) -> None:
        """Let the button say whether the head's word is awaited or was given."""
        asked = escalation_of(self._session.store, "issue", self._row.id) if self._row else None
        words = self.tr("Arahan…")
        if asked is not None:
            words = self.tr("Menunggu arahan") if asked.directed_on is None else self.tr("Sudah ada arahan")
        self.direction_button.setText(words)

    @Slot()
    def _ask_head(self) -> None:
        """Perlu arahan pimpinan: ask the head about the one shown, or read the answer."""
        from desktop.ui.directions.dialog import DirectionDialog

        self.flush()
        if self._row is not None:
            dialog = DirectionDialog(self._session, "issue", self._row.id, self._row.text, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()

    def _is_there(self, topic: UUID, values: dict[str, Any]) -> bool:
        """Whether the period has its entry: that one is opened, and what is written stays a draft."""
        there = entry_there(self._session.store, {**values, "topic_id": topic})
        if there is None:
            return False
        self._draft.touch()
        self.issue_wanted.emit(there.id)
        words = self.tr("Catatan untuk {period} sudah ada dan dibuka; yang baru diketik tersimpan sebagai draf.")
        self._session.bus.message.emit(words.format(period=period_words(there.period or "")), str(Tone.ATTENTION))
        return True

    def _typed(self) -> None:
        if self._row is None:
            self._draft.touch()

    def _gather(self) -> dict[str, Any] | None:
        return self.form.draft() if self.form.is_begun() else None

    def _save(self) -> None:
        row = self._row
        if row is not None:
            self._saver.save(lambda changed: update_issue(self._session.desk, row.id, **self._values(changed)))

    @Slot()
    def _leave(self) -> None:
        self.flush()
        if self._row is not None:
            self._begin()
        self.left.emit()

    def _values(self, written: dict[str, Any]) -> dict[str, Any]:
        values = dict(written)
        if "source" in values:
            values |= kept_teller(values.pop("source"))
        return values


def _in_short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"
