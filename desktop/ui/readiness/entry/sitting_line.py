"""One line that holds for everything entered below it: who tells, of which day, from where, in which meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.base.clock import today
from desktop.base.errors import InvalidInput
from desktop.ui import theme
from desktop.ui.readiness.sitting import Sitting
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import ChoiceField, LineField
from desktop.ui.widgets.form_cell import FormCell
from desktop.ui.widgets.picker_field import Choice, PickerField

_MEETING_LETTERS = 16


class SittingLine(QWidget):
    """Everything stays until it is changed; the day follows the calendar unless one was written.

    changed()    something was changed and can be read
    done()       Enter: back to the list
    """

    changed = Signal()
    done = Signal()

    def __init__(self, search: Callable[[str], Sequence[Choice]], parent: QWidget | None = None) -> None:
        """`search` finds institutions by part of their name."""
        super().__init__(parent)
        self._own_day: date | None = None
        self._own_institution: Choice | None = None
        self._own_source = ""
        self._walked: Choice | None = None
        self.institution = PickerField(search, self.tr("Belum disebut"))
        self.as_of = DateField(short=True)
        self.source = LineField(self.tr("mis. SILOG, WhatsApp"))
        self.meeting = ChoiceField((), empty=self.tr("Di luar rapat"))
        self.meeting.setMinimumContentsLength(_MEETING_LETTERS)
        self._cells = {
            "institution_id": FormCell(self.tr("Dilaporkan oleh"), self.institution, "", "", self),
            "as_of": FormCell(self.tr("Posisi data per tanggal"), self.as_of, "", "", self),
            "source": FormCell(self.tr("Sumber"), self.source, "", "", self),
            "meeting_id": FormCell(self.tr("Rapat"), self.meeting, "", "", self),
        }
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().unit * 4)
        for cell, share in zip(self._cells.values(), (4, 3, 4, 4), strict=True):
            line.addWidget(cell, share, Qt.AlignmentFlag.AlignTop)
        self.institution.edited.connect(self._institution_edited)
        self.as_of.edited.connect(self._day_edited)
        self.source.edited.connect(self._edited)
        self.source.returnPressed.connect(self.done)
        self.as_of.returnPressed.connect(self.done)
        self.meeting.edited.connect(self._edited)
        self.follow_calendar()

    def sitting(self) -> Sitting:
        """What holds now; what cannot be read holds not."""
        meeting = self.meeting.value()
        return Sitting(
            self._walked or self._own_institution, self._own_day, self.source.value(),
            meeting if isinstance(meeting, UUID) else None,
        )  # fmt: skip

    def offer_meetings(self, meetings: Sequence[tuple[UUID, str]]) -> None:
        """Offer the meetings of a topic, the last one first."""
        self.meeting.set_options(list(meetings))

    def walk_institution(self, institution: Choice | None) -> None:
        """While one walks by institution it is the one that reports; afterwards again whoever was written.

        A source belongs to what one institution sent: the next begins without.
        """
        if institution != self._walked:
            if self._walked is None:
                self._own_source = self.source.value()
            self.source.set_value("" if institution is not None else self._own_source)
        self._walked = institution
        self.institution.set_value(institution or self._own_institution)
        self.institution.setReadOnly(institution is not None)

    def follow_calendar(self) -> None:
        """Show the day: today, unless one was written."""
        if not self.as_of.hasFocus():
            self.as_of.set_value(self._own_day or today())

    def problem(self) -> str:
        """What of it cannot be read, said at its field too."""
        wrong = [cell for cell in self._cells.values() if cell.check()]
        if wrong:
            wrong[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
            return next(filter(None, (self.institution.problem(), self.as_of.problem())))
        return ""

    def show_fault(self, fault: InvalidInput) -> bool:
        """Show what a service refused at its field; False where this line has no such field."""
        if fault.field not in self._cells:
            return False
        cell = self._cells[fault.field]
        cell.show_refusal(str(fault))
        cell.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def ask_source(self) -> None:
        """Say that a source is needed, and go there."""
        self.show_fault(
            InvalidInput("source", self.tr("Sumber wajib untuk angka keseluruhan."), self.tr("Tulis sumbernya."))
        )

    # Within

    @Slot()
    def _institution_edited(self) -> None:
        one = self.institution.value()
        self._own_institution = Choice(one, self.institution.typed()) if one is not None else None
        self._edited()

    @Slot()
    def _day_edited(self) -> None:
        day = self.as_of.value()
        self._own_day = None if day == today() else day
        self._edited()

    @Slot()
    def _edited(self) -> None:
        if not (self.institution.problem() or self.as_of.problem()):
            for cell in self._cells.values():
                cell.show_error("")
            self.changed.emit()
