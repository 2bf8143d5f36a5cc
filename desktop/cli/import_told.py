"""What became of a list: each row with its place, verdict and reason, and how many of each."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

from desktop.base.numbers import grouped
from desktop.cli.import_source import Source
from desktop.exchange.sheets import Column
from desktop.services.imports.mapping import Mapping
from desktop.services.imports.plan import ALIKE, NEW, SAME, SKIP, VERDICTS, WRONG, Decision, Plan, PlanRow
from desktop.services.imports.targets import Target

_JSON = {NEW: "new", SAME: "same", ALIKE: "similar", WRONG: "wrong"}
_KEPT = {"attendance": "dicatat hadir"}
_DECIDE = "Baris mirip: --similar same (yang sudah ada) atau --similar new (jadikan baru), atau lewat jendela."
_CORRECT = "Baris salah: perbaiki, lalu impor lagi; yang sudah masuk tidak ditambahkan dua kali."


@dataclass(frozen=True, slots=True)
class Judged:
    """A list as it was understood, and what was decided about its rows."""

    target: Target
    source: Source
    mapping: Mapping
    plan: Plan
    decisions: dict[int, Decision]

    @property
    def left(self) -> list[PlanRow]:
        """The rows that were not kept although they are not there yet."""
        return [row for row in self.plan.rows if self.plan.deed(row, self.decisions).deed == SKIP]

    def as_json(self) -> dict[str, Any]:
        """Counts by verdict, and each row."""
        counts = {_JSON[verdict]: count for verdict, count in self.plan.counts().items()}
        return {**counts, "rows": [_row_json(row) for row in self.plan.rows]}

    def column(self, row: PlanRow) -> str:
        """The column a verdict is about, as the file has it: `kolom F (NIP/NRP)`."""
        found = next((field for field in self.target.fields if field.key == row.column), None)
        if found is None:
            return ""
        indexes = [index for index, key in self.mapping.fields.items() if key == found.key]
        place = next((one for one in self.source.header.columns if one.index in indexes), None)
        return f"kolom {place.letter} ({found.title})" if place else f"kolom {found.title}"


def tell(judged: Judged, *, dry_run: bool) -> None:
    """Say how the list was understood, every row that is not there yet, and the counts."""
    _tell_columns(judged)
    for row in judged.plan.rows:
        if row.verdict != SAME:
            print(_line(judged, row))
    left = judged.left
    kept = judged.plan.to_save(judged.decisions)
    words = _KEPT.get(judged.target.key, "ditambahkan")
    print(f"{f'Akan {words}' if dry_run else words.capitalize()}: {grouped(kept)}")
    print(f"Sudah ada: {grouped(len(judged.plan.rows) - kept - len(left))}")
    for verdict, advice in ((ALIKE, _DECIDE), (WRONG, _CORRECT)):
        count = sum(1 for row in left if row.verdict == verdict)
        if count:
            print(f"{VERDICTS[verdict]}, {'tidak akan' if dry_run else 'tidak'} masuk: {grouped(count)}")
            print(advice, file=sys.stderr)


def _tell_columns(judged: Judged) -> None:
    where = f"judul kolom di baris {judged.source.header.row}" if judged.source.header.row else "tanpa judul kolom"
    print(f"{judged.target.title}: lembar “{judged.source.sheet.name}”, {where}.")
    if judged.source.others:
        print(f"Lembar lain tidak dibaca: {', '.join(judged.source.others)} (--sheet memilihnya).")
    fields, refused = judged.mapping.fields, judged.mapping.refused
    taken = [
        f"{_called(one)} = {judged.target.field(fields[one.index]).title}"
        for one in judged.source.header.columns
        if one.index in fields
    ]
    print(f"Kolom: {'; '.join(taken)}.")
    niks = [_called(one) for one in judged.source.header.columns if one.index in refused]
    if niks:
        print(f"NIK tidak disimpan: {'; '.join(niks)}.")
    ignored = [_called(one) for one in judged.source.header.columns if one.index not in fields.keys() | refused]
    if ignored:
        print(f"Diabaikan: {'; '.join(ignored)}.")


def _called(column: Column) -> str:
    return f"{column.letter} “{column.title}”" if column.title else column.letter


def _line(judged: Judged, row: PlanRow) -> str:
    reason = ": ".join(filter(None, (judged.column(row), row.reason)))
    reason = " ".join(filter(None, (reason, row.remedy)))
    return " · ".join(filter(None, (f"Baris {row.number}", VERDICTS[row.verdict], _name(row), reason)))


def _name(row: PlanRow) -> str:
    """What tells the row from others: its name, or whatever it says first."""
    said = row.entry.values
    return said.get("name") or said.get("title") or next(iter(said.values()), "")


def _row_json(row: PlanRow) -> dict[str, Any]:
    said = row.entry.values
    return {
        "row": row.number, "verdict": _JSON[row.verdict], "name": _name(row) or None,
        "position": said.get("position"), "institution": said.get("institution"), "column": row.column,
        "reason": " ".join(filter(None, (row.reason, row.remedy))) or None,
    }  # fmt: skip
