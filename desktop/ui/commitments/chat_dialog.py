"""Catat dari WhatsApp: a chat is pasted, its messages are told apart, and each becomes a report on a follow-up."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.dates import clock_text
from desktop.base.errors import AppError
from desktop.base.numbers import grouped
from desktop.exchange.whatsapp_chat import LONGEST, Chat, ChatMessage, read_chat, read_export
from desktop.models.queries.reportable import NotedMessage, parts_of
from desktop.services.chat_reports import noted_before
from desktop.services.progress import report_progress
from desktop.ui import ask, theme
from desktop.ui.colours import Tone
from desktop.ui.commitments.chat_form import ChatForm
from desktop.ui.commitments.log_table import day_in_short
from desktop.ui.draft_timer import DraftTimer
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.columns import Column
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.rows_at_hand import RowsAtHand
from desktop.ui.widgets.shortcuts import CTRL_ENTER, on_keys
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import plain_label

PLACE = "whatsapp"
"""Where the pasted text is kept as a draft."""
_PAUSE_MS = 200


class ChatDialog(QDialog):
    """What was noted leaves the box; whatever is left there is kept as a draft, also what was not recognised."""

    def __init__(self, session: Session, commitment_id: UUID | None = None, parent: QWidget | None = None) -> None:
        """`commitment_id` is the follow-up one came from: its parts are offered first."""
        super().__init__(parent)
        self._session = session
        self._chat = Chat((), (), "")
        self._noted: dict[ChatMessage, NotedMessage] = {}
        self._shown: ChatMessage | None = None
        self._begun: dict[ChatMessage, dict[str, object]] = {}  # what was chosen for others than the one shown
        self._listing = RowsAtHand()
        self.setWindowTitle(self.tr("Catat dari WhatsApp"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        # The box
        self.box = QPlainTextEdit()
        self.box.setPlaceholderText(
            self.tr("Tempel (Ctrl+V) pesan yang disalin atau diekspor dari WhatsApp di sini, satu atau banyak.")
        )
        self.box.setAccessibleName(self.tr("Teks dari WhatsApp"))
        self.box.setTabChangesFocus(True)
        self._told = plain_label(role="help")
        self._told.setWordWrap(True)
        self.table = DataTable(self._columns(), "chat_messages", session.settings)
        self.table.header.setSectionsClickable(False)
        self.table.setAccessibleName(self.tr("Pesan yang dikenali"))
        self.table.set_empty_state(
            EmptyState(
                "message-square-text",
                self.tr("Belum ada pesan yang dikenali"),
                self.tr("Pesan yang disalin satu saja tidak menyebut pengirimnya: pakai sebagai satu pesan."),
            )
        )
        self.whole_button = button(self.tr("Pakai sebagai satu pesan"), "plus")
        self.open_button = button(self.tr("Buka hasil ekspor…"), "folder-open", kind="quiet")

        # The report
        self.notice = Banner("", Tone.ATTENTION)
        self.form = ChatForm(session.store)
        self.form.set_preferred(parts_of(session.store, commitment_id) if commitment_id else [])
        self.keep_button = button(self.tr("Catat (Ctrl+Enter)"), "check", kind="primary")
        self.skip_button = button(self.tr("Buang pesan ini"), "trash-2", kind="quiet")
        self._close = button(self.tr("Tutup"))
        self._draft = DraftTimer(session, self._gather, self)
        self._draft.place = PLACE
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._assemble()
        self._wire()
        self._begin()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 280, unit * 165)

    @Slot()
    def keep(self) -> bool:
        """Keep the message shown as a report, and go to the next."""
        message = self._shown
        self.form.part.settle()
        self.form.writer.settle()
        if message is None or not self.form.check():
            return False
        self.form.clear_errors()
        part, values = self.form.report(message.sender)
        day = values.pop("reported_on", None)
        for field, missing, words in (
            ("addressee", part, self.tr("Pilih tindak lanjut yang dilaporkan.")),
            ("reported_on", day, self.tr("Tanggal pesan ini belum diketahui.")),
        ):
            if missing is None:
                self.form.show_error(field, words)
                return False
        assert part is not None
        done = self._session.make(
            lambda: report_progress(self._session.desk, [part], on=day, channel="whatsapp", **values),
            form=self.form, told=self.tr("Perkembangan dicatat dari WhatsApp."),
        )  # fmt: skip
        if done is None:
            return False
        self._take_out(message)
        return True

    def done(self, result: int) -> None:
        """Closing keeps what is left in the box."""
        self._draft.touch()
        self._draft.flush()
        super().done(result)

    # Within

    def _columns(self) -> list[Column]:
        return [
            Column("when", self.tr("Waktu"), lambda row: _when(row[1]), 11),
            Column("sender", self.tr("Pengirim"), lambda row: row[1].sender or self.tr("tidak disebut"), 15),
            Column("text", self.tr("Pesan"), lambda row: _short(row[1], self.tr("[berkas]")), 16, stretch=True,
                   tip=lambda row: row[1].text),
            Column("noted", self.tr("Catatan"), self._noted_words, 14, tone=self._noted_tone,
                   symbol=lambda _row: "check"),
        ]  # fmt: skip

    def _assemble(self) -> None:
        unit = theme.current().unit
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, unit * 2, 0)
        column.setSpacing(unit * 2)
        column.addWidget(self.box, 2)
        line = QHBoxLayout()
        line.addWidget(self._told, 1)
        line.addWidget(self.whole_button)
        line.addWidget(self.open_button)
        column.addLayout(line)
        column.addWidget(self.table, 3)
        right = QWidget()
        report = QVBoxLayout(right)
        report.setContentsMargins(unit * 2, 0, 0, 0)
        report.setSpacing(unit * 2)
        report.addWidget(self.notice)
        report.addWidget(self.form, 1)
        deeds = QHBoxLayout()
        deeds.addWidget(self.skip_button)
        deeds.addStretch()
        deeds.addWidget(self.keep_button)
        report.addLayout(deeds)
        self._nothing = EmptyState(
            "message-square-text", self.tr("Belum ada pesan yang dipilih"), self.tr("Tempel percakapan di kiri.")
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(right)
        halves = QSplitter()
        halves.addWidget(left)
        halves.addWidget(self._pages)
        halves.setSizes([unit * 140, unit * 130])
        foot = QHBoxLayout()
        foot.addWidget(
            plain_label(self.tr("Yang belum dicatat tersimpan di kotak ini sampai dibuka lagi."), role="help"), 1
        )
        foot.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 5, unit * 4, unit * 5, unit * 4)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(self.tr("Catat dari WhatsApp"), role="title"))
        whole.addWidget(halves, 1)
        whole.addLayout(foot)
        take_its_size(self)

    def _wire(self) -> None:
        self.box.textChanged.connect(self._pause.start)
        self.box.textChanged.connect(self._draft.touch)
        self._pause.timeout.connect(self.read)
        self.table.current_changed.connect(self._show_current)
        self.table.opened.connect(lambda _seq: self.form.part.setFocus())
        self.whole_button.clicked.connect(self._use_whole)
        self.open_button.clicked.connect(self._open_export)
        self.keep_button.clicked.connect(self.keep)
        self.skip_button.clicked.connect(self._skip)
        self._close.clicked.connect(self.close)
        on_keys(self, CTRL_ENTER, self.keep)

    def _begin(self) -> None:
        """What was left in the box, else what was just copied where that is a chat."""
        kept = self._draft.recall()
        copied = QGuiApplication.clipboard().text()
        text = str(kept["text"]) if kept else ""
        is_new = bool(copied.strip()) and copied.strip() not in text and len(copied) <= LONGEST
        if is_new and read_chat(copied, today()).messages:
            text = "\n".join(part for part in (text.rstrip("\n"), copied) if part)
        self.box.setPlainText(text)
        self._pause.stop()
        self.read()
        (self.table if self._chat.messages else self.box).setFocus()

    @Slot()
    def _open_export(self) -> None:
        """Put what was exported as a file under what is in the box."""
        filters = self.tr("Hasil ekspor WhatsApp (*.txt);;Semua berkas (*)")
        path = ask.choose_file(self.tr("Pilih hasil ekspor obrolan"), filters)
        if path is None:
            return
        try:
            text = read_export(path)
        except AppError as fault:
            self._told.setText(str(fault))
            return
        self.box.appendPlainText(text)
        self._pause.stop()
        self.read()

    @Slot()
    def read(self) -> None:
        """Tell the messages in the box apart."""
        text = self.box.toPlainText()
        if len(text) > LONGEST:
            words = self.tr("Teks ini terlalu panjang ({count} huruf). Tempel sebagian saja.")
            self._told.setText(words.format(count=grouped(len(text))))
            return
        self._chat = read_chat(text, today())
        self._noted = noted_before(self._session.store, self._chat.messages)
        self._show_messages()

    def _show_messages(self) -> None:
        messages = self._chat.messages
        self._listing.replace(list(enumerate(messages, start=1)))
        self.table.select_seq(None)
        self.table.set_listing(self._listing)
        told = []
        if messages:
            told.append(self.tr("{count} pesan").format(count=len(messages)))
        if self._chat.notices:
            told.append(self.tr("{count} baris sistem dilewati").format(count=len(self._chat.notices)))
        if self._chat.rest and messages:
            told.append(self.tr("ada teks yang tidak dikenali"))
        self._told.setText(" · ".join(told))
        self.whole_button.setVisible(bool(self._chat.rest))
        if messages:
            fresh = (number for number, one in enumerate(messages, start=1) if one not in self._noted)
            self.table.select_seq(next(fresh, 1))
        else:
            self._show(None)

    @Slot(object)
    def _show_current(self, seq: int | None) -> None:
        rows = self._listing.rows([seq]) if seq is not None else []
        if rows:
            self._show(rows[0][1])

    def _show(self, message: ChatMessage | None) -> None:
        if self._shown is not None and self._shown != message and self.form.is_begun():
            self._begun[self._shown] = self.form.pack()
        self._shown = message
        self._pages.setCurrentIndex(0 if message is None else 1)
        if message is None:
            return
        self.form.show_message(message, self._begun.get(message))
        noted = self._noted.get(message)
        self.notice.setVisible(noted is not None)
        if noted is not None:
            words = self.tr("Sepertinya sudah dicatat pada {what}. Catat lagi hanya untuk tindak lanjut lain.")
            self.notice.say(words.format(what=noted.code or _cut(noted.text, 40)), Tone.ATTENTION)

    @Slot()
    def _use_whole(self) -> None:
        """Take what was not recognised as one message whose sender nobody named."""
        rest = self._chat.rest
        message = ChatMessage("", today(), None, rest, rest)
        self._chat = Chat((message, *self._chat.messages), self._chat.notices, "")
        self._show_messages()
        self.table.select_seq(1)
        self.form.writer.setFocus()

    @Slot()
    def _skip(self) -> None:
        if self._shown is not None:
            self._take_out(self._shown)

    def _take_out(self, message: ChatMessage) -> None:
        """Take a message out of the box, in a way Ctrl+Z there brings it back, and go to the next."""
        text = self.box.toPlainText()
        start = text.find(message.raw)
        end = start + len(message.raw)
        if self._chat.messages == (message,) and not self._chat.rest:
            start, end = 0, len(text)  # what else is there nobody wrote
        if start >= 0:
            cursor = QTextCursor(self.box.document())
            cursor.setPosition(_units(text[:start]))
            end += text[end : end + 1] == "\n"
            cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        self._pause.stop()
        self._shown = None
        self._begun.pop(message, None)
        self.read()
        (self.table if self._chat.messages else self.box).setFocus()

    def _gather(self) -> dict[str, Any] | None:
        text = self.box.toPlainText()
        return {"text": text} if text.strip() else None

    def _noted_words(self, row: tuple[Any, ...]) -> str:
        noted = self._noted.get(row[1])
        return self.tr("Sudah · {code}").format(code=noted.code or "").rstrip(" ·") if noted else ""

    def _noted_tone(self, row: tuple[Any, ...]) -> Tone | None:
        return Tone.OK if row[1] in self._noted else None


def open_chat(session: Session, over: QWidget, commitment_id: UUID | None = None) -> None:
    """Open the dialog over a page; not where nothing can be noted."""
    if session.store.read_only:
        return
    dialog = ChatDialog(session, commitment_id, over)
    dialog.setModal(True)
    dialog.show()


def _when(message: ChatMessage) -> str:
    day = day_in_short(message.day) if message.day else "?"
    return f"{day} {clock_text(message.clock, None)}" if message.clock else day


def _short(message: ChatMessage, file: str) -> str:
    words = " ".join(message.text.split())
    return f"{file} {words}".strip() if message.has_media else words


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _units(text: str) -> int:
    """Where a place of a text is for Qt, which counts signs beyond the basic plane twice."""
    return len(text.encode("utf-16-le")) // 2
