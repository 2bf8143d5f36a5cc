"""Due days as calendars take them: what was promised, never what the office set for itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from desktop.base.clock import now_utc, today
from desktop.base.dates import medium_date
from desktop.base.errors import NotFound
from desktop.base.places import safe_file_name
from desktop.exchange.calendar_file import DueDay
from desktop.models.queries.commitments import addressees_said
from desktop.models.queries.due_days import DueRow, due_rows
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.words import DUE_SOURCES

DueDaysArgs = tuple[tuple[DueDay, ...], str, datetime]
"""What `exchange.calendar_file.due_days_file` takes."""
_AT_ONCE = 500


def due_calendar(
    store: Store, *, seqs: Sequence[int] | None = None, institution: UUID | None = None
) -> DueDaysArgs:
    """The days of open follow-ups: of these, of what one institution has to do, or of all.

    Raises NotFound where none of them was promised for a day.
    """
    rows = due_rows(store, seqs=seqs, institution=institution)
    if not rows:
        raise NotFound(
            "Tidak ada tindak lanjut terbuka dengan batas waktu yang disepakati.",
            "Acuan internal dan rapat berklasifikasi tidak masuk kalender.",
        )
    name = fields_of(store, "institution", institution)["name"] if institution is not None else ""
    said = {} if name else _said(store, rows)
    days = tuple(
        DueDay(
            one.id, one.text, one.due_date, (name,) if name else tuple(said.get(one.seq, ())), _meeting(one),
            DUE_SOURCES[one.due_source], one.clock,
        )
        for one in rows
    )  # fmt: skip
    return days, f"Batas waktu tindak lanjut {name}".strip(), now_utc()


def due_calendar_name(detail: str = "") -> str:
    """A proper name for such a file: `2024-11-04_Batas-Waktu-Tindak-Lanjut_KPU.ics`."""
    return safe_file_name(f"{today():%Y-%m-%d}", "Batas Waktu Tindak Lanjut", detail, suffix=".ics")


def _said(store: Store, rows: Sequence[DueRow]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for start in range(0, len(rows), _AT_ONCE):
        found |= addressees_said(store, [row.seq for row in rows[start : start + _AT_ONCE]])
    return found


def _meeting(one: DueRow) -> str:
    if one.meeting is None:
        return ""
    return f"{one.meeting}, {medium_date(one.held_on)}" if one.held_on else one.meeting
