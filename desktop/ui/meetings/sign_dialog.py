"""Asks how and when the minutes were signed, and for the file that came back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.exchange.attached.kinds import PDF
from desktop.exchange.attached.shapes import Taken
from desktop.exchange.signatures.shapes import SignatureReport
from desktop.models.words import SIGNED_HOW
from desktop.services.signatures import returned_line, signing_day
from desktop.ui import theme
from desktop.ui.meetings.signed_file_field import SignedFileField
from desktop.ui.session import Session
from desktop.ui.signature_notes import SignatureNotes
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.dialog_foot import dialog_foot
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.text import plain_label

Keep = Callable[[str, date, Taken | None, Form], bool]


class SignDialog(QDialog):
    """`keep(how, day, file, form)` notes it and says whether it was done; a fault stands beside its field."""

    def __init__(self, session: Session, meeting: UUID, keep: Keep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = session.store
        self._meeting = meeting
        self._keep = keep
        title = self.tr("Notula sudah ditandatangani")
        self.setWindowTitle(title)
        self.setModal(True)
        unit = theme.current().unit
        self.form = Form()
        self.form.add_row("signed_how", self.tr("Cara"), ChoiceField(tuple(SIGNED_HOW.items())))
        self.form.add_row("signed_on", self.tr("Tanggal tanda tangan"), DateField())
        self.file = self.form.add_row(
            "file", self.tr("Berkas bertanda tangan"), SignedFileField(session),
            help=self.tr("Pindaian atau PDF yang kembali; inilah arsipnya."),
        )  # fmt: skip
        self.file.edited.connect(self._look)
        self.signatures = SignatureNotes(session.worker, slot="sign-signatures")
        self.signatures.settled.connect(self._propose)
        self.form.add_widget(self.signatures)
        self._fill_in(next(iter(SIGNED_HOW)), today())
        save = button(self.tr("Catat"), kind="primary")
        buttons = dialog_foot(self, save, self._save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(title, role="title"))
        whole.addWidget(self.form, 1)
        whole.addLayout(buttons)
        self.form.field("signed_on").setFocus()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 115, unit * 120)

    @Slot()
    def _look(self) -> None:
        """Show who signed the file, once there is one, or why it cannot be taken; forget what stood before."""
        self.form.show_error("file", self.file.problem())
        self._fill_in(next(iter(SIGNED_HOW)), today())
        file = self.file.value()
        if file is not None and file.media_type == PDF:
            self.signatures.look_at(file.content)
        else:
            self.signatures.clear()

    @Slot(bytes, object)
    def _propose(self, content: bytes, report: SignatureReport) -> None:
        """Say whether it is our text, and fill in what the signatures say."""
        line = returned_line(self._store, self._meeting, content, report)
        if line is not None:
            self.signatures.put_first(line)
        day = signing_day(report)
        if day is not None:
            self._fill_in("elektronik", day)

    def _fill_in(self, how: str, day: date) -> None:
        """Propose way and day where nobody chose something else."""
        self.form.reload({"signed_how": how, "signed_on": day})

    @Slot()
    def _save(self) -> None:
        values = self.form.values()
        day = values["signed_on"]
        if not self.form.check():
            return
        if not isinstance(day, date):
            self.form.show_error("signed_on", self.tr("Tanggal tanda tangan belum diisi."))
        elif self._keep(str(values["signed_how"]), day, self.file.value(), self.form):
            self.accept()
