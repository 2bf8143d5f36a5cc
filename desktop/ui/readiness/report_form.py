"""The form in which a report on one item is written: state, number, note, who told it, and for which day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.base.clock import today
from desktop.base.errors import InvalidInput
from desktop.base.numbers import parse_number, plain
from desktop.models.queries.readiness_items import ItemRow, ReportRow
from desktop.models.words import READINESS_STATES
from desktop.ui import theme
from desktop.ui.readiness.item_facts import ItemFacts
from desktop.ui.readiness.wording import is_yes_or_no, report_text
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.shortcuts import CTRL_ENTER, on_keys
from desktop.ui.widgets.text import plain_label

_HISTORY_SHOWN = 20


class AchievedField(LineField):
    """How much of the target is reached: a number where the target is one (`95`, `95 persen`), else words."""

    counts = True

    def problem(self) -> str:
        if self.counts and self.value():
            try:
                parse_number(self.value(), "value")
            except InvalidInput as fault:
                return str(fault)
        return ""

    def number(self) -> Decimal | None:
        """The number typed, None without one."""
        return parse_number(self.value(), "value") if self.counts and self.value() else None


class ReportForm(Form):
    """Shows an item with what was reported, and takes the next report.

    record_wanted()     Ctrl+Enter or the button: keep what is written as a report
    discard_wanted()    throw away what is written
    """

    record_wanted = Signal()
    discard_wanted = Signal()

    def __init__(
        self,
        search: Callable[[str], Sequence[Choice]],
        links: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`search` finds institutions by part of their name; `links` stand below the facts of the item."""
        super().__init__(parent, columns=2)
        unit = theme.current().unit
        self.facts = ItemFacts()
        self.add_widget(self.facts)
        if links is not None:
            self.add_widget(links)
        self.state = self.add_row(
            "state",
            self.tr("Status"),
            ChoiceField(list(READINESS_STATES.items()), empty=self.tr("Pilih status")),
        )
        self.achieved = self.add_row("value", self.tr("Capaian"), AchievedField())
        self.note = self.add_row("note", self.tr("Catatan"), TextField(lines=1, most=5), wide=True)
        self.institution = self.add_row("institution_id", self.tr("Dilaporkan oleh"), PickerField(search))
        self.as_of = self.add_row("as_of", self.tr("Posisi data per tanggal"), DateField())
        self._buttons = QWidget()
        self.record_button = button(self.tr("Catat laporan (Ctrl+Enter)"), kind="primary")
        self.discard_button = button(self.tr("Batalkan isian"), kind="quiet")
        line = QHBoxLayout(self._buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(unit * 2)
        line.addWidget(self.record_button)
        line.addWidget(self.discard_button)
        line.addStretch()
        self.add_widget(self._buttons)
        self._history_heading = self.add_heading(self.tr("Riwayat laporan"))
        self._history = plain_label()
        self._history.setWordWrap(True)
        self._history.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._history.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add_widget(self._history)

        # Wire
        self.record_button.clicked.connect(self.record_wanted)
        self.discard_button.clicked.connect(self.discard_wanted)
        self.typing.connect(self._show_buttons)
        on_keys(self, CTRL_ENTER, self.record_wanted.emit)

    def show_item(self, item: ItemRow, event: date | None, reports: Sequence[ReportRow]) -> None:
        """Show an item and begin its next report from the one that counts now."""
        self.show_facts(item, event, reports)
        self.achieved.counts = item.target_value is not None
        self.achieved.setPlaceholderText(item.unit or "")
        self.show_row("value", not is_yes_or_no(item))
        achieved = item.value_text or "" if item.value is None else plain(item.value)
        told_by = (
            Choice(item.institution_id, item.institution) if item.institution_id and item.institution else None
        )
        self.load(
            {
                "state": item.state,
                "value": achieved,
                "note": item.note,
                "institution_id": told_by,
                "as_of": today(),
            }
        )
        self._show_buttons()

    def show_facts(self, item: ItemRow, event: date | None, reports: Sequence[ReportRow]) -> None:
        """Show what is asked and what was reported, without touching what is being written."""
        self.facts.show_item(item, event)
        lines = [report_text(report) for report in reports[:_HISTORY_SHOWN]]
        if len(reports) > _HISTORY_SHOWN:
            lines.append(self.tr("dan {count} laporan sebelumnya").format(count=len(reports) - _HISTORY_SHOWN))
        self._history.setText("\n".join(lines) or self.tr("Belum ada laporan."))

    def report(self) -> dict[str, Any]:
        """What is written, as `services.readiness.assess` takes it."""
        values = self.values()
        number = self.achieved.number()
        return {
            "state": values["state"] or "",
            "value": None if number is None else float(number),
            "value_text": None if self.achieved.counts else values["value"],
            "note": values["note"],
            "institution_id": values["institution_id"],
            "as_of": values["as_of"],
        }

    def is_complete(self) -> bool:
        """Whether what is written can be kept as it stands."""
        fields = (self.state, self.achieved, self.note, self.institution, self.as_of)
        return self.state.value() is not None and not any(field.problem() for field in fields)

    def draft(self) -> dict[str, str]:
        """What is written, as a draft keeps it."""
        return {
            "state": str(self.state.value() or ""),
            "value": self.achieved.value(),
            "note": self.note.value(),
            "institution_id": str(self.institution.value() or ""),
            "institution": self.institution.typed(),
            "as_of": self.as_of.text(),
        }

    def restore(self, draft: dict[str, str]) -> None:
        """Bring back a draft; it counts as written and not yet kept."""
        institution = draft["institution"]
        if draft["institution_id"]:
            self.institution.set_value(Choice(UUID(draft["institution_id"]), institution))
        else:
            self.institution.set_value(institution or None)
        self.state.set_value(draft["state"] or None)
        self.achieved.set_value(draft["value"])
        self.note.set_value(draft["note"])
        self.as_of.setText(draft["as_of"])
        self._show_buttons()

    def _show_buttons(self) -> None:
        changed = bool(self.changes())
        self.discard_button.setVisible(changed)
