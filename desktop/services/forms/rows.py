"""Which row of a form a row that came back is: by its mark, by its words; never by a guess."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.base.folding import fold
from desktop.exchange.forms import ReturnedRow
from desktop.exchange.forms.shapes import MARK, TEXT
from desktop.services.forms.answers import Fault
from desktop.services.forms.content import AskedRow
from desktop.services.forms.status_words import is_blank


@dataclass(frozen=True, slots=True)
class Matched:
    """A row that came back with the row of the form it is; `asked` None where it is none, and `faults` say why."""

    row: ReturnedRow
    asked: AskedRow | None
    faults: tuple[Fault, ...] = ()


def match_rows(asked: Sequence[AskedRow], rows: Iterable[ReturnedRow]) -> list[Matched]:
    """Each row that came back with what it is; of two that say the same the first counts."""
    by_number = {one.number: one for one in asked}
    by_text: dict[str, list[AskedRow]] = {}
    for one in asked:
        by_text.setdefault(fold(one.text), []).append(one)
    return _once([_match(row, by_number, by_text) for row in rows])


def _match(row: ReturnedRow, by_number: Mapping[int, AskedRow], by_text: Mapping[str, list[AskedRow]]) -> Matched:
    same_words = by_text.get(fold(row.text), [])
    if row.mark is None:
        if len(same_words) == 1:
            return Matched(row, same_words[0])
        counted = by_number.get(int(row.counted)) if row.counted.isdecimal() and len(row.counted) < 4 else None
        if counted is not None and (not row.text or counted in same_words):
            doubt = Fault(MARK, f"Kode barisnya hilang; dikenali dari nomor {row.counted}.", "Terima bila benar.",
                          doubt=True)  # fmt: skip
            return Matched(row, counted, (doubt,))
        return Matched(row, None, (_stranger(),))
    marked = by_number.get(row.mark)
    if marked is None:
        return Matched(row, None, (_stranger(),))
    if not row.text or marked in same_words:
        return Matched(row, marked)
    if same_words:
        told = f"Kode barisnya milik baris {marked.number}, uraiannya milik baris {same_words[0].number}."
        return Matched(row, None, (Fault(MARK, told, "Kembalikan keduanya seperti yang dikirim."),))
    changed = Fault(TEXT, "Uraian di formulir diubah.", "Terima bila maksudnya tetap sama.", doubt=True)
    return Matched(row, marked, (changed,))


def _stranger() -> Fault:
    return Fault(TEXT, "Baris ini tidak ada di formulir yang dikirim.", "Catat sendiri bila memang perlu.")


def _once(found: Sequence[Matched]) -> list[Matched]:
    """Each row of the form once: copies that say nothing or the same are left out, others contradict."""
    by_row: dict[int, list[Matched]] = {}
    for one in found:
        if one.asked is not None:
            by_row.setdefault(one.asked.number, []).append(one)
    kept = []
    for one in found:
        if one.asked is None:
            kept.append(one)
            continue
        twins = by_row[one.asked.number]
        said = [twin for twin in twins if not all(map(is_blank, twin.row.answer))] or twins[:1]
        if one not in said:
            continue
        if len({twin.row.answer for twin in said}) == 1:
            if one is said[0]:
                kept.append(one)
            continue
        places = " dan ".join(str(twin.row.number) for twin in said)
        fault = Fault(MARK, f"Baris ini ada dua kali dengan isian berbeda (baris {places}).", "Sisakan satu.")
        kept.append(Matched(one.row, one.asked, (fault,)))
    return kept
