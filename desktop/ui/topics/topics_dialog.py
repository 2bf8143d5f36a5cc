"""Topik Koordinasi: all topics with day and state; a new one, changes, closing, opening again, the report."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.dates import medium_date
from desktop.models.queries.closing import open_items
from desktop.models.queries.office import TopicSummary, topics
from desktop.models.words import TOPIC_STATES
from desktop.services.topic_closing import reopen_topic
from desktop.ui import theme
from desktop.ui.bus import Changes
from desktop.ui.colours import Tone
from desktop.ui.session import Session
from desktop.ui.topics.closing_dialog import ClosingDialog
from desktop.ui.topics.topic_deeds import topic_editor, topic_maker
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.columns import Column, Row
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.name_dialog import NameDialog
from desktop.ui.widgets.rows_at_hand import RowsAtHand
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import plain_label


class TopicsDialog(QDialog):
    """navigate(page, where): to another place; the dialog is closed then."""

    navigate = Signal(str, dict)

    def __init__(self, session: Session, current: object = None, parent: QWidget | None = None) -> None:
        """`current` is the topic to begin at."""
        super().__init__(parent)
        self._session = session
        self._topics: dict[int, TopicSummary] = {}
        self._numbers: dict[UUID, int] = {}
        self.setWindowTitle(self.tr("Topik Koordinasi"))
        self.setModal(True)
        unit = theme.current().unit

        # Parts
        self.table = DataTable(_columns(), "topics", session.settings)
        self.table.setAccessibleName(self.tr("Topik Koordinasi"))
        self.table.set_empty_state(
            EmptyState("flag", self.tr("Belum ada topik"), self.tr("Buat topik yang pertama."))
        )
        self._at_hand = RowsAtHand()
        self.add_button = button(self.tr("Topik baru…"), "plus")
        self.edit_button = button(self.tr("Ubah…"), "pencil")
        self.report_button = button(self.tr("Laporan Akhir…"), "file-text")
        self.reopen_button = button(self.tr("Buka kembali…"), "refresh-cw")
        self.close_button = button(self.tr("Tutup Topik…"), "lock")
        leave = button(self.tr("Selesai"), kind="primary")

        # Assemble
        deeds = QHBoxLayout()
        deeds.setSpacing(unit * 2)
        for one in (self.add_button, self.edit_button, self.close_button, self.reopen_button, self.report_button):
            deeds.addWidget(one)
        deeds.addStretch()
        deeds.addWidget(leave)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(self.tr("Topik Koordinasi"), role="title"))
        whole.addWidget(
            plain_label(
                self.tr("Rapat, tindak lanjut, kendala, dan kesiapan menjadi bagian sebuah topik."), "muted"
            )
        )
        whole.addWidget(self.table, 1)
        whole.addLayout(deeds)

        # Wire
        self.add_button.clicked.connect(self.add)
        self.edit_button.clicked.connect(self.edit)
        self.table.opened.connect(self.edit)
        self.close_button.clicked.connect(self.close_or_report)
        self.report_button.clicked.connect(self.close_or_report)
        self.reopen_button.clicked.connect(self.reopen)
        self.table.current_changed.connect(self._offer)
        leave.clicked.connect(self.accept)
        session.bus.changed.connect(self._changed)
        self._load()
        numbers = {one.id: number for number, one in self._topics.items()}
        self.table.select_seq(numbers.get(current, next(iter(self._topics), None)))  # type: ignore[call-overload]
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        take_its_size(self)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 264, unit * 112)

    def current(self) -> TopicSummary | None:
        """The topic the keyboard is at."""
        seq = self.table.current_seq()
        return self._topics.get(seq) if seq is not None else None

    @Slot()
    def add(self) -> None:
        """Begin a topic."""
        self._ask(topic_maker(self._session, self, lambda made: self.table.select_seq(self._numbers[made])))

    @Slot()
    def edit(self) -> None:
        """Change the topic in hand; a closed one is looked at through its report."""
        topic = self.current()
        if topic is None or not topic.is_open:
            self.close_or_report()
            return
        self._ask(topic_editor(self._session, topic, self))

    @Slot()
    def close_or_report(self) -> None:
        """Tutup Topik for an open one, the final report of a closed one."""
        topic = self.current()
        if topic is not None:
            dialog = ClosingDialog(self._session, topic.id, parent=self)
            dialog.navigate.connect(self._leave_for)
            self._ask(dialog)

    @Slot()
    def reopen(self) -> None:
        """Open a closed topic again, for a reason."""
        topic = self.current()
        if topic is None or topic.is_open:
            return

        def keep(reason: str, form: Form) -> bool:
            told = self.tr("Topik dibuka kembali: {name}").format(name=topic.name)
            return self._session.run(
                lambda: reopen_topic(self._session.desk, topic.id, reason), form=_AsName(form), told=told
            )

        self._ask(
            NameDialog(
                self.tr("Buka kembali topik"), self.tr("Alasan"), keep,
                help_text=self.tr("Alasannya tercatat; yang sudah diberi akhir tetap berakhir."), parent=self,
            )
        )  # fmt: skip

    # Within

    def _ask(self, dialog: QDialog) -> None:
        dialog.exec()
        dialog.deleteLater()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _load(self) -> None:
        found = sorted(topics(self._session.store), key=lambda one: not one.is_open)
        rows = []
        for one in found:
            number = self._numbers.setdefault(one.id, len(self._numbers) + 1)
            waiting = len(open_items(self._session.store, one.id)) if one.is_open else 0
            rows.append((number, one, waiting))
        self._topics = {number: one for number, one, _ in rows}
        if self._at_hand.replace(rows):
            self.table.refresh_rows([number for number, *_ in rows])
        else:
            self.table.set_listing(self._at_hand)
            self.table.rows.finish()
        self._offer()

    @Slot()
    def _offer(self) -> None:
        topic = self.current()
        self.edit_button.setVisible(topic is None or topic.is_open)
        self.close_button.setVisible(topic is None or topic.is_open)
        for one in (self.edit_button, self.close_button):
            one.setEnabled(topic is not None)
        for one in (self.reopen_button, self.report_button):
            one.setVisible(topic is not None and not topic.is_open)

    @Slot(str, dict)
    def _leave_for(self, page: str, where: dict[str, Any]) -> None:
        self.accept()
        self.navigate.emit(page, where)

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if changes.tables & {"topic", "meeting", "commitment", "addressee", "issue", "outgoing_form"}:
            self._load()


class _AsName:
    """The dialog of one name shows the fault of a reason at its only field."""

    def __init__(self, form: Form) -> None:
        self._form = form

    def show_fault(self, fault: Any) -> bool:
        self._form.show_error("name", str(fault))
        return True


def _columns() -> list[Column]:
    return [
        Column("name", _tr("Topik"), lambda row: _of(row).name, 24, stretch=True, sortable=False),
        Column("event", _tr("Hari puncak"), _event, 30, sortable=False),
        Column("meetings", _tr("Rapat"), lambda row: str(_of(row).meetings), 7, right=True, sortable=False),
        Column("open", _tr("Belum berakhir"), lambda row: str(row[2] or ""), 9, right=True, sortable=False),
        Column(
            "state", _tr("Status"), _state, 26, sortable=False,
            tone=lambda row: Tone.OK if _of(row).is_open else Tone.NONE,
            symbol=lambda row: "clock" if _of(row).is_open else "lock",
        ),
    ]  # fmt: skip


def _of(row: Row) -> TopicSummary:
    found: TopicSummary = row[1]
    return found


def _event(row: Row) -> str:
    one = _of(row)
    return f"{one.event_label}, {medium_date(one.event_date) if one.event_date else _tr('belum ditentukan')}"


def _state(row: Row) -> str:
    one = _of(row)
    if one.is_open or one.closed_on is None:
        return TOPIC_STATES[one.state]
    return _tr("Ditutup {day}").format(day=medium_date(one.closed_on))


def _tr(text: str) -> str:
    return QCoreApplication.translate("TopicsDialog", text)
