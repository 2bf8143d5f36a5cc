"""Polling stations by class: typed region by region or kecamatan by kecamatan, or pasted from Excel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.base.errors import AppError
from desktop.base.folding import fold
from desktop.models.journal import ChangeSet
from desktop.models.personnel_need import Classes
from desktop.models.queries.directory import search_institutions
from desktop.models.queries.office import TopicSummary
from desktop.models.queries.security_picture import station_history
from desktop.models.security import PLACES, RegionPicture, SecurityPicture, StationReport
from desktop.services import security_words as words
from desktop.services.security_picture import Told, report_stations
from desktop.services.security_tables import STATION_COLUMNS, Line, station_lines
from desktop.ui.colours import Tone
from desktop.ui.issues.choices import WordsField
from desktop.ui.readiness.security.entry_view import EntryView
from desktop.ui.session import Session
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.number_field import NumberField
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.shortcuts import on_keys


class StationsView(EntryView):
    """The table `station_risk`."""

    TABLE = "station_risk"
    COLUMNS = STATION_COLUMNS
    TOLD_BELOW = ("Dilaporkan oleh", "Sumber")
    WIDE = "Keterangan"

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self.tree.setAccessibleName(self.tr("TPS menurut kelas"))
        self.paste_button = self.make_button(self.tr("Tempel dari Excel… (Ctrl+V)"), self.paste)
        self.figures_button = self.make_button(self.tr("Angka wilayah…"), self._show_figures)
        on_keys(self.tree, "Ctrl+V", self.paste, Qt.ShortcutContext.WidgetShortcut)

    def add_fields(self, form: Form) -> None:
        self.district = form.add_row(
            "district", self.tr("Kecamatan"), WordsField(self._districts, self.tr("kosong: seluruh wilayah"))
        )
        self.low = form.add_row("low", self.tr("Kurang rawan (aman)"), NumberField(whole=True), unit="TPS")
        self.medium = form.add_row("medium", self.tr("Rawan"), NumberField(whole=True), unit="TPS")
        self.high = form.add_row("high", self.tr("Sangat rawan"), NumberField(whole=True), unit="TPS")
        self.as_of = form.add_row("as_of", self.tr("Posisi data per tanggal"), DateField(short=True))
        self.institution = form.add_row(
            "institution_id", self.tr("Dilaporkan oleh"), PickerField(self._institutions, self.tr("Instansi"))
        )
        self.source = form.add_row("source", self.tr("Sumber"), LineField(self.tr("mis. nomor surat")))
        self.note = form.add_row("note", self.tr("Catatan"), LineField())

    def show_picture(self, topic: TopicSummary, picture: SecurityPicture) -> None:
        super().show_picture(topic, picture)
        self.paste_button.setEnabled(topic.is_open)

    def lines(self, picture: SecurityPicture) -> list[Line]:
        return station_lines(picture)

    def begin(self, line: Line, region: RegionPicture) -> dict[str, object]:
        self.form.show_row("district", region.kind in PLACES)
        newest = next((one.stations for one in region.districts if one.name == line.district), None)
        told = newest if line.district else region.own
        teller = told and told.institution_id and Choice(told.institution_id, told.institution or "")
        return {
            "district": line.district,
            "low": told.classes.low if told else None,
            "medium": told.classes.medium if told else None,
            "high": told.classes.high if told else None,
            "as_of": today(),
            "institution_id": teller,
            "source": None,
            "note": None,
        }

    def is_complete(self) -> bool:
        fields = (self.low, self.medium, self.high, self.as_of, self.institution)
        numbers = (self.low.value(), self.medium.value(), self.high.value())
        told = any(one is not None for one in numbers) and bool(self.source.value() and self.as_of.value())
        return told and not any(field.problem() for field in fields)

    def deed(self, region: RegionPicture) -> Callable[[], ChangeSet]:
        values: dict[str, Any] = self.form.values()
        topic = self.topic
        assert topic is not None
        district = values.pop("district") if region.kind in PLACES else None
        classes = Classes(values.pop("low"), values.pop("medium"), values.pop("high"))
        told = [Told(region.id, classes, district)]
        return lambda: report_stations(self.session.desk, topic.id, told, **values)

    def reports(self, line: Line, region: RegionPicture) -> list[tuple[UUID, str]]:
        topic = self.topic
        assert topic is not None
        found = station_history(self.session.store, topic.id, region.id, line.district)
        return [(one.id, _in_words(one)) for one in found]

    @Slot()
    def paste(self) -> None:
        """Read what was copied from a spreadsheet, and show what would become of it."""
        from desktop.exchange.sheets import read_clipboard
        from desktop.services.security_paste import judge
        from desktop.ui.readiness.security.paste_dialog import PasteDialog

        region, topic = self.region(), self.topic
        if topic is None or not topic.is_open:
            return
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            told = self.tr("Papan klip kosong. Salin dulu daftarnya di Excel.")
            self.session.bus.message.emit(told, str(Tone.NONE))
            return
        try:
            rows = judge(read_clipboard(text), self.picture, region.id if region else None)
        except AppError as fault:
            self.session.bus.message.emit(str(fault), str(Tone.PROBLEM))
            return
        dialog = PasteDialog(
            self.session, topic.id, (region or topic).name, rows, self._institutions, self.window()
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    @Slot()
    def _show_figures(self) -> None:
        """How many polling stations and kecamatan the region has, which anybody may know."""
        from desktop.ui.directory.figures_dialog import FiguresDialog

        region = self.region()
        if region is not None:
            kind = "polling_stations" if region.stations is None else "districts"
            dialog = FiguresDialog(self.session, region.id, region.name, kind, self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()

    def _districts(self, text: str) -> list[Choice]:
        region = self.region()
        known = region.districts if region else ()
        return [Choice(one.name, one.name) for one in known if fold(text) in fold(one.name)]

    def _institutions(self, text: str) -> list[Choice]:
        return [Choice(hit.id, hit.words) for hit in search_institutions(self.session.store, text)]


def _in_words(one: StationReport) -> str:
    """A report in a line: `17 November 2024 · 2.101 / 19 / 0 TPS · Polres Bojonegoro · surat R/12`."""
    counts = " / ".join(words.count(count) for count in one.classes.by_risk.values())
    parts = (medium_date(one.as_of), f"{counts} TPS", one.institution, one.source, one.note)
    return " · ".join(part for part in parts if part)
