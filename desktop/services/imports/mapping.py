"""Which column of a list is what: by its heading, by what stands in it, or as it was chosen last time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.base.folding import fold
from desktop.exchange.sheets import Header, Sheet, body, find_header
from desktop.models import kept_choices
from desktop.models.store import Store
from desktop.services.imports import cells
from desktop.services.imports.targets import IGNORED, Target

_LOOKED_AT = 60
_MOST = 0.6  # of the filled cells of a column must look alike


@dataclass(frozen=True, slots=True)
class Mapping:
    """The field of each column (index of the cell → key), and the columns that hold a NIK and are left out."""

    fields: dict[int, str]
    refused: frozenset[int] = frozenset()


def header_of(sheet: Sheet, target: Target) -> Header:
    """Where the list begins, by the headings this target knows."""
    return find_header(sheet, {word for field in target.fields for word in field.words} | {"no", "nomor", "nik"})


def propose(store: Store, target: Target, sheet: Sheet, header: Header) -> Mapping:
    """The mapping chosen last for such a list, else the best guess; never a column of NIK."""
    refused = frozenset(_of_niks(sheet, header))
    remembered = kept_choices.recall(store, _place(target, header)) if header.row else None
    if isinstance(remembered, dict):
        known = {field.key for field in target.fields}
        fields = {int(index): key for index, key in remembered.items() if key in known}
    else:
        fields = _guess(target, sheet, header)
    return Mapping({index: key for index, key in fields.items() if index not in refused}, refused)


def remember(store: Store, target: Target, header: Header, fields: dict[int, str]) -> None:
    """Keep what was chosen for lists with these headings."""
    place, chosen = _place(target, header), {str(index): key for index, key in fields.items() if key != IGNORED}
    if header.row and not store.read_only and kept_choices.recall(store, place) != chosen:
        kept_choices.keep(store, place, chosen)


def _place(target: Target, header: Header) -> str:
    return f"import:{target.key}:{header.signature}"


def _guess(target: Target, sheet: Sheet, header: Header) -> dict[int, str]:
    found: dict[int, str] = {}
    for strict in (True, False):  # a heading that is the very word goes before one that has it within
        for column in header.columns:
            title = fold(column.title)
            if column.index in found or not title:
                continue
            key = _by_heading(target, title, strict=strict)
            if key and key not in found.values():
                found[column.index] = key
    for index, values in _columns(sheet, header).items():
        if index not in found:
            key = _by_content(target, values)
            if key and key not in found.values():
                found[index] = key
    if not header.row and len(target.needs) == 1 and target.needs[0] not in found.values():
        _first_words(target, sheet, header, found)
    return found


def _by_heading(target: Target, title: str, *, strict: bool) -> str:
    for field in target.fields:
        if title in field.words or (not strict and any(_within(word, title) for word in field.words)):
            return field.key
    return ""


def _within(word: str, title: str) -> bool:
    return len(word) > 3 and f" {word} " in f" {title} "


def _by_content(target: Target, values: list[str]) -> str:
    keys = {field.key for field in target.fields}
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("identity_number", cells.is_nip), ("phone", cells.is_phone), ("email", cells.is_email),
    )  # fmt: skip
    for key, test in tests:
        if key in keys and sum(map(test, values)) > _MOST * len(values):
            return key
    return ""


def _first_words(target: Target, sheet: Sheet, header: Header, found: dict[int, str]) -> None:
    """Without headings the columns of words are name, post, institution, as everybody writes them."""
    order = iter([key for key in ("name", "title", "position", "institution") if key in _keys(target)])
    for index, values in sorted(_columns(sheet, header).items()):
        words = sum(1 for value in values if any(char.isalpha() for char in value))
        if index not in found and words > _MOST * len(values) and (key := next(order, "")):
            found[index] = key


def _keys(target: Target) -> set[str]:
    return {field.key for field in target.fields}


def _of_niks(sheet: Sheet, header: Header) -> list[int]:
    named = {
        column.index for column in header.columns if fold(column.title) in ("nik", "no ktp", "nomor ktp", "ktp")
    }
    held = {
        index
        for index, values in _columns(sheet, header).items()
        if sum(map(cells.is_nik, values)) > _MOST * len(values)
    }
    return sorted(named | held)


def _columns(sheet: Sheet, header: Header) -> dict[int, list[str]]:
    looked: Sequence[Sequence[str]] = [
        row.cells for row, _ in zip(body(sheet, header), range(_LOOKED_AT), strict=False)
    ]
    width = max(map(len, looked), default=0)
    columns = {index: [row[index] for row in looked if index < len(row) and row[index]] for index in range(width)}
    return {index: values for index, values in columns.items() if values}
