"""What a meeting is: its name, day, place, invitation, and who writes the minutes; saved while one types."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.journal import ChangeSet
from desktop.models.queries.directory import search_institutions
from desktop.models.queries.meetings import meeting_head
from desktop.models.queries.office import forums, topics
from desktop.models.queries.records import fields_of
from desktop.models.words import SECURITY
from desktop.services.meetings import update_meeting
from desktop.ui import theme
from desktop.ui.meetings import choices
from desktop.ui.meetings.meeting_fields import HeldOnField, InstitutionNamesField, TitleField
from desktop.ui.session import Session
from desktop.ui.widgets.date_field import DateField, TimeField
from desktop.ui.widgets.fields import CheckField, ChoiceField, LineField, TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.picker_field import Choice, PickerField

_CONCERNED = frozenset({"meeting", "forum", "topic", "person"})
_ZONES = (("Asia/Jakarta", "WIB"), ("Asia/Makassar", "WITA"), ("Asia/Jayapura", "WIT"))
_LARGE = 120  # per cent; larger letters have no room for two columns
_PEOPLE = ("minute_taker_id", "secretary_id")


class MeetingForm(QWidget):
    """The fields of one meeting."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self._held_on = today()
        self._form = Form(columns=2 if theme.current().scale <= _LARGE else 1)
        self._add_rows()
        self._form.edited.connect(self._save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._form)
        self.setFocusProxy(self._form.field("title"))

    @property
    def form(self) -> Form:
        return self._form

    def show_meeting(self, meeting: UUID) -> None:
        """Show another meeting."""
        self._meeting = meeting
        self._form.clear_errors()
        self._offer()
        values = self._values()
        self._form.load(values)
        # Name and day of a new meeting were given already: the keyboard goes on at its hour.
        self.setFocusProxy(self._form.field("title" if values["starts_at"] else "starts_at"))

    def flush(self) -> None:
        """Save what is still being typed."""
        self._form.flush()

    def refresh(self, changes: ChangeSet) -> None:
        """Take over what changed elsewhere, but leave alone what is being typed here."""
        if self._meeting is None or not changes.tables & _CONCERNED:
            return
        if changes.tables & {"forum", "topic"}:
            self._offer()
        if self._meeting in changes.ids("meeting") or changes.ids("person"):
            self._form.reload(self._values())

    def _add_rows(self) -> None:
        add, tr = self._form.add_row, self.tr
        add("title", tr("Nama rapat"), TitleField(), wide=True)
        add("held_on", tr("Tanggal"), HeldOnField())
        add("zone", tr("Zona waktu"), ChoiceField(_ZONES))
        add("starts_at", tr("Mulai"), TimeField())
        add("ends_at", tr("Selesai"), TimeField())
        add("place", tr("Tempat"), LineField(tr("misalnya Ruang Mliwis Putih")), wide=True)
        add("purpose", tr("Maksud"), TextField(tr("Apa yang hendak dicapai rapat ini"), lines=2), wide=True)
        add("invitation_number", tr("Nomor undangan"), LineField(tr("disalin dari SRIKANDI")))
        add("invitation_date", tr("Tanggal undangan"), DateField())
        add("minute_taker_id", tr("Notulis"), PickerField(self._find_people))
        add("secretary_id", tr("Sekretaris"), PickerField(self._find_people))
        add("forum_id", tr("Forum"), ChoiceField(empty=tr("Tanpa forum")))
        add("topic_id", tr("Topik"), ChoiceField(empty=tr("Tanpa topik")))
        add("co_organiser", tr("Penyelenggara bersama"), InstitutionNamesField(self._find_institutions), wide=True)
        add("security", tr("Klasifikasi"), ChoiceField(tuple(SECURITY.items())))
        points = TextField(tr("Satu baris satu poin, paling banyak tiga; tercetak di Bahan Pimpinan"), lines=3)
        add("briefing_points", tr("Poin untuk pimpinan"), points, wide=True)
        add("cancelled", tr("Keadaan"), CheckField(tr("Rapat dibatalkan")))

    def _find_people(self, text: str) -> list[Choice]:
        return list(choices.people(self._session.store, self._held_on)(text))

    def _find_institutions(self, text: str) -> list[Choice]:
        hits = search_institutions(self._session.store, text, limit=8)
        return [Choice(hit.words, hit.words) for hit in hits]

    def _offer(self) -> None:
        store = self._session.store
        closed = self.tr("{topic} (ditutup)")
        series = [(row.id, row.name) for row in forums(store)]
        names = [(row.id, row.name if row.is_open else closed.format(topic=row.name)) for row in topics(store)]
        for key, options in (("forum_id", series), ("topic_id", names)):
            field = self._form.field(key)
            assert isinstance(field, ChoiceField)
            field.set_options(options)

    def _values(self) -> dict[str, object]:
        """The fields as the form shows them: people as choices with their names."""
        assert self._meeting is not None
        stored = fields_of(self._session.store, "meeting", self._meeting).values
        head = meeting_head(self._session.store, self._meeting)
        values: dict[str, object] = {key: stored[key] for key in self._form.values()}
        names = (head.minute_taker, head.secretary) if head else (None, None)
        for key, name in zip(_PEOPLE, names, strict=True):
            values[key] = Choice(stored[key], name) if name else None
        if isinstance(stored["held_on"], date):
            self._held_on = stored["held_on"]
        return values

    @Slot()
    def _save(self) -> None:
        changed: dict[str, Any] = self._form.changes()
        # What is refused must not keep the rest from being saved.
        if changed and not self._keep(changed) and len(changed) > 1:
            for key, value in changed.items():
                self._keep({key: value})

    def _keep(self, changed: dict[str, Any]) -> bool:
        meeting = self._meeting
        if meeting is None:
            return False
        done = self._session.run(lambda: update_meeting(self._session.desk, meeting, **changed), form=self._form)
        if done:
            self._form.mark_saved(changed)
        return done
