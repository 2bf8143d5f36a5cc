"""Kehadiran as a table: who was invited, whether they came, who came for them; and the counts above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.models.queries.attendance import ParticipantRow
from desktop.models.words import ATTENDANCE, ROLES
from desktop.ui.meetings import choices
from desktop.ui.meetings.record_model import RecordColumn, RecordModel
from desktop.ui.meetings.wording import ATTENDANCE_SYMBOLS, ATTENDANCE_TONES

ROLE = 3


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
        if choices.is_group(row):
            return self.tr("(kelompok)")
        return (row.invited_name if row.state == "diwakili" else row.name) or ""

    def _remark(self, row: ParticipantRow) -> str:
        return "\n".join(filter(None, (self._came_instead(row), row.note)))

    def _came_instead(self, row: ParticipantRow) -> str:
        if row.state != "diwakili":
            return ""
        came = (row.present_name, row.present_title, row.present_institution)
        return ", ".join(filter(None, came)) or self.tr("nama belum dicatat")


@dataclass(frozen=True, slots=True)
class AttendanceSummary:
    """The counts: seats invited and taken, guests, seats without a note, institutions without anybody."""

    invited: int
    present: int
    represented: int
    guests: int
    unmarked: int
    missing: tuple[tuple[str, UUID], ...]

    @classmethod
    def of(cls, rows: Sequence[ParticipantRow]) -> AttendanceSummary:
        """Count seats; `missing` names each institution nobody of which came, with its first seat."""
        invited = [row for row in rows if not choices.is_guest(row)]
        came = {row.institution_id for row in invited if row.is_present}
        missing = {
            row.institution_id: (row.institution, row.id)
            for row in reversed(invited)
            if row.institution_id is not None and row.institution and row.institution_id not in came
        }
        return cls(
            invited=len(invited),
            present=sum(row.is_present for row in invited),
            represented=sum(row.state == "diwakili" for row in invited),
            guests=len(rows) - len(invited),
            unmarked=sum(row.state == "belum_dicatat" for row in invited),
            missing=tuple(reversed(missing.values())),
        )
