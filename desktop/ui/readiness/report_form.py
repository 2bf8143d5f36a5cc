"""The form in which a report on one item is written: state, value, evidence, period, who told it, of which day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from desktop.base.clock import today
from desktop.base.reporting import how_often
from desktop.models.queries.item_reports import ReportRow
from desktop.models.queries.readiness_items import ItemRow
from desktop.models.queries.region_figures import Figure
from desktop.models.words import READINESS_STATES
from desktop.services.readiness_values import COUNT, goal_of, state_for
from desktop.ui import theme
from desktop.ui.readiness.achieved_field import AchievedField
from desktop.ui.readiness.beginning import next_report
from desktop.ui.readiness.item_facts import ItemFacts
from desktop.ui.readiness.period_field import PeriodField
from desktop.ui.readiness.report_history import ReportHistory
from desktop.ui.readiness.sitting import Sitting
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import CheckField, ChoiceField, LineField, TextField
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.shortcuts import CTRL_ENTER, on_keys

_PROVEN = "siap_bukti"


class ReportForm(Form):
    """Shows an item with what was reported, and takes the next report.

    A value brings its state along, until a state is chosen by hand.

    record_wanted()     Ctrl+Enter or the button: keep what is written as a report
    discard_wanted()    throw away what is written
    """

    record_wanted = Signal()
    discard_wanted = Signal()

    def __init__(
        self,
        search: Callable[[str], Sequence[Choice]],
        links: QWidget | None = None,
        evidence: QWidget | None = None,
        parent: QWidget | None = None,
        *,
        columns: int = 2,
    ) -> None:
        """`search` finds institutions by part of their name; `links` stand below the facts of the item, `evidence`
        below what is written.
        """
        super().__init__(parent, columns=columns)
        self._state_chosen = False
        self._item: ItemRow | None = None
        self._reports: Sequence[ReportRow] = ()
        self._noted_on: date | None = None
        self._often: str | None = None
        self._entered: frozenset[str] = frozenset()
        self.facts = ItemFacts()
        self.add_widget(self.facts)
        if links is not None:
            self.add_widget(links)
        self.period = self.add_row("period", self.tr("Periode"), PeriodField(), wide=True)
        self.state = self.add_row(
            "state",
            self.tr("Status"),
            ChoiceField(list(READINESS_STATES.items()), empty=self.tr("Pilih status")),
        )
        self.achieved = self.add_row("value", self.tr("Capaian"), AchievedField())
        self.note = self.add_row("note", self.tr("Catatan"), TextField(lines=1, most=5), wide=True)
        self.institution = self.add_row("institution_id", self.tr("Dilaporkan oleh"), PickerField(search))
        self.as_of = self.add_row("as_of", self.tr("Posisi data per tanggal"), DateField())
        self.source = self.add_row("source", self.tr("Sumber"), LineField(self.tr("mis. SILOG, WhatsApp")))
        self.proof = self.add_row("evidence_received", "", CheckField(self.tr("Bukti sudah diterima")))
        self._meeting: UUID | None = None
        self._add_deeds()
        if evidence is not None:
            self.add_widget(evidence)
        self.add_heading(self.tr("Riwayat laporan"))
        self._history = ReportHistory()
        self.add_widget(self._history)

        # Wire
        self.record_button.clicked.connect(self.record_wanted)
        self.discard_button.clicked.connect(self.discard_wanted)
        self.state.edited.connect(self._choose_state)
        self.achieved.edited.connect(self.value_typed)
        self.period.edited.connect(self._choose_period)
        self.proof.edited.connect(self._tick_proof)
        self.typing.connect(self._show_buttons)
        on_keys(self, CTRL_ENTER, self.record_wanted.emit)

    def show_item(
        self,
        item: ItemRow,
        event: date | None,
        reports: Sequence[ReportRow],
        figure: Figure | None = None,
        sitting: Sitting | None = None,
    ) -> None:
        """Show an item and begin its next report from the one that counts now.

        `figure` is what its target is multiplied by. Within a sitting the report is told by whom that names, of
        its day and from its source.
        """
        self.show_facts(item, event, reports, figure)
        self._item, self._reports = item, reports
        goal = self.achieved.goal = goal_of(item)
        self.achieved.setPlaceholderText(goal.things)
        self.show_row("value", goal.kind != "ya")
        self.show_row("evidence_received", item.evidence is not None)
        given = sitting or Sitting()
        self._noted_on = None if sitting is None else given.as_of or today()
        self._often = how_often(item.repeats, item.unit, item.text)
        self._entered = frozenset(one.period for one in reports if one.period)
        self._offer_periods(given.as_of or today())
        self.show_row("period", self._often is not None)
        self._meeting = given.meeting_id
        told_by = given.institution
        if sitting is None and item.institution_id and item.institution:
            told_by = Choice(item.institution_id, item.institution)
        self.load(
            {
                "period": self.period.value(),
                "institution_id": told_by,
                "as_of": given.as_of or today(),
                "source": given.source,
            }
        )
        self._begin()

    def show_facts(
        self,
        item: ItemRow,
        event: date | None,
        reports: Sequence[ReportRow],
        figure: Figure | None = None,
    ) -> None:
        """Show what is asked and what was reported, without touching what is being written."""
        self.facts.show_item(item, event, figure)
        self._history.show_reports(reports, goal_of(item))

    def take_sitting(self, sitting: Sitting) -> None:
        """Let the report be of a sitting; what was written here otherwise stays."""
        self._meeting = sitting.meeting_id
        self.reload(
            {
                "institution_id": sitting.institution,
                "as_of": sitting.as_of or today(),
                "source": sitting.source,
            }
        )
        self._noted_on = sitting.as_of or today()
        if self._item is not None and not self._is_written():
            self._offer_periods(self._noted_on)
            self._begin()

    def type_into(self, key: str, words: str) -> None:
        """What is typed elsewhere for the value or the note, as if it were typed here."""
        field = self.achieved if key == "value" else self.note
        with QSignalBlocker(field):
            field.set_value(words)
        if key == "value":
            self.value_typed()
        self._field_edited()

    def take_back(self, key: str) -> None:
        """The value or the note as it was before it was typed, and the state that came along."""
        self.load({key: self._saved[key]} | ({} if self._state_chosen else {"state": self._saved["state"]}))
        self._show_hint()
        self._show_buttons()
        self.edited.emit()

    def choose_state(self, state: str) -> None:
        """Take a state chosen by a key."""
        self.state.set_value(state)
        self._choose_state()

    def value_typed(self) -> None:
        """A value was typed: say what it amounts to, and let the state follow unless one was chosen."""
        reading = self.achieved.reading()
        if not self._state_chosen and reading.value is not None:
            self.state.set_value(state_for(reading.share, self._known_state()))
        self._show_hint()

    def hint(self) -> str:
        """What the value being typed amounts to, and what is odd about it."""
        reading = self.achieved.reading()
        counted = reading.measure == COUNT or reading.text is not None  # of percent it would say nothing new
        known = reading.share is not None and counted
        told = self.tr("{share}% dari kebutuhan.").format(share=int((reading.share or 0) * 100)) if known else ""
        return " ".join(filter(None, (told, reading.hint)))

    def report(self) -> dict[str, Any]:
        """What is written, as `services.readiness.assess` takes it."""
        values = self.values()
        reading = self.achieved.reading()
        return {
            "state": values["state"] or "",
            "value": reading.value,
            "measure": reading.measure,
            "value_text": reading.text,
            "note": values["note"],
            "evidence_received": values["evidence_received"],
            "period": values["period"],
            "institution_id": values["institution_id"],
            "as_of": values["as_of"],
            "source": values["source"],
            "meeting_id": self._meeting,
        }

    def is_begun(self) -> bool:
        """Whether something is written that is not kept, be it readable or not."""
        return bool(self.changes()) or any(
            field.problem() for field in (self.achieved, self.institution, self.as_of)
        )

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
            "evidence_received": "1" if self.proof.value() else "",
            "period": self.period.value() or "",
            "institution_id": str(self.institution.value() or ""),
            "institution": self.institution.typed(),
            "as_of": self.as_of.text(),
            "source": self.source.value(),
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
        self.proof.set_value(draft.get("evidence_received"))
        if draft.get("period"):
            self.period.set_value(draft["period"])
        self.source.set_value(draft.get("source"))
        self._show_hint()
        self._show_buttons()

    # Within

    def _add_deeds(self) -> None:
        self._buttons = QWidget()
        self.record_button = button(self.tr("Catat laporan (Ctrl+Enter)"), kind="primary")
        self.discard_button = button(self.tr("Batalkan isian"), kind="quiet")
        line = FlowLayout(self._buttons, spacing=theme.current().unit * 2)
        line.addWidget(self.record_button)
        line.addWidget(self.discard_button)
        self.add_widget(self._buttons)

    def _begin(self) -> None:
        """Begin the next report of the period chosen; choosing one is no report yet."""
        assert self._item is not None
        self._state_chosen = False
        self.mark_saved(["period"])
        self.load(next_report(self._item, self._reports, self.period.value(), self._noted_on))
        self._show_hint()
        self._show_buttons()

    def _is_written(self) -> bool:
        return bool(self.changes().keys() - {"period"}) or bool(self.achieved.problem())

    def _choose_period(self) -> None:
        if not self._is_written():
            self._begin()

    def _offer_periods(self, day: date) -> None:
        self.period.offer(self._often, day, self._entered)

    def _known_state(self) -> str | None:
        known = self._saved["state"]
        return known if isinstance(known, str) else None

    def _choose_state(self) -> None:
        self._state_chosen = True
        if self.state.value() == _PROVEN:
            self.proof.set_value(True)
        elif self.state.value() == "siap" and self._known_state() == _PROVEN:
            self.proof.set_value(False)

    def _tick_proof(self) -> None:
        """Ready and proven are one state of their own."""
        now, wanted = ("siap", _PROVEN) if self.proof.value() else (_PROVEN, "siap")
        if self.state.value() == now:
            self.state.set_value(wanted)

    def _show_hint(self) -> None:
        self.show_help("value", self.hint())

    def _show_buttons(self) -> None:
        self.discard_button.setVisible(self.is_begun())
