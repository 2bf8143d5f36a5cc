"""Personnel planned against needed by pattern, force by force."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.base.folding import fold
from desktop.base.numbers import grouped
from desktop.models.journal import ChangeSet
from desktop.models.queries.security_picture import plan_history, plan_reports
from desktop.models.security import PLACES, PlanReport, RegionPicture, SecurityPicture
from desktop.models.words import FORCES
from desktop.services import security_words as words
from desktop.services.security_picture import plan_personnel
from desktop.services.security_tables import PERSONNEL_COLUMNS, Line, personnel_lines
from desktop.ui import theme
from desktop.ui.issues.choices import WordsField
from desktop.ui.readiness.security.entry_view import EntryView
from desktop.ui.readiness.security.pattern_dialog import PatternDialog
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import ChoiceField, LineField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.number_field import NumberField
from desktop.ui.widgets.picker_field import Choice
from desktop.ui.widgets.text import ElidedLabel


class PersonnelView(EntryView):
    """The table `personnel_plan`, and above it the patterns that are counted with."""

    TABLE = "personnel_plan"
    COLUMNS = PERSONNEL_COLUMNS
    TOLD_BELOW = ("Sumber",)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self.tree.setAccessibleName(self.tr("Personel direncanakan dan dibutuhkan"))
        self.patterns = ElidedLabel(role="muted", parent=self)
        self.pattern_button = button(self.tr("Pola…"), parent=self)
        self.pattern_button.clicked.connect(self._edit_patterns)
        line = QHBoxLayout()
        line.setSpacing(theme.current().unit * 2)
        line.addWidget(self.patterns, 1)
        line.addWidget(self.pattern_button)
        self.whole.insertLayout(0, line)

    def add_fields(self, form: Form) -> None:
        self.district = form.add_row(
            "district", self.tr("Kecamatan atau bagian"),
            WordsField(self._districts, self.tr("kosong: seluruh wilayah")),
        )  # fmt: skip
        forces = ChoiceField(list(FORCES.items()), empty=self.tr("Pilih kekuatan"))
        self.force = form.add_row("force", self.tr("Kekuatan"), forces)
        self.planned = form.add_row(
            "planned", self.tr("Direncanakan"), NumberField(whole=True), unit=self.tr("personel")
        )
        self.as_of = form.add_row("as_of", self.tr("Posisi data per tanggal"), DateField(short=True))
        self.source = form.add_row("source", self.tr("Sumber"), LineField(self.tr("mis. Renops, nomor surat")))
        self.note = form.add_row("note", self.tr("Catatan"), LineField())

    def show_picture(self, topic: Any, picture: SecurityPicture) -> None:
        super().show_picture(topic, picture)
        self.pattern_button.setEnabled(topic.is_open)
        told = words.patterns(picture.patterns)
        if told:
            source = words.pattern_sources(picture.patterns)
            self.patterns.setText(f"{'; '.join(told)}{f' ({source})' if source else ''}. {words.RULE}")
        else:
            self.patterns.setText(
                self.tr("Kebutuhan belum dihitung: pola pengamanan topik ini belum ditetapkan (tombol Pola).")
            )

    def lines(self, picture: SecurityPicture) -> list[Line]:
        return personnel_lines(picture)

    def begin(self, line: Line, _region: RegionPicture) -> dict[str, object]:
        return {
            "district": line.district,
            "force": None,
            "planned": None,
            "as_of": today(),
            "source": None,
            "note": None,
        }

    def is_complete(self) -> bool:
        told = (self.force.value(), self.planned.value() is not None, self.source.value(), self.as_of.value())
        return all(told) and not (self.planned.problem() or self.as_of.problem())

    def deed(self, region: RegionPicture) -> Callable[[], ChangeSet]:
        values: dict[str, Any] = self.form.values()
        topic = self.topic
        assert topic is not None
        force, planned = values.pop("force") or "", values.pop("planned")
        return lambda: plan_personnel(self.session.desk, topic.id, region.id, force, planned, **values)

    def reports(self, line: Line, region: RegionPicture) -> list[tuple[UUID, str]]:
        topic, store = self.topic, self.session.store
        assert topic is not None
        if line.level == "whole":
            found = plan_reports(store, topic.id, region.id)
        else:
            found = plan_history(store, topic.id, region.id, line.district)
        return [(one.id, _in_words(one, region)) for one in found]

    @Slot()
    def _edit_patterns(self) -> None:
        if self.topic is not None and self.topic.is_open:
            dialog = PatternDialog(self.session, self.topic.id, self.picture.patterns, self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()

    def _districts(self, text: str) -> list[Choice]:
        region = self.region()
        if region is None:
            return []
        known = [one.name for one in region.districts] or [one.district for one in region.plans if one.district]
        return [Choice(one, one) for one in dict.fromkeys(known) if fold(text) in fold(one)]


def _in_words(one: PlanReport, region: RegionPicture) -> str:
    """A report in a line: `10 November 2024 · Polri 460 personel · Renops`."""
    force = FORCES[one.force] if region.kind in PLACES else words.part(one)
    parts = (medium_date(one.as_of), f"{force} {grouped(one.planned)} personel", one.source, one.note)
    return " · ".join(part for part in parts if part)
