"""The message for one addressee, and how they were asked."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from desktop.base.clock import today
from desktop.models.queries.contacts import Contact
from desktop.models.words import REPORT_CHANNELS
from desktop.ui import theme
from desktop.ui.commitments.contact_table import contact_words
from desktop.ui.commitments.standing import wrapped_label
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import ChoiceField, LineField
from desktop.ui.widgets.form import Form

_WAYS = ("whatsapp", "telepon", "surat", "rapat", "lainnya")  # as an office asks, the commonest first


class ContactCard(Card):
    """copy_wanted(whole): the message is to be copied. asked(): they were asked as the form says."""

    copy_wanted = Signal(bool)
    asked = Signal()

    def __init__(self, *, can_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        unit = theme.current().unit
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Teks yang disalin"))
        self._note = wrapped_label(role="help")
        self.copy_button = button(self.tr("Salin teks (S)"), "copy", kind="primary")
        self.copy_button.clicked.connect(lambda: self.copy_wanted.emit(False))
        self.asked_button = button(self.tr("Sudah dihubungi (H)"), "check")
        self.asked_button.clicked.connect(self.asked)
        self.form = Form(self, columns=2)
        self.form.add_row("channel", self.tr("Lewat"), ChoiceField([(one, REPORT_CHANNELS[one]) for one in _WAYS]))
        self.form.add_row("contacted_on", self.tr("Tanggal"), DateField())
        self.form.add_row(
            "note", self.tr("Catatan"), LineField(self.tr("misalnya siapa yang menjawab")), wide=True
        )
        body = self.form.widget()
        assert body is not None
        self.form.setFixedHeight(body.sizeHint().height() + unit)
        line = QHBoxLayout()
        line.setSpacing(unit * 2)
        line.addWidget(self.copy_button)
        line.addStretch()
        line.addWidget(self.asked_button)
        self.body.addWidget(self.text, 1)
        self.body.addWidget(self._note)
        self.body.addWidget(self.form)
        self.body.addLayout(line)
        self._can_write = can_write
        self.form.set_read_only(not can_write)
        self.start_anew()
        self.show_nothing()

    def show_contact(self, contact: Contact, text: str) -> None:
        """Show whom to ask and the message."""
        self.set_title(contact.to)
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
        hidden = len(contact.parts) - len(contact.told())
        asked = contact_words(contact)
        notes = [
            self.tr("{count} dari rapat berklasifikasi tidak ikut dalam teks; sampaikan lewat surat.").format(
                count=hidden
            )
            if hidden
            else "",
            self.tr("Terakhir dihubungi {when}.").format(when=asked) if asked else "",
        ]
        self._note.setText(" ".join(filter(None, notes)))
        self._note.setVisible(any(notes))
        self._enable(copy=bool(contact.told()), note=self._can_write)

    def show_nothing(self) -> None:
        """There is nobody to ask."""
        self.set_title(" ")
        self.text.clear()
        self._note.hide()
        self._enable(copy=False, note=False)

    def how(self) -> dict[str, Any]:
        """How they were asked, as the service takes it."""
        values = self.form.values()
        return {"channel": values["channel"], "on": values["contacted_on"], "note": values["note"]}

    def start_anew(self) -> None:
        """The next was asked today, the same way as the one before; what was answered is another's."""
        values = self.form.values()
        self.form.load(
            {"channel": values["channel"] or _WAYS[0], "contacted_on": today(), "note": ""}
        )  # fmt: skip

    def _enable(self, *, copy: bool, note: bool) -> None:
        self.copy_button.setEnabled(copy)
        self.asked_button.setEnabled(note)
        self.form.setEnabled(note)
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus if copy else Qt.FocusPolicy.NoFocus)
