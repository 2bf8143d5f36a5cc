"""What is typed for a letter of a meeting, beside the letter; what is printed without it stands there in grey."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.models.queries.office import profile_labels
from desktop.models.queries.records import fields_of
from desktop.models.words import FROZEN_STATES, LETTER_KINDS, URGENCIES
from desktop.services.letter_defaults import letter_defaults
from desktop.services.letters import letter_values, number_elsewhere, update_letter
from desktop.ui.autosave import AutoSave
from desktop.ui.colours import Tone
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.suggestion import Suggestion
from desktop.ui.widgets.text import plain_label

_NAMED_BY_MINUTES = ("number", "dated_on")


class LetterForm(QWidget):
    """The fields of one kind of letter; they save themselves. Each letter says which fields it has.

    typing()   something is being typed
    """

    typing = Signal()
    kind: ClassVar[str]

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self._suggestions: dict[str, Suggestion] = {}
        self.form = Form(self)
        self.form.add_heading(LETTER_KINDS[self.kind])
        note = plain_label(
            self.tr(
                "Tulisan abu-abu dicetak bila isiannya kosong; F2 atau klik dua kali untuk mengubahnya. "
                "Tanda - di isian: bagian itu tidak dicetak."
            ),
            role="help",
        )
        note.setWordWrap(True)
        self.form.add_widget(note)
        self._line("number", self.tr("Nomor"), self.tr("Disalin dari SRIKANDI."))
        self.twice = Banner("", Tone.ATTENTION)
        self.form.add_widget(self.twice)
        self.form.add_row("dated_on", self.tr("Tanggal"), DateField())
        self._add_rows()
        self._profile = ChoiceField((), empty=self.tr("Profil utama"))
        self.form.add_row("profile_id", self.tr("Profil surat"), self._profile)
        self.form.set_read_only(session.store.read_only)
        self.form.edited.connect(self._save)
        self.form.typing.connect(self.typing)
        self._autosave = AutoSave(session, self.form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.form)

    def show_meeting(self, meeting: UUID, *, fresh: bool) -> None:
        """Show the letter of a meeting; not `fresh`: without touching what is being changed."""
        self._meeting = meeting
        store = self._session.store
        labels = profile_labels(store)
        self._profile.set_options([(one, label or self.tr("Profil kantor")) for one, label in labels])
        self.form.show_row("profile_id", len(labels) > 1)
        values = letter_values(store, meeting, self.kind)
        (self.form.load if fresh else self.form.reload)(values)
        if fresh:
            self._autosave.forget()
        defaults = letter_defaults(store, meeting, self.kind)
        for key, suggestion in self._suggestions.items():
            suggestion.offer(defaults.get(key, ""))
        twice = number_elsewhere(store, values["number"], meeting=meeting, kind=self.kind)
        self.twice.say(twice, Tone.ATTENTION)
        self.twice.setVisible(bool(twice))
        frozen = self.kind == "undangan" and fields_of(store, "meeting", meeting)["state"] in FROZEN_STATES
        for key in _NAMED_BY_MINUTES:
            self.form.field(key).setEnabled(not frozen)

    def typed(self) -> dict[str, Any]:
        """What is not kept yet, by field."""
        return self._autosave.waiting()

    def flush(self) -> None:
        """Save what is still being typed."""
        self.form.flush()

    def _add_rows(self) -> None:
        raise NotImplementedError

    def _line(self, key: str, label: str, help: str = "") -> None:  # noqa: A002
        self._suggestions[key] = Suggestion(self.form.add_row(key, label, LineField(), help=help))

    def _text(self, key: str, label: str, help: str = "", *, lines: int = 2) -> None:  # noqa: A002
        self._suggestions[key] = Suggestion(self.form.add_row(key, label, TextField(lines=lines), help=help))

    def _urgency(self) -> None:
        self.form.add_row("urgency", self.tr("Sifat"), ChoiceField([(word, word) for word in URGENCIES]))

    def _copies(self) -> None:
        self._text("copies", self.tr("Tembusan"), self.tr("Satu baris satu tembusan."))

    @Slot()
    def _save(self) -> None:
        self._autosave.save(self._write)

    def _write(self, changed: dict[str, Any]) -> ChangeSet:
        assert self._meeting is not None
        return update_letter(self._session.desk, self._meeting, self.kind, **changed)


class InvitationForm(LetterForm):
    """Surat undangan."""

    kind = "undangan"

    def _add_rows(self) -> None:
        text, tr = self._text, self.tr
        self._urgency()
        self._line("enclosure", tr("Lampiran"), tr("Bila kosong: menurut lampiran yang ikut dicetak."))
        text("subject", tr("Hal"))
        annexed = tr("Satu baris satu alamat. Kata “terlampir” melampirkan Daftar Undangan.")
        text("addressee", tr("Kepada Yth."), annexed, lines=3)
        text("opening", tr("Pembuka"))
        text("body", tr("Tambahan isi"), tr("Sesudah waktu, tempat, dan acara."))
        text("closing", tr("Penutup"))
        text("note", tr("Catatan"), tr("Pakaian, konfirmasi, bahan: satu baris satu catatan."))
        self._copies()


class NotaDinasForm(LetterForm):
    """Nota dinas to the head, the one paper that names who was absent."""

    kind = "nota_dinas"

    def _add_rows(self) -> None:
        text, tr = self._text, self.tr
        text("addressee", tr("Kepada Yth."), tr("Satu baris satu alamat."))
        self._line("sender", tr("Dari"), tr("Jabatan yang menandatangani."))
        self._urgency()
        self._line("enclosure", tr("Lampiran"))
        text("subject", tr("Hal"))
        text("opening", tr("Pengantar"))
        text("basis", tr("Dasar"), tr("Satu baris satu dasar."))
        text("body", tr("Pelaksanaan"), tr("Jalannya rapat, sejauh pimpinan perlu tahu."))
        text("suggestion", tr("Saran"), tr("Satu baris satu saran."))
        text("closing", tr("Penutup"))
        self._copies()


class ReportForm(LetterForm):
    """Laporan hasil rapat."""

    kind = "laporan"

    def _add_rows(self) -> None:
        text, tr = self._text, self.tr
        text("subject", tr("Laporan tentang"))
        text("opening", tr("Umum"))
        text("basis", tr("Landasan hukum"), tr("Satu baris satu peraturan."))
        text("purpose", tr("Maksud dan tujuan"))
        text("body", tr("Kegiatan yang dilaksanakan"), tr("Sesudah waktu, acara, dan peserta."))
        text("suggestion", tr("Saran"), tr("Satu baris satu saran."))
        text("closing", tr("Penutup"))
        self._line("sender", tr("Jabatan penanda tangan"))
