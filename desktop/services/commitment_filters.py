"""What a filter of the register says in words, on screen and on paper, and those that are offered to everybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from desktop.base.dates import medium_date
from desktop.base.errors import NotFound
from desktop.models.queries.commitment_filter import (
    LATE,
    MEETINGS_SURVIVED,
    NO_DUE_DATE,
    NO_INSTITUTION,
    NO_REGION,
    NOBODY,
    SILENT,
    SOON,
    CommitmentFilter,
)
from desktop.models.queries.records import RecordFields, fields_of
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_KINDS, COMMITMENT_STATES, DUE_SOURCES

PLACE = "commitments"
"""What its filters are kept under (`saved_filters`)."""

STATE_WORDS = {
    "terbuka": "Terbuka",
    "terlambat": "Terlambat",
    "due_soon": f"Jatuh tempo {SOON.days} hari",
    "selesai": "Selesai",
}
PART_WORDS = {"terbuka": "bagiannya belum selesai", "selesai": "bagiannya selesai"}
WITHOUT_WORDS = {
    NOBODY: "Belum ada penanggung jawab",
    NO_INSTITUTION: "Penanggung jawab tanpa instansi",
    NO_REGION: "Tanpa wilayah",
}
NO_DUE_DATE_WORDS = "Tanpa batas waktu"
EVIDENCE_WORDS = {True: "Ada bukti", False: "Belum ada bukti"}
ATTENTION_WORDS = {
    "silent": f"Tanpa kabar {SILENT.days} hari",
    "unreported": "Belum pernah dilaporkan",
    "escalated": "Perlu arahan pimpinan",
    "survived": f"{MEETINGS_SURVIVED} rapat belum selesai",
}
"""The fields that pick what an office should look at, and how they read."""

USUAL: tuple[tuple[str, CommitmentFilter], ...] = (
    (ATTENTION_WORDS["silent"], CommitmentFilter(silent=True)),
    (ATTENTION_WORDS["unreported"], CommitmentFilter(unreported=True)),
    (ATTENTION_WORDS["escalated"], CommitmentFilter(escalated=True)),
    (ATTENTION_WORDS["survived"], CommitmentFilter(survived=True)),
    ("Terbuka tanpa batas waktu", CommitmentFilter(state="terbuka", due_source=NO_DUE_DATE)),
    ("Selesai, belum ada bukti", CommitmentFilter(state="selesai", evidence=False)),
)
"""Filters that are offered by name without being kept."""

_GONE = "yang sudah dihapus"
_SHORT = 60  # letters of a text that tell it from others


class Said(NamedTuple):
    """One thing a filter asks for: the fields it stands for, and its words ("Wilayah: Kabupaten Tuban")."""

    fields: tuple[str, ...]
    words: str


def said(store: Store, asked: CommitmentFilter, *, late: str = "terlambat") -> list[Said]:
    """All that a filter asks for besides its text and its state, in the order of the form.

    `late` are the words for what is late.
    """
    found = []
    standing = {**COMMITMENT_STATES, LATE: late}
    part = {
        **PART_WORDS,
        **{state: f"bagiannya {words[:1].lower()}{words[1:]}" for state, words in standing.items()},
    }
    detail = f" ({part[asked.part]})" if asked.part in part else ""
    if asked.standing:
        found.append(Said(("standing",), f"Status: {standing.get(asked.standing, asked.standing)}"))
    if asked.institution is not None:
        words = f"Instansi: {_name(store, 'institution', asked.institution)}{detail}"
        found.append(Said(("institution", "part"), words))
    if asked.without:
        words = WITHOUT_WORDS.get(asked.without, asked.without)
        alone = asked.institution is None
        found.append(Said(("without", "part") if alone else ("without",), f"{words}{detail if alone else ''}"))
    for field, label, table in _LINKS:
        if (one := getattr(asked, field)) is not None:
            found.append(Said((field,), f"{label}: {_name(store, table, one)}"))
    if asked.kind:
        found.append(Said(("kind",), f"Jenis: {COMMITMENT_KINDS.get(asked.kind, asked.kind)}"))
    if span := _span(asked.held_from, asked.held_until):
        found.append(Said(("held_from", "held_until"), f"Tanggal rapat: {span}"))
    if span := _span(asked.due_from, asked.due_until):
        found.append(Said(("due_from", "due_until"), f"Batas waktu: {span}"))
    if asked.due_source:
        words = DUE_SOURCES.get(asked.due_source, asked.due_source)
        words = NO_DUE_DATE_WORDS if asked.due_source == NO_DUE_DATE else f"Dasar batas: {words}"
        found.append(Said(("due_source",), words))
    found += [Said((field,), words) for field, words in ATTENTION_WORDS.items() if getattr(asked, field)]
    if asked.evidence is not None:
        found.append(Said(("evidence",), EVIDENCE_WORDS[asked.evidence]))
    return found


def scope_lines(store: Store, asked: CommitmentFilter, today: date, *, internal: bool) -> tuple[str, ...]:
    """The same as it stands on paper; a list that leaves the office accuses nobody of being late."""
    state = STATE_WORDS.get(asked.state, "")
    if not internal and asked.state == "terlambat":
        state = f"Belum selesai, batas waktu sebelum {medium_date(today)}"
    elif not internal and asked.state == "due_soon":
        state = f"Belum selesai, batas waktu {_span(today, today + SOON)}"
    elif asked.state == "terbuka":
        state = "Belum selesai"
    text = f"Memuat kata: {asked.text}" if asked.text else ""
    late = "terlambat" if internal else f"belum selesai, batas waktu sebelum {medium_date(today)}"
    return tuple(filter(None, (state, text, *(one.words for one in said(store, asked, late=late)))))


def is_internal(asked: CommitmentFilter) -> bool:
    """Whether what it picks would tell others what is the office's own: its own dates, and whom it waits for."""
    return asked.due_source == "internal" or any(getattr(asked, field) for field in ATTENTION_WORDS)


def _span(first: date | None, last: date | None) -> str:
    if first and last:
        return medium_date(first) if first == last else f"{medium_date(first)} s.d. {medium_date(last)}"
    if first:
        return f"mulai {medium_date(first)}"
    return f"s.d. {medium_date(last)}" if last else ""


def _name(store: Store, table: str, one: UUID) -> str:
    try:
        return _NAMES[table](fields_of(store, table, one))
    except NotFound:
        return _GONE


def _meeting(row: RecordFields) -> str:
    return f"{row['title']}, {medium_date(row['held_on'])}" if row["held_on"] else str(row["title"])


def _shortened(text: Any) -> str:
    words = " ".join(str(text).split())
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 1]}…"


_LINKS = (
    ("related", "Instansi terkait", "institution"),
    ("region", "Wilayah", "region"),
    ("topic", "Topik", "topic"),
    ("forum", "Forum", "forum"),
    ("meeting", "Rapat", "meeting"),
    ("issue", "Kendala", "issue"),
    ("item", "Butir kesiapan", "checklist_item"),
)
_NAMES: Mapping[str, Callable[[RecordFields], str]] = {
    "institution": lambda row: str(row["name"]),
    "region": lambda row: str(row["name"]),
    "topic": lambda row: str(row["name"]),
    "forum": lambda row: str(row["name"]),
    "meeting": _meeting,
    "issue": lambda row: _shortened(row["text"]),
    "checklist_item": lambda row: _shortened(f"{row['code']} {row['text']}"),
}
