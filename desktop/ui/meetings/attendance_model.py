"""Kehadiran as a table: who was invited, whether they came, who came for them; and the counts above it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.base.dates import clock_text
from desktop.models.queries.attendance import ParticipantRow
from desktop.models.words import ATTENDANCE, ROLES
from desktop.ui.meetings import choices
from desktop.ui.meetings.seat_search import Regions
from desktop.ui.meetings.wording import ATTENDANCE_SYMBOLS, ATTENDANCE_TONES
from desktop.ui.widgets.record_model import RecordColumn, RecordModel

ROLE = 3
K = TypeVar("K")


class AttendanceModel(RecordModel[ParticipantRow]):
    """The seats of one meeting."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self.columns = (
            RecordColumn(self.tr("No"), None, width=3, right=True),
            RecordColumn(self.tr("Nama"), self._name, width=24),
            RecordColumn(self.tr("Jabatan/Instansi"), choices.seat_office, width=26, stretch=True),
            RecordColumn(
                self.tr("Peran"), lambda row: ROLES[row.role], width=11, field="role", edit=lambda row: row.role
            ),
            RecordColumn(
                self.tr("Kehadiran"),
                lambda row: ATTENDANCE[row.state],
                width=15,
                tone=lambda row: ATTENDANCE_TONES[row.state],
                symbol=lambda row: ATTENDANCE_SYMBOLS.get(row.state, ""),
            ),
            RecordColumn(
                self.tr("Diwakili oleh / keterangan"),
                self._remark,
                width=28,
                field="note",
                edit=lambda row: row.note or "",
            ),
        )

    def _name(self, row: ParticipantRow) -> str:
        if row.is_group:
            return self.tr("(kelompok)")
        if row.unreadable and row.is_present:
            return self.tr("(nama tidak terbaca)")
        return (row.invited_name if row.state == "diwakili" else row.name) or ""

    def _remark(self, row: ParticipantRow) -> str:
        return "\n".join(filter(None, (self._came_instead(row), self._times(row), row.note)))

    def _times(self, row: ParticipantRow) -> str:
        times = ((self.tr("datang {clock}"), row.arrived_at), (self.tr("pulang {clock}"), row.left_at))
        return ", ".join(words.format(clock=clock_text(at, None)) for words, at in times if at is not None)

    def _came_instead(self, row: ParticipantRow) -> str:
        if row.state != "diwakili":
            return ""
        came = (row.present_name, row.present_title, row.present_institution)
        return ", ".join(filter(None, came)) or self.tr("nama belum dicatat")


def invited_seats(rows: Sequence[ParticipantRow]) -> list[ParticipantRow]:
    """The seats that count as invited; a group of which single institutions are noted counts by them."""
    noted = {row.label for row in rows if row.institution_id is not None and row.label is not None}
    return [row for row in rows if not row.is_guest and not (row.is_group and row.label in noted)]


@dataclass(frozen=True, slots=True)
class AttendanceSummary:
    """The counts: seats invited and taken, guests, seats without a note; who nobody came from, each with a seat.

    `missing` are institutions, `regions` kabupaten and kota.
    """

    invited: int
    present: int
    represented: int
    guests: int
    unmarked: int
    missing: tuple[tuple[str, UUID], ...]
    regions: tuple[tuple[str, UUID], ...]

    @classmethod
    def of(cls, rows: Sequence[ParticipantRow], regions: Regions) -> AttendanceSummary:
        """Count seats; `regions` are those of their institutions."""
        invited = invited_seats(rows)
        institutions = {row.institution_id: (row.institution, row) for row in reversed(invited) if row.institution}
        places = {name: (name, row) for row in reversed(invited) for name in _regions(row, regions)}
        came = {row.institution_id for row in invited if row.is_present}
        covered = {name for row in invited if row.is_present for name in _regions(row, regions)}
        return cls(
            invited=len(invited),
            present=sum(row.is_present for row in invited),
            represented=sum(row.state == "diwakili" for row in invited),
            guests=sum(row.is_guest for row in rows),
            unmarked=sum(row.state == "belum_dicatat" for row in invited),
            missing=_first_seats(institutions, came),
            regions=_first_seats(places, covered),
        )


def _regions(row: ParticipantRow, regions: Regions) -> Collection[str]:
    return regions.get(row.institution_id, ()) if row.institution_id is not None else ()


def _first_seats(
    seats: Mapping[K, tuple[str, ParticipantRow]], came: Collection[K]
) -> tuple[tuple[str, UUID], ...]:
    found = [seat for key, seat in seats.items() if key not in came]
    return tuple((name, row.id) for name, row in sorted(found, key=lambda one: one[1].order_no))
