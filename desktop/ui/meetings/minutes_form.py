"""What only the minutes need: their number and date, opening and closing, and the life of the paper above them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.models.queries.office import profile_labels
from desktop.models.queries.records import fields_of
from desktop.models.words import ARCHIVE_LEVELS
from desktop.services.meetings import update_meeting
from desktop.ui.autosave import AutoSave
from desktop.ui.meetings.life_panel import LifePanel
from desktop.ui.session import Session
from desktop.ui.widgets.date_field import DateField, TimeField
from desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from desktop.ui.widgets.form import Form

_FIELDS = (
    "minutes_number", "minutes_date", "opening", "closing", "closed_at", "profile_id", "archive_code",
    "archive_level", "archive_place", "archive_retention",
)  # fmt: skip
_LEVELS = tuple((words, words) for words in ARCHIVE_LEVELS)
_STANDING_STILL = ("opening", "closing", "closed_at", "profile_id")


class MinutesForm(QWidget):
    """The fields of one meeting's minutes; they save themselves.

    typing()   something is being typed
    """

    typing = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self.form = Form(self)
        self.life = LifePanel(session, self.form.widget())
        self.form.add_heading(self.tr("Naskah"))
        self.form.add_widget(self.life)
        self._add_rows()
        self.form.edited.connect(self._save)
        self.form.typing.connect(self.typing)
        self._autosave = AutoSave(session, self.form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.form)

    def show_meeting(self, meeting: UUID, *, fresh: bool) -> None:
        """Show the minutes of a meeting; not `fresh`: without touching what is being changed."""
        self._meeting = meeting
        values = fields_of(self._session.store, "meeting", meeting).values
        labels = profile_labels(self._session.store)
        self._profile.set_options([(one, label or self.tr("Profil kantor")) for one, label in labels])
        self.form.show_row("profile_id", len(labels) > 1)
        (self.form.load if fresh else self.form.reload)({name: values[name] for name in _FIELDS})
        if fresh:
            self._autosave.forget()
        self.life.show_meeting(meeting)
        for key in _STANDING_STILL:
            self.form.field(key).setEnabled(not self.life.is_frozen)

    def typed(self) -> dict[str, Any]:
        """What is not kept yet, by field."""
        return self._autosave.waiting()

    def flush(self) -> None:
        """Save what is still being typed."""
        self.form.flush()

    def go_to(self, key: str) -> None:
        """Put the keyboard into a field."""
        self.form.go_to(key)

    def _add_rows(self) -> None:
        add, tr = self.form.add_row, self.tr
        add("minutes_number", tr("Nomor notula"), LineField(), help=tr("Disalin dari SRIKANDI."))
        add("minutes_date", tr("Tanggal notula"), DateField())
        add("opening", tr("Kata pembukaan"), TextField(tr("Rapat dibuka oleh …"), lines=3))
        add("closing", tr("Penutup"), TextField(tr("Rapat ditutup …"), lines=2))
        add("closed_at", tr("Ditutup pukul"), TimeField())
        self._profile = ChoiceField((), empty=tr("Profil utama"))
        add("profile_id", tr("Profil surat"), self._profile)
        self.form.add_heading(tr("Arsip"))
        add("archive_code", tr("Kode klasifikasi"), LineField(tr("misalnya 200.2.1"), max_length=100))
        add("archive_level", tr("Tingkat perkembangan"), ChoiceField(_LEVELS, empty=tr("Belum dipilih")))
        add("archive_place", tr("Lokasi fisik"), LineField(tr("lemari, rak, boks"), max_length=200))
        add(
            "archive_retention",
            tr("Retensi"),
            LineField(tr("misalnya 2 tahun aktif, lalu permanen"), max_length=200),
        )

    @Slot()
    def _save(self) -> None:
        self._autosave.save(self._write)

    def _write(self, changed: dict[str, Any]) -> ChangeSet:
        assert self._meeting is not None
        return update_meeting(self._session.desk, self._meeting, **changed)
