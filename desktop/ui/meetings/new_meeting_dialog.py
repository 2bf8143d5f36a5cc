"""Rapat baru: a name and a day are enough to begin; or begin with what an earlier meeting or a template lends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.dates import long_date, medium_date
from desktop.documents.minutes_content import REVIEWED
from desktop.models.journal import ChangeSet
from desktop.models.queries.office import forums
from desktop.models.queries.preparation import TemplateRow, meeting_templates
from desktop.models.queries.records import fields_of
from desktop.models.queries.review import to_be_asked
from desktop.models.queries.series import SeriesMeeting, forum_meetings, search_meetings
from desktop.services.meeting_copies import Made, new_meeting, series_of
from desktop.services.meeting_pattern import Pattern, pattern_of
from desktop.services.series import Proposal, next_day
from desktop.services.templates import template_pattern
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.meetings.copy_parts import CopyParts
from desktop.ui.meetings.meeting_fields import HeldOnField, TitleField
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_foot import dialog_foot
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.fields import CheckField, ChoiceField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.text import plain_label

_LAST, _OTHER = "last", "other"


class NewMeetingDialog(QDialog):
    """Asks for name, series, day and what to begin with; made(UUID) is sent when the meeting exists."""

    made = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._templates = meeting_templates(session.store)
        self._last: SeriesMeeting | None = None
        self._proposal: Proposal | None = None
        self._lent_title = ""
        self.setWindowTitle(self.tr("Rapat baru"))
        self.setModal(True)
        self._form = Form()
        self.parts = CopyParts()
        self._open = 0
        self.propose = button("", "calendar-clock", kind="quiet")
        self._add_rows()

        # Buttons
        unit = theme.current().unit
        self._make = button(self.tr("Buat rapat"), kind="primary")
        buttons = dialog_foot(self, self._make, self._create)

        # Assemble
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(self.tr("Rapat baru"), role="title"))
        whole.addWidget(
            plain_label(self.tr("Acara, undangan, dan lainnya dapat diisi sesudah ini."), role="muted")
        )
        whole.addWidget(self._form, 1)
        whole.addLayout(buttons)

        # Wire
        self.propose.clicked.connect(self._take_proposal)
        self._forum.edited.connect(self._forum_changed)
        self._start.edited.connect(self._start_changed)
        self._source.edited.connect(self._start_changed)
        self._held_on.edited.connect(self._count_open)
        self._forum_changed()
        self._form.field("title").setFocus()
        take_its_size(self)

    @property
    def form(self) -> Form:
        """The fields `title`, `forum`, `held_on`, `start` and `source`."""
        return self._form

    def begin_from(self, meeting: UUID) -> None:
        """Propose the next meeting after this one: a copy of it, in its series."""
        fields = fields_of(self._session.store, "meeting", meeting)
        forum = next((row for row in forums(self._session.store) if row.id == fields["forum_id"]), None)
        self._forum.set_value(Choice(forum.id, forum.name) if forum else None)
        self._forum_changed()
        source = SeriesMeeting(meeting, fields["title"], fields["held_on"])
        self._source.set_value(Choice(source, source.title))
        self._start.set_value(_OTHER)
        self._start_changed()
        if self._proposal is not None:
            self._held_on.set_value(self._proposal.day)
            self._count_open()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 150, unit * 168)

    def _add_rows(self) -> None:
        add, tr = self._form.add_row, self.tr
        add("title", tr("Nama rapat"), TitleField(tr("misalnya Rapat Koordinasi Penanganan Banjir")))
        self._forum = add(
            "forum",
            tr("Forum rapat"),
            PickerField(self._find_forums, tr("Tanpa forum; pilih atau tulis nama forum baru"), free=True),
        )
        self._held_on = add(
            "held_on", tr("Tanggal"), HeldOnField(), help=tr("Boleh ditulis 3/10, besok, atau kamis 3 okt.")
        )
        self._proposed = QWidget()
        line = QHBoxLayout(self._proposed)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.propose)
        line.addStretch()
        self._form.add_widget(self._proposed)
        self._start = add("start", tr("Mulai dari"), ChoiceField())
        self._source = add(
            "source", tr("Salinan dari rapat"), PickerField(self._find_meetings, tr("Ketik sebagian nama rapat"))
        )
        self._form.add_widget(self.parts)
        self.carried = plain_label(role="field")
        self.review = CheckField(self.tr("Tambahkan acara “{point}”").format(point=REVIEWED))
        self.review.setChecked(True)
        for widget in (self.carried, self.review):
            self._form.add_widget(widget)
        self._form.load({"title": "", "held_on": today()})

    def _find_forums(self, text: str) -> list[Choice]:
        wanted = text.casefold()
        rows = forums(self._session.store)
        return [Choice(row.id, row.name, row.topic or "") for row in rows if wanted in row.name.casefold()]

    def _find_meetings(self, text: str) -> list[Choice]:
        found = search_meetings(self._session.store, text)
        return [Choice(row, row.title, medium_date(row.held_on)) for row in found]

    @Slot()
    def _forum_changed(self) -> None:
        """Propose the series' next day, and offer its last meeting."""
        forum = self._forum.value()
        last_ones = forum_meetings(self._session.store, forum) if isinstance(forum, UUID) else []
        self._last = last_ones[0] if last_ones else None
        self._proposal = next_day([row.held_on for row in last_ones], today())
        self._proposed.setVisible(self._proposal is not None)
        if self._proposal is not None:
            told = self.tr("Pakai usul: {day} ({rhythm})")
            self.propose.setText(told.format(day=long_date(self._proposal.day), rhythm=self._proposal.rhythm))
        self._start.set_options(self._starts())
        if self._start.currentIndex() < 0:
            self._start.set_value("")
        self._start_changed()

    def _starts(self) -> list[tuple[object, str]]:
        found: list[tuple[object, str]] = [("", self.tr("Kosong"))]
        if self._last is not None:
            last = self.tr("Rapat terakhir forum ini ({day})")
            found.append((_LAST, last.format(day=medium_date(self._last.held_on))))
        found.append((_OTHER, self.tr("Salinan dari rapat…")))
        templated = self.tr("Templat: {name}")
        return found + [(row, templated.format(name=row.name)) for row in self._templates]

    @Slot()
    def _start_changed(self) -> None:
        start = self._start.value()
        self._form.show_row("source", start == _OTHER)
        self.parts.setVisible(bool(start))
        self._lend_title()
        self._count_open()

    @Slot()
    def _count_open(self) -> None:
        """Say how many follow-ups such a meeting will go through, and offer a point of the agenda for them."""
        forum, day = self._forum.value(), self._held_on.value()
        store, chosen = self._session.store, forum if isinstance(forum, UUID) else None
        series = series_of(store, chosen, self._pattern())
        self._open = to_be_asked(store, *series, day) if isinstance(day, date) and any(series) else 0
        self.carried.setText(self.tr("{n} tindak lanjut akan dibahas").format(n=self._open))
        for widget in (self.carried, self.review):
            widget.setVisible(self._open > 0)

    def _lend_title(self) -> None:
        """A copy is called as its source, unless it was given a name already."""
        title = self._form.field("title")
        assert isinstance(title, TitleField)
        source = self._source_meeting()
        if source is not None and title.value() in ("", self._lent_title):
            self._lent_title = source.title
            title.set_value(source.title)

    def _source_meeting(self) -> SeriesMeeting | None:
        """The meeting that is copied, None where none is."""
        if self._start.value() == _LAST:
            return self._last
        source = self._source.value() if self._start.value() == _OTHER else None
        return source if isinstance(source, SeriesMeeting) else None

    def _pattern(self) -> Pattern | None:
        start = self._start.value()
        if isinstance(start, TemplateRow):
            return template_pattern(start)
        source = self._source_meeting()
        return pattern_of(self._session.store, source.id) if source else None

    @Slot()
    def _take_proposal(self) -> None:
        if self._proposal is not None:
            self._held_on.set_value(self._proposal.day)
            self._held_on.setFocus()
            self._count_open()

    @Slot()
    def _create(self) -> None:
        if not self._form.check():
            return
        if self._start.value() == _OTHER and self._source_meeting() is None:
            self._form.show_error("source", self.tr("Pilih rapat yang disalin."))
            return
        done = self._session.make(self._deed(), form=self._form, told=self._told())
        if done is not None:
            made: Made = done[0]
            self.accept()
            self._tell_left_out(made.left_out)
            self.made.emit(made.meeting)

    def _deed(self) -> Callable[[], tuple[Made, ChangeSet]]:
        title, held_on = str(self._form.values()["title"]), self._held_on.value()
        assert isinstance(held_on, date)
        forum = self._forum.value()
        return lambda: new_meeting(
            self._session.desk,
            title=title,
            held_on=held_on,
            forum=forum if isinstance(forum, UUID) else None,
            forum_name="" if forum else self._forum.typed(),
            pattern=self._pattern(),
            parts=self.parts.chosen(),
            review=self._open > 0 and self.review.isChecked(),
        )

    def _told(self) -> str:
        told = self.tr("Rapat baru dibuat: {title}").format(title=self._form.values()["title"])
        return told + (self.tr(" · {n} tindak lanjut akan dibahas").format(n=self._open) if self._open else "")

    def _tell_left_out(self, left_out: Sequence[str]) -> None:
        if left_out:
            told = self.tr("Tidak disalin karena sudah tidak ada di Instansi & Pejabat: {names}.")
            self._session.bus.message.emit(told.format(names="; ".join(left_out)), str(Tone.ATTENTION))
