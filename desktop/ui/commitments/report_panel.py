"""One report on a follow-up with its evidence: the next one, or a kept one whose changes save themselves."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.queries.attachments import evidence_of
from desktop.models.queries.commitments import CommitmentRow
from desktop.models.queries.progress import LogRow, log_of
from desktop.models.queries.scene import event_date
from desktop.models.words import ATTACHMENT_KINDS, FROZEN_STATES
from desktop.services.commitments import set_state
from desktop.services.progress import report_progress, update_report
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.commitments.log_table import day_words
from desktop.ui.commitments.report_form import ReportForm, as_service_takes
from desktop.ui.draft_timer import DraftTimer
from desktop.ui.files.panel import FilesPanel, holds_files
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import ElidedLabel, plain_label, set_tip

_DUE = ("due_date", "due_reason")
_EVIDENCE = "bukti"


class ReportPanel(QWidget):
    """Enter keeps a report and the next begins; a kept one is changed here too.

    made(id)    a new one was kept
    begun()     a new one is written from now on
    left()      Escape: back to where the user came from
    """

    made = Signal(object)
    begun = Signal()
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: CommitmentRow | None = None
        self._row: LogRow | None = None
        unit = theme.current().unit
        self._title = ElidedLabel(role="heading")
        self.keep_button = button(self.tr("Catat"), "check", kind="primary")
        set_tip(self.keep_button, self.tr("Catat (Enter)"))
        self.new_button = button(self.tr("Laporan baru"), "plus", kind="quiet")
        set_tip(self.new_button, self.tr("Laporan baru (Ctrl+Shift+N)"))
        self.tools = QHBoxLayout()
        self.tools.setSpacing(unit * 2)
        self.evidence_button = button(self.tr("Bukti"), "paperclip")
        self.evidence_button.setCheckable(True)
        set_tip(self.evidence_button, self.tr("Berkas dan foto bukti laporan ini; seret atau tempel (Ctrl+V)"))
        self.tools.addWidget(self._title, 1)
        self.tools.addWidget(self.evidence_button)
        self.tools.addWidget(self.new_button)
        self.tools.addWidget(self.keep_button)
        self._still = plain_label(
            self.tr(
                "Jawaban dalam rapat yang notulanya sudah tetap; yang berikutnya dicatat sebagai laporan baru"
            ),
            role="help",
        )
        self._still.setWordWrap(True)
        self.offer = Banner(
            self.tr("Bukti diterima. Statusnya masih selesai menurut laporan instansi."), Tone.INFO,
            self.tr("Tandai selesai (bukti diterima)"),
        )  # fmt: skip
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit)
        whole.addLayout(self.tools)
        whole.addWidget(self._still)
        whole.addWidget(self.offer)
        self._pages = QStackedWidget(self)
        self.form = ReportForm(session.store, self._pages)
        self.files = FilesPanel(
            session, {_EVIDENCE: ATTACHMENT_KINDS[_EVIDENCE]}, self.tr("Bukti"), wide=True, parent=self._pages
        )
        self._pages.addWidget(self.form)
        self._pages.addWidget(self.files)
        whole.addWidget(self._pages, 1)
        self.setAcceptDrops(True)
        self._draft = DraftTimer(session, self._gather, self)

        # Wire
        self.keep_button.clicked.connect(self.keep)
        self.new_button.clicked.connect(self.start_new)
        self.evidence_button.clicked.connect(self._show_evidence)
        self.offer.wanted.connect(self._accept_evidence)
        self.form.keep_wanted.connect(self.keep)
        self.form.left_wanted.connect(self._leave)
        self.form.typing.connect(self._typed)
        self.form.edited.connect(self._save)

    def show_task(self, task: CommitmentRow | None) -> None:
        """Take reports on a follow-up from now on; what was being written on it is found again."""
        self.flush()
        self._task = task
        if task is not None:
            self._draft.place = f"report:{task.id}"
        self._begin()

    def update_task(self, task: CommitmentRow | None) -> None:
        """Take over what changed in the follow-up itself."""
        self._task = task
        self._offer()

    def current(self) -> UUID | None:
        """The kept report shown, None while a new one is written."""
        return self._row.id if self._row else None

    @Slot()
    def start_new(self) -> None:
        """Write a new one, or go on with what was being written."""
        self.flush()
        if self._row is not None:
            self._begin()
            self.begun.emit()
        self.form.focus_first()

    def show_report(self, row: LogRow, *, afresh: bool = True) -> None:
        """Change a kept one; not `afresh`: it was changed elsewhere."""
        if afresh:
            self.flush()
        self._row = row
        self.form.show_report(row, afresh=afresh)
        self._show_mode(fresh=afresh)

    @Slot()
    def keep(self, *, to_go_on: bool = True) -> bool:
        """Keep what is written: a new one makes room for the next (if `to_go_on`), a changed one stays kept."""
        self.form.settle()
        found = self.form.take_typed_date()
        if found.due is not None and not self.form.reason.value():
            self.form.show_error("due_reason", self.tr("Mengapa batas waktunya berubah? Tulis alasannya."))
            return False
        if self._row is not None:
            self.flush()
            return not self.form.changes()
        task = self._task
        if task is None or not self.form.check():
            return False
        self.form.clear_errors()
        values = {name: value for name, value in as_service_takes(self.form.values()).items() if value is not None}
        parts, day, channel = self.form.parts(), values.pop("reported_on", None), str(values.pop("channel"))
        if day is None:
            self.form.show_error("reported_on", self.tr("Tanggal belum diisi."))
            return False
        done = self._session.make(
            lambda: report_progress(
                self._session.desk, parts, on=day, channel=channel, draft=self._draft.place, **values
            ),
            form=self.form, told=self.tr("Perkembangan dicatat."),
        )  # fmt: skip
        if done is None:
            return False
        self._draft.settled()
        self.form.remember()
        self.form.start_new()
        if to_go_on:
            self.form.focus_first()
        else:
            self.show_report(next(row for row in log_of(self._session.store, task.id) if row.id == done[0][0]))
        self.made.emit(done[0][0])
        return True

    def flush(self) -> None:
        """Save changes of a kept one, and keep a new one safe as a draft."""
        self.files.flush()
        self.form.flush()
        if self._row is None:
            self._draft.flush()
        else:
            self._save()

    # Within

    def _begin(self) -> None:
        self._row = None
        self._offer()
        self.form.start_new()
        kept = self._draft.recall() if self._task is not None else None
        if kept is not None:
            self.form.unpack(kept)
        self._show_mode(fresh=True)

    def _offer(self) -> None:
        task = self._task
        event = event_date(self._session.store, task.meeting_id) if task and task.meeting_id else None
        self.form.set_addressees(task.addressees if task else (), event)
        self.setEnabled(task is not None)
        for one in (self.form, self.keep_button, self.new_button):  # evidence can be opened all the same
            one.setEnabled(not self._session.store.read_only)

    def _show_mode(self, *, fresh: bool) -> None:
        row = self._row
        still = row is not None and row.meeting_state in FROZEN_STATES
        self._title.setText(
            self.tr("Laporan {when}").format(when=day_words(row)) if row else self.tr("Laporan baru")
        )
        count = f" ({row.files})" if row and row.files else ""
        self.evidence_button.setText(self.tr("Bukti") + count)
        self.files.show_owner(evidence_of(row.id) if row else None, fresh=fresh)
        if row is None:
            self._turn_to(evidence=False)
        self.offer.setVisible(row is not None and self._waits_for_proof(row))
        self.keep_button.setVisible(row is None)
        self.new_button.setVisible(row is not None)
        self._still.setVisible(still)
        if still:
            self.form.set_standing(tuple(self.form.keys()))

    # Evidence

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if self._show_evidence():
            self.files.take(event.mimeData())

    @Slot()
    def _show_evidence(self) -> bool:
        """Turn to the evidence of a report and back; a new one is kept first, for evidence belongs to a report."""
        if self._pages.currentWidget() is self.files:
            self._turn_to(evidence=self._row is not None and self.evidence_button.isChecked())
            return self._pages.currentWidget() is self.files
        if self._row is None and not (self.form.is_begun() and self.keep(to_go_on=False)):
            self._turn_to(evidence=False)
            words = self.tr("Catat dulu laporannya (siapa, dan status atau catatan), lalu lampirkan buktinya.")
            self._session.bus.message.emit(words, str(Tone.ATTENTION))
            return False
        self._turn_to(evidence=True)
        return True

    def _turn_to(self, *, evidence: bool) -> None:
        self.evidence_button.setChecked(evidence)
        self._pages.setCurrentWidget(self.files if evidence else self.form)

    def _waits_for_proof(self, row: LogRow) -> bool:
        """Whether evidence came of a part that is finished only as the institution says."""
        states = {one.id: one.state for one in self._task.addressees} if self._task else {}
        is_open = states.get(row.addressee_id) == "selesai_laporan" and not self._session.store.read_only
        return bool(row.files) and is_open

    @Slot()
    def _accept_evidence(self) -> None:
        row = self._row
        if row is not None:
            told = self.tr("Status: selesai, bukti diterima.")
            self._session.run(
                lambda: set_state(self._session.desk, [row.addressee_id], "selesai_bukti"), told=told
            )

    @Slot()
    def _typed(self) -> None:
        if self._row is None:
            self._draft.touch()

    def _gather(self) -> dict[str, Any] | None:
        return self.form.pack() if self.form.is_begun() else None

    @Slot()
    def _save(self) -> None:
        row = self._row
        changed: dict[str, Any] = self.form.changes() if row is not None else {}
        if "due_date" in changed and self.form.due.value() and not self.form.reason.value():
            changed = {name: value for name, value in changed.items() if name not in _DUE}  # half a change
            words = self.tr("Batas waktu baru belum tersimpan: tulis alasan perubahannya.")
            self._session.bus.message.emit(words, str(Tone.ATTENTION))
        if row is None or not changed:
            return
        if "due_date" in changed and changed["due_date"] is not None:
            changed["due_reason"] = self.form.reason.value()
        if self._session.run(
            lambda: update_report(self._session.desk, row.id, **as_service_takes(changed)), form=self.form
        ):  # fmt: skip
            self.form.mark_saved(changed)

    @Slot()
    def _leave(self) -> None:
        self.flush()
        self.left.emit()
