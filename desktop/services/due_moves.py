"""Changes of a follow-up's date by reports: each with its reason, each beginning where the one before ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models.journal import Write
from desktop.models.queries.progress import DueMove, due_moves, source_before
from desktop.models.queries.records import RecordFields, fields_of
from desktop.models.tables import Commitment, ProgressReport
from desktop.services import rules

Columns = dict[str, Any]
"""What a report keeps of its change of the date."""

_REASON = "Alasan perubahan batas waktu"


def move_due(write: Write, commitment: UUID, values: Columns, report: RecordFields | None = None) -> Columns:
    """Move the date of a follow-up to `due_date` because of `due_reason`; without a `due_date` nothing is done.

    `report` is one that moved it already: its change still begins where it began.
    """
    if "due_date" not in values:
        return {}
    rules.required(values, "due_date", "Batas waktu baru")
    if not values.get("due_reason"):
        raise InvalidInput("due_reason", f"{_REASON} belum diisi.", "Tulis alasannya.")
    follow_up = fields_of(write.store, "commitment", commitment)
    if values["due_date"] == follow_up["due_date"]:
        raise InvalidInput("due_date", "Batas waktunya sudah tanggal itu.", "Tulis tanggal yang baru.")
    write.update(
        Commitment, commitment, due_date=values["due_date"], due_source="disepakati",
        due_note=None,  # words that stood beside the old date say nothing of the new one
    )  # fmt: skip
    moved = report is not None and report["due_after"] is not None
    first = report["due_before"] if report is not None and moved else follow_up["due_date"]
    return {"due_before": first, "due_after": values["due_date"], "due_reason": values["due_reason"]}


def change_move(write: Write, report: UUID, row: RecordFields, values: Columns) -> Columns:
    """Correct the change a kept report made: another day, another reason, or none at all (`due_date` None)."""
    if values.get("due_date", row["due_after"]) == row["due_after"]:
        if row["due_after"] is None or "due_reason" not in values:
            return {}
        rules.required(values, "due_reason", _REASON)
        return {"due_reason": values["due_reason"]}
    if values["due_date"] is None:
        take_move_back(write, report, row)
        return dict.fromkeys(("due_before", "due_after", "due_reason"))
    moves = due_moves(write.store, row["commitment_id"])
    if any(one.report == report for one in moves[:-1]):
        raise InvalidInput(
            "due_date", "Batas waktunya sudah diubah lagi oleh laporan sesudahnya.",
            "Ubah di laporan yang terakhir mengubahnya, atau catat laporan baru.",
        )  # fmt: skip
    return move_due(write, row["commitment_id"], {"due_reason": row["due_reason"], **values}, row)


def take_move_back(write: Write, report: UUID, row: RecordFields) -> None:
    """Take the change a report made out of the row of changes: the next one begins where it began.

    After the last one the date is as it was, unless somebody has set another since.
    """
    moves = due_moves(write.store, row["commitment_id"])
    place = next((n for n, one in enumerate(moves) if one.report == report), None)
    if place is None:
        return
    if place < len(moves) - 1:
        write.update(ProgressReport, moves[place + 1].report, due_before=row["due_before"])
        return
    follow_up = fields_of(write.store, "commitment", row["commitment_id"])
    if follow_up["due_date"] == row["due_after"]:
        write.update(Commitment, row["commitment_id"], **_former_due(write, row, moves[:place]))


def _former_due(write: Write, row: RecordFields, earlier: Sequence[DueMove]) -> Columns:
    """The date before, and whose date it was: of the report before, else as the journal tells."""
    if row["due_before"] is None:
        return {"due_date": None, "due_source": None}
    source = None
    if not (earlier and earlier[-1].after == row["due_before"]):
        source = source_before(write.store, row["commitment_id"], row["due_before"], row["due_after"])
    return {"due_date": row["due_before"], "due_source": source or "disepakati"}
