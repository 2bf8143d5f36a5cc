"""The gambaran pengamanan of a topic as a workbook; its class begins each sheet, and each sheet is named by it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.exchange.workbook import Cell, SheetColumn, SheetHead, packed
from desktop.models.queries.records import fields_of
from desktop.models.queries.security_picture import plan_reports, security_picture, station_reports
from desktop.models.security import SecurityPicture
from desktop.models.store import Store
from desktop.models.words import FORCES
from desktop.services import security_words as words
from desktop.services.papers.security_picture import NAME
from desktop.services.security_picture import SECURITY_CLASS
from desktop.services.security_tables import (
    PERSONNEL_COLUMNS,
    STATION_COLUMNS,
    Line,
    personnel_lines,
    station_lines,
)

Sheets = list[tuple[SheetHead, bytes]]
"""What `worker.jobs.write_sheets` takes."""

_BELOW = ("sum", "district", "part")
_WIDE = {
    "Wilayah": 26.0, "Kecamatan": 22.0, "Bagian": 22.0, "Keterangan": 36.0, "Selisih Polri": 30.0,
    "Selisih linmas": 30.0, "Sumber": 30.0, "Dilaporkan oleh": 26.0, "Catatan": 30.0,
}  # fmt: skip
_STATION_HISTORY = (
    "Wilayah", "Kecamatan", "Posisi data", "Kurang rawan", "Rawan", "Sangat rawan", "Jumlah", "Dilaporkan oleh",
    "Sumber", "Catatan",
)  # fmt: skip
_PLAN_HISTORY = ("Wilayah", "Bagian", "Kekuatan", "Direncanakan", "Posisi data", "Sumber", "Catatan")


def security_workbook(store: Store, topic: UUID) -> Sheets:
    """The tables as they stand and the reports they come from; raises NotFound where the topic is gone."""
    title = fields_of(store, "topic", topic)["name"]
    found = security_picture(store, topic)
    names = {one.id: one.name for one in (*found.regions, *found.wholes)}
    patterns = [f"Pola: {'; '.join(words.patterns(found.patterns))}"] if found.patterns else []
    if source := words.pattern_sources(found.patterns):
        patterns.append(f"Sumber pola: {source}")

    def sheet(
        name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], more: Sequence[str] = ()
    ) -> tuple[SheetHead, bytes]:
        head = SheetHead(
            f"{SECURITY_CLASS} {name}",
            f"{SECURITY_CLASS} – {NAME} {title}: {name}",
            tuple(SheetColumn(one, _WIDE.get(one, 15.0)) for one in columns),
            (words.HANDLING, f"Posisi data per {medium_date(today())}", *more),
        )
        return head, packed([tuple(row) for row in rows])

    stations, personnel = (
        ("Wilayah", "Kecamatan", *columns[1:]) for columns in (STATION_COLUMNS, PERSONNEL_COLUMNS)
    )
    told_stations = (
        (names.get(one.region_id, ""), one.district or "", one.as_of, one.classes.low, one.classes.medium,
         one.classes.high, one.classes.total, one.institution or "", one.source, one.note or "")
        for one in station_reports(store, topic)
    )  # fmt: skip
    told_plans = (
        (names.get(one.region_id, ""), one.district or "", FORCES[one.force], one.planned, one.as_of, one.source,
         one.note or "")
        for one in plan_reports(store, topic)
    )  # fmt: skip
    return [
        sheet("TPS", stations, _rows(station_lines(found), found)),
        sheet("Personel", personnel, _rows(personnel_lines(found), found), (*patterns, words.RULE)),
        sheet("Laporan TPS", _STATION_HISTORY, told_stations),
        sheet("Laporan Personel", _PLAN_HISTORY, told_plans),
    ]


def _rows(lines: Iterable[Line], found: SecurityPicture) -> list[tuple[Cell, ...]]:
    """The lines with the region in each, so that Excel can sort and filter them."""
    names = {one.id: one.name for one in (*found.regions, *found.wholes)}
    return [
        (names[one.region_id], *one.cells)
        if one.level in _BELOW and one.region_id
        else (one.name, "", *one.cells[1:])
        for one in lines
    ]
