"""What a form asked when it went out, as its record keeps it: enough to write it anew and to judge its return."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from desktop.exchange.forms import Answer, FormRow, FormSheet, row_mark
from desktop.models.words import READINESS_STATES
from desktop.services.readiness_values import Goal

MOST_ROWS = 10
"""What a form holds at most: it is filled in on a phone."""
FOLLOW_UPS, READINESS = "tindak_lanjut", "kesiapan"
KINDS = {FOLLOW_UPS: "Tindak lanjut", READINESS: "Kesiapan"}
TITLES = {FOLLOW_UPS: "Formulir Tindak Lanjut", READINESS: "Formulir Kesiapan"}
STATES = {
    FOLLOW_UPS: ("Belum", "Dalam proses", "Selesai"),
    READINESS: tuple(words for state, words in READINESS_STATES.items() if state != "siap_bukti"),
}
"""The words a form offers as status; that evidence was received is for the office to say."""


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One row as it was sent: parts of a follow-up (`addressees`), or an item in a region.

    `state` is what was known of it then; `target`, `unit`, `target_kind` and `need` are those of the item in its
    region (forms of before have no kind).
    """

    number: int
    text: str
    due: str = ""
    last: str = ""
    state: str | None = None
    addressees: tuple[UUID, ...] = ()
    item: UUID | None = None
    region: UUID | None = None
    target: float | None = None
    unit: str | None = None
    target_kind: str | None = None
    need: float | None = None

    @property
    def goal(self) -> Goal | None:
        """What is asked, for reading what was answered."""
        return Goal(self.target_kind, self.target, self.unit, self.need) if self.target_kind else None


@dataclass(frozen=True, slots=True)
class FormContent:
    """A form as it was sent; `part` of `parts` where there was more to ask than one form holds."""

    kind: str
    to: str
    rows: tuple[AskedRow, ...]
    about: str = ""
    region: str = ""
    lines: tuple[str, ...] = ()
    part: int = 1
    parts: int = 1

    @property
    def title(self) -> str:
        """What the form is called: `Formulir Kesiapan Kabupaten Tuban (1 dari 3)`."""
        words = f"{TITLES[self.kind]} {self.region}".strip()
        return f"{words} ({self.part} dari {self.parts})" if self.parts > 1 else words

    def as_json(self) -> dict[str, Any]:
        """What the record keeps."""
        return {
            "kind": self.kind, "to": self.to, "about": self.about, "region": self.region,
            "lines": list(self.lines), "part": self.part, "parts": self.parts,
            "rows": [_row_json(row) for row in self.rows],
        }  # fmt: skip

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> FormContent:
        """The form as it was kept."""
        rows = tuple(_asked_row(row) for row in kept["rows"])
        return cls(
            kept["kind"], kept["to"], rows, kept["about"], kept["region"], tuple(kept["lines"]), kept["part"],
            kept["parts"],
        )  # fmt: skip


def form_sheet(content: FormContent, code: str, lines: tuple[str, ...] = ()) -> FormSheet:
    """The form as it is written to a file; `lines` stand below its rows beside its own."""
    rows = tuple(FormRow(row_mark(code, row.number), row.text, row.due, row.last) for row in content.rows)
    return FormSheet(content.title, content.to, code, rows, STATES[content.kind], (*lines, *content.lines))


def corrected_sheet(
    content: FormContent, code: str, wrong: Mapping[int, tuple[Answer, str]], filled: dict[str, str]
) -> FormSheet:
    """The same form with the rows to be corrected only: what was written, and what is wrong with it, by number."""
    whole = form_sheet(content, code)
    rows = tuple(
        replace(row, answer=wrong[asked.number][0], fault=wrong[asked.number][1])
        for row, asked in zip(whole.rows, content.rows, strict=True)
        if asked.number in wrong
    )
    return replace(whole, rows=rows, filled=filled)


def _row_json(row: AskedRow) -> dict[str, Any]:
    kept = {
        "number": row.number, "text": row.text, "due": row.due, "last": row.last, "state": row.state,
        "addressees": [str(one) for one in row.addressees], "item": row.item and str(row.item),
        "region": row.region and str(row.region), "target": row.target, "unit": row.unit,
        "target_kind": row.target_kind, "need": row.need,
    }  # fmt: skip
    return {name: value for name, value in kept.items() if value not in (None, "", [])}


def _asked_row(kept: Mapping[str, Any]) -> AskedRow:
    return AskedRow(
        kept["number"], kept["text"], kept.get("due", ""), kept.get("last", ""), kept.get("state"),
        tuple(map(UUID, kept.get("addressees", ()))), _id(kept.get("item")), _id(kept.get("region")),
        kept.get("target"), kept.get("unit"), kept.get("target_kind"), kept.get("need"),
    )  # fmt: skip


def _id(kept: str | None) -> UUID | None:
    return UUID(kept) if kept else None
