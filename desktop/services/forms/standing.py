"""How what a form asked stands today: gone, closed, changed, reported since, or taken from it before."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.dates import medium_date
from desktop.base.errors import NotFound
from desktop.base.folding import fold
from desktop.base.numbers import plain
from desktop.base.quantities import quantity_text
from desktop.models.queries.form_rows import Assessed, Part, Progress, assessed_from, parts_now, progress_from
from desktop.models.queries.forms import FormRecord
from desktop.models.queries.item_reports import ReportRow, history
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_STATES, OPEN_STATES, READINESS_STATES
from desktop.services.forms.answers import Fault, Understood
from desktop.services.forms.content import FOLLOW_UPS, AskedRow, FormContent
from desktop.services.forms.plan import JudgedForm
from desktop.services.readiness_values import SHARE

_GONE = {
    FOLLOW_UPS: "Tindak lanjut ini sudah dihapus, atau bukan lagi untuk instansi ini.",
    "": "Butir atau wilayah ini sudah dihapus.",
}
_CLOSED = "Topiknya sudah ditutup, jadi tidak ada lagi yang dicatat."
_FINAL = ("selesai_bukti", "siap_bukti")


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken from this form's row before."""

    state: str
    note: str | None
    figures: tuple[Any, ...]
    day: date
    words: str
    report: UUID | None = None

    def says(self, said: Understood, form: JudgedForm) -> bool:
        """Whether a row says the same once more."""
        note = said.note.strip() or None
        if (self.note, self.figures, self.day) != (note, figures_of(said, self.report is not None), form.as_of):
            return False
        return said.state in (None, self.state)


def figures_of(said: Understood, follow_up: bool) -> tuple[Any, ...]:
    """The numbers of an answer as they are kept: of a follow-up as said, of an item with what they count."""
    if not follow_up:
        return _of_item(said.value, said.value_text, said.measure)
    quantity = said.quantity
    return (quantity.amount, quantity.target, quantity.unit) if quantity else (None, None, None)


def _of_item(value: float | None, words: str | None, measure: str | None) -> tuple[Any, ...]:
    """Words beside a number say the same in other words: `320 dari 400` is 80%."""
    return (value, measure, words if value is None else None)


@dataclass(slots=True)
class Standing:
    """All of it for one form, read once."""

    kind: str
    closed: bool = False
    parts: dict[int, list[Part]] = field(default_factory=dict)
    items: dict[tuple[UUID, UUID], tuple[str, list[ReportRow]]] = field(default_factory=dict)
    progress: dict[UUID, Progress] = field(default_factory=dict)
    assessed: dict[tuple[UUID, UUID], Assessed] = field(default_factory=dict)

    def gone(self, asked: AskedRow) -> str:
        """Why nothing can be kept on what a row asks; "" where it can."""
        if self.kind != FOLLOW_UPS:
            return _GONE[""] if _place(asked) not in self.items else _CLOSED if self.closed else ""
        parts = self._parts(asked)
        if not parts:
            return _GONE[FOLLOW_UPS]
        return _CLOSED if any(one.topic_state not in (None, "open") for one in parts) else ""

    def taken(self, asked: AskedRow) -> Taken | None:
        """What was taken from this row of the form before."""
        if self.kind != FOLLOW_UPS:
            known = self.assessed.get(_place(asked))
            return known and _taken_item(known)
        found = [self.progress[one.id] for one in self._parts(asked) if one.id in self.progress]
        return _taken_progress(found[0]) if found else None

    def doubts(self, asked: AskedRow, said: Understood) -> list[Fault]:
        """What changed here since the form was sent."""
        if self.kind != FOLLOW_UPS:
            text, reports = self.items[_place(asked)]
            found = [] if fold(asked.text).startswith(fold(text)) else [_changed()]
            state = next((one.state for one in reports if one.counts), None)
            return [*found, _final(READINESS_STATES[state])] if state in _FINAL and said.state else found
        found = []
        for part in self._parts(asked)[:1]:
            if fold(part.text) != fold(asked.text):
                found.append(_changed())
            if part.state not in OPEN_STATES or part.ended_on is not None:
                found.append(_final(COMMITMENT_STATES[part.state]))
        return found

    def newer(self, asked: AskedRow, day: date | None) -> tuple[Fault, ...]:
        """That something of a later day was reported already, so that this one only joins the log."""
        last = self._last_day(asked)
        if day is None or last is None or last <= day:
            return ()
        return (Fault("", f"Sudah ada laporan yang lebih baru ({medium_date(last)}); yang ini masuk riwayat."),)

    def _last_day(self, asked: AskedRow) -> date | None:
        if self.kind != FOLLOW_UPS:
            return max((one.as_of for one in self.items[_place(asked)][1]), default=None)
        return max((one.told_on for one in self._parts(asked) if one.told_on), default=None)

    def _parts(self, asked: AskedRow) -> list[Part]:
        return self.parts.get(asked.number, [])


def read_standing(store: Store, record: FormRecord, content: FormContent) -> Standing:
    """How everything a form asked stands now."""
    if content.kind == FOLLOW_UPS:
        parts = {row.number: parts_now(store, row.addressees, record.institution_id) for row in content.rows}
        return Standing(content.kind, parts=parts, progress=progress_from(store, record.id))
    found = Standing(content.kind, record.topic_state != "open", assessed=assessed_from(store, record.id))
    for row in content.rows:
        item, region = _place(row)
        try:
            asked = fields_of(store, "checklist_item", item)
            fields_of(store, "region", region)
        except NotFound:
            continue
        found.items[item, region] = (f"{asked['code']} · {asked['text']}", history(store, item, region))
    return found


def _place(asked: AskedRow) -> tuple[UUID, UUID]:
    nowhere = UUID(int=0)
    return (asked.item or nowhere, asked.region or nowhere)


def _taken_progress(known: Progress) -> Taken:
    figures = (known.amount, known.target, known.unit)
    words = (COMMITMENT_STATES[known.state], quantity_text(*figures), " ".join((known.note or "").split()))
    return Taken(known.state, known.note, figures, known.reported_on, " · ".join(filter(None, words)), known.id)


def _taken_item(known: Assessed) -> Taken:
    percent = "%" if known.measure == SHARE else ""
    amount = known.value_text or ("" if known.value is None else f"{plain(known.value)}{percent}")
    words = (READINESS_STATES[known.state], amount, " ".join((known.note or "").split()))
    return Taken(
        known.state, known.note, _of_item(known.value, known.value_text, known.measure), known.as_of,
        " · ".join(filter(None, words)),
    )  # fmt: skip


def _changed() -> Fault:
    told = "Uraiannya di sini sudah berubah sejak formulir dikirim."
    return Fault("", told, "Terima bila jawabannya tetap cocok.", doubt=True)


def _final(state: str) -> Fault:
    return Fault("", f"Di sini sudah “{state}”.", "Terima bila memang berubah lagi.", doubt=True)
