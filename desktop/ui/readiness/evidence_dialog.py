"""The evidence of one report on readiness, in a window of its own: files added, looked at, taken away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.attachments import evidence_of_assessment, files_of
from desktop.models.queries.item_reports import ReportRow
from desktop.models.queries.readiness_items import ItemRow
from desktop.models.words import ATTACHMENT_KINDS
from desktop.services.readiness_entry import receive_evidence
from desktop.services.readiness_values import goal_of
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.files.panel import FilesPanel
from desktop.ui.readiness.wording import report_text
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.text import ElidedLabel, plain_label

_KIND = "bukti"


class EvidenceDialog(QDialog):
    """Nothing has to be confirmed; once files are there it offers to note that the evidence was received."""

    def __init__(self, session: Session, item: ItemRow, report: ReportRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bukti"))
        self.setModal(True)
        self._session, self._item, self._report = session, item, report
        unit = theme.current().unit
        asked = self.tr("Yang diminta: {evidence}").format(evidence=item.evidence) if item.evidence else ""
        self.offer = Banner(
            self.tr("Berkas sudah ada, tetapi laporan ini belum menyatakan buktinya diterima."), Tone.INFO,
            self.tr("Tandai bukti diterima"),
        )  # fmt: skip
        self.files = FilesPanel(
            session, {_KIND: ATTACHMENT_KINDS[_KIND]}, self.tr("Foto, berita acara, dan berkas lain"), wide=True
        )
        self.files.show_owner(evidence_of_assessment(report.id), fresh=True)
        close = button(self.tr("Selesai"), kind="primary")
        line = QHBoxLayout()
        line.addStretch()
        line.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(f"{item.code} · {item.region}", role="title"))
        whole.addWidget(ElidedLabel(" ".join(item.text.split()), role="muted"))
        whole.addWidget(ElidedLabel(report_text(report, goal_of(item)), role="muted"))
        if asked:
            whole.addWidget(ElidedLabel(asked))
        whole.addWidget(self.offer)
        whole.addWidget(self.files, 1)
        whole.addLayout(line)
        take_its_size(self)

        self.files.add_button.setAutoDefault(True)  # Enter goes on to choosing files
        self.files.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

        # Wire
        close.clicked.connect(self.accept)
        self.files.added.connect(self._show_offer)
        self.offer.wanted.connect(self._receive)
        self._show_offer()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 200, unit * 130)

    def done(self, result: int) -> None:
        self.files.flush()
        super().done(result)

    # Within

    @Slot()
    def _show_offer(self) -> None:
        has_files = bool(files_of(self._session.store, evidence_of_assessment(self._report.id)))
        waits = self._item.evidence is not None and not self._report.evidence_received
        self.offer.setVisible(has_files and waits and not self._session.store.read_only)

    @Slot()
    def _receive(self) -> None:
        told = self.tr("Bukti {code} dicatat sebagai diterima.").format(code=self._item.code)
        desk, report = self._session.desk, self._report.id
        if self._session.run(lambda: receive_evidence(desk, report), told=told):
            self.offer.hide()
