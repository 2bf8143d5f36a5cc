"""A block pasted from Excel: each row with the item and region it means, what it says, and a verdict on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.exchange.forms import Answer
from desktop.exchange.forms.shapes import STATUS as STATUS_CELL
from desktop.exchange.sheets import Row
from desktop.models.queries.item_reports import Place
from desktop.models.queries.readiness_items import ItemRow
from desktop.services.forms.answers import Understood, understand
from desktop.services.forms.content import READINESS, AskedRow
from desktop.services.forms.plan import CHECK, EMPTY, GOOD, SAME, WRONG
from desktop.services.forms.status_words import is_blank
from desktop.services.readiness_columns import (
    AMOUNT,
    CODE,
    KEYS,
    NOTE,
    REGION,
    STATUS,
    TEXT,
    Places,
    roles_of,
)

_NO_NUMBER = "Butir ini dijawab ya atau tidak, bukan dengan angka."
KEPT = (GOOD, CHECK)
"""What can be kept; the good are unless the user says otherwise, the others when the user does."""


@dataclass(frozen=True, slots=True)
class PastedRow:
    """A row with its verdict (a word of `forms.plan.VERDICTS`); `item` None where nobody knows which is meant."""

    number: int
    cells: tuple[str, ...]
    verdict: str
    item: ItemRow | None = None
    understood: Understood = field(default_factory=Understood)
    reasons: tuple[str, ...] = ()

    @property
    def place(self) -> Place | None:
        """The item and region it is about."""
        return (self.item.item_id, self.item.region_id) if self.item else None

    @property
    def values(self) -> dict[str, Any]:
        """What it says, as a report keeps it."""
        said = self.understood
        return {
            "state": said.state, "value": said.value, "measure": said.measure, "value_text": said.value_text,
            "note": said.note,
        }  # fmt: skip


def judge_pasted(rows: Sequence[Row], known: Sequence[ItemRow], onto: Sequence[ItemRow]) -> list[PastedRow]:
    """Every row of a block with a verdict.

    `known` are the items and regions that can be meant. A block that names none of them is laid over `onto`, row
    by row, as in Excel.
    """
    filled = [row for row in rows if not all(map(is_blank, row.cells))]
    if not filled:
        return []
    if len(filled) == 1 and len(filled[0].cells) == 1 and not _is_place(filled[0].cells[0], known):
        filled *= max(len(onto), 1)  # one cell fills all that are chosen
    places = Places(known)
    roles, has_heading = roles_of([row.cells for row in filled], places)
    body = filled[1:] if has_heading else filled
    named = any(role in KEYS for role in roles)
    judged = []
    for at, row in enumerate(body):
        cells = {role: row.cells[n].strip() for n, role in enumerate(roles) if role and n < len(row.cells)}
        if named:
            item, reason = _meant(cells, places)
        else:
            item, reason = (onto[at], "") if at < len(onto) else (None, "Tidak ada baris lagi di daftar.")
        judged.append(_judged(row, cells, item, reason))
    return _once(judged)


def without_source(rows: Sequence[PastedRow], wholes: Collection[Place]) -> list[PastedRow]:
    """The same where no source was written: a figure for the province or the area as a whole cannot be kept so."""
    told = ("Sumber wajib untuk angka keseluruhan. Tulis sumbernya di atas daftar.",)
    return [replace(row, verdict=WRONG, reasons=told) if row.place in wholes else row for row in rows]


def reports_of(rows: Sequence[PastedRow]) -> Mapping[Place, Mapping[str, Any]]:
    """The reports of these rows, as `readiness_entry.keep_pasted` takes them."""
    return {row.place: row.values for row in rows if row.place is not None}


def _is_place(cell: str, known: Sequence[ItemRow]) -> bool:
    places = Places(known)
    return any(places.knows(role, cell) for role in KEYS)


def _meant(cells: Mapping[str, str], places: Places) -> tuple[ItemRow | None, str]:
    """The item in its region a row is about, else why nobody knows."""
    found = places.items
    code, region, text = (cells.get(role, "") for role in (CODE, REGION, TEXT))
    if not is_blank(code):
        found = places.called(CODE, code)
        if not found:
            return None, f"Kode “{code}” tidak ada di daftar ini."
    elif not is_blank(text):
        found = places.called(TEXT, text)
        if not found:
            return None, "Butir ini tidak ada di daftar ini."
    if not is_blank(region):
        names = places.regions(region)
        if not names:
            return None, f"Wilayah “{region}” tidak dikenal di daftar ini."
        if len(names) > 1:
            return None, f"“{region}” dapat berarti {' atau '.join(sorted(names))}."
        found = [one for one in found if one.region in names]
        if not found:
            return None, f"{code or 'Butir ini'} tidak ditanyakan kepada {next(iter(names))}."
    if len(found) == 1:
        return found[0], ""
    return None, "Butirnya belum disebut." if is_blank(code) and is_blank(text) else "Wilayahnya belum disebut."


def _judged(row: Row, cells: Mapping[str, str], item: ItemRow | None, reason: str) -> PastedRow:
    shown = tuple(row.cells)
    answer = Answer(cells.get(STATUS, ""), cells.get(AMOUNT, ""), cells.get(NOTE, ""))
    if all(map(is_blank, answer)):
        return PastedRow(row.number, shown, EMPTY, item, reasons=tuple(filter(None, (reason,))))
    if item is None:
        return PastedRow(row.number, shown, WRONG, reasons=(reason,))
    said = _said(item, answer)
    hard = [one for one in said.faults if not one.doubt]
    reasons = tuple(" ".join(filter(None, (one.reason, one.remedy))) for one in hard or said.faults)
    if item.target_kind == "ya" and is_blank(answer.status) and not is_blank(answer.amount):
        reasons = (*reasons, _NO_NUMBER)
    if hard:
        return PastedRow(row.number, shown, WRONG, item, said, reasons)
    return PastedRow(row.number, shown, CHECK if reasons else GOOD, item, said, reasons)


def _said(item: ItemRow, answer: Answer) -> Understood:
    """What the cells say together; a note alone leaves the state as it was."""
    if item.state is not None and is_blank(answer.status) and is_blank(answer.amount):
        return Understood(
            said=True, state=item.state, value=item.value, value_text=item.value_text, measure=item.measure,
            note=answer.note,
        )  # fmt: skip
    asked = AskedRow(
        0, item.text, state=item.state, item=item.item_id, region=item.region_id, target=item.target_value,
        unit=item.unit, target_kind=item.target_kind, need=item.need,
    )  # fmt: skip
    said = understand(READINESS, asked, answer)
    if is_blank(answer.status):  # here the office itself lets a state follow from its value
        said.faults = [one for one in said.faults if not (one.doubt and one.column == STATUS_CELL)]
    return said


def _once(rows: Sequence[PastedRow]) -> list[PastedRow]:
    """Each item of a region once: a second row that says the same is left out, one that says another is wrong."""
    counted = Counter(row.place for row in rows if row.place is not None and row.verdict in KEPT)
    first: dict[Place, PastedRow] = {}
    kept = []
    for row in rows:
        if row.place is None or row.verdict not in KEPT or counted[row.place] == 1:
            kept.append(row)
        elif row.place not in first:
            first[row.place] = row
            kept.append(row)
        else:
            same = first[row.place].values == row.values
            told = f"Sudah ada di baris {first[row.place].number}" + ("." if same else " dengan isian lain.")
            verdict = SAME if same else WRONG
            kept.append(PastedRow(row.number, row.cells, verdict, row.item, row.understood, (told,)))
    return kept
